package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Horizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerPartsTest {

    private static final Chart CHART = Chart.of(List.of("foundry", "roads"), List.of("slag"));
    private static final Horizon HORIZON =
            new Horizon(LocalDate.of(2024, 2, 28), LocalDate.of(2026, 1, 1), LocalDate.of(2024, 1, 1));

    @TempDir
    Path folder;

    private long millis;

    @Test
    void aRowIsExactInEveryColumn() throws IOException {
        LedgerParts parts = parts();
        FactListener facts = parts.of(1, () -> millis);
        facts.windowOpens();
        facts.fact(FactKind.GENERATED, 0, 0, 0, 1_234_567);
        millis = Horizon.DAY_MILLIS + 1;
        facts.fact(FactKind.PAID, 0, 1, PaymentKind.GATE_FEE.ordinal(), -1);
        millis = 2 * Horizon.DAY_MILLIS - 1;
        facts.fact(FactKind.EMITTED, 1, 1, EmissionKind.VIRGIN_MATERIAL.ordinal(), 5_000_000);
        assertThat(joined(parts))
                .containsExactly(
                        "replication,time,fact,from,to,subject,amount,unit",
                        "1,2024-02-28T00:00:00.000,generated,foundry,foundry,slag,1.234567,t",
                        "1,2024-02-29T00:00:00.001,paid,foundry,roads,gate-fee,-0.000001,EUR",
                        "1,2024-02-29T23:59:59.999,emitted,roads,roads,virgin-material,5,kgCO2e");
    }

    @Test
    void theWarmUpIsLeftOutToItsLastFact() throws IOException {
        LedgerParts parts = parts();
        FactListener facts = parts.of(1, () -> millis);
        millis = -1;
        facts.fact(FactKind.GENERATED, 0, 0, 0, 1);
        millis = 0;
        facts.fact(FactKind.PAID, 0, 1, PaymentKind.CAPITAL.ordinal(), 2);
        facts.windowOpens();
        facts.fact(FactKind.GENERATED, 0, 0, 0, 3);
        assertThat(joined(parts)).hasSize(2).last().asString().contains("generated", "0.000003");
    }

    @Test
    void replicationsAreJoinedInTheirOrderWhicheverEndsFirst() throws IOException {
        LedgerParts parts = parts();
        for (int replication : List.of(3, 1, 11, 2)) {
            FactListener facts = parts.of(replication, () -> millis);
            facts.windowOpens();
            facts.fact(FactKind.GENERATED, 0, 0, 0, 1);
            facts.windowCloses();
            assertThat(folder.resolve("ledger-" + replication + ".part")).exists();
        }
        assertThat(joined(parts).stream().skip(1).map(row -> row.replaceAll(",.*", "")))
                .containsExactly("1", "2", "3", "11");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("ledger.csv"));
        }
    }

    @Test
    void longRunsAreWrittenBeforeTheyEnd() throws IOException {
        LedgerParts parts = parts();
        FactListener facts = parts.of(1, () -> millis);
        facts.windowOpens();
        for (int i = 0; i < 2_000; i++) {
            facts.fact(FactKind.GENERATED, 0, 0, 0, i);
        }
        assertThat(folder.resolve("ledger-1.part")).exists();
        assertThat(joined(parts)).hasSize(1 + 2_000);
    }

    @Test
    void aFolderThatIsGoneStopsTheRun() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        FactListener facts = new LedgerParts(gone, HORIZON, CHART).of(1, () -> millis);
        facts.windowOpens();
        facts.fact(FactKind.GENERATED, 0, 0, 0, 1);
        Files.delete(gone);
        assertThatThrownBy(facts::windowCloses).isInstanceOf(UncheckedIOException.class);
    }

    private LedgerParts parts() {
        return new LedgerParts(folder, HORIZON, CHART);
    }

    private List<String> joined(LedgerParts parts) throws IOException {
        Path table = folder.resolve("ledger.csv");
        parts.join(table);
        return Files.readAllLines(table);
    }
}
