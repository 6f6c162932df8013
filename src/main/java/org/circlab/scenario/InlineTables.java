package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tables beside the scenario put in where they are named, so that whatever reads the lab finds them as if they had been written
 * there: recorded batches ({@code batches: deliveries.csv}) as a list of texts, dated values ({@code { table: rates.csv }}) as a
 * map by date, what is put on the market as one by year. Distances are read apart. Cells keep their places, so that findings name the line of the table.
 */
final class InlineTables {

    /** The key that names a table. */
    static final String TABLE = "table";

    private static final String BATCHES = "batches";
    private static final String BY_YEAR = "put-on-market";
    private final ScenarioFolder folder;
    private final Findings findings;

    private InlineTables(ScenarioFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The lab with the tables that it names in it. */
    static Tree.Keyed putIn(Tree.Keyed lab, ScenarioFolder folder, Findings findings) {
        return new InlineTables(folder, findings).within(lab, new Spot(lab.mark(), ""));
    }

    private Tree.Keyed within(Tree.Keyed map, Spot spot) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(map.entries());
        entries.replaceAll((key, entry) -> {
            Spot at = spot.at(key, entry.mark());
            if (at.path().equals("distances")) {
                return entry;
            }
            if (key.equals(BATCHES) && isFile(entry.value())) {
                return new Tree.Entry(entry.mark(), batches((Tree.Text) entry.value(), at));
            }
            if (!(entry.value() instanceof Tree.Keyed inner)) {
                return entry;
            }
            boolean named = isFile(inner.at(TABLE).orElse(inner));
            return new Tree.Entry(entry.mark(), named ? dated(inner, at, key.equals(BY_YEAR)) : within(inner, at));
        });
        return new Tree.Keyed(map.mark(), entries);
    }

    /** Only a text that ends so names a file; ids may be called as they like. */
    private static boolean isFile(Tree tree) {
        return tree instanceof Tree.Text text
                && text.value().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private Tree batches(Tree.Text file, Spot spot) {
        List<Tree> items = new ArrayList<>();
        pairs(file, spot, "batches: deliveries.csv", "time", "mass")
                .forEach(pair -> items.add(new Tree.Text(
                        pair.mark(), pair.first().replaceFirst("(?<=\\d)\\s+(?=\\d)", "T") + " " + pair.second())));
        return new Tree.Listed(file.mark(), items);
    }

    private Tree dated(Tree.Keyed map, Spot spot, boolean byYear) {
        Tree.Text file = (Tree.Text) map.at(TABLE).orElseThrow();
        Map<String, Tree.Entry> steps = new LinkedHashMap<>();
        String example = byYear ? "{ table: sales.csv }" : "{ table: rates.csv }";
        for (Pair pair : pairs(file, spot, example, byYear ? "year" : "from", "value")) {
            Tree.Entry step = new Tree.Entry(pair.mark(), new Tree.Text(pair.valueMark(), pair.second()));
            if (steps.putIfAbsent(pair.first(), step) != null) {
                findings.add(
                        FindingCode.BAD_DATE,
                        new Spot(pair.mark(), spot.path()),
                        "The table has two values for " + pair.first() + ".",
                        "Keep one of the two.");
            }
        }
        // What stands beside the table, as an override does, goes before its line of the same date.
        map.entries().forEach((key, entry) -> {
            if (!key.equals(TABLE)) {
                steps.put(key, entry);
            }
        });
        return new Tree.Keyed(map.mark(), steps);
    }

    /** Two cells of a line, the second with its unit. */
    private record Pair(Mark mark, String first, Mark valueMark, String second) {}

    private List<Pair> pairs(Tree.Text file, Spot spot, String example, String first, String second) {
        Spot at = new Spot(file.mark(), spot.path());
        Optional<CsvTable> table = folder.file(file.value(), at, example, findings)
                .flatMap(path -> folder.table(path, at, findings))
                .filter(read -> hasColumns(read, spot, first, second));
        List<Pair> pairs = new ArrayList<>();
        table.ifPresent(read -> {
            int one = column(read, first);
            int other = column(read, second);
            String unit = read.header().get(other).unit();
            read.rows()
                    .forEach(row -> pairs.add(new Pair(
                            row.cell(one).mark(),
                            row.cell(one).text(),
                            row.cell(other).mark(),
                            (row.cell(other).text() + " " + unit).strip())));
        });
        return pairs;
    }

    private boolean hasColumns(CsvTable table, Spot spot, String first, String second) {
        String advice = "Its columns are '" + first + "' and '" + second
                + "', with a unit in each cell or in the header as in '" + second + " [t]'.";
        for (CsvTable.Cell cell : table.header()) {
            if (!List.of(first, second).contains(cell.name())) {
                String message = "The column '" + cell.text() + "' means nothing in this table.";
                findings.add(FindingCode.BAD_TABLE, new Spot(cell.mark(), spot.path()), message, advice);
                return false;
            }
        }
        if (table.header().size() < 2 || table.rows().isEmpty()) {
            String message = table.rows().isEmpty() ? "The table has no lines." : "A column is missing in the table.";
            Mark mark = table.header().get(0).mark();
            findings.add(FindingCode.BAD_TABLE, new Spot(mark, spot.path()), message, advice);
            return false;
        }
        return column(table, first) >= 0 && column(table, second) >= 0;
    }

    private static int column(CsvTable table, String name) {
        return table.header().stream().map(CsvTable.Cell::name).toList().indexOf(name);
    }
}
