package org.circlab.scenario;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A table beside the scenario: a CSV file in UTF-8 with a header, separated by commas, with every cell kept as it is written
 * but for the white space around it. Blank lines mean nothing.
 *
 * @param header the names of the columns, each once, at least one
 * @param rows those that have as many cells as the header
 */
public record CsvTable(List<Cell> header, List<Row> rows) {

    /** The most cells that a table may have, so that a file of commas cannot fill the memory. */
    static final int MOST_CELLS = 1_000_000;

    /** The most cells in a line. */
    static final int MOST_COLUMNS = 1_000;

    private static final int MOST_RAGGED = 100;
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvReadFeature.TRIM_SPACES).build();

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * One cell.
     *
     * @param mark where it begins
     * @param text its characters without quotes, empty where nothing is written
     */
    public record Cell(Mark mark, String text) {

        private static final Pattern WITH_UNIT = Pattern.compile("([^\\[\\]]*?)\\s*\\[\\s*([^\\[\\]]+?)\\s*]");

        /** The name of a column in the header, without its unit. */
        public String name() {
            Matcher matcher = WITH_UNIT.matcher(text);
            return matcher.matches() ? matcher.group(1) : text;
        }

        /** The unit in brackets behind the name of a column; empty where there is none. */
        public String unit() {
            Matcher matcher = WITH_UNIT.matcher(text);
            return matcher.matches() ? matcher.group(2) : "";
        }
    }

    /**
     * One line below the header.
     *
     * @param cells as many as the header has
     */
    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Where the line begins. */
        public Mark mark() {
            return cells.get(0).mark();
        }

        /** The cell of a column, counted from 0. */
        public Cell cell(int column) {
            return cells.get(column);
        }
    }

    /**
     * The table in {@code file}. Lines with too few or too many cells are left out with a finding for each. Nothing, and a
     * finding, where there is no table to speak of.
     *
     * @param reader where the file is named; findings about it carry this path
     */
    public static Optional<CsvTable> read(Path file, Spot reader, Findings findings) {
        return SourceText.read(file, reader, findings).flatMap(source -> of(source, reader.path(), findings));
    }

    /** The table of a text; findings about it carry {@code path}. */
    static Optional<CsvTable> of(SourceText source, String path, Findings findings) {
        int unprintable = SourceText.firstUnprintable(source.text());
        if (unprintable >= 0) {
            Spot spot = new Spot(source.markAt(unprintable), path);
            findings.add(TreeParser.unprintable(source.text().codePointAt(unprintable), spot));
            return Optional.empty();
        }
        return new Reader(source, path, findings).table();
    }

    /** One reading of a text. */
    private static final class Reader {

        private final SourceText source;
        private final String path;
        private final Findings findings;
        private final List<Row> rows = new ArrayList<>();
        private int ragged;

        Reader(SourceText source, String path, Findings findings) {
            this.source = source;
            this.path = path;
            this.findings = findings;
        }

        Optional<CsvTable> table() {
            try (JsonParser parser = CSV.createParser(ObjectReadContext.empty(), new StringReader(source.text()))) {
                try {
                    List<Cell> header = nextLine(parser);
                    return !isTooLong(header) && isHeader(header) && haveRows(header, parser)
                            ? Optional.of(new CsvTable(header, rows))
                            : Optional.empty();
                } catch (JacksonException e) {
                    TokenStreamLocation opening = parser.currentTokenLocation();
                    report(
                            mark(opening),
                            "A quoted cell is not closed, or something follows its closing quote.",
                            "Close the quotes that begin here; a quote within quotes is written twice.");
                    return Optional.empty();
                }
            }
        }

        private boolean isHeader(List<Cell> header) {
            Mark start = source.mark(1, 1);
            if (header.isEmpty()) {
                report(start, "The table is empty.", "Begin the file with a line that names the columns.");
                return false;
            }
            String line = header.get(0).text();
            if (header.size() == 1 && (line.indexOf(';') >= 0 || line.indexOf('\t') >= 0)) {
                report(
                        start,
                        "The columns are not separated by commas.",
                        "Save the table with ',' between the cells and '.' in decimals.");
                return false;
            }
            Map<String, Cell> seen = new HashMap<>();
            boolean sound = true;
            for (Cell cell : header) {
                Cell earlier = seen.putIfAbsent(cell.text(), cell);
                if (cell.text().isEmpty()) {
                    report(cell.mark(), "A column has no name.", "Name it or delete it, with its cells in all lines.");
                    sound = false;
                } else if (earlier != null) {
                    report(
                            cell.mark(),
                            "The column '" + cell.text() + "' stands here and already at " + earlier.mark() + ".",
                            "Keep one of the two.");
                    sound = false;
                }
            }
            return sound;
        }

        private boolean haveRows(List<Cell> header, JsonParser parser) {
            long count = 0;
            for (List<Cell> cells = nextLine(parser); !cells.isEmpty(); cells = nextLine(parser)) {
                count += cells.size();
                if (isTooLong(cells)) {
                    return false;
                }
                if (count > MOST_CELLS) {
                    tooLarge(cells, "The table has more than " + MOST_CELLS + " cells.");
                    return false;
                }
                if (cells.size() == header.size()) {
                    rows.add(new Row(cells));
                } else if (!tellRagged(cells, header)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isTooLong(List<Cell> cells) {
            if (cells.size() > MOST_COLUMNS) {
                tooLarge(cells, "The line has more than " + MOST_COLUMNS + " cells.");
            }
            return cells.size() > MOST_COLUMNS;
        }

        private void tooLarge(List<Cell> cells, String message) {
            findings.add(
                    FindingCode.FILE_TOO_LARGE,
                    new Spot(cells.get(0).mark(), path),
                    message,
                    "Leave out the lines or columns that the lab does not use.");
        }

        /** Reports a line that is too short or too long; whether reading should go on. */
        private boolean tellRagged(List<Cell> cells, List<Cell> header) {
            ragged++;
            Mark mark = cells.get(0).mark();
            if (ragged > MOST_RAGGED) {
                report(
                        mark,
                        "More than " + MOST_RAGGED + " lines have not as many cells as the header.",
                        "Maybe the header lacks a column, or decimals have commas?");
                return false;
            }
            report(
                    mark,
                    "The line has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + "; the header has "
                            + header.size() + ".",
                    cells.size() > header.size()
                            ? "Put cells with a ',' into quotes, and write decimals with a '.'."
                            : "Write a ',' for each cell that is left blank.");
            return true;
        }

        /** The cells of the next line that is not blank, none at the end. */
        private List<Cell> nextLine(JsonParser parser) {
            List<Cell> cells = line(parser);
            while (cells.size() == 1 && cells.get(0).text().isEmpty()) {
                cells = line(parser);
            }
            return cells;
        }

        private List<Cell> line(JsonParser parser) {
            List<Cell> cells = new ArrayList<>();
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY && cells.size() <= MOST_COLUMNS;
                    token = parser.nextToken()) {
                if (token != JsonToken.START_ARRAY) {
                    cells.add(new Cell(
                            mark(parser.currentTokenLocation()),
                            parser.getString().strip()));
                }
            }
            return cells;
        }

        private Mark mark(TokenStreamLocation at) {
            return source.mark(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
        }

        private void report(Mark mark, String message, String advice) {
            findings.add(FindingCode.BAD_TABLE, new Spot(mark, path), message, advice);
        }
    }
}
