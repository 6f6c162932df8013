package org.circlab.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Exchange;
import org.circlab.network.Gate;
import org.circlab.simulation.Reasons.Found;

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
    private final Map<Long, Rest> rests = new HashMap<>();
    private final long[][] lacks;
    private final int[] worthKnown;
    private final boolean[] worthwhile;
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
        this.lacks = new long[lab.inlets()][];
        this.worthKnown = new int[lab.inlets()];
        this.worthwhile = new boolean[lab.inlets()];
    }

    /** The warm-up is over. */
    void openWindow() {
        inWindow = isOpen;
        lots.countUnsent(opening);
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
        } else if (arc >= lab.firstContractArc()) {
            contracted[outlet] += grams;
        }
    }

    /** Nobody takes a lot, and it leaves. */
    void leaves(int lot) {
        if (inWindow) {
            Found found = reasons.of(lot);
            rest(lot, found).left += lots.grams[lot];
        }
    }

    private Rest rest(int lot, Found found) {
        long key = ((long) lots.outlet[lot] * GATES.length + found.gate().ordinal()) * (lab.inlets() + 1)
                + found.inlet()
                + 1;
        Rest rest = rests.computeIfAbsent(key, any -> new Rest());
        rest.marginGrams += found.margin() * lots.grams[lot];
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

    private int lack(int inlet) {
        if (reasons.closedWays().arcsInto(inlet).isEmpty()) {
            Found found = reasons.closedWays().into(inlet);
            return found.inlet() == Unmatched.NONE ? NO_OFFER : found.gate().ordinal();
        }
        if (!isWorthwhile(inlet)) {
            return Gate.PRICE.ordinal();
        }
        return room.free(inlet) < lab.inletLeast(inlet) ? Gate.CAPACITY.ordinal() : NO_OFFER;
    }

    /** Whether any way into a need is worth its price today. */
    private boolean isWorthwhile(int inlet) {
        if (worthKnown[inlet] != reasons.worthVersion()) {
            worthKnown[inlet] = reasons.worthVersion();
            worthwhile[inlet] = reasons.closedWays().arcsInto(inlet).stream()
                    .anyMatch(arc -> !(reasons.worth().excess(arc) > 0));
        }
        return worthwhile[inlet];
    }

    /** What became of everything, now that the run is over. */
    Unmatched close() {
        if (!isOpen) {
            return Unmatched.EMPTY;
        }
        long[] closing = new long[offered.length];
        lots.countUnsent(closing);
        lots.forEachUnsent(lot -> rest(lot, reasons.of(lot)).waiting += lots.grams[lot]);
        List<Unmatched.Stream> streams = new ArrayList<>();
        for (int outlet = 0; outlet < offered.length; outlet++) {
            if (offered[outlet] > 0 || opening[outlet] > 0) {
                streams.add(new Unmatched.Stream(
                        outlet,
                        offered[outlet],
                        exchanged[outlet],
                        contracted[outlet],
                        opening[outlet],
                        closing[outlet]));
            }
        }
        return new Unmatched(streams, closedRests(), closedLacks());
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
