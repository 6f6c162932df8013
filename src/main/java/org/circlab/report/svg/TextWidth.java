package org.circlab.report.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is at most in the sans-serif fonts of the usual systems, without asking a font: a class of width for each kind
 * of character, taken from the widest of those fonts. What fits by this measure fits on every machine.
 */
public final class TextWidth {

    private static final double USUAL = 0.63;
    private static final double NARROW = 0.4;
    private static final double CAPITAL = 0.77;
    private static final double WIDE = 1.0;
    private static final String NARROW_ONES = "ijlItfr.,:;'|!()[]-/ \u00A0";
    private static final String WIDE_ONES = "mwMW@%\u2026\u2192&";
    private static final int FIRST_IDEOGRAPH = 0x1100;

    private TextWidth() {}

    /**
     * The width of a line.
     *
     * @param size of the font, in the unit of the result
     */
    public static double of(String text, double size) {
        return size * text.codePoints().mapToDouble(TextWidth::em).sum();
    }

    /** The text if it is at most so wide, else its beginning with an ellipsis. */
    public static String cut(String text, double size, double most) {
        if (of(text, size) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double width = of("\u2026", size);
        for (int c : text.codePoints().toArray()) {
            width += size * em(c);
            if (width > most) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + "\u2026";
    }

    /** The text broken at spaces into at most so many lines; what is left over is cut from the last. */
    public static List<String> lines(String text, double size, double most, int atMost) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (lines.size() < atMost - 1 && of(rest, size) > most) {
            int at = breakBefore(rest, size, most);
            if (at < 0) {
                break;
            }
            lines.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        lines.add(cut(rest, size, most));
        return lines;
    }

    /** The last space at which the beginning still fits, or -1. */
    private static int breakBefore(String text, double size, double most) {
        int best = -1;
        for (int at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
            if (of(text.substring(0, at), size) <= most) {
                best = at;
            }
        }
        return best;
    }

    private static double em(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (NARROW_ONES.indexOf(c) >= 0) {
            return NARROW;
        }
        if (WIDE_ONES.indexOf(c) >= 0 || (c >= FIRST_IDEOGRAPH && !isGreekOrLatin(c))) {
            return WIDE;
        }
        return Character.isUpperCase(c) ? CAPITAL : USUAL;
    }

    private static boolean isGreekOrLatin(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.LATIN
                || script == Character.UnicodeScript.GREEK
                || (script == Character.UnicodeScript.COMMON && c < 0x2100);
    }
}
