package org.circlab.report.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.circlab.experiment.study.PointRuns;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.StudyStore;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of a study over one of its factors: a line for each variant and each combination of the other factors.
 *
 * @param title what the lines show, with the unit
 * @param over the factor, with its unit
 * @param lines in the order in which the study has them, each of at least one point
 */
public record StudyLines(String title, String over, List<Line> lines) {

    private static final int MOST_LINES = 8;

    public StudyLines {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param name what it stands for
     * @param points in rising order of the factor
     * @param without values of the factor at which everything was refused or nothing has run yet, in rising order
     */
    public record Line(String name, List<Point> points, List<Double> without) {
        public Line {
            points = List.copyOf(points);
            without = List.copyOf(without);
        }

        /** The points in pieces, at least one, each of points that follow one another with none left out. */
        public List<List<Point>> pieces() {
            List<List<Point>> pieces = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                if (i == 0 || isApart(points.get(i - 1), points.get(i))) {
                    pieces.add(new ArrayList<>());
                }
                pieces.get(pieces.size() - 1).add(points.get(i));
            }
            return pieces;
        }

        private boolean isApart(Point before, Point after) {
            return without.stream().anyMatch(at -> before.at() < at && at < after.at());
        }
    }

    /**
     * A point: the mean difference to business as usual over the replications, with the ends of its 95 % interval.
     *
     * @param at value of the factor
     */
    public record Point(double at, double mean, double low, double high) {}

    /**
     * Reads the lines of a store.
     *
     * @param indicator id of one of its indicators
     * @param over path of a factor of numbers; null for the first
     * @throws StudyException if there is no such factor, nothing to draw, or more lines than can be told apart
     */
    public static StudyLines of(StudyStore store, String indicator, @Nullable String over) {
        FactorColumns factors = FactorColumns.of(store);
        int factor = factor(store.about().paths(), factors, over);
        Map<List<String>, List<Point>> found = new LinkedHashMap<>();
        Map<List<String>, List<Double>> without = new HashMap<>();
        store.read(List.of(indicator), point -> {
            List<String> name = name(point, factor);
            double at = Double.parseDouble(factors.cell(factor, point.values().get(factor)));
            point(at, point)
                    .ifPresentOrElse(
                            drawn -> {
                                found.computeIfAbsent(name, unused -> new ArrayList<>())
                                        .add(drawn);
                                requireFew(found.size(), store.about().paths().get(factor));
                            },
                            () -> without.computeIfAbsent(name, unused -> new ArrayList<>())
                                    .add(at));
        });
        if (found.isEmpty()) {
            throw new StudyException("the study has no value of '" + indicator + "' to draw");
        }
        Stored.Indicator drawn = store.about().indicators().stream()
                .filter(each -> each.id().equals(indicator))
                .findFirst()
                .orElseThrow();
        return new StudyLines(
                drawn.title() + ", " + drawn.unit() + ", difference to business as usual",
                factors.headers().get(factor),
                lines(found, without, store.about()));
    }

    /** Nothing where there is no number to draw. */
    private static Optional<Point> point(double at, PointRuns runs) {
        return runs.summary(0)
                .map(PointRuns.Summary::difference)
                .filter(difference -> Double.isFinite(difference.mean()))
                .map(difference -> {
                    // The interval of a single run is as wide as can be.
                    boolean known = Double.isFinite(difference.halfWidth());
                    return new Point(
                            at,
                            difference.mean(),
                            known ? difference.low95() : difference.mean(),
                            known ? difference.high95() : difference.mean());
                });
    }

    private static int factor(List<String> paths, FactorColumns factors, @Nullable String over) {
        for (int i = 0; i < paths.size(); i++) {
            if (factors.isNumeric(i) && (over == null || paths.get(i).equals(over))) {
                return i;
            }
        }
        throw new StudyException(
                over == null
                        ? "the study varies no number, so there is nothing to draw over"
                        : "'" + over + "' is no factor of numbers; the study varies " + String.join(", ", paths));
    }

    /** The variant, and what the other factors are. */
    private static List<String> name(PointRuns point, int factor) {
        List<String> name = new ArrayList<>();
        name.add(point.variant());
        for (int i = 0; i < point.values().size(); i++) {
            if (i != factor) {
                name.add(point.values().get(i));
            }
        }
        return name;
    }

    private static void requireFew(int lines, String over) {
        if (lines > MOST_LINES) {
            throw new StudyException("over '" + over + "' the study has more than " + MOST_LINES
                    + " lines, one for each variant and value of the other factors; draw over another factor with --over,"
                    + " or take summary.csv elsewhere");
        }
    }

    /** Names have what tells the lines apart: the variant only where there are several, or nothing else. */
    private static List<Line> lines(
            Map<List<String>, List<Point>> found, Map<List<String>, List<Double>> without, Stored about) {
        boolean withVariant = about.variants().size() > 1 || about.paths().size() == 1;
        List<Line> lines = new ArrayList<>();
        found.forEach((name, points) -> lines.add(new Line(
                name.stream().skip(withVariant ? 0 : 1).collect(Collectors.joining(", ")),
                points.stream().sorted(Comparator.comparingDouble(Point::at)).toList(),
                without.getOrDefault(name, List.of()).stream().sorted().toList())));
        return lines;
    }
}
