package org.circlab.scenario;

import java.util.List;
import java.util.Map;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Borders;
import org.circlab.model.Contract;
import org.circlab.model.Disposal;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Recipe;

/** What borders ban must neither be contracted nor be left without a way out. */
final class BorderRules {

    private final Draft draft;
    private final Borders borders;
    private final Reporter reporter;
    private final Map<String, Material> materials;

    BorderRules(Draft draft, Borders borders, Reporter reporter) {
        this.draft = draft;
        this.borders = borders;
        this.reporter = reporter;
        this.materials = draft.materialsById();
    }

    void check() {
        boolean known = reporter.sound("materials") && reporter.sound("actors") && reporter.sound("policy");
        if (borders.rules().isEmpty() || !known) {
            return;
        }
        if (draft.actors().stream().map(this::country).distinct().count() < 2) {
            reporter.report(
                    FindingCode.NO_EFFECT,
                    "policy.borders",
                    "'borders' changes nothing: all actors are in one country.",
                    "Write the country of those that are in another, such as 'country: BA'.");
        }
        draft.contracts().stream()
                .filter(contract -> reporter.sound("contracts." + contract.id()))
                .forEach(this::theContractMayCross);
        for (Actor actor : draft.actors()) {
            for (Arising arising : actor.generates()) {
                String path = "actors." + actor.id() + ".generates." + arising.material();
                thereIsAWayOut(actor, arising.material(), arising.disposal(), path);
            }
            for (Line line : actor.lines()) {
                for (Recipe.Output output : line.recipe().outputs()) {
                    if (output.market() == null) {
                        String path = "actors." + actor.id() + ".runs." + line.id();
                        thereIsAWayOut(actor, output.material(), output.disposal(), path);
                    }
                }
            }
        }
    }

    private String country(Actor actor) {
        return actor.country().isEmpty() ? draft.region().country() : actor.country();
    }

    private boolean isBanned(Material material, Actor from, Actor to) {
        return material.isWaste() && borders.between(country(from), country(to)).isClosed();
    }

    private void theContractMayCross(Contract contract) {
        Map<String, Actor> actors = draft.actorsById();
        Actor from = actors.get(contract.from());
        Actor to = actors.get(contract.to());
        Material material = materials.get(contract.material());
        if (from != null && to != null && material != null && isBanned(material, from, to)) {
            reporter.report(
                    FindingCode.CONTRACT_NOT_PERMITTED,
                    "contracts." + contract.id() + ".to",
                    "'policy.borders' bans waste from " + country(from) + " to " + country(to) + ", and '"
                            + material.id() + "' is waste.",
                    "Name another receiver, or change the rule or the status of the material.");
        }
    }

    /** Of the sites that would take a material one at least must be on this side of every ban. */
    private void thereIsAWayOut(Actor actor, String id, Disposal disposal, String path) {
        Material material = materials.get(id);
        if (material == null || disposal instanceof Disposal.Outside || !reporter.sound(path)) {
            return;
        }
        List<Actor> able = draft.actors().stream()
                .filter(site ->
                        !(disposal instanceof Disposal.At at) || at.actor().equals(site.id()))
                .filter(site -> site.sites().stream()
                        .anyMatch(each ->
                                each.accepts().contains(id) && site.permits().allow(material, each.operation())))
                .toList();
        if (!able.isEmpty() && able.stream().allMatch(site -> isBanned(material, actor, site))) {
            reporter.report(
                    FindingCode.NO_DISPOSAL_ROUTE,
                    path,
                    "Every disposal site that accepts '" + id
                            + "' is behind a border that 'policy.borders' bans waste of '" + actor.id() + "' from.",
                    "Add a site on this side, or write 'disposal: { fee: 80 EUR/t, distance: 30 km }'.");
        }
    }
}
