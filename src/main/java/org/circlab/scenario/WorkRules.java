package org.circlab.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Breakdown;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage.Fleet;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;
import org.circlab.quantity.Quantity;

/**
 * A replication ends in a time that people wait for. What will occur in it is estimated from intervals, and from masses over
 * the loads into which they are divided.
 */
final class WorkRules {

    /** More occurrences than this in one replication are an error: hours at some million a second. */
    static final double MOST = 1e9;

    /** More occurrences than this are odd. */
    static final double MANY = 1e8;

    private static final double GRAMS_PER_TONNE = 1e6;

    private WorkRules() {}

    /** Reports what occurs too often in a lab without errors. */
    static void theRunEnds(Draft draft, Exchange exchange, List<Event> events, Reporter reporter) {
        Map<String, Double> occurrences = occurrences(draft, exchange, events);
        double total =
                occurrences.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total <= MANY) {
            return;
        }
        double limit = total > MOST ? MOST : MANY;
        boolean told = false;
        for (Map.Entry<String, Double> each : occurrences.entrySet()) {
            if (each.getValue() > limit) {
                report(reporter, limit, each.getKey(), each.getKey() + " makes", each.getValue());
                told = true;
            }
        }
        if (!told) {
            report(reporter, limit, "horizon", "All streams, needs and rounds together make", total);
        }
    }

    private static void report(Reporter reporter, double limit, String path, String what, double count) {
        reporter.report(
                limit == MOST ? FindingCode.TOO_MANY_EVENTS : FindingCode.MANY_EVENTS,
                path,
                what + " some " + Quantity.readable(count, 1) + " occurrences in every replication"
                        + (limit == MOST ? "; at most 1 000 000 000 can be simulated." : ", which take long."),
                "Maybe a unit is wrong? Otherwise let things occur less often, or shorten the horizon.");
    }

    /** How often something occurs in a replication, by the path of the value that decides it. */
    static Map<String, Double> occurrences(Draft draft, Exchange exchange, List<Event> events) {
        Horizon horizon = draft.horizon();
        double millis = (double) horizon.lengthMillis() - horizon.millisAt(horizon.warmUpStart());
        double years = millis / Horizon.YEAR_MILLIS;
        double arisingGrams = draft.actors().stream()
                .flatMap(actor -> actor.generates().stream())
                .mapToDouble(arising -> most(arising.meanTonnesPerYear()) * GRAMS_PER_TONNE * years)
                .sum();
        Map<String, Double> counts = new LinkedHashMap<>();
        if (!exchange.onArrival()) {
            counts.put("exchange.every", millis / exchange.everyMillis());
        }
        for (Event event : events) {
            if (event.begin() instanceof Event.Every every) {
                double lasts = event.lasts() == null ? 0 : event.lasts().meanMillis();
                counts.put(
                        "events." + event.id() + ".every",
                        2 * millis / (every.gap().meanMillis() + lasts));
            }
        }
        for (Actor actor : draft.actors()) {
            String path = "actors." + actor.id();
            for (Arising arising : actor.generates()) {
                String at = path + ".generates." + arising.material();
                if (arising.recorded().isEmpty() && !arising.continuous()) {
                    counts.put(at + ".every", millis / arising.every().meanMillis());
                }
                if (arising.shipsGrams() > 0) {
                    double grams = most(arising.meanTonnesPerYear()) * GRAMS_PER_TONNE * years;
                    counts.put(at + ".ships", grams / arising.shipsGrams());
                }
                counts.put(at + ".mean", trips(draft, actor, arising, years));
            }
            for (Need need : actor.needs()) {
                counts.put(
                        path + ".needs." + need.id() + ".every",
                        millis / need.every().meanMillis());
            }
            for (Line line : actor.lines()) {
                loads(line, arisingGrams, counts);
                Breakdown breakdown = line.breakdown();
                if (breakdown != null) {
                    double cycle =
                            breakdown.every().meanMillis() + breakdown.repair().meanMillis();
                    counts.put(path + ".runs." + line.id() + ".breakdown", 2 * line.parallel() * millis / cycle);
                }
            }
        }
        return counts;
    }

    /** The trips of an own fleet, each of which is an occurrence; a haulier's are only counted. */
    private static double trips(Draft draft, Actor actor, Arising arising, double years) {
        double grams = most(arising.meanTonnesPerYear()) * GRAMS_PER_TONNE * years;
        return draft.haulage().fleets().stream()
                .filter(fleet -> fleet.owner().equals(actor.id()))
                .filter(fleet -> arising.by().isEmpty() || arising.by().equals(fleet.id()))
                .mapToLong(Fleet::payloadGrams)
                .mapToDouble(payload -> payload == Long.MAX_VALUE ? 0 : grams / payload)
                .min()
                .orElse(0);
    }

    /** The loads into which what a line yields is gathered. */
    private static void loads(Line line, double arisingGrams, Map<String, Double> counts) {
        for (Recipe.Output output : line.recipe().outputs()) {
            if (output.shipsGrams() > 0) {
                String at = "processes." + line.recipe().id() + ".yields." + output.material() + ".ships";
                counts.put(at, arisingGrams * output.share() / output.shipsGrams());
            }
        }
    }

    private static double most(Timed value) {
        return value.steps().stream().mapToDouble(Timed.Step::value).max().orElse(0);
    }
}
