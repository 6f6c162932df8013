package org.circlab.report.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.circlab.model.Place;

/** Coasts and borders of countries. */
final class Outlines {

    private static final String FILE = "outlines.txt";
    private static final double THOUSANDTH = 1e-3;

    private Outlines() {}

    /** The pieces of lines that may be seen in a window: runs of points, each run with a neighbour outside at its ends. */
    static List<List<Place>> within(Projection window) {
        List<List<Place>> pieces = new ArrayList<>();
        try (InputStream bytes = Outlines.class.getResourceAsStream(FILE)) {
            if (bytes == null) {
                throw new IllegalStateException("the outlines " + FILE + " are not in the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    cut(points(line), window, pieces);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces;
    }

    private static List<Place> points(String line) {
        List<Place> points = new ArrayList<>();
        StringTokenizer numbers = new StringTokenizer(line, " ");
        int longitude = 0;
        int latitude = 0;
        while (numbers.hasMoreTokens()) {
            longitude += Integer.parseInt(numbers.nextToken());
            latitude += Integer.parseInt(numbers.nextToken());
            points.add(new Place(latitude * THOUSANDTH, longitude * THOUSANDTH));
        }
        return points;
    }

    private static void cut(List<Place> line, Projection window, List<List<Place>> pieces) {
        List<Place> piece = new ArrayList<>();
        for (int i = 0; i + 1 < line.size(); i++) {
            if (window.maySee(line.get(i), line.get(i + 1))) {
                if (piece.isEmpty()) {
                    piece.add(line.get(i));
                }
                piece.add(line.get(i + 1));
            } else if (!piece.isEmpty()) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
    }
}
