package org.circlab.report.graph;

import java.util.List;
import org.circlab.experiment.Outcome;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;

/** The graph of a finished run: the variant first, then what it is compared with. */
public final class RunGraph {

    private RunGraph() {}

    /**
     * The flows of all replications.
     *
     * @param variant name of the variant
     * @param baseline name of what it is compared with
     */
    public static FlowGraph of(Outcome outcome, String variant, String baseline) {
        GraphBuilder builder = new GraphBuilder(
                List.of(variant, baseline),
                List.of(outcome.plan().lab(), outcome.plan().baseline()));
        outcome.variant().forEach(accounts -> add(builder, 0, accounts));
        outcome.baseline().forEach(accounts -> add(builder, 1, accounts));
        return builder.build(
                outcome.plan().lab().horizon().years() * outcome.plan().replications());
    }

    private static void add(GraphBuilder builder, int side, Accounts accounts) {
        List<String> parties = accounts.chart().parties();
        for (Flow flow : accounts.flows()) {
            Flow.Route route = flow.route();
            builder.add(
                    side,
                    parties.get(route.from()),
                    parties.get(route.to()),
                    accounts.chart().materials().get(route.material()),
                    route.operation(),
                    flow.grams());
        }
    }
}
