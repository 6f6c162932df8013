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
 * @param contents what is in them
 * @param room free room of the inlets
 * @param quotas what may still be disposed of
 * @param inletStores lots that wait at inlets, one queue for each
 * @param cashier payments and emissions
 * @param ways arcs in use
 * @param inForce values and closures of the instant
 * @param topics what the events of each type are about
 * @param notices when ways across borders open
 * @param freshness how long lots keep
 * @param reasons why lots are not taken
 * @param offerBook what becomes of offers and needs
 * @param reputation what actors have learnt of each other
 */
record Stage(
        CompiledLab lab,
        Kernel kernel,
        Streams streams,
        Ledger ledger,
        Lots lots,
        Contents contents,
        Room room,
        Quotas quotas,
        LotQueues inletStores,
        Cashier cashier,
        Ways ways,
        InForce inForce,
        Map<EventType, Topic> topics,
        Notices notices,
        Freshness freshness,
        Reasons reasons,
        OfferBook offerBook,
        Reputation reputation) {

    static Stage of(CompiledLab lab, Kernel kernel, Streams streams, Ledger ledger) {
        Lots lots = new Lots(lab.substances().properties());
        Prices first = Prices.on(lab, lab.priceSteps().get(0), Map.of());
        Room room = new Room(lab);
        Notices notices = Notices.of(lab);
        Freshness freshness = new Freshness(lab, lots);
        Contents contents = new Contents(lab, lots, kernel);
        Reasons reasons = new Reasons(
                new ClosedWays(lab, contents), kernel, new Reasons.Moving(lots, contents, notices, freshness));
        InForce inForce = new InForce(lab);
        Map<EventType, Topic> topics = new HashMap<>();
        return new Stage(
                lab,
                kernel,
                streams,
                ledger,
                lots,
                contents,
                room,
                new Quotas(lab, kernel, inForce),
                new LotQueues(lots, lab.inlets()),
                new Cashier(lab, ledger, first),
                new Ways(lab, ledger, first),
                inForce,
                topics,
                notices,
                freshness,
                reasons,
                new OfferBook(lab, lots, room, reasons),
                new Reputation(lab, kernel, topics));
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
