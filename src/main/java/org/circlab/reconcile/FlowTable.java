package org.circlab.reconcile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Quantity;
import org.circlab.quantity.QuantityException;
import org.circlab.scenario.CsvTable;
import org.circlab.scenario.FindingCode;
import org.circlab.scenario.Findings;
import org.circlab.scenario.Mark;
import org.circlab.scenario.Spot;

/**
 * Reported flows as a CSV table with the columns {@code id,from,to,value,plus-minus} and, where wanted, {@code material}, {@code
 * source}, and {@code share} with {@code share-plus-minus}, in any order. Units stand in the cells or in the header, as in {@code value [kt/yr]}; {@code plus-minus} is a standard
 * deviation, absolute or in percent. A {@code share} is what part of all that enters {@code from} the flow
 * is, {@code share-plus-minus} its standard deviation in percentage points. A flow without a value is one that nobody has measured; lines of one id are reports of one
 * flow.
 *
 * @param flows in the order of the file
 * @param unit of all values: {@code t/yr}, or {@code t} where the table has masses
 */
public record FlowTable(List<ReportedFlow> flows, String unit) {

    /** The most flows that one table may have. */
    static final int MOST_FLOWS = 1000;

    private static final List<String> REQUIRED = List.of("id", "from", "to", "value", "plus-minus");
    private static final List<String> OPTIONAL = List.of("material", "source", "share", "share-plus-minus");
    private static final String COLUMNS =
            "The columns are id, from, to, value and plus-minus, and if wanted material, source, share and share-plus-minus.";
    private static final double GRAMS_PER_TONNE = 1e6;

    public FlowTable {
        flows = List.copyOf(flows);
    }

    /** The flows of a file; nothing, and findings that say why, where it has mistakes. */
    public static Optional<FlowTable> read(Path file, Findings findings) {
        return CsvTable.read(file, Spot.of(file.toString()), findings)
                .flatMap(table -> new Reader(table, findings).read());
    }

    /** One reading of a table. */
    private static final class Reader {

        private final CsvTable table;
        private final Findings findings;
        private final List<String> names;
        private final Map<String, CsvTable.Row> seen = new LinkedHashMap<>();
        private Dimension dimension = Dimension.MASS_RATE;

        Reader(CsvTable table, Findings findings) {
            this.table = table;
            this.findings = findings;
            this.names = table.header().stream().map(CsvTable.Cell::name).toList();
        }

        Optional<FlowTable> read() {
            if (!hasColumns()) {
                return Optional.empty();
            }
            dimension = dimension();
            List<ReportedFlow> flows = new ArrayList<>();
            table.rows().forEach(row -> flow(row).ifPresent(flows::add));
            table.rows().forEach(this::requireInput);
            return findings.haveErrors()
                    ? Optional.empty()
                    : Optional.of(new FlowTable(flows, dimension == Dimension.MASS ? "t" : "t/yr"));
        }

        private boolean hasColumns() {
            Mark start = table.header().get(0).mark();
            for (CsvTable.Cell cell : table.header()) {
                if (!REQUIRED.contains(cell.name()) && !OPTIONAL.contains(cell.name())) {
                    report(
                            FindingCode.BAD_TABLE,
                            cell,
                            "The column '" + cell.text() + "' means nothing here.",
                            COLUMNS);
                    return false;
                }
            }
            for (String name : REQUIRED) {
                if (names.stream().filter(name::equals).count() != 1) {
                    String message = names.contains(name)
                            ? "The column '" + name + "' stands here twice."
                            : "The column '" + name + "' is missing.";
                    findings.add(FindingCode.BAD_TABLE, new Spot(start, ""), message, COLUMNS);
                    return false;
                }
            }
            int flows = table.rows().size();
            if (flows == 0 && findings.haveErrors()) {
                return false;
            }
            if (flows == 0 || flows > MOST_FLOWS) {
                String message =
                        flows == 0 ? "The table has no flow." : "The table has more than " + MOST_FLOWS + " flows.";
                findings.add(
                        FindingCode.BAD_TABLE,
                        new Spot(start, ""),
                        message,
                        flows == 0
                                ? "Write a line for each."
                                : "Balance parts of the system that meet in few flows, one by one.");
                return false;
            }
            return true;
        }

        /** Mass a year, or mass where the first value that is either is one. */
        private Dimension dimension() {
            for (CsvTable.Row row : table.rows()) {
                for (Dimension each : List.of(Dimension.MASS_RATE, Dimension.MASS)) {
                    if (reads(figure(row, "value"), each)) {
                        return each;
                    }
                }
            }
            return Dimension.MASS_RATE;
        }

        private static boolean reads(String text, Dimension expected) {
            try {
                Quantity.parse(text, expected);
                return true;
            } catch (QuantityException e) {
                return false;
            }
        }

        private Optional<ReportedFlow> flow(CsvTable.Row row) {
            String id = required(row, "id");
            String from = required(row, "from");
            String to = required(row, "to");
            CsvTable.Row earlier = id.isEmpty() ? null : seen.putIfAbsent(id, row);
            if (earlier != null
                    && !(text(earlier, "from").equals(from)
                            && text(earlier, "to").equals(to))) {
                report(
                        FindingCode.DUPLICATE_ITEM,
                        cell(row, "id"),
                        "The flow '" + id + "' goes from '" + text(earlier, "from") + "' to '" + text(earlier, "to")
                                + "' at " + earlier.mark() + ", and elsewhere here.",
                        "Give another flow another id; several reports of one flow have the same places.");
            }
            if (!from.isEmpty() && from.equals(to)) {
                report(
                        FindingCode.BAD_TABLE,
                        cell(row, "to"),
                        "The flow '" + id + "' leaves '" + from + "' for itself.",
                        "Name another place, or leave it out: it does not change the balance.");
            }
            double value = value(row);
            double sd = sd(row, value);
            Optional<ReportedFlow.Share> share = share(row);
            return findings.haveErrors()
                    ? Optional.empty()
                    : Optional.of(new ReportedFlow(
                            id, from, to, text(row, "material"), value, sd, share, text(row, "source")));
        }

