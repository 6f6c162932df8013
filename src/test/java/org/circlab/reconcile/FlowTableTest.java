package org.circlab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlab.scenario.Finding;
import org.circlab.scenario.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of reported flows as people write them, and what is said of mistakes, each with its place. */
class FlowTableTest {

    private static final String HEADER = "id,from,to,value,plus-minus\n";
    private static final String SHARES = "id,from,to,value,plus-minus,share,share-plus-minus\n";
    private static final String IN = "in,x,y,1 t/yr,1 %,,\n";
    private static final String HERE = "¦";

    @TempDir
    Path folder;

    private FlowTable read(String text) throws IOException {
        Findings findings = new Findings();
        FlowTable table = FlowTable.read(Files.writeString(folder.resolve("flows.csv"), text), findings)
                .orElseThrow(() -> new AssertionError(findings.sorted().toString()));
        assertThat(findings.sorted()).isEmpty();
        return table;
    }

    @Test
    void unitsStandInCellsOrInTheHeader() throws IOException {
        FlowTable cells = read("""
                id,from,to,material,value,plus-minus,source
                in,outside,works,bottles,100 kt/yr,5 kt/yr,town
                a,works,mill,,60 000 t/yr,10 %,
                rest,works,tip,,,,
                """);
        assertThat(cells.unit()).isEqualTo("t/yr");
        assertThat(cells.flows())
                .containsExactly(
                        new ReportedFlow("in", "outside", "works", "bottles", 100_000, 5000, Optional.empty(), "town"),
                        new ReportedFlow("a", "works", "mill", "", 60_000, 6000, Optional.empty(), ""),
                        new ReportedFlow("rest", "works", "tip", "", Double.NaN, Double.NaN, Optional.empty(), ""));
        FlowTable header = read("""
                source,plus-minus [%],value [kt/yr],to,from,material,id
                town,5,100,works,outside,bottles,in
                ,10,60,mill,works,,a
                ,,,tip,works,,rest
                """);
        assertThat(header).isEqualTo(cells);
    }

