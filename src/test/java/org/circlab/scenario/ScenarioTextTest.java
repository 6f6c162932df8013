package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that hold no text, no YAML or no JSON. */
class ScenarioTextTest {

    @TempDir
    Path folder;

    private Finding only(Path file) {
        ScenarioException refused = catchThrowableOfType(ScenarioException.class, () -> ScenarioFile.read(file));
        assertThat(refused.findings()).hasSize(1);
        return refused.findings().get(0);
    }

    private Finding only(byte[] bytes) throws IOException {
        return only(Files.write(folder.resolve("lab.yaml"), bytes));
    }

    @Test
    void filesThatAreNone() {
        Path missing = folder.resolve("none.yaml");
        assertThat(only(missing))
                .hasToString(missing + ": error UNREADABLE_FILE: '" + missing
                        + "' does not exist. Check the path and the folder you are in.");
        assertThat(only(folder).toString()).contains("UNREADABLE_FILE", "is a folder");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        assertThat(only(new byte[] {'a', ':', 0, 1}).code()).isEqualTo("UNREADABLE_FILE");
        assertThat(only("a: 1".getBytes(StandardCharsets.UTF_16)).code()).isEqualTo("UNREADABLE_FILE");
        byte[] latin = "circlab: 1\nname: Šoštanj\n".getBytes(Charset.forName("windows-1250"));
        assertThat(only(latin).toString()).contains("lab.yaml:2:7: error NOT_UTF8");
        assertThat(only(new byte[] {'a', (byte) 0xC5}).toString()).contains(":1:2: error NOT_UTF8");
    }

