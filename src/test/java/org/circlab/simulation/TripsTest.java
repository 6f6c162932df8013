package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.Arrays;
import org.circlab.ledger.Flow;
import org.circlab.model.Haulage;
import org.circlab.model.Recipe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sends a truck for a few kilograms: how many consignments there may be. */
class TripsTest {

    /**
     * Each lot may leave as a whole and once more as the rest of an overflow; every other part is at least the least
     * consignment of its receiver, a load of a fleet, or what fills a void.
     */
    @ParameterizedTest
    @ValueSource(longs = {0, 20, 40, 60, 80, 100, 120, 140})
    void consignmentsAreNoMoreThanLotsAndMassAllow(long first) {
        for (long seed = first; seed < first + 20; seed++) {
            Run run = Run.of(RandomLabs.of(seed).lab(), seed, 0);
            long[] least = least(run.lab());
            double payload = run.lab().lab().haulage().fleets().stream()
                    .mapToDouble(Haulage.Fleet::payloadGrams)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            double ships = run.lab().lab().actors().stream()
                    .flatMap(actor -> actor.lines().stream())
                    .flatMap(line -> line.recipe().outputs().stream())
                    .mapToDouble(Recipe.Output::shipsGrams)
                    .filter(grams -> grams > 0)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            double lots = 0;
            double parts = run.lab().inlets();
            long consignments = 0;
            for (Run.Fact fact : run.facts()) {
                switch (fact.kind()) {
                    case GENERATED -> lots++;
                    case PRODUCED -> lots += 1 + fact.amount() / ships;
                    case SHIPPED -> {
                        consignments++;
                        parts += fact.amount() / (double) least[fact.to()] + fact.amount() / payload;
                    }
                    default -> {}
                }
            }
            assertThat((double) consignments).as("lab of seed " + seed).isLessThanOrEqualTo(2 * lots + parts);
        }
    }

    /** The least consignment of each party's smallest inlet. */
    private static long[] least(CompiledLab lab) {
        long[] least = new long[lab.chart().parties().size()];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int i = 0; i < lab.inlets(); i++) {
            least[lab.inletParty(i)] = Math.min(least[lab.inletParty(i)], lab.inletLeast(i));
        }
        return least;
    }

    /** Twelve tonnes a day to a line that treats ten: each gap that opens draws from the donor's store. */
    private static TinyLab crowded(Parts.LinePart line) {
        return TinyLab.of()
                .donor("donor", stream("ash").batches(12, 1))
                .store("donor", "ash", 100, Double.POSITIVE_INFINITY)
                .line("mill", line.capacity(10))
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 365);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrowdedLineGetsTruckloadsOrTenthsOfItsRoom(boolean contracted) {
        TinyLab tight = crowded(line("grinding", "ash"));
        TinyLab roomy = crowded(line("grinding", "ash").store(250));
        if (contracted) {
            tight.contract("standing", "donor", "mill", "ash", 1000, 0);
            roomy.contract("standing", "donor", "mill", "ash", 1000, 0);
        }
        Run tenths = Run.of(tight);
        assertThat(toMill(tenths)).isBetween(3640.0, 3660.0);
        assertThat(trips(tenths)).isLessThan(toMill(tenths) / 1.0);
        Run loads = Run.of(roomy);
        assertThat(toMill(loads)).isGreaterThan(3640);
        assertThat(trips(loads)).isLessThan(3 * toMill(loads) / 25);
    }

    private static double toMill(Run run) {
        return run.tonnes("donor", "mill", "ash");
    }

    private static double trips(Run run) {
        return run.accounts().flows().stream()
                .filter(flow -> flow.route().to() == run.party("mill"))
                .mapToLong(Flow::trips)
                .sum();
    }
}
