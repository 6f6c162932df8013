package org.circlab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.circlab.model.DistanceTable;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Quantity;
import org.circlab.quantity.QuantityException;

/** Given distances: a CSV file beside the scenario, or maps by the first and then the second actor. */
final class DistanceReader {

    private static final String EXAMPLE = "distances: distances.csv, or distances: { tes: { mine: 12 km } }";

    private final Scope scope;
    private final Path folder;
    private final Set<String> actorsOfAnyVariant;
    private final Map<String, Map<String, Double>> kilometres = new TreeMap<>();
    private final Map<String, Mark> places = new HashMap<>();

    /** A reader for a scenario in {@code folder}; distances of actors of other variants are left out in silence. */
    DistanceReader(Scope scope, Path folder, Set<String> actorsOfAnyVariant) {
        this.scope = scope;
        this.folder = folder;
        this.actorsOfAnyVariant = actorsOfAnyVariant;
    }

    /** The distances between actors of the lab. */
    DistanceTable read(Optional<Tree> distances) {
        distances.ifPresent(tree -> {
            Spot spot = new Spot(tree.mark(), "distances");
            if (tree instanceof Tree.Text text) {
                file(text.value(), spot);
            } else if (tree instanceof Tree.Keyed keyed) {
                inline(keyed, spot);
            } else if (tree instanceof Tree.Listed) {
                scope.report(
                        FindingCode.WRONG_KIND,
                        spot,
                        "A file name or a map is expected here, not a list.",
                        "Write it like " + EXAMPLE + ".");
            }
        });
        return kilometres.isEmpty() ? DistanceTable.NONE : new DistanceTable(copy());
    }

    private Map<String, Map<String, Double>> copy() {
        Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
        kilometres.forEach((from, row) -> copy.put(from, Map.copyOf(row)));
        return Map.copyOf(copy);
    }

    /** The same distances as a map for the effective scenario, which then needs no other file. */
    Optional<Tree> tree(Mark mark) {
        if (kilometres.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Tree.Entry> rows = new LinkedHashMap<>();
        kilometres.forEach((from, row) -> {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            row.forEach((to, km) -> entries.put(
                    to, new Tree.Entry(mark, new Tree.Text(mark, new Quantity(km, Dimension.DISTANCE).toString()))));
            rows.put(from, new Tree.Entry(mark, new Tree.Keyed(mark, entries)));
        });
        return Optional.of(new Tree.Keyed(mark, rows));
    }

    private void inline(Tree.Keyed keyed, Spot spot) {
        scope.about(keyed, spot);
        Figures.entriesOf(keyed).forEach((from, row) -> {
            Spot at = spot.at(from, row.mark());
            boolean known = isActor(from, at);
            if (row.value() instanceof Tree.Keyed columns) {
                Figures.entriesOf(columns).forEach((to, cell) -> {
                    Spot cellSpot = at.at(to, cell.mark());
                    double km = scope.figures().number(cell.value(), cellSpot, Measure.DISTANCE);
                    if (isActor(to, cellSpot) && known) {
                        put(from, to, km, cellSpot);
                    }
                });
            } else {
                Fields.of(scope, row.value(), at, "{ mine: 12 km }");
            }
        });
    }

    private void file(String name, Spot spot) {
        inside(name, spot)
                .flatMap(path -> SourceText.read(path, spot, scope.findings()))
                .ifPresent(source -> DistanceFile.read(source, scope.findings()).forEach(this::row));
    }

    private void row(DistanceFile.Row row) {
        boolean from = isActor(row.from().value(), new Spot(row.from().mark(), "distances"));
        boolean to = isActor(row.to().value(), new Spot(row.to().mark(), "distances"));
        Spot at = new Spot(row.km().mark(), "distances");
        double km;
        try {
            km = Quantity.parse(row.km().value(), Dimension.COUNT).value();
        } catch (QuantityException e) {
            scope.report(FindingCode.BAD_DISTANCES, at, e.message() + ".", e.advice());
            return;
        }
        if (km < 0) {
            scope.report(
                    FindingCode.BAD_DISTANCES,
                    at,
                    "A distance is " + row.km().value() + " km; it must be at least 0.",
                    "Maybe the sign is wrong?");
        } else if (from && to) {
            put(row.from().value(), row.to().value(), km, new Spot(row.from().mark(), "distances"));
        }
    }

    private void put(String from, String to, double km, Spot spot) {
        Mark earlier = places.putIfAbsent(from + "." + to, spot.mark());
        if (earlier != null) {
            scope.report(
                    FindingCode.DUPLICATE_DISTANCE,
                    spot,
                    "The distance from '" + from + "' to '" + to + "' stands here and already at " + earlier + ".",
                    "Keep one of the two.");
        } else if (scope.declared(Kind.ACTOR).contains(from)
                && scope.declared(Kind.ACTOR).contains(to)) {
            if (km > PlaceRules.FARTHEST_KM) {
                scope.report(
                        FindingCode.UNLIKELY_MAGNITUDE,
                        spot,
                        "'" + from + "' and '" + to + "' are " + km + " km apart, which is hardly possible.",
                        "Maybe the distance is in metres?");
            }
            kilometres.computeIfAbsent(from, key -> new TreeMap<>()).put(to, km);
        }
    }

    private boolean isActor(String id, Spot spot) {
        return actorsOfAnyVariant.contains(id) || scope.isDeclared(Kind.ACTOR, id, spot);
    }

    /** The path of a file in the folder of the scenario; nothing and a finding where it leads out of it. */
    private Optional<Path> inside(String name, Spot spot) {
        try {
            Path relative = Path.of(name);
            Path path = folder.resolve(relative).normalize();
            boolean out = relative.isAbsolute()
                    || name.contains("\\")
                    || !folder.resolve(relative).normalize().startsWith(folder.normalize());
            boolean link = !out && Files.exists(path) && !path.toRealPath().startsWith(folder.toRealPath());
            if (!out && !link) {
                return Optional.of(path);
            }
        } catch (InvalidPathException | IOException e) {
            scope.report(FindingCode.BAD_PATH, spot, "'" + name + "' is no name of a file.", "Write " + EXAMPLE + ".");
            return Optional.empty();
        }
        scope.report(
                FindingCode.BAD_PATH,
                spot,
                "'" + name + "' leads out of the scenario's folder.",
                "Put the file beside the scenario, so that both travel together.");
        return Optional.empty();
    }
}
