package org.circlab.experiment.resilience;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlab.model.Event;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Part;
import org.circlab.model.Spread;

/**
 * A declared outage: an actor, or a part of one, is closed from one day to another.
 *
 * @param name the event of the scenario, or of the one that is added
 * @param actor id of who is out, in whole or in part; empty where a contract is closed
 * @param from its first day
 * @param until the first day after it
 * @param with changes {@code path=value} by which the lab has it; none where it has
 * @param without changes by which the lab does not have it; none where it does not
 */
public record Outage(
        String name, String actor, LocalDate from, LocalDate until, List<String> with, List<String> without) {

    public Outage {
        with = List.copyOf(with);
        without = List.copyOf(without);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the outage of '" + actor + "' ends on " + until + " and begins on "
                    + from + "; it must begin before it ends");
        }
    }

    /** An actor that is closed from one day to before another, beside what happens in the scenario anyhow. */
    public static Outage of(String actor, LocalDate from, LocalDate until) {
        String event = "outage-" + actor;
        String set = "events." + event + "={ at: " + from + ", for: " + days(from, until) + " d, close: [actors."
                + actor + "] }";
        return new Outage(event, actor, from, until, List.of(set), List.of());
    }

    private static long days(LocalDate from, LocalDate until) {
        return until.toEpochDay() - from.toEpochDay();
    }

    /** The outages that a lab declares: events that close something, once, at a date, for a time that is known. */
    public static List<Outage> declared(Lab lab) {
        List<Outage> outages = new ArrayList<>();
        for (Event event : lab.events()) {
            Interval lasts = event.lasts();
            Optional<Part> closed = event.changes().stream()
                    .filter(Event.Close.class::isInstance)
                    .map(Event.Change::part)
                    .findFirst();
            if (closed.isPresent()
                    && event.begin() instanceof Event.At at
                    && lasts != null
                    && lasts.spread() instanceof Spread.None) {
                long days = (long) Math.ceil(lasts.meanMillis() / Horizon.DAY_MILLIS);
                Part part = closed.get();
                String actor = part.kind() == Part.Kind.ACTOR ? part.id() : part.owner();
                outages.add(new Outage(
                        event.id(),
                        actor,
                        at.date(),
                        at.date().plusDays(days),
                        List.of(),
                        List.of("events." + event.id() + "=null")));
            }
        }
        return outages.stream()
                .filter(outage -> outage.from().isBefore(lab.horizon().end())
                        && outage.until().isAfter(lab.horizon().start()))
                .toList();
    }
}
