package org.circlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One whole replication, with its books: Velenje over its six years, and the peer model over ten. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WholeRunBenchmark {

    @Param({"velenje", "symbio-50"})
    String scenario = "velenje";

    private @Nullable CompiledLab lab;
    private int replication;

    /** Reads and compiles the scenario. */
    @Setup
    public void compile() throws IOException {
        if (scenario.equals("velenje")) {
            Path file = Path.of("scenarios/velenje.yaml");
            lab = CompiledLab.of(
                    ScenarioFile.read(file).effective(null, List.of()).lab());
        } else {
            SymbioNetwork network = SymbioNetwork.read(Path.of("benchmarks/symbio/net-50.json"));
            lab = CompiledLab.of(network.lab(Files.createTempDirectory("symbio"), network.horizonDays()));
        }
    }

    /** Runs the next replication. */
    @Benchmark
    public Accounts run() {
        return Replication.run(Objects.requireNonNull(lab), 1, replication++, FlowSink.NONE);
    }
}
