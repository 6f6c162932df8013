package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside a result counts only if it is about the same scenario and seed. */
class AdviceTest {

    private static final String HASH = "ab12";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.copy(Path.of("src/test/resources/report/explain.csv"), folder.resolve("explain.csv"));
        Files.writeString(folder.resolve("run.json"), "{ \"scenario_sha256\": \"" + HASH + "\", \"seed\": 7 }");
    }

    @Test
    void changesThatDoAndThoseInVainAreRead() throws IOException {
        List<Advice> advice = Advice.in(folder, HASH, 7);
        assertThat(advice)
                .hasSize(9)
                .contains(new Advice(
                        false,
                        "mill",
                        "husks",
                        207.567106,
                        "capacity",
                        "actors.carpenter.runs.press.capacity=47.9 t/d",
                        "40 t/d"));
        assertThat(advice.stream().filter(each -> !each.helps()).map(Advice::dimension))
                .contains("haulage price", "gate fee", "landfill tax");
        assertThat(advice.stream().filter(Advice::needed))
                .allMatch(each -> each.actor().equals("roads"));
    }

    @Test
    void anAnswerAboutSomethingElseIsNone() throws IOException {
        assertThat(Advice.in(folder, "other", 7)).isEmpty();
        assertThat(Advice.in(folder, HASH, 8)).isEmpty();
        assertThat(Advice.in(folder.resolve("missing"), HASH, 7)).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeReadIsAnError() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{ \"scenario");
        assertThatThrownBy(() -> Advice.in(folder, HASH, 7))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot read the answer");
    }

    @Test
    void theReportOfARunShowsTheAnswerThatStandsBesideIt() throws IOException {
        Path results = Files.createDirectories(folder.resolve("harbour"));
        Path beside = Files.createDirectories(results.resolve(ExplainFiles.folderOf("symbiosis")));
        String hash = Harbour.write(Files.createDirectories(results.resolve("first")), "symbiosis", 1, 1)
                .scenario()
                .hash();
        assertThat(Files.readString(results.resolve("first/report.html"))).contains("circlab explain scenario.yaml");
        Files.copy(folder.resolve("explain.csv"), beside.resolve("explain.csv"));
        Files.writeString(beside.resolve("run.json"), "{ \"scenario_sha256\": \"" + hash + "\", \"seed\": 1 }");
        Harbour.write(Files.createDirectories(results.resolve("second")), "symbiosis", 1, 1);
        assertThat(Files.readString(results.resolve("second/report.html")))
                .contains("--set actors.carpenter.runs.press.capacity=&quot;47.9 t/d&quot;", "no single change does")
                .doesNotContain("circlab explain scenario.yaml");
    }
}
