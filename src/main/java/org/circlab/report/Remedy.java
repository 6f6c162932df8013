package org.circlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * What {@code circlab explain} has found for one stream or need, and one kind of change to it.
 *
 * @param needed whether it is about a need and not about an offer
 * @param actor its id
 * @param material its id
 * @param unmatchedTonnes that nobody took, or that were bought as virgin material, over the window of replication 1
 * @param dimension what kind of change it is; empty where none of any kind was found
 * @param change the value to set, {@code path=value}; empty where none of this kind does
 * @param now what the value is without it
 */
public record Remedy(
        boolean needed,
        String actor,
        String material,
        double unmatchedTonnes,
        String dimension,
        String change,
        String now) {

    private static final String NONE = "no single change";

    /** Whether it is a change that does. */
    public boolean helps() {
        return !change.isEmpty();
    }

    /**
     * Reads the answer that stands beside a result.
     *
     * @param folder of the answer, which need not be there
     * @param hash of the effective scenario that it must be about
     * @param seed that it must have run with
     * @return empty where there is no answer, or it is about something else
     * @throws IOException if it is there and cannot be read
     */
    public static List<Remedy> in(Path folder, String hash, long seed) throws IOException {
        Path mark = folder.resolve(ResultFolder.MARK);
        Path table = folder.resolve("explain.csv");
        if (!Files.isRegularFile(mark) || !Files.isRegularFile(table)) {
            return List.of();
        }
        List<Remedy> remedies = new ArrayList<>();
        try {
            JsonNode head = JsonMapper.shared().readTree(Files.readAllBytes(mark));
            if (!head.path("scenario_sha256").asString("").equals(hash)
                    || head.path("seed").asLong(0) != seed) {
                return List.of();
            }
            try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                    .readerFor(Map.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(Files.readAllBytes(table))) {
                rows.forEachRemaining(row -> remedies.add(of(row)));
            }
        } catch (JacksonException | NumberFormatException e) {
            throw new IOException("cannot read the answer in " + folder.getFileName(), e);
        }
        return List.copyOf(remedies);
    }

    private static Remedy of(Map<String, String> row) {
        String change = text(row, "change_needed");
        return new Remedy(
                text(row, "side").equals("need"),
                text(row, "actor"),
                text(row, "material"),
                Double.parseDouble(text(row, "unmatched_t")),
                text(row, "dimension"),
                change.equals(NONE) ? "" : change,
                text(row, "now"));
    }

    /** A cell, without the apostrophe that keeps spreadsheets from running it. */
    private static String text(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
