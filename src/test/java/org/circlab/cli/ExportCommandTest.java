package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.circlab.report.Harbour;
import org.circlab.report.export.Format;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportCommandTest {

    @TempDir
    static Path folder;

    private static Path result;

    @BeforeAll
    static void write() {
        result = folder.resolve("harbour/symbiosis");
        Session run = Session.of(
                "run", Harbour.FILE.toString(), "--variant=symbiosis", "--replications=2", "--out=" + folder);
        assertThat(run.code()).isZero();
    }

    private static Session export(Path source, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "export";
        args[1] = source.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Session.of(args);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyFormatIsWrittenToAFile(Format format) throws IOException {
        Path file = folder.resolve("out." + format.word());
        Session session = export(result, "--to", format.word(), "--out", file.toString());
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
        assertThat(Files.size(file)).isGreaterThan(200);
        assertThat(session.out()).isEmpty();
    }

    @Test
    void aScenarioGivesTheSameAsItsResult() {
        Session ofScenario = export(Harbour.FILE, "--to=json", "--variant=symbiosis", "--replications=2");
        assertThat(ofScenario.out())
                .isNotBlank()
                .isEqualTo(export(result, "--to=json").out());
    }

    @Test
    void theFolderOfALabWithOneResultWillDo() {
        assertThat(export(folder.resolve("harbour"), "--to=dot").out())
                .isEqualTo(export(result, "--to=dot").out())
                .startsWith("digraph");
    }

    /** Assessments have their folders beside that of their variant, and an interrupted run leaves one whose name begins with a dot. */
    @Test
    void onlyResultsOfVariantsCount() throws IOException {
        Path lab = Files.createDirectories(folder.resolve("beside"));
        Path variant = Files.createDirectories(lab.resolve("symbiosis"));
        for (Path file : List.of(Path.of("run.json"), Path.of("replications.csv"), Path.of("indicators.csv"))) {
            Files.copy(result.resolve(file), variant.resolve(file));
        }
        Files.copy(result.resolve("run.json"), mark(lab, "symbiosis.synergies"));
        Files.copy(result.resolve("run.json"), mark(lab, ".symbiosis.previous"));
        Files.copy(result.resolve("replications.csv"), lab.resolve(".symbiosis.previous/replications.csv"));
        Session exported = export(lab, "--to=datapackage");
        assertThat(exported.err()).isEmpty();
        assertThat(exported.out())
                .isNotBlank()
                .isEqualTo(export(variant, "--to=datapackage").out());
    }

    private static Path mark(Path lab, String name) throws IOException {
        return Files.createDirectories(lab.resolve(name)).resolve("run.json");
    }

    @Test
    void severalVariantsAreNamed() throws IOException {
        Path lab = Files.createDirectories(folder.resolve("two"));
        for (String name : List.of("a", "b")) {
            Files.copy(result.resolve("run.json"), mark(lab, name));
            Files.copy(result.resolve("replications.csv"), lab.resolve(name).resolve("replications.csv"));
        }
        Session refused = export(lab, "--to=svg");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("holds 2 results, of which one must be named: " + lab.resolve("a") + ", " + lab.resolve("b"));
    }

    @Test
    void theViewIsThatAskedFor() {
        String variant = export(result, "--to=svg").out();
        String difference = export(result, "--to=svg", "--view=difference").out();
        assertThat(variant).contains("class=\"r m0").doesNotContain("class=\"r more");
        assertThat(difference).contains("class=\"r more").doesNotContain("class=\"r m0");
        assertThat(export(result, "--to=svg", "--view=baseline").out()).isNotEqualTo(variant);
    }

    @Test
    void whatMakesNoSenseIsWrongUsage() {
        assertThat(export(result, "--to=xlsx").err()).contains("name its file with --out");
        assertThat(export(result, "--to=xlsx").code()).isEqualTo(2);
        assertThat(export(Harbour.FILE, "--to=datapackage").err()).contains("needs the folder of a result");
        assertThat(export(result, "--to=png").err()).contains("a picture is no text; name its file with --out");
        assertThat(export(result, "--to=png").code()).isEqualTo(2);
        assertThat(export(result, "--to=png", "--out=x.png", "--width=99").err())
                .contains("from 100 to 20000");
        assertThat(export(result, "--to=svg", "--width=900").err()).contains("--width is of png");
        assertThat(export(result).err()).contains("--to");
        assertThat(export(Harbour.FILE, "--to=svg", "--replications=0").err()).contains("at least 1");
    }

    @Test
    void aFolderWithoutAResultIsToldSo() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("nothing"));
        Session session = export(empty, "--to=svg");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("holds 0 results; run a scenario first");
        assertThat(export(result.resolve("baseline"), "--to=svg").err()).contains("is not a result of a variant");
    }
}
