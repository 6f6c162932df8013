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
import org.circlab.report.svg.Shape;

/** Coasts and borders of countries. */
final class Outlines {

    private static final String FILE = "outlines.txt";
    private static final double THOUSANDTH = 1e-3;
    private static final double FINEST = 0.8;

    private Outlines() {}

    /** The outlines in a window as the {@code d} of a path, without points that nobody could tell from the one before. */
    static String path(Projection window) {
        Shape shape = new Shape();
        for (List<Place> piece : within(window)) {
            double x = window.x(piece.get(0));
            double y = window.y(piece.get(0));
            shape.move(x, y);
            for (int i = 1; i < piece.size(); i++) {
                double nextX = window.x(piece.get(i));
                double nextY = window.y(piece.get(i));
                if (Math.abs(nextX - x) + Math.abs(nextY - y) > FINEST || i == piece.size() - 1) {
                    shape.line(nextX, nextY);
                    x = nextX;
                    y = nextY;
                }
            }
        }
        return shape.text();
    }

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
