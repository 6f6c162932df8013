package org.circlab.report.export;

import java.math.BigDecimal;
import org.circlab.report.Decimals;

/** What the sides of a graph are called in the columns of an export. */
final class Sides {

    private Sides() {}

    /** {@code variant} and {@code baseline}. */
    static String word(int side) {
        return side == 0 ? "variant" : "baseline";
    }

    /** Grams as tonnes, exactly. */
    static BigDecimal tonnes(long grams) {
        return new BigDecimal(Decimals.ofMillionths(grams));
    }
}
