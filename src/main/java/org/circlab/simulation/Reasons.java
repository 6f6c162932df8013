package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.kernel.Kernel;
import org.circlab.network.Arcs;
import org.circlab.network.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Why a lot that nobody took was not taken: the furthest gate that it reached over all receivers, as things stood when it was
 * offered last, at the prices of the day. It is asked only when a lot leaves or the run ends; what a round has to remember for
 * it is who got room.
 */
final class Reasons {

    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private final Kernel kernel;
    private final Lots lots;
    private final Arcs arcs;
    private final Contents contents;
    private final Notices notices;
    private final Freshness freshness;
    private final ClosedWays closedWays;
    /** By outlet: the number of the last round in which it offered, and when that was. */
    private final int[] roundOfOutlet;

    private final long[] offeredMillis;
    /** By inlet: the number of the last round in which it took something, and from which outlet. */
    private final int[] roundOfInlet;

    private final int[] takenFrom;
    private int round;
    private Worth worth = arc -> Double.NEGATIVE_INFINITY;
    private @Nullable Prices priced;
    private int worthVersion;

    /** By outlet: for which round and prices its reason was found, and that reason. */
    private final int[] knownRound;

    private final int[] knownVersion;
    private final Found[] known;

    /** Says by how much a way along an arc of the exchange costs more than it may. */
    @FunctionalInterface
    interface Worth {
        /** Euros a tonne; above 0 where nobody would go that way. */
        double excess(int arc);

        /** Whether it would be open if both sides trusted each other. */
        default boolean isForTrust(int arc) {
            return false;
        }
    }

    /** A closed gate, the inlet behind it, and by how much it is closed. */
    record Found(Gate gate, int inlet, double margin) {}

    /**
     * What gates other than the price depend on.
     *
     * @param lots all lots
     * @param contents what is in them
     * @param notices when ways across borders open
     * @param freshness how long lots keep
     */
    record Moving(Lots lots, Contents contents, Notices notices, Freshness freshness) {}

    Reasons(ClosedWays closedWays, Kernel kernel, Moving moving) {
        CompiledLab lab = closedWays.lab();
        this.kernel = kernel;
        this.lots = moving.lots();
        this.contents = moving.contents();
        this.arcs = lab.network().exchange();
        this.notices = moving.notices();
        this.freshness = moving.freshness();
        this.closedWays = closedWays;
        this.roundOfOutlet = new int[lab.outlets()];
        this.offeredMillis = new long[lab.outlets()];
        Arrays.fill(offeredMillis, Long.MIN_VALUE);
        this.roundOfInlet = new int[lab.inlets()];
        this.takenFrom = new int[lab.inlets()];
        Arrays.fill(takenFrom, NOBODY);
        this.knownRound = new int[lab.outlets()];
        this.knownVersion = new int[lab.outlets()];
        this.known = new Found[lab.outlets()];
    }

    /** Takes over what ways are worth at the prices of the day, and what is banned on it. */
    void price(Worth now, Prices prices) {
        worth = now;
        priced = prices;
        worthVersion++;
    }

    /** What ways are worth. */
    Worth worth() {
        return worth;
    }

    /** Whether nothing may be sent along an arc today. */
    boolean isBanned(int arc) {
        return priced != null && priced.isBanned(arc);
    }

    /** Changes whenever prices do. */
    int worthVersion() {
        return worthVersion;
    }

    /** A round begins. */
    void beginRound() {
        round++;
    }

    /** An outlet offers in the round. */
    void offers(int outlet) {
        roundOfOutlet[outlet] = round;
        offeredMillis[outlet] = kernel.now();
    }

    /** Whether an outlet has offered at an instant or since. */
    boolean hasOffered(int outlet, long sinceMillis) {
        return offeredMillis[outlet] >= sinceMillis;
    }

