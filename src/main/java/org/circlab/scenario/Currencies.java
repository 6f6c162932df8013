package org.circlab.scenario;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.quantity.Dimension;

/**
 * Rates of exchange that a scenario states. Money is euros everywhere behind the reader; an amount in another currency is divided
 * by the rate where it is read, and the scenario keeps amount, rate and the source of both.
 */
final class Currencies {

    /** Where rates stand in a lab. */
    static final String KEY = "currencies";

    static final Part CURRENCY = Part.of(
            "currency",
            Key.of("per-euro", Shape.figure(Measure.RATE), "So many of it are worth one euro.", "117.2")
                    .required());

    private static final String EURO = "EUR";
    private static final String EXAMPLE = "{ per-euro: 117.2, source: { ref: Central bank, grade: reported } }";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    /** A number, a thousand or million of a currency, and what it is for each of. */
    private static final Pattern AMOUNT =
            Pattern.compile("([^\\p{L}]*\\d[^\\p{L}]*(?:[eE][+-]?\\d+\\s*)?)([kM]?)([A-Z]{3})(/.*)?");

    private final Map<String, Double> perEuro = new TreeMap<>();
    /** Those whose rate cannot be read, which is told once. */
    private final Set<String> unsound = new TreeSet<>();

    private final Set<String> used = new TreeSet<>();

    /**
     * An amount of money of some currency.
     *
     * @param currency its code, not the euro's
     * @param inEuros the text as it would be if its number were one of euros
     */
    record Amount(String currency, String inEuros) {}

    /** Reads the rates of a lab. */
    void read(Fields lab) {
        lab.each(KEY, KEY + ": { RSD: " + EXAMPLE + " }", (code, member) -> {
            Fields fields = member.fields(EXAMPLE);
            double rate = fields.requiredNumber("per-euro", Measure.RATE);
            fields.done();
            if (code.equals(EURO) || !isCurrency(code)) {
                lab.report(
                        FindingCode.UNKNOWN_CURRENCY,
                        member.spot(),
                        code.equals(EURO) ? "The euro needs no rate." : "'" + code + "' is no currency of ISO 4217.",
                        "Name a currency by its three letters, such as RSD, BAM or ALL.");
            } else if (lab.scope().findings().sound(member.spot().path())) {
                perEuro.put(code, rate);
            } else {
                unsound.add(code);
            }
        });
        if (!lab.scope().findings().sound(KEY)) {
            unsound.add("");
        }
    }

    /** Whether a dimension is one of money. */
    static boolean isMoney(Dimension dimension) {
        return dimension.baseUnit().startsWith(EURO);
    }

    /** The amount of another currency than the euro that a text is, if it is one; its unit may still be no price. */
    static Optional<Amount> amount(String text) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        if (!matcher.matches() || matcher.group(3).equals(EURO) || !isCurrency(matcher.group(3))) {
            return Optional.empty();
        }
        String below = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(new Amount(matcher.group(3), matcher.group(1) + matcher.group(2) + EURO + below));
    }

    /** A text of a dimension as it would be in euros if it is an amount of another currency; the text itself otherwise. */
    static String likeEuros(String text, Dimension dimension) {
        return isMoney(dimension) ? amount(text).map(Amount::inEuros).orElse(text) : text;
    }

    /** A regular expression for texts of a dimension in whatever currency. */
    static String pattern(Dimension dimension) {
        return isMoney(dimension) ? dimension.pattern().replace(EURO, CODE.pattern()) : dimension.pattern();
    }

    /** How many of a currency are worth a euro; a finding and 1 where the scenario does not say so. */
    double perEuro(String currency, String text, Spot spot, Scope scope) {
        used.add(currency);
        Double rate = perEuro.get(currency);
        if (rate == null && !unsound.contains(currency) && !unsound.contains("")) {
            scope.report(
                    FindingCode.UNKNOWN_CURRENCY,
                    spot,
                    spot.name() + " is " + text + ", and the scenario states no rate of " + currency + ".",
                    "Add '" + KEY + ": { " + currency + ": { per-euro: ..., source: { ref: ..., grade: reported } } }'"
                            + " with so many " + currency
                            + " as are worth a euro of the start year: prices of another year"
                            + " need a rate that has the price index in it.");
        }
        return rate == null ? 1 : rate;
    }

    /** Tells rates in which nothing stands. */
    void check(Reporter reporter) {
        for (String currency : perEuro.keySet()) {
            if (!used.contains(currency)) {
                reporter.report(
                        FindingCode.UNUSED,
                        KEY + "." + currency,
                        "No amount is in " + currency + ".",
                        "Leave the rate out if no '--set' or '--vary' needs it, or write amounts like '6000 " + currency
                                + "/t'.");
            }
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return CODE.matcher(code).matches() && Currency.getInstance(code) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
