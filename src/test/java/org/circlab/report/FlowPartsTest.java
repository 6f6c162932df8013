package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowPartsTest {

    private static final Chart CHART = Chart.of(List.of("foundry", "roads"), List.of("slag"));
    private static final Lab LAB =
            ScenarioFile.read(Harbour.FILE).effective(null, List.of()).lab();

    @TempDir
    Path folder;

    @Test
    void aRowIsExactInEveryColumn() throws IOException {
        FlowParts parts = new FlowParts(folder, LAB, CHART);
        parts.of(1).month(YearMonth.of(2025, 2), List.of(flow(1_234_567)));
        assertThat(joined(parts).get(1))
                .isEqualTo("1,foundry,roads,slag,10 02 01,R5,exchange,,2025-02,1.234567,2,12.5,"
                        + "0.000001,-2.5,3,0,0,0.0001,measured");
    }

    @Test
    void whatCameOutOfALineNamesItsOperation() throws IOException {
        Flow.Route route = new Flow.Route(0, 1, 0, Operation.D1, Channel.CONTRACT, Grade.REPORTED, Operation.D10, true);
        FlowParts parts = new FlowParts(folder, LAB, CHART);
        parts.of(1)
                .month(
                        YearMonth.of(2025, 2),
                        List.of(new Flow(route, 1_000_000, 1, 10, List.of(0L, 0L, 0L, 0L, 0L), 0)));
        assertThat(joined(parts))
                .containsExactly(
                        "replication,from,to,material,low_code,operation,channel,origin,month,mass_t,trips,tkm,haulage_eur,"
                                + "gate_fee_eur,landfill_tax_eur,virgin_material_eur,sales_eur,ghg_kg,grade",
                        "1,foundry,roads,slag,10 02 01,D1,contract,D10,2025-02,1,1,10,0,0,0,0,0,0,reported");
    }

    @Test
    void replicationsAreJoinedInTheirOrderWhicheverEndsFirst() throws IOException {
        FlowParts parts = new FlowParts(folder, LAB, CHART);
        for (int replication : List.of(3, 1, 11, 2)) {
            FlowSink sink = parts.of(replication);
            sink.month(YearMonth.of(2026, 11), List.of(flow(1)));
            sink.month(YearMonth.of(2026, 12), List.of(flow(2)));
        }
        assertThat(joined(parts).stream().skip(1).map(row -> row.replaceAll(",.*", "")))
                .containsExactly("1", "1", "2", "2", "3", "3", "11", "11");
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("flows.csv"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void longRunsAreWrittenBeforeTheyEnd() throws IOException {
        FlowParts parts = new FlowParts(folder, LAB, CHART);
        FlowSink sink = parts.of(1);
        sink.month(YearMonth.of(2025, 1), Collections.nCopies(2_000, flow(5)));
        assertThat(folder.resolve("flows-1.part")).exists();
        sink.month(YearMonth.of(2025, 2), List.of(flow(5)));
        assertThat(joined(parts)).hasSize(1 + 2_000 + 1);
    }

    @Test
    void aReplicationWithoutFlowsHasNoRows() throws IOException {
        FlowParts parts = new FlowParts(folder, LAB, CHART);
        parts.of(1).month(YearMonth.of(2026, 12), List.of());
        assertThat(joined(parts)).hasSize(1);
    }

    @Test
    void aFolderThatIsGoneStopsTheRun() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        FlowSink sink = new FlowParts(gone, LAB, CHART).of(1);
        Files.delete(gone);
        assertThatThrownBy(() -> sink.month(YearMonth.of(2026, 12), List.of(flow(1))))
                .isInstanceOf(UncheckedIOException.class);
    }

    private List<String> joined(FlowParts parts) throws IOException {
        Path table = folder.resolve("flows.csv");
        parts.join(table);
        return Files.readAllLines(table);
    }

    private static Flow flow(long grams) {
        Flow.Route route = new Flow.Route(0, 1, 0, Operation.R5, Channel.EXCHANGE, Grade.MEASURED);
        return new Flow(route, grams, 2, 12.5, List.of(1L, -2_500_000L, 3_000_000L, 0L, 0L), 100);
    }
}
