package org.circlab.experiment.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.model.Contract;
import org.circlab.model.Exchange;
import org.circlab.model.Lab;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Estimate;
import org.circlab.score.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {

    private static Outcome run(String file, String variant, int threads) {
        Effective scenario = ScenarioFile.read(Path.of(file)).effective(variant, List.of());
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), 2, 1, threads);
        return Experiment.run(plan, Sinks.NONE, Progress.NONE);
    }

    private static Score score(Outcome outcome) {
        return Objects.requireNonNull(outcome.scorecard().score());
    }

    private static Gap gap(Outcome outcome) {
        return Gap.of(outcome, score(outcome), Progress.NONE);
    }

    private static double points(Gap gap, Relaxation relaxation) {
        List<Estimate> points = gap.parts().get(relaxation.ordinal()).points();
        return points.get(points.size() - 1).mean();
    }

    @ParameterizedTest
    @CsvSource({
        "scenarios/lesson-tax.yaml, low",
        "scenarios/lesson-glut.yaml, no-silo",
        "scenarios/lesson-closure.yaml, no-tank",
        "src/test/resources/report/harbour.yaml, symbiosis"
    })
    void thePartsAddUpToTheGapInEachDimension(String file, String variant) {
        Outcome outcome = run(file, variant, 1);
        Gap gap = gap(outcome);
        assertThat(gap.parts()).extracting(Gap.Part::relaxation).containsExactly(Relaxation.values());
        for (int d = 0; d < gap.left().size(); d++) {
            int dimension = d;
            boolean isTotal = d == gap.left().size() - 1;
            double score = isTotal
                    ? gap.score().total().mean()
                    : gap.score().dimensions().get(d).score().mean();
            double parts = Stream.concat(
                            gap.parts().stream().map(part -> part.points().get(dimension)),
                            Stream.of(gap.left().get(d)))
                    .mapToDouble(Estimate::mean)
                    .sum();
            if (isTotal || gap.score().dimensions().get(d).applies()) {
                assertThat(score + parts).isCloseTo(100, within(1e-9));
            } else {
                assertThat(parts).isNaN();
            }
        }
    }

    @Test
    void whatAStoreWouldHaveSavedIsPutDownToStorage() {
        Gap gap = gap(run("scenarios/lesson-glut.yaml", "no-silo", 1));
        assertThat(gap.score().total().mean()).isCloseTo(50, within(0.5));
        assertThat(points(gap, Relaxation.STORAGE)).isCloseTo(50, within(0.5));
    }

    @Test
    void whatEachWouldDoForAllIsPutDownToBehaviour() {
        Gap gap = gap(run("scenarios/lesson-tax.yaml", "low", 1));
        assertThat(gap.score().total().mean()).isZero();
        assertThat(points(gap, Relaxation.BEHAVIOUR)).isCloseTo(100, within(1e-4));
    }

    @Test
    void itIsTheSameOnAnyNumberOfThreads() {
        assertThat(gap(run("scenarios/lesson-closure.yaml", "no-tank", 3)))
                .isEqualTo(gap(run("scenarios/lesson-closure.yaml", "no-tank", 1)));
    }

    @Test
    void whoDeliversByContractCanKeepWhatItDeliversToo() {
        Lab lab = ScenarioFile.read(Path.of("scenarios/velenje.yaml"))
                .effective("symbiosis", List.of())
                .lab();
        Lab relaxed = Relaxation.STORAGE.of(lab);
        assertThat(lab.contracts())
                .isNotEmpty()
                .allSatisfy(contract -> assertThat(relaxed.actors())
                        .filteredOn(actor -> actor.id().equals(contract.from()))
                        .flatExtracting(actor -> actor.stores())
                        .filteredOn(store -> store.material().equals(contract.material()))
                        .singleElement()
                        .satisfies(store -> assertThat(store.keepsMillis()).isEqualTo(Long.MAX_VALUE)));
    }

    @Test
    void relaxedLabsLackWhatIsRelaxed() {
        Lab lab = ScenarioFile.read(Path.of("src/test/resources/scenario/rich.yaml"))
                .effective(null, List.of())
                .lab();
        Exchange asDeclared = lab.exchange();
        assertThat(asDeclared.apart()).isNotEmpty();
        for (Relaxation relaxation : Relaxation.values()) {
            lab = relaxation.of(lab);
        }
        assertThat(lab.exchange().apart()).as("whom it does not match stays").isEqualTo(asDeclared.apart());
        assertThat(lab.actors())
                .flatExtracting(actor -> actor.stores())
                .isNotEmpty()
                .allSatisfy(store -> {
                    assertThat(store.blocks()).isFalse();
                    assertThat(store.keepsMillis()).isEqualTo(Long.MAX_VALUE);
                });
        assertThat(lab.haulage().fleets())
                .allSatisfy(fleet -> assertThat(fleet.trucks()).isGreaterThan(1000));
        assertThat(lab.haulage().allModes())
                .allSatisfy(mode -> assertThat(mode.travelMillis(1000)).isZero());
        assertThat(lab.exchange().onArrival()).isTrue();
        assertThat(lab.exchange().trust()).isNull();
        assertThat(lab.actors())
                .flatExtracting(actor -> actor.lines())
                .allSatisfy(line -> assertThat(line.breakdown()).isNull());
        assertThat(lab.actors())
                .allSatisfy(actor -> assertThat(actor.hurdleEurosPerTonne()).isNull());
        assertThat(lab.contracts()).isNotEmpty().allMatch(Contract::existing);
        assertThat(lab.contracts()).allSatisfy(contract -> {
            assertThat(contract.terms().hasMinimum()).isFalse();
            assertThat(contract.terms().breach()).isNull();
        });
    }
}
