package org.circlab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Lab;
import org.circlab.model.Material;

/** The rows of {@code flows.csv}, written month by month into a part for each replication. */
public final class FlowParts {

    private final TableParts parts;
    private final Chart chart;
    private final Map<String, String> lowCodes;
    private final YearMonth lastMonth;

    /**
     * No parts yet.
     *
     * @param folder where they go while the run lasts; it must exist
     * @param lab whose materials name the codes
     * @param chart names behind the indices of its flows
     */
    public FlowParts(Path folder, Lab lab, Chart chart) {
        this.parts = new TableParts(
                folder,
                "flows",
                "replication",
                "from",
                "to",
                "material",
                "low_code",
                "operation",
                "channel",
                "origin",
                "month",
                "mass_t",
                "trips",
                "tkm",
                "haulage_eur",
                "gate_fee_eur",
                "landfill_tax_eur",
                "virgin_material_eur",
                "sales_eur",
                "ghg_kg",
                "grade");
        this.chart = chart;
        this.lowCodes = lab.materials().stream().collect(Collectors.toMap(Material::id, Material::lowCode));
        this.lastMonth = YearMonth.from(lab.horizon().end().minusDays(1));
    }

    /**
     * Takes the months of one replication, from a single thread. Its failure to write is an {@link UncheckedIOException}.
     *
     * @param replication from 1
     */
    public FlowSink of(int replication) {
        TableParts.Part part = parts.of(replication);
        return (month, flows) -> month(replication, part, month, flows);
    }

    /**
     * Joins all parts into one table and deletes them.
     *
     * @param table the file to make
     * @throws IOException if reading or writing fails
     */
    public void join(Path table) throws IOException {
        parts.join(table);
    }

    private void month(int replication, TableParts.Part part, YearMonth month, List<Flow> flows) {
        try {
            for (Flow flow : flows) {
                row(part.rows().whole(replication), month, flow);
            }
            if (month.isBefore(lastMonth)) {
                part.spill();
            } else {
                part.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(CsvRows begun, YearMonth month, Flow flow) throws IOException {
        Flow.Route route = flow.route();
        String material = chart.materials().get(route.material());
        begun.text(chart.parties().get(route.from()))
                .text(chart.parties().get(route.to()))
                .text(material)
                .text(lowCodes.getOrDefault(material, ""))
                .text(route.operation() == null ? "" : route.operation().code())
                .text(route.channel().word())
                .text(route.origin() == null ? "" : route.origin().code())
                .text(month.toString())
                .millionths(flow.grams())
                .whole(flow.trips())
                .value(flow.tonneKilometres())
                .millionths(flow.cost(PaymentKind.HAULAGE))
                .millionths(flow.cost(PaymentKind.GATE_FEE))
                .millionths(flow.cost(PaymentKind.LANDFILL_TAX))
                .millionths(flow.cost(PaymentKind.VIRGIN_MATERIAL))
                .millionths(flow.cost(PaymentKind.SALES))
                .millionths(flow.ghgMilligrams())
                .text(route.grade().word())
                .end();
    }
}
