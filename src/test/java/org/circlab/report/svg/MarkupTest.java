package org.circlab.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Any text goes through the JDK's XML parser and comes back as it was, but for what XML or a page must not hold. */
class MarkupTest {

    private static final String TRICKY = "&<>\"'\n\r\t]]>\u0000\u0007\u0085\u202E\u2066 aŠΩש\uD83D\uDE9B\uD800\uFFFF";

    private static String random(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            boolean tricky = random.nextBoolean();
            text.append(tricky ? TRICKY.charAt(random.nextInt(TRICKY.length())) : (char) random.nextInt(0x3000));
        }
        return text.toString();
    }

    private static String without(String text, String forbidden) {
        return text.codePoints()
                .filter(c -> !Character.toString(c).matches(forbidden))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Element parsed(String escaped) throws Exception {
        String xml = "<a b=\"" + escaped + "\">" + escaped + "</a>";
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void textOfAPageReadsAsItIsOnOneLineAndTurnsNoDirection(long seed) throws Exception {
        String text = random(seed);
        String expected = without(
                text.replaceAll("[\n\r\t]", " "),
                "[\\x00-\\x1F\\x7F-\\x9F\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]|\\p{Cs}");
        Element read = parsed(Markup.escape(text));
        assertThat(read.getTextContent()).isEqualTo(expected);
        assertThat(read.getAttribute("b")).isEqualTo(expected);
        assertThat(read.getChildNodes().getLength()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void dataKeepsItsLinesAndDirections(long seed) throws Exception {
        String text = random(seed);
        String expected = without(text, "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\uFFFE\uFFFF]|\\p{Cs}");
        Element read = parsed(Markup.data(text));
        assertThat(read.getTextContent()).isEqualTo(expected);
        assertThat(read.getAttribute("b")).isEqualTo(expected);
    }
}
