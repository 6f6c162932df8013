package org.circlab.simulation;

import org.circlab.ledger.Holdings;
import org.circlab.ledger.StockPlace;

/**
 * What becomes of material at the point where it leaves an actor: contracts are served first, the rest is offered on the
 * exchange, kept in store where there is one, and leaves by the fallback when nobody takes it. In business as usual only a
 * contract is worth waiting for.
 */
final class Outbound {

    private final Stage stage;
    private final Contracts contracts;
    private final Matching matching;
    private final Stores stores;
    private final Fallback fallback;
    private final long[] gatheredGrams;
    private final long[] gatheredForStore;

    Outbound(Stage stage, Contracts contracts, Matching matching, Stores stores, Fallback fallback) {
        this.stage = stage;
        this.contracts = contracts;
        this.matching = matching;
        this.stores = stores;
        this.fallback = fallback;
        this.gatheredGrams = new long[stage.lab().outlets()];
        this.gatheredForStore = new long[stores.count()];
    }

    /**
     * How many of {@code grams} may arise at an outlet: all, but where its store blocks what there is room for, or nothing of a
     * batch that may not be divided, unless it is but a part of loads. Where nothing waits since nothing is exchanged or
     * contracted, nothing blocks.
     */
    long admitted(int outlet, long grams) {
        int store = stage.lab().outletStore(outlet);
        boolean waits = matching.isOpen() || contracts.concern(outlet);
        if (store == CompiledLab.NO_STORE || !waits || !stores.blocks(store)) {
            return grams;
        }
        long room = stores.room(store) - gatheredForStore[store];
        boolean undivided = stage.lab().isWhole(outlet) && stage.lab().outletShips(outlet) == 0;
        return grams <= room ? grams : undivided ? 0 : Math.max(0, room);
    }

    /**
     * Material has come into being at an outlet.
     *
     * @param each what is in each gram
     */
    void emerge(int outlet, long grams, double[] each) {
        long load = stage.lab().outletShips(outlet);
        if (load == 0) {
            int lot = stage.lots().open(outlet, grams, stage.kernel().now());
            stage.contents().begin(lot, each);
            fallback.emerges(lot);
            offer(lot);
            return;
        }
        gather(outlet, grams, each);
        while (gatheredGrams[outlet] >= load) {
            count(outlet, -load);
            int lot = stage.lots().open(outlet, load, stage.kernel().now());
            stage.contents().beginGathered(lot);
            fallback.emerges(lot);
            offer(lot);
        }
    }

    /** Whether what comes out of a line would find room: it may not where it would fill a store that blocks. */
    boolean admits(int outlet, long grams) {
        int store = stage.lab().outletStore(outlet);
        if (store == CompiledLab.NO_STORE) {
            return true;
        }
        long load = stage.lab().outletShips(outlet);
        long stored = load == 0 ? grams : (gatheredGrams[outlet] + grams) / load * load;
        return stored == 0 || stores.admits(store, stored);
    }

    /** Gives what is stored behind an outlet another chance to be taken. */
    void offerStored(int outlet) {
        matching.serveStored(stage.lab().outletStore(outlet));
    }

    /** Material of a load has come into being; the load leaves when more emerges, be it nothing. */
    void gather(int outlet, long grams, double[] each) {
        stage.contents().gather(outlet, gatheredGrams[outlet], grams, each);
        count(outlet, grams);
    }

    private void count(int outlet, long grams) {
        gatheredGrams[outlet] += grams;
        int store = stage.lab().outletStore(outlet);
        if (store != CompiledLab.NO_STORE) {
            gatheredForStore[store] += grams;
        }
    }

    private void offer(int lot) {
        int outlet = stage.lots().outlet[lot];
        stage.offerBook().offers(outlet, stage.lots().grams[lot]);
        int store = stage.lab().outletStore(outlet);
        boolean contracted = contracts.concern(outlet);
        if (contracted && store != CompiledLab.NO_STORE) {
            matching.serveWithStored(store, lot);
            return;
        }
        if (contracted && contracts.serve(lot)) {
            return;
        }
        if (!matching.isOpen()) {
            fallback.leave(lot);
            return;
        }
        boolean rounds = matching.hasRounds();
        if (!rounds && matching.matchNow(lot)) {
            return;
        }
        if (store != CompiledLab.NO_STORE) {
            stores.keep(store, lot);
        } else if (rounds) {
            matching.await(lot);
        } else {
            fallback.leave(lot);
        }
    }

    /** Grams gathered towards the next load of an outlet. */
    long gathered(int outlet) {
        return gatheredGrams[outlet];
    }

    /** Adds what is in all that is gathered towards loads. */
    void addHeld(double[] held) {
        for (int outlet = 0; outlet < gatheredGrams.length; outlet++) {
            stage.contents().addGathered(outlet, gatheredGrams[outlet], held);
        }
    }

    /** Counts what is gathered towards loads. */
    void count(Holdings holdings) {
        CompiledLab lab = stage.lab();
        for (int outlet = 0; outlet < gatheredGrams.length; outlet++) {
            holdings.add(
                    lab.outletActor(outlet), lab.outletMaterial(outlet), StockPlace.WAITING, gatheredGrams[outlet]);
        }
    }
}
