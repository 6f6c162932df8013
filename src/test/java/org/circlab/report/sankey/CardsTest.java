package org.circlab.report.sankey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlab.report.graph.FlowGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams of a page that share their cards and their key of colours. */
class CardsTest {

    /** Half a tenth of a pixel, and half a hundredth. */
    private static final double ROUNDED = 0.0551;

    private static Stream<String> hrefs(Picture picture) {
        return picture.elements("use").stream().map(use -> use.getAttribute("href"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatADiagramTakesFromAnotherIsThereAndWhatItDrawsIsTheSame(long seed) {
        FlowGraph graph = Networks.random(12, 40, seed);
        Layout layout = Layout.of(graph, Look.of(graph));
        for (View view : List.of(View.of(0), View.of(1), new View(0, 1))) {
            Picture alone = Picture.of(SankeySvg.element(layout, view, Notes.NONE, Cards.ALONE));
            Picture owner = Picture.of(SankeySvg.element(layout, View.of(0), Notes.NONE, Cards.shared("c")));
            Picture taker = Picture.of(SankeySvg.element(layout, view, Notes.NONE, Cards.of("c")));
            List<String> ids = owner.elements("g").stream()
                    .map(part -> "#" + part.getAttribute("id"))
                    .toList();
            assertThat(hrefs(taker))
                    .hasSize(graph.nodes().size() + (view.isDifference() ? 0 : 1))
                    .allMatch(ids::contains)
                    .doesNotHaveDuplicates();
            assertThat(taker.ribbons.stream().map(Picture.Ribbon::grams))
                    .isEqualTo(alone.ribbons.stream().map(Picture.Ribbon::grams).toList());
            for (int i = 0; i < alone.ribbons.size(); i++) {
                for (int axis = 0; axis < 2; axis++) {
                    assertThat(taker.ribbons.get(i).numbers().get(axis))
                            .isCloseTo(alone.ribbons.get(i).numbers().get(axis), within(ROUNDED));
                }
            }
            assertThat(owner.cards).isEqualTo(alone.cards);
            assertThat(taker.cards).isEmpty();
            assertThat(taker.document.getDocumentElement().getAttribute("viewBox"))
                    .isEqualTo(alone.document.getDocumentElement().getAttribute("viewBox"));
        }
    }

    /** What is thinner than a line is one edge that is not filled; all else is a closed outline. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void onlyHairlinesAreOpen(long seed) {
        FlowGraph graph = Networks.of(
                4, new long[] {0, 1, 0, 1_000_000_000 * seed, 7}, new long[] {1, 2, 0, 1000, 9}, new long[] {
                    2, 3, 1, 800_000_000, 3
                });
        Layout layout = Layout.of(graph, Look.of(graph));
        Picture taker = Picture.of(SankeySvg.element(layout, View.of(0), Notes.NONE, Cards.of("c")));
        List<String> looks = taker.elements("path").stream()
                .filter(path -> path.hasAttribute("data-grams"))
                .map(path -> path.getAttribute("class").replaceFirst("r \\w+", "")
                        + (path.getAttribute("d").endsWith("Z") ? " closed" : " open"))
                .toList();
        assertThat(looks).containsExactly(" closed", " closed", " hair edge open");
        assertThat(SankeyStyle.PAGE).contains(".sankey path.edge{fill:none}");
    }

    /** Rules that name an ancestor do not reach what another diagram refers to: it would be black. */
    @ParameterizedTest
    @ValueSource(strings = {".card", ".name"})
    void whatIsSharedIsStyledWithoutWhatItStandsIn(String part) {
        List<String> selectors = Pattern.compile("([^{}]+)\\{[^}]*}")
                .matcher(SankeyStyle.PAGE)
                .results()
                .flatMap(rule -> Stream.of(rule.group(1).split(",", -1)))
                .filter(selector -> selector.endsWith(part))
                .toList();
        assertThat(selectors).isNotEmpty().noneMatch(selector -> selector.startsWith(".sankey"));
    }
}
