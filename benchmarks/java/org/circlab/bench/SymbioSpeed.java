package org.circlab.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.circlab.simulation.CompiledLab;

/**
 * Domain events for each second of process CPU on the peer model: {@code SymbioSpeed NETWORK.json [WARM-UPS [RUNS]]}. One
 * worker in one JVM; reading and compiling the network is not counted, compiling and collecting garbage by the JVM is.
 */
public final class SymbioSpeed {

    private SymbioSpeed() {}

    /** Prints a row a replication and the median. */
    public static void main(String[] args) throws Exception {
        SymbioNetwork network = SymbioNetwork.read(Path.of(args[0]));
        int warmUps = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        Path folder = Files.createTempDirectory("symbio");
        CompiledLab lab = CompiledLab.of(network.lab(folder, network.horizonDays()));
        double[] rates = new double[runs];
        for (int i = -warmUps; i < runs; i++) {
            long before = processCpuNanos();
            double events = Objects.requireNonNull(
                    SymbioFigures.of(network, lab, 1, i + warmUps).get("domain_events"));
            double seconds = (processCpuNanos() - before) * 1e-9;
            System.out.printf(
                    "%s %d: %.0f domain events, %.3f CPU s, %.2f M domain events per CPU s%n",
                    i < 0 ? "warm-up" : "run", i < 0 ? i + warmUps : i, events, seconds, events / seconds / 1e6);
            if (i >= 0) {
                rates[i] = events / seconds / 1e6;
            }
        }
        Arrays.sort(rates);
        System.out.printf("median %.2f M domain events per CPU s%n", rates[runs / 2]);
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
