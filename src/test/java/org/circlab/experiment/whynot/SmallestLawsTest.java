package org.circlab.experiment.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.circlab.experiment.search.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In random yards each proposal passes its proof by the ledger, and a change that is a little smaller does not. */
class SmallestLawsTest {

    private static final int YARDS = 60;
    private static final int STRIDE = 10;
    /** How much smaller, as a part of the value or of the change: twice the tolerance of the search. */
    private static final double SMALLER = 2 * Threshold.TOLERANCE;

    @TempDir
    Path folder;

    static LongStream handfuls() {
        return LongStream.range(0, YARDS / STRIDE).map(i -> i * STRIDE);
    }

    private Yard yard(long seed) {
        Random random = new Random(seed * 7919 + 1);
        List<String> sets = new ArrayList<>();
        sets.add("actors.tip.disposes.cell.fee=" + random.nextInt(60) + " EUR/t");
        sets.add("actors.kiln.runs.line.gate-fee=" + (random.nextInt(90) - 20) + " EUR/t");
        sets.add("policy.landfill-tax=" + random.nextInt(20) + " EUR/t");
        sets.add("haulage.truck.cost=0." + (5 + random.nextInt(30)) + " EUR/tkm");
        sets.add("distances={ plant: { kiln: " + (1 + random.nextInt(200)) + " km, tip: " + random.nextInt(100)
                + " km, works: " + random.nextInt(100) + " km } }");
        if (random.nextInt(3) == 0) {
            sets.add("actors.kiln.runs.line.limits={ carbon: { most: " + (3 + random.nextInt(5)) + " % } }");
        }
        if (random.nextInt(3) == 0) {
            sets.add("actors.plant.hurdle=" + random.nextInt(30) + " EUR/t");
        }
        if (random.nextInt(3) == 0) {
            sets.add("actors.kiln.hurdle=" + (random.nextInt(60) - 30) + " EUR/t");
        }
        if (random.nextInt(3) == 0) {
            sets.add("actors.kiln.runs.line.within=" + (1 + random.nextInt(150)) + " km");
        }
        return Yard.with(folder, sets.toArray(new String[0]));
    }

    private static long gain(Yard yard, String set, long before) {
        return Yard.traded(yard.accounts(set), "plant", "ash") - before;
    }

    /** The same change, smaller; the number is the first word of the value. */
    private static String smaller(Proposal proposal) {
        double value = number(proposal.value());
        double now = number(proposal.now());
        double less = SMALLER * Math.max(Math.abs(value), Math.abs(value - now));
        double back = value > now ? value - less : value + less;
        return proposal.path() + "=" + proposal.value().replaceFirst("^\\S+", new BigDecimal(back).toPlainString());
    }

    private static double number(String text) {
        return Double.parseDouble(text.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void whatIsProposedDoesAndAnythingSmallerDoesNot(long first) {
        for (long seed = first; seed < first + STRIDE; seed++) {
            Yard yard = yard(seed);
            for (Explained explained : yard.explain().explained()) {
                long before = Yard.traded(yard.accounts(), "plant", "ash");
                long unmatched = explained.row().unmatchedGrams();
                for (Proposal proposal : explained.proposals()) {
                    assertThat(gain(yard, proposal.set(), before))
                            .as("seed %d, %s", seed, proposal)
                            .isGreaterThanOrEqualTo(unmatched / 100 * 94);
                    assertThat(gain(yard, smaller(proposal), before))
                            .as("seed %d, smaller than %s", seed, proposal)
                            .isLessThan(unmatched / 100 * 95);
                }
            }
        }
    }

    @Test
    void theYardsHaveProposalsOfMostKinds() {
        Map<Dimension, Integer> proposed = new EnumMap<>(Dimension.class);
        Map<Dimension, Integer> inVain = new EnumMap<>(Dimension.class);
        for (long seed = 0; seed < YARDS; seed++) {
            for (Explained explained : yard(seed).explain().explained()) {
                explained.proposals().forEach(each -> proposed.merge(each.dimension(), 1, Integer::sum));
                explained.inVain().forEach(each -> inVain.merge(each, 1, Integer::sum));
            }
        }
        assertThat(proposed.keySet())
                .contains(
                        Dimension.LIMIT,
                        Dimension.DISTANCE,
                        Dimension.HAULAGE,
                        Dimension.FEE,
                        Dimension.HURDLE,
                        Dimension.LANDFILL_TAX);
        assertThat(inVain.keySet()).contains(Dimension.HAULAGE, Dimension.DISTANCE);
    }
}
