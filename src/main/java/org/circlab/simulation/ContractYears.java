package org.circlab.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.circlab.model.Contract;
import org.circlab.model.Horizon;
import org.circlab.model.Timed;

/**
 * The years of a contract as far as a run sees them: from the first day of its term or of the run to the end of its term, or to
 * beyond the run. Years begin on the anniversaries of the term's first day, or of the start date where it has none.
 */
final class ContractYears {

    static final int NOT_IN_FORCE = -1;

    /** When each year begins, then when the last one ends. */
    private long[] turns;

    private int year;

    ContractYears(Contract contract, Horizon horizon) {
        this.turns =
                turns(contract, horizon).stream().mapToLong(horizon::millisAt).toArray();
    }

    private static List<LocalDate> turns(Contract contract, Horizon horizon) {
        Contract.Terms terms = contract.terms();
        LocalDate phase = phase(contract, horizon);
        LocalDate begin = terms.from() != null && terms.from().isAfter(horizon.warmUpStart())
                ? terms.from()
                : horizon.warmUpStart();
        List<LocalDate> dates = new ArrayList<>(List.of(begin));
        int number = yearsUntil(begin, phase);
        LocalDate date = begin;
        while (!date.isAfter(horizon.end()) && !date.equals(terms.until())) {
            date = phase.plusYears(++number);
            if (terms.until() != null && date.isAfter(terms.until())) {
                date = terms.until();
            }
            if (date.isAfter(begin)) {
                dates.add(date);
            }
        }
        return dates;
    }

    private static LocalDate phase(Contract contract, Horizon horizon) {
        LocalDate from = contract.terms().from();
        return from == null ? horizon.start() : from;
    }

    /** Whole years from one date to another, negative before it. */
    private static int yearsUntil(LocalDate date, LocalDate phase) {
        int years = date.getYear() - phase.getYear();
        return phase.plusYears(years).isAfter(date) ? years - 1 : years;
    }

    /**
     * The gate fee of a contract with its index: each dated value is multiplied on the anniversaries that follow the contract
     * year in which it comes into force, the first value on all of them.
     */
    static Timed indexedFee(Contract contract, Horizon horizon) {
        Timed fee = contract.gateFeeEurosPerTonne();
        double index = contract.terms().indexPerYear();
        if (index == 0) {
            return fee;
        }
        LocalDate phase = phase(contract, horizon);
        TreeMap<LocalDate, Double> indexed = new TreeMap<>();
        for (int step = 0; step < fee.steps().size(); step++) {
            LocalDate dated = fee.steps().get(step).from();
            LocalDate from = step == 0 && dated.isAfter(phase) ? phase : dated;
            double value = fee.steps().get(step).value();
            LocalDate until =
                    step + 1 < fee.steps().size() ? fee.steps().get(step + 1).from() : horizon.end();
            int first = step == 0 ? 0 : Math.max(0, yearsUntil(from, phase));
            indexed.put(from, value);
            int number = Math.max(first, yearsUntil(from, phase));
            for (LocalDate date = from; date.isBefore(until); date = phase.plusYears(++number)) {
                double factor = StrictMath.pow(1 + index, Math.max(0, number - first));
                indexed.put(date, value * factor);
            }
        }
        return new Timed(indexed.entrySet().stream()
                .map(entry -> new Timed.Step(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Turns to the year of an instant, not before the last one asked for; tells whether it is another year. */
    boolean turnTo(long instant) {
        int before = year;
        while (year + 1 < turns.length && instant >= turns[year + 1]) {
            year++;
        }
        return year != before;
    }

    /** The number of the year of an instant not before the year turned to; -1 while the contract is not in force. */
    int at(long instant) {
        int at = year;
        while (at + 1 < turns.length && instant >= turns[at + 1]) {
            at++;
        }
        return instant >= turns[0] && at + 1 < turns.length ? at : NOT_IN_FORCE;
    }

    /** Whether it is the year turned to. */
    boolean isCurrent(int number) {
        return number == year;
    }

    /** How much of a year is over at an instant, ahead by so much. */
    double elapsed(int number, long instant, double ahead) {
        return Math.min(instant - turns[number] + ahead, (double) (turns[number + 1] - turns[number]));
    }

    /** Ends the contract at an instant of the year turned to, while it is in force. */
    void cut(long instant) {
        turns = Arrays.copyOf(turns, year + 2);
        turns[year + 1] = instant;
    }

    /** Whether the contract is in force at an instant of the year turned to. */
    boolean isInForce(long instant) {
        return instant >= turns[0] && year + 1 < turns.length;
    }

    /** When the year turned to begins, as far as the run and the term let it. */
    long begin() {
        return turns[year];
    }

    /** When the year turned to ends; only while it is in force or before. */
    long end() {
        return turns[year + 1];
    }

    /** When each year begins, then when the last one ends. */
    long[] turns() {
        return turns.clone();
    }
}
