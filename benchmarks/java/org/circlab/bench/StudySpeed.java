package org.circlab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.experiment.Progress;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.Design;
import org.circlab.experiment.study.Designs;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.Simulations;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.experiment.study.StudyRun;
import org.circlab.experiment.study.StudyStore;
import org.circlab.experiment.study.Task;
import org.circlab.experiment.study.Threads;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Indicators;
import org.circlab.score.Measure;

/**
 * How a study scales with threads, and what it costs beside the runs themselves: {@code StudySpeed SCENARIO [REPLICATIONS
 * [ROUNDS]]}. In every round the same tasks are done in a bare loop, by a study with its store on one thread, and on two; the
 * order turns from round to round, so that what else the machine does hits them alike.
 */
public final class StudySpeed {

    private static final int POINTS = 3;

    private final Shipment shipment;
    private final StudyPlan plan;
    private final List<Task> tasks = new ArrayList<>();

    private StudySpeed(Path file, int replications) {
        ScenarioFile scenario = ScenarioFile.read(file);
        Effective effective = scenario.effective(null, List.of());
        List<Measure> measures = Indicators.of(effective.lab());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= POINTS; i++) {
            rows.add(List.of(10 * i + " EUR/t"));
        }
        Design design = Designs.listed(List.of("policy.landfill-tax"), rows);
        shipment = new Shipment(
                scenario.snapshot(),
                List.of(),
                1,
                measures.stream().map(Measure::id).toList());
        plan = new StudyPlan(
                "speed",
                "benchmark",
                effective.lab().id(),
                shipment,
                design,
                List.of(new StudyPlan.Variant(effective.variant(), 0, effective.text(), effective.hash())),
                measures,
                replications,
                List.of());
        for (int point = 1; point <= POINTS; point++) {
            for (int k = 1; k <= replications; k++) {
                tasks.add(new Task(point, design.sets(point), effective.variant(), k));
            }
        }
    }

    /** Runs and prints medians. */
    public static void main(String[] args) throws IOException {
        int replications = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        StudySpeed speed = new StudySpeed(Path.of(args[0]), replications);
        speed.bare();
        speed.study(2);
        List<Double> bare = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        List<Double> overhead = new ArrayList<>();
        List<Double> scaling = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Runnable> turns = new ArrayList<>(List.of(
                    () -> bare.add(seconds(speed::bare)),
                    () -> one.add(seconds(() -> speed.study(1))),
                    () -> two.add(seconds(() -> speed.study(2)))));
            Collections.rotate(turns, round);
            turns.forEach(Runnable::run);
            overhead.add(100 * (one.get(round) / bare.get(round) - 1));
            scaling.add(one.get(round) / two.get(round));
        }
        System.out.printf("%d runs of %.1f ms%n", speed.tasks.size(), 1000 * median(bare) / speed.tasks.size());
        System.out.printf("bare loop           %.2f s%n", median(bare));
        System.out.printf(
                "study, one thread   %.2f s, %+.1f %% (median of paired rounds)%n", median(one), median(overhead));
        System.out.printf(
                "study, two threads  %.2f s, %.2f times as fast (median of paired rounds)%n",
                median(two), median(scaling));
    }

    private void bare() {
        Simulations simulations = new Simulations(shipment, 1);
        for (Task task : tasks) {
            Answer answer = simulations.evaluate(task);
            if (!(answer instanceof Answer.Values)) {
                throw new IllegalStateException(answer.toString());
            }
        }
    }

    private void study(int threads) {
        try {
            Path folder = Files.createTempDirectory("study");
            Path file = folder.resolve("speed.db");
            try (StudyStore store = StudyStore.open(file, plan)) {
                StudyRun.run(store, plan, new Threads(threads), Progress.NONE);
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
