package org.circlab.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.circlab.model.Actor;
import org.circlab.model.Contract;
import org.circlab.model.Haulage.Fleet;
import org.circlab.model.Haulage.Mode;
import org.circlab.model.Material;
import org.circlab.model.Recipe;
import org.circlab.model.Season;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/** What is declared should have a use. */
final class UseRules {

    private UseRules() {}

    static void actorsTakePart(Draft draft, Reporter reporter) {
        Set<String> named = new TreeSet<>();
        for (Contract contract : draft.contracts()) {
            named.add(contract.from());
            named.add(contract.to());
        }
        draft.haulage().fleets().stream().map(Fleet::owner).forEach(named::add);
        for (Actor actor : draft.actors()) {
            boolean idle = actor.generates().isEmpty()
                    && actor.lines().isEmpty()
                    && actor.needs().isEmpty()
                    && actor.sites().isEmpty()
                    && !named.contains(actor.id());
            if (idle && reporter.sound("actors." + actor.id())) {
                reporter.report(
                        FindingCode.IDLE_ACTOR,
                        "actors." + actor.id(),
                        "'" + actor.id() + "' takes part in nothing.",
                        "Say what it generates, needs, runs or disposes of.");
            }
        }
    }

    static void materialsAreUsed(Draft draft, Reporter reporter) {
        Set<String> used = new TreeSet<>();
        draft.recipes().values().forEach(recipe -> {
            used.addAll(recipe.takes());
            recipe.outputs().stream().map(Recipe.Output::material).forEach(used::add);
        });
        for (Actor actor : draft.actors()) {
            Draft.gives(actor).forEach(used::add);
            actor.needs().forEach(need -> need.accepts().forEach(accepted -> used.add(accepted.material())));
            actor.sites().forEach(site -> used.addAll(site.accepts()));
        }
        boolean known = reporter.sound("actors") && reporter.sound("tables") && reporter.sound("processes");
        report(
                "material",
                "materials",
                known ? draft.materials().stream().map(Material::id).toList() : Set.of(),
                used,
                reporter);
    }

    static void processesAreUsed(Draft draft, Reporter reporter) {
        Set<String> used = new TreeSet<>();
        draft.actors()
                .forEach(actor ->
                        actor.lines().forEach(line -> used.add(line.recipe().id())));
        boolean known = reporter.sound("tables") && reporter.soundInAllActors("runs");
        report("process", "processes", known ? draft.recipes().keySet() : Set.of(), used, reporter);
    }

    static void seasonsAreUsed(Draft draft, Reporter reporter) {
        Set<String> used = new TreeSet<>();
        for (Actor actor : draft.actors()) {
            actor.generates().forEach(arising -> add(arising.season(), used));
            actor.needs().forEach(need -> add(need.season(), used));
        }
        boolean known = reporter.sound("tables")
                && reporter.soundInAllActors("generates")
                && reporter.soundInAllActors("needs");
        report("season", "seasons", known ? draft.seasons().keySet() : Set.of(), used, reporter);
    }

    static void calendarsAreUsed(Draft draft, Reporter reporter) {
        Set<String> used = new TreeSet<>();
        for (Actor actor : draft.actors()) {
            actor.lines().forEach(line -> add(line.hours(), used));
            actor.generates().forEach(arising -> add(arising.hours(), used));
            actor.needs().forEach(need -> add(need.hours(), used));
        }
        draft.haulage().allModes().forEach(mode -> add(mode.hours(), used));
        draft.haulage().fleets().forEach(fleet -> add(fleet.hours(), used));
        boolean known = reporter.sound("haulage")
                && reporter.sound("tables")
                && reporter.soundInAllActors("runs")
                && reporter.soundInAllActors("generates")
                && reporter.soundInAllActors("needs");
        report("calendar", "calendars", known ? draft.calendars().keySet() : Set.of(), used, reporter);
    }

    static void modesAreUsed(Draft draft, Reporter reporter) {
        Set<String> used = new TreeSet<>();
        draft.haulage().fleets().forEach(fleet -> used.add(fleet.mode()));
        for (Actor actor : draft.actors()) {
            actor.generates().forEach(arising -> used.add(arising.by()));
            actor.lines().forEach(line -> line.recipe().outputs().forEach(output -> used.add(output.by())));
        }
        boolean known = reporter.sound("haulage") && reporter.sound("actors") && reporter.sound("processes");
        List<String> ids = draft.haulage().modes().stream().map(Mode::id).toList();
        report("mode", "haulage.modes", known ? ids : List.of(), used, reporter);
    }

    private static void add(@Nullable WorkCalendar calendar, Set<String> used) {
        if (calendar != null) {
            used.add(calendar.id());
        }
    }

    private static void add(@Nullable Season season, Set<String> used) {
        if (season != null) {
            used.add(season.name());
        }
    }

    private static void report(
            String what, String section, Collection<String> ids, Set<String> used, Reporter reporter) {
        ids.stream()
                .filter(id -> !used.contains(id))
                .filter(id -> reporter.sound(section + "." + id))
                .forEach(id -> reporter.report(
                        FindingCode.UNUSED,
                        section + "." + id,
                        "Nothing uses the " + what + " '" + id + "'.",
                        "Use it or delete it."));
    }
}
