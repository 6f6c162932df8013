package org.circlab.experiment.whynot;

import java.util.Objects;
import org.circlab.model.Actor;
import org.circlab.model.Interventions;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/**
 * An outlet and an inlet between which a way might be opened.
 *
 * @param network of the lab
 * @param outlet where material leaves
 * @param inlet a line or a need
 * @param unmatchedTonnesPerYear how much there is to be matched
 * @param offeredTonnesPerYear how much is offered, or needed, in all
 * @param margin by how much its gate is closed, where that is known; NaN otherwise
 */
record Pair(
        ExchangeNetwork network,
        Outlet outlet,
        Inlet inlet,
        double unmatchedTonnesPerYear,
        double offeredTonnesPerYear,
        double margin) {

    Lab lab() {
        return network.lab();
    }

    Material material() {
        return lab().materials().get(outlet.material());
    }

    Actor donor() {
        return lab().actors().get(outlet.actor());
    }

    Actor receiver() {
        return lab().actors().get(inlet.actor());
    }

    /** The path of the receiver as an actor. */
    String receiverPath() {
        return "actors." + receiver().id();
    }

    /** The path of the line or need. */
    String inletPath() {
        Line line = inlet.line();
        return receiverPath() + (line != null ? ".runs." + line.id() : ".needs." + need().id());
    }

    /** The path of what the inlet says of the material alone, for a need; of the line otherwise. */
    String takingPath() {
        return inlet.line() != null
                ? inletPath()
                : inletPath() + ".accepts." + material().id();
    }

    Need need() {
        return Objects.requireNonNull(inlet.need(), "an inlet on the exchange is a line or a need");
    }

    Need.Accepted accepted() {
        return need().accepts().stream()
                .filter(each -> each.material().equals(material().id()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether what the state pays for or forbids concerns what goes from the one to the other. */
    boolean isWithin(Interventions.Scope scope) {
        return scope.covers(inlet.operation(), material().id(), receiver().id());
    }

    /** The line or need as a part of the lab. */
    Part part() {
        Line line = inlet.line();
        return line != null
                ? new Part(Part.Kind.LINE, receiver().id(), line.id())
                : new Part(Part.Kind.NEED, receiver().id(), need().id());
    }
}
