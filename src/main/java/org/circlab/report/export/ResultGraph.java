package org.circlab.report.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.report.ResultException;
import org.circlab.report.ResultFolder;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.GraphBuilder;
import org.circlab.scenario.ScenarioFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads the graph of a result back from its files: the variant first, then what it is compared with. */
public final class ResultGraph {

    private static final int MILLIONTHS = 6;

    private ResultGraph() {}

    /**
     * The graph of a result.
     *
     * @param folder that {@code circlab run} has written
     * @throws ResultException if it is not a whole result or a file is not as it was written
     * @throws IOException if a file cannot be read
     */
    public static FlowGraph read(Path folder) throws IOException {
        Path beside = folder.resolve("baseline");
        if (!Files.exists(folder.resolve(ResultFolder.MARK)) || !Files.exists(beside.resolve("flows.csv"))) {
            throw new ResultException(folder + " is not a result of a variant (it needs " + ResultFolder.MARK
                    + " and the folder baseline); name one as results/<lab>/<variant>, or a scenario");
        }
        try {
            JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve(ResultFolder.MARK)));
            Lab variant = lab(folder);
            GraphBuilder builder = new GraphBuilder(
                    List.of(
                            run.path("variant_name").asString(),
                            run.path("baseline_name").asString()),
                    List.of(variant, lab(beside)));
            flows(builder, 0, folder.resolve("flows.csv"));
            flows(builder, 1, beside.resolve("flows.csv"));
            return builder.build(
                    variant.horizon().years() * run.path("replications").asInt());
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            throw new ResultException("the result " + folder + " is not as it was written (" + e.getMessage()
                    + "); run the scenario again");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Lab lab(Path folder) {
        return ScenarioFile.read(folder.resolve("scenario.yaml"))
                .effective(null, List.of())
                .lab();
    }

    private static void flows(GraphBuilder builder, int side, Path file) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                builder.add(
                        side,
                        cell(row, "from"),
                        cell(row, "to"),
                        cell(row, "material"),
                        Operation.ofCode(cell(row, "operation")).orElse(null),
                        new BigDecimal(cell(row, "mass_t"))
                                .movePointRight(MILLIONTHS)
                                .longValueExact());
            }
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new ResultException("flows.csv has no column '" + column + "'; run the scenario again");
        }
        return cell;
    }
}
