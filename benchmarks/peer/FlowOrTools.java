import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Times OR-Tools' SimpleMinCostFlow on minimum-cost flow problems in DIMACS format: RUNS and the files as arguments. CPU time is
 * from its own arrays to the flow, without reading the file and handing it over.
 */
public final class FlowOrTools {

    private FlowOrTools() {}

    public static void main(String[] args) throws IOException {
        Loader.loadNativeLibraries();
        int runs = Integer.parseInt(args[0]);
        for (int file = 1; file < args.length; file++) {
            for (int run = 0; run < runs; run++) {
                MinCostFlow flow = read(Path.of(args[file]));
                long begin = now();
                MinCostFlowBase.Status status = flow.solve();
                double took = (now() - begin) / 1e6;
                if (status != MinCostFlowBase.Status.OPTIMAL) {
                    throw new IllegalStateException(args[file] + " is not solved: " + status);
                }
                System.out.println(args[file] + " or-tools cold " + took + " " + flow.getOptimalCost());
            }
        }
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static MinCostFlow read(Path file) throws IOException {
        MinCostFlow flow = new MinCostFlow();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] word = line.split(" ");
                if (word[0].equals("n")) {
                    flow.setNodeSupply(Integer.parseInt(word[1]), Long.parseLong(word[2]));
                } else if (word[0].equals("a")) {
                    flow.addArcWithCapacityAndUnitCost(
                            Integer.parseInt(word[1]),
                            Integer.parseInt(word[2]),
                            Long.parseLong(word[4]),
                            Long.parseLong(word[5]));
                }
            }
        }
        return flow;
    }
}
