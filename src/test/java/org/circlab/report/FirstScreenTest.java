package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstScreenTest {

    private static final Path FOLDER = Path.of("results", "harbour", "symbiosis");

    @Test
    void theScreenIsAsApproved() throws IOException {
        String screen = String.join("\n", screen(Harbour.run("symbiosis", 4))) + "\n";
        assertThat(screen).isEqualTo(Harbour.approved("first-screen.txt", screen));
    }

    @ParameterizedTest
    @CsvSource({"symbiosis, 1", "symbiosis, 3", "no-press, 3", "asleep, 3"})
    void noLineIsTooWideAndAllFitsOneScreen(String variant, int replications) {
        List<String> lines = screen(Harbour.run(variant, replications));
        assertThat(lines).hasSizeLessThanOrEqualTo(50).allSatisfy(line -> {
            assertThat(Columns.width(line)).isLessThanOrEqualTo(FirstScreen.WIDTH);
            assertThat(line).doesNotContain("NaN").isEqualTo(line.stripTrailing());
        });
    }

    @Test
    void verdictsOfAllActorsStandBelowEachOther() {
        List<String> lines = screen(Harbour.run("symbiosis", 3));
        List<String> actors = lines.stream()
                .filter(line -> line.startsWith("  Χυτήριο Θεσσαλονίκης ")
                        || line.startsWith("  Mlin Šoštanj ")
                        || line.startsWith("  Carpenter "))
                .filter(line -> line.endsWith("better"))
                .toList();
        assertThat(actors).hasSize(3);
        assertThat(actors.stream().map(Columns::width).distinct()).hasSize(1);
    }

    @Test
    void gainsComeFirst() {
        String screen = String.join("\n", screen(Harbour.run("symbiosis", 3)));
        String forWhom = screen.substring(screen.indexOf("FOR WHOM"), screen.indexOf("LARGEST NEW FLOWS"));
        assertThat(forWhom.lastIndexOf("better")).isPositive().isLessThan(forWhom.indexOf("worse"));
    }

    @Test
    void oneReplicationClaimsNoCertainty() {
        List<String> lines = screen(Harbour.run("symbiosis", 1));
        assertThat(lines).noneMatch(line -> line.endsWith("better") || line.endsWith("worse"));
        assertThat(lines).anyMatch(line -> line.contains("One replication shows nothing of chance"));
    }

    @Test
    void whereNothingMovesTheScreenSaysSo() {
        assertThat(screen(Harbour.run("asleep", 2))).anyMatch(line -> line.startsWith("NEW FLOWS: none"));
    }

    @Test
    void overridesAreNamed() {
        assertThat(screen(Harbour.run("symbiosis", 1, "policy.landfill-tax=90 EUR/t")))
                .contains("Set for this run: policy.landfill-tax=90 EUR/t");
    }

    @Test
    void colourChangesNoWord() {
        ScoredRun run = Harbour.run("symbiosis", 2);
        List<String> painted = FirstScreen.lines(run, FOLDER, Paint.TERMINAL);
        assertThat(painted).anyMatch(line -> line.contains("\u001b[32mbetter\u001b[0m"));
        assertThat(painted.stream()
                        .map(line -> line.replaceAll("\u001b\\[\\d+m", "").stripTrailing()))
                .containsExactlyElementsOf(screen(run));
    }

    private static List<String> screen(ScoredRun run) {
        return FirstScreen.lines(run, FOLDER, Paint.PLAIN);
    }
}
