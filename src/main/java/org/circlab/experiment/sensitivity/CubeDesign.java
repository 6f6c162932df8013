package org.circlab.experiment.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.circlab.experiment.study.Design;
import org.circlab.experiment.study.Quantiles;
import org.circlab.scenario.Factor;

/** Points of the unit cube as the values of factors, by which a study runs them. */
public final class CubeDesign implements Design {

    private final List<Factor> factors;
    private final int points;
    private final IntFunction<double[]> shares;
    /** What is left out at either end of a distribution. */
    private final double margin;

    private CubeDesign(List<Factor> factors, int points, IntFunction<double[]> shares, double margin) {
        this.factors = List.copyOf(factors);
        this.points = points;
        this.shares = shares;
        this.margin = margin;
    }

    /** The points of Sobol' indices: each share is a probability of its factor. */
    public static CubeDesign of(SobolDesign design, List<Factor> factors) {
        return new CubeDesign(factors, design.size(), design::point, 0);
    }

    /**
     * The points of a screening: levels go from one end of a range to the other. Of a distribution, which may have no ends, they are
     * the middles of as many equal parts.
     *
     * @param levels of the screening's grid
     */
    public static CubeDesign of(MorrisDesign design, int levels, List<Factor> factors) {
        return new CubeDesign(factors, design.size(), design::point, 0.5 / levels);
    }

    @Override
    public List<String> paths() {
        return factors.stream().map(Factor::path).toList();
    }

    @Override
    public int points() {
        return points;
    }

    @Override
    public List<String> values(int point) {
        double[] share = shares.apply(point - 1);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Factor.Domain domain = factors.get(i).domain();
            double cut = domain instanceof Factor.Uncertain ? margin : 0;
            values.add(Quantiles.at(domain, cut + (1 - 2 * cut) * share[i]));
        }
        return values;
    }
}
