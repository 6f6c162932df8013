package org.circlab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Lab;
import org.circlab.score.Indicators;
import org.circlab.score.Measure;
import org.circlab.score.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads {@code replications.csv} back. */
final class StoredValues {

    private final Path file;

    StoredValues(Path file) {
        this.file = file;
    }

    /**
     * The values of a result.
     *
     * @param lab that ran, whose own indicators it has beside those of the program
     * @param replications how many there must be
     * @throws ResultException if an indicator is not one of them, or values are missing
     */
    List<Values> read(Lab lab, int replications) throws IOException {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Indicators.measures(lab).forEach(measure -> measures.put(measure.id(), measure));
        Map<String, Column> columns = new LinkedHashMap<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                String id = row.getOrDefault("indicator", "");
                Measure measure = measures.get(id);
                if (measure == null || !measure.unit().equals(row.get("unit"))) {
                    throw StoredResult.unlike(file, "this program has no indicator '" + id + "' in that unit");
                }
                columns.computeIfAbsent(id, any -> new Column(measure)).add(row);
            }
        }
        return columns.values().stream()
                .map(column -> column.values(file, replications))
                .toList();
    }

    /** The rows of one indicator. */
    private static final class Column {

        private final Measure measure;
        private final List<Double> variant = new ArrayList<>();
        private final List<Double> baseline = new ArrayList<>();
        private boolean inOrder = true;

        private Column(Measure measure) {
            this.measure = measure;
        }

        private void add(Map<String, String> row) {
            variant.add(number(row.get("value")));
            baseline.add(number(row.get("baseline")));
            inOrder &= String.valueOf(variant.size()).equals(row.get("replication"));
        }

        private static double number(@Nullable String text) {
            if (text == null) {
                throw new IllegalArgumentException("a row is cut off");
            }
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }

        private Values values(Path file, int replications) {
            if (!inOrder || replications < 1 || variant.size() != replications) {
                throw StoredResult.unlike(
                        file, "'" + measure.id() + "' does not have each of " + replications + " replications once");
            }
            return new Values(measure, variant, baseline);
        }
    }
}
