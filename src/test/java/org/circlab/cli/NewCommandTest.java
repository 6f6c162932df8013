package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlab.scenario.Effective;
import org.circlab.scenario.JsonSchema;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each starting file is a scenario without findings that fits the schema, runs, and shows an exchange worth looking at. */
class NewCommandTest {

    private static final int FEWEST_LINES = 60;
    private static final int MOST_LINES = 120;

    @TempDir
    Path folder;

    private Path written(Pilot pilot) {
        Path file = folder.resolve("my-lab.yaml");
        Session session = Session.of("new", file.toString(), "--pilot", pilot.toString());
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
        assertThat(session.out().lines()).hasSize(3).contains("  circlab validate " + file, "  circlab run " + file);
        return file;
    }

    @ParameterizedTest
    @EnumSource(Pilot.class)
    void isSoundAndSmallAndExplained(Pilot pilot) throws IOException {
        Path file = written(pilot);
        ScenarioFile scenario = ScenarioFile.read(file);
        assertThat(scenario.validate()).isEmpty();
        assertThat(scenario.variants()).hasSizeGreaterThan(1);
        String text = Files.readString(file);
        assertThat(text.lines()).hasSizeBetween(FEWEST_LINES, MOST_LINES);
        assertThat(text.lines().filter(line -> line.contains("  # ")).count()).isGreaterThan(20);
        Effective effective = scenario.effective(null, List.of());
        assertThat(effective.lab().id()).isEqualTo("my-lab");
        assertThat(effective.lab().actors()).hasSizeBetween(4, 7);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JsonSchema.text(), InputFormat.JSON)
                        .validate(text, InputFormat.YAML))
                .isEmpty();
    }

    /** Nothing is a figure without a source: whoever generates, takes or disposes says where that is from. */
    @ParameterizedTest
    @EnumSource(Pilot.class)
    void everyFigureOfAnActorHasASource(Pilot pilot) {
        Effective effective = ScenarioFile.read(written(pilot)).effective(null, List.of());
        effective.lab().actors().forEach(actor -> {
            actor.generates().forEach(each -> assertThat(each.source().ref()).isNotEmpty());
            actor.lines().forEach(each -> assertThat(each.source().ref()).isNotEmpty());
            actor.lines()
                    .forEach(each -> assertThat(each.recipe().source().ref()).isNotEmpty());
            actor.needs().forEach(each -> assertThat(each.source().ref()).isNotEmpty());
            actor.sites().forEach(each -> assertThat(each.source().ref()).isNotEmpty());
            actor.stores()
                    .forEach(each -> assertThat(effective.lab().sources())
                            .anyMatch(source ->
                                    source.path().equals("actors." + actor.id() + ".stores." + each.material())));
        });
    }

    @ParameterizedTest
    @EnumSource(Pilot.class)
    void everyVariantRunsAndShowsAnExchange(Pilot pilot) throws IOException {
        Path file = written(pilot);
        Map<String, String> results = ScenarioFile.read(file).variants().stream()
                .collect(Collectors.toMap(variant -> variant, variant -> result(file, variant)));
        assertThat(results).containsKey("exchange");
        assertThat(results.values()).doesNotHaveDuplicates();
    }

    /** Cost and waste of a variant, which exchanges material and disposes of less than business as usual. */
    private String result(Path file, String variant) {
        Session session = Session.of(
                "run",
                file.toString(),
                "--variant=" + variant,
                "--replications=2",
                "--format=csv",
                "--out=" + folder.resolve("results"));
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
        double before = indicator(session.out(), "disposed", "baseline");
        double after = indicator(session.out(), "disposed", "mean");
        double exchanged = indicator(session.out(), "exchanged", "mean");
        assertThat(after).isLessThan(0.95 * before);
        assertThat(exchanged).isPositive();
        return after + " " + indicator(session.out(), "net-cost", "mean");
    }

    private static double indicator(String csv, String name, String column) {
        List<List<String>> rows =
                csv.lines().map(line -> List.of(line.split(",", -1))).toList();
        int at = rows.get(0).indexOf(column);
        return rows.stream()
                .filter(row -> row.get(0).equals(name))
                .mapToDouble(row -> Double.parseDouble(row.get(at)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), "mine");
        Session session = Session.of("new", file.toString(), "--pilot=organic");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("lab.yaml is there already", "name another file");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("labs").resolve("lab.yaml");
        Session session = Session.of("new", file.toString(), "--pilot=organic");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("there is no folder " + folder.resolve("labs"), "make it first");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("lab.yaml");
        Session session = Session.of("new", file.toString(), "--pilot=organic");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("lab.yaml cannot be written").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"forlì-2025.yaml, forlì-2025", "2025.yml, 2025", "lab, lab"})
    void theNameOfTheFileIsTheId(String name, String id) {
        Path file = folder.resolve(name);
        assertThat(Session.of("new", file.toString(), "--pilot=ORGANIC").code()).isZero();
        assertThat(ScenarioFile.read(file).effective(null, List.of()).lab().id())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my lab.yaml", "a.b.yaml", "source.yaml", "null.yaml", "-x.yaml", ".yaml"})
    void aNameThatIsNoIdKeepsTheIdOfTheField(String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(Session.of("new", "--pilot=electronic", "--", file.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(file)).contains("\nid: electronic ");
        assertThat(ScenarioFile.read(file).validate()).isEmpty();
    }

    @Test
    void aNameWithSpacesIsQuotedInWhatToType() {
        Path file = folder.resolve("my lab.yaml");
        assertThat(Session.of("new", file.toString(), "--pilot=organic").out())
                .contains("circlab run \"" + file + "\"");
    }
}
