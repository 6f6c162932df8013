package org.circlab.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Compared;
import org.circlab.score.Indicators;
import org.circlab.score.Measure;
import org.circlab.score.Scorecard;
import org.circlab.score.Values;
import org.junit.jupiter.api.Test;

/** A task says what 'circlab run' says of the same scenario, seed and replication. */
class SimulationsTest {

    private static final Path FILE = Path.of("src/test/resources/report/harbour.yaml");
    private static final List<String> SHORT = List.of("horizon.length=60 d", "horizon.warm-up=0 d");
    private static final ScenarioFile SCENARIO = ScenarioFile.read(FILE);

    private static Shipment shipment(long seed) {
        Effective effective = SCENARIO.effective(null, SHORT);
        List<String> ids =
                Indicators.of(effective.lab()).stream().map(Measure::id).toList();
        return new Shipment(SCENARIO.snapshot(), SHORT, seed, ids);
    }

    private static List<Answer> answers(Evaluator evaluator, String variant, String set) {
        List<Answer> answers = new ArrayList<>();
        for (int k = 1; k <= 2; k++) {
            answers.add(evaluator.evaluate(new Task(1, List.of(set), variant, k)));
        }
        return answers;
    }

    @Test
    void answersAreThoseOfAnExperiment() {
        String set = "policy.landfill-tax=33 EUR/t";
        for (String variant : List.of("symbiosis", "no-press")) {
            List<String> sets = new ArrayList<>(SHORT);
            sets.add(set);
            Effective effective = SCENARIO.effective(variant, sets);
            Scorecard scorecard = Experiment.run(
                            new Plan(effective.lab(), effective.baseline(), 2, 7, 1), Sinks.NONE, Progress.NONE)
                    .scorecard();
            Shipment shipment = shipment(7);
            List<Answer> answers = answers(new Simulations(shipment, 1), variant, set);
            for (int k = 0; k < 2; k++) {
                Answer.Values values = (Answer.Values) answers.get(k);
                for (Values expected : scorecard.values()) {
                    int at = shipment.indicators().indexOf(expected.measure().id());
                    assertThat(values.variant().get(at))
                            .isEqualTo(expected.variant().get(k));
                    assertThat(values.baseline().get(at))
                            .isEqualTo(expected.baseline().get(k));
                }
                List<String> known = scorecard.indicators().stream()
                        .map(Compared::measure)
                        .map(Measure::id)
                        .toList();
                for (String id : shipment.indicators()) {
                    if (!known.contains(id)) {
                        assertThat(values.variant().get(shipment.indicators().indexOf(id)))
                                .isNaN();
                    }
                }
            }
        }
    }

    /** Another JVM has nothing but these bytes. */
    @Test
    void shipmentsTasksAndAnswersTravel() throws Exception {
        Shipment shipment = shipment(3);
        assertThat(travelled(shipment)).isEqualTo(shipment);
        Task task = new Task(4, List.of("policy.landfill-tax=5 EUR/t"), "symbiosis", 2);
        assertThat(travelled(task)).isEqualTo(task);
        Answer here = new Simulations(shipment, 1).evaluate(task);
        assertThat(here).isInstanceOf(Answer.Values.class);
        Answer there = new Simulations(travelled(shipment), 1).evaluate(travelled(task));
        assertThat(travelled(there)).isEqualTo(here);
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static <T> T travelled(T thing) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void aPointWithErrorsIsRefusedWithItsFindings() {
        Answer answer = new Simulations(shipment(1), 1)
                .evaluate(new Task(1, List.of("policy.landfill-tax=-5 EUR/t"), "symbiosis", 1));
        assertThat(((Answer.Refused) answer).findings())
                .singleElement()
                .asString()
                .startsWith("--set: error OUT_OF_RANGE: policy.landfill-tax is -5 EUR/t");
    }

    @Test
    void labsOfManyPointsAreNotKept() {
        Simulations simulations = new Simulations(shipment(1), 2);
        for (int point = 1; point <= 6; point++) {
            Task task = new Task(point, List.of("horizon.length=" + point + " d"), "symbiosis", 1);
            Answer first = simulations.evaluate(task);
            assertThat(simulations.evaluate(task)).isEqualTo(first);
            assertThat(simulations.kept()).isEqualTo(Math.min(3, point));
        }
    }
}
