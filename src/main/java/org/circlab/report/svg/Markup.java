package org.circlab.report.svg;

import java.util.stream.Collectors;

/** Text made harmless for XML and HTML, between tags and in attributes alike. */
public final class Markup {

    private static final int FIRST_PRINTABLE = 0x20;

    private Markup() {}

    /** The text so that it reads as it is and never as markup. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\r', '\t' -> safe.append(' ');
                default -> {
                    if (!isForbidden(c)) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** The same for text of several lines, whose ends stay. */
    public static String escapeLines(String text) {
        return text.lines().map(Markup::escape).collect(Collectors.joining("\n"));
    }

    /** Text as the data of an XML file that another program reads: line ends and directions of text stay as they are. */
    public static String data(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                safe.append("&#").append(c).append(';');
            } else if (turns(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(escape(Character.toString(c)));
            }
        });
        return safe.toString();
    }

    /** What XML 1.0 does not allow, and what turns the direction of the text around it (Unicode Standard Annex 9). */
    private static boolean isForbidden(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c < FIRST_PRINTABLE || (c >= 0x7F && c < 0xA0) || surrogate || c == 0xFFFE || c == 0xFFFF || turns(c);
    }

    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