        private String required(CsvTable.Row row, String column) {
            String text = text(row, column);
            if (text.isEmpty()) {
                report(
                        FindingCode.BAD_TABLE,
                        cell(row, column),
                        "The line has no '" + column + "'.",
                        column.equals("id") ? "Name the flow." : "Name an actor, or 'outside'.");
            }
            return text;
        }

        /** Tonnes a year, or tonnes; NaN where nothing is written or it cannot be read. */
        private double value(CsvTable.Row row) {
            String text = figure(row, "value");
            if (text.isEmpty()) {
                return Double.NaN;
            }
            double value = number(text, dimension, cell(row, "value"));
            if (value < 0) {
                report(
                        FindingCode.OUT_OF_RANGE,
                        cell(row, "value"),
                        "The value is " + text + "; it must be at least 0.",
                        "Turn 'from' and 'to' around where mass flows the other way.");
            }
            return value;
        }

        private double sd(CsvTable.Row row, double value) {
            String text = figure(row, "plus-minus");
            CsvTable.Cell cell = cell(row, "plus-minus");
            boolean measured = !figure(row, "value").isEmpty();
            if (text.isEmpty() == measured) {
                report(
                        FindingCode.BAD_TABLE,
                        cell,
                        measured ? "It is not said how sure the value is." : "There is an uncertainty, but no value.",
                        measured
                                ? "Write its standard deviation, such as '5 kt/yr' or '10 %'; '0 %' for what must not change."
                                : "Leave both blank where nobody has measured the flow.");
                return Double.NaN;
            }
            if (!measured) {
                return Double.NaN;
            }
            boolean relative = text.endsWith("%");
            double sd =
                    number(text, relative ? Dimension.FRACTION : dimension, cell) * (relative ? Math.abs(value) : 1);
            if (sd < 0) {
                report(
                        FindingCode.OUT_OF_RANGE,
                        cell,
                        "The uncertainty is " + text + "; it must be at least 0.",
                        "Write the standard deviation without a sign.");
            }
            return sd;
        }

        /** The share of what enters; empty where none is written or it cannot be read. */
        private Optional<ReportedFlow.Share> share(CsvTable.Row row) {
            String text = figure(row, "share");
            String sure = figure(row, "share-plus-minus");
            if (text.isEmpty() && sure.isEmpty()) {
                return Optional.empty();
            }
            if (text.isEmpty() || sure.isEmpty()) {
                report(
                        FindingCode.BAD_TABLE,
                        cell(row, text.isEmpty() ? "share-plus-minus" : "share"),
                        text.isEmpty()
                                ? "There is an uncertainty of a share, but no share."
                                : "It is not said how sure the share is.",
                        "Write 'share' and 'share-plus-minus', such as '60 %' and '3 %' for 57 to 63 %, or neither.");
                return Optional.empty();
            }
            double value = number(text, Dimension.FRACTION, cell(row, "share"));
            double sd = number(sure, Dimension.FRACTION, cell(row, "share-plus-minus"));
            if (value < 0 || value > 1 || sd < 0) {
                report(
                        FindingCode.OUT_OF_RANGE,
                        cell(row, "share"),
                        "The share is " + text + " ± " + sure + "; it must be from 0 to 100 %.",
                        "Write what part of all that enters '" + text(row, "from") + "' leaves by this flow.");
                return Optional.empty();
            }
            return Double.isNaN(value + sd) ? Optional.empty() : Optional.of(new ReportedFlow.Share(value, sd));
        }

        /** A share is one of what enters, so something has to. */
        private void requireInput(CsvTable.Row row) {
            String from = text(row, "from");
            boolean entered =
                    table.rows().stream().anyMatch(each -> text(each, "to").equals(from));
            if (!text(row, "share").isEmpty()
                    && !from.isEmpty()
                    && (!entered || Reconciliation.BOUNDARY.contains(from))) {
                report(
                        FindingCode.BAD_TABLE,
                        cell(row, "share"),
                        "The flow '" + text(row, "id") + "' is a share of what enters '" + from + "', but "
                                + (entered ? "that is no place of the system." : "no flow does."),
                        "Add the flows that enter it, or leave the share out.");
            }
        }

        private double number(String text, Dimension expected, CsvTable.Cell cell) {
            try {
                double number = Quantity.parse(text, expected).value();
                return expected == Dimension.MASS ? number / GRAMS_PER_TONNE : number;
            } catch (QuantityException e) {
                report(FindingCode.BAD_QUANTITY, cell, e.message() + ".", e.advice());
                return Double.NaN;
            }
        }

        /** A cell with the unit of its column; empty where it is blank. */
        private String figure(CsvTable.Row row, String column) {
            String text = text(row, column);
            String unit = text.isEmpty()
                    ? ""
                    : table.header().get(names.indexOf(column)).unit();
            return text.isEmpty() ? "" : (text + " " + unit).strip();
        }

        private String text(CsvTable.Row row, String column) {
            int index = names.indexOf(column);
            return index < 0 ? "" : row.cell(index).text();
        }

        private CsvTable.Cell cell(CsvTable.Row row, String column) {
            return row.cell(names.indexOf(column));
        }

        private void report(FindingCode code, CsvTable.Cell cell, String message, String advice) {
            findings.add(code, new Spot(cell.mark(), ""), message, advice);
        }
    }
}
