package org.circlab.simulation;

import org.circlab.model.Horizon;

/**
 * Mass that flows without pause: the instant at which so much has flowed is the inverse of the integral of the rate, stretch by
 * stretch. Whole grams are taken from what has flowed, so that nothing is lost to rounding over a run.
 */
final class Current {

    private final Rate rate;
    private final long end;

    /** Where the present stretch of an unchanging rate begins, and the grams that had flowed by then. */
    private long from;

    private double gramsBefore;

    private long takenGrams;
    private long aimedGrams;

    /** A flow from the beginning of a run on. */
    Current(Rate rate, Horizon horizon) {
        this.rate = rate;
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

    /**
     * The instant at which so many grams more than have been taken will have flowed, the present one if they have already;
     * {@link Rate#NEVER} if not within the run.
     */
    long next(long now, long missingGrams) {
        aimedGrams = takenGrams + missingGrams;
        if (Math.round(flowed(now)) >= aimedGrams) {
            return now;
        }
        double before = gramsBefore;
        for (long at = from; at < end; ) {
            long until = Math.min(rate.until(at), end);
            double gramsPerMilli = rate.gramsPerMilli(at);
            long open = rate.hours().between(at, until);
            if (gramsPerMilli > 0 && before + gramsPerMilli * open >= aimedGrams) {
                long working = (long) Math.ceil((aimedGrams - before) / gramsPerMilli);
                return rate.hours().after(at, Math.max(0, Math.min(working, open)));
            }
            before += rate.grams(at, until);
            at = until;
        }
        return Rate.NEVER;
    }

    /** Takes what is missing of what was last aimed at. */
    long takeAimed() {
        return take(aimedGrams);
    }

    /** Takes what has flowed until an instant. */
    long takeFlowed(long instant) {
        return take(Math.round(flowed(instant)));
    }

    private long take(long untilGrams) {
        long grams = Math.max(0, untilGrams - takenGrams);
        takenGrams += grams;
        return grams;
    }
}
