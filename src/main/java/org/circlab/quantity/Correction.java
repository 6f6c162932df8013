package org.circlab.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposals for text that does not read: the nearest unit by spelling that has the expected dimension. */
final class Correction {

    private static final Map<String, String> SAME_SYMBOL = Map.ofEntries(
            Map.entry("a", "yr"),
            Map.entry("y", "yr"),
            Map.entry("year", "yr"),
            Map.entry("annum", "yr"),
            Map.entry("month", "mo"),
            Map.entry("week", "wk"),
            Map.entry("w", "wk"),
            Map.entry("day", "d"),
            Map.entry("hour", "h"),
            Map.entry("hr", "h"),
            Map.entry("minute", "min"),
            Map.entry("second", "s"),
            Map.entry("sec", "s"),
            Map.entry("ton", "t"),
            Map.entry("tonne", "t"),
            Map.entry("kilogram", "kg"),
            Map.entry("gram", "g"),
            Map.entry("€", "EUR"),
            Map.entry("k€", "kEUR"),
            Map.entry("m€", "MEUR"),
            Map.entry("euro", "EUR"),
            Map.entry("percent", "%"),
            Map.entry("m³", "m3"),
            Map.entry("m^3", "m3"),
            Map.entry("cbm", "m3"),
            Map.entry("tonnekm", "tkm"));
    private static final Map<String, String> SAME_UNIT = Map.of(
            "kmh", "km/h", "kph", "km/h", "tpa", "t/yr", "ktpa", "kt/yr", "tpd", "t/d", "%pa", "%/yr", "p.a.", "/yr");
    private static final Pattern BELOW_ONE = Pattern.compile("[+\\-\\u2212]?0?\\.\\d+");
    private static final int RESPELT = 1;
    private static final int PER_EDIT = 2;
    private static final int PUT_OR_DROPPED = 3;
    private static final int DEAREST = 5;

    private Correction() {}

    /**
     * Advice such as {@code Maybe 525 kt/yr?} on text whose number may be one of some numerals, and whose unit is missing,
     * unknown, of another dimension or right; empty if no unit is near.
     */
    static String of(List<String> numerals, String rest, Dimension expected) {
        return unit(numerals.get(0), rest, expected)
                .map(unit -> numerals.stream()
                        .map(numeral -> unit.startsWith("/") ? numeral + unit : Decimal.withUnit(numeral, unit))
                        .collect(Collectors.joining(" or ", "Maybe ", "?")))
                .orElse("");
    }

    private static Optional<String> unit(String numeral, String rest, Dimension expected) {
        if (Unit.find(rest).filter(expected::accepts).isPresent()) {
            return Optional.of(rest);
        }
        if (expected.isPlain()) {
            boolean mayBeSouthOrWest = expected == Dimension.COORDINATE && !rest.equals("°");
            return mayBeSouthOrWest ? Optional.empty() : Optional.of("");
        }
        if (rest.isEmpty()) {
            boolean likelyShare = expected == Dimension.YEARLY_RATE
                    && BELOW_ONE.matcher(numeral).matches();
            return Optional.of(likelyShare ? "/yr" : expected.usualUnit());
        }
        return Optional.of(nearest(rest, expected)).filter(found -> !found.isEmpty());
    }

    private static String nearest(String written, Dimension expected) {
        String joined = written.replaceAll("(?i)(^|\\s+)(per|a|an|each)\\s+", "/")
                .replaceAll("[\\s\\u00A0\\u2009\\u202F·*]|(?<=t)-(?=km)", "")
                .replaceAll("(?i)CO[2₂](-?e(q|quiv)?)?", "CO2e");
        String unit = SAME_UNIT.getOrDefault(joined.toLowerCase(Locale.ROOT), joined);
        int slash = unit.indexOf('/');
        String above = slash < 0 ? unit : unit.substring(0, slash);
        String below = slash < 0 ? "" : unit.substring(slash + 1).replace("/", "");
        Map<String, Integer> numerators = alike(above);
        Map<String, Integer> denominators = alike(below);
        String usual = expected.usualUnit();
        String usualBelow = usual.contains("/") ? usual.substring(usual.indexOf('/') + 1) : "";
        if (below.isEmpty() || usualBelow.isEmpty()) {
            denominators.putIfAbsent(usualBelow, PUT_OR_DROPPED);
        }
        return cheapest(numerators, denominators, expected);
    }

    private static String cheapest(
            Map<String, Integer> numerators, Map<String, Integer> denominators, Dimension expected) {
        String best = "";
        int bestCost = DEAREST + 1;
        for (String above : inOrderOfProposal(numerators)) {
            for (String below : inOrderOfProposal(denominators)) {
                String unit = below.isEmpty() ? above : above + "/" + below;
                int cost = numerators.getOrDefault(above, 0) + denominators.getOrDefault(below, 0);
                if (cost < bestCost && Unit.find(unit).filter(expected::accepts).isPresent()) {
                    best = unit;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    private static List<String> inOrderOfProposal(Map<String, Integer> symbols) {
        List<String> ordered = new ArrayList<>(List.of(""));
        ordered.addAll(Unit.symbols());
        ordered.retainAll(symbols.keySet());
        return ordered;
    }

    /** The symbols of the table that the written one may have meant, each with the price of the change. */
    private static Map<String, Integer> alike(String written) {
        Map<String, Integer> prices = new TreeMap<>();
        String lower = written.toLowerCase(Locale.ROOT);
        String singular = lower.length() > 2 && lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
        String same = written.equals("Mg") ? "t" : SAME_SYMBOL.getOrDefault(singular, written);
        if (written.isEmpty()) {
            prices.put("", 0);
        }
        for (String symbol : Unit.symbols()) {
            int price = price(written, same, symbol);
            if (price <= DEAREST) {
                prices.put(symbol, price);
            }
        }
        return prices;
    }

    private static int price(String written, String same, String symbol) {
        if (written.equals(symbol)) {
            return 0;
        }
        if (same.equals(symbol) || written.equalsIgnoreCase(symbol) || isCommonMistake(written, symbol)) {
            return RESPELT;
        }
        boolean meant = written.length() < 2 || Unit.symbols().contains(written);
        return meant ? DEAREST + 1 : PER_EDIT * edits(written, symbol);
    }

    /** Mass for emission, mass for transport, or the other way round: {@code kg} for {@code kgCO2e}, {@code t} for {@code tkm}. */
    private static boolean isCommonMistake(String written, String symbol) {
        return Stream.of("CO2e", "km")
                .anyMatch(suffix -> symbol.equals(written + suffix) || written.equals(symbol + suffix));
    }

    /** The least number of letters put in, left out, replaced or swapped with a neighbour. */
    private static int edits(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : leastEdits(table, from, to, i, j);
            }
        }
        return table[from.length()][to.length()];
    }

    private static int leastEdits(int[][] table, String from, String to, int i, int j) {
        int replaced = table[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
