package org.circlab.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.circlab.report.Harbour;
import org.circlab.report.ResultException;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Node;
import org.circlab.report.graph.RunGraph;
import org.circlab.report.sankey.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pictures as the JDK reads them back; JSVG, which draws them, is also the independent reader of the figure as SVG. */
class PictureTest {

    private static final String SVG =
            Format.SVG.text(RunGraph.of(Harbour.run("symbiosis", 1).outcome(), "variant", "usual"), View.of(0));

    private static BufferedImage read(String svg, int width) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Picture.png(svg, width, bytes);
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double attribute(String name) {
        MatchResult found = Pattern.compile(" " + name + "=\"([0-9.]+)\"")
                .matcher(SVG)
                .results()
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void itsSizeIsTwiceThatOfTheFigureOrAsWideAsAsked() {
        BufferedImage usual = read(SVG, 0);
        assertThat(usual.getWidth()).isEqualTo((int) Math.round(2 * attribute("width")));
        assertThat(usual.getHeight()).isEqualTo((int) Math.round(2 * attribute("height")));
        BufferedImage asked = read(SVG, 701);
        assertThat(asked.getWidth()).isEqualTo(701);
        assertThat((double) asked.getHeight()).isCloseTo(701 * attribute("height") / attribute("width"), within(0.6));
    }

    /** Where a ribbon leaves its sender, from its upper edge to its lower. */
    @Test
    void theThickestRibbonHasItsColourWhereItLeaves() {
        MatchResult ribbon = Pattern.compile(
                        "class=\"r m0\"[^>]* fill=\"(#[0-9a-f]{6})\"[^>]* d=\"M([0-9.]+) ([0-9.]+)C.* ([0-9.]+)Z\"")
                .matcher(SVG)
                .results()
                .findFirst()
                .orElseThrow();
        int x = (int) Math.round(2 * Double.parseDouble(ribbon.group(2)) + 4);
        int y = (int) Math.round(Double.parseDouble(ribbon.group(3)) + Double.parseDouble(ribbon.group(4)));
        Color ink = Color.decode(ribbon.group(1));
        Color seen = new Color(read(SVG, 0).getRGB(x, y));
        assertThat(seen.getRed()).isCloseTo(onWhite(ink.getRed()), within(2));
        assertThat(seen.getGreen()).isCloseTo(onWhite(ink.getGreen()), within(2));
        assertThat(seen.getBlue()).isCloseTo(onWhite(ink.getBlue()), within(2));
        assertThat(seen).isNotEqualTo(Color.WHITE);
    }

    private static int onWhite(int part) {
        return (int) Math.round(0.72 * part + 0.28 * 255);
    }

    @Test
    void theFigureLooksTheSameToAReaderThatKnowsNoClasses() {
        assertThat(SVG).doesNotContain("var(");
        String plain = SVG.replaceAll(" class=\"[^\"]*\"", "").replaceFirst("<style>.*?</style>", "");
        assertThat(pixels(read(plain, 600))).isEqualTo(pixels(read(SVG, 600)));
        assertThat(pixels(read(SVG, 600)).stream().distinct().count()).isGreaterThan(20);
    }

    private static List<Integer> pixels(BufferedImage image) {
        int width = image.getWidth();
        return Arrays.stream(image.getRGB(0, 0, width, image.getHeight(), null, 0, width))
                .boxed()
                .toList();
    }

    @Test
    void hostileNamesAreDrawn() {
        String hostile =
                "=</svg><script>alert(1)</script>\", 'x'\n\u202Eevil \u05E9\u05DC\u05D5\u05DD \u03A7\u03C5\u03C4\u03AE\u03C1\u03B9\u03BF";
        FlowGraph graph = new FlowGraph(
                List.of(hostile),
                List.of(new Node("a", hostile, Node.Kind.ACTOR), new Node("b", "", Node.Kind.ACTOR)),
                List.of(new FlowGraph.Named("m", hostile)),
                List.of(new Link(0, 1, 0, List.of(1_000_000L))),
                1);
        assertThat(pixels(read(Format.SVG.text(graph, View.of(0)), 400)).stream()
                        .distinct()
                        .count())
                .isGreaterThan(20);
    }

    @Test
    void whatIsTooLargeForMemoryIsRefusedBefore() {
        String tall = SVG.replaceFirst(" height=\"[0-9.]+\"", " height=\"900000\"");
        assertThatThrownBy(() -> Picture.png(tall, 20_000, new ByteArrayOutputStream()))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("smaller --width");
    }

    /** Another JVM, for which the machine has no fonts. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aMachineWithoutFontsIsToldWhatToDo(@TempDir Path folder) throws Exception {
        Path none = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                PictureTest.class.getName());
        java.environment().putAll(Map.of("FONTCONFIG_FILE", none.toString()));
        Process process = java.redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("finds no fonts to write names with", "--to svg");
    }

    /** Draws a figure, or says why not. */
    public static void main(String... none) throws IOException {
        try {
            Picture.png("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", 0, System.out);
        } catch (ResultException e) {
            System.out.println(e.getMessage());
        }
    }
}
