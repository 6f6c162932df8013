package org.circlab.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.circlab.model.Exchange;
import org.circlab.network.Gate;
import org.circlab.simulation.Reasons.Found;
import org.jspecify.annotations.Nullable;

/**
 * What became of offers and needs in the window: sums by outlet, and by reason for what nobody took. Memory grows with the
 * reasons that there are, not with the run. Where nothing is exchanged nothing is kept.
 */
final class OfferBook {

    private static final Gate[] GATES = Gate.values();
    private static final int NO_OFFER = GATES.length;

    private final CompiledLab lab;
    private final Lots lots;
    private final Room room;
    private final Reasons reasons;
    private final boolean isOpen;
    private final long[] offered;
    private final long[] exchanged;
    private final long[] contracted;
    private final long[] opening;
    /** By outlet: what had been offered in vain when the window opened. */
    private long[] openingPile;

    private final Map<Long, Rest> rests = new HashMap<>();
    private final long[][] lacks;
    private final long[] met;
    private final int[] worthKnown;
    private final @Nullable Gate[] worthClosed;
    private boolean inWindow;

    /** What nobody took for one reason. */
    private static final class Rest {
        private long left;
        private long waiting;
        private double marginGrams;
    }

    OfferBook(CompiledLab lab, Lots lots, Room room, Reasons reasons) {
        this.lab = lab;
        this.lots = lots;
        this.room = room;
        this.reasons = reasons;
        this.isOpen = lab.lab().exchange().rule() != Exchange.Rule.NONE;
        this.offered = new long[lab.outlets()];
        this.exchanged = new long[lab.outlets()];
        this.contracted = new long[lab.outlets()];
        this.opening = new long[lab.outlets()];
        this.openingPile = new long[lab.outlets()];
        this.lacks = new long[lab.inlets()][];
        this.met = new long[lab.inlets()];
        this.worthKnown = new int[lab.inlets()];
        this.worthClosed = new Gate[lab.inlets()];
    }

    /** The warm-up is over. */
    void openWindow() {
        inWindow = isOpen;
        lots.countUnsent(opening);
        openingPile = pile();
    }

    /** By outlet, what waits and has been offered in vain. */
    private long[] pile() {
        long[] pile = new long[offered.length];
        lots.forEachUnsent(lot -> {
            if (reasons.hasOffered(lots.outlet[lot], lots.born[lot])) {
                pile[lots.outlet[lot]] += lots.grams[lot];
            }
        });
        return pile;
    }

    /** A lot is offered for the first time. */
    void offers(int outlet, long grams) {
        if (inWindow) {
            offered[outlet] += grams;
        }
    }

    /** A part of a lot has been matched along an arc. */
    void sends(int outlet, long grams, int arc) {
        if (!inWindow) {
            return;
        }
        if (arc < lab.firstDisposalArc()) {
            exchanged[outlet] += grams;
        } else if (arc >= lab.firstContractArc()
                && lab.network().inlets().get(lab.arcInlet(arc)).disposes()) {
            rest(outlet, grams, new Found(Gate.CONTRACT, lab.arcInlet(arc), Double.NaN)).left += grams;
        } else if (arc >= lab.firstContractArc()) {
            contracted[outlet] += grams;
        }
    }

    /** Nobody takes a lot, and it leaves. */
    void leaves(int lot) {
        if (inWindow) {
            rest(lots.outlet[lot], lots.grams[lot], reasons.of(lot)).left += lots.grams[lot];
        }
    }

    private Rest rest(int outlet, long grams, Found found) {
        long key = ((long) outlet * GATES.length + found.gate().ordinal()) * (lab.inlets() + 1) + found.inlet() + 1;
        Rest rest = rests.computeIfAbsent(key, any -> new Rest());
        rest.marginGrams += found.margin() * grams;
        return rest;
    }

    /** A need buys virgin material. */
    void lacks(int inlet, long grams) {
        if (inWindow) {
            long[] byGate = lacks[inlet];
            if (byGate == null) {
                byGate = new long[GATES.length + 1];
                lacks[inlet] = byGate;
            }
            byGate[lack(inlet)] += grams;
        }
    }

    /** A need uses secondary material in place of so many grams of virgin material. */
    void meets(int inlet, long grams) {
        if (inWindow) {
            met[inlet] += grams;
        }
    }

