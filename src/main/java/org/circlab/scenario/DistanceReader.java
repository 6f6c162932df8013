package org.circlab.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.circlab.model.DistanceTable;
import org.circlab.model.Haulage;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Quantity;
import org.circlab.quantity.QuantityException;

/**
 * Given distances: a CSV file beside the scenario, or maps by the first and then the second actor, which may name a file too; what
 * they say of a pair then goes before its line, that of the other direction too where the pair has but one.
 */
final class DistanceReader {

    /** Where distances stand in a lab. */
    static final String KEY = "distances";

    private static final String EXAMPLE = "distances: distances.csv, or distances: { tes: { mine: 12 km } }";

    private final Scope scope;
    private final ScenarioFolder folder;
    private final Set<String> actorsOfAnyVariant;
    private final Set<String> modesOfAnyVariant;
    /** By the first actor, the second, and the mode. */
    private final Map<String, Map<String, Map<String, Double>>> kilometres = new TreeMap<>();

    private final Map<Way, Mark> places = new HashMap<>();

    /** What a distance is of. */
    private record Way(String from, String to, String mode) {

        Way back() {
            return new Way(to, from, mode);
        }
    }

    /** A reader for a scenario in {@code folder}; distances of actors and modes of other variants are left out in silence. */
    DistanceReader(Scope scope, ScenarioFolder folder, Set<String> actorsOfAnyVariant, Set<String> modesOfAnyVariant) {
        this.scope = scope;
        this.folder = folder;
        this.actorsOfAnyVariant = actorsOfAnyVariant;
        this.modesOfAnyVariant = modesOfAnyVariant;
    }

    /**
     * The lab with a file of distances as a key of their map, so that what patches say of a pair stands beside it and does not take
     * its place.
     */
    static Tree.Keyed withFileInMap(Tree.Keyed lab) {
        return lab.at(KEY)
                .filter(Tree.Text.class::isInstance)
                .map(file -> new Tree.Keyed(file.mark(), Map.of(InlineTables.TABLE, new Tree.Entry(file.mark(), file))))
                .map(map -> lab.with(KEY, map))
                .orElse(lab);
    }

    /** The distances between actors of the lab. */
    DistanceTable read(Optional<Tree> distances) {
        distances.ifPresent(tree -> {
            Spot spot = new Spot(tree.mark(), "distances");
            if (tree instanceof Tree.Text text) {
                file(text.value(), spot);
            } else if (tree instanceof Tree.Keyed keyed) {
                map(keyed, spot);
            } else if (tree instanceof Tree.Listed) {
                scope.report(
                        FindingCode.WRONG_KIND,
                        spot,
                        "A file name or a map is expected here, not a list.",
                        "Write it like " + EXAMPLE + ".");
            }
        });
        Map<String, Map<String, Map<String, Double>>> byMode = new TreeMap<>();
        kilometres.forEach((from, row) -> row.forEach(
                (to, cell) -> cell.forEach((mode, km) -> byMode.computeIfAbsent(mode, any -> new TreeMap<>())
                        .computeIfAbsent(from, any -> new TreeMap<>())
                        .put(to, km))));
        Map<String, Map<String, Double>> byRoad = byMode.remove(Haulage.TRUCK);
        return new DistanceTable(byRoad == null ? Map.of() : byRoad, byMode);
    }

