package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.ledger.Accounts;
import org.circlab.report.page.TargetsOf;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.ComplianceClock;
import org.circlab.score.Replications;
import org.circlab.score.TargetClock;
import org.junit.jupiter.api.Test;

/** Targets on every surface, of a lesson whose glass is all recycled and as usual all landfilled. */
class TargetTableTest {

    private static final Outcome LOOP = Experiment.run(
            Harbour.plan(
                    ScenarioFile.read(Path.of("scenarios/lesson-loop.yaml")).effective(null, List.of()), 2, 1),
            Sinks.NONE,
            Progress.NONE);

    private static List<String> table() throws IOException {
        StringBuilder text = new StringBuilder();
        List<TargetClock> clocks =
                ComplianceClock.of(new Replications(LOOP.plan().lab(), LOOP.variant()));
        TargetTable.write(text, clocks);
        return text.toString().lines().toList();
    }

    @Test
    void theTableHasARowForEachTargetAndYearAndOneForEachThatIsNotTold() throws IOException {
        List<String> rows = table();
        int columns = rows.get(0).split(",", -1).length;
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.replaceAll("\"[^\"]*\"", "q").split(",", -1))
                        .hasSize(columns));
        assertThat(rows)
                .contains(
                        "packaging-glass-2025,Packaging: glass: recycling,binds,at least,70,2025,15 01 07,2027,1,in force,"
                                + "100,100,100,2,2,1,0.3423802275,1,");
        assertThat(rows.stream().filter(row -> row.startsWith("packaging-glass-2030,")))
                .hasSize(4);
        assertThat(rows.stream().filter(row -> row.startsWith("construction-2020,")))
                .singleElement()
                .asString()
                .endsWith(",none of this waste arises in the lab");
    }

    @Test
    void theScreenSaysInHowManyReplicationsOfTheLastYear() {
        List<String> lines = new TargetLines(LOOP, Paint.PLAIN).lines();
        assertThat(lines.get(0)).startsWith("TARGETS OF THE LAW, 2028").endsWith("as usual");
        assertThat(lines.get(1)).matches("  Municipal waste: recycling +≥ 55 % since 2025 +100 % +2 of 2 +0 of 2");
        assertThat(lines).anyMatch(line -> line.contains("3 more and other years in targets.csv"));
        assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(FirstScreen.WIDTH));
        Outcome ashes = Harbour.run("symbiosis", 1).outcome();
        assertThat(new TargetLines(ashes, Paint.PLAIN).lines()).isEmpty();
    }

    @Test
    void thePageHasALightOfSignWordsAndColour() {
        String page = TargetsOf.page(LOOP);
        assertThat(page)
                .contains("<span class=\"pill good\">met, 2 of 2</span>")
                .contains("as usual 0 of 2")
                .contains("other targets that the lab cannot tell")
                .doesNotContain("missed");
        List<Accounts> landfilled = LOOP.baseline();
        List<Accounts> recycled = LOOP.variant();
        Outcome turned = new Outcome(LOOP.plan(), landfilled, recycled, LOOP.scorecard());
        assertThat(TargetsOf.page(turned))
                .contains("<span class=\"pill bad\">missed, 0 of 2</span>")
                .contains("as usual 2 of 2");
    }
}
