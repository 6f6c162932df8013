package org.circlab.model;

/** What numbers a record of the model takes; a refusal says name, value, rule and advice. NaN is never taken. */
final class Bounds {

    private Bounds() {}

    /** Takes any number but NaN and the infinities. */
    static void finite(String name, double value) {
        require(Double.isFinite(value), name, value, "be finite");
    }

    /** Takes finite numbers from {@code least} on. */
    static void atLeast(double least, String name, double value) {
        boolean whole = least == Math.rint(least);
        String words = whole ? String.valueOf((long) least) : String.valueOf(least);
        require(value >= least && value < Double.POSITIVE_INFINITY, name, value, "be finite and at least " + words);
    }

    /** Takes whole numbers from {@code least} on. */
    static void atLeast(long least, String name, long value) {
        if (value < least) {
            throw refusal(name, String.valueOf(value), "be at least " + least, advice((double) value));
        }
    }

    /** Takes numbers from 0 on and positive infinity. */
    static void reach(String name, double value) {
        require(value >= 0, name, value, "be at least 0");
    }

    /** Takes dated values of which none is below 0. */
    static void atLeast0(String name, Timed value) {
        value.steps().forEach(step -> atLeast(0.0, name + " from " + step.from(), step.value()));
    }

    /** Takes dated values that are all above 0. */
    static void above0(String name, Timed value) {
        value.steps().forEach(step -> above0(name + " from " + step.from(), step.value()));
    }

    /** Takes finite numbers above 0. */
    static void above0(String name, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "be finite and above 0");
    }

    /** Takes parts of a whole: above 0, at most 1. */
    static void share(String name, double value) {
        require(value > 0 && value <= 1, name, value, "be above 0 and at most 1");
    }

    private static void require(boolean taken, String name, double value, String rule) {
        if (!taken) {
            throw refusal(name, String.valueOf(value), rule, advice(value));
        }
    }

    private static IllegalArgumentException refusal(String name, String value, String rule, String advice) {
        return new IllegalArgumentException(name + " is " + value + "; it must " + rule + ". " + advice);
    }

    private static String advice(double value) {
        if (!Double.isFinite(value)) {
            return "Maybe something was divided by 0?";
        }
        if (value < 0) {
            return "Maybe the sign is wrong?";
        }
        return value == 0 ? "Maybe it was left out?" : "Maybe the unit is wrong?";
    }
}
