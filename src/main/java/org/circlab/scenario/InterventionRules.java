package org.circlab.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.circlab.model.Actor;
import org.circlab.model.Contract;
import org.circlab.model.Disposal;
import org.circlab.model.Interventions;
import org.circlab.model.Interventions.Ban;
import org.circlab.model.Interventions.Quota;
import org.circlab.model.Interventions.Subsidy;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;

/** What the state pays for, forbids and caps must concern something, and leave what nobody takes somewhere to go. */
final class InterventionRules {

    private static final String ROUTE = "Give it another route, such as 'disposal: { fee: 80 EUR/t, distance: 30 km }'";

    private final Draft draft;
    private final Interventions interventions;
    private final Reporter reporter;
    private final List<Taking> takings = new ArrayList<>();

    /** A material that a receiver takes and may take. */
    private record Taking(Operation operation, String material, String receiver, boolean disposal) {

        boolean isOf(Interventions.Scope scope) {
            return scope.covers(operation, material, receiver);
        }
    }

    InterventionRules(Draft draft, Interventions interventions, Reporter reporter) {
        this.draft = draft;
        this.interventions = interventions;
        this.reporter = reporter;
    }

    void check() {
        boolean known = reporter.sound("actors")
                && reporter.sound("processes")
                && reporter.sound("materials")
                && reporter.sound("horizon");
        if (interventions.isEmpty() || !known) {
            return;
        }
        collect();
        interventions.subsidies().forEach(this::isUseful);
        interventions.bans().forEach(this::isUseful);
        interventions.quotas().forEach(this::isUseful);
        if (reporter.sound("policy")) {
            draft.contracts().forEach(this::delivers);
            aRouteOutlastsTheBans();
            aRouteOutlastsTheQuotas();
        }
    }

    private void collect() {
        Map<String, Material> materials = draft.materialsById();
        Set<String> given = draft.actors().stream().flatMap(Draft::gives).collect(Collectors.toSet());
        for (Actor actor : draft.actors()) {
            List<Taking> all = new ArrayList<>();
            actor.lines()
                    .forEach(line -> line.recipe()
                            .takes()
                            .forEach(id -> all.add(new Taking(line.recipe().operation(), id, actor.id(), false))));
            actor.needs()
                    .forEach(need -> need.accepts()
                            .forEach(accepted ->
                                    all.add(new Taking(need.operation(), accepted.material(), actor.id(), false))));
            actor.sites()
                    .forEach(site ->
                            site.accepts().forEach(id -> all.add(new Taking(site.operation(), id, actor.id(), true))));
            all.removeIf(taking -> !given.contains(taking.material)
                    || !actor.permits()
                            .allow(Objects.requireNonNull(materials.get(taking.material)), taking.operation));
            takings.addAll(all);
        }
    }

    private void isUseful(Subsidy subsidy) {
        String path = "policy.subsidies." + subsidy.id();
        List<Taking> paid =
                takings.stream().filter(taking -> taking.isOf(subsidy.scope())).toList();
        if (paid.isEmpty()) {
            concernsNothing(path, "subsidy '" + subsidy.id() + "'");
        } else if (paid.stream().allMatch(this::isAlwaysBanned) && reporter.sound(path)) {
            reporter.report(
                    FindingCode.NO_EFFECT,
                    path,
                    "The subsidy '" + subsidy.id() + "' pays for what bans forbid all the time.",
                    "Leave it out, or let the ban begin later.");
        }
    }

    private void delivers(Contract contract) {
        String path = "contracts." + contract.id() + ".material";
        List<Taking> ends = takings.stream()
                .filter(taking -> taking.receiver.equals(contract.to()) && taking.material.equals(contract.material()))
                .toList();
        if (!ends.isEmpty() && ends.stream().allMatch(this::isAlwaysBanned) && reporter.sound(path)) {
            reporter.report(
                    FindingCode.NO_EFFECT,
                    path,
                    "Bans forbid all the time what '" + contract.to() + "' would do with '" + contract.material()
                            + "'.",
                    "Leave the contract out, or let the ban begin later.");
        }
    }

    private boolean isAlwaysBanned(Taking taking) {
        return interventions.bans().stream()
                .filter(ban -> taking.isOf(ban.scope()))
                .anyMatch(ban -> ban.holds(draft.horizon().warmUpStart())
                        && ban.holds(draft.horizon().end().minusDays(1)));
    }

    private void isUseful(Ban ban) {
        String path = "policy.bans." + ban.id();
        LocalDate from = ban.from();
        LocalDate until = ban.until();
        boolean late = from != null && !from.isBefore(draft.horizon().end());
        boolean early = until != null && !until.isAfter(draft.horizon().warmUpStart());
        if ((late || early) && reporter.sound(path)) {
            reporter.report(
                    FindingCode.NO_EFFECT,
                    path,
                    "The ban '" + ban.id() + "' is in force at no time of the run, from "
                            + draft.horizon().warmUpStart() + " to "
                            + draft.horizon().end() + ".",
                    "Maybe the year is mistyped?");
        } else if (takings.stream().noneMatch(taking -> taking.isOf(ban.scope()))) {
            concernsNothing(path, "ban '" + ban.id() + "'");
        }
    }