    private int lack(int inlet) {
        if (reasons.closedWays().arcsInto(inlet).isEmpty()) {
            Found found = reasons.closedWays().into(inlet);
            return found.inlet() == Unmatched.NONE ? NO_OFFER : found.gate().ordinal();
        }
        Gate notWorth = notWorth(inlet);
        if (notWorth != null) {
            return notWorth.ordinal();
        }
        return room.free(inlet) < lab.inletLeast(inlet) ? Gate.CAPACITY.ordinal() : NO_OFFER;
    }

    /** What keeps today all ways into a need from being worth their price; null if some are. */
    private @Nullable Gate notWorth(int inlet) {
        if (worthKnown[inlet] != reasons.worthVersion()) {
            worthKnown[inlet] = reasons.worthVersion();
            List<Integer> ways = reasons.closedWays().arcsInto(inlet);
            List<Integer> lawful =
                    ways.stream().filter(arc -> !reasons.isBanned(arc)).toList();
            boolean open = lawful.stream().anyMatch(arc -> !(reasons.worth().excess(arc) > 0));
            boolean forTrust = lawful.stream().anyMatch(reasons.worth()::isForTrust);
            Gate shut = lawful.isEmpty() ? Gate.BAN : forTrust ? Gate.TRUST : Gate.PRICE;
            worthClosed[inlet] = open ? null : shut;
        }
        return worthClosed[inlet];
    }

    /** What became of everything, now that the run is over. */
    Unmatched close() {
        if (!isOpen) {
            return Unmatched.EMPTY;
        }
        long[] closing = new long[offered.length];
        lots.countUnsent(closing);
        long[] pile = pile();
        lots.forEachUnsent(lot -> rest(lots.outlet[lot], lots.grams[lot], reasons.of(lot)).waiting += lots.grams[lot]);
        List<Unmatched.Stream> streams = new ArrayList<>();
        for (int outlet = 0; outlet < offered.length; outlet++) {
            if (offered[outlet] > 0 || opening[outlet] > 0) {
                streams.add(new Unmatched.Stream(
                        outlet,
                        offered[outlet],
                        exchanged[outlet],
                        contracted[outlet],
                        opening[outlet],
                        closing[outlet],
                        Math.max(0, pile[outlet] - openingPile[outlet])));
            }
        }
        return new Unmatched(streams, closedRests(), closedLacks(), closedMet());
    }

    private List<Unmatched.Rest> closedRests() {
        List<Unmatched.Rest> closed = new ArrayList<>();
        rests.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> {
                    long key = entry.getKey();
                    Rest rest = entry.getValue();
                    int inlet = (int) (key % (lab.inlets() + 1)) - 1;
                    long before = key / (lab.inlets() + 1);
                    closed.add(new Unmatched.Rest(
                            (int) (before / GATES.length),
                            GATES[(int) (before % GATES.length)],
                            inlet,
                            rest.left,
                            rest.waiting,
                            rest.marginGrams / (rest.left + rest.waiting)));
                });
        return closed;
    }

    private List<Unmatched.Lack> closedLacks() {
        List<Unmatched.Lack> closed = new ArrayList<>();
        for (int inlet = 0; inlet < lacks.length; inlet++) {
            long[] byGate = lacks[inlet];
            for (int gate = 0; byGate != null && gate <= NO_OFFER; gate++) {
                if (byGate[gate] > 0) {
                    closed.add(new Unmatched.Lack(
                            inlet, gate == NO_OFFER ? null : GATES[gate], nearest(inlet), byGate[gate]));
                }
            }
        }
        return closed;
    }

    private List<Unmatched.Met> closedMet() {
        return IntStream.range(0, met.length)
                .filter(inlet -> met[inlet] > 0)
                .mapToObj(inlet -> new Unmatched.Met(inlet, met[inlet]))
                .toList();
    }

    /** The nearest outlet with a way into a need, or the one before whose closed gate it is. */
    private int nearest(int inlet) {
        List<Integer> into = reasons.closedWays().arcsInto(inlet);
        if (into.isEmpty()) {
            return reasons.closedWays().into(inlet).inlet();
        }
        return into.stream()
                .min(Comparator.comparingDouble(lab::arcKilometres))
                .map(lab::arcOutlet)
                .orElse(Unmatched.NONE);
    }
}
