package org.circlab.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.circlab.model.Actor;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.Material;
import org.circlab.model.Recipe;

/** What nobody takes must have somewhere to go. */
final class DisposalRules {

    private DisposalRules() {}

    static void everyStreamHasARoute(Draft draft, Reporter reporter) {
        if (!reporter.soundInAllActors("disposes")
                || !reporter.soundInAllActors("permits")
                || !reporter.sound("materials")) {
            return;
        }
        Map<String, Set<String>> disposers = disposers(draft);
        for (Actor actor : draft.actors()) {
            actor.generates().forEach(arising -> {
                String path = "actors." + actor.id() + ".generates." + arising.material();
                check(disposers, reporter, path, arising.material(), arising.disposal());
            });
        }
        TreeSet<String> run = new TreeSet<>();
        draft.actors()
                .forEach(actor ->
                        actor.lines().forEach(line -> run.add(line.recipe().id())));
        for (Recipe recipe : draft.recipes().values()) {
            recipe.outputs().stream()
                    .filter(output -> run.contains(recipe.id()) && output.market() == null)
                    .forEach(output -> {
                        String path = "processes." + recipe.id() + ".yields." + output.material();
                        check(disposers, reporter, path, output.material(), output.disposal());
                    });
        }
    }

    /** The actors with a disposal site for a material, each permitted to take it there, by material. */
    private static Map<String, Set<String>> disposers(Draft draft) {
        Map<String, Material> materials = draft.materialsById();
        Map<String, Set<String>> disposers = new HashMap<>();
        for (Actor actor : draft.actors()) {
            for (DisposalSite site : actor.sites()) {
                for (String id : site.accepts()) {
                    Material material = materials.get(id);
                    if (material != null && actor.permits().allow(material, site.operation())) {
                        disposers.computeIfAbsent(id, key -> new HashSet<>()).add(actor.id());
                    }
                }
            }
        }
        return disposers;
    }

    private static void check(
            Map<String, Set<String>> disposers, Reporter reporter, String path, String material, Disposal disposal) {
        Set<String> able = disposers.getOrDefault(material, Set.of());
        boolean route = disposal instanceof Disposal.Outside
                || (disposal instanceof Disposal.At at ? able.contains(at.actor()) : !able.isEmpty());
        if (route || !reporter.sound(path + ".disposal")) {
            return;
        }
        String who = disposal instanceof Disposal.At at
                ? "'" + at.actor() + "' has no disposal site that accepts"
                : "No actor has a disposal site that accepts";
        reporter.report(
                FindingCode.NO_DISPOSAL_ROUTE,
                path,
                who + " '" + material + "' and is permitted to, so what nobody takes has nowhere to go.",
                "Add it to a site's 'accepts', or write 'disposal: { fee: 80 EUR/t, distance: 30 km }'.");
    }
}
