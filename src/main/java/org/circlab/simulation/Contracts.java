package org.circlab.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Contract;
import org.circlab.model.Horizon;

/**
 * Standing contracts, served before anything else. The volume of a contract year, which begins on the anniversary of the start
 * date, is released evenly over the year with an advance of one month; what is not used carries over to the year's end and
 * then lapses. Of a year that had begun before the run only what is left of it counts.
 */
final class Contracts {

    private static final double ADVANCE_MILLIS = Horizon.YEAR_MILLIS / 12;

    private final Stage stage;
    private final Carriage carriage;
    private final int[] firstOfOutlet;
    private final int[] arcs;
    private final long[] anniversaries;
    private final long[] movedGrams;
    private final int[] yearOfContract;
    private int year;

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
        this.yearOfContract = new int[movedGrams.length];
        this.anniversaries = anniversaries(lab.lab().horizon());
    }

    /** The starts of contract years, from that of the run to after its end. */
    private static long[] anniversaries(Horizon horizon) {
        int before = 0;
        while (horizon.start().minusYears(before).isAfter(horizon.warmUpStart())) {
            before++;
        }
        List<Long> starts = new ArrayList<>();
        LocalDate date;
        int years = -before;
        do {
            date = horizon.start().plusYears(years++);
            starts.add(horizon.millisAt(date));
        } while (!date.isAfter(horizon.end()));
        starts.set(0, horizon.millisAt(horizon.warmUpStart()));
        return starts.stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether any contract draws from an outlet. */
    boolean concern(int outlet) {
        return firstOfOutlet[outlet] < firstOfOutlet[outlet + 1];
    }

    /** Sends of a lot what the contracts of its outlet still allow, in the order of their ids; true if the lot is used up. */
    boolean serve(int lot) {
        int outlet = stage.lots().outlet[lot];
        boolean whole = stage.lab().isWhole(outlet);
        for (int position = firstOfOutlet[outlet]; position < firstOfOutlet[outlet + 1]; position++) {
            int arc = arcs[position];
            int inlet = stage.lab().arcInlet(arc);
            long offered = stage.lots().grams[lot];
            long grams =
                    Math.min(Math.min(offered, allowance(arc)), stage.room().free(inlet));
            boolean divides = grams < offered;
            if (grams <= 0 || (divides && (whole || grams < stage.lab().inletLeast(inlet)))) {
                continue;
            }
            movedGrams[contract(arc)] += grams;
            stage.room().reserve(inlet, grams);
            if (carriage.sendPart(lot, grams, arc)) {
                return true;
            }
        }
        return false;
    }

    /** Grams that the contract of an arc still allows now. */
    private long allowance(int arc) {
        int number = contract(arc);
        Contract contract = stage.lab().lab().contracts().get(number);
        if (stage.inForce().isContractClosed(number)) {
            return 0;
        }
        long now = stage.kernel().now();
        while (now >= anniversaries[year + 1]) {
            year++;
        }
        if (yearOfContract[number] != year) {
            yearOfContract[number] = year;
            movedGrams[number] = 0;
        }
        long length = anniversaries[year + 1] - anniversaries[year];
        double elapsed = Math.min(now - anniversaries[year] + ADVANCE_MILLIS, (double) length);
        long released = (long) Math.floor(contract.volumeGramsPerYear() * (elapsed / Horizon.YEAR_MILLIS));
        return released - movedGrams[number];
    }

    private int contract(int arc) {
        return stage.lab()
                .contractArcs()
                .get(arc - stage.lab().firstContractArc())
                .contract();
    }
}
