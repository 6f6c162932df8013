package org.circlab.network;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.circlab.model.Actor;
import org.circlab.model.Borders;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Permits;

/** The gates between outlets and inlets that never change during a run, asked in the order of {@link Gate}. */
final class Gates {

    private final Lab lab;
    private final Distances distances;

    Gates(Lab lab, Distances distances) {
        this.lab = lab;
        this.distances = distances;
    }

    /** Whether the exchange keeps the actors of an outlet and an inlet apart in what leaves there. */
    boolean keepsApart(Outlet outlet, Inlet inlet) {
        if (lab.exchange().apart().isEmpty()) {
            return false;
        }
        String from = lab.actors().get(outlet.actor()).id();
        String to = receiver(inlet).id();
        String material = material(outlet).id();
        return lab.exchange().apart().stream()
                .anyMatch(pair -> pair.from().equals(from)
                        && pair.to().equals(to)
                        && pair.material().equals(material));
    }

    /** Whether an inlet takes a material and its actor may, whoever gives it. */
    boolean allow(Inlet inlet, Material material) {
        Operation operation = inlet.operation();
        return operation != null
                && inlet.accepts(material.id())
                && receiver(inlet).permits().allow(material, operation);
    }

    /** What holds at the border between an outlet and an inlet. */
    Borders.Rule border(Outlet outlet, Inlet inlet) {
        Borders borders = lab.policy().borders();
        if (inlet.outside() != null || !material(outlet).isWaste() || borders.equals(Borders.OPEN)) {
            return Borders.Rule.FREE;
        }
        return borders.between(lab.countryOf(lab.actors().get(outlet.actor())), lab.countryOf(receiver(inlet)));
    }

    /** The furthest that an inlet draws an outlet's material from, in kilometres; infinite for any distance. */
    double within(Outlet outlet, Inlet inlet) {
        if (inlet.line() != null) {
            return inlet.line().withinKilometres();
        }
        return inlet.need() == null
                ? Double.POSITIVE_INFINITY
                : inlet.need().accepts().stream()
                        .filter(accepted ->
                                accepted.material().equals(material(outlet).id()))
                        .mapToDouble(Need.Accepted::withinKilometres)
                        .findFirst()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    /** The first closed gate between an outlet and an inlet of an actor, or nothing where all are open. */
    Optional<Barrier> between(Outlet outlet, Inlet inlet) {
        Material material = material(outlet);
        Actor receiver = receiver(inlet);
        Operation operation = inlet.operation();
        if (operation == null || !inlet.accepts(material.id())) {
            return Optional.of(Barrier.altogether(Gate.MATERIAL, receiver.id() + " takes no " + material.id()));
        }
        if (!inlet.isFinal() && keepsApart(outlet, inlet)) {
            return Optional.of(Barrier.altogether(
                    Gate.MATERIAL,
                    receiver.id() + " is kept apart from "
                            + lab.actors().get(outlet.actor()).id() + " in " + material.id()));
        }
        return byLaw(material, receiver, operation)
                .or(() -> atBorder(outlet, inlet))
                .or(() -> byDistance(outlet, inlet));
    }

    private static Optional<Barrier> byLaw(Material material, Actor receiver, Operation operation) {
        Permits permits = receiver.permits();
        if (!permits.allowWaste(material, operation)) {
            boolean code = permits.codes().isEmpty() || permits.codes().contains(material.lowCode());
            String missing = code ? operation.code() : material.lowCode();
            return Optional.of(Barrier.altogether(Gate.PERMIT, receiver.id() + " needs a permit for " + missing));
        }
        if (!permits.allowHazard(material)) {
            return Optional.of(
                    Barrier.altogether(Gate.HAZARDOUS, receiver.id() + " needs a permit for hazardous waste"));
        }
        if (!permits.allowStatus(material)) {
            return Optional.of(Barrier.altogether(
                    Gate.STATUS,
                    receiver.id() + " may not take " + material.status().word() + " such as " + material.id()));
        }
        return Optional.empty();
    }

    private Optional<Barrier> atBorder(Outlet outlet, Inlet inlet) {
        String from = lab.countryOf(lab.actors().get(outlet.actor()));
        String to = lab.countryOf(receiver(inlet));
        return border(outlet, inlet).isClosed()
                ? Optional.of(Barrier.altogether(Gate.BORDER, "no waste may go from " + from + " to " + to))
                : Optional.empty();
    }

    private Optional<Barrier> byDistance(Outlet outlet, Inlet inlet) {
        double within = within(outlet, inlet);
        OptionalDouble way = distance(outlet, inlet);
        return way.isPresent() && way.getAsDouble() > within
                ? Optional.of(new Barrier(
                        Gate.DISTANCE,
                        way.getAsDouble() - within,
                        "km",
                        receiver(inlet).id() + " draws from " + plain(within) + " km, and the way is "
                                + plain(way.getAsDouble()) + " km"))
                : Optional.empty();
    }

    private static String plain(double kilometres) {
        return BigDecimal.valueOf(kilometres).stripTrailingZeros().toPlainString();
    }

    /** The length of the way from an outlet to an inlet in kilometres, where it is known. */
    OptionalDouble distance(Outlet outlet, Inlet inlet) {
        String donor = lab.actors().get(outlet.actor()).id();
        return distances.find(lab.haulage().carrier(outlet.by(), donor).mode(), outlet.actor(), inlet.actor());
    }

    private Material material(Outlet outlet) {
        return lab.materials().get(outlet.material());
    }

    private Actor receiver(Inlet inlet) {
        return lab.actors().get(inlet.actor());
    }
}
