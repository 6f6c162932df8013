package org.circlab.report.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.circlab.model.Lab;
import org.circlab.report.Harbour;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TogetherTest {

    private static final Lab LAB =
            ScenarioFile.read(Harbour.FILE).effective(null, List.of()).lab();

    /** A graph of two sides between five parties, in which the second side is the same for the same {@code usual}. */
    private static FlowGraph graph(long variant, long usual, double years) {
        GraphBuilder builder = new GraphBuilder(List.of("v" + variant, "u" + usual), List.of(LAB, LAB));
        fill(builder, 0, new Random(variant));
        fill(builder, 1, new Random(usual));
        return builder.build(years);
    }

    private static void fill(GraphBuilder builder, int side, Random random) {
        for (int i = 0; i < 12; i++) {
            builder.add(
                    side,
                    "p" + random.nextInt(5),
                    "p" + random.nextInt(5),
                    "m" + random.nextInt(3),
                    null,
                    random.nextLong(1000));
        }
    }

    private static Map<String, Long> side(FlowGraph graph, int side) {
        Map<String, Long> grams = new TreeMap<>();
        graph.links().stream()
                .filter(link -> link.grams(side) > 0)
                .forEach(link -> grams.put(graph.key(link), link.grams(side)));
        return grams;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySideKeepsItsGramsAndWhatIsSharedIsThereOnce(long seed) {
        List<FlowGraph> graphs = List.of(
                graph(seed, 100, 4), graph(seed + 10, 101, 4), graph(seed + 20, 100, 4), graph(seed + 30, 101, 4));
        Together together = Together.of(graphs.stream().map(List::of).toList(), List.of(LAB, LAB, LAB, LAB));
        assertThat(together.graph().sides())
                .containsExactly("v" + seed, "v" + (seed + 10), "v" + (seed + 20), "v" + (seed + 30), "u100", "u101");
        assertThat(together.usual()).containsExactly(4, 5, 4, 5);
        for (int i = 0; i < 4; i++) {
            assertThat(side(together.graph(), i)).isEqualTo(side(graphs.get(i), 0));
            assertThat(side(together.graph(), together.usual().get(i))).isEqualTo(side(graphs.get(i), 1));
        }
    }

    /** Business as usual that differs in one year alone is not shared. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partsOfTheWindowFollowItWithTheSameSides(long seed) {
        List<List<FlowGraph>> runs = List.of(
                List.of(graph(seed, 100, 4), graph(seed + 1, 101, 2), graph(seed + 2, 102, 2)),
                List.of(graph(seed + 3, 100, 4), graph(seed + 4, 101, 2), graph(seed + 5, 102, 2)),
                List.of(graph(seed + 6, 100, 4), graph(seed + 7, 101, 2), graph(seed + 8, 103, 2)));
        Together together = Together.of(runs, List.of(LAB, LAB, LAB));
        assertThat(together.sides()).isEqualTo(5);
        assertThat(together.usual()).containsExactly(3, 3, 4);
        assertThat(together.graph().sides()).hasSize(15);
        for (int part = 0; part < 3; part++) {
            for (int i = 0; i < runs.size(); i++) {
                FlowGraph own = runs.get(i).get(part);
                assertThat(side(together.graph(), 5 * part + i)).isEqualTo(side(own, 0));
                assertThat(side(together.graph(), 5 * part + together.usual().get(i)))
                        .isEqualTo(side(own, 1));
            }
        }
        List<List<FlowGraph>> uneven = List.of(runs.get(0), runs.get(1).subList(0, 2));
        assertThatThrownBy(() -> Together.of(uneven, List.of(LAB, LAB))).hasMessageContaining("different windows");
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.9, 5})
    void windowsOfOtherLengthsAreRefused(double years) {
        assertThatThrownBy(() ->
                        Together.of(List.of(List.of(graph(1, 2, 4)), List.of(graph(3, 2, years))), List.of(LAB, LAB)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different windows");
    }
}
