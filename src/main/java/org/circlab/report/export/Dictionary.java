package org.circlab.report.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** What each column of each table of a result means. */
final class Dictionary {

    private static final String FILE = "columns.csv";
    private static final Map<String, Column> COLUMNS = read();

    /**
     * A column.
     *
     * @param type as the Table Schema standard names it
     * @param unit of its numbers; empty for words
     * @param title for people
     * @param description what it holds
     */
    record Column(String type, String unit, String title, String description) {}

    private Dictionary() {}

    /**
     * What a column means.
     *
     * @param table name of the file, without {@code .csv}
     */
    static Optional<Column> find(String table, String column) {
        return Optional.ofNullable(COLUMNS.get(table + '.' + column));
    }

    /** All columns as {@code table.column}, in the order of the dictionary. */
    static Map<String, Column> columns() {
        return COLUMNS;
    }

    private static Map<String, Column> read() {
        Map<String, Column> columns = new LinkedHashMap<>();
        try (InputStream bytes = Dictionary.class.getResourceAsStream(FILE);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerFor(Map.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(bytes)) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                Column column = new Column(
                        row.getOrDefault("type", ""),
                        row.getOrDefault("unit", ""),
                        row.getOrDefault("title", ""),
                        row.getOrDefault("description", ""));
                for (String table : row.getOrDefault("tables", "").split(" ", -1)) {
                    columns.put(table + '.' + row.getOrDefault("column", ""), column);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }
}
