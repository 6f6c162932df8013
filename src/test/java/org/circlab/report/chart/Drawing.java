package org.circlab.report.chart;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlab.report.svg.TextWidth;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A chart as somebody else reads it: by the JDK's parser of XML, its words and marks as boxes. */
final class Drawing {

    private static final Pattern STROKE = Pattern.compile("([MLHVvhZ])([-0-9. ]*)");
    private static final double FONT = 13;

    final Document document;
    final Rectangle2D frame;

    Drawing(String svg) {
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
        String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        frame = new Rectangle2D.Double(0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3]));
    }

    List<Element> elements(String tag, String name) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element element = (Element) found.item(i);
            if (List.of(element.getAttribute("class").split(" ", -1)).contains(name)) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Where words stand, as wide as they may be at most. */
    List<Rectangle2D> words() {
        NodeList found = document.getElementsByTagName("text");
        List<Rectangle2D> boxes = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element text = (Element) found.item(i);
            double width = TextWidth.of(text.getTextContent(), FONT);
            double x = number(text, "x");
            x -= switch (text.getAttribute("text-anchor")) {
                case "end" -> width;
                case "middle" -> width / 2;
                default -> 0;
            };
            boxes.add(new Rectangle2D.Double(x, number(text, "y") - 0.8 * FONT, width, FONT));
        }
        return boxes;
    }

    List<Rectangle2D> boxes(String name) {
        return elements("rect", name).stream()
                .<Rectangle2D>map(rect -> new Rectangle2D.Double(
                        number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")))
                .toList();
    }

    /** The points that a path of straight strokes goes through, in pairs. */
    static List<double[]> points(Element path) {
        List<double[]> points = new ArrayList<>();
        Matcher stroke = STROKE.matcher(path.getAttribute("d"));
        double x = 0;
        double y = 0;
        while (stroke.find()) {
            String numbers = stroke.group(2).strip();
            double[] n = numbers.isEmpty()
                    ? new double[0]
                    : Pattern.compile(" ")
                            .splitAsStream(numbers)
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            switch (stroke.group(1)) {
                case "M", "L" -> {
                    x = n[0];
                    y = n[1];
                }
                case "H" -> x = n[0];
                case "V" -> y = n[0];
                case "v" -> y += n[0];
                case "h" -> x += n[0];
                default -> {
                    continue;
                }
            }
            points.add(new double[] {x, y});
        }
        return points;
    }

    static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }
}
