package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Haulage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the carriage of every lab, whatever the modes, fleets and hours. */
class CarriageLawsTest {

    private static final int STRIDE = 20;

    /** Who could have carried a material that leaves a party for another. */
    private static List<Haulage.Carrier> carriers(CompiledLab lab, int party, int material) {
        return IntStream.range(0, lab.outlets())
                .filter(outlet -> lab.outletActor(outlet) == party && lab.outletMaterial(outlet) == material)
                .mapToObj(lab::carrier)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20, 40, 60, 80, 100})
    void journeysBeginInTheHoursOfWhoeverCarries(long first) {
        int bound = 0;
        for (long seed = first; seed < first + STRIDE; seed++) {
            Run run = Run.of(RandomLabs.of(seed).lab(), seed, 0);
            for (Run.Fact fact : run.facts()) {
                if (fact.kind() == FactKind.SHIPPED && fact.from() != fact.to()) {
                    List<WorkingTime> hours = carriers(run.lab(), fact.from(), fact.subject()).stream()
                            .map(run.lab()::hours)
                            .toList();
                    bound += hours.contains(WorkingTime.ALWAYS) ? 0 : 1;
                    assertThat(hours)
                            .as("lab of seed %s at %s", seed, fact)
                            .anyMatch(open -> open.isOpen(fact.millis()));
                }
            }
        }
        assertThat(bound).as("journeys that keep hours").isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20, 40, 60, 80, 100})
    void aFlowCostsAndEmitsWhatItsModeSays(long first) {
        int byRail = 0;
        for (long seed = first; seed < first + STRIDE; seed++) {
            Run run = Run.of(RandomLabs.calm(seed).lab(), seed, 0);
            for (Flow flow : run.accounts().flows()) {
                List<Haulage.Mode> modes = carriers(
                                run.lab(), flow.route().from(), flow.route().material())
                        .stream()
                        .map(Haulage.Carrier::mode)
                        .distinct()
                        .toList();
                if (flow.trips() > 0 && modes.size() == 1) {
                    Haulage.Mode mode = modes.get(0);
                    byRail += mode.id().equals("rail") ? 1 : 0;
                    double euros = mode.costEurosPerTonneKilometre().on(LocalDate.EPOCH) * flow.tonneKilometres()
                            + mode.handling().eurosPerTonne() * flow.grams() * 1e-6;
                    double rounding = 1e-6 * flow.trips() + 1e-9 * euros;
                    assertThat(flow.cost(PaymentKind.HAULAGE) * 1e-6)
                            .as("lab of seed %s: %s", seed, flow)
                            .isCloseTo(euros, within(rounding));
                }
            }
        }
        assertThat(byRail).as("flows by rail").isGreaterThan(20);
    }
}