    /** The round gives room of an inlet to an outlet. */
    void takes(int inlet, int outlet) {
        if (roundOfInlet[inlet] != round) {
            roundOfInlet[inlet] = round;
            takenFrom[inlet] = outlet;
        } else if (takenFrom[inlet] != outlet) {
            takenFrom[inlet] = SEVERAL;
        }
    }

    /** Why a lot that was not taken was not. */
    Found of(int lot) {
        int outlet = lots.outlet[lot];
        if (arcs.first(outlet) == arcs.first(outlet + 1)) {
            return shut(lot);
        }
        long asked = offeredMillis[outlet] >= lots.born[lot] ? offeredMillis[outlet] : kernel.now();
        boolean shared = !contents.areLimited() && !freshness.matters(lot, asked) && !notices.matter(asked);
        Found before = known[outlet];
        if (shared
                && before != null
                && knownRound[outlet] == roundOfOutlet[outlet]
                && knownVersion[outlet] == worthVersion) {
            return before;
        }
        Found found = furthest(lot, asked, freshness.remainingMillis(lot, asked));
        if (shared) {
            known[outlet] = found;
            knownRound[outlet] = roundOfOutlet[outlet];
            knownVersion[outlet] = worthVersion;
        }
        return found;
    }

    private Found furthest(int lot, long asked, long remaining) {
        int outlet = lots.outlet[lot];
        Gate gate = Gate.MATERIAL;
        int nearest = arcs.first(outlet);
        for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
            Gate closed = closed(lot, arc, asked, remaining);
            int further = closed.compareTo(gate);
            if (further > 0 || (further == 0 && arcs.kilometres(arc) < arcs.kilometres(nearest))) {
                gate = closed;
                nearest = arc;
            }
        }
        if (gate.compareTo(Gate.DISTANCE) < 0) {
            Found shut = shut(lot);
            if (shut.gate().compareTo(gate) > 0) {
                return shut;
            }
        }
        double margin = switch (gate) {
            case COMPOSITION -> contents.excess(lot, arcs.inlet(nearest));
            case PRICE, TRUST -> worth.excess(nearest);
            case EXPIRY -> (freshness.journeyMillis(nearest) - remaining) / 3.6e6;
            default -> Double.NaN;
        };
        return new Found(gate, arcs.inlet(nearest), margin);
    }

    /** Where a lot is stopped that has no way, or none on which it comes further. */
    private Found shut(int lot) {
        Found shut = closedWays.of(lots.outlet[lot], inlet -> minds(lot, inlet));
        return shut.gate() == Gate.COMPOSITION
                ? new Found(shut.gate(), shut.inlet(), contents.excess(lot, shut.inlet()))
                : shut;
    }

    /** Whether an inlet minds what is in a lot. */
    private boolean minds(int lot, int inlet) {
        return contents.areLimited()
                && contents.most(lot, inlet)
                        < Math.min(lots.grams[lot], closedWays.lab().inletLeast(inlet));
    }

    /** What was closed on the way along an arc; whoever is not stopped before has met an inlet without room for it. */
    private Gate closed(int lot, int arc, long asked, long remaining) {
        if (!notices.isOpen(arc, asked)) {
            return Gate.BORDER;
        }
        int inlet = arcs.inlet(arc);
        if (minds(lot, inlet)) {
            return Gate.COMPOSITION;
        }
        if (isBanned(arc)) {
            return Gate.BAN;
        }
        if (worth.excess(arc) > 0) {
            return worth.isForTrust(arc) ? Gate.TRUST : Gate.PRICE;
        }
        if (remaining != Long.MAX_VALUE && remaining < freshness.journeyMillis(arc)) {
            return Gate.EXPIRY;
        }
        int outlet = lots.outlet[lot];
        boolean outbid = round > 0 && roundOfInlet[inlet] == roundOfOutlet[outlet] && takenFrom[inlet] != outlet;
        return outbid ? Gate.OUTBID : Gate.CAPACITY;
    }

    /** What needs lack. */
    ClosedWays closedWays() {
        return closedWays;
    }
}
