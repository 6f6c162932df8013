package org.circlab.report.sankey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.report.graph.FlowGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the steps of the layout, over random networks with loops. */
class GridTest {

    static Stream<FlowGraph> networks() {
        return IntStream.rangeClosed(1, 60).mapToObj(seed -> Networks.random(3 + seed % 20, 3 * seed % 70, seed));
    }

    /** Whether bundles lead from one node to another without the ones left out. */
    private static boolean reaches(List<Bundle> bundles, Set<Integer> without, int from, int to) {
        Set<Integer> seen = new HashSet<>(Set.of(from));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < bundles.size(); i++) {
                if (!without.contains(i) && seen.contains(bundles.get(i).from())) {
                    grown |= seen.add(bundles.get(i).to());
                }
            }
        }
        return seen.contains(to);
    }

    private static Set<Integer> feedback(FlowGraph graph, List<Bundle> bundles) {
        boolean[] back = FeedbackArcs.of(graph.nodes().size(), bundles);
        Set<Integer> against = new HashSet<>();
        IntStream.range(0, back.length).filter(i -> back[i]).forEach(against::add);
        return against;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void withoutTheFeedbackArcsThereIsNoLoopAndEachOfThemClosesOne(FlowGraph graph) {
        List<Bundle> bundles = Bundle.of(graph);
        Set<Integer> against = feedback(graph, bundles);
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            boolean closes = bundle.isSelfLoop() || reaches(bundles, against, bundle.to(), bundle.from());
            assertThat(closes).as("%s", bundle).isEqualTo(against.contains(i));
        }
    }

    /** The bound of Eades, Lin and Smyth for arcs without weight: at most m / 2 - n / 6; trivially half of what does not loop. */
    @ParameterizedTest
    @MethodSource("networks")
    void notMoreThanHalfOfTheMassThatLeavesRunsBack(FlowGraph graph) {
        List<Bundle> bundles = Bundle.of(graph);
        Set<Integer> against = feedback(graph, bundles);
        double all = 0;
        double back = 0;
        for (int i = 0; i < bundles.size(); i++) {
            if (!bundles.get(i).isSelfLoop()) {
                all += bundles.get(i).grams();
                back += against.contains(i) ? bundles.get(i).grams() : 0;
            }
        }
        assertThat(back).isLessThanOrEqualTo(all / 2);
    }

    @Test
    void aLoopIsCutAtItsThinnestLink() {
        for (int thin = 0; thin < 4; thin++) {
            long[][] links = new long[4][];
            for (int i = 0; i < 4; i++) {
                links[i] = new long[] {i, (i + 1) % 4, 0, i == thin ? 5 : 1000};
            }
            FlowGraph graph = Networks.of(4, links);
            List<Bundle> bundles = Bundle.of(graph);
            Set<Integer> against = feedback(graph, bundles);
            assertThat(against).hasSize(1).allMatch(i -> bundles.get(i).grams() == 5);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void bundlesLeadToTheRightUnlessTheyRunBack(FlowGraph graph) {
        Grid grid = new Grid(graph.nodes().size(), Bundle.of(graph));
        for (int i = 0; i < grid.bundles.size(); i++) {
            int from = grid.layerOf[grid.bundles.get(i).from()];
            int to = grid.layerOf[grid.bundles.get(i).to()];
            assertThat(from < to).isEqualTo(!grid.back[i]);
            List<Integer> layers = grid.passes(i).stream()
                    .map(slot -> grid.slots.get(slot).layer())
                    .toList();
            List<Integer> expected = grid.back[i]
                    ? IntStream.rangeClosed(0, from - to)
                            .mapToObj(k -> from - k)
                            .toList()
                    : IntStream.range(from + 1, to).boxed().toList();
            assertThat(layers).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void layersStartAtTheLeftAndAreNotTooManyToRead(FlowGraph graph) {
        Grid grid = new Grid(graph.nodes().size(), Bundle.of(graph));
        assertThat(IntStream.of(grid.layerOf).min()).hasValue(0);
        assertThat(grid.layers.size()).isLessThanOrEqualTo(12);
    }

    @Test
    void aLongChainIsFoldedSoThatItCanBeRead() {
        long[][] links = IntStream.range(0, 99)
                .mapToObj(i -> new long[] {i, i + 1, 0, 10})
                .toArray(long[][]::new);
        Grid grid = new Grid(100, Bundle.of(Networks.of(100, links)));
        assertThat(grid.layers.size()).isEqualTo(12);
        assertThat(grid.layerOf).isSorted();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void orderingKeepsEverySlotOnceAndEachBlockTogether(FlowGraph graph) {
        Grid grid = new Grid(graph.nodes().size(), Bundle.of(graph));
        List<Set<Integer>> before = slots(grid);
        Ordering.arrange(grid);
        assertThat(slots(grid)).isEqualTo(before);
        int all = before.stream().mapToInt(Set::size).sum();
        assertThat(all).isEqualTo(grid.slots.size());
    }

    private static List<Set<Integer>> slots(Grid grid) {
        List<Set<Integer>> layers = new ArrayList<>();
        for (List<Grid.Block> blocks : grid.layers) {
            Set<Integer> slots = new HashSet<>();
            blocks.forEach(block -> assertThat(slots.addAll(block.slots())).isTrue());
            layers.add(slots);
        }
        return layers;
    }

    /** Two chains drawn crosswise are untangled. */
    @Test
    void whatNeedNotCrossDoesNot() {
        FlowGraph graph = Networks.of(
                6, new long[] {0, 3, 0, 10}, new long[] {1, 2, 0, 10}, new long[] {3, 4, 0, 10}, new long[] {2, 5, 0, 10
                });
        Layout layout = Layout.of(graph, Look.READING);
        boolean firstAbove = layout.card(0).y() < layout.card(1).y();
        assertThat(layout.card(3).y() < layout.card(2).y()).isEqualTo(firstAbove);
        assertThat(layout.card(4).y() < layout.card(5).y()).isEqualTo(firstAbove);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void slotsKeepTheirOrderAndTheirGaps(FlowGraph graph) {
        Grid grid = new Grid(graph.nodes().size(), Bundle.of(graph));
        Ordering.arrange(grid);
        double[] height = new double[grid.slots.size()];
        for (int slot = 0; slot < height.length; slot++) {
            height[slot] = 1 + slot * 7 % 40;
        }
        double[] middle = Heights.middles(grid, Look.READING, height);
        for (List<Grid.Block> blocks : grid.layers) {
            List<Integer> column =
                    blocks.stream().flatMap(block -> block.slots().stream()).toList();
            for (int i = 1; i < column.size(); i++) {
                int upper = column.get(i - 1);
                int lower = column.get(i);
                double free = middle[lower] - height[lower] / 2 - middle[upper] - height[upper] / 2;
                assertThat(free).isGreaterThanOrEqualTo(Look.READING.flowGap() - 1e-6);
            }
            column.forEach(slot -> assertThat(middle[slot] - height[slot] / 2).isGreaterThanOrEqualTo(-1e-6));
        }
    }

    /** With room to spare a chain of single nodes lies on one line. */
    @Test
    void aChainIsStraight() {
        FlowGraph graph = Networks.of(4, new long[] {0, 1, 0, 10}, new long[] {1, 2, 0, 10}, new long[] {2, 3, 0, 10});
        Layout layout = Layout.of(graph, Look.READING);
        for (int node = 1; node < 4; node++) {
            assertThat(layout.card(node).middle()).isEqualTo(layout.card(0).middle());
            assertThat(layout.card(node).x())
                    .isGreaterThan(layout.card(node - 1).right());
        }
    }
}
