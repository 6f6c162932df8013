package org.circlab.kernel;

import java.util.Arrays;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/** The test of Kolmogorov and Smirnov for values that should be uniform in (0, 1). */
final class KolmogorovSmirnov {

    private KolmogorovSmirnov() {}

    static double pValueUniform(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        UniformRealDistribution uniform = new UniformRealDistribution(null, 0, 1);
        double distance = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(uniform, sorted);
        return 1 - new KolmogorovSmirnovTest().ksSum(distance * Math.sqrt(values.length), 1e-12, 10_000);
    }
}
