package org.circlab.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points of a study that somebody has listed.
 *
 * @param paths of the factors, at least one
 * @param rows the values of a point each, one for each path as a scenario writes it; at least one row
 */
public record PointTable(List<String> paths, List<List<String>> rows) {

    public PointTable {
        paths = List.copyOf(paths);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a CSV file.
     *
     * @throws ScenarioException if it is no table of points
     */
    public static PointTable read(Path file) {
        Findings findings = new Findings();
        Spot spot = Spot.of(file.toString());
        Optional<PointTable> table = CsvTable.read(file, spot, findings).flatMap(csv -> of(csv, "", findings));
        if (table.isEmpty() || findings.haveErrors()) {
            throw new ScenarioException(findings.sorted());
        }
        return table.get();
    }

    /** The points of a table; nothing and findings at {@code path} where they are none. */
    static Optional<PointTable> of(CsvTable csv, String path, Findings findings) {
        if (csv.rows().isEmpty()) {
            report(csv.header().get(0).mark(), path, "The table has no points.", "Write a line for each.", findings);
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        Map<List<String>, Mark> seen = new HashMap<>();
        for (CsvTable.Row row : csv.rows()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < csv.header().size(); i++) {
                CsvTable.Cell cell = row.cell(i);
                if (cell.text().isEmpty()) {
                    report(cell.mark(), path, "A value is missing.", "Give every point all of its values.", findings);
                    return Optional.empty();
                }
                String unit = csv.header().get(i).unit();
                values.add(unit.isEmpty() ? cell.text() : cell.text() + " " + unit);
            }
            Mark earlier = seen.putIfAbsent(values, row.mark());
            if (earlier != null) {
                report(row.mark(), path, "The same point stands already at " + earlier + ".", "Keep one.", findings);
                return Optional.empty();
            }
            rows.add(values);
        }
        return Optional.of(
                new PointTable(csv.header().stream().map(CsvTable.Cell::name).toList(), rows));
    }

    private static void report(Mark mark, String path, String message, String advice, Findings findings) {
        findings.add(FindingCode.BAD_POINTS, new Spot(mark, path), message, advice);
    }
}
