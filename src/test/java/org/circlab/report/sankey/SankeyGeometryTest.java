package org.circlab.report.sankey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.svg.TextWidth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What makes a diagram readable, measured in the finished picture: on networks with and without loops, small and large. */
class SankeyGeometryTest {

    /** Coordinates are written to the hundredth of a pixel. */
    private static final double ROUNDING = 0.02;

    static Stream<FlowGraph> networks() {
        Stream<FlowGraph> byHand = Stream.of(
                Networks.of(0),
                Networks.of(1),
                Networks.of(2, new long[] {0, 1, 0, 5_000_000}),
                Networks.of(1, new long[] {0, 0, 0, 5_000_000}),
                Networks.of(3, new long[] {0, 1, 0, 4}, new long[] {1, 2, 0, 7}, new long[] {2, 0, 1, 2}),
                Networks.of(2, new long[] {0, 1, 0, 9_000}, new long[] {1, 0, 0, 9_000}, new long[] {1, 0, 1, 1}),
                Networks.of(3, new long[] {0, 1, 0, 0, 0}, new long[] {1, 2, 0, Long.MAX_VALUE / 4, 0}));
        Stream<FlowGraph> random = Stream.iterate(1, seed -> seed + 1)
                .limit(40)
                .map(seed -> Networks.random(1 + seed % 17, (seed * 7) % 45 % (1 + seed % 17 * (seed % 17)), seed));
        return Stream.of(byHand, random, Stream.of(Networks.random(70, 160, 5), Networks.random(200, 1000, 3)))
                .flatMap(each -> each);
    }

