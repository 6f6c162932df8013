package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.scenario.CsvTable.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables beside a scenario: cells with their places, and what is no table. */
class CsvTableTest {

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    private Optional<CsvTable> read(String csv) {
        return CsvTable.of(new SourceText("t.csv", csv, true), "tables.t", findings);
    }

    private static List<String> told(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.mark().line() + ":" + cell.mark().column() + "=" + cell.text())
                .toList();
    }

    @Test
    void cellsKeepTheirTextAndPlace() {
        CsvTable table = read("id, name ,mean\na1,\"Šoštanj, \"\"TEŠ\"\"\",\n\n  \n 007 ,, 1 000 \n")
                .orElseThrow();
        assertThat(told(table.header())).containsExactly("1:1=id", "1:5=name", "1:11=mean");
        assertThat(table.rows()).hasSize(2);
        assertThat(told(table.rows().get(0).cells())).containsExactly("2:1=a1", "2:4=Šoštanj, \"TEŠ\"", "2:23=");
        assertThat(told(table.rows().get(1).cells())).containsExactly("5:2=007", "5:7=", "5:9=1 000");
        assertThat(table.rows().get(1).mark()).isEqualTo(new Mark("t.csv", 5, 2));
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void placesHoldFarDownALongTable() {
        StringBuilder csv = new StringBuilder("id,a b,c\r\n");
        for (int i = 2; i <= 5000; i++) {
            csv.append("x").append(i).append(",\"two\r\nlines\",").append(-i).append("\r\n");
        }
        List<CsvTable.Row> rows = read(csv.toString()).orElseThrow().rows();
        assertThat(rows).hasSize(4999);
        assertThat(told(rows.get(4998).cells())).containsExactly("9998:1=x5000", "9998:7=two\r\nlines", "9999:8=-5000");
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() {
        assertThat(read("a,b").orElseThrow().rows()).isEmpty();
    }

    static Stream<Arguments> noTables() {
        return Stream.of(
                arguments("", "1:1", "The table is empty."),
                arguments("\n \n", "1:1", "The table is empty."),
                arguments("a;b\n1;2\n", "1:1", "not separated by commas"),
                arguments("a\tb\n1\t2\n", "1:1", "not separated by commas"),
                arguments("a,,b\n1,2,3\n", "1:3", "A column has no name."),
                arguments("a,b,a\n1,2,3\n", "1:5", "The column 'a' stands here and already at t.csv:1:1."),
                arguments("a,b\n1,\"x\n2,3\n4,5\n", "2:3", "A quoted cell is not closed"),
                arguments("a,b\n1,\"x\"y\n", "2:3", "something follows its closing quote"));
    }

    @ParameterizedTest
    @MethodSource("noTables")
    void whatIsNoTableIsOneFinding(String csv, String place, String saying) {
        assertThat(read(csv)).isEmpty();
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.toString())
                    .startsWith("t.csv:" + place + ": error BAD_TABLE: ")
                    .contains(saying);
            assertThat(finding.path()).isEqualTo("tables.t");
            assertThat(finding.advice()).isNotEmpty();
        });
    }

    @Test
    void raggedLinesAreLeftOutAndTold() {
        CsvTable table = read("a,b\n1\n1,2\n1,2,3\n").orElseThrow();
        assertThat(table.rows()).hasSize(1);
        assertThat(findings.sorted().stream().map(Finding::toString))
                .satisfiesExactly(
                        one -> assertThat(one).contains("t.csv:2:1: error BAD_TABLE: The line has 1 cell; the header"),
                        three -> assertThat(three).contains("t.csv:4:1", "3 cells; the header has 2.", "a '.'"));
    }

    @Test
    void aTableThatIsRaggedThroughoutIsNotToldLineByLine() {
        assertThat(read("a,b\n" + "1,2,3\n".repeat(5000))).isEmpty();
        assertThat(findings.sorted()).hasSize(101);
    }

    @Test
    void charactersThatNoTextHasAreFound() {
        assertThat(read("a,b\n1,\u0007\n")).isEmpty();
        assertThat(findings.sorted()).singleElement().asString().contains("t.csv:2:3: error BAD_CHARACTER");
    }

    @Test
    void aFileOfCommasDoesNotFillTheMemory() {
        assertThat(read("a,b\n" + ",".repeat(CsvTable.MOST_COLUMNS) + "\n1,2\n"))
                .isEmpty();
        assertThat(findings.sorted()).singleElement().asString().contains("t.csv:2:1: error FILE_TOO_LARGE: The line");
    }

    @Test
    void aTableHasAMillionCellsAtMost() {
        String line = ",".repeat(999) + "\n";
        String header = IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n";
        assertThat(read(header + line.repeat(1000)).orElseThrow().rows()).hasSize(1000);
        assertThat(read(header + line.repeat(1001))).isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .asString()
                .contains("t.csv:1002:1: error FILE_TOO_LARGE: The table");
    }

    @Test
    void aFileThatIsMissingIsFoundWhereItIsNamed() {
        Spot spot = new Spot(new Mark("lab.yaml", 3, 4), "tables.t.actors");
        assertThat(CsvTable.read(folder.resolve("none.csv"), spot, findings)).isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .asString()
                .contains("lab.yaml:3:4: error UNREADABLE_FILE", "none.csv' does not exist");
    }
}
