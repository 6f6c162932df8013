package org.circlab.score;

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

    List<List<Reading>> readings() {
        return accounts.stream().map(each -> Indicators.of(lab, each)).toList();
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
}
