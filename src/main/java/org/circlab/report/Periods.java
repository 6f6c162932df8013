package org.circlab.report;

import java.util.ArrayList;
import java.util.List;
import org.circlab.ledger.Chart;
import org.circlab.model.Lab;
import org.circlab.report.graph.Bounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.GraphBuilder;
import org.circlab.report.graph.Link;

/**
 * The flows of a run over its window and over each of a few periods in it, as graphs with the same nodes and links, so that one
 * layout holds for all of them. A period is a calendar year, or several where there are many.
 */
public final class Periods {

    private static final int MOST = 6;
    private static final int[] LENGTHS = {1, 2, 5, 10, 20, 50};

    /**
     * A period.
     *
     * @param name such as {@code 2027} or {@code 2025\u20132029}
     * @param graph its flows: the variant first, then what it is compared with
     */
    public record Period(String name, FlowGraph graph) {}

    private final Bounded whole;
    private final FlowGraph room;
    private final List<Period> periods;

    private Periods(Bounded whole, FlowGraph room, List<Period> periods) {
        this.whole = whole;
        this.room = room;
        this.periods = List.copyOf(periods);
    }

    /**
     * The flows of a run.
     *
     * @param mostLinks above which small parties and materials are joined
     */
    public static Periods of(ScoredRun run, Watched watched, int mostLinks) {
        Chronicle variant = watched.variant();
        List<List<Integer>> spans = spans(variant.years());
        List<String> sides = new ArrayList<>();
        List<Lab> labs = new ArrayList<>();
        for (int i = 0; i <= spans.size(); i++) {
            sides.add(run.scenario().variantName());
            sides.add(run.scenario().baselineName());
            labs.add(run.outcome().plan().lab());
            labs.add(run.outcome().plan().baseline());
        }
        GraphBuilder builder = new GraphBuilder(sides, labs);
        add(builder, 0, variant, spans);
        add(builder, 1, watched.baseline(), spans);
        int replications = run.outcome().plan().replications();
        double years = run.outcome().plan().lab().horizon().years() * replications;
        Bounded all = Bounded.of(builder.build(years), mostLinks);
        FlowGraph window = all.graph().only(List.of(0, 1), years);
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            double length = spans.get(i).stream().mapToDouble(variant::lengthOf).sum() * replications;
            periods.add(new Period(name(spans.get(i)), all.graph().only(List.of(2 * i + 2, 2 * i + 3), length)));
        }
        return new Periods(
                new Bounded(window, all.joinedParties(), all.joinedMaterials()), room(window, periods), periods);
    }

    /** Consecutive years in as few spans as the page has room for; none where there is only one. */
    static List<List<Integer>> spans(List<Integer> years) {
        if (years.size() < 2) {
            return List.of();
        }
        int length = LENGTHS[LENGTHS.length - 1];
        for (int i = LENGTHS.length - 1; i >= 0; i--) {
            length = (years.size() + LENGTHS[i] - 1) / LENGTHS[i] <= MOST ? LENGTHS[i] : length;
        }
        List<List<Integer>> spans = new ArrayList<>();
        for (int from = 0; from < years.size(); from += length) {
            spans.add(years.subList(from, Math.min(years.size(), from + length)));
        }
        return List.copyOf(spans);
    }

    private static String name(List<Integer> span) {
        int last = span.get(span.size() - 1);
        return span.size() == 1 ? String.valueOf(last) : span.get(0) + "\u2013" + last;
    }

    private static void add(GraphBuilder builder, int side, Chronicle chronicle, List<List<Integer>> spans) {
        Chart chart = chronicle.chart();
        for (Chronicle.Moved moved : chronicle.moved()) {
            Chronicle.Way way = moved.way();
            String from = chart.parties().get(way.from());
            String to = chart.parties().get(way.to());
            String material = chart.materials().get(way.material());
            long all = moved.gramsBySpan().stream().mapToLong(Long::longValue).sum();
            builder.add(side, from, to, material, way.operation(), all);
            for (int i = 0; i < spans.size(); i++) {
                long grams = moved.gramsBySpan().get(i);
                builder.add(side + 2 + 2 * i, from, to, material, way.operation(), grams);
            }
        }
    }

    /** A graph whose links carry the most that they carry a year in the window or in any period: what a layout must have room for. */
    public static FlowGraph room(FlowGraph window, List<Period> periods) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < window.links().size(); i++) {
            Link link = window.links().get(i);
            List<Long> most = new ArrayList<>(link.grams());
            for (Period period : periods) {
                double longer = window.yearsInAll() / period.graph().yearsInAll();
                for (int side = 0; side < most.size(); side++) {
                    long scaled = (long) Math.ceil(period.graph().links().get(i).grams(side) * longer);
                    most.set(side, Math.max(most.get(side), scaled));
                }
            }
            links.add(new Link(link.from(), link.to(), link.material(), most));
        }
        return new FlowGraph(window.sides(), window.nodes(), window.materials(), links, window.yearsInAll());
    }

    /** The flows of the window, in which small parties and materials may be joined. */
    public Bounded whole() {
        return whole;
    }

    /** What a layout for the window and all periods must have room for. */
    public FlowGraph room() {
        return room;
    }

    /** The periods in order; none where the window lies in one calendar year. */
    public List<Period> periods() {
        return periods;
    }
}
