package org.circlab.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of the catalogue: CSV in UTF-8 with one header line, a row a line, quotes where a cell has commas. */
final class Rows {

    private Rows() {}

    /** The rows of a bundled file, cells by column in the order of the header. */
    static List<Map<String, String>> of(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = List.of();
        for (String line : text(file).split("\n", -1)) {
            if (header.isEmpty()) {
                header = cells(line);
            } else if (!line.isEmpty()) {
                rows.add(row(header, cells(line)));
            }
        }
        return rows;
    }

    /** The row of some cells under a header. */
    static Map<String, String> row(List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException("row '" + cells.get(0) + "' of the catalogue has " + cells.size()
                    + " cells; the header has " + header.size());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    /** The text of a bundled file. */
    static String text(String file) {
        try (InputStream stream = Rows.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the program; build it with 'mvn package'");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a line. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char here = line.charAt(i);
            if (quoted && here == '"' && line.startsWith("\"", i + 1)) {
                cell.append(here);
                i++;
            } else if (here == '"') {
                quoted = !quoted;
            } else if (here == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(here);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
