package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.exchange.Allocation;
import org.circlab.exchange.AllocationRule;
import org.circlab.exchange.GreedyRule;
import org.circlab.exchange.Round;
import org.circlab.kernel.EventType;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Exchange;

/**
 * The exchange in time: collects offers, lets the rule solve, and executes what it decided, lot by lot on arrival or in rounds.
 * Contracts are served before the rule.
 */
final class Matching {

    private final Stage stage;
    private final Carriage carriage;
    private final Contracts contracts;
    private final Fallback fallback;
    private final Stores stores;
    private final Exchange exchange;
    private final LotOrder lotOrder;
    private final Round round;
    private final Allocation allocation = new Allocation();
    private final double[] limits;
    private final EventType clears;
    private final EventType retries;
    private final boolean[] retryPending;
    private final LotQueues waiting;
    private AllocationRule rule;
    private int[] offered = new int[16];
    private int offers;

    Matching(Stage stage, Carriage carriage, Contracts contracts, Fallback fallback, Stores stores) {
        this.stage = stage;
        this.carriage = carriage;
        this.contracts = contracts;
        this.fallback = fallback;
        this.stores = stores;
        this.exchange = stage.lab().lab().exchange();
        this.lotOrder = new LotOrder(stage.lots(), stage.lab());
        this.round = new Round(stage.room().freeGrams(), stage.lab().inletLeast());
        this.limits = new double[stage.lab().outlets()];
        this.rule = new GreedyRule(stage.ways().prices().exchange(), limits);
        this.waiting = new LotQueues(stage.lots(), 1);
        this.retryPending = new boolean[stage.lab().inlets()];
        this.clears = stage.define(
                "round-clears",
                Priorities.ROUND,
                (subject, payload) -> clearRound(),
                (subject, payload) -> "exchange of all that waits");
        this.retries = stage.define(
                "room-is-offered",
                Priorities.ROOM_IS_OFFERED,
                (inlet, payload) -> retry(inlet),
                (inlet, payload) -> stage.inletName(inlet));
        refreshLimits();
        stage.room().listenToSites(this::refreshLimits);
        if (offersRoomToStores()) {
            stage.room().listen(this::roomFreed);
        }
    }

    /** Schedules the first round. */
    void start() {
        if (isOpen() && !exchange.onArrival()) {
            clears.after(exchange.everyMillis(), 0, 0);
        }
    }

    /** Takes over the prices of the day. */
    void step(Prices prices) {
        rule = new GreedyRule(prices.exchange(), limits);
        refreshLimits();
        if (offersRoomToStores()) {
            for (int inlet = 0; inlet < retryPending.length; inlet++) {
                roomFreed(inlet);
            }
        }
    }

    /** Whether stored lots must hear of each change by themselves, since no round comes for them. */
    private boolean offersRoomToStores() {
        return isOpen() && exchange.onArrival() && stores.count() > 0;
    }

    /** The most that each outlet would pay to a receiver: what it pays where nobody takes its material. */
    private void refreshLimits() {
        boolean limited = exchange.rule() == Exchange.Rule.CHEAPEST || exchange.rule() == Exchange.Rule.PREFERENCE;
        for (int outlet = 0; outlet < limits.length; outlet++) {
            limits[outlet] = limited ? fallback.costEurosPerTonne(outlet) : Double.POSITIVE_INFINITY;
        }
    }

    /** Whether anything is exchanged at all. */
    boolean isOpen() {
        return exchange.rule() != Exchange.Rule.NONE;
    }

    /** Whether a lot without a store can wait for a round. */
    boolean hasRounds() {
        return isOpen() && !exchange.onArrival();
    }

    /** Matches one lot now, without contracts; true if it is used up. */
    boolean matchNow(int lot) {
        offers = 0;
        add(lot);
        solve();
        return offered[0] == Lots.NONE;
    }

    /**
     * Serves contracts from a store and one more lot for it, the oldest first, and the rule too where lots are matched on
     * arrival; what is left is stored.
     */
    void serveWithStored(int store, int lot) {
        offers = 0;
        collect(stores.queues(), store);
        add(lot);
        serveCollected();
        stores.shedOverflow(store);
        stores.tellOfRoom();
    }

    private void serveCollected() {
        serveContracts();
        if (isOpen() && !hasRounds()) {
            solve();
        }
        putBack();
    }

    /** Serves contracts from a store, and the rule too where lots are matched on arrival. */
    void serveStored(int store) {
        offers = 0;
        collect(stores.queues(), store);
        serveCollected();
        stores.tellOfRoom();
    }

    /** Keeps a lot without a store until the next round. */
    void await(int lot) {
        waiting.add(0, lot);
    }

    private void clearRound() {
        clears.after(exchange.everyMillis(), 0, 0);
        offers = 0;
        for (int store = 0; store < stores.count(); store++) {
            collect(stores.queues(), store);
        }
        collect(waiting, 0);
        settle();
    }

    /** Room has become free at an inlet: stored lots that could go there get another chance before anything new arises. */
    private void roomFreed(int inlet) {
        if (!retryPending[inlet] && !stage.lab().isFinal(inlet)) {
            retryPending[inlet] = true;
            retries.after(0, inlet, 0);
        }
    }

    private void retry(int inlet) {
        retryPending[inlet] = false;
        offers = 0;
        for (int store : stage.lab().storesReaching(inlet)) {
            collect(stores.queues(), store);
        }
        settle();
    }

    private void collect(LotQueues queues, int queue) {
        for (int lot = queues.poll(queue); lot != Lots.NONE; lot = queues.poll(queue)) {
            add(lot);
        }
    }

    private void add(int lot) {
        if (offers == offered.length) {
            offered = Arrays.copyOf(offered, 2 * offers);
        }
        offered[offers++] = lot;
    }

    /** Serves contracts and the rule from what was collected; the rest goes back to its store or leaves. */
    private void settle() {
        serveContracts();
        solve();
        putBack();
        stores.tellOfRoom();
    }

    private void serveContracts() {
        lotOrder.sort(offered, offers);
        int left = 0;
        for (int i = 0; i < offers; i++) {
            if (!contracts.serve(offered[i])) {
                offered[left++] = offered[i];
            }
        }
        offers = left;
    }

    private void putBack() {
        for (int i = 0; i < offers; i++) {
            int lot = offered[i];
            if (lot == Lots.NONE) {
                continue;
            }
            int store = stage.lab().outletStore(stage.lots().outlet[lot]);
            if (store == CompiledLab.NO_STORE) {
                fallback.leave(lot);
            } else {
                stores.putBack(store, lot);
            }
        }
    }

    private void solve() {
        round.clear();
        Lots lots = stage.lots();
        for (int i = 0; i < offers; i++) {
            int outlet = lots.outlet[offered[i]];
            round.offer(outlet, lots.grams[offered[i]], stage.lab().isWhole(outlet));
        }
        rule.allocate(round, allocation);
        for (int part = 0; part < allocation.size(); part++) {
            int offer = allocation.offer(part);
            lots.moveTo(offered[offer], StockPlace.WAITING);
            if (carriage.sendPart(offered[offer], allocation.grams(part), allocation.arc(part))) {
                offered[offer] = Lots.NONE;
            }
        }
    }
}
