package org.circlab.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Decimal numerals of numbers, the same on every JDK: before 19 {@link Double#toString} was not always shortest. */
final class Decimal {

    private static final int SURVIVING_DIGITS = 15;
    private static final int SUFFICIENT_DIGITS = 17;
    private static final int LONGEST_PLAIN = 25;

    private Decimal() {}

    /** The number with the fewest digits that reads back as the finite value. */
    static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SURVIVING_DIGITS; digits < SUFFICIENT_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(SUFFICIENT_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    /** The numeral, in full unless it would be absurdly long. */
    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        int places = Math.max(stripped.scale(), stripped.precision() - stripped.scale());
        return places > LONGEST_PLAIN ? stripped.toString() : stripped.toPlainString();
    }

    /** Millionths as a numeral of ones, exact, without trailing zeros or exponent: 1 is {@code 0.000001}. */
    static String millionths(long count) {
        return BigDecimal.valueOf(count, 6).stripTrailingZeros().toPlainString();
    }

    /**
     * A value held in the dimension's own unit as text: in the unit that makes it at least one and takes the fewest digits,
     * the greater unit at a tie; never in one where its decimals would not end.
     */
    static String print(BigDecimal value, Dimension dimension) {
        if (value.signum() == 0) {
            return withUnit("0", dimension.usualUnit());
        }
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (Unit unit : dimension.printed()) {
            Optional<BigDecimal> count = dimension.unit().convertExactly(value, unit);
            if (count.isPresent() && (best.isEmpty() || count.get().abs().compareTo(BigDecimal.ONE) >= 0)) {
                String numeral = plain(count.get());
                int digits = numeral.replaceAll("\\D", "").length();
                best = digits <= fewest ? withUnit(numeral, unit.symbol()) : best;
                fewest = Math.min(digits, fewest);
            }
        }
        return best;
    }

    static String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
