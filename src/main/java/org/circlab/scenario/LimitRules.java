package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Composition;
import org.circlab.model.Contract;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.Exchange;
import org.circlab.model.Limit;
import org.circlab.model.Material;
import org.circlab.model.Part;
import org.circlab.model.Substances;

/** What contracts promise keeps the limits of who takes it, what nobody takes those of a disposal site, and rounds can plan the mix that is asked for. */
final class LimitRules {

    private final Draft draft;
    private final Substances layer;
    private final Reporter reporter;

    LimitRules(Draft draft, Substances layer, Reporter reporter) {
        this.draft = draft;
        this.layer = layer;
        this.reporter = reporter;
    }

    /** Reports contracts of which nothing can ever be taken, as it arises, and streams that no disposal site takes. */
    void check() {
        Map<String, Actor> actors = draft.actorsById();
        for (Contract contract : draft.contracts()) {
            Actor donor = actors.get(contract.from());
            Actor receiver = actors.get(contract.to());
            if (donor != null && receiver != null && onlyArises(donor, contract.material())) {
                check(contract, composition(donor, contract.material()), takers(receiver, contract.material()));
            }
        }
        Map<String, Material> materials = draft.materialsById();
        List<Actor> operators = draft.actors().stream()
                .filter(actor -> !actor.sites().isEmpty())
                .toList();
        for (Actor actor : draft.actors()) {
            for (Arising arising : actor.generates()) {
                Material material = materials.get(arising.material());
                if (material != null) {
                    thereIsASite(actor, arising, material, operators);
                }
            }
        }
        whoLooksAheadPlansNoMix();
    }

    private void whoLooksAheadPlansNoMix() {
        boolean looksAhead = draft.exchange().rule() == Exchange.Rule.OPTIMAL
                && draft.exchange().lookAhead() > 0;
        layer.blending().stream()
                .filter(part -> looksAhead && layer.limits().containsKey(part))
                .min(Comparator.comparing(Part::owner).thenComparing(Part::id))
                .ifPresent(part -> reporter.report(
                        FindingCode.LOOK_AHEAD_UNBLENDED,
                        "exchange.look-ahead",
                        "Rounds that look ahead plan no mix: '" + part.id() + "' of '" + part.owner()
                                + "' blends, and takes of each lot only what its mix bears before the round.",
                        "Leave 'look-ahead' out where the mix matters more, or 'blends' where foresight does."));
    }

    private Composition composition(Actor donor, String material) {
        return layer.streams().getOrDefault(new Part(Part.Kind.STREAM, donor.id(), material), Composition.UNKNOWN);
    }

    private void thereIsASite(Actor actor, Arising arising, Material of, List<Actor> operators) {
        String material = of.id();
        Composition composition = composition(actor, material);
        List<Limit> broken = new ArrayList<>();
        for (Actor operator : operators) {
            for (DisposalSite site : operator.sites()) {
                if (mayBe(arising.disposal(), operator)
                        && site.accepts().contains(material)
                        && operator.permits().allow(of, site.operation())) {
                    Optional<Limit> first =
                            firstBroken(new Part(Part.Kind.SITE, operator.id(), site.id()), composition, material);
                    if (first.isEmpty()) {
                        return;
                    }
                    broken.add(first.get());
                }
            }
        }
        if (!broken.isEmpty()) {
            reporter.report(
                    FindingCode.NO_DISPOSAL_ROUTE,
                    "actors." + actor.id() + ".generates." + material,
                    "No disposal site takes '" + material + "' of '" + actor.id() + "' as it is: its "
                            + beyond(broken.get(0), composition) + ", so what nobody takes has nowhere to go.",
                    "Correct the composition or the limit, add a site that takes it, or write"
                            + " 'disposal: { fee: 80 EUR/t, distance: 30 km }'.");
        }
    }

    private static boolean mayBe(Disposal disposal, Actor operator) {
        return disposal instanceof Disposal.At at
                ? at.actor().equals(operator.id())
                : !(disposal instanceof Disposal.Outside);
    }

    private static boolean onlyArises(Actor donor, String material) {
        return donor.generates().stream().map(Arising::material).anyMatch(material::equals)
                && donor.lines().stream()
                        .flatMap(line -> line.recipe().outputs().stream())
                        .noneMatch(output -> output.material().equals(material));
    }

    /** What takes a material at an actor. */
    private static List<Part> takers(Actor receiver, String material) {
        List<Part> takers = new ArrayList<>();
        receiver.sites().stream()
                .filter(site -> site.accepts().contains(material))
                .forEach(site -> takers.add(new Part(Part.Kind.SITE, receiver.id(), site.id())));
        receiver.lines().stream()
                .filter(line -> line.recipe().takes().contains(material))
                .forEach(line -> takers.add(new Part(Part.Kind.LINE, receiver.id(), line.id())));
        receiver.needs().stream()
                .filter(need -> need.accepts().stream()
                        .anyMatch(accepted -> accepted.material().equals(material)))
                .forEach(need -> takers.add(new Part(Part.Kind.NEED, receiver.id(), need.id())));
        return takers;
    }

    private void check(Contract contract, Composition composition, List<Part> takers) {
        List<Limit> broken = new ArrayList<>();
        for (Part taker : takers) {
            Optional<Limit> first = firstBroken(taker, composition, contract.material());
            if (first.isEmpty()) {
                return;
            }
            broken.add(first.get());
        }
        if (!broken.isEmpty()) {
            Limit limit = broken.get(0);
            reporter.report(
                    FindingCode.CONTRACT_BEYOND_LIMITS,
                    "contracts." + contract.id() + ".material",
                    "'" + contract.to() + "' can take nothing of '" + contract.material() + "' from '" + contract.from()
                            + "': its " + beyond(limit, composition) + ".",
                    "Correct the composition or the limit, let the receiver blend ('blends: yes'), or leave the contract out.");
        }
    }

    /** The first limit that a material breaks wherever it goes; none where they are kept, or the mix has to keep them. */
    private Optional<Limit> firstBroken(Part taker, Composition composition, String material) {
        return layer.blending().contains(taker)
                ? Optional.empty()
                : layer.limits().getOrDefault(taker, List.of()).stream()
                        .filter(limit -> isBroken(limit, composition, material))
                        .findFirst();
    }

    private static String beyond(Limit limit, Composition composition) {
        return limit.of() + " is " + figure(amount(limit, composition), limit) + ", where "
                + (limit.atLeast() ? "at least " : "at most ") + figure(limit.value(), limit) + " is allowed";
    }

    /** A limit that the material does not grow into while it waits. */
    private boolean isBroken(Limit limit, Composition composition, String material) {
        double amount = amount(limit, composition);
        boolean decays = layer.halfLives().getOrDefault(material, Map.of()).containsKey(limit.of());
        return limit.atLeast() ? amount < limit.value() : amount > limit.value() && !decays;
    }

    private static double amount(Limit limit, Composition composition) {
        return switch (limit.of()) {
            case Substances.MOISTURE -> composition.moisture();
            case Substances.HEATING_VALUE -> composition.gigajoulesPerTonne();
            default -> composition.fractions().getOrDefault(limit.of(), 0.0);
        };
    }

    private static String figure(double value, Limit limit) {
        return limit.of().equals(Substances.HEATING_VALUE)
                ? String.format(Locale.ROOT, "%.4g GJ/t", value)
                : String.format(Locale.ROOT, "%.4g %%", 100 * value);
    }
}
