package org.circlab.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.Task;
import org.circlab.experiment.study.Workplace;
import org.circlab.scenario.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workplace promises, with Spark's executors as threads of this JVM and something quick in place of simulations. */
class SparkWorkplaceTest {

    private static final Shipment SHIPMENT = new Shipment(
            new Snapshot("lab.yaml", List.of(new Snapshot.Content("lab.yaml", "circlab: 1"))),
            List.of(),
            7,
            List.of("x"));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 13, 2000})
    void answersEveryTaskOnceInTheirOrderBitForBit(int count) {
        List<Task> asked = tasks(count).toList();
        List<Task> told = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        run(shipment -> SparkWorkplaceTest::anyDoubles, asked.iterator(), (task, answer) -> {
            told.add(task);
            answers.add(answer);
        });
        assertThat(told).isEqualTo(asked);
        assertThat(answers)
                .isEqualTo(asked.stream().map(SparkWorkplaceTest::anyDoubles).toList());
    }

    @Test
    void shipsTheShipment() {
        List<Answer> answers = new ArrayList<>();
        run(
                shipment -> task -> new Answer.Refused(List.of(shipment + " " + shipment.seed())),
                tasks(2).iterator(),
                (task, answer) -> answers.add(answer));
        assertThat(answers)
                .containsOnly(new Answer.Refused(List.of(SHIPMENT + " 7")))
                .hasSize(2);
    }

    @Test
    void takesTasksOnlyAsTheyAreNeeded() {
        List<Integer> taken = new ArrayList<>();
        List<Integer> ahead = new ArrayList<>();
        Iterator<Task> tasks =
                tasks(20_000).peek(task -> taken.add(task.point())).iterator();
        run(
                shipment -> SparkWorkplaceTest::anyDoubles,
                tasks,
                (task, answer) -> ahead.add(taken.size() - task.point()));
        assertThat(ahead).hasSize(20_000).allMatch(waiting -> waiting <= 2 * 2 * 3 * 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 999})
    void throwsWhatTheFirstTaskThrowsAfterTheAnswersBeforeIt(int bad) {
        List<Integer> told = new ArrayList<>();
        Shipped.Opening opening = shipment -> task -> {
            if (task.point() >= bad) {
                throw new IllegalStateException("point " + task.point() + " cannot be");
            }
            return anyDoubles(task);
        };
        assertThatThrownBy(() -> run(opening, tasks(1000).iterator(), (task, answer) -> told.add(task.point())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("point " + bad + " cannot be");
        assertThat(told).isEqualTo(IntStream.range(1, bad).boxed().toList());
    }

    @Test
    void stopsWhenTheSinkThrows() {
        List<Integer> told = new ArrayList<>();
        assertThatThrownBy(() -> run(
                        shipment -> SparkWorkplaceTest::anyDoubles, tasks(500).iterator(), (task, answer) -> {
                            told.add(task.point());
                            if (task.point() == 33) {
                                throw new IllegalStateException("the disk is full");
                            }
                        }))
                .hasMessage("the disk is full");
        assertThat(told).hasSize(33);
    }

    @Test
    void endsWhenInterrupted() {
        List<Integer> told = new ArrayList<>();
        assertThatThrownBy(() -> run(
                        shipment -> SparkWorkplaceTest::anyDoubles,
                        Stream.iterate(1, point -> point + 1)
                                .map(point -> task(point))
                                .iterator(),
                        (task, answer) -> {
                            told.add(task.point());
                            if (task.point() == 50) {
                                Thread.currentThread().interrupt();
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).hasSizeBetween(50, 50 + 2 * 3 * 200);
    }

    @Test
    void runsAgainWithAnotherShipment() {
        List<Answer> answers = new ArrayList<>();
        try (Workplace workplace =
                workplace(shipment -> task -> new Answer.Refused(List.of("seed " + shipment.seed())))) {
            for (long seed = 1; seed <= 3; seed++) {
                Shipment shipment = new Shipment(SHIPMENT.scenario(), List.of(), seed, List.of("x"));
                workplace.run(shipment, tasks(1).iterator(), (task, answer) -> answers.add(answer));
            }
        }
        assertThat(answers)
                .extracting(Answer::toString)
                .containsExactly(
                        "Refused[findings=[seed 1]]", "Refused[findings=[seed 2]]", "Refused[findings=[seed 3]]");
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "3, 3", "4, 3", "1000, 7", "13, 1", "600, 24"})
    void batchesAreTheTasksInOrderAndOfAboutOneSize(int count, int parts) {
        List<Task> all = tasks(count).toList();
        List<List<Task>> batches = Flight.split(all, parts);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
        assertThat(batches)
                .hasSize(Math.min(count, parts))
                .allSatisfy(batch ->
                        assertThat(batch).hasSizeBetween(Math.max(1, count / parts), (count + parts - 1) / parts));
    }

    @ParameterizedTest
    @CsvSource({"1e3, 200", "5e6, 100", "5e7, 10", "4e8, 1", "6e11, 1"})
    void aBatchTakesAboutHalfASecond(double nanosATask, int tasks) {
        assertThat(SparkWorkplace.batchFor(nanosATask)).isEqualTo(tasks);
    }

    private static void run(Shipped.Opening opening, Iterator<Task> tasks, Workplace.Sink sink) {
        try (Workplace workplace = workplace(opening)) {
            workplace.run(SHIPMENT, tasks, sink);
        }
    }

    private static Workplace workplace(Shipped.Opening opening) {
        SparkConf conf = Master.conf("local[2]")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
        return new SparkWorkplace(conf, opening);
    }

    private static Stream<Task> tasks(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SparkWorkplaceTest::task);
    }

    private static Task task(int point) {
        return new Task(point, List.of("policy.landfill-tax=" + point + " EUR/t"), "symbiosis", 1 + point % 3);
    }

    /** Any bits, among them what is not finite and what has no sign or no leading one. */
    private static Answer anyDoubles(Task task) {
        Random random = new Random(task.point());
        List<Double> values = Stream.concat(
                        Stream.of(Double.NaN, -0.0, 0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY),
                        random.longs(20).mapToObj(Double::longBitsToDouble))
                .toList();
        return new Answer.Values(values, values.stream().sorted().toList());
    }
}
