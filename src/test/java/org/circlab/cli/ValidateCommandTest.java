package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.circlab.report.Harbour;
import org.circlab.scenario.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {

    @TempDir
    Path folder;

    @Test
    void aGoodFileHasNoFindings() {
        Session session = Session.of("validate", Harbour.FILE.toString());
        assertThat(session).isEqualTo(new Session(0, "1 file: 0 errors, 0 warnings\n", ""));
    }

    @Test
    void everyFindingOfEveryFileStandsOnALineOfItsOwn() throws IOException {
        Path first = broken("first.yaml", "inhabitants", "inhabitant");
        Path second = broken("second.yaml", "35 EUR/t", "35");
        Session session = Session.of("validate", first.toString(), Harbour.FILE.toString(), second.toString());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).isEmpty();
        assertThat(session.out().lines())
                .anyMatch(line -> line.matches("\\Q" + first + "\\E:4:\\d+: error [A-Z_]+: .*inhabitants.*"))
                .anyMatch(line -> line.matches("\\Q" + second + "\\E:\\d+:\\d+: error [A-Z_]+: .*35.*"))
                .last()
                .asString()
                .matches("3 files: [2-9] errors, \\d+ warnings?");
    }

    @Test
    void aTableOfWrongCellsIsToldInShortAndCountedInFull() throws IOException {
        StringBuilder table = new StringBuilder("id,at,needs.lime.mean\n");
        for (int i = 0; i < 1234; i++) {
            table.append("farm")
                    .append(i)
                    .append(",\"[46, 15]\",")
                    .append(i + 1)
                    .append(" EUR\n");
        }
        Files.writeString(folder.resolve("farms.csv"), table);
        String text = Files.readString(Harbour.FILE);
        Path file = Files.writeString(
                folder.resolve("lab.yaml"),
                text.replaceFirst("(?m)^actors:", "tables: { farms: { actors: farms.csv } }\nactors:"));
        Session session = Session.of("validate", file.toString());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out().lines()).hasSize(22).last().asString().startsWith("1 file: 1234 errors, 0 warnings");
        assertThat(Session.of(
                                "run",
                                file.toString(),
                                "--out",
                                folder.resolve("out").toString())
                        .err())
                .endsWith("the scenario cannot be run; 1234 errors\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMissingFileIsAFindingWithAdvice() {
        Session session = Session.of("validate", folder.resolve("nowhere.yaml").toString());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).contains("nowhere.yaml: error", "does not exist", "Check the path", "1 error,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "a: [",
                "- 1",
                "\u0000",
                "circlab: 2",
                "circlab: &x 1\nid: *x",
                "\"",
                "circlab: 1\nactors: 7"
            })
    void noTextMakesItStumble(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), text);
        assertFindings(file);
    }

    @Test
    void norDoBytesThatAreNoText() throws IOException {
        assertFindings(Files.write(folder.resolve("lab.yaml"), "naïve: 1".getBytes(StandardCharsets.ISO_8859_1)));
        assertFindings(folder);
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void everyCodeIsExplained(FindingCode code) {
        Session session = Session.of("validate", "--explain", code.name());
        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .startsWith(code + " (" + code.severity().word() + ")\n  ")
                .isEqualToNormalizingWhitespace(code + " (" + code.severity().word() + ") " + code.explanation());
        assertThat(session.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void allCodesAreListedInTheirOrder() {
        StringBuilder each = new StringBuilder();
        for (FindingCode code : FindingCode.values()) {
            each.append(Session.of("validate", "--explain", code.name()).out());
        }
        assertThat(Session.of("validate", "--explain", "all")).isEqualTo(new Session(0, each.toString(), ""));
    }

    @Test
    void codesMayBeWrittenSmallAndWithHyphens() {
        assertThat(Session.of("validate", "--explain", "bad-id"))
                .isEqualTo(Session.of("validate", "--explain", "BAD_ID"));
    }

    @ParameterizedTest
    @CsvSource({
        "--explain BAD_IDS, Maybe 'BAD_ID'? '--explain all' lists them.",
        "--explain no-disposal-rout, Maybe 'NO_DISPOSAL_ROUTE'?",
        "--explain 42, no finding has the code '42'. '--explain all' lists them.",
        "--explain BAD_ID lab.yaml, takes no FILE",
        "--explain, --explain"
    })
    void wrongUseOfExplainIsNamedWithAWayOut(String args, String named) {
        Session session = Session.of(("validate " + args).split(" ", -1));
        assertThat(session.code()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).startsWith("circlab: ").contains(named, "--help");
    }

    private static void assertFindings(Path file) {
        for (String command : new String[] {"validate", "run"}) {
            Session session = Session.of(command, file.toString());
            assertThat(session.code()).isEqualTo(1);
            assertThat(session.out() + session.err())
                    .contains(": error ")
                    .doesNotContain("\tat ")
                    .doesNotContain("defect");
        }
    }

    private Path broken(String name, String right, String wrong) throws IOException {
        String text = Files.readString(Harbour.FILE);
        assertThat(text).contains(right);
        return Files.writeString(folder.resolve(name), text.replace(right, wrong));
    }
}
