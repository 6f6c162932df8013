package org.circlab.report.page;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A page as the JDK's XML parser and an independent reader of CSV see it. */
final class PageDocument {

    private final Document document;

    PageDocument(String page) {
        String markup = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(markup.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> elements(String name) {
        return within(document, name);
    }

    Element byId(String id) {
        return elements("*").stream()
                .filter(each -> each.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + id));
    }

    String text(String id) {
        return byId(id).getTextContent();
    }

    static List<Element> within(Node root, String name) {
        NodeList found = root instanceof Document whole
                ? whole.getElementsByTagName(name)
                : ((Element) root).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The rows of a table that can be saved under a name. */
    List<Map<String, String>> saved(String name) {
        String encoded = elements("a").stream()
                .filter(a -> a.getAttribute("download").equals(name))
                .findFirst()
                .orElseThrow()
                .getAttribute("href")
                .replaceFirst(".*base64,", "");
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Base64.getDecoder().decode(encoded))) {
            return rows.readAll();
        }
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
