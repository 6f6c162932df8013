package org.circlab.simulation;

import java.util.stream.IntStream;
import org.circlab.kernel.EventType;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Horizon;
import org.circlab.model.Store;

/**
 * Stores of outgoing material: lots wait in the order in which they came. What no longer fits, and what has been kept too long,
 * leaves by the fallback, the oldest first. A store that blocks lets nothing go for want of room: what fills it asks first.
 */
final class Stores {

    private final Stage stage;
    private final Fallback fallback;
    private final LotQueues queues;
    private final EventType expires;
    private final boolean[] expiryPending;
    private final EventType hasRoom;
    private final int[] blocking;
    private final boolean[] piles;
    private final long[] gramsTold;
    private RoomListener listener = store -> {};

    /** Hears that mass has left a store that blocks. */
    @FunctionalInterface
    interface RoomListener {
        void hasRoom(int store);
    }

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
        this.hasRoom = stage.define(
                "store-has-room",
                Priorities.STORE_HAS_ROOM,
                (store, payload) -> listener.hasRoom(store),
                (store, payload) -> name(store));
        this.blocking = IntStream.range(0, queues.size())
                .filter(store -> store(store).blocks())
                .toArray();
        this.piles = new boolean[queues.size()];
        for (int store = 0; store < piles.length; store++) {
            String actor = stage.actorId(stage.lab().stores().get(store).actor());
            piles[store] = stage.lab().substances().isPile(actor, store(store).material());
        }
        this.gramsTold = new long[queues.size()];
    }

    /** How many stores there are. */
    int count() {
        return queues.size();
    }

    /** Whether a full store stops what makes its material. */
    boolean blocks(int store) {
        return store(store).blocks();
    }

    /** Grams that a store still has room for. */
    long room(int store) {
        return store(store).capacityGrams() - queues.mass(store);
    }

    /** Grams of one outlet in its store; 0 where it has none. */
    long grams(int outlet) {
        int store = stage.lab().outletStore(outlet);
        long sum = 0;
        for (int lot = store == CompiledLab.NO_STORE ? Lots.NONE : queues.first(store); lot != Lots.NONE; ) {
            sum += stage.lots().outlet[lot] == outlet ? stage.lots().grams[lot] : 0;
            lot = queues.after(lot);
        }
        return sum;
    }

    /** Lets everything go. */
    void releaseAll(int store) {
        while (!queues.isEmpty(store)) {
            release(queues.poll(store));
        }
        tellOfRoom();
    }

    /** Grams of the lightest lot in a store; the largest long where it is empty. */
    long lightest(int store) {
        long lightest = Long.MAX_VALUE;
        for (int lot = queues.first(store); lot != Lots.NONE; lot = queues.after(lot)) {
            lightest = Math.min(lightest, stage.lots().grams[lot]);
        }
        return lightest;
    }

    /** Whether something of this mass may come in: it fits, or the store is empty, or it lets the oldest go. */
    boolean admits(int store, long grams) {
        return !blocks(store) || queues.isEmpty(store) || grams <= room(store);
    }

    /** Has {@code heard} told whenever mass has left a store that blocks, by an event of its own at the same instant. */
    void listen(RoomListener heard) {
        listener = heard;
    }

    /** Tells of the blocking stores that hold less than when this was last asked; to be asked when a match is over. */
    void tellOfRoom() {
        for (int store : blocking) {
            long grams = queues.mass(store);
            if (grams < gramsTold[store]) {
                hasRoom.after(0, store, 0);
            }
            gramsTold[store] = grams;
        }
    }

    /** Puts a lot back that was taken out for a round; lots come back in the order in which they were taken. */
    void putBack(int store, int lot) {
        add(store, lot);
        scheduleExpiry(store);
    }

    /** The lots in each store. */
    LotQueues queues() {
        return queues;
    }

    /** Puts a lot in a store. */
    void keep(int store, int lot) {
        add(store, lot);
        shedOverflow(store);
        scheduleExpiry(store);
        tellOfRoom();
    }

    private void add(int store, int lot) {
        stage.lots().moveTo(lot, StockPlace.STORE);
        queues.add(store, lot);
        if (piles[store]) {
            if (!stage.lab().isWhole(stage.lots().outlet[lot])) {
                pour(store, lot);
            }
            stage.contents().level(queues, store);
        }
    }

    /** Pours the last lot of a pile into the one that is there of its outlet, if any; their age becomes the mean of both. */
    private void pour(int store, int lot) {
        Lots lots = stage.lots();
        int into = Lots.NONE;
        int before = Lots.NONE;
        for (int each = queues.first(store); each != lot; each = queues.after(each)) {
            into = lots.outlet[each] == lots.outlet[lot] ? each : into;
            before = each;
        }
        if (into == Lots.NONE) {
            return;
        }
        stage.contents().pour(lot, into);
        double share = (double) lots.grams[lot] / (lots.grams[lot] + lots.grams[into]);
        lots.born[into] += Math.round(share * (lots.born[lot] - lots.born[into]));
        lots.grams[into] += lots.grams[lot];
        queues.dropLast(store, before);
        lots.end(lot);
    }

    /** Lets go what no longer fits, unless the store blocks. */
    void shedOverflow(int store) {
        long overflow = blocks(store) ? 0 : -room(store);
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
        if (keeps >= Horizon.FOREVER_MILLIS || expiryPending[store] || queues.isEmpty(store)) {
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
        tellOfRoom();
    }

    /** Names a store by its actor and material. */
    String name(int number) {
        return stage.actorId(stage.lab().stores().get(number).actor()) + ": store of "
                + store(number).material();
    }

    private Store store(int number) {
        return stage.lab().stores().get(number).store();
    }
}
