package org.circlab.experiment.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone cluster on the loopback interface: a master and workers of one core, each a process as on a real cluster, with
 * Spark laid out from this JVM's class path as its distribution does. All of it ends with this JVM, at the latest.
 */
final class LoopbackCluster implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
    private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern BUNDLED =
            Pattern.compile("(jackson-.*-3\\.|snakeyaml|picocli|sqlite|jgrapht|ojalgo|GeographicLib).*\\.jar");

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final Thread end = new Thread(this::kill, "end-of-cluster");
    private final String address;

    private LoopbackCluster(Path folder, int workers) throws IOException, InterruptedException {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(end);
        layOut();
        daemon("master", "org.apache.spark.deploy.master.Master");
        await("a master", () -> STARTED.matcher(log("master")).find());
        Matcher started = STARTED.matcher(log("master"));
        address = started.find() ? started.group(1) : "";
        for (int worker = 1; worker <= workers; worker++) {
            String name = "worker-" + worker;
            daemon(
                    name,
                    "org.apache.spark.deploy.worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "600m",
                    "--work-dir",
                    folder.resolve(name).toString(),
                    address);
        }
        await("its workers", () -> log("master").split("Registering worker", -1).length > workers);
    }

    /** Starts a cluster of two workers in a folder, prints its address, and stops it when its own input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (LoopbackCluster cluster = start(Path.of(args[0]), 2)) {
            System.out.println(cluster.address());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Starts a cluster with its files below a folder, which should be empty. */
    static LoopbackCluster start(Path folder, int workers) throws IOException, InterruptedException {
        return new LoopbackCluster(folder, workers);
    }

    /** Where the master is, as Spark writes it. */
    String address() {
        return address;
    }

    /** A command of this machine's Java with Spark on its class path, and the cluster's environment. */
    ProcessBuilder java(Path classPath, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                QUICK_START,
                "-XX:+UseSerialGC",
                "-Dspark.executor.memory=512m",
                "-Dspark.executor.extraJavaOptions=" + QUICK_START,
                "-cp",
                classPath + File.pathSeparator + folder.resolve("spark/jars/*")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        return builder;
    }

    /** How many tasks of Spark a worker's executors have finished. */
    int finished(int worker) {
        try (Stream<Path> files = Files.walk(folder.resolve("worker-" + worker))) {
            return files.filter(file -> file.endsWith("stderr"))
                    .mapToInt(file -> read(file).split("Finished task", -1).length - 1)
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** Kills a worker and its executors without a word. */
    void kill(int worker) {
        Process process = processes.get(worker);
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        kill();
        for (Process process : processes) {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
        Runtime.getRuntime().removeShutdownHook(end);
        try (Stream<Path> links = Files.list(folder.resolve("spark/jars"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }

    private void kill() {
        List<ProcessHandle> all = processes.stream()
                .map(Process::toHandle)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits for something of the cluster. */
    static void await(String what, BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }

    private void layOut() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("spark/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            String name = String.valueOf(jar.getFileName());
            if (name.endsWith(".jar") && !BUNDLED.matcher(name).matches() && !Files.exists(jars.resolve(name))) {
                Files.createSymbolicLink(jars.resolve(name), jar);
            }
        }
    }

    private void daemon(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx256m",
                "-Dspark.master.rest.enabled=false",
                Tethered.class.getName(),
                main,
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
        command.addAll(List.of(arguments));
        processes.add(java(testClasses(), command.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    /** Where the classes of these tests are. */
    private static Path testClasses() {
        return Path.of(Tethered.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPARK_HOME", folder.resolve("spark").toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1");
    }

    private String log(String name) {
        return read(folder.resolve(name + ".log"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
