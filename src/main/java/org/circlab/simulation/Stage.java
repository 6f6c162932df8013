package org.circlab.simulation;

import java.util.HashMap;
import java.util.Map;
import org.circlab.kernel.EventAction;
import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.kernel.Streams;
import org.circlab.ledger.Ledger;
import org.circlab.network.Inlet;
import org.circlab.quantity.Mass;

/**
 * What all behaviours of one replication act on.
 *
 * @param lab the lab, shared with other replications
 * @param kernel clock and events
 * @param streams chance
 * @param ledger books
 * @param lots all lots
 * @param room free room of the inlets
 * @param inletStores lots that wait at inlets, one queue for each
 * @param cashier payments and emissions
 * @param ways arcs in use
 * @param inForce values and closures of the instant
 * @param topics what the events of each type are about
 */
record Stage(
        CompiledLab lab,
        Kernel kernel,
        Streams streams,
        Ledger ledger,
        Lots lots,
        Room room,
        LotQueues inletStores,
        Cashier cashier,
        Ways ways,
        InForce inForce,
        Map<EventType, Topic> topics) {

    static Stage of(CompiledLab lab, Kernel kernel, Streams streams, Ledger ledger) {
        Lots lots = new Lots();
        Prices first = Prices.on(lab, lab.priceSteps().get(0), Map.of());
        return new Stage(
                lab,
                kernel,
                streams,
                ledger,
                lots,
                new Room(lab),
                new LotQueues(lots, lab.inlets()),
                new Cashier(lab, ledger, first),
                new Ways(lab, ledger, first),
                new InForce(lab),
                new HashMap<>());
    }

    /** Defines a type of event that can tell what it is about. */
    EventType define(String name, int priority, EventAction action, Topic topic) {
        EventType type = kernel.define(name, priority, action);
        topics.put(type, topic);
        return type;
    }

    String actorId(int party) {
        return lab.lab().actors().get(party).id();
    }

    /** Names an outlet by its actor and material. */
    String outletName(int outlet) {
        return actorId(lab.outletActor(outlet)) + ": " + lab.chart().materials().get(lab.outletMaterial(outlet));
    }

    /** Names an inlet by its party and what is there. */
    String inletName(int inlet) {
        Inlet at = lab.network().inlets().get(inlet);
        String party = lab.chart().parties().get(lab.inletParty(inlet));
        if (at.line() != null) {
            return party + ": line " + at.line().id();
        }
        if (at.need() != null) {
            return party + ": need of " + at.need().id();
        }
        return at.site() == null ? party : party + ": site " + at.site().id();
    }

    /** Names a lot by its mass and material. */
    String lotName(int lot) {
        return Mass.tonnes(lots.grams[lot]) + " t of "
                + lab.chart().materials().get(lab.outletMaterial(lots.outlet[lot]));
    }
}
