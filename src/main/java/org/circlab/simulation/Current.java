package org.circlab.simulation;

import org.circlab.model.Horizon;

/**
 * Mass that flows without pause, load by load: the instant at which the next load has gathered is the inverse of the integral of
 * the rate, stretch by stretch. Whole grams are taken from what has flowed, so that nothing is lost to rounding over a run.
 */
final class Current {

    private final Rate rate;
    private final long loadGrams;
    private final long end;

    /** Where the present stretch of an unchanging rate begins, and the grams that had flowed by then. */
    private long from;

    private double gramsBefore;

    private long takenGrams;
    private long loads;

    /** A flow from the beginning of a run on. */
    Current(Rate rate, long loadGrams, Horizon horizon) {
        this.rate = rate;
        this.loadGrams = loadGrams;
        this.from = horizon.millisAt(horizon.warmUpStart());
        this.end = horizon.lengthMillis();
    }

    /** Changes the rate from an instant on, as {@link Rate#change} says. */
    void change(long instant, double factor, boolean replaces) {
        gramsBefore = flowed(instant);
        from = instant;
        rate.change(factor, replaces);
    }

    /** Grams that have flowed until an instant. */
    private double flowed(long instant) {
        for (long until = rate.until(from); until <= instant; until = rate.until(from)) {
            gramsBefore += rate.grams(from, until);
            from = until;
        }
        return gramsBefore + rate.grams(from, instant);
    }

    /** The instant at which the next load will have gathered; {@link Rate#NEVER} if not within the run. */
    long nextLoad() {
        double target = (double) (loads + 1) * loadGrams;
        double before = gramsBefore;
        for (long at = from; at < end; ) {
            long until = Math.min(rate.until(at), end);
            double gramsPerMilli = rate.gramsPerMilli(at);
            long open = rate.hours().between(at, until);
            if (gramsPerMilli > 0 && before + gramsPerMilli * open >= target) {
                long working = (long) Math.ceil((target - before) / gramsPerMilli);
                return rate.hours().after(at, Math.max(0, Math.min(working, open)));
            }
            before += rate.grams(at, until);
            at = until;
        }
        return Rate.NEVER;
    }

    /** Takes what is missing of the load that gathers; the next one begins. */
    long takeLoad() {
        loads++;
        return take(loads * loadGrams);
    }

    /** Takes what has gathered of a load until an instant. */
    long takePart(long instant) {
        long flowed = Math.round(flowed(instant));
        return take(Math.max(takenGrams, Math.min(flowed, (loads + 1) * loadGrams - 1)));
    }

    private long take(long untilGrams) {
        long grams = untilGrams - takenGrams;
        takenGrams = untilGrams;
        return grams;
    }
}
