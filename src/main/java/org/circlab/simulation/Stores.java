package org.circlab.simulation;

import org.circlab.kernel.EventType;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Store;

/**
 * Stores of outgoing material: lots wait in the order in which they came. What no longer fits, and what has been kept too long,
 * leaves by the fallback, the oldest first.
 */
final class Stores {

    private final Stage stage;
    private final Fallback fallback;
    private final LotQueues queues;
    private final EventType expires;
    private final boolean[] expiryPending;

    Stores(Stage stage, Fallback fallback) {
        this.stage = stage;
        this.fallback = fallback;
        this.queues = new LotQueues(stage.lots(), stage.lab().stores().size());
        this.expires = stage.define(
                "lot-expires",
                Priorities.LOT_EXPIRES,
                (store, payload) -> expire(store),
                (store, payload) -> name(store));
        this.expiryPending = new boolean[queues.size()];
    }

    /** How many stores there are. */
    int count() {
        return queues.size();
    }

    /** Puts a lot back that was taken out for a round; lots come back in the order in which they were taken. */
    void putBack(int store, int lot) {
        stage.lots().moveTo(lot, StockPlace.STORE);
        queues.add(store, lot);
        scheduleExpiry(store);
    }

    /** The lots in each store. */
    LotQueues queues() {
        return queues;
    }

    /** Puts a lot in a store. */
    void keep(int store, int lot) {
        stage.lots().moveTo(lot, StockPlace.STORE);
        queues.add(store, lot);
        shedOverflow(store);
        scheduleExpiry(store);
    }

    /** Lets go what no longer fits. */
    void shedOverflow(int store) {
        long overflow = queues.mass(store) - store(store).capacityGrams();
        while (overflow > 0) {
            overflow -= pushOut(store, overflow);
        }
    }

    /** Lets the oldest lot go, or as much of it as is needed; tells how much went. */
    private long pushOut(int store, long grams) {
        Lots lots = stage.lots();
        int oldest = queues.first(store);
        if (lots.grams[oldest] <= grams || stage.lab().isWhole(lots.outlet[oldest])) {
            queues.poll(store);
            long all = lots.grams[oldest];
            release(oldest);
            return all;
        }
        int part = lots.split(oldest, grams);
        queues.lighten(store, grams);
        release(part);
        return grams;
    }

    private void release(int lot) {
        stage.lots().moveTo(lot, StockPlace.WAITING);
        fallback.leave(lot);
    }

    private void scheduleExpiry(int store) {
        long keeps = store(store).keepsMillis();
        if (keeps == Long.MAX_VALUE || expiryPending[store] || queues.isEmpty(store)) {
            return;
        }
        expiryPending[store] = true;
        long due = stage.lots().born[queues.first(store)] + keeps;
        expires.at(Math.max(due, stage.kernel().now()), store, 0);
    }

    private void expire(int store) {
        expiryPending[store] = false;
        long oldestAllowed = stage.kernel().now() - store(store).keepsMillis();
        while (!queues.isEmpty(store) && stage.lots().born[queues.first(store)] <= oldestAllowed) {
            release(queues.poll(store));
        }
        scheduleExpiry(store);
    }

    private String name(int number) {
        return stage.actorId(stage.lab().stores().get(number).actor()) + ": store of "
                + store(number).material();
    }

    private Store store(int number) {
        return stage.lab().stores().get(number).store();
    }
}
