package org.circlab.report.sankey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.report.Periods;
import org.circlab.report.graph.Bounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.svg.TextWidth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Diagrams as pages draw them: of large networks with the small joined, and of every year in the layout of the window. */
class PageDiagramsTest {

    private static final int MOST_LINKS = 140;
    private static final int YEARS = 3;

    static Stream<FlowGraph> networks() {
        Stream<FlowGraph> byHand = Stream.of(
                Networks.of(0),
                Networks.of(2, new long[] {0, 1, 0, 5_000_000, 0}),
                Networks.of(
                        3, new long[] {0, 1, 0, 4000, 90}, new long[] {1, 2, 0, 7000, 0}, new long[] {2, 0, 1, 2, 9000
                        }));
        Stream<FlowGraph> small = IntStream.rangeClosed(1, 30).mapToObj(seed -> Networks.random(9, 24, 100 + seed));
        Stream<FlowGraph> large = IntStream.rangeClosed(1, 12)
                .mapToObj(seed ->
                        Bounded.of(Networks.random(200, 1000, seed), MOST_LINKS).graph());
        return Stream.of(byHand, small, large).flatMap(each -> each);
    }

    /** Each link in one year more, in another less, by a rule that no two links share. */
    private static List<Periods.Period> years(FlowGraph whole) {
        List<Periods.Period> years = new ArrayList<>();
        for (int year = 0; year < YEARS; year++) {
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < whole.links().size(); i++) {
                long share = (i * 7L + year * 3L) % 5;
                Link link = whole.links().get(i);
                List<Long> grams =
                        link.grams().stream().map(all -> all / 10 * share).toList();
                links.add(new Link(link.from(), link.to(), link.material(), grams));
            }
            years.add(new Periods.Period(
                    "year " + year,
                    new FlowGraph(whole.sides(), whole.nodes(), whole.materials(), links, whole.yearsInAll() / YEARS)));
        }
        return years;
    }

    private static List<Picture> pictures(FlowGraph whole) {
        List<Periods.Period> years = years(whole);
        FlowGraph room = Periods.room(whole, years);
        Layout layout = Layout.of(room, Look.of(whole));
        List<FlowGraph> shown = new ArrayList<>(List.of(whole));
        years.forEach(year -> shown.add(year.graph()));
        List<Picture> pictures = new ArrayList<>();
        for (FlowGraph graph : shown) {
            for (int side = 0; side < graph.sides().size(); side++) {
                pictures.add(
                        Picture.of(SankeySvg.element(layout.showing(graph), View.of(side), Notes.NONE, Cards.ALONE)));
            }
            if (graph.sides().size() > 1) {
                pictures.add(
                        Picture.of(SankeySvg.element(layout.showing(graph), new View(0, 1), Notes.NONE, Cards.ALONE)));
            }
        }
        return pictures;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void noFlowOfAnyYearRunsOverACardAndNoneLeavesThePicture(FlowGraph whole) {
        for (Picture picture : pictures(whole)) {
            Element root = picture.document.getDocumentElement();
            Rectangle2D all =
                    new Rectangle2D.Double(0, 0, Picture.number(root, "width"), Picture.number(root, "height"));
            for (Rectangle2D card : picture.cards) {
                Rectangle2D inside = new Rectangle2D.Double(
                        card.getX() + 0.5, card.getY() + 0.5, card.getWidth() - 1, card.getHeight() - 1);
                assertThat(picture.ribbons).noneMatch(ribbon -> ribbon.area().intersects(inside));
            }
            assertThat(picture.ribbons)
                    .allMatch(ribbon -> all.contains(ribbon.area().getBounds2D()));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void wordsOfTheKeyLieOnNothing(FlowGraph whole) {
        for (Picture picture : pictures(whole)) {
            double width = Picture.number(picture.document.getDocumentElement(), "width");
            List<Rectangle2D> taken = new ArrayList<>(picture.cards);
            picture.ribbons.forEach(ribbon -> taken.add(ribbon.area().getBounds2D()));
            for (Element rect : picture.elements("rect")) {
                if (rect.getAttribute("class").startsWith("r ")) {
                    taken.add(box(rect));
                }
            }
            for (Element text : picture.elements("text")) {
                if (text.getAttribute("class").equals("legend")) {
                    Rectangle2D words = new Rectangle2D.Double(
                            Picture.number(text, "x"),
                            Picture.number(text, "y") - 9,
                            TextWidth.of(text.getTextContent(), 12),
                            11);
                    assertThat(taken).as(text.getTextContent()).noneMatch(words::intersects);
                    assertThat(words.getMaxX()).isLessThanOrEqualTo(width);
                    taken.add(words);
                }
            }
        }
    }

    private static Rectangle2D box(Element rect) {
        return new Rectangle2D.Double(
                Picture.number(rect, "x"),
                Picture.number(rect, "y"),
                Picture.number(rect, "width"),
                Picture.number(rect, "height"));
    }
}
