package org.circlab.report.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.circlab.experiment.Outcome;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Grade;
import org.circlab.report.Rounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.GraphBuilder;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.sankey.View;
import org.circlab.score.Estimate;

/** What else is known of the links of a graph: how sure their mass is, what hauling them costs, what they emit, their grade. */
final class LinkFigures {

    private static final double MICROS_PER_EURO = 1e6;
    private static final double MILLIGRAMS_PER_TONNE = 1e9;
    private static final double GRAMS_PER_TONNE = 1e6;

    /** What is paid for a flow, in the order of its words. */
    static final List<PaymentKind> COSTS =
            Arrays.stream(PaymentKind.values()).filter(PaymentKind::followsFlow).toList();

    private final FlowGraph graph;
    private final int replications;
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<String, Integer> materials = new HashMap<>();
    private final Map<List<Integer>, Integer> links = new HashMap<>();
    private final Sums[] sides;

    /** Sums over the links of one side; grams for each replication one after the other. */
    private static final class Sums {
        private final long[] grams;
        private final long[][] costMicros;
        private final long[] ghgMilligrams;
        private final Grade[] weakest;

        Sums(int links, int replications) {
            grams = new long[links * replications];
            costMicros = new long[COSTS.size()][links];
            ghgMilligrams = new long[links];
            weakest = new Grade[links];
            Arrays.fill(weakest, Grade.MEASURED);
        }
    }

    /** The figures of a run for a graph of it, in which small parties and materials may be joined. */
    LinkFigures(Outcome outcome, FlowGraph graph) {
        this.graph = graph;
        this.replications = outcome.plan().replications();
        for (Node node : graph.nodes()) {
            nodes.put(node.id(), nodes.size());
        }
        for (FlowGraph.Named material : graph.materials()) {
            materials.put(material.id(), materials.size());
        }
        for (Link link : graph.links()) {
            links.put(List.of(link.from(), link.to(), link.material()), links.size());
        }
        GraphBuilder receivers = new GraphBuilder(
                graph.sides(), List.of(outcome.plan().lab(), outcome.plan().baseline()));
        this.sides = new Sums[] {
            sums(receivers, 0, outcome.variant()), sums(receivers, 1, outcome.baseline()),
        };
    }

    private Sums sums(GraphBuilder receivers, int side, List<Accounts> accounts) {
        Sums sums = new Sums(graph.links().size(), replications);
        for (int k = 0; k < accounts.size(); k++) {
            List<String> parties = accounts.get(k).chart().parties();
            for (Flow flow : accounts.get(k).flows()) {
                Flow.Route route = flow.route();
                String material = accounts.get(k).chart().materials().get(route.material());
                String to = receivers.receiver(side, parties.get(route.to()), material, route.operation());
                Integer link = links.get(
                        List.of(place(nodes, parties.get(route.from())), place(nodes, to), place(materials, material)));
                if (link != null) {
                    sums.grams[link * replications + k] += flow.grams();
                    for (int kind = 0; kind < COSTS.size(); kind++) {
                        sums.costMicros[kind][link] += flow.cost(COSTS.get(kind));
                    }
                    sums.ghgMilligrams[link] += flow.ghgMilligrams();
                    sums.weakest[link] = sums.weakest[link].weaker(route.grade());
                }
            }
        }
        return sums;
    }

    /** Its own place, or the last: that of all that are joined. */
    private static int place(Map<String, Integer> places, String id) {
        return places.getOrDefault(id, places.size() - 1);
    }

    /** Mass of a link in t/yr with its interval, on a side or as the difference. */
    Estimate mass(View view, int link) {
        double[] values = new double[replications];
        double years = graph.yearsInAll() / replications;
        for (int k = 0; k < replications; k++) {
            int at = link * replications + k;
            long less = view.isDifference() ? sides[view.against()].grams[at] : 0;
            values[k] = (sides[view.side()].grams[at] - less) / GRAMS_PER_TONNE / years;
        }
        return Estimate.of(values);
    }

    /**
     * What is paid for it, in EUR/yr: by the sender, purchases by the receiver; what sales bring the sender is positive too.
     *
     * @param kind one of {@link #COSTS}
     */
    double cost(int side, int link, PaymentKind kind) {
        return sides[side].costMicros[COSTS.indexOf(kind)][link] / MICROS_PER_EURO / graph.yearsInAll();
    }

    /** What it emits on its way and where it ends, in tCO2e/yr; negative where it avoids. */
    double ghg(int side, int link) {
        return sides[side].ghgMilligrams[link] / MILLIGRAMS_PER_TONNE / graph.yearsInAll();
    }

    /** The weakest grade among the figures behind it. */
    Grade grade(int side, int link) {
        return sides[side].weakest[link];
    }

    /** All of it in words, to be put behind the mass in a view. */
    String words(View view, int link) {
        double half = mass(view, link).halfWidth();
        StringBuilder text = new StringBuilder(half > 0 ? " (\u00b1 " + Rounded.of(half) + ")" : "");
        for (PaymentKind kind : COSTS) {
            double euros = of(view, side -> cost(side, link, kind));
            if (euros != 0) {
                text.append("; " + kind.word().replace('-', ' ') + " " + number(view, euros) + " EUR/yr");
            }
        }
        text.append("; " + number(view, of(view, side -> ghg(side, link))) + " tCO2e/yr");
        Grade grade = view.isDifference()
                ? grade(view.side(), link).weaker(grade(view.against(), link))
                : grade(view.side(), link);
        return text + "; figures " + grade.word();
    }

    private static double of(View view, IntToDoubleFunction side) {
        double there = side.applyAsDouble(view.side());
        return view.isDifference() ? there - side.applyAsDouble(view.against()) : there;
    }

    private static String number(View view, double value) {
        return view.isDifference() ? Rounded.signed(value) : Rounded.of(value);
    }
}
