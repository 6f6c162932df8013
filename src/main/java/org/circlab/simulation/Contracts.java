package org.circlab.simulation;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.Horizon;

/**
 * Standing contracts, served before anything else. The volume of a contract year, which begins on the anniversary of its
 * first day or of the start date, is released evenly over the year with an advance of one month; what is not used carries over
 * to the year's end and then lapses. Of a year that had begun before the run only what is left of it counts, of one that the
 * term cuts short what it has. While an event closes a contract, or a ban all that it could deliver to, it rests.
 */
final class Contracts {

    private static final int NONE = -1;
    private static final double ADVANCE_MILLIS = Horizon.YEAR_MILLIS / 12;

    private final Stage stage;
    private final Carriage carriage;
    private final int[] firstOfOutlet;
    private final int[] arcs;
    private final ContractYears[] years;
    private BitSet banned = new BitSet();
    private final boolean[] closed;
    private final long[] movedGrams;
    private final Minimums minimums;
    /** Counts what may have changed what contracts take: the beginning of a service, and each consignment. */
    private long state;
    /** By outlet, what is the largest that can be served, and in which state that was found. */
    private final long[] largest;

    private final long[] stateOfLargest;

    Contracts(Stage stage, Carriage carriage) {
        this.stage = stage;
        this.carriage = carriage;
        CompiledLab lab = stage.lab();
        this.firstOfOutlet = new int[lab.outlets() + 1];
        for (CompiledLab.ContractArc arc : lab.contractArcs()) {
            firstOfOutlet[arc.outlet() + 1]++;
        }
        for (int outlet = 0; outlet < lab.outlets(); outlet++) {
            firstOfOutlet[outlet + 1] += firstOfOutlet[outlet];
        }
        this.arcs = new int[lab.contractArcs().size()];
        int[] next = firstOfOutlet.clone();
        for (int i = 0; i < arcs.length; i++) {
            arcs[next[lab.contractArcs().get(i).outlet()]++] = lab.firstContractArc() + i;
        }
        this.movedGrams = new long[lab.lab().contracts().size()];
        this.years = lab.lab().contracts().stream()
                .map(contract -> new ContractYears(contract, lab.lab().horizon()))
                .toArray(ContractYears[]::new);
        this.minimums = new Minimums(stage);
        this.closed = new boolean[movedGrams.length];
        this.largest = new long[lab.outlets()];
        this.stateOfLargest = new long[lab.outlets()];
    }

