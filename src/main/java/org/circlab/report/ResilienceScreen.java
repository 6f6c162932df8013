package org.circlab.report;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlab.experiment.resilience.Endured;
import org.circlab.experiment.resilience.Outage;
import org.circlab.experiment.resilience.Removal;
import org.circlab.experiment.resilience.Resilience;
import org.circlab.model.Actor;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.score.Estimate;
import org.circlab.score.ServiceKept;

/** What {@code resilience} says: what is lost without each actor, and what becomes of outages. */
public final class ResilienceScreen {

    private static final int MOST_HIT = 5;
    private static final Columns REMOVAL = new Columns(40, -18, -20);

    private final Tested tested;
    private final Resilience resilience;
    private final Lab lab;
    private final Map<String, String> names;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private ResilienceScreen(Tested tested, Paint paint) {
        this.tested = tested;
        this.resilience = tested.resilience();
        this.lab = resilience.lab();
        this.names = lab.actors().stream().collect(Collectors.toMap(Actor::id, Actor::name));
        this.paint = paint;
    }

    /**
     * The lines of the screen.
     *
     * @param folder where the result files are, as the user named it
     */
    public static List<String> lines(Tested tested, Path folder, Paint paint) {
        ResilienceScreen screen = new ResilienceScreen(tested, paint);
        screen.title();
        screen.outages();
        screen.removals();
        screen.lines.add("");
        screen.add("All figures, month by month: " + folder);
        return List.copyOf(screen.lines);
    }

    private void title() {
        Horizon horizon = lab.horizon();
        lines.add(paint.heading(Columns.cut(lab.name(), FirstScreen.WIDTH)));
        String name = tested.scenario().variantName();
        String id = tested.scenario().variant();
        add("Variant: " + name + (name.equals(id) ? "" : " (" + id + ")"));
        if (!tested.sets().isEmpty()) {
            add("Set for this run: " + String.join("; ", tested.sets()));
        }
        int replications = tested.question().replications();
        add("Window: " + horizon.start() + " to " + horizon.end().minusDays(1) + "; "
                + (replications == 1 ? "1 replication" : replications + " replications") + ", seed "
                + tested.question().seed());
        add("Actors hand to one another, for use: "
                + Rounded.interval(
                        resilience.exchanged().mean(), resilience.exchanged().halfWidth())
                + " t a year.");
    }

    private void outages() {
        lines.add("");
        lines.add(paint.heading("OUTAGES"));
        if (resilience.endured().isEmpty()) {
            add(
                    "None is declared. Ask for one with --outage ACTOR=FROM..UNTIL, or let an event of the scenario close an actor"
                            + " at a date for a time.");
        }
        resilience.endured().forEach(this::outage);
    }

    private void outage(Endured endured) {
        Outage outage = endured.outage();
        ServiceKept service = endured.service();
        String who = outage.actor().isEmpty() ? "" : ", " + names.getOrDefault(outage.actor(), outage.actor());
        String kept = Double.isFinite(service.kept().mean())
                ? percent(service.kept()) + " of what would have been handed on from "
                        + service.months().stream()
                                .map(ServiceKept.Month::month)
                                .filter(month -> !month.isBefore(YearMonth.from(outage.from())))
                                .findFirst()
                                .orElseThrow()
                        + " to " + service.last() + " is kept"
                : "nothing would have been handed on anyhow";
        add(outage.name() + who + ", " + outage.from() + " to " + outage.until().minusDays(1) + ": " + kept + "; "
                + back(service) + ".");
        hit(service);
    }

    private static String back(ServiceKept service) {
        if (service.back() == null) {
            return "it is not back at 95 % by the end";
        }
        int months = service.monthsToRecover();
        return months == 0
                ? "it is back at 95 % as soon as it ends"
                : "it is back at 95 % from " + service.back() + " on, " + months + (months == 1 ? " month" : " months")
                        + " after its end";
    }

    private void hit(ServiceKept service) {
        if (service.hit().isEmpty()) {
            add("  Nobody else receives or gives more than 5 % less.");
            return;
        }
        List<String> ids = lab.actors().stream().map(Actor::id).toList();
        String worst = service.hit().stream()
                .sorted(Comparator.comparingDouble(hit -> -hit.lost()))
                .limit(MOST_HIT)
                .map(hit -> names.getOrDefault(ids.get(hit.party()), ids.get(hit.party())) + " "
                        + Rounded.percent(hit.lost()))
                .collect(Collectors.joining(", "));
        int size = service.hit().size();
        add("  " + size + (size == 1 ? " other receives" : " others receive") + " or "
                + (size == 1 ? "gives" : "give") + " more than 5 % less: " + worst
                + (size > MOST_HIT ? ", and more" : "") + "; the cascade is " + service.depth()
                + (service.depth() == 1 ? " step deep." : " steps deep."));
    }

    private void removals() {
        lines.add("");
        lines.add(paint.heading(REMOVAL.line("WITHOUT AN ACTOR", "its own share", "lost without it")));
        for (Removal removal : resilience.removals()) {
            Estimate lost = removal.lost();
            lines.add(REMOVAL.line(
                    "  " + names.getOrDefault(removal.actor(), removal.actor()),
                    Rounded.percent(removal.ownShare()),
                    lost == null ? "cannot be removed" : percent(lost)));
        }
        resilience.removals().stream()
                .filter(removal -> removal.lost() == null)
                .forEach(removal -> add("Without " + names.getOrDefault(removal.actor(), removal.actor())
                        + " the lab does not run: " + removal.hindrance()));
        add(
                "Shares of the mass that actors hand to one another for use. What is lost beyond the own share of an actor is lost by"
                        + " others in its wake; where less is lost, others stand in.");
    }

    private static String percent(Estimate share) {
        double half = 100 * share.halfWidth();
        return Rounded.interval(100 * share.mean(), half) + " %";
    }

    private void add(String text) {
        lines.addAll(Columns.wrap(text, FirstScreen.WIDTH));
    }
}
