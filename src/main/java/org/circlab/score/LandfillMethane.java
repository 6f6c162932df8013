package org.circlab.score;

import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Degradable;

/**
 * Methane of a landfill by first-order decay: IPCC 2006 Guidelines for National Greenhouse Gas Inventories, vol. 5, ch. 3, eq.
 * 3.1 to 3.6, with the usual delay of half a year, so that decay begins on 1 January of the year after deposit. Gas that is
 * captured is not taken off.
 *
 * @param doc degradable organic carbon, as a part of the wet waste, from 0 to 1
 * @param docf part of it that decomposes, from 0 to 1
 * @param k decay rate in 1/yr, above 0
 * @param mcf methane correction factor, the part that decomposes without air, from 0 to 1
 * @param f part of methane in landfill gas by volume, from 0 to 1
 * @param ox part of methane that oxidises in the cover, from 0 to 1
 */
public record LandfillMethane(double doc, double docf, double k, double mcf, double f, double ox) {

    /** DOCf where nothing else is known (IPCC 2006, vol. 5, ch. 3, section 3.2.3). */
    public static final double DEFAULT_DOCF = 0.5;

    /** MCF of a managed anaerobic landfill (table 3.1). */
    public static final double MANAGED_MCF = 1;

    /** F where nothing else is known (section 3.2.3). */
    public static final double DEFAULT_F = 0.5;

    /** OX of a managed landfill covered with soil or compost; without cover it is 0 (table 3.2). */
    public static final double COVERED_OX = 0.1;

    private static final double METHANE_PER_CARBON = 16.0 / 12;

    /**
     * What happens in a year, in grams of carbon and of methane.
     *
     * @param decomposableGrams carbon that is still to decompose when the year ends
     * @param decomposedGrams carbon that decomposes in the year
     * @param generatedGrams methane that comes of it
     * @param emittedGrams what of that leaves the cover
     */
    public record Year(double decomposableGrams, double decomposedGrams, double generatedGrams, double emittedGrams) {}

    public LandfillMethane {
        requirePart("DOC", doc);
        requirePart("DOCf", docf);
        requirePart("MCF", mcf);
        requirePart("F", f);
        requirePart("OX", ox);
        if (!(k > 0 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the decay rate k is " + k + " a year; it must be finite and above 0."
                    + " Maybe it is a half-life? Then k is ln 2 by it.");
        }
    }

    private static void requirePart(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    name + " is " + value + "; it must be from 0 to 1." + (value > 1 ? " Maybe it is in %?" : ""));
        }
    }

    /**
     * A managed anaerobic landfill with a cover, in the temperate zone, with the defaults of IPCC: DOC of wet waste by tables 2.4
     * and 2.5, decay rates by table 3.3.
     *
     * @param waste what is landfilled
     * @param wet whether precipitation exceeds potential evapotranspiration
     */
    public static LandfillMethane managed(Degradable.Kind waste, boolean wet) {
        return switch (waste) {
            case FOOD -> managed(0.15, wet ? 0.185 : 0.06);
            case GARDEN -> managed(0.2, wet ? 0.1 : 0.05);
            case PAPER -> managed(0.4, wet ? 0.06 : 0.04);
            case TEXTILES -> managed(0.24, wet ? 0.06 : 0.04);
            case WOOD -> managed(0.43, wet ? 0.03 : 0.02);
            case INDUSTRIAL -> managed(0.15, wet ? 0.09 : 0.05);
        };
    }

    private static LandfillMethane managed(double doc, double k) {
        return new LandfillMethane(doc, DEFAULT_DOCF, k, MANAGED_MCF, DEFAULT_F, COVERED_OX);
    }

    /** Grams of methane that a deposit emits in all time, as booked in full at deposit. */
    public double potentialGrams(double depositedGrams) {
        return emitted(generated(decomposable(depositedGrams)));
    }

    /**
     * Methane by calendar year, the first of which is that of the first deposit.
     *
     * @param depositedGrams wet waste landfilled in each year, none below 0
     * @param years how many years to tell, at least 0; nothing is deposited after the last given
     */
    public List<Year> over(List<Long> depositedGrams, int years) {
        double remains = StrictMath.exp(-k);
        double store = 0;
        List<Year> all = new ArrayList<>(years);
        for (int year = 0; year < years; year++) {
            double decomposed = store * (1 - remains);
            double deposited = year < depositedGrams.size() ? depositedGrams.get(year) : 0;
            store = store * remains + decomposable(deposited);
            double generated = generated(decomposed);
            all.add(new Year(store, decomposed, generated, emitted(generated)));
        }
        return all;
    }

    private double decomposable(double grams) {
        return grams * doc * docf * mcf;
    }

    private double generated(double carbonGrams) {
        return carbonGrams * f * METHANE_PER_CARBON;
    }

    private double emitted(double methaneGrams) {
        return methaneGrams * (1 - ox);
    }
}