    /** Whether any contract that is in force draws from an outlet. */
    boolean concern(int outlet) {
        long now = stage.kernel().now();
        for (int position = firstOfOutlet[outlet]; position < firstOfOutlet[outlet + 1]; position++) {
            int number = contract(arcs[position]);
            turnTo(now, number);
            if (years[number].isInForce(now) && !banned.get(number)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Serves lots one after the other as {@link #serve(int)} does.
     *
     * @param lots in their order of precedence; those that are not used up are moved to the front
     * @return how many are not used up
     */
    int serve(int[] lots, int count) {
        state++;
        int left = 0;
        for (int i = 0; i < count; i++) {
            boolean heavy = stage.lots().grams[lots[i]] > largestInState(stage.lots().outlet[lots[i]]);
            if (heavy || !serve(lots[i])) {
                lots[left++] = lots[i];
            }
        }
        return left;
    }

    private long largestInState(int outlet) {
        if (stateOfLargest[outlet] != state) {
            stateOfLargest[outlet] = state;
            largest[outlet] = largestServed(outlet);
        }
        return largest[outlet];
    }

    /** Sends of a lot what the contracts of its outlet still allow, in the order of their ids; true if the lot is used up. */
    boolean serve(int lot) {
        int outlet = stage.lots().outlet[lot];
        for (int position = firstOfOutlet[outlet]; position < firstOfOutlet[outlet + 1]; position++) {
            int arc = arcs[position];
            long offered = stage.lots().grams[lot];
            long free = free(arc);
            if (free > 0 && offered <= largestServed(arc, free)) {
                int inlet = stage.lab().arcInlet(arc);
                long grams = Math.min(Math.min(offered, free), stage.contents().most(lot, inlet));
                boolean whole =
                        stage.lab().isWhole(outlet) || grams < stage.lab().inletLeast(inlet);
                if (grams <= 0 || (grams < offered && whole)) {
                    continue;
                }
                state++;
                stage.quotas().take(arc, grams, 1);
                movedGrams[contract(arc)] += grams;
                passBy(outlet, grams, contract(arc));
                stage.room().reserve(inlet, grams);
                stage.contents().commit(lot, inlet, grams);
                if (carriage.sendPart(lot, grams, arc)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Something of an outlet goes where no contract takes it. */
    void passBy(int outlet, long grams) {
        passBy(outlet, grams, NONE);
    }

    private void passBy(int outlet, long grams, int served) {
        if (!minimums.bind(outlet)) {
            return;
        }
        int position = firstOfOutlet[outlet];
        while (position < firstOfOutlet[outlet + 1]) {
            int arc = arcs[position];
            int number = contract(arc);
            long room = 0;
            long lawful = 0;
            while (position < firstOfOutlet[outlet + 1] && contract(arcs[position]) == number) {
                room += usableRoom(arcs[position], false);
                lawful += usableRoom(arcs[position++], true);
            }
            if (number != served) {
                minimums.passBy(number, grams, allowance(arc), room, lawful);
            }
        }
    }

    /** Room at the end of an arc, as far as it is worth a journey; what a quota leaves of it where {@code lawful}. */
    private long usableRoom(int arc, boolean lawful) {
        int inlet = stage.lab().arcInlet(arc);
        boolean banned = stage.ways().prices().isBanned(arc);
        long room = lawful || banned ? free(arc, inlet) : stage.room().free(inlet);
        // Sums stay far from the largest long, as the room of a site may be that.
        return room < stage.lab().inletLeast(inlet) ? 0 : Math.min(room, Long.MAX_VALUE / (arcs.length + 1));
    }

    /** Whether a contract is in force now. */
    boolean isInForce(int number) {
        long now = stage.kernel().now();
        turnTo(now, number);
        return years[number].isInForce(now);
    }

    /** Ends a contract that is in force, and settles what its year lacks to the minimum of the time that it has run. */
    void cut(int number, Stores stores) {
        long now = stage.kernel().now();
        turnTo(now, number);
        years[number].cut(now);
        state++;
        if (stage.lab().lab().contracts().get(number).terms().hasMinimum()) {
            settle(number, stores);
        }
    }

    /** How long a contract with an end still runs if nobody breaks it. */
    long leftMillis(int number) {
        Contract contract = stage.lab().lab().contracts().get(number);
        LocalDate until = contract.terms().until();
        return until == null
                ? Horizon.FOREVER_MILLIS
                : stage.lab().lab().horizon().millisAt(until) - stage.kernel().now();
    }

    /** For how much time damages are owed if a contract is broken now. */
    long damagesMillis(int number, Breach breach) {
        return Math.min(breach.damagesMillis(), leftMillis(number));
    }

    /** What is paid for each missing tonne at the prices of the day. */
    double penaltyEurosPerTonne(int number) {
        return minimums.penaltyEurosPerTonne(number);
    }

    /** When the years of a contract begin, then when its last one ends. */
    long[] turns(int number) {
        return years[number].turns();
    }

    /** Settles the year of a contract that is over at this instant, if one is. */
    void settle(int number, Stores stores) {
        ContractYears contractYears = years[number];
        long now = stage.kernel().now();
        if (!contractYears.isInForce(contractYears.begin()) || contractYears.end() != now) {
            return;
        }
        long stored = 0;
        long room = 0;
        long lawful = 0;
        boolean delivers = false;
        for (int i = 0; i < stage.lab().contractArcs().size(); i++) {
            CompiledLab.ContractArc arc = stage.lab().contractArcs().get(i);
            if (arc.contract() == number) {
                delivers = true;
                room = Math.max(room, usableRoom(stage.lab().firstContractArc() + i, false));
                lawful = Math.max(lawful, usableRoom(stage.lab().firstContractArc() + i, true));
                stored += isFirstArc(i) ? stores.grams(arc.outlet()) : 0;
            }
        }
        if (delivers) {
            minimums.passBy(number, stored, Long.MAX_VALUE, room, lawful);
            minimums.settle(number, contractYears, movedGrams[number]);
        }
        turnTo(now, number);
    }

    /** Whether an arc is the first of its contract and outlet. */
    private boolean isFirstArc(int index) {
        List<CompiledLab.ContractArc> all = stage.lab().contractArcs();
        return index == 0
                || all.get(index - 1).contract() != all.get(index).contract()
                || all.get(index - 1).outlet() != all.get(index).outlet();
    }

    /** Events have closed and opened contracts, or bans have begun and ended. */
    void follow() {
        BitSet now = new BitSet();
        for (int number = 0; number < years.length; number++) {
            now.set(number, isBanned(number));
            boolean isClosed = now.get(number) || stage.inForce().isContractClosed(number);
            if (isClosed && !closed[number]) {
                minimums.close(number);
            } else if (closed[number] && !isClosed) {
                turnTo(stage.kernel().now(), number);
                minimums.open(number, years[number].begin());
            }
            closed[number] = isClosed;
        }
        banned = now;
    }

    /** The contracts that rest since a ban leaves them nothing that they could deliver to. */
    BitSet banned() {
        return banned;
    }

    /** Whether a ban leaves a contract nothing that it could deliver to. */
    private boolean isBanned(int number) {
        boolean delivers = false;
        for (int i = 0; i < stage.lab().contractArcs().size(); i++) {
            if (stage.lab().contractArcs().get(i).contract() == number) {
                if (!stage.ways().prices().isBanned(stage.lab().firstContractArc() + i)) {
                    return false;
                }
                delivers = true;
            }
        }
        return delivers;
    }

    /** Grams of the heaviest lot of an outlet of which anything could leave now; 0 or less if none could. */
    long largestServed(int outlet) {
        long heaviest = 0;
        for (int position = firstOfOutlet[outlet]; position < firstOfOutlet[outlet + 1]; position++) {
            int arc = arcs[position];
            heaviest = Math.max(heaviest, largestServed(arc, free(arc)));
        }
        return heaviest;
    }

    /** The same for an arc: any lot where what is free is worth a journey as a part, or else what is free. */
    private long largestServed(int arc, long free) {
        boolean divides = !stage.lab().isWhole(stage.lab().arcOutlet(arc))
                && free >= stage.lab().inletLeast(stage.lab().arcInlet(arc));
        return divides ? Long.MAX_VALUE : free;
    }

    /** Grams that the contract of an arc still allows now and its inlet has room for; 0 or less for none. */
    private long free(int arc) {
        return Math.min(allowance(arc), free(arc, stage.lab().arcInlet(arc)));
    }

    /** Grams for which there is room at the end of an arc, and which the law lets go there. */
    private long free(int arc, int inlet) {
        return Math.min(stage.room().free(inlet), lawful(arc));
    }

    /** Grams that the law still lets go along an arc. */
    long lawful(int arc) {
        boolean forbidden =
                stage.ways().prices().isBanned(arc) || stage.quotas().penaltyEurosPerTonne(arc, 1) > 0;
        return forbidden ? 0 : stage.quotas().free(arc, 1);
    }

    /** Grams that the contract of an arc still allows now. */
    private long allowance(int arc) {
        return allowance(arc, stage.kernel().now());
    }

    /** Grams that the contract of an arc will allow by an instant, if nothing more moves and nothing happens until then. */
    long allowance(int arc, long instant) {
        int number = contract(arc);
        if (!stage.notices().isOpen(arc, instant) || closed[number]) {
            return 0;
        }
        turnTo(stage.kernel().now(), number);
        int year = years[number].at(instant);
        if (year == ContractYears.NOT_IN_FORCE) {
            return 0;
        }
        double elapsed = years[number].elapsed(year, instant, ADVANCE_MILLIS);
        double volume = stage.lab().lab().contracts().get(number).volumeGramsPerYear();
        long released = (long) Math.floor(volume * (elapsed / Horizon.YEAR_MILLIS));
        return years[number].isCurrent(year) ? released - movedGrams[number] : released;
    }

    /** The number of the contract year of an instant, not before now; -1 where the contract of an arc is not in force then. */
    int year(int arc, long instant) {
        turnTo(stage.kernel().now(), contract(arc));
        return years[contract(arc)].at(instant);
    }

    private void turnTo(long instant, int number) {
        if (years[number].turnTo(instant)) {
            movedGrams[number] = 0;
        }
    }

    private int contract(int arc) {
        return stage.lab()
                .contractArcs()
                .get(arc - stage.lab().firstContractArc())
                .contract();
    }
}
