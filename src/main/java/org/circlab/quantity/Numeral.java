package org.circlab.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number that a text starts with, as written and as it reads, and what follows it. */
record Numeral(String written, BigDecimal value, String rest) {

    /** White space around numbers and units, in the words of Java and of ECMA-262. */
    static final String SPACE = "[ \\t\\n\\x0B\\f\\r\\u00A0\\u2009\\u202F]";

    private static final String SIGN = "[+\\-\\u2212]?";
    private static final String DECIMAL =
            SIGN + "(?:\\d{1,3}([ _\\u00A0\\u2009\\u202F])\\d{3}(?:\\1\\d{3})*(?!\\d)|\\d+|(?=\\.\\d))(?:\\.\\d+)?";
    private static final Pattern NUMBER = Pattern.compile(DECIMAL + "(?:[eE][+-]?(\\d+))?");
    private static final Pattern BLANK_ENDS = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");
    private static final Pattern SEPARATORS = Pattern.compile("[ _\\u00A0\\u2009\\u202F]");
    private static final Pattern DIGITS_AND_SEPARATORS =
            Pattern.compile(SIGN + "\\d[\\d.,'’_ \\u00A0\\u2009\\u202F]*\\d");
    private static final Pattern COMMA_OF_THOUSANDS = Pattern.compile(SIGN + "[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern MORE_DIGITS = Pattern.compile(SPACE + "*\\d|[.,'’_]");
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_EXPONENT = 3;

    /** A regular expression, of Java and of ECMA-262 alike, for every number that {@link #read} takes; it has a group. */
    static final String EXPRESSION = DECIMAL + "(?:[eE][+-]?\\d{1," + LONGEST_EXPONENT + "})?";

    static Numeral read(String text, Dimension expected) {
        String stripped = strip(text);
        if (stripped.isEmpty()) {
            throw QuantityException.of(text, "is empty", expected, "");
        }
        if (stripped.length() > LONGEST_TEXT) {
            throw QuantityException.of(text, "is too long for a quantity", expected, "");
        }
        Matcher number = NUMBER.matcher(stripped);
        if (!number.lookingAt()) {
            throw QuantityException.of(text, "does not start with a number", expected, "");
        }
        String rest = stripped.substring(number.end());
        if (startsWithMoreDigits(rest)) {
            throw badlySeparated(text, stripped, expected);
        }
        String exponent = number.group(2);
        if (exponent != null && exponent.length() > LONGEST_EXPONENT) {
            throw QuantityException.of(text, "is out of range", expected, "");
        }
        return new Numeral(number.group(), value(number.group()), strip(rest));
    }

    private static String strip(String text) {
        return BLANK_ENDS.matcher(text).replaceAll("");
    }

    private static BigDecimal value(String written) {
        return new BigDecimal(SEPARATORS.matcher(written).replaceAll("").replace('\u2212', '-'));
    }

    private static boolean startsWithMoreDigits(String rest) {
        return MORE_DIGITS.matcher(rest).lookingAt();
    }

    private static QuantityException badlySeparated(String text, String stripped, Dimension expected) {
        Matcher number = DIGITS_AND_SEPARATORS.matcher(stripped);
        if (!number.lookingAt()) {
            return QuantityException.of(text, "has a separator without digits after it", expected, "");
        }
        String digits = number.group();
        String rest = strip(stripped.substring(number.end()));
        String fault = digits.contains(",")
                ? "has a comma in its number (decimals take a point, thousands a space)"
                : "has a misplaced separator in its number (a space before each three digits, or none)";
        return QuantityException.of(text, fault, expected, Correction.of(separated(digits), rest, expected));
    }

    /** The numerals that digits with foreign separators may have meant. */
    private static List<String> separated(String digits) {
        if (COMMA_OF_THOUSANDS.matcher(digits).matches()) {
            String thousands = digits.replace(',', ' ');
            boolean eitherWay = digits.indexOf(',') == digits.lastIndexOf(',') && digits.indexOf('.') < 0;
            return eitherWay ? List.of(thousands, digits.replace(',', '.')) : List.of(thousands);
        }
        int comma = digits.indexOf(',');
        if (comma >= 0 && comma == digits.lastIndexOf(',')) {
            String whole = digits.substring(0, comma).replaceAll("[^\\d+\\-\\u2212]", "");
            return List.of(whole + "." + digits.substring(comma + 1).replaceAll("\\D", ""));
        }
        int point = digits.indexOf('.');
        boolean decimals = point >= 0 && point == digits.lastIndexOf('.');
        return List.of(digits.replaceAll(decimals ? "[^\\d.+\\-\\u2212]" : "[^\\d+\\-\\u2212]", ""));
    }
}
