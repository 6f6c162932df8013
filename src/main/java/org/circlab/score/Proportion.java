package org.circlab.score;

/**
 * How often something came true in independent trials, as an estimate of its probability with the 95 % score interval of Wilson
 * (1927), which keeps within 0 and 1 and says something even where it always came true.
 *
 * @param successes how often it came true
 * @param trials how often it was tried, at least 1
 */
public record Proportion(int successes, int trials) {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials
                    + " is no proportion; there is at least 1 trial, and successes are from 0 to that");
        }
    }

    /** The share of successes, from 0 to 1. */
    public double share() {
        return (double) successes / trials;
    }

    /** The lower bound, from 0 to the share. */
    public double low95() {
        return successes == 0 ? 0 : bound(-1);
    }

    /** The upper bound, from the share to 1. */
    public double high95() {
        return successes == trials ? 1 : bound(1);
    }

    private double bound(int side) {
        double p = share();
        double square = Z * Z / trials;
        double half = Z * Math.sqrt(p * (1 - p) / trials + square / (4 * trials));
        return (p + square / 2 + side * half) / (1 + square);
    }
}
