package org.circlab.experiment.warmup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import org.circlab.model.Horizon;
import org.circlab.score.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * How one series of a run settles. It is the mean over the replications, week by week; where there are three years of it, it is
 * taken without its seasons - what each week of the year differs from the mean, over all years but the first - so that those are
 * not taken for a beginning.
 *
 * @param series which one
 * @param settled the day from which it looks like its rest; null where it does not settle in the first half of the run, or the run
 *     is shorter than a year
 * @param bias how much the mean of the window differs from the mean of what is settled, in tonnes a week, or tonnes of a stock; NaN
 *     where it does not settle
 * @param level the mean of what is settled, in the same unit; NaN where it does not settle
 * @param windowStart the first day of the window
 * @param change the last day from that to {@code settled} on which the scenario itself changes something, so that no beginning
 *     need be what it settles from; null for none
 */
public record Settling(
        Series series,
        @Nullable LocalDate settled,
        Estimate bias,
        double level,
        LocalDate windowStart,
        @Nullable LocalDate change) {

    private static final double GRAMS_PER_TONNE = 1e6;
    private static final int WEEKS_OF_A_YEAR = 53;
    private static final int FIRST_YEAR = 52;
    private static final int THREE_YEARS = 3 * FIRST_YEAR;
    private static final double MATTERS = 0.01;

    /** What is looked at. */
    public enum Series {
        /** What reaches its final treatment. */
        DISPOSED("disposed of each week"),
        /** What lines use up. */
        PROCESSED("processed each week"),
        /** What is in stores, waiting and on the road. */
        STOCK("in stock");

        private final String words;

        Series(String words) {
            this.words = words;
        }

        /** Its name for people. */
        public String words() {
            return words;
        }

        private long[] of(WeeklySeries run) {
            return switch (this) {
                case DISPOSED -> run.disposed();
                case PROCESSED -> run.processed();
                case STOCK -> run.stock();
            };
        }
    }

    /** Whether the window begins before it has settled. */
    public boolean isLate() {
        return settled != null && settled.isAfter(windowStart);
    }

    /** Whether a warm-up that is too short is seen in the mean of the window: by more than 1 %, more than chance and no dated change. */
    public boolean matters() {
        return isLate()
                && change == null
                && Math.abs(bias.mean()) > MATTERS * Math.abs(level)
                && Math.abs(bias.mean()) > bias.halfWidth();
    }

    /** Each series of the replications of one run. */
    static List<Settling> of(Horizon horizon, List<WeeklySeries> replications) {
        return Arrays.stream(Series.values())
                .map(series -> of(
                        horizon, series, replications.stream().map(series::of).toList()))
                .toList();
    }

    /** The same, of a scenario that changes something on some days. */
    Settling among(NavigableSet<LocalDate> changes) {
        LocalDate before = settled == null ? null : changes.floor(settled);
        LocalDate own = before != null && !before.isBefore(windowStart) ? before : null;
        return new Settling(series, settled, bias, level, windowStart, own);
    }

    private static Settling of(Horizon horizon, Series series, List<long[]> replications) {
        int weeks = replications.stream().mapToInt(each -> each.length).min().orElse(0);
        double[] mean = new double[weeks];
        for (long[] each : replications) {
            for (int week = 0; week < weeks; week++) {
                mean[week] += each[week] / GRAMS_PER_TONNE / replications.size();
            }
        }
        double[] season = season(horizon, mean);
        OptionalInt cut = Mser.cut(without(season, mean));
        if (cut.isEmpty()) {
            Estimate nothing = new Estimate(Double.NaN, Double.NaN, Double.NaN, 1);
            return new Settling(series, null, nothing, Double.NaN, horizon.start(), null);
        }
        int from = cut.getAsInt();
        int window = (int) Math.ceil(-horizon.millisAt(horizon.warmUpStart()) / 7.0 / Horizon.DAY_MILLIS);
        double[] biases = replications.stream()
                .mapToDouble(each -> bias(each, season, window, from))
                .toArray();
        return new Settling(
                series,
                horizon.warmUpStart().plusWeeks(from),
                Estimate.of(biases),
                mean(without(season, mean), from),
                horizon.start(),
                null);
    }

    private static double bias(long[] grams, double[] season, int window, int from) {
        double[] tonnes = new double[season.length];
        Arrays.setAll(tonnes, week -> grams[week] / GRAMS_PER_TONNE);
        double[] rest = without(season, tonnes);
        return mean(rest, window) - mean(rest, from);
    }

    private static double mean(double[] series, int from) {
        return Arrays.stream(series, from, series.length).average().orElse(Double.NaN);
    }

    private static double[] without(double[] season, double[] series) {
        double[] rest = new double[series.length];
        Arrays.setAll(rest, week -> series[week] - season[week]);
        return rest;
    }

    /** What each week of the year differs from the mean, by the weeks of the series; 0 where there are not three years. */
    private static double[] season(Horizon horizon, double[] series) {
        double[] season = new double[series.length];
        if (series.length < THREE_YEARS) {
            return season;
        }
        double[] sums = new double[WEEKS_OF_A_YEAR];
        int[] counts = new int[WEEKS_OF_A_YEAR];
        for (int week = FIRST_YEAR; week < series.length; week++) {
            sums[place(horizon, week)] += series[week];
            counts[place(horizon, week)]++;
        }
        double all = mean(series, FIRST_YEAR);
        for (int week = 0; week < series.length; week++) {
            int place = place(horizon, week);
            season[week] = counts[place] == 0 ? 0 : sums[place] / counts[place] - all;
        }
        return season;
    }

    private static int place(Horizon horizon, int week) {
        return (horizon.warmUpStart().plusWeeks(week).getDayOfYear() - 1) / 7;
    }
}
