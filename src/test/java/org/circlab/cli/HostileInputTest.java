package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a user hands in, both commands end with exit code 1, name the place and what to do, and leave no result: no stack
 * trace, no hang.
 */
class HostileInputTest {

    private static final Path TINY = Path.of("src/test/resources/scenario/tiny.yaml");
    private static final Pattern FINDING = Pattern.compile(
            "(?m)^(\\S+?)(?::\\d+:\\d+)?: error [A-Z_0-9]+: .+(?:\\. \\S.*|; expected .+|; it (?:must|needs) .+)[.?!]$");

    @TempDir
    Path outside;

    private Path folder = Path.of("");
    private String tiny = "";

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("lab"));
        tiny = Files.readString(TINY);
    }

    /** How a file comes to be read. */
    private enum Role {
        SCENARIO("lab.yaml", ""),
        JSON_SCENARIO("lab.json", ""),
        BASE("base.yaml", "extends: base.yaml\n"),
        DISTANCES("km.csv", "distances: km.csv\n"),
        ACTORS("farms.csv", "tables: { farms: { actors: farms.csv } }\n"),
        BATCHES("in.csv", "variants: { first: { actors: { dump: { generates: { board: { batches: in.csv } } } } } }\n"),
        DATED("tax.csv", "variants: { first: { policy: { landfill-tax: { table: tax.csv } } } }\n");

        private final String name;
        private final String naming;

        Role(String name, String naming) {
            this.name = name;
            this.naming = naming;
        }

        private Path in(Path folder) {
            return folder.resolve(name);
        }

        /** The scenario that has the file read, itself or by naming it. */
        private Path scenario(Path folder) throws IOException {
            if (naming.isEmpty()) {
                return in(folder);
            }
            String tiny = Files.readString(TINY);
            String text = this == BASE ? naming : tiny.substring(0, tiny.indexOf("variants:")) + naming;
            return Files.writeString(folder.resolve("scenario.yaml"), text);
        }
    }

    /** Asserts that both commands refuse a scenario with findings; returns what they say. */
    private String refused(Path scenario) throws IOException {
        Session validated = Session.of("validate", scenario.toString());
        Path results = folder.resolve("results");
        Session run = Session.of("run", scenario.toString(), "--replications", "1", "--out", results.toString());
        assertThat(List.of(validated.code(), run.code()))
                .as(validated.out() + run.err())
                .containsOnly(1);
        assertThat(validated.out() + validated.err() + run.out() + run.err())
                .doesNotContain("Exception", "\tat ", "at org.", "defect", "Error:", "null' ");
        assertThat(run.out()).isEmpty();
        assertThat(results).doesNotExist();
        assertThat(FINDING.matcher(validated.out()).find()).as(validated.out()).isTrue();
        assertThat(FINDING.matcher(run.err()).find()).as(run.err()).isTrue();
        return validated.out();
    }

    @ParameterizedTest
    @EnumSource
    void noFile(Role role) throws IOException {
        assertThat(refused(role.scenario(folder))).contains("UNREADABLE_FILE", "does not exist. Check the path");
    }

    @ParameterizedTest
    @EnumSource
    void aFolder(Role role) throws IOException {
        Files.createDirectory(role.in(folder));
        assertThat(refused(role.scenario(folder))).contains("UNREADABLE_FILE", "is a folder");
    }

    @ParameterizedTest
    @EnumSource
    void aPipeThatNobodyWritesTo(Role role) throws Exception {
        String pipe = role.in(folder).toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        assertThat(refused(role.scenario(folder))).contains("UNREADABLE_FILE", "is no regular file");
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceWithoutEnd(Role role) throws IOException {
        Files.createSymbolicLink(role.in(folder), Path.of("/dev/zero"));
        assertThat(refused(role.scenario(folder))).containsAnyOf("is no regular file", "BAD_PATH");
        Files.delete(role.in(folder));
    }

    @ParameterizedTest
    @EnumSource
    void aLinkToItself(Role role) throws IOException {
        Path link = role.in(folder);
        Files.createSymbolicLink(link, link);
        assertThat(refused(role.scenario(folder))).containsAnyOf("UNREADABLE_FILE", "BAD_PATH");
    }

    @ParameterizedTest
    @EnumSource
    void whatMayNotBeRead(Role role) throws IOException {
        Path file = Files.writeString(role.in(folder), tiny);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "whoever runs this may read everything");
        assertThat(refused(role.scenario(folder))).contains("UNREADABLE_FILE", "may not be read");
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("lab.yaml"));
            zip.write("circlab: 1\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void bytesThatAreNoText(Role role) throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        byte[] program = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0};
        for (byte[] bytes : List.of(png, program, zip(), tiny.getBytes(StandardCharsets.UTF_16))) {
            Files.write(role.in(folder), bytes);
            assertThat(refused(role.scenario(folder))).contains("UNREADABLE_FILE", "bytes of value 0", "in UTF-8");
        }
        Files.write(role.in(folder), "a,b\nŠ,b\n".getBytes(Charset.forName("windows-1250")));
        assertThat(refused(role.scenario(folder)))
                .contains(role.name + ":2:1: error NOT_UTF8", "Save the file in UTF-8");
        Files.write(role.in(folder), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'});
        assertThat(refused(role.scenario(folder))).contains(role.name + ":1:1: error NOT_UTF8");
    }

    @ParameterizedTest
    @EnumSource
    void nothing(Role role) throws IOException {
        for (String text : List.of("", "\n\n", "\uFEFF")) {
            Files.writeString(role.in(folder), text);
            assertThat(refused(role.scenario(folder))).containsAnyOf("EMPTY_FILE", "BAD_TABLE", "SYNTAX");
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreThanAScenarioCanBe(Role role) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(role.in(folder).toFile(), "rw")) {
            file.write("circlab: \"".getBytes(StandardCharsets.UTF_8));
            file.setLength(1L << 30);
        }
        assertThat(refused(role.scenario(folder))).contains("FILE_TOO_LARGE", "has more than 10 MB");
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String earlier = "*" + (char) (c - 1);
            text.append(c).append(": &").append(c).append(" [").append((earlier + ", ").repeat(8));
            text.append(earlier).append("]\n");
        }
        return text.toString();
    }

    static Stream<Arguments> texts() {
        int deep = 10_000;
        return Stream.of(
                arguments("lab.yaml", bomb(), "YAML_REFERENCE"),
                arguments("lab.yaml", "a: &a x\nb: [" + "*a, ".repeat(20_000) + "x]\n", "YAML_REFERENCE"),
                arguments("lab.yaml", "a: " + "[".repeat(deep), "TOO_DEEP"),
                arguments("lab.yaml", "a: " + "{b: ".repeat(deep) + "1" + "}".repeat(deep), "TOO_DEEP"),
                arguments("lab.yaml", "a:\n  " + "- ".repeat(deep) + "1\n", "TOO_DEEP"),
                arguments("lab.yaml", blocks(2_000), "TOO_DEEP"),
                arguments("lab.json", "{\"a\":".repeat(deep) + "1" + "}".repeat(deep), "TOO_DEEP"),
                arguments("lab.json", "[".repeat(deep), "TOO_DEEP"),
                arguments("lab.yaml", "a: '" + "x".repeat(200_000) + "'\n", "FILE_TOO_LARGE"),
                arguments("lab.yaml", "? " + "x".repeat(2_000) + "\n: 1\n", "lab.yaml:1:3: error UNKNOWN_KEY"),
                arguments("lab.yaml", "extends: lab.yaml\n", "lab.yaml:1:10: error BAD_EXTENDS"),
                arguments("lab.yaml", "extends: ../lab/lab.yaml\n", "lab.yaml:1:10: error BAD_EXTENDS"),
                arguments("lab.yaml", "extends: ../other.yaml\n", "lab.yaml:1:10: error BAD_PATH"),
                arguments("lab.yaml", "extends: /dev/zero\n", "lab.yaml:1:10: error BAD_PATH"),
                arguments("lab.yaml", "extends: \"a\\0b\"\n", "lab.yaml:1:10: error BAD_CHARACTER"),
                arguments("lab.yaml", "distances: \"" + "x".repeat(5_000) + "\"\n", "UNREADABLE_FILE"));
    }

    private static String blocks(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.append(" ".repeat(levels)).append("x\n").toString();
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("texts")
    void textsThatAreToughToRead(String name, String text, String saying) throws IOException {
        assertThat(refused(Files.writeString(folder.resolve(name), text))).contains(saying);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mean: 230 kt/yr    | mean: 230 km            | BAD_QUANTITY",
                "mean: 230 kt/yr    | mean: NaN               | BAD_QUANTITY",
                "mean: 230 kt/yr    | mean: .nan t/yr         | BAD_QUANTITY",
                "mean: 230 kt/yr    | mean: Infinity t/yr     | BAD_QUANTITY",
                "mean: 230 kt/yr    | mean: -.inf             | BAD_QUANTITY",
                "mean: 230 kt/yr    | mean: -5 t/yr           | OUT_OF_RANGE",
                "mean: 230 kt/yr    | mean: 1e30 t/yr         | OUT_OF_RANGE",
                "mean: 230 kt/yr    | mean: 1e999 t/yr        | BAD_QUANTITY",
                "mean: 230 kt/yr    | mean: 1e999999999 t/yr  | BAD_QUANTITY",
                "mean: 230 kt/yr    | batch: 1e18 t           | BAD_QUANTITY",
                "capacity: 12 kt    | capacity: 1e30 t        | BAD_QUANTITY",
                "capacity: 12 kt    | capacity: -1 t          | OUT_OF_RANGE",
                "every: 1 d         | every: 1 ms             | TOO_MANY_EVENTS",
                "trucks: 2          | trucks: 2, payload: 1 kg | TOO_MANY_EVENTS",
                "mean: 230 kt/yr    | meen: 230 kt/yr         | UNKNOWN_KEY",
                "id: tiny           | id: tiny;id: tiny       | DUPLICATE_KEY",
                "length: 5 yr       | length: 5 yr, warm-up: 201 yr | HORIZON_TOO_LONG",
                "length: 5 yr       | length: 1e18 yr         | BAD_QUANTITY",
                "start: 2025-01-01  | start: +999999999-12-31 | BAD_DATE",
                "every: 1 d         | every: 0 s              | OUT_OF_RANGE",
                "every: 1 d         | every: 1e-9 ms          | BAD_QUANTITY",
                "{ lognormal: { cv: 15 % } } | { uniform: { low: 1.5, high: 0.5 } } | BAD_SPREAD",
                "{ lognormal: { cv: 15 % } } | { lognormal: { cv: -1 } } | OUT_OF_RANGE",
                "to: press          | to: plant               | CONTRACT_NOT_RECEIVED",
                "from: plant, to: press | from: press, to: plant | CONTRACT_NOT_",
                "air: 10 %          | air: 10 %, water: 10 %  | BAD_SHARES",
                "policy:            | distances: ../km.csv;policy: | BAD_PATH",
                "policy:            | distances: /etc/hostname;policy: | BAD_PATH",
                "policy:            | distances: lab.yaml;policy: | BAD_",
            })
    void valuesThatCannotBe(String passage, String replacement, String saying) throws IOException {
        assertThat(tiny).contains(passage);
        String text = tiny.replaceFirst(Pattern.quote(passage), replacement.replace(";", "\n"));
        assertThat(refused(Files.writeString(folder.resolve("lab.yaml"), text)))
                .containsPattern("lab\\.yaml:\\d+:\\d+: error " + saying);
    }

    @ParameterizedTest
    @CsvSource({
        "DISTANCES, 'from,to,km\nplant,press\n'",
        "ACTORS, 'id,name\na,b,c\n'",
        "BATCHES, 'time,mass\n2025-01-02\n'",
        "DATED, 'from,value\n2025-01-01,3 EUR/t,4\n'"
    })
    void aRaggedTable(Role role, String text) throws IOException {
        Files.writeString(role.in(folder), text);
        assertThat(refused(role.scenario(folder))).contains(role.name + ":2:1: error BAD_TABLE");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SCENARIO", "JSON_SCENARIO"})
    void aLinkOutOfTheFolder(Role role) throws IOException {
        Files.writeString(outside.resolve("secret"), "the secret");
        Files.createSymbolicLink(role.in(folder), outside.resolve("secret"));
        assertThat(refused(role.scenario(folder)))
                .contains("BAD_PATH", "leads out")
                .doesNotContain("the secret");
    }

    /** Only studies read tables of points, so a run does not mind them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "a,b\n1\n", "policy.landfill-tax\nNaN EUR/t\n", "policy.landfill-tax\n1e999 EUR/t\n", "\0"})
    void tablesOfPoints(String table) throws IOException {
        Path points = folder.resolve("points.csv");
        Path lab =
                Files.writeString(folder.resolve("lab.yaml"), tiny + "studies: { listed: { points: points.csv } }\n");
        if (!table.isEmpty()) {
            Files.writeString(points, table);
        }
        Path out = folder.resolve("results");
        Session swept = Session.of("sweep", lab.toString(), "--study", "listed", "--out", out.toString());
        for (Session session : List.of(Session.of("validate", lab.toString()), swept)) {
            assertThat(session.code()).as(session.err()).isEqualTo(1);
            assertThat(FINDING.matcher(session.out() + session.err()).find())
                    .as(session.out() + session.err())
                    .isTrue();
            assertThat(session.err()).doesNotContain("Exception", "defect");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void filesThatExtendEachOther() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), "extends: top.yaml\n");
        Files.writeString(folder.resolve("top.yaml"), "extends: lab.yaml\n");
        Path lab = Files.writeString(folder.resolve("lab.yaml"), "extends: base.yaml\n" + tiny);
        assertThat(refused(lab)).contains("top.yaml:1:10: error BAD_EXTENDS");
    }

    @Test
    void aStoreBelowOneBatchIsOnlyOdd() throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), tiny.replace("capacity: 12 kt", "capacity: 12 kg"));
        Session validated = Session.of("validate", file.toString());
        assertThat(validated.code()).isZero();
        assertThat(validated.out()).contains("warning STORE_BELOW_BATCH", "Maybe the unit is wrong");
    }

    @Test
    void sumsBeyondWhatCanBeBookedEndTheRun() throws IOException {
        StringBuilder text = new StringBuilder(tiny.replace("length: 5 yr", "length: 200 yr")
                .replace("  fleets: { own: { owner: plant, trucks: 2 } }\n", "")
                .replace("mean: 230 kt/yr\n        every: 1 d", "mean: 10 000 Mt/yr\n        every: 1 yr"));
        StringBuilder more = new StringBuilder("actors:\n");
        for (int i = 0; i < 9; i++) {
            more.append("  more").append(i).append(": { at: [46, 15], generates: { ash: { mean: 10 000 Mt/yr, ");
            more.append("every: 1 yr, disposal: dump } } }\n");
        }
        int actors = text.indexOf("actors:\n");
        text.replace(actors, actors + "actors:\n".length(), more.toString());
        Path results = folder.resolve("results");
        Path file = Files.writeString(folder.resolve("lab.yaml"), text);
        Session run = Session.of("run", file.toString(), "--replications", "1", "--out", results.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err().substring(run.err().indexOf("circlab:")))
                .contains("too large to be booked", "Maybe a unit is off")
                .doesNotContain("Exception");
        assertThat(results.resolve("tiny/first")).doesNotExist();
    }
}
