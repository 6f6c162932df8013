package org.circlab.report.sankey;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlab.report.graph.FlowGraph;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A diagram as somebody else reads it: its XML by the JDK's parser, its outlines by the JDK's geometry. */
final class Picture {

    private static final Pattern STROKE = Pattern.compile("([MLCZ])([-0-9. ]*)");

    /** A ribbon: which link, -1 where the diagram does not say, its exact grams, its area, and the two ends of its beginning. */
    record Ribbon(int link, long grams, Path2D area, List<Double> numbers) {
        /** How far apart its edges are where it leaves its sender. */
        double width() {
            return Math.abs(numbers.get(1) - numbers.get(numbers.size() - 1));
        }
    }

    final Document document;
    final List<Rectangle2D> cards;
    final List<Ribbon> ribbons = new ArrayList<>();

    private Picture(Document document) {
        this.document = document;
        this.cards = boxes("card");
        for (Element path : elements("path")) {
            if (path.hasAttribute("data-grams")) {
                ribbons.add(ribbon(path));
            }
        }
    }

    static Picture of(FlowGraph graph, View view) {
        return of(SankeySvg.file(Layout.of(graph, Look.of(graph)), view));
    }

    static Picture of(String svg) {
        try {
            return new Picture(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The rectangles of a class, in the order of the file. */
    List<Rectangle2D> boxes(String name) {
        return elements("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals(name))
                .<Rectangle2D>map(rect -> new Rectangle2D.Double(
                        number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")))
                .toList();
    }

    static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static Ribbon ribbon(Element path) {
        Path2D area = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Matcher stroke = STROKE.matcher(path.getAttribute("d"));
        List<Double> all = new ArrayList<>();
        while (stroke.find()) {
            double[] n = stroke.group(2).isBlank()
                    ? new double[0]
                    : Pattern.compile(" ")
                            .splitAsStream(stroke.group(2).strip())
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            for (double each : n) {
                all.add(each);
            }
            switch (stroke.group(1)) {
                case "M" -> area.moveTo(n[0], n[1]);
                case "L" -> area.lineTo(n[0], n[1]);
                case "C" -> area.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
                default -> area.closePath();
            }
        }
        int link = path.hasAttribute("data-link") ? (int) number(path, "data-link") : -1;
        return new Ribbon(link, Long.parseLong(path.getAttribute("data-grams")), area, all);
    }
}
