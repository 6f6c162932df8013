package org.circlab.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.circlab.experiment.study.Clusters;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.Task;
import org.circlab.experiment.study.Threads;
import org.circlab.experiment.study.Workplace;
import org.circlab.scenario.ScenarioFile;

/**
 * What a task of a study costs on two threads of this JVM and on a cluster of two cores, the two taking turns; called by {@code
 * benchmarks/spark}.
 */
public final class StudyPlaces {

    private static final int REPLICATIONS = 5;
    private static final int WARM_UP = 2;

    private StudyPlaces() {}

    /**
     * Prints the median time and CPU time for a task in both places, for each length of the simulated time.
     *
     * @param args address of the cluster, tasks of a round, rounds, then lengths such as {@code "1 yr"}
     */
    public static void main(String[] args) {
        try (Workplace threads = new Threads(2);
                Workplace cluster = Clusters.find().orElseThrow().at(args[0])) {
            for (String length : List.of(args).subList(3, args.length)) {
                compare(length, Integer.parseInt(args[1]), Integer.parseInt(args[2]), threads, cluster);
            }
        }
    }

    private static void compare(String length, int tasks, int rounds, Workplace threads, Workplace cluster) {
        Shipment shipment = shipment(length);
        List<Cost> here = new ArrayList<>();
        List<Cost> there = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Cost onThreads = cost(threads, shipment, tasks);
            Cost onCluster = cost(cluster, shipment, tasks);
            if (round >= 0) {
                here.add(onThreads);
                there.add(onCluster);
            }
        }
        print(length, "time", median(here, Cost::millis), median(there, Cost::millis));
        print(length, "CPU", median(here, Cost::cpuMillis), median(there, Cost::cpuMillis));
    }

    private static void print(String length, String what, double local, double remote) {
        System.out.printf(
                "%-5s %-4s %7.2f ms a task on two threads, %7.2f ms on the cluster: %.2f x, %+.2f ms%n",
                length, what, local, remote, remote / local, remote - local);
    }

    /** What passes for a task, and what the processors of this JVM and of all executors spend on it. */
    private record Cost(double millis, double cpuMillis) {}

    private static Shipment shipment(String length) {
        ScenarioFile scenario = ScenarioFile.read(Path.of("scenarios/velenje.yaml"));
        List<String> sets = List.of("horizon.length=" + length, "horizon.warm-up=0 d");
        scenario.effective("symbiosis", sets);
        return new Shipment(scenario.snapshot(), sets, 1, List.of("disposed", "net-cost"));
    }

    private static Cost cost(Workplace place, Shipment shipment, int tasks) {
        int[] answered = {0};
        double cpu = cpuMillis();
        long start = System.nanoTime();
        place.run(
                shipment,
                IntStream.range(0, tasks).mapToObj(StudyPlaces::task).iterator(),
                (task, answer) -> answered[0]++);
        if (answered[0] != tasks) {
            throw new IllegalStateException(answered[0] + " of " + tasks + " tasks were answered");
        }
        return new Cost((System.nanoTime() - start) / 1e6 / tasks, (cpuMillis() - cpu) / tasks);
    }

    private static double cpuMillis() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.equals(ProcessHandle.current())
                        || process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
    }

    private static Task task(int index) {
        int point = index / REPLICATIONS + 1;
        return new Task(
                point, List.of("policy.landfill-tax=" + point % 100 + " EUR/t"), "symbiosis", index % REPLICATIONS + 1);
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> what) {
        double[] sorted = costs.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
