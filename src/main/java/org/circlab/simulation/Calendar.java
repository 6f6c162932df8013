package org.circlab.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.circlab.kernel.EventType;
import org.circlab.model.Actor;
import org.circlab.model.Horizon;
import org.circlab.model.Interventions;
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
    private PriceListener priceListener = prices -> {};
    private Runnable monthListener = () -> {};
    private int nextStep = 1;
    private long capitalPaidUntil;

    /** Hears that prices have stepped. */
    @FunctionalInterface
    interface PriceListener {
        void step(Prices prices);
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
        SortedSet<LocalDate> turning = new TreeSet<>(stage.lab().priceSteps());
        LocalDate first = horizon.warmUpStart().withDayOfMonth(1).plusMonths(1);
        for (LocalDate date = first; date.isBefore(horizon.end()); date = date.plusMonths(1)) {
            turning.add(date);
        }
        turning.remove(horizon.warmUpStart());
        return turning;
    }

    private String topic(int day) {
        LocalDate date = days.get(day);
        if (!stage.lab().priceSteps().contains(date)) {
            return "a month begins";
        }
        StringBuilder words = new StringBuilder("dated values step");
        for (Interventions.Ban ban : stage.lab().lab().policy().interventions().bans()) {
            if (date.equals(ban.from())) {
                words.append(", ban '").append(ban.id()).append("' begins");
            } else if (date.equals(ban.until())) {
                words.append(", ban '").append(ban.id()).append("' ends");
            }
        }
        return words.toString();
    }

    /** Has {@code heard} told of every step of prices after the start. */
    void listen(PriceListener heard) {
        priceListener = heard;
    }

    /** Has {@code heard} told of each first day of a month after the start of the run, once its prices are in force. */
    void listenToMonths(Runnable heard) {
        monthListener = heard;
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
        List<LocalDate> steps = stage.lab().priceSteps();
        if (nextStep < steps.size() && steps.get(nextStep).equals(date)) {
            nextStep++;
            stage.inForce().step(date);
            reprice();
        }
        if (date.getDayOfMonth() == 1) {
            monthListener.run();
        }
    }

    /** Hands out the prices of the day, as events leave them. */
    void reprice() {
        Prices prices =
                Prices.on(stage.lab(), stage.inForce().today(), stage.inForce().priceEffects());
        stage.cashier().step(prices);
        stage.ways().step(prices);
        priceListener.step(prices);
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
