package org.circlab.score;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.model.Operation.Treatment;

/** The accounts of one replication as rates over the window of the results; a year has 365.25 d. */
final class Window {

    private static final double GRAMS_PER_TONNE = 1e6;
    private static final double MICROS_PER_EURO = 1e6;
    private static final double MILLIGRAMS_PER_TONNE = 1e9;

    private static final Set<Channel> ROUTED = Set.of(Channel.CONTRACT, Channel.EXCHANGE, Channel.DISPOSAL);

    private final double years;
    private final Accounts accounts;

    Window(Lab lab, Accounts accounts) {
        this.years = lab.horizon().years();
        this.accounts = accounts;
    }

    Accounts accounts() {
        return accounts;
    }

    double perYear(double total) {
        return total / years;
    }

    double tonnesPerYear(long grams) {
        return perYear(grams / GRAMS_PER_TONNE);
    }

    double eurosPerYear(long micros) {
        return perYear(micros / MICROS_PER_EURO);
    }

    double emittedTonnesPerYear(long milligrams) {
        return perYear(milligrams / MILLIGRAMS_PER_TONNE);
    }

    /** {@code part / whole} in per cent, NaN where the whole is 0. */
    static double percent(long part, long whole) {
        return whole == 0 ? Double.NaN : 100.0 * part / whole;
    }

    /** Grams received by the flows that {@code counts}. */
    long grams(Predicate<Flow> counts) {
        return sum(flow -> counts.test(flow) ? flow.grams() : 0);
    }

    long sum(ToLongFunction<Flow> amount) {
        return accounts.flows().stream().mapToLong(amount).sum();
    }

    /** Grams that came from, or went to, a party that stands for the world outside. */
    long gramsFrom(String world) {
        int party = chart().world(world);
        return grams(flow -> flow.route().from() == party);
    }

    long gramsTo(String world) {
        int party = chart().world(world);
        return grams(flow -> flow.route().to() == party);
    }

    long arisingGrams() {
        return accounts.arisings().stream().mapToLong(Accounts.Arisen::grams).sum();
    }

    long withheldGrams() {
        return accounts.arisings().stream()
                .mapToLong(Accounts.Arisen::withheldGrams)
                .sum();
    }

    Chart chart() {
        return accounts.chart();
    }

    /** Whether a flow carries material of the lab to a receiver: by contract, on the exchange, or for disposal. */
    static boolean isRouted(Flow flow) {
        return ROUTED.contains(flow.route().channel());
    }

    /** The group of a routed flow's operation; a disposal route outside the lab that names none is other disposal. */
    static Treatment treatment(Flow flow) {
        Operation operation = flow.route().operation();
        return operation == null ? Treatment.OTHER_DISPOSAL : operation.treatment();
    }

    static boolean isDisposal(Flow flow) {
        return isRouted(flow) && treatment(flow).isDisposal();
    }

    /** Whether a flow ends at a disposal site or a disposal route outside the lab, from where nothing comes back. */
    static boolean isFinal(Flow flow) {
        return flow.route().isFinal();
    }
}
