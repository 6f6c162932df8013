package org.circlab.scenario;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.model.Actor;
import org.circlab.model.Material;
import org.circlab.model.Need.Accepted;

/** Whom an actor prefers should be able to take what it gives away. */
final class PreferenceRules {

    private PreferenceRules() {}

    static void thePreferredTakeSomething(Draft draft, Reporter reporter) {
        for (Actor actor : draft.actors()) {
            String path = "actors." + actor.id();
            Set<String> gives = Draft.gives(actor).collect(Collectors.toSet());
            check(actor.prefers().receivers(), gives, path, draft, reporter);
            actor.prefers()
                    .byStream()
                    .forEach((material, receivers) ->
                            check(receivers, Set.of(material), path + ".generates." + material, draft, reporter));
        }
    }

    private static void check(
            List<String> receivers, Set<String> materials, String path, Draft draft, Reporter reporter) {
        List<Material> given = draft.materials().stream()
                .filter(material -> materials.contains(material.id()))
                .toList();
        for (Actor receiver : draft.actors()) {
            boolean inVain = receivers.contains(receiver.id())
                    && given.stream().noneMatch(material -> takes(receiver, material));
            if (inVain && reporter.sound(path) && reporter.sound("processes") && isSound(receiver, reporter)) {
                reporter.report(
                        FindingCode.PREFERRED_IN_VAIN,
                        path + ".prefers",
                        "'" + receiver.id() + "' is preferred, but takes nothing of what is given away here"
                                + (given.isEmpty() ? "." : ": " + names(given) + "."),
                        "Leave it out, or check what its lines and needs take and what its permits allow.");
            }
        }
    }

    private static boolean isSound(Actor receiver, Reporter reporter) {
        String path = "actors." + receiver.id();
        return Stream.of(".runs", ".needs", ".permits").allMatch(part -> reporter.sound(path + part));
    }

    private static String names(List<Material> materials) {
        return materials.stream().map(Material::id).collect(Collectors.joining(", "));
    }

    private static boolean takes(Actor receiver, Material material) {
        boolean byLine = receiver.lines().stream()
                .anyMatch(line -> line.recipe().takes().contains(material.id())
                        && receiver.permits().allow(material, line.recipe().operation()));
        return byLine
                || receiver.needs().stream()
                        .anyMatch(need ->
                                need.accepts().stream().map(Accepted::material).anyMatch(material.id()::equals)
                                        && receiver.permits().allow(material, need.operation()));
    }
}