    @Test
    void moreThanTenMegabytes() throws IOException {
        byte[] bytes = "#\n".repeat(SourceText.MOST_BYTES / 2 + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(only(bytes).code()).isEqualTo("FILE_TOO_LARGE");
        assertThat(only(Arrays.copyOf(bytes, SourceText.MOST_BYTES)).code()).isEqualTo("EMPTY_FILE");
    }

    @Test
    void aLineThatGoesOnForever() throws IOException {
        byte[] line = ("a: 1\n#" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(only(line).toString()).contains("lab.yaml:2:1: error FILE_TOO_LARGE: The line has more than 100000");
    }

    @Test
    void aLargeScenarioIsReadToItsEnd() {
        StringBuilder text = new StringBuilder(Tiny.TEXT);
        for (int i = 0; i < 40_000; i++) {
            text.append("  variant-")
                    .append(i)
                    .append(": { about: \"")
                    .append("x".repeat(60))
                    .append("\" }\n");
        }
        assertThat(Tiny.read(folder, "large.yaml", text.toString()).variants()).hasSize(40_002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "\uFEFF"})
    void nothingInIt(String text) throws IOException {
        assertThat(only(text.getBytes(StandardCharsets.UTF_8)).toString()).contains("lab.yaml:1:1: error EMPTY_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b\n", "just text\n", "3\n"})
    void noMap(String text) throws IOException {
        assertThat(only(text.getBytes(StandardCharsets.UTF_8)).toString())
                .contains("lab.yaml:1:1: error WRONG_KIND", "Start with 'circlab: 1'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsAndByteOrderMarkDoNotMatter(String lineEnd) {
        String text = "\uFEFF" + Tiny.TEXT.replace("\n", lineEnd);
        Effective effective = Tiny.read(folder, "lab.yaml", text).effective(null, List.of());
        assertThat(effective.text())
                .isEqualTo(Tiny.read(folder, "other.yaml", Tiny.TEXT)
                        .effective(null, List.of())
                        .text());
        String wrong = "\uFEFF" + Tiny.with("speed: 60 km/h", "speed: fast").replace("\n", lineEnd);
        assertThat(Tiny.findings(folder, "lab.yaml", wrong).toString()).contains("lab.yaml:44:54: error BAD_QUANTITY");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("lab.yaml", "a: {b: 1\nc: 2\n", "1:4", "Add '}' or ','."),
                arguments("lab.yaml", "a: [1, 2\n", "1:4", "Add ']' or ','."),
                arguments("lab.yaml", "a: \"open\n", "1:4", "Add the closing quote."),
                arguments("lab.yaml", "a: @x\n", "1:4", "Put the value in quotes."),
                arguments("lab.yaml", "a: - b\n", "1:4", "in brackets: [a, b]"),
                arguments("lab.yaml", "a: \"\\q\"\n", "1:6", "single quotes"),
                arguments("lab.yaml", "a: \"\\xZZ\"\n", "1:7", "single quotes"),
                arguments("lab.yaml", "a: 1\nb\nc: 2\n", "2:1", "Write 'key: value'"),
                arguments("lab.yaml", "? [a]\n: b\n", "1:4", "with a text as the key"),
                arguments("lab.yaml", "a:\n  - b\n - c\n", "3:2", "Indent all keys of a map alike"),
                arguments("lab.yaml", "a: {b: 1}}\n", "1:10", "close every bracket once"),
                arguments("lab.yaml", "a: *\n", "1:5", "'*'"),
                arguments("lab.yaml", "a: &\n", "1:5", "'&'"),
                arguments("lab.yaml", "{", "1:2", "bracket or quote"),
                arguments("lab.yaml", "%YAML 3.0\n---\na: 1\n", "1:1", "brackets, quotes and indents"),
                arguments("lab.json", "{\"a\": 1,}", "1:9", "no ',' after the last one"),
                arguments("lab.json", "{\"a\" 1}", "1:6", "Write \"key\": value."),
                arguments("lab.json", "{\"a\": 1", "1:8", "Close every '{' and '['."),
                arguments("lab.json", "{\"a\": \"x", "1:9", "Add the closing '\"'."),
                arguments("lab.json", "{\"a\": 1 \"b\": 2}", "1:9", "Put ','"),
                arguments("lab.json", "{\n\"a\": tiny}", "2:6", "double quotes"),
                arguments("lab.json", "{\"a\": \"\\x\"}", "1:9", "one backslash"),
                arguments("lab.json", "{\"a\": 010101}", "1:8", "Put it in quotes"),
                arguments("lab.json", "{\"a\": \"b\nc\"}", "1:9", "'\\n'"),
                arguments("lab.json", "]", "1:1", "once"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformed")
    void malformedTextIsOneFindingInPlainWords(String name, String text, String place, String advice) {
        Finding finding = only(Tiny.write(folder, name, text));
        assertThat(finding.toString()).startsWith(folder.resolve(name) + ":" + place + ": error SYNTAX: ");
        assertThat(finding.advice()).contains(advice);
        assertThat(finding.toString())
                .doesNotContainIgnoringCase("token")
                .doesNotContain("expected '<", "flow ", "scanning", "exception", "Source:");
    }

    @Test
    void jsonHasOneValue() {
        assertThat(Tiny.findings(folder, "lab.json", "{} [2]").toString())
                .contains("lab.json:1:4: error SEVERAL_DOCUMENTS");
    }

    @Test
    void scalarsStayAsTheyAreWritten() {
        String yaml = "[010101, 1_000, 0x1F, no, 1e3, .nan, 12:30:45, -4 EUR/t, '', \"null\", null, ~]";
        String json = "[1e3, NaN, -Infinity, true, \"010101\", null]";
        assertThat(texts(yaml, false))
                .containsExactly(
                        "010101", "1_000", "0x1F", "no", "1e3", ".nan", "12:30:45", "-4 EUR/t", "", "null", "-", "-");
        assertThat(texts(json, true)).containsExactly("1e3", "NaN", "-Infinity", "true", "010101", "-");
    }

    private static List<String> texts(String text, boolean json) {
        Tree tree = TreeParser.parse(new SourceText("x", text, true), json, new Findings())
                .orElseThrow();
        return ((Tree.Listed) tree)
                .items().stream()
                        .map(item -> item instanceof Tree.Text scalar ? scalar.value() : "-")
                        .toList();
    }

    @Test
    void theExceptionSaysEverything() {
        Path file = Tiny.write(folder, "lab.yaml", "a: [\n");
        assertThatThrownBy(() -> ScenarioFile.read(file))
                .hasMessage(only(file).toString())
                .hasNoCause();
    }
}
