package org.circlab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.CompiledLab;

/** The small lab of the resources: two years, five actors, names in three scripts and one that looks like a formula. */
public final class Harbour {

    /** Its scenario, with the variants {@code symbiosis}, {@code no-press} and {@code asleep}. */
    public static final Path FILE = Path.of("src/test/resources/report/harbour.yaml");

    private Harbour() {}

    /** Runs a variant without writing files. */
    public static ScoredRun run(String variant, int replications, String... sets) {
        Effective scenario = ScenarioFile.read(FILE).effective(variant, List.of(sets));
        Plan plan = plan(scenario, replications, 1);
        return new ScoredRun("1.2.3", scenario, List.of(sets), Experiment.run(plan, Sinks.NONE, Progress.NONE));
    }

    /** Runs a variant and writes its files into {@code folder}. */
    public static ScoredRun write(Path folder, String variant, int replications, int threads) {
        Effective scenario = ScenarioFile.read(FILE).effective(variant, List.of());
        return write(folder, scenario, plan(scenario, replications, threads), false);
    }

    /** Runs any scenario and writes its files into {@code folder}, with or without the ledger. */
    static ScoredRun write(Path folder, Effective scenario, Plan plan, boolean ledger) {
        try {
            ResultFiles files = ResultFiles.in(
                    folder, plan, ledger, lab -> CompiledLab.of(lab).chart());
            ScoredRun run = new ScoredRun("1.2.3", scenario, List.of(), Experiment.run(plan, files, Progress.NONE));
            files.write(run);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a text with an approved one, or approves it where the tests run with {@code -Dapprove}. */
    public static String approved(String name, String text) throws IOException {
        Path file = Path.of("src/test/resources/report").resolve(name);
        if (System.getProperty("approve") != null) {
            Files.writeString(file, text);
        }
        return Files.readString(file);
    }

    static Plan plan(Effective scenario, int replications, int threads) {
        return new Plan(scenario.lab(), scenario.baseline(), replications, 1, threads);
    }
}
