package org.circlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Composition;
import org.circlab.model.Contract;
import org.circlab.model.Limit;
import org.circlab.model.Part;
import org.circlab.model.Substances;

/** What contracts promise keeps the limits of who takes it. */
final class LimitRules {

    private final Draft draft;
    private final Substances layer;
    private final Reporter reporter;

    LimitRules(Draft draft, Substances layer, Reporter reporter) {
        this.draft = draft;
        this.layer = layer;
        this.reporter = reporter;
    }

    /** Reports contracts of which nothing can ever be taken, as it arises. */
    void check() {
        Map<String, Actor> actors = draft.actorsById();
        for (Contract contract : draft.contracts()) {
            Actor donor = actors.get(contract.from());
            Actor receiver = actors.get(contract.to());
            if (donor != null && receiver != null && onlyArises(donor, contract.material())) {
                Part stream = new Part(Part.Kind.STREAM, contract.from(), contract.material());
                Composition composition = layer.streams().getOrDefault(stream, Composition.UNKNOWN);
                check(contract, composition, takers(receiver, contract.material()));
            }
        }
    }

    private static boolean onlyArises(Actor donor, String material) {
        return donor.generates().stream().map(Arising::material).anyMatch(material::equals)
                && donor.lines().stream()
                        .flatMap(line -> line.recipe().outputs().stream())
                        .noneMatch(output -> output.material().equals(material));
    }

    /** What takes a material at an actor; empty where a site does, which has no limits. */
    private static List<Part> takers(Actor receiver, String material) {
        List<Part> takers = new ArrayList<>();
        if (receiver.sites().stream().anyMatch(site -> site.accepts().contains(material))) {
            return takers;
        }
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
            Optional<Limit> first = layer.blending().contains(taker)
                    ? Optional.empty()
                    : layer.limits().getOrDefault(taker, List.of()).stream()
                            .filter(limit -> isBroken(limit, composition, contract.material()))
                            .findFirst();
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
                            + "': its " + limit.of() + " is " + figure(amount(limit, composition), limit)
                            + ", where " + (limit.atLeast() ? "at least " : "at most ")
                            + figure(limit.value(), limit) + " is allowed.",
                    "Correct the composition or the limit, let the receiver blend ('blends: yes'), or leave the contract out.");
        }
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
