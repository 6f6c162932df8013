package org.circlab.simulation;

import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.kernel.Samplers;
import org.circlab.model.Horizon;
import org.circlab.model.Spread;

/** Makes samplers of spreads, each of mean 1, and times of what they draw. */
final class Spreads {

    private Spreads() {}

    static Sampler sampler(Spread spread) {
        if (spread instanceof Spread.Exponential) {
            return Samplers.exponential(1);
        }
        if (spread instanceof Spread.Lognormal lognormal) {
            return Samplers.lognormal(1, lognormal.cv());
        }
        if (spread instanceof Spread.Gamma gamma) {
            return Samplers.gamma(1, gamma.cv());
        }
        if (spread instanceof Spread.Normal normal) {
            return new Scaled(Samplers.normalAbove0(1, normal.cv()));
        }
        if (spread instanceof Spread.Uniform uniform) {
            return Samplers.uniform(uniform.low(), uniform.high());
        }
        if (spread instanceof Spread.Triangular triangular) {
            return Samplers.triangular(triangular.low(), triangular.mode(), triangular.high());
        }
        return Samplers.constant(1);
    }

    /** A mean time by a drawn factor, in milliseconds: at least 1, at most {@link Horizon#FOREVER_MILLIS}. */
    static long millis(double meanMillis, double factor) {
        return Math.min(Horizon.FOREVER_MILLIS, Math.max(1, Math.round(meanMillis * factor)));
    }

    /** A law brought back to mean 1. */
    private record Scaled(Sampler law) implements Sampler {
        @Override
        public double sample(RandomStream stream) {
            return law.sample(stream) / law.mean();
        }

        @Override
        public double mean() {
            return 1;
        }
    }
}