    private static Stream<View> views(FlowGraph graph) {
        return graph.sides().size() == 1 ? Stream.of(View.of(0)) : Stream.of(View.of(0), View.of(1), new View(0, 1));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void cardsDoNotOverlapAndStandInsideThePicture(FlowGraph graph) {
        Picture picture = Picture.of(graph, View.of(0));
        Element root = picture.document.getDocumentElement();
        Rectangle2D all = new Rectangle2D.Double(0, 0, Picture.number(root, "width"), Picture.number(root, "height"));
        assertThat(picture.cards).hasSize(graph.nodes().size()).allMatch(all::contains);
        for (int i = 0; i < picture.cards.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(picture.cards.get(i).intersects(picture.cards.get(j)))
                        .as("cards %s and %s", i, j)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void noFlowRunsOverACard(FlowGraph graph) {
        views(graph).map(view -> Picture.of(graph, view)).forEach(picture -> {
            for (Rectangle2D card : picture.cards) {
                Rectangle2D inside = new Rectangle2D.Double(
                        card.getX() + 0.5, card.getY() + 0.5, card.getWidth() - 1, card.getHeight() - 1);
                assertThat(picture.ribbons).noneMatch(ribbon -> ribbon.area().intersects(inside));
            }
        });
    }

    /** Where nothing moves, or nothing differs, it says so, below the cards and inside the picture. */
    @ParameterizedTest
    @MethodSource("networks")
    void whatHasNoFlowSaysSoInFullSight(FlowGraph graph) {
        views(graph).forEach(view -> {
            Picture picture = Picture.of(graph, view);
            List<Element> words = picture.elements("text").stream()
                    .filter(text -> text.getAttribute("class").equals("none"))
                    .toList();
            assertThat(words).hasSize(picture.ribbons.isEmpty() ? 1 : 0);
            Element root = picture.document.getDocumentElement();
            for (Element each : words) {
                double y = Picture.number(each, "y");
                Rectangle2D box = new Rectangle2D.Double(Picture.number(each, "x"), y - 12, 120, 15);
                assertThat(new Rectangle2D.Double(0, 0, Picture.number(root, "width"), Picture.number(root, "height"))
                                .contains(box))
                        .isTrue();
                assertThat(picture.cards).noneMatch(box::intersects);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void wordsStayInsideTheirCards(FlowGraph graph) {
        Picture picture = Picture.of(graph, View.of(0));
        List<Element> names = picture.elements("text").stream()
                .filter(text -> !text.getAttribute("class").matches("legend|none"))
                .toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(graph.nodes().size());
        Rectangle2D[] lines = names.stream().map(SankeyGeometryTest::box).toArray(Rectangle2D[]::new);
        for (int i = 0; i < lines.length; i++) {
            Rectangle2D line = lines[i];
            assertThat(picture.cards).anyMatch(card -> card.contains(line));
            for (int j = Math.max(0, i - 6); j < i; j++) {
                assertThat(line.intersects(lines[j])).isFalse();
            }
        }
    }

    /** From a little above the small letters to the foot of the line; nine tenths of its size high. */
    private static Rectangle2D box(Element text) {
        double size = Picture.number(text, "font-size");
        return new Rectangle2D.Double(
                Picture.number(text, "x"),
                Picture.number(text, "y") - 0.75 * size,
                TextWidth.of(text.getTextContent(), size),
                0.95 * size);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void widthsAreProportionalToMassAndAddUpToTheGram(FlowGraph graph) {
        Layout layout = Layout.of(graph, Look.of(graph));
        views(graph).forEach(view -> {
            Picture picture = Picture.of(SankeySvg.file(layout, view));
            long[] drawn = new long[graph.links().size()];
            for (Picture.Ribbon ribbon : picture.ribbons) {
                drawn[ribbon.link()] += ribbon.grams();
                assertThat(ribbon.width()).isCloseTo(ribbon.grams() * layout.pixelsPerGram(), within(ROUNDING));
            }
            assertThat(drawn)
                    .isEqualTo(graph.links().stream().mapToLong(view::grams).toArray());
            if (!view.isDifference()) {
                assertThat(Arrays.stream(drawn).sum()).isEqualTo(graph.grams(view.side()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void barsAreAsHighAsWhatEntersAndLeaves(FlowGraph graph) {
        Layout layout = Layout.of(graph, Look.of(graph));
        views(graph).forEach(view -> {
            List<Rectangle2D> bars = Picture.of(SankeySvg.element(layout, view, Notes.NONE, Cards.ALONE))
                    .boxes("bar");
            for (int node = 0; node < graph.nodes().size(); node++) {
                int own = node;
                double in = graph.links().stream()
                        .filter(link -> link.to() == own)
                        .mapToDouble(view::grams)
                        .sum();
                double out = graph.links().stream()
                        .filter(link -> link.from() == own)
                        .mapToDouble(view::grams)
                        .sum();
                assertThat(bars.get(2 * node).getHeight()).isCloseTo(in * layout.pixelsPerGram(), within(ROUNDING));
                assertThat(bars.get(2 * node + 1).getHeight())
                        .isCloseTo(out * layout.pixelsPerGram(), within(ROUNDING));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void allViewsShareTheirPlacesAndTheSameGraphGivesTheSameBytes(FlowGraph graph) {
        Picture first = Picture.of(graph, View.of(0));
        views(graph).forEach(view -> {
            assertThat(Picture.of(graph, view).cards).isEqualTo(first.cards);
            assertThat(SankeySvg.file(Layout.of(graph, Look.of(graph)), view))
                    .isEqualTo(SankeySvg.file(Layout.of(graph, Look.of(graph)), view));
        });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatLeavesACardDoesNotOverlapThere(FlowGraph graph) {
        Picture picture = Picture.of(graph, View.of(0));
        for (Picture.Ribbon one : picture.ribbons) {
            for (Picture.Ribbon other : picture.ribbons) {
                boolean sameSender = graph.links().get(one.link()).from()
                        == graph.links().get(other.link()).from();
                if (one.link() < other.link() && sameSender) {
                    assertThat(overlap(one, other)).isLessThan(2 * ROUNDING);
                }
            }
        }
    }

    private static double overlap(Picture.Ribbon one, Picture.Ribbon other) {
        double[] a = {one.numbers().get(1), one.numbers().get(one.numbers().size() - 1)};
        double[] b = {
            other.numbers().get(1), other.numbers().get(other.numbers().size() - 1)
        };
        return Math.min(Math.max(a[0], a[1]), Math.max(b[0], b[1]))
                - Math.max(Math.min(a[0], a[1]), Math.min(b[0], b[1]));
    }
}
