package org.circlab.scenario;

import java.nio.file.Path;
import java.util.List;

/** The rows of a CSV file with the header {@code from,to,km} or {@code from,to,km,mode}. */
final class DistanceFile {

    private static final List<String> HEADER = List.of("from", "to", "km", "mode");
    private static final int REQUIRED = 3;

    /**
     * One row.
     *
     * @param from id of the first actor
     * @param to id of the second
     * @param km a plain number
     * @param mode id of a mode of transport, or empty for the road
     */
    record Row(CsvTable.Cell from, CsvTable.Cell to, CsvTable.Cell km, CsvTable.Cell mode) {}

    private DistanceFile() {}

    /** The rows of a file that is named at {@code reader}; a finding for whatever is no row. */
    static List<Row> read(ScenarioFolder folder, Path file, Spot reader, Findings findings) {
        return folder.table(file, reader, findings)
                .filter(table -> hasHeader(table, reader, findings))
                .map(table -> table.rows().stream().map(DistanceFile::row).toList())
                .orElse(List.of());
    }

    private static Row row(CsvTable.Row row) {
        CsvTable.Cell km = row.cell(2);
        boolean byMode = row.cells().size() > REQUIRED;
        return new Row(row.cell(0), row.cell(1), km, byMode ? row.cell(REQUIRED) : new CsvTable.Cell(km.mark(), ""));
    }

    private static boolean hasHeader(CsvTable table, Spot reader, Findings findings) {
        List<String> header = table.header().stream().map(CsvTable.Cell::text).toList();
        if (header.equals(HEADER) || header.equals(HEADER.subList(0, REQUIRED))) {
            return true;
        }
        findings.add(
                FindingCode.BAD_DISTANCES,
                new Spot(table.header().get(0).mark(), reader.path()),
                "The first line is not 'from,to,km' or 'from,to,km,mode'.",
                "Begin the file with 'from,to,km', separated by commas.");
        return false;
    }
}
