package org.circlab.simulation;

import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Season;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When a rate occurs and how much it brings at each occurrence. Occurrences at a fixed interval stand in the middle of the time
 * for which they count, so that together they bring the rate over any number of whole intervals, however long; occurrences at
 * random bring the rate of their own instant.
 *
 * <p>With a calendar they fall in working time, which passes so much faster between them that the run has as many of them as
 * without; those at a fixed interval bring what flows in the working time for which they count.
 */
final class Pattern {

    private final Rate rate;
    private final Interval every;
    private final boolean steady;
    /** Milliseconds of working time between two occurrences at a fixed interval. */
    private final long step;

    private long countedUntil;

    private Pattern(Rate rate, Interval every, Horizon horizon) {
        this.rate = rate;
        this.every = every;
        this.steady = every.spread() instanceof Spread.None;
        this.step = Spreads.millis(every.meanMillis() * rate.openShare(), 1);
        this.countedUntil = horizon.millisAt(horizon.warmUpStart());
    }

    /**
     * A pattern.
     *
     * @param mean tonnes a year
     * @param season the yearly pattern, or null
     * @param every the time between occurrences
     * @param hours when they may fall; always where null
     */
    static Pattern of(
            Timed mean, @Nullable Season season, Interval every, @Nullable WorkCalendar hours, CompiledLab lab) {
        Horizon horizon = lab.lab().horizon();
        long days = 1 + (long) Math.ceil(every.meanMillis() / Horizon.DAY_MILLIS);
        return new Pattern(new Rate(mean, season, lab.workingTime(hours), horizon, days), every, horizon);
    }

    /** The first occurrence of a run that begins now, for a drawn factor of the mean interval; {@link Rate#NEVER} for none. */
    long first(long now, double factor) {
        return steady ? in(now, Spreads.millis(every.meanMillis() * rate.openShare(), 0.5)) : next(now, factor);
    }

    /** The occurrence after one at an instant, for a drawn factor of the mean interval; {@link Rate#NEVER} for none. */
    long next(long now, double factor) {
        return in(now, Spreads.millis(every.meanMillis() * rate.openShare(), factor));
    }

    private long in(long now, long working) {
        if (rate.hours().isAlways()) {
            return now + working;
        }
        return rate.openShare() > 0 ? rate.hours().opening(rate.hours().after(now, working)) : Rate.NEVER;
    }

    /** Mean grams of the occurrence at an instant under what events do to the rate; to be asked for each, in their order. */
    double grams(long instant, Effect effect) {
        rate.change(effect.amount(), effect.replaces());
        if (!rate.hours().isAlways()) {
            return inWorkingTime(instant);
        }
        double tonnesPerYear = steady && !rate.isConstant() ? around(instant) : rate.at(instant);
        return tonnesPerYear * every.meanMillis() / Horizon.YEAR_MILLIS * 1e6;
    }

    private double around(long instant) {
        long half = Math.round(every.meanMillis() / 2);
        return rate.average(instant - half, instant + half);
    }

    private double inWorkingTime(long instant) {
        if (!steady) {
            return rate.gramsPerMilli(instant) * every.meanMillis() * rate.openShare();
        }
        long from = countedUntil;
        countedUntil = rate.hours().after(instant, step - step / 2);
        return rate.grams(from, countedUntil);
    }
}
