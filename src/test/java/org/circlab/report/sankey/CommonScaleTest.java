package org.circlab.report.sankey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.circlab.report.graph.Bounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Diagrams of several graphs that are compared by eye. */
class CommonScaleTest {

    private static final FlowGraph.Named ASH = new FlowGraph.Named("ash", "Ash");
    private static final FlowGraph.Named LIME = new FlowGraph.Named("lime", "Lime");

    private static FlowGraph graph(List<FlowGraph.Named> materials, double years, long... grams) {
        List<Node> nodes = List.of(new Node("a", "A", Node.Kind.ACTOR), new Node("b", "B", Node.Kind.ACTOR));
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < grams.length; i++) {
            links.add(new Link(0, 1, i, List.of(grams[i])));
        }
        return new FlowGraph(List.of("all"), nodes, materials, links, years);
    }

    @Test
    void aTonneAYearIsAsHighInAllOfThemWhateverTheirYears() {
        FlowGraph large = graph(List.of(ASH), 4, 8_000_000_000L);
        FlowGraph small = graph(List.of(ASH), 2, 1_000_000_000L);
        Layout first = Layout.of(large, Look.READING);
        Layout second = Layout.of(small, Look.READING, first.pixelsPerTonneAYear());
        assertThat(first.pixelsPerTonneAYear()).isCloseTo(430 / 2000.0, within(1e-9));
        assertThat(second.pixelsPerTonneAYear()).isCloseTo(430 / 2000.0, within(1e-9));
        double one = Ribbons.of(first, View.of(0)).get(0).width();
        double other = Ribbons.of(second, View.of(0)).get(0).width();
        assertThat(one / other).isCloseTo(2000 / 500.0, within(1e-9));
        assertThat(Layout.of(graph(List.of(ASH), 2, 0), Look.READING).pixelsPerTonneAYear())
                .isZero();
    }

    /** However much it is, "12 other materials" is none that has a colour, and the key names the others once. */
    @Test
    void whatWasJoinedSharesTheColourOfTheOthers() {
        FlowGraph graph = Bounded.of(Networks.random(200, 1000, 3), 60).graph();
        FlowGraph.Named joined = graph.materials().get(graph.materials().size() - 1);
        assertThat(Bounded.isJoined(joined.id())).isTrue();
        assertThat(Palette.of(graph).colour(joined)).isEqualTo("m" + Palette.COLOURS);
        assertThat(Picture.of(graph, View.of(0)).elements("text").stream()
                        .filter(text -> text.getAttribute("class").equals("legend"))
                        .map(Element::getTextContent)
                        .filter(text -> text.contains("other materials")))
                .containsExactly("other materials");
    }

    @Test
    void aMaterialHasOneColourInAllOfThemByItsId() {
        FlowGraph one = graph(List.of(ASH, LIME), 1, 10, 300);
        FlowGraph other = graph(List.of(LIME, ASH), 10, 1000, 100);
        Palette both = Palette.of(List.of(one, other));
        assertThat(both.colour(LIME)).isEqualTo("m0");
        assertThat(both.colour(ASH)).isEqualTo("m1");
        assertThat(both.colour(new FlowGraph.Named("else", "Else"))).isEqualTo("m" + Palette.COLOURS);
        String svg = SankeySvg.element(Layout.of(other, Look.READING), both, View.of(0), Notes.NONE, Cards.ALONE);
        assertThat(svg).contains("class=\"r m0\" data-link=\"0\"", "class=\"r m1\" data-link=\"1\"");
        String alone = SankeySvg.element(
                Layout.of(graph(List.of(ASH), 1, 5), Look.READING), both, View.of(0), Notes.NONE, Cards.ALONE);
        assertThat(alone)
                .as("its legend names what moves in it")
                .contains(">Ash</text>")
                .doesNotContain(">Lime</text>");
    }
}
