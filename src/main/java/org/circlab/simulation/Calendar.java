package org.circlab.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.circlab.kernel.EventType;
import org.circlab.model.Actor;
import org.circlab.model.Horizon;
import org.circlab.model.Line;

/**
 * The days on which something changes by itself: months end and are booked, dated values step, capital costs fall due.
 */
final class Calendar {

    private final Stage stage;
    private final Horizon horizon;
    private final EventType turns;
    private final List<LocalDate> days;
    private final double[] capitalEurosPerYear;
    private EpochListener epochListener = epoch -> {};
    private int nextEpoch = 1;
    private long capitalPaidUntil;

    /** Hears that prices and dated values have changed. */
    @FunctionalInterface
    interface EpochListener {
        void begins(PriceEpoch epoch);
    }

    Calendar(Stage stage) {
        this.stage = stage;
        this.horizon = stage.lab().lab().horizon();
        this.turns = stage.define(
                "calendar-turns", Priorities.CALENDAR, (day, payload) -> turn(day), (day, payload) -> topic(day));
        this.days = List.copyOf(turningDays());
        this.capitalPaidUntil = horizon.millisAt(horizon.warmUpStart());
        double rate = stage.lab().lab().policy().discountRatePerYear();
        List<Actor> actors = stage.lab().lab().actors();
        this.capitalEurosPerYear = new double[actors.size()];
        for (int i = 0; i < capitalEurosPerYear.length; i++) {
            for (Line line : actors.get(i).lines()) {
                capitalEurosPerYear[i] += line.finance().eurosPerYear(rate);
            }
        }
    }

    private SortedSet<LocalDate> turningDays() {
        SortedSet<LocalDate> turning = new TreeSet<>();
        stage.lab().epochs().forEach(epoch -> turning.add(epoch.from()));
        LocalDate first = horizon.warmUpStart().withDayOfMonth(1).plusMonths(1);
        for (LocalDate date = first; date.isBefore(horizon.end()); date = date.plusMonths(1)) {
            turning.add(date);
        }
        turning.remove(horizon.warmUpStart());
        return turning;
    }

    private String topic(int day) {
        LocalDate date = days.get(day);
        boolean steps =
                stage.lab().epochs().stream().anyMatch(epoch -> epoch.from().equals(date));
        return steps ? "dated values step" : "a month begins";
    }

    /** Has {@code heard} told of every epoch after the first. */
    void listen(EpochListener heard) {
        epochListener = heard;
    }

    /** Schedules the first turning day. */
    void start() {
        scheduleNext(0);
    }

    private void scheduleNext(int day) {
        if (day < days.size()) {
            turns.at(horizon.millisAt(days.get(day)), day, 0);
        }
    }

    private void turn(int day) {
        LocalDate date = days.get(day);
        scheduleNext(day + 1);
        payCapital();
        if (date.getDayOfMonth() == 1 && date.isAfter(horizon.start())) {
            stage.ledger().closeMonth(YearMonth.from(date.minusDays(1)));
        }
        List<PriceEpoch> epochs = stage.lab().epochs();
        if (nextEpoch < epochs.size() && epochs.get(nextEpoch).from().equals(date)) {
            PriceEpoch epoch = epochs.get(nextEpoch++);
            stage.cashier().step(epoch);
            stage.ways().step(epoch);
            epochListener.begins(epoch);
        }
    }

    /** Books capital costs up to now, in proportion to the time since they were last booked. */
    void payCapital() {
        double years = (stage.kernel().now() - capitalPaidUntil) / Horizon.YEAR_MILLIS;
        capitalPaidUntil = stage.kernel().now();
        for (int actor = 0; actor < capitalEurosPerYear.length; actor++) {
            stage.cashier().payCapital(actor, Math.round(capitalEurosPerYear[actor] * years * 1e6));
        }
    }
}
