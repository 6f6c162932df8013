package org.circlab.scenario;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The rows of a CSV file with the header {@code from,to,km}. */
final class DistanceFile {

    private static final List<String> HEADER = List.of("from", "to", "km");
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvReadFeature.TRIM_SPACES).build();

    /**
     * One row.
     *
     * @param from id of the first actor
     * @param to id of the second
     * @param km a plain number
     */
    record Row(Tree.Text from, Tree.Text to, Tree.Text km) {}

    private DistanceFile() {}

    /** The rows that have three cells; a finding for each of the others. */
    static List<Row> read(SourceText source, Findings findings) {
        List<Row> rows = new ArrayList<>();
        try (JsonParser parser = CSV.createParser(ObjectReadContext.empty(), new StringReader(source.text()))) {
            List<Tree.Text> header = row(parser, source);
            if (!header.stream().map(Tree.Text::value).toList().equals(HEADER)) {
                findings.add(
                        FindingCode.BAD_DISTANCES,
                        new Spot(source.mark(1, 1), "distances"),
                        "The first line is not 'from,to,km'.",
                        "Begin the file with 'from,to,km', separated by commas.");
                return rows;
            }
            for (List<Tree.Text> cells = row(parser, source); !cells.isEmpty(); cells = row(parser, source)) {
                add(cells, rows, findings);
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            findings.add(
                    FindingCode.BAD_DISTANCES,
                    new Spot(source.mark(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr())), "distances"),
                    "A quoted cell is not closed, or something follows its closing quote.",
                    "Close the quotes; names of actors need none.");
        }
        return rows;
    }

    private static void add(List<Tree.Text> cells, List<Row> rows, Findings findings) {
        boolean blank = cells.size() == 1 && cells.get(0).value().isBlank();
        if (cells.size() == HEADER.size()) {
            rows.add(new Row(cells.get(0), cells.get(1), cells.get(2)));
        } else if (!blank) {
            findings.add(
                    FindingCode.BAD_DISTANCES,
                    new Spot(cells.get(0).mark(), "distances"),
                    "The line has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + "; it must have 3.",
                    "Write it like 'tes,mine,12.5', with a decimal point.");
        }
    }

    /** The cells of the next row without white space around them, none at the end. */
    private static List<Tree.Text> row(JsonParser parser, SourceText source) {
        List<Tree.Text> cells = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                TokenStreamLocation at = parser.currentTokenLocation();
                Mark mark = source.mark(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
                cells.add(new Tree.Text(mark, parser.getString().strip()));
            }
        }
        return cells;
    }
}
