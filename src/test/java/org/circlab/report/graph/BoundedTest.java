package org.circlab.report.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedTest {

    private static FlowGraph random(int actors, int links, long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        IntStream.range(0, actors).forEach(i -> nodes.add(new Node("a" + i, "Actor " + i, Node.Kind.ACTOR)));
        nodes.add(new Node("export", "Sold", Node.Kind.OUTSIDE));
        List<FlowGraph.Named> materials = IntStream.range(0, 40)
                .mapToObj(i -> new FlowGraph.Named("m" + i, "Material " + i))
                .toList();
        List<Link> list = new ArrayList<>();
        for (int i = 0; i < links; i++) {
            int to = i % 50 == 0 ? actors : random.nextInt(actors);
            List<Long> grams = List.of((long) random.nextInt(1 << 30), (long) random.nextInt(1 << 30));
            list.add(new Link(random.nextInt(actors), to, random.nextInt(40), grams));
        }
        return new FlowGraph(List.of("with", "without"), nodes, materials, list, 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 300, 3000, 10_000})
    void everySideKeepsItsMassToTheGramAndWhatIsLeftCanBeRead(int actors) {
        FlowGraph graph = random(actors, 5 * actors, actors);
        Bounded bounded = Bounded.of(graph, 140);
        assertThat(bounded.graph().grams(0)).isEqualTo(graph.grams(0));
        assertThat(bounded.graph().grams(1)).isEqualTo(graph.grams(1));
        assertThat(bounded.graph().links().size()).isLessThanOrEqualTo(140);
        assertThat(bounded.graph().nodes()).anyMatch(node -> node.kind() == Node.Kind.OUTSIDE);
    }

    @Test
    void theLargestPartiesStayAndTheOthersAreCounted() {
        List<Node> nodes = IntStream.range(0, 70)
                .mapToObj(i -> new Node("a" + i, "Actor " + i, Node.Kind.ACTOR))
                .toList();
        List<Link> links = IntStream.range(1, 70)
                .mapToObj(i -> new Link(i, 0, 0, List.of(1000L + i)))
                .toList();
        FlowGraph graph = new FlowGraph(List.of("with"), nodes, List.of(new FlowGraph.Named("m", "M")), links, 1);
        Bounded bounded = Bounded.of(graph, 45);
        assertThat(bounded.joinedParties()).isEqualTo(46);
        assertThat(bounded.graph().nodes())
                .hasSize(25)
                .contains(nodes.get(0), nodes.get(69))
                .doesNotContain(nodes.get(1))
                .contains(new Node("/others", "46 smaller parties", Node.Kind.ACTOR));
        assertThat(Bounded.of(graph, 69)).isEqualTo(new Bounded(graph, 0, 0));
    }
}