    private void isUseful(Quota quota) {
        String path = "policy.quotas." + quota.id();
        boolean allowsNothing = quota.penaltyEurosPerTonne() == null
                && quota.tonnesPerYear().steps().stream()
                        .mapToDouble(Timed.Step::value)
                        .anyMatch(most -> most == 0);
        if (takings.stream().noneMatch(taking -> taking.disposal && taking.isOf(quota.scope()))) {
            concernsNothing(path, "quota '" + quota.id() + "'");
        } else if (allowsNothing && reporter.sound(path)) {
            reporter.report(
                    FindingCode.QUOTA_OF_NOTHING,
                    path + ".most",
                    "The quota '" + quota.id() + "' allows 0 t.",
                    "Write a ban instead, or give it a 'penalty'.");
        }
    }

    private void concernsNothing(String path, String what) {
        if (reporter.sound(path)) {
            reporter.report(
                    FindingCode.NO_EFFECT,
                    path,
                    "The " + what + " concerns nothing that anybody gives and may take.",
                    "Look at its operations, materials, codes and receivers.");
        }
    }

    private void aRouteOutlastsTheBans() {
        LocalDate begin = draft.horizon().warmUpStart();
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Ban ban : interventions.bans()) {
            LocalDate from = ban.from();
            days.add(from == null || from.isBefore(begin) ? begin : from);
        }
        Set<String> told = new HashSet<>();
        for (LocalDate day : days.headSet(draft.horizon().end())) {
            List<Ban> inForce =
                    interventions.bans().stream().filter(ban -> ban.holds(day)).toList();
            Predicate<Taking> open = taking -> inForce.stream().noneMatch(ban -> taking.isOf(ban.scope()));
            eachRoute((path, material, disposal) -> {
                if (hasRoute(material, disposal, any -> true)
                        && !hasRoute(material, disposal, open)
                        && told.add(path)
                        && reporter.sound(path)) {
                    reporter.report(
                            FindingCode.BANNED_WITHOUT_ROUTE,
                            path,
                            "From " + day + " on, bans (" + names(inForce, material) + ") leave no disposal site for '"
                                    + material + "', so what nobody takes has nowhere to go.",
                            ROUTE + ".");
                }
            });
        }
    }

    private String names(List<Ban> bans, String material) {
        return bans.stream()
                .filter(ban -> takings.stream()
                        .anyMatch(taking ->
                                taking.disposal && taking.material.equals(material) && taking.isOf(ban.scope())))
                .map(Ban::id)
                .collect(Collectors.joining(", "));
    }

    private void aRouteOutlastsTheQuotas() {
        List<Quota> strict = interventions.quotas().stream()
                .filter(quota -> quota.penaltyEurosPerTonne() == null)
                .toList();
        Predicate<Taking> open = taking -> strict.stream().noneMatch(quota -> taking.isOf(quota.scope()));
        eachRoute((path, material, disposal) -> {
            if (hasRoute(material, disposal, any -> true)
                    && !hasRoute(material, disposal, open)
                    && reporter.sound(path)) {
                reporter.report(
                        FindingCode.QUOTA_WITHOUT_ROUTE,
                        path,
                        "Every disposal site for '" + material
                                + "' is under a quota without a penalty; the run ends where"
                                + " more has to be disposed of.",
                        ROUTE + ", or the quota a 'penalty'.");
            }
        });
    }

    /** Where something may become waste: its path, material and disposal. */
    @FunctionalInterface
    private interface RouteCheck {
        void check(String path, String material, Disposal disposal);
    }

    private void eachRoute(RouteCheck route) {
        TreeSet<String> run = new TreeSet<>();
        for (Actor actor : draft.actors()) {
            actor.generates()
                    .forEach(arising -> route.check(
                            "actors." + actor.id() + ".generates." + arising.material(),
                            arising.material(),
                            arising.disposal()));
            actor.lines().forEach(line -> run.add(line.recipe().id()));
        }
        for (Recipe recipe : draft.recipes().values()) {
            recipe.outputs().stream()
                    .filter(output -> run.contains(recipe.id()) && output.market() == null)
                    .forEach(output -> route.check(
                            "processes." + recipe.id() + ".yields." + output.material(),
                            output.material(),
                            output.disposal()));
        }
    }

    private boolean hasRoute(String material, Disposal disposal, Predicate<Taking> open) {
        return disposal instanceof Disposal.Outside
                || takings.stream()
                        .filter(taking -> taking.disposal && taking.material.equals(material))
                        .filter(taking -> !(disposal instanceof Disposal.At at)
                                || at.actor().equals(taking.receiver))
                        .anyMatch(open);
    }
}
