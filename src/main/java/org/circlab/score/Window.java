package org.circlab.score;

import java.util.List;
import java.util.Set;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.model.Operation.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one replication as rates over the window of the results, beside those of business as usual in the same
 * replication; a year has 365.25 d.
 */
final class Window {

    private static final Set<Channel> ROUTED = Set.of(Channel.CONTRACT, Channel.EXCHANGE, Channel.DISPOSAL);

    private final Lab lab;
    private final double years;
    private final Accounts accounts;
    private final @Nullable Window usual;
    private final List<Lab> compared;
    private @Nullable Webs webs;

    /** A window that is its own business as usual. */
    Window(Lab lab, Accounts accounts) {
        this(lab, accounts, null, List.of(lab));
    }

    /**
     * A window with business as usual under the same random numbers.
     *
     * @param compared the lab and that with which it is compared
     */
    Window(Lab lab, Accounts accounts, @Nullable Window usual, List<Lab> compared) {
        this.lab = lab;
        this.years = lab.horizon().years();
        this.accounts = accounts;
        this.usual = usual;
        this.compared = List.copyOf(compared);
    }

    Lab lab() {
        return lab;
    }

    /** The lab and that with which it is compared. */
    List<Lab> compared() {
        return compared;
    }

    Accounts accounts() {
        return accounts;
    }

    Window usual() {
        return usual == null ? this : usual;
    }

    /** The networks of its flows, built when first asked for. */
    Webs webs() {
        Webs built = webs;
        if (built == null) {
            built = new Webs(this);
            webs = built;
        }
        return built;
    }

    double perYear(double total) {
        return total / years;
    }

    Chart chart() {
        return accounts.chart();
    }

    /** Whether a flow carries material of the lab to a receiver: by contract, on the exchange, or for disposal. */
    static boolean isRouted(Flow flow) {
        return isRouted(flow.route().channel());
    }

    static boolean isRouted(Channel channel) {
        return ROUTED.contains(channel);
    }

    /** The group of a routed flow's operation; a disposal route outside the lab that names none is other disposal. */
    static Treatment treatment(Flow flow) {
        return treatment(flow.route().operation());
    }

    static Treatment treatment(@Nullable Operation operation) {
        return operation == null ? Treatment.OTHER_DISPOSAL : operation.treatment();
    }

    /** Whether a flow is received for a group of operations. */
    static boolean isFor(Flow flow, Treatment treatment) {
        return isRouted(flow) && treatment(flow) == treatment;
    }

    static boolean isDisposal(Flow flow) {
        return isRouted(flow) && treatment(flow).isDisposal();
    }

    /** Whether a flow ends at a disposal site or a disposal route outside the lab, from where nothing comes back. */
    static boolean isFinal(Flow flow) {
        return flow.route().isFinal();
    }
}