    /** The same distances as a map for the effective scenario, which then needs no other file. */
    Optional<Tree> tree(Mark mark) {
        if (kilometres.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Tree.Entry> rows = new LinkedHashMap<>();
        kilometres.forEach((from, row) -> {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            row.forEach((to, cell) -> entries.put(to, new Tree.Entry(mark, cellTree(cell, mark))));
            rows.put(from, new Tree.Entry(mark, new Tree.Keyed(mark, entries)));
        });
        return Optional.of(new Tree.Keyed(mark, rows));
    }

    private static Tree cellTree(Map<String, Double> cell, Mark mark) {
        Map<String, Tree.Entry> modes = new LinkedHashMap<>();
        cell.forEach((mode, km) -> modes.put(
                mode, new Tree.Entry(mark, new Tree.Text(mark, new Quantity(km, Dimension.DISTANCE).toString()))));
        Tree.Entry road = modes.get(Haulage.TRUCK);
        return road != null && modes.size() == 1 ? road.value() : new Tree.Keyed(mark, modes);
    }

    private void map(Tree.Keyed keyed, Spot spot) {
        Tree named = keyed.at(InlineTables.TABLE).orElse(keyed);
        if (named instanceof Tree.Text text) {
            file(text.value(), new Spot(text.mark(), spot.path()));
            Set<Way> ofFile = Set.copyOf(places.keySet());
            places.clear();
            inline(keyed.without(InlineTables.TABLE), spot);
            places.keySet().stream()
                    .filter(way -> !ofFile.contains(way) && !places.containsKey(way.back()))
                    .filter(way -> ofFile.contains(way.back()))
                    .forEach(way -> forget(way.back()));
        } else {
            inline(keyed, spot);
        }
    }

    /** What a line said of a pair for both directions, and the map says otherwise. */
    private void forget(Way way) {
        Map<String, Map<String, Double>> row = kilometres.getOrDefault(way.from, new TreeMap<>());
        Map<String, Double> cell = row.getOrDefault(way.to, new TreeMap<>());
        cell.remove(way.mode);
        if (cell.isEmpty()) {
            row.remove(way.to);
        }
        if (row.isEmpty()) {
            kilometres.remove(way.from);
        }
    }

    private void inline(Tree.Keyed keyed, Spot spot) {
        scope.about(keyed, spot);
        Figures.entriesOf(keyed).forEach((from, row) -> {
            Spot at = spot.at(from, row.mark());
            boolean known = isActor(from, at);
            if (row.value() instanceof Tree.Keyed columns) {
                Figures.entriesOf(columns).forEach((to, cell) -> {
                    Spot cellSpot = at.at(to, cell.mark());
                    boolean both = isActor(to, cellSpot) && known;
                    figures(cell.value(), cellSpot).forEach((mode, figure) -> {
                        Spot figureSpot = figure.value() == cell.value() ? cellSpot : cellSpot.at(mode, figure.mark());
                        double km = scope.figures().number(figure.value(), figureSpot, Measure.DISTANCE);
                        if (isMode(mode, figureSpot) && both) {
                            put(new Way(from, to, mode), km, figureSpot);
                        }
                    });
                });
            } else {
                Fields.of(scope, row.value(), at, "{ mine: 12 km }");
            }
        });
    }

    /** The figures of a cell by mode; a single one holds for the road. */
    private Map<String, Tree.Entry> figures(Tree cell, Spot spot) {
        if (cell instanceof Tree.Keyed keyed && !keyed.entries().containsKey("value")) {
            Map<String, Tree.Entry> byMode = Figures.entriesOf(keyed);
            if (!byMode.isEmpty()) {
                scope.about(keyed, spot);
                return byMode;
            }
        }
        return Map.of(Haulage.TRUCK, new Tree.Entry(spot.mark(), cell));
    }

    private void file(String name, Spot spot) {
        folder.file(name, spot, EXAMPLE, scope.findings())
                .ifPresent(path ->
                        DistanceFile.read(folder, path, spot, scope.findings()).forEach(this::row));
    }

    private void row(DistanceFile.Row row) {
        boolean from = isActor(row.from().text(), new Spot(row.from().mark(), "distances"));
        boolean to = isActor(row.to().text(), new Spot(row.to().mark(), "distances"));
        String mode = row.mode().text().isEmpty() ? Haulage.TRUCK : row.mode().text();
        boolean by = isMode(mode, new Spot(row.mode().mark(), "distances"));
        Spot at = new Spot(row.km().mark(), "distances");
        double km;
        try {
            km = Quantity.parse(row.km().text(), Dimension.COUNT).value();
        } catch (QuantityException e) {
            scope.report(FindingCode.BAD_DISTANCES, at, e.message() + ".", e.advice());
            return;
        }
        if (!Range.KILOMETRES.allows(km)) {
            scope.report(
                    FindingCode.BAD_DISTANCES,
                    at,
                    "A distance is " + row.km().text() + " km; it must be " + Range.KILOMETRES.words() + ".",
                    km < 0 ? "Maybe the sign is wrong?" : "Maybe it is in metres?");
        } else if (from && to && by) {
            put(
                    new Way(row.from().text(), row.to().text(), mode),
                    km,
                    new Spot(row.from().mark(), "distances"));
        }
    }

    private void put(Way way, double km, Spot spot) {
        Mark earlier = places.putIfAbsent(way, spot.mark());
        boolean inLab = scope.declared(Kind.ACTOR).containsAll(List.of(way.from, way.to))
                && (way.mode.equals(Haulage.TRUCK) || scope.declared(Kind.MODE).contains(way.mode));
        if (earlier != null) {
            scope.report(
                    FindingCode.DUPLICATE_DISTANCE,
                    spot,
                    "The distance from '" + way.from + "' to '" + way.to + "' by " + way.mode
                            + " stands here and already at " + earlier + ".",
                    "Keep one of the two.");
        } else if (inLab) {
            if (km > PlaceRules.FARTHEST_KM) {
                scope.report(
                        FindingCode.UNLIKELY_MAGNITUDE,
                        spot,
                        "'" + way.from + "' and '" + way.to + "' are " + km + " km apart, which is hardly possible.",
                        "Maybe the distance is in metres?");
            }
            kilometres
                    .computeIfAbsent(way.from, key -> new TreeMap<>())
                    .computeIfAbsent(way.to, key -> new TreeMap<>())
                    .put(way.mode, km);
        }
    }

    private boolean isMode(String id, Spot spot) {
        return id.equals(Haulage.TRUCK) || modesOfAnyVariant.contains(id) || scope.isDeclared(Kind.MODE, id, spot);
    }

    private boolean isActor(String id, Spot spot) {
        return actorsOfAnyVariant.contains(id) || scope.isDeclared(Kind.ACTOR, id, spot);
    }
}
