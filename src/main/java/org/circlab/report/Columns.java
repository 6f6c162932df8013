package org.circlab.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out rows of text in columns of a terminal. Widths are counted in characters as people see them, so that
 * {@code Šoštanj} and {@code Θεσσαλονίκη} align.
 */
public final class Columns {

    private static final String GAP = "  ";

    private final int[] widths;
    private final boolean[] right;

    /**
     * Columns from left to right.
     *
     * @param widths of each in characters; negative to align it to the right
     */
    Columns(int... widths) {
        this.widths = new int[widths.length];
        this.right = new boolean[widths.length];
        for (int i = 0; i < widths.length; i++) {
            this.widths[i] = Math.abs(widths[i]);
            this.right[i] = widths[i] < 0;
        }
    }

    /** One line without spaces at its end; text that does not fit is cut with an ellipsis. */
    String line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = cut(cells[i], widths[i]);
            String space = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : GAP)
                    .append(right[i] ? space : "")
                    .append(cell)
                    .append(right[i] ? "" : space);
        }
        return line.toString().stripTrailing();
    }

    /** How many places of a terminal a text takes: one for each character, none for a combining mark. */
    static int width(String text) {
        return (int) text.codePoints().filter(c -> !isCombining(c)).count();
    }

    /** The text if it is at most {@code most} wide, else its beginning with an ellipsis. */
    static String cut(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int taken = 0;
        for (int c : text.codePoints().toArray()) {
            if (!isCombining(c) && ++taken >= most) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** The text broken at spaces into lines at most {@code most} wide; a longer word is cut. */
    public static List<String> wrap(String text, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(cut(word, most));
        }
        lines.add(line.toString());
        return lines;
    }

    private static boolean isCombining(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
