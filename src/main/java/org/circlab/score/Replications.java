package org.circlab.score;

import java.util.ArrayList;
import java.util.List;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;

/**
 * The replications of one lab.
 *
 * @param lab that ran
 * @param accounts one each, in the order of replications
 */
public record Replications(Lab lab, List<Accounts> accounts) {
    public Replications {
        accounts = List.copyOf(accounts);
    }

    int size() {
        return accounts.size();
    }

    /**
     * A replication with business as usual in the same replication.
     *
     * @param index from 0
     * @param usual replications of business as usual, at least as many
     * @param compared what they are compared with
     */
    Window window(int index, Replications usual, Replications compared) {
        Window asUsual = new Window(usual.lab, usual.accounts.get(index));
        return new Window(lab, accounts.get(index), asUsual, List.of(lab, compared.lab));
    }

    List<ProfitAndLoss> profitAndLoss() {
        return accounts.stream().map(ProfitAndLoss::new).toList();
    }

    /** What a party gains in a line of its profit and loss, in EUR/yr for each replication. */
    double[] euros(List<ProfitAndLoss> replications, String party, int line) {
        double years = lab.horizon().years();
        return replications.stream()
                .mapToDouble(each -> each.micros(party, line) / 1e6 / years)
                .toArray();
    }

    /**
     * All indicators in each replication, those of the program and then {@code own}.
     *
     * @param usual the same replications of business as usual; the same object where this is it
     * @param compared the same replications of what they are compared with
     */
    List<List<Reading>> readings(Replications usual, Replications compared, OwnIndicators own) {
        List<List<Reading>> all = new ArrayList<>();
        for (int k = 0; k < size(); k++) {
            List<Reading> readings = new ArrayList<>(Indicators.of(window(k, usual, compared)));
            readings.addAll(own.of(readings));
            all.add(readings);
        }
        return all;
    }
}
