package org.circlab.report.page;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A page as the JDK's XML parser and an independent reader of CSV find it. */
record OpenedPage(String text, Document document) {

    static OpenedPage of(String page) {
        String markup = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
        try {
            return new OpenedPage(
                    page,
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(markup.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> elements(String name) {
        return listed(document.getElementsByTagName(name));
    }

    Element byId(String id) {
        return elements("*").stream()
                .filter(each -> each.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + id));
    }

    /** The words of the element with an id and of all in it. */
    String text(String id) {
        return byId(id).getTextContent();
    }

    static List<Element> within(Element element, String name) {
        return listed(element.getElementsByTagName(name));
    }

    private static List<Element> listed(NodeList found) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Elements of a name with all of these classes. */
    List<Element> of(String name, String... classes) {
        return elements(name).stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ", -1)).containsAll(List.of(classes)))
                .toList();
    }

    /** What stands in the style or the script. */
    String part(String name) {
        Matcher part = Pattern.compile("(?s)<" + name + ">(.*?)</" + name + ">").matcher(text);
        if (!part.find()) {
            throw new AssertionError("the page has no " + name);
        }
        return part.group(1);
    }

    /** The rows of a table that the page lets save. */
    List<Map<String, String>> saved(String name) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(savedText(name))) {
            return rows.readAll();
        }
    }

    /** What a browser saves. */
    String savedText(String name) {
        Element link = elements("a").stream()
                .filter(a -> a.getAttribute("download").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page does not let save " + name));
        String encoded = link.getAttribute("href").replaceFirst("[^,]*,", "");
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** The frames of the parties in a diagram, whether it draws them or takes those of another. */
    List<Element> cards(Element figure) {
        List<Element> cards = new ArrayList<>();
        for (Element node : within(figure, "g")) {
            if (node.getAttribute("class").startsWith("node ")) {
                List<Element> uses = within(node, "use");
                Element drawn = uses.isEmpty()
                        ? node
                        : byId(uses.get(0).getAttribute("href").substring(1));
                cards.add(within(drawn, "rect").get(0));
            }
        }
        return cards;
    }

    /** Grams of the bands in a figure. */
    static long grams(Element figure) {
        return within(figure, "path").stream()
                .map(path -> path.getAttribute("data-grams"))
                .filter(grams -> !grams.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** The sum of a column of tonnes, in grams. */
    static long grams(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(6)
                .longValueExact();
    }
}
