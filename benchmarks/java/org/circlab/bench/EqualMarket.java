package org.circlab.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;

/**
 * The work of a step of Cyclus' dynamic resource exchange: N sources of 100 kg a step, N sinks of 100 kg a step, one stream,
 * all equally preferred, every trade recorded with its time, parties and mass: {@code EqualMarket [N [STEPS [RUNS]]]}. Prints
 * CPU seconds of the first run in the JVM and the median of the others, reading and compiling the scenario apart.
 */
public final class EqualMarket {

    private EqualMarket() {}

    /** One recorded trade. */
    private record Trade(int from, int to, long grams) {}

    /** Prints the figures of one market. */
    public static void main(String[] args) throws Exception {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        int steps = args.length > 1 ? Integer.parseInt(args[1]) : 120;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 11;
        for (String rule : List.of("cheapest", "optimal")) {
            long before = cpuNanos();
            CompiledLab lab = CompiledLab.of(lab(size, steps, rule));
            double reading = (cpuNanos() - before) * 1e-9;
            double[] seconds = new double[runs];
            int trades = 0;
            for (int run = 0; run < runs; run++) {
                before = cpuNanos();
                trades = trades(lab);
                seconds[run] = (cpuNanos() - before) * 1e-9;
            }
            double first = seconds[0];
            double[] others = Arrays.copyOfRange(seconds, 1, runs);
            Arrays.sort(others);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d sources, %d sinks, %d trades: read and compiled in %.3f CPU s, first run %.3f, median %.3f%n",
                    rule,
                    size,
                    size,
                    trades,
                    reading,
                    first,
                    others[others.length / 2]);
        }
    }

    private static int trades(CompiledLab lab) {
        List<Trade> recorded = new ArrayList<>();
        Replication.run(
                lab,
                1,
                1,
                FlowSink.NONE,
                (kernel, ledger, view) -> ledger.listen((kind, from, to, subject, amount) -> {
                    if (kind == FactKind.RECEIVED) {
                        recorded.add(new Trade(from, to, amount));
                    }
                }));
        return recorded.size();
    }

    private static Lab lab(int size, int steps, String rule) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append("circlab: 1\nid: equal\nname: Equal market\n");
        text.append("horizon: { start: 2025-01-01, length: ").append(steps).append(" d }\n");
        text.append("materials: { stuff: { code: \"19 12 12\" } }\nactors:\n");
        for (int i = 0; i < size; i++) {
            String place = "    at: [46, 15]\n";
            text.append("  source").append(i).append(":\n").append(place);
            text.append("    generates: { stuff: { batch: 100 kg, every: 1 d, disposal: { fee: 90 EUR/t } } }\n");
            text.append("  sink").append(i).append(":\n").append(place);
            text.append("    needs: { thing: { mean: 36.525 t/yr, every: 1 d, virgin: { price: 90 EUR/t }, ");
            text.append("accepts: { stuff: {} }, store: 100 kg } }\n");
        }
        text.append("haulage: { truck: { payload: 24 t, cost: 0.1 EUR/tkm, speed: 60 km/h } }\n");
        text.append("exchange: { rule: ").append(rule).append(", every: 1 d }\nvariants: { a: {} }\n");
        Path file = Files.createTempFile("equal", ".yaml");
        try {
            Files.writeString(file, text);
            return ScenarioFile.read(file).effective("a", List.of()).lab();
        } finally {
            Files.delete(file);
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
