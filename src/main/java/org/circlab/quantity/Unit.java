package org.circlab.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A unit: a symbol of the table, or one symbol per another, such as {@code EUR/tkm} or {@code /yr}. Its size is the exact
 * ratio {@code size / per} in grams, grams of CO2e, euros, milliseconds, metres and megajoules. A year is 365.25 days and a month a
 * twelfth of it.
 */
record Unit(String symbol, BigDecimal size, BigDecimal per, Exponents exponents) {

    private static final Unit ONE = new Unit("", BigDecimal.ONE, BigDecimal.ONE, Exponents.NONE);
    private static final Map<String, Unit> SYMBOLS = symbolTable();

    private static Map<String, Unit> symbolTable() {
        Map<String, Unit> table = new LinkedHashMap<>();
        add(table, Exponents.MASS, "g", "1", "kg", "1e3", "t", "1e6", "kt", "1e9", "Mt", "1e12", "mg", "1e-3");
        add(
                table,
                Exponents.EMISSION,
                "gCO2e",
                "1",
                "kgCO2e",
                "1e3",
                "tCO2e",
                "1e6",
                "ktCO2e",
                "1e9",
                "MtCO2e",
                "1e12");
        add(table, Exponents.MONEY, "EUR", "1", "kEUR", "1e3", "MEUR", "1e6");
        add(table, Exponents.TIME, "yr", "31557600000", "mo", "2629800000", "wk", "604800000", "d", "86400000");
        add(table, Exponents.TIME, "h", "3600000", "min", "60000", "s", "1000", "ms", "1");
        add(table, Exponents.LENGTH, "km", "1e3", "m", "1");
        add(table, Exponents.VOLUME, "m3", "1");
        add(table, Exponents.TRANSPORT, "tkm", "1e9");
        add(table, Exponents.ENERGY, "MJ", "1", "GJ", "1e3", "kWh", "3.6", "MWh", "3.6e3");
        add(table, Exponents.NONE, "%", "1e-2", "‰", "1e-3", "ppm", "1e-6");
        return table;
    }

    private static void add(Map<String, Unit> table, Exponents exponents, String... symbolsAndSizes) {
        for (int i = 0; i < symbolsAndSizes.length; i += 2) {
            BigDecimal size = new BigDecimal(symbolsAndSizes[i + 1]);
            table.put(symbolsAndSizes[i], new Unit(symbolsAndSizes[i], size, BigDecimal.ONE, exponents));
        }
    }

    /** The single symbols, in the order in which they are proposed as corrections. */
    static Set<String> symbols() {
        return SYMBOLS.keySet();
    }

    /** Every unit: none, the single symbols, and each of them per each that {@link #find} takes below the line. */
    static Stream<Unit> all() {
        List<String> above =
                Stream.concat(Stream.of(""), SYMBOLS.keySet().stream()).toList();
        Stream<String> ratios =
                above.stream().flatMap(top -> SYMBOLS.keySet().stream().map(below -> top + "/" + below));
        return Stream.concat(above.stream(), ratios).flatMap(text -> find(text).stream());
    }

    /** The unit written so, letter case and all; the empty text is the unit of plain numbers. */
    static Optional<Unit> find(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return single(text);
        }
        Optional<Unit> below = single(text.substring(slash + 1)).filter(unit -> !unit.exponents.equals(Exponents.NONE));
        return single(text.substring(0, slash)).flatMap(above -> below.map(unit -> above.per(text, unit)));
    }

    /** The unit written so, known to exist. */
    static Unit of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("unit '" + text + "' is not in the table"));
    }

    private static Optional<Unit> single(String text) {
        return text.isEmpty() ? Optional.of(ONE) : Optional.ofNullable(SYMBOLS.get(text));
    }

    private Unit per(String text, Unit other) {
        return new Unit(text, size.multiply(other.per), per.multiply(other.size), exponents.per(other.exponents));
    }

    /** So many of this unit in another of the same exponents: exact where the decimals end, else to 34 digits. */
    BigDecimal convert(BigDecimal count, Unit target) {
        return convertExactly(count, target)
                .orElseGet(() -> count.multiply(size.multiply(target.per))
                        .divide(per.multiply(target.size), MathContext.DECIMAL128));
    }

    /** So many of this unit in another of the same exponents, empty if its decimals do not end. */
    Optional<BigDecimal> convertExactly(BigDecimal count, Unit target) {
        BigDecimal dividend = count.multiply(size.multiply(target.per)).stripTrailingZeros();
        try {
            return Optional.of(dividend.divide(per.multiply(target.size)));
        } catch (ArithmeticException endless) {
            return Optional.empty();
        }
    }
}
