package org.circlab.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.circlab.model.Horizon;
import org.circlab.model.Season;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;

/**
 * A rate of mass that steps at dates, swings with the seasons and may flow in working time only. It then flows faster by so
 * much that the run as a whole brings what the rate brings around the clock. Its size does not depend on the length of the run.
 *
 * <p>Best asked for instants in rising order. Belongs to one replication: {@link #change} is in force from then on.
 */
final class Rate {

    private static final double GRAMS_PER_TONNE = 1e6;

    /** An instant that is never reached. */
    static final long NEVER = Long.MAX_VALUE;

    private final Horizon horizon;
    private final @Nullable Season season;
    private final WorkingTime hours;
    private final long[] starts;
    private final double[] tonnesPerYear;
    private final double openShare;
    private double speed = 1;

    private double amount = 1;
    private boolean replaced;

    private long segmentFrom;
    private long segmentUntil;
    private double segmentTonnes;
    private double segmentSeason;

    /**
     * A rate.
     *
     * @param mean tonnes a year
     * @param season the yearly pattern, or null
     * @param marginDays how far before and after the run it is asked for
     */
    Rate(Timed mean, @Nullable Season season, WorkingTime hours, Horizon horizon, long marginDays) {
        this.horizon = horizon;
        this.season = season;
        this.hours = hours;
        LocalDate first = horizon.warmUpStart().minusDays(marginDays);
        LocalDate last = horizon.end().plusDays(marginDays);
        List<Timed.Step> turns = mean.steps().stream()
                .filter(step -> step.from().isAfter(first) && step.from().isBefore(last))
                .toList();
        this.starts = new long[turns.size() + 1];
        this.tonnesPerYear = new double[starts.length];
        starts[0] = Long.MIN_VALUE;
        tonnesPerYear[0] = mean.on(first);
        for (int i = 1; i < starts.length; i++) {
            starts[i] = horizon.millisAt(turns.get(i - 1).from());
            tonnesPerYear[i] = turns.get(i - 1).value();
        }
        long begin = horizon.millisAt(horizon.warmUpStart());
        this.openShare = (double) hours.between(begin, horizon.lengthMillis()) / (horizon.lengthMillis() - begin);
        if (!hours.isAlways()) {
            double around = sum(begin, horizon.lengthMillis(), WorkingTime.ALWAYS);
            double open = sum(begin, horizon.lengthMillis(), hours);
            this.speed = open > 0 ? around / open : openShare > 0 ? 1 / openShare : 1;
        }
    }

    /** Finds the stretch of an instant in which the rate does not change. */
    private void locate(long instant) {
        if (instant >= segmentFrom && instant < segmentUntil) {
            return;
        }
        int found = Arrays.binarySearch(starts, instant);
        int step = found >= 0 ? found : -found - 2;
        segmentFrom = starts[step];
        segmentUntil = step == starts.length - 1 ? NEVER : starts[step + 1];
        segmentSeason = 1;
        if (season != null) {
            LocalDate month = horizon.dateAt(instant).withDayOfMonth(1);
            segmentFrom = Math.max(segmentFrom, horizon.millisAt(month));
            segmentUntil = Math.min(segmentUntil, horizon.millisAt(month.plusMonths(1)));
            segmentSeason = season.factors().get(month.getMonthValue() - 1);
        }
        segmentTonnes = tonnesPerYear[step] * segmentSeason;
    }

    /**
     * Changes the rate from now on.
     *
     * @param factor by which the stated rate is multiplied, or tonnes a year before the season where it takes the place of it
     * @param replaces whether it takes the place of the stated rate
     */
    void change(double factor, boolean replaces) {
        amount = factor;
        replaced = replaces;
    }

    WorkingTime hours() {
        return hours;
    }

    /** The share of the run that is working time. */
    double openShare() {
        return openShare;
    }

    /** Whether it never steps and has no season. */
    boolean isConstant() {
        return season == null && starts.length == 1;
    }

    /** How much faster it flows in working time than the stated rate. */
    double speed() {
        return speed;
    }

    /** The end of the stretch of an instant in which it does not change; {@link #NEVER} for none. */
    long until(long instant) {
        locate(instant);
        return segmentUntil;
    }

    /** Tonnes a year that it would bring around the clock. */
    double at(long instant) {
        locate(instant);
        return amount * (replaced ? segmentSeason : segmentTonnes);
    }

    /** Grams a millisecond while it flows. */
    double gramsPerMilli(long instant) {
        return at(instant) * speed / Horizon.YEAR_MILLIS * GRAMS_PER_TONNE;
    }

    /** Its mean in tonnes a year around the clock, from one instant to a later one. */
    double average(long from, long to) {
        return to > from ? sum(from, to, WorkingTime.ALWAYS) / (to - from) : at(from);
    }

    /** Grams that flow from one instant to a later one. */
    double grams(long from, long to) {
        return sum(from, to, hours) * speed / Horizon.YEAR_MILLIS * GRAMS_PER_TONNE;
    }

    private double sum(long from, long to, WorkingTime flowing) {
        double sum = 0;
        for (long at = from; at < to; ) {
            long end = Math.min(until(at), to);
            sum += at(at) * flowing.between(at, end);
            at = end;
        }
        return sum;
    }
}
