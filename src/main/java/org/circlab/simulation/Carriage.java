package org.circlab.simulation;

import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Haulage;

/**
 * Carries consignments: hauliers at once, own fleets when a truck is free, first come first served. A truck that is taken outside
 * its hours waits with its lot until they begin; a journey under way is finished at any hour. It loads, drives, unloads, and
 * comes back empty over the same distance. Within one actor nothing needs a truck.
 */
final class Carriage {

    private final Kernel kernel;
    private final Ledger ledger;
    private final Lots lots;
    private final Contents contents;
    private final Cashier cashier;
    private final Ways ways;
    private final OfferBook offerBook;
    private final Reputation reputation;
    private final Receiving receiving;
    private final EventType loads;
    private final EventType arrives;
    private final EventType isBack;
    private final LotQueues waiting;
    private final int[] freeTrucks;
    private final long[] fleetPayload;
    private long truckWaitMillis;
    private long fleetTrips;

    Carriage(Stage stage, Receiving receiving) {
        this.kernel = stage.kernel();
        this.ledger = stage.ledger();
        this.lots = stage.lots();
        this.contents = stage.contents();
        this.cashier = stage.cashier();
        this.ways = stage.ways();
        this.offerBook = stage.offerBook();
        this.reputation = stage.reputation();
        this.receiving = receiving;
        this.loads = stage.define(
                "loading-begins",
                Priorities.LOADING_BEGINS,
                (lot, payload) -> load(lot),
                (lot, payload) -> about(stage, lot));
        this.arrives = stage.define(
                "consignment-arrives",
                Priorities.CONSIGNMENT_ARRIVES,
                (lot, payload) -> arrive(lot),
                (lot, payload) -> about(stage, lot));
        Haulage haulage = stage.lab().lab().haulage();
        this.isBack = stage.define(
                "truck-is-back",
                Priorities.TRUCK_IS_BACK,
                (fleet, payload) -> truckIsBack(fleet),
                (fleet, payload) -> haulage.fleets().get(fleet).owner() + ": fleet "
                        + haulage.fleets().get(fleet).id());
        this.waiting = new LotQueues(lots, haulage.fleets().size());
        this.freeTrucks =
                haulage.fleets().stream().mapToInt(Haulage.Fleet::trucks).toArray();
        this.fleetPayload =
                haulage.fleets().stream().mapToLong(Haulage.Fleet::payloadGrams).toArray();
    }

    private String about(Stage stage, int lot) {
        return stage.inletName(lots.wayOf(lot).inlet) + ", " + stage.lotName(lot);
    }

    /** Sends {@code grams} of a lot along an arc at the fee of the day; true if that is all of it. */
    boolean sendPart(int lot, long grams, int arc) {
        offerBook.sends(lots.outlet[lot], grams, arc);
        boolean all = grams == lots.grams[lot];
        int sent = all ? lot : lots.split(lot, grams);
        Way way = ways.along(arc);
        send(sent, way);
        return all;
    }

    private void send(int lot, Way way) {
        book(lot, way);
        if (way.fleet == Haulage.Carrier.UNLIMITED) {
            depart(lot, way);
            return;
        }
        while (lots.grams[lot] > fleetPayload[way.fleet]) {
            int load = lots.split(lot, fleetPayload[way.fleet]);
            book(load, way);
            queue(load, way);
        }
        queue(lot, way);
    }

    private void book(int lot, Way way) {
        lots.way[lot] = way;
        lots.feeEurosPerTonne[lot] = way.feeEurosPerTonne;
        lots.since[lot] = kernel.now();
    }

    private void queue(int lot, Way way) {
        if (freeTrucks[way.fleet] > 0) {
            freeTrucks[way.fleet]--;
            fleetTrips++;
            depart(lot, way);
        } else {
            lots.moveTo(lot, StockPlace.WAITING);
            waiting.add(way.fleet, lot);
        }
    }

    private void depart(int lot, Way way) {
        if (way.hours.isOpen(kernel.now())) {
            load(lot);
        } else {
            lots.moveTo(lot, StockPlace.WAITING);
            loads.at(way.hours.opening(kernel.now()), lot, 0);
        }
    }

    private void load(int lot) {
        Way way = lots.wayOf(lot);
        lots.moveTo(lot, StockPlace.ROAD);
        ledger.shipped(way.flow, lots.grams[lot]);
        arrives.after(way.journeyMillis, lot, 0);
    }

    private void arrive(int lot) {
        Way way = lots.wayOf(lot);
        long grams = lots.grams[lot];
        ledger.received(way.flow, grams, trips(way, grams), way.kilometres * grams * 1e-6);
        contents.carried(lot, way.inlet, way.flow);
        cashier.payHaulage(way, grams);
        cashier.payFee(way, lots.feeEurosPerTonne[lot], grams);
        cashier.emit(way.donor, EmissionKind.HAULAGE, way.flow, way.ghgKilogramsPerTonne, grams);
        reputation.arrives(way, lots.since[lot], grams);
        receiving.take(lot, way);
        if (way.fleet != Haulage.Carrier.UNLIMITED) {
            isBack.after(way.returnMillis, way.fleet, 0);
        }
    }

    private int trips(Way way, long grams) {
        if (way.inside) {
            return 0;
        }
        return way.fleet == Haulage.Carrier.UNLIMITED ? Math.toIntExact(-Math.floorDiv(-grams, way.payloadGrams)) : 1;
    }

    private void truckIsBack(int fleet) {
        int lot = waiting.poll(fleet);
        if (lot == Lots.NONE) {
            freeTrucks[fleet]++;
            return;
        }
        truckWaitMillis += kernel.now() - lots.since[lot];
        fleetTrips++;
        depart(lot, lots.wayOf(lot));
    }

    /** Milliseconds that lots have waited for trucks of own fleets so far. */
    long truckWaitMillis() {
        return truckWaitMillis;
    }

    /** Trips of own fleets that have started so far. */
    long fleetTrips() {
        return fleetTrips;
    }
}
