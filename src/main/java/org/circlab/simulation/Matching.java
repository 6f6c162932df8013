package org.circlab.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.circlab.exchange.Allocation;
import org.circlab.exchange.AllocationRule;
import org.circlab.exchange.ArcCosts;
import org.circlab.exchange.GreedyRule;
import org.circlab.exchange.OptimalRule;
import org.circlab.exchange.Outlook;
import org.circlab.exchange.Round;
import org.circlab.kernel.EventType;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Exchange;
import org.circlab.network.ExchangeNetwork;
import org.jspecify.annotations.Nullable;

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
    private final Excess excess;
    private final Admissions admissions;
    private final Downcycling downcycling;
    private final Willingness willingness;
    private @Nullable BitSet closed;
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
        this.admissions = new Admissions(stage);
        round.blend(stage.contents().areBlended() ? admissions : null);
        this.limits = new double[stage.lab().outlets()];
        this.excess = new Excess(stage.lab(), stage.ways().prices().exchange());
        this.downcycling = Downcycling.of(stage.lab());
        this.willingness = new Willingness(stage.lab(), downcycling, stage.reputation(), fallback);
        this.rule = exchange.rule() == Exchange.Rule.OPTIMAL
                ? optimum()
                : greedy(stage.ways().prices());
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
        stage.room().listenToSites(this::sitesChange);
        stage.quotas().listen(this::sitesChange);
        stage.reputation().listen(this::trustChanges);
        if (offersRoomToStores()) {
            stage.room().listen(this::roomFreed);
        }
    }

    /** Schedules the first round. */
    void start() {
        if (isOpen() && !exchange.onArrival()) {
            clears.after(exchange.everyMillis(), 0, 0);
        }
        if (offersRoomToStores()) {
            openBorders();
        }
    }

    /** What is stored hears of a border that opens as of room that becomes free. */
    private void openBorders() {
        for (int arc = 0; arc < stage.lab().firstDisposalArc(); arc++) {
            long opens = stage.notices().opensMillis(arc);
            if (opens > stage.kernel().now()) {
                retries.at(opens, stage.lab().arcInlet(arc), 0);
            }
        }
    }

    /** Takes over the prices of the day. */
    void step(Prices prices) {
        if (exchange.rule() != Exchange.Rule.OPTIMAL) {
            rule = greedy(prices);
        }
        refreshLimits();
        offerAllRoom();
    }

    /** A month begins, in which what a line yields may be tried again at sites that have refused it. */
    void monthBegins() {
        if (fallback.monthBegins()) {
            sitesChange();
        }
    }

    /** Actors think otherwise of each other: that matters where some now join that did not, or the other way round. */
    private void trustChanges() {
        Prices prices = stage.ways().prices();
        if (Objects.equals(closed, closed(prices))) {
            stage.reasons().price(stage.reasons().worth(), prices);
        } else {
            refreshLimits();
            offerAllRoom();
        }
    }

    /** Another way out may now be the cheapest: what is stored may be worth another price to be rid of. */
    private void sitesChange() {
        double[] before = limits.clone();
        BitSet closedBefore = closed;
        refreshLimits();
        boolean changed = !Arrays.equals(before, limits) || !Objects.equals(closedBefore, closed);
        if (rule instanceof OptimalRule || changed) {
            offerAllRoom();
        }
    }

    private void offerAllRoom() {
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

    private AllocationRule greedy(Prices prices) {
        return new GreedyRule(prices.exchange(), limits);
    }

    private OptimalRule optimum() {
        CompiledLab lab = stage.lab();
        Outlook outlook = exchange.lookAhead() == 0 ? Outlook.NONE : new Expectation(stage, contracts);
        return new OptimalRule(lab.network().exchange(), lab.outlets(), lab.inlets(), labCosts(null), outlook);
    }

    private ArcCosts labCosts(@Nullable BitSet shut) {
        return new LabCosts(stage.lab(), downcycling, stage.ways().prices(), fallback, shut).costs();
    }

    /** What follows for the rule where nobody takes a material: the most that each outlet would pay, or what the lab pays. */
    private void refreshLimits() {
        Prices prices = stage.ways().prices();
        closed = closed(prices);
        round.close(closed);
        if (rule instanceof OptimalRule optimal) {
            ArcCosts costs = labCosts(closed);
            optimal.reprice(closed == null ? costs : costs.without(closed));
            stage.reasons().price(willingness.with(excess.forTheLab(costs)), prices);
            return;
        }
        for (int outlet = 0; outlet < limits.length; outlet++) {
            limits[outlet] = excess.isLimited() ? fallback.costEurosPerTonne(outlet) : Double.POSITIVE_INFINITY;
        }
        stage.reasons().price(willingness.with(excess.forDonors(prices, limits)), prices);
    }

    /** The arcs that the law or one of both sides keeps shut; null for none. */
    private @Nullable BitSet closed(Prices prices) {
        BitSet banned = prices.bannedOnExchange();
        BitSet unwilling = willingness.closed(prices);
        if (banned == null || unwilling == null) {
            return banned == null ? unwilling : banned;
        }
        banned.or(unwilling);
        return banned;
    }

    /** Who joins an exchange. */
    Willingness willingness() {
        return willingness;
    }

    /** Whether both sides of an arc join, at the prices of the day, and no ban forbids it. */
    boolean isWilling(int arc) {
        return closed == null || !closed.get(arc);
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
        int last = stores.queues().last(store);
        boolean inOrder = last == Lots.NONE || !lotOrder.before(lot, last);
        if (inOrder && staysAsItIs(store, lot)) {
            stores.putBack(store, lot);
        } else {
            offers = 0;
            collect(stores.queues(), store);
            add(lot);
            serveCollected();
        }
        stores.shedOverflow(store);
        stores.tellOfRoom();
    }

    /** Serves contracts from a store, and the rule too where lots are matched on arrival. */
    void serveStored(int store) {
        if (!staysAsItIs(store, Lots.NONE)) {
            offers = 0;
            collect(stores.queues(), store);
            serveCollected();
        }
        stores.tellOfRoom();
    }

    /** Whether only contracts could take from a store and one more lot for it, if any, and none would take of any lot. */
    private boolean staysAsItIs(int store, int lot) {
        if (isOpen() && !hasRounds()) {
            return false;
        }
        long largest = 0;
        int actor = stage.lab().stores().get(store).actor();
        ExchangeNetwork network = stage.lab().network();
        for (int outlet = network.firstOutlet(actor); outlet < network.firstOutlet(actor + 1); outlet++) {
            if (stage.lab().outletStore(outlet) == store) {
                largest = Math.max(largest, contracts.largestServed(outlet));
            }
        }
        return largest <= 0
                || (stores.lightest(store) > largest && (lot == Lots.NONE || stage.lots().grams[lot] > largest));
    }

    private void serveCollected() {
        serveContracts();
        if (isOpen() && !hasRounds()) {
            solve();
        }
        putBack();
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
        offers = contracts.serve(offered, offers);
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
        if (fallback.takesOtherwise()) {
            sitesChange();
        }
        round.clear();
        stage.reasons().beginRound();
        Lots lots = stage.lots();
        for (int i = 0; i < offers; i++) {
            int outlet = lots.outlet[offered[i]];
            stage.reasons().offers(outlet);
            round.offer(outlet, lots.grams[offered[i]], stage.lab().isWhole(outlet));
        }
        round.gate(admissions.matter(offered, offers) ? admissions : null);
        rule.allocate(round, allocation);
        for (int part = 0; part < allocation.size(); part++) {
            int offer = allocation.offer(part);
            contracts.passBy(lots.outlet[offered[offer]], allocation.grams(part));
            lots.moveTo(offered[offer], StockPlace.WAITING);
            stage.reasons().takes(stage.lab().arcInlet(allocation.arc(part)), round.outlet(offer));
            if (carriage.sendPart(offered[offer], allocation.grams(part), allocation.arc(part))) {
                offered[offer] = Lots.NONE;
            }
        }
    }
}
