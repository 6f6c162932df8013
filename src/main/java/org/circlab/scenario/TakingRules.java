package org.circlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlab.model.Actor;
import org.circlab.model.Material;
import org.circlab.model.Need.Accepted;
import org.circlab.model.Operation;
import org.circlab.network.Loops;

/** What lines, needs and sites take, somebody should have, and their actor be permitted to take. */
final class TakingRules {

    private TakingRules() {}

    /** Something that takes materials for an operation. */
    private record Taker(Actor actor, String path, List<String> materials, Operation operation, boolean site) {}

    private static List<Taker> takers(Draft draft) {
        List<Taker> takers = new ArrayList<>();
        for (Actor actor : draft.actors()) {
            String path = "actors." + actor.id();
            actor.lines()
                    .forEach(line -> takers.add(new Taker(
                            actor,
                            path + ".runs." + line.id(),
                            line.recipe().takes(),
                            line.recipe().operation(),
                            false)));
            actor.needs()
                    .forEach(need -> takers.add(new Taker(
                            actor,
                            path + ".needs." + need.id(),
                            need.accepts().stream().map(Accepted::material).toList(),
                            need.operation(),
                            false)));
            actor.sites()
                    .forEach(site -> takers.add(
                            new Taker(actor, path + ".disposes." + site.id(), site.accepts(), site.operation(), true)));
        }
        return takers;
    }

    private static Set<String> given(Draft draft) {
        return draft.actors().stream().flatMap(Draft::gives).collect(Collectors.toSet());
    }

    private static boolean allGivenIsKnown(Reporter reporter) {
        return reporter.soundInAllActors("generates")
                && reporter.soundInAllActors("runs")
                && reporter.sound("processes");
    }

    static void somebodyHasWhatIsTaken(Draft draft, Reporter reporter) {
        Set<String> given = given(draft);
        if (!allGivenIsKnown(reporter)) {
            return;
        }
        for (Taker taker : takers(draft)) {
            boolean idle = !taker.site()
                    && !taker.materials().isEmpty()
                    && taker.materials().stream().noneMatch(given::contains);
            if (idle && reporter.sound(taker.path())) {
                reporter.report(
                        FindingCode.NOTHING_TO_TAKE,
                        taker.path(),
                        "No actor ever has " + String.join(" or ", taker.materials()) + ", so " + taker.path()
                                + " gets nothing.",
                        "");
            }
        }
    }

    static void circlesGatherLoads(Draft draft, Reporter reporter) {
        for (List<Loops.Station> circle : Loops.withoutLoads(draft.actors())) {
            Loops.Station first = circle.get(0);
            String path = "actors." + first.actor() + ".runs." + first.line();
            boolean sound = circle.stream()
                    .allMatch(station -> reporter.sound("actors." + station.actor() + ".runs." + station.line()));
            if (sound && reporter.sound("processes")) {
                String names = circle.stream()
                        .map(station -> station.actor() + "." + station.line())
                        .collect(Collectors.joining(", "));
                reporter.report(
                        FindingCode.LOOP_WITHOUT_LOADS,
                        path,
                        "The lines " + names
                                + " feed each other lot by lot, so lots become ever more and ever smaller.",
                        "Gather the outputs to loads, such as 'ships: 20 t'.");
            }
        }
    }

    static void somePermitAllowsIt(Draft draft, Reporter reporter) {
        Set<String> given = given(draft);
        Map<String, Material> materials = draft.materialsById();
        for (Taker taker : takers(draft)) {
            List<Material> takes = taker.materials().stream()
                    .distinct()
                    .sorted()
                    .filter(given::contains)
                    .map(materials::get)
                    .filter(Objects::nonNull)
                    .toList();
            boolean forbidden = !takes.isEmpty()
                    && takes.stream()
                            .noneMatch(material -> taker.actor().permits().allow(material, taker.operation()));
            if (forbidden
                    && reporter.sound(taker.path())
                    && reporter.sound("actors." + taker.actor().id() + ".permits")) {
                reporter.report(
                        FindingCode.PERMITS_FORBID_ALL,
                        taker.path(),
                        "The permits of '" + taker.actor().id() + "' forbid "
                                + takes.stream().map(TakingRules::described).collect(Collectors.joining(", ")) + " for "
                                + taker.operation().code() + ", so " + taker.path() + " gets nothing.",
                        "Add the code, the operation or 'hazardous: yes' to 'permits', if it is permitted.");
            }
        }
    }

    private static String described(Material material) {
        String code = material.lowCode() + (material.hazardous() && material.isWaste() ? ", hazardous" : "");
        return material.id() + (material.lowCode().isEmpty() ? "" : " (" + code + ")");
    }
}
