package org.circlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.circlab.model.Actor;
import org.circlab.model.Haulage.Fleet;
import org.circlab.model.Line;
import org.jspecify.annotations.Nullable;

/** A fleet carries for its owner only, since nobody else would be paid for the carriage. */
final class FleetRules {

    private FleetRules() {}

    /** Something at {@code path} that is carried by a fleet which its actor does not own. */
    private record Foreign(Fleet fleet, Actor actor, String runs, String path) {}

    static void everyStreamHasItsOwnFleet(Draft draft, Reporter reporter) {
        Map<String, Fleet> fleets =
                draft.haulage().fleets().stream().collect(Collectors.toMap(Fleet::id, Function.identity()));
        List<Foreign> found = new ArrayList<>();
        for (Actor actor : draft.actors()) {
            actor.generates().forEach(arising -> {
                String path = "actors." + actor.id() + ".generates." + arising.material() + ".by";
                add(fleets.get(arising.by()), actor, "", path, found);
            });
            for (Line line : actor.lines()) {
                String runs = ", which runs the process in " + actor.id() + "." + line.id();
                line.recipe().outputs().forEach(output -> {
                    String path = "processes." + line.recipe().id() + ".yields." + output.material() + ".by";
                    add(fleets.get(output.by()), actor, runs, path, found);
                });
            }
        }
        found.removeIf(each -> !reporter.sound(each.path)
                || !reporter.sound("haulage.fleets." + each.fleet().id()));
        found.forEach(each -> report(each, reporter));
    }

    private static void add(@Nullable Fleet fleet, Actor actor, String runs, String path, List<Foreign> found) {
        if (fleet != null && !fleet.owner().equals(actor.id())) {
            found.add(new Foreign(fleet, actor, runs, path));
        }
    }

    private static void report(Foreign foreign, Reporter reporter) {
        String id = "'" + foreign.actor().id() + "'";
        reporter.report(
                FindingCode.FLEET_NOT_OWN,
                foreign.path(),
                "The fleet '" + foreign.fleet().id() + "' belongs to '"
                        + foreign.fleet().owner() + "', not to " + id + foreign.runs() + ".",
                "Name a fleet of " + id + ", or write 'by: haulier', who is paid for each journey.");
    }
}
