package org.circlab.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar on a cluster, as its users start it: the same study ends with the same bytes as on one thread of one machine,
 * whatever dies on the way. Half of its points are refused.
 */
class StudyOnClusterIT {

    private static final Path JAR = Path.of(System.getProperty("circlab.jar", "target/circlab-spark.jar"));
    private static final long PATIENCE_SECONDS = 150;
    private static final String PROGRAM = "org.circlab.cli.CircLab";
    private static final int RUNS = 13 * 2 * 8;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void endsWithTheSameBytesWhateverDies() throws Exception {
        Map<String, String> local = onOneThread();
        assertThat(local).containsKeys("runs.csv", "summary.csv", "refused.csv");
        assertThat(local.getOrDefault("runs.csv", "").lines()).hasSizeGreaterThan(RUNS / 2);
        assertThat(local.getOrDefault("refused.csv", "").lines()).hasSize(1 + RUNS / 2);
        try (LoopbackCluster cluster = LoopbackCluster.start(Files.createDirectory(folder.resolve("cluster")), 2)) {
            assertThat(submitted(cluster)).isEqualTo(local);
            assertThat(withAWorkerKilled(cluster)).isEqualTo(local);
            assertThat(withTheDriverKilled(cluster)).isEqualTo(local);
        }
    }

    @Test
    void saysHowToStartItWithoutSpark() throws Exception {
        Process process = start("bare", new ProcessBuilder(command("-jar", "bare", "--on", "spark://127.0.0.1:7077")));
        assertThat(codeOf(process)).isEqualTo(1);
        assertThat(said("bare"))
                .startsWith("circlab: Spark is not on the class path; start the program with 'spark-submit");
        assertThat(folder.resolve("bare")).doesNotExist();
    }

    private Map<String, String> onOneThread() throws Exception {
        Process process = start("local", new ProcessBuilder(command("-jar", "local", "--threads", "1")));
        assertThat(codeOf(process)).as(said("local")).isZero();
        return tables("local");
    }

    /** As {@code spark-submit} does it, whose main class this is. */
    private Map<String, String> submitted(LoopbackCluster cluster) throws Exception {
        String[] submission = {
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            cluster.address(),
            "--conf",
            "spark.executor.memory=512m",
            "--class",
            PROGRAM,
            JAR.toString()
        };
        Process process =
                start("submitted", cluster.java(Path.of("."), with(submission, "submitted", "--on", "spark")));
        assertThat(codeOf(process)).as(said("submitted")).isZero();
        assertThat(cluster.finished(1)).isPositive();
        assertThat(cluster.finished(2)).isPositive();
        return tables("submitted");
    }

    private Map<String, String> withAWorkerKilled(LoopbackCluster cluster) throws Exception {
        int before = cluster.finished(1);
        Process process = start("killed", driver(cluster, "killed"));
        LoopbackCluster.await("some runs by the first worker", () -> cluster.finished(1) >= before + 3);
        assertThat(process.isAlive()).isTrue();
        cluster.kill(1);
        int left = cluster.finished(2);
        assertThat(codeOf(process)).as(said("killed")).isZero();
        assertThat(cluster.finished(2)).isGreaterThan(left);
        assertThat(said("killed")).doesNotContain("\tat ");
        return tables("killed");
    }

    private Map<String, String> withTheDriverKilled(LoopbackCluster cluster) throws Exception {
        int before = cluster.finished(2);
        Process killed = start("resumed", driver(cluster, "resumed"));
        LoopbackCluster.await("some runs before the driver dies", () -> cluster.finished(2) >= before + 12);
        killed.destroyForcibly();
        assertThat(killed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("resumed/velenje/studies/tax/runs.csv")).doesNotExist();
        Process resumed = start("resumed", driver(cluster, "resumed"));
        assertThat(codeOf(resumed)).as(said("resumed")).isZero();
        assertThat(said("resumed")).containsPattern("[1-9][0-9]* of " + RUNS + " runs are in .* used again");
        return tables("resumed");
    }

    private ProcessBuilder driver(LoopbackCluster cluster, String name) {
        return cluster.java(JAR, with(new String[] {PROGRAM}, name, "--on", cluster.address()));
    }

    private List<String> command(String way, String name, String... options) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java), Arrays.stream(with(new String[] {way, JAR.toString()}, name, options)))
                .toList();
    }

    /** The study's arguments after some and before others. */
    private String[] with(String[] first, String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(List.of("sweep", "scenarios/velenje.yaml", "--name", "tax"));
        arguments.addAll(List.of("--vary", "policy.landfill-tax=0..120:10 EUR/t"));
        arguments.addAll(List.of("--vary", "exchange.rule=optimal,cheapest"));
        arguments.addAll(List.of("--set", "actors.tes.generates.fly-ash.whole=true"));
        arguments.addAll(List.of("--set", "horizon.length=1 yr", "--replications", "8", "--indicator", "all"));
        arguments.addAll(List.of("--out", folder.resolve(name).toString()));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    private Process start(String name, ProcessBuilder builder) throws IOException {
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
    }

    private static int codeOf(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".err"));
    }

    /** The bytes of every table of the study, a char each. */
    private Map<String, String> tables(String name) throws IOException {
        SortedMap<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name).resolve("velenje/studies/tax"))) {
            for (Path file : files.toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return tables;
    }
}
