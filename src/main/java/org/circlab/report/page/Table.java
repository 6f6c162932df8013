package org.circlab.report.page;

import java.nio.charset.StandardCharsets;
import org.circlab.report.svg.Markup;

/** A table of a page, row by row: words to the left, numbers to the right. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a table.
     *
     * @param caption what it is, for people and screen readers
     * @param words how many columns from the left are words
     * @param columns their headings
     */
    Table(String caption, int words, String... columns) {
        text.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Markup.escape(caption))
                .append("\"><table><caption>")
                .append(Markup.escape(caption))
                .append("</caption><thead><tr>");
        for (int i = 0; i < columns.length; i++) {
            text.append(i < words ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">")
                    .append(Markup.escape(columns[i]))
                    .append("</th>");
        }
        text.append("</tr></thead><tbody>\n");
    }

    /** Begins a row; {@code attributes} are those of its element. */
    Table row(String attributes) {
        text.append("<tr").append(attributes.isEmpty() ? "" : " " + attributes).append('>');
        return this;
    }

    /** A row of one cell that heads those below it. */
    Table group(String name, int columns) {
        text.append("<tr class=\"group\"><th scope=\"colgroup\" colspan=\"" + columns + "\">" + Markup.escape(name)
                + "</th></tr>\n");
        return this;
    }

    /** The cell that names the row. */
    Table head(String words) {
        return html("<th scope=\"row\">", words, "</th>");
    }

    /** A cell with words. */
    Table words(String words) {
        return html("<td>", words, "</td>");
    }

    /** A cell with a number. */
    Table number(String number) {
        return html("<td class=\"n\">", number, "</td>");
    }

    /** A cell whose markup is made by the program. */
    Table raw(String markup) {
        text.append("<td>").append(markup).append("</td>");
        return this;
    }

    /** A cell of a class whose markup is made by the program. */
    Table raw(String kind, String markup) {
        text.append(kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">")
                .append(markup)
                .append("</td>");
        return this;
    }

    /** Ends a row. */
    Table end() {
        text.append("</tr>\n");
        return this;
    }

    /** The table, and below it a link that saves the same as CSV. */
    String html(String fileName, String csv) {
        return html() + download(fileName, csv);
    }

    /** The table alone. */
    String html() {
        return text + "</tbody></table></div>\n";
    }

    /** A link that saves a text, without any request. */
    static String download(String fileName, String content) {
        return "<p class=\"save\"><a download=\"" + fileName + "\" href=\"data:text/csv;charset=utf-8,"
                + encoded(content) + "\">Save this table as " + fileName + "</a></p>\n";
    }

    /** As RFC 3986 writes data in a URL: most of a table stands for itself, which takes less than base 64. */
    private static String encoded(String content) {
        StringBuilder encoded = new StringBuilder(content.length() + content.length() / 16);
        for (byte each : content.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
            if (plain || "-._~,/:;=".indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit((each >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(each & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    private Table html(String before, String words, String after) {
        text.append(before).append(Markup.escape(words)).append(after);
        return this;
    }
}