    @Test
    void sharesStandInTheirOwnColumns() throws IOException {
        FlowTable table = read("""
                id,from,to,value [t/yr],plus-minus,share,share-plus-minus [%]
                in,outside,works,100,5 %,,
                a,works,mill,,,60 %,3
                b,works,tip,40,1 t/yr,0.4,0
                """);
        assertThat(table.flows().stream().map(ReportedFlow::share))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new ReportedFlow.Share(0.6, 0.03)),
                        Optional.of(new ReportedFlow.Share(0.4, 0)));
    }

    @Test
    void massesStayMasses() throws IOException {
        FlowTable masses = read(HEADER + "a,x,y,,\nb,y,z,12.5 kt,300 t\nc,y,z,0 t,0 t\n");
        assertThat(masses.unit()).isEqualTo("t");
        assertThat(masses.flows().get(1).value()).isEqualTo(12_500);
        assertThat(masses.flows().get(1).sd()).isEqualTo(300);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "BAD_TABLE", "id,from,to,value,plusminus\n", "a,x,y,1 t/yr,1 %\n", "'plusminus' means nothing"),
                arguments("BAD_TABLE", "id,from,to,value\n", "a,x,y,1 t/yr\n", "'plus-minus' is missing"),
                arguments("BAD_TABLE", "id,from,to,value [t],plus-minus,value [kt]\n", "a,x,y,1,1 %,2\n", "twice"),
                arguments("BAD_TABLE", HEADER, "", "no flow"),
                arguments("BAD_TABLE", HEADER, "¦,x,y,1 t/yr,1 %\n", "has no 'id'"),
                arguments("BAD_TABLE", HEADER, "a,,y,1 t/yr,1 %\n", "has no 'from'"),
                arguments("BAD_TABLE", HEADER, "a,x,¦x,1 t/yr,1 %\n", "for itself"),
                arguments("BAD_TABLE", HEADER, "a,x,y,1 t/yr,\n", "'5 kt/yr' or '10 %'"),
                arguments("BAD_TABLE", HEADER, "a,x,y,,¦5 %\n", "no value"),
                arguments("BAD_TABLE", HEADER, "a,x,y,1 t/yr\n", "has 4 cells"),
                arguments("DUPLICATE_ITEM", HEADER, "a,x,y,1 t/yr,1 %\n¦a,y,z,1 t/yr,1 %\n", "goes from 'x' to 'y' at"),
                arguments("BAD_QUANTITY", HEADER, "a,x,y,¦12,1 %\n", "mass per time"),
                arguments("BAD_QUANTITY", HEADER, "a,x,y,1 t/yr,1 %\nb,y,z,¦1 t,1 %\n", "mass per time"),
                arguments("BAD_QUANTITY", HEADER, "a,x,y,1 t/yr,¦1 t\n", "mass per time"),
                arguments("OUT_OF_RANGE", HEADER, "a,x,y,¦-1 t/yr,1 %\n", "Turn 'from' and 'to' around"),
                arguments("OUT_OF_RANGE", HEADER, "a,x,y,1 t/yr,¦-1 %\n", "without a sign"),
                arguments("BAD_TABLE", SHARES, IN + "a,y,z,,,¦60 %,\n", "how sure the share is"),
                arguments("BAD_TABLE", SHARES, IN + "a,y,z,,,,¦3 %\n", "no share"),
                arguments("BAD_TABLE", SHARES, IN + "a,w,z,,,¦60 %,3 %\n", "enters 'w', but no flow does"),
                arguments(
                        "BAD_TABLE",
                        SHARES,
                        IN + "a,y,air,,,,\nb,air,z,,,¦60 %,3 %\n",
                        "enters 'air', but that is no place of the system"),
                arguments("BAD_QUANTITY", SHARES, IN + "a,y,z,,,¦60 t,3 %\n", "fraction"),
                arguments("OUT_OF_RANGE", SHARES, IN + "a,y,z,,,¦110 %,3 %\n", "from 0 to 100 %"),
                arguments("OUT_OF_RANGE", SHARES, IN + "a,y,z,,,¦60 %,-3 %\n", "from 0 to 100 %"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String code, String header, String lines, String saying) throws IOException {
        Path file = Files.writeString(folder.resolve("flows.csv"), header + lines.replace(HERE, ""));
        Findings findings = new Findings();
        assertThat(FlowTable.read(file, findings)).isEmpty();
        List<Finding> all = findings.sorted();
        assertThat(all.stream().map(Finding::code)).as("%s", all).containsExactly(code);
        assertThat(all.get(0).toString()).contains(saying).startsWith(file + ":");
        if (lines.contains(HERE)) {
            String before = lines.substring(0, lines.indexOf(HERE));
            long line = 2 + before.chars().filter(each -> each == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            assertThat(all.get(0).mark()).hasToString(file + ":" + line + ":" + column);
        }
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("flows.csv"), HEADER + "a,x,y,x,1 %\na,x,x,1 t/yr,\n");
        Findings findings = new Findings();
        assertThat(FlowTable.read(file, findings)).isEmpty();
        assertThat(findings.sorted().stream().map(Finding::code))
                .containsExactly("BAD_QUANTITY", "DUPLICATE_ITEM", "BAD_TABLE", "BAD_TABLE");
    }

    @Test
    void anotherFileIsNoTable() {
        Findings findings = new Findings();
        assertThat(FlowTable.read(folder.resolve("nowhere.csv"), findings)).isEmpty();
        assertThat(findings.sorted().toString()).contains("UNREADABLE_FILE", "does not exist");
    }

    @Test
    void tooManyFlowsAreBalancedInParts() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i <= FlowTable.MOST_FLOWS; i++) {
            text.append("f").append(i).append(",x,y,1 t/yr,1 %\n");
        }
        Findings findings = new Findings();
        assertThat(FlowTable.read(Files.writeString(folder.resolve("many.csv"), text), findings))
                .isEmpty();
        assertThat(findings.sorted().toString()).contains("more than 1000 flows");
    }
}
