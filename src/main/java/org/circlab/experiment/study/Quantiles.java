package org.circlab.experiment.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.circlab.scenario.Factor.Between;
import org.circlab.scenario.Factor.Domain;
import org.circlab.scenario.Factor.Levels;
import org.circlab.scenario.Factor.Uncertain;

/** The value of a factor at a probability, by which samples of the unit cube become points of a design. */
public final class Quantiles {

    /** Digits that values are rounded to, so that tables stay readable; far finer than any figure of a scenario. */
    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

    /** Where laws without ends are cut off, on either side. */
    private static final double TAIL = 1e-9;

    private Quantiles() {}

    /**
     * The value below which a share of the factor's values lies, as a scenario writes it.
     *
     * @param probability from 0 to 1; of levels each takes an equal part of it, of laws without ends the outermost billionths are
     *     cut off
     * @throws IllegalArgumentException if the probability is none
     */
    public static String at(Domain domain, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the probability is " + probability + "; it must be from 0 to 1");
        }
        if (domain instanceof Levels levels) {
            int count = levels.values().size();
            return levels.values().get((int) Math.min(count - 1L, (long) (probability * count)));
        }
        if (domain instanceof Between range) {
            BigDecimal value =
                    range.low().add(range.high().subtract(range.low()).multiply(BigDecimal.valueOf(probability)));
            return written(value, range.unit());
        }
        Uncertain uncertain = (Uncertain) domain;
        return written(new BigDecimal(value(uncertain, probability)), uncertain.unit());
    }

    private static String written(BigDecimal value, String unit) {
        BigDecimal rounded = value.round(DIGITS);
        String number =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static double value(Uncertain uncertain, double probability) {
        List<BigDecimal> parameters = uncertain.parameters();
        double first = parameters.get(0).doubleValue();
        double second = parameters.get(1).doubleValue();
        double inside = Math.min(1 - TAIL, Math.max(TAIL, probability));
        return switch (uncertain.law()) {
            case UNIFORM -> first + (second - first) * probability;
            case TRIANGULAR ->
                new TriangularDistribution(
                                null, first, second, parameters.get(2).doubleValue())
                        .inverseCumulativeProbability(probability);
            case NORMAL -> normal(first, second, inside);
            case LOGNORMAL -> lognormal(first, second, inside);
            case GAMMA ->
                new GammaDistribution(null, first * first / (second * second), second * second / first)
                        .inverseCumulativeProbability(inside);
        };
    }

    private static double normal(double mean, double deviation, double probability) {
        return new NormalDistribution(null, mean, deviation).inverseCumulativeProbability(probability);
    }

    /** By the mean and deviation of the logarithm that give those of the value. */
    private static double lognormal(double mean, double deviation, double probability) {
        double cv = deviation / mean;
        double variance = StrictMath.log1p(cv * cv);
        return StrictMath.exp(normal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance), probability));
    }
}
