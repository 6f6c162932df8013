package org.circlab.kernel;

import java.util.SplittableRandom;

/** Shapes of delays that have been hard on one event queue or another. */
enum Delays {
    TIES {
        @Override
        long next(SplittableRandom random) {
            return random.nextInt(3);
        }
    },
    ONE_INSTANT {
        @Override
        long next(SplittableRandom random) {
            return random.nextInt(8) == 0 ? 1 : 0;
        }
    },
    CONSTANT {
        @Override
        long next(SplittableRandom random) {
            return 86_400_000;
        }
    },
    EXPONENTIAL {
        @Override
        long next(SplittableRandom random) {
            return exponential(random, 1e6);
        }
    },
    BIMODAL {
        @Override
        long next(SplittableRandom random) {
            return exponential(random, random.nextInt(10) == 0 ? 1e8 : 1e6);
        }
    },
    TWO_CLUSTERS {
        @Override
        long next(SplittableRandom random) {
            return random.nextInt(1_000) + (random.nextBoolean() ? 0 : 1L << 45);
        }
    },
    SPREAD_OVER_MAGNITUDES {
        @Override
        long next(SplittableRandom random) {
            return random.nextLong() >>> (1 + random.nextInt(63));
        }
    },
    OUTLIERS {
        @Override
        long next(SplittableRandom random) {
            return random.nextInt(100) == 0 ? Long.MAX_VALUE - random.nextInt(5) : exponential(random, 1e4);
        }
    },
    CALENDAR {
        @Override
        long next(SplittableRandom random) {
            long[] periods = {60_000, 3_600_000, 86_400_000, 604_800_000, 31_557_600_000L};
            long period = periods[random.nextInt(periods.length)];
            return random.nextBoolean() ? period : random.nextLong(period);
        }
    };

    abstract long next(SplittableRandom random);

    private static long exponential(SplittableRandom random, double mean) {
        return (long) (-mean * StrictMath.log(1 - random.nextDouble()));
    }
}
