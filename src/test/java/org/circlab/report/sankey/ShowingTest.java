package org.circlab.report.sankey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** One layout for several sets of masses, and how sure a mass is. */
class ShowingTest {

    private static final double ROUNDED = 0.021;

    /** A year of five in which each link carries a part of what it carries in all of them. */
    private static FlowGraph part(FlowGraph whole, long seed) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < whole.links().size(); i++) {
            Link link = whole.links().get(i);
            long share = (i * 31L + seed) % 6;
            List<Long> grams =
                    link.grams().stream().map(all -> all / 25 * share).toList();
            links.add(new Link(link.from(), link.to(), link.material(), grams));
        }
        return new FlowGraph(whole.sides(), whole.nodes(), whole.materials(), links, whole.yearsInAll() / 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nodesStayAndATonneAYearIsAsWideAsBefore(long seed) {
        FlowGraph whole = Networks.random(12, 40, seed);
        FlowGraph part = part(whole, seed);
        Layout layout = Layout.of(whole, Look.of(whole));
        for (View view : List.of(View.of(0), View.of(1), new View(0, 1))) {
            Picture all = Picture.of(SankeySvg.file(layout, view));
            Picture shown = Picture.of(SankeySvg.file(layout.showing(part), view));
            assertThat(shown.cards).isEqualTo(all.cards);
            double pixelsPerTonne = layout.pixelsPerGram() / whole.tonnesPerYear(1);
            for (Picture.Ribbon ribbon : shown.ribbons) {
                assertThat(ribbon.grams()).isEqualTo(view.grams(part.links().get(ribbon.link())));
                assertThat(ribbon.width())
                        .isCloseTo(part.tonnesPerYear(ribbon.grams()) * pixelsPerTonne, within(ROUNDED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aMaterialHasItsColourWhateverIsShown(long seed) {
        FlowGraph whole = Networks.random(8, 30, seed);
        Layout layout = Layout.of(whole, Look.of(whole));
        Map<String, String> all = colours(Picture.of(SankeySvg.file(layout, View.of(0))));
        colours(Picture.of(SankeySvg.file(layout.showing(part(whole, seed)), View.of(0))))
                .forEach((material, colour) -> assertThat(colour).isEqualTo(all.get(material)));
    }

    private static Map<String, String> colours(Picture picture) {
        return picture.elements("path").stream()
                .filter(path -> path.hasAttribute("data-grams"))
                .collect(Collectors.toMap(
                        path -> path.getAttribute("data-m"),
                        path -> path.getAttribute("class").split(" ", -1)[1],
                        (one, other) -> one));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aBracketIsAsLongAsTheIntervalAndStandsOnlyWhereItCanBeSeen(long seed) {
        FlowGraph whole = Networks.random(10, 30, seed);
        Layout layout = Layout.of(whole, Look.of(whole));
        View view = View.of(0);
        Notes notes = new Notes() {
            @Override
            public String words(int link) {
                return "";
            }

            @Override
            public double halfWidthGrams(int link) {
                return view.grams(whole.links().get(link)) * 0.05 * (link % 4);
            }
        };
        Picture picture = Picture.of(SankeySvg.element(layout, view, notes, Cards.ALONE));
        List<Double> expected = picture.ribbons.stream()
                .map(ribbon -> 2 * notes.halfWidthGrams(ribbon.link()) * layout.pixelsPerGram())
                .filter(length -> length >= 2)
                .sorted()
                .toList();
        List<Double> drawn = picture.elements("path").stream()
                .filter(path -> path.getAttribute("class").equals("whisker"))
                .map(ShowingTest::length)
                .sorted()
                .toList();
        assertThat(drawn).isNotEmpty().hasSameSizeAs(expected);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.get(i)).isCloseTo(expected.get(i), within(ROUNDED));
        }
    }

    /** From {@code Mx y h6 m-3 0 Vy m-3 0 h6}. */
    private static double length(Element whisker) {
        String[] parts = whisker.getAttribute("d").split("[MhmV ]+", -1);
        return Double.parseDouble(parts[6]) - Double.parseDouble(parts[2]);
    }
}
