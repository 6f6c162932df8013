package org.circlab.report;

import java.nio.file.Path;
import java.util.List;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.report.page.ReportPage;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.CompiledLab;
import org.jspecify.annotations.Nullable;

/** A run with what was seen of it, without files. */
public record Followed(ScoredRun run, Watched watched) {

    /** Runs a variant of a scenario, or its first where {@code variant} is null. */
    public static Followed of(Path file, @Nullable String variant, int replications, int threads, String... sets) {
        Effective scenario = ScenarioFile.read(file).effective(variant, List.of(sets));
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), replications, 1, threads);
        Watching watching = new Watching(plan, lab -> CompiledLab.of(lab).chart());
        ScoredRun run = new ScoredRun("1.2.3", scenario, List.of(sets), Experiment.run(plan, watching, Progress.NONE));
        return new Followed(run, watching.seen());
    }

    /** Runs a variant of the small lab of the resources. */
    public static Followed harbour(String variant, int replications) {
        return of(Harbour.FILE, variant, replications, 1);
    }

    /** Its page, nothing having been explained. */
    public String page() {
        return ReportPage.of(run, watched, List.of());
    }
}
