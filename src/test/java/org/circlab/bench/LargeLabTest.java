package org.circlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.warmup.SettlingWatch;
import org.circlab.ledger.FlowSink;
import org.circlab.network.ExchangeNetwork;
import org.circlab.report.ResultFiles;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.CompiledLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated large lab at a fraction of its size: that it is what it claims to be, and that time costs it no memory. */
class LargeLabTest {

    private static final int ACTORS = 500;

    @TempDir
    Path folder;

    private Effective lab(String name, int years) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        LargeLab.write(file, ACTORS, years);
        return ScenarioFile.read(file).effective(null, List.of("exchange.rule=nearest"));
    }

    /** Counted by hand: by the last digit of their numbers 44 or 45 donors, 5 or 6 receivers of each waste. */
    @Test
    void everyReceiverIsACandidateForEveryDonorOfWhatItTakes() throws IOException {
        Effective large = lab("large", 1);
        assertThat(large.lab().actors()).hasSize(ACTORS);
        assertThat(large.warnings()).isEmpty();
        ExchangeNetwork network = ExchangeNetwork.of(large.lab());
        int pairs = 44 * 5 + 44 * 6 + 6 * 45 * 6 + 45 * 6 + 45 * 5;
        assertThat(network.exchange().size()).isEqualTo(pairs);
        int donors = 448;
        int lines = 44;
        assertThat(network.disposal().size()).isEqualTo(donors + lines);
    }

    /** The least of two measurements each, since whatever else the machine does only adds to them. */
    @Test
    void memoryIsFlatInTheLengthOfTheRun() throws IOException {
        Effective few = lab("few", 5);
        Effective many = lab("many", 25);
        peakBytes(few);
        long short1 = peakBytes(few);
        long long1 = peakBytes(many);
        long shortRun = Math.min(short1, peakBytes(few));
        long longRun = Math.min(long1, peakBytes(many));
        assertThat(shortRun).isGreaterThan(1_000_000);
        assertThat(longRun).isLessThan(shortRun + shortRun / 20);
    }

    /** The most that the run of a lab and of its business as usual keeps alive at any turn of the year, files included. */
    private long peakBytes(Effective effective) throws IOException {
        long before = liveBytes();
        Plan plan = new Plan(effective.lab(), effective.baseline(), 1, 1, 1);
        Path results = Files.createTempDirectory(folder, "results");
        Sinks files = ResultFiles.in(results, plan, false, CompiledLab::chartOf);
        long[] most = new long[1];
        Sinks measured = measured(new SettlingWatch(plan.lab(), files), most);
        Experiment.run(plan, measured, Progress.NONE);
        return most[0] - before;
    }

    /** All that {@code circlab run} watches, measured at the end of each year, when the flows of the month have been written. */
    private static Sinks measured(Sinks watched, long[] most) {
        return (Sinks) Proxy.newProxyInstance(
                Sinks.class.getClassLoader(), new Class<?>[] {Sinks.class}, (proxy, method, values) -> {
                    Object answer = method.invoke(watched, values);
                    return answer instanceof FlowSink sink ? measuring(sink, most) : answer;
                });
    }

    private static FlowSink measuring(FlowSink sink, long[] most) {
        return (month, flows) -> {
            sink.month(month, flows);
            if (month.getMonth() == Month.DECEMBER) {
                most[0] = Math.max(most[0], liveBytes());
            }
        };
    }

    private static long liveBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
