package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path that is advised is whole, leads to a value that changes in time, and keeps the ids of the one that was asked for. */
class NearestPathTest {

    private static final Map<String, Set<String>> LAB = Map.of(
            "actors", Set.of("tes"),
            "actors.tes.generates", Set.of("fly-ash"),
            "actors.tes.runs", Set.of("mill"),
            "actors.tes.disposes", Set.of("cell"),
            "contracts", Set.of("fill"));

    private static Set<String> ids(String path) {
        return LAB.getOrDefault(path, Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "actors.tes.generates.fly-ash.men, actors.tes.generates.fly-ash.mean",
        "actors.tes.fly-ash.mean, actors.tes.generates.fly-ash.mean",
        "tes.generates.fly-ash.mean, actors.tes.generates.fly-ash.mean",
        "actors.tes.generates.mean, actors.tes.generates.fly-ash.mean",
        "generates.mean, actors.tes.generates.fly-ash.mean",
        "actors.tes.generates.fly-ash.batches.batch, actors.tes.generates.fly-ash.batch",
        "actors.tess.generates.flyash.mean.value, actors.tes.generates.fly-ash.mean",
        "actors.tes.runs.mill.capacty, actors.tes.runs.mill.capacity",
        "actors.tes.runs.capacity, actors.tes.runs.mill.capacity",
        "landfill-tax, policy.landfill-tax",
        "policy.landfil-tax, policy.landfill-tax",
        "haulage.cost, haulage.truck.cost",
        "contract.fill.gate-fee, contracts.fill.gate-fee",
        "contracts.fill.volume, contracts.fill.gate-fee",
        "disposes.cell.fee, actors.tes.disposes.cell.fee"
    })
    void isWhatWasMeant(String asked, String meant) {
        assertThat(NearestPath.to(asked, NearestPathTest::ids)).isEqualTo(meant);
    }

    /** One step of a right path left out, doubled, or misspelt leads back to it, as long as what is left says what was meant. */
    @Test
    void oneSlipInAWordIsMended() {
        for (TimeVarying place : TimeVarying.ALL) {
            List<String> steps = new ArrayList<>();
            for (String step : TimeVarying.steps(place.pattern())) {
                steps.add(step.equals(TimeVarying.ANY_ID) ? "id" + steps.size() : step);
            }
            String right = String.join(".", steps);
            assertThat(TimeVarying.at(right)).contains(place);
            for (int i = 0; i < steps.size(); i++) {
                if (!steps.get(i).startsWith("id")) {
                    List<String> slip = new ArrayList<>(steps);
                    slip.set(i, steps.get(i).substring(0, 1) + steps.get(i).substring(2));
                    assertThat(NearestPath.to(String.join(".", slip), path -> Set.of("id1", "id2", "id3", "id5")))
                            .isEqualTo(right);
                }
            }
        }
    }

    /** Whatever is asked for, the answer is a path of the format without stars. */
    @Test
    void isAlwaysAPathOfTheFormat() {
        List<String> words = List.of("actors", "tes", "generates", "mean", "policy", "*", "", "x", "gate-fee", "runs");
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            List<String> steps = new ArrayList<>();
            for (int i = random.nextInt(16); i >= 0; i--) {
                steps.add(words.get(random.nextInt(words.size())));
            }
            String nearest = NearestPath.to(String.join(".", steps), NearestPathTest::ids);
            assertThat(TimeVarying.at(nearest)).as(nearest).isPresent();
        }
    }
}
