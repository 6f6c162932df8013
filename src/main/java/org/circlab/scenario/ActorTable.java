package org.circlab.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Quantity;
import org.circlab.quantity.QuantityException;

/**
 * One table of actors: the first column is the id, every other a dotted path below the actor, perhaps with a unit in brackets,
 * or latitude and longitude. A blank cell says nothing.
 */
final class ActorTable {

    private static final String ID = "id";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String PLACE = "at";

    /** A column with the steps from the actor to its values, and the unit of its cells or nothing. */
    private record Column(List<String> steps, String unit) {
        String path() {
            return String.join(".", steps);
        }
    }

    private final Tree.Keyed all;
    private final String path;
    private final Findings findings;
    private final List<Column> columns = new ArrayList<>();

    private ActorTable(Tree.Keyed all, String path, Findings findings) {
        this.all = all;
        this.path = path;
        this.findings = findings;
    }

    /**
     * Adds the actors of a table to others.
     *
     * @param all what each actor has before its row is merged over it
     * @param path the path of the key that names the table
     * @return where each column is named, by its path below the actor; none if the header is unsound
     */
    static Map<String, Mark> add(
            CsvTable table, Tree.Keyed all, String path, Map<String, Tree.Entry> actors, Findings findings) {
        ActorTable reading = new ActorTable(all, path, findings);
        if (!reading.haveColumns(table.header())) {
            return Map.of();
        }
        table.rows().forEach(row -> reading.add(row, actors));
        if (table.rows().isEmpty() && findings.sound(path)) {
            reading.report(
                    table.header().get(0).mark(), "The table has a header and no rows.", "Add a line for each actor.");
        }
        Map<String, Mark> headers = new LinkedHashMap<>();
        for (int i = 0; i < reading.columns.size(); i++) {
            headers.put(reading.columns.get(i).path(), table.header().get(i).mark());
        }
        return headers;
    }

    private boolean haveColumns(List<CsvTable.Cell> header) {
        CsvTable.Cell first = header.get(0);
        if (!first.text().equals(ID)) {
            report(
                    first.mark(),
                    "The first column is '" + first.text() + "'; it must be 'id'.",
                    "Begin the header with 'id'.");
            return false;
        }
        Set<String> seen = new HashSet<>();
        boolean sound = true;
        for (CsvTable.Cell cell : header) {
            Column column = column(cell);
            columns.add(column);
            sound &= isSound(cell, column, seen);
        }
        if (seen.contains(LATITUDE) != seen.contains(LONGITUDE)) {
            report(
                    first.mark(),
                    "The table has a column '" + (seen.contains(LATITUDE) ? LATITUDE : LONGITUDE)
                            + "' without the other.",
                    "A place needs both 'latitude' and 'longitude', in degrees.");
            sound = false;
        }
        return sound;
    }

    private static Column column(CsvTable.Cell cell) {
        return new Column(List.of(cell.name().split("\\.", -1)), cell.unit());
    }

    /** Whether a column leads somewhere, and neither where another does nor through it. */
    private boolean isSound(CsvTable.Cell cell, Column column, Set<String> seen) {
        boolean deep = column.steps().size() > TreeParser.DEEPEST;
        if (deep || column.steps().stream().anyMatch(String::isBlank)) {
            report(
                    cell.mark(),
                    "'" + cell.text() + "' is no path to a value of an actor.",
                    "Write keys joined by dots, and a unit in brackets behind, like generates.manure.mean [t/yr].");
            return false;
        }
        if (!column.unit().isEmpty() && Stream.of(Dimension.values()).noneMatch(each -> isUnit(column.unit(), each))) {
            findings.add(
                    FindingCode.BAD_QUANTITY,
                    new Spot(cell.mark(), path),
                    "'" + column.unit() + "' is no unit.",
                    "Write one such as t/yr, kg, EUR/t or d.");
            return false;
        }
        String own = column.path();
        boolean place = seen.contains(LATITUDE) || seen.contains(LONGITUDE);
        String other = seen.stream()
                .filter(each -> each.equals(own) || each.startsWith(own + ".") || own.startsWith(each + "."))
                .findFirst()
                .orElse(own.equals(PLACE) && place ? LATITUDE : "");
        seen.add(own);
        if (!other.isEmpty()) {
            report(
                    cell.mark(),
                    "The columns '" + other + "' and '" + own + "' say the same thing.",
                    "Keep one of the two.");
        }
        return other.isEmpty();
    }

    private static boolean isUnit(String text, Dimension dimension) {
        try {
            return Quantity.parse(Currencies.likeEuros("1 " + text, dimension), dimension)
                            .dimension()
                    == dimension;
        } catch (QuantityException e) {
            return false;
        }
    }

    private void add(CsvTable.Row row, Map<String, Tree.Entry> actors) {
        CsvTable.Cell id = row.cell(0);
        if (id.text().isEmpty()) {
            report(id.mark(), "The actor of this line has no id.", "Write one in the first column.");
            return;
        }
        Tree.Entry earlier = actors.get(id.text());
        if (earlier != null) {
            findings.add(
                    FindingCode.DUPLICATE_KEY,
                    new Spot(id.mark(), "actors." + id.text()),
                    "The actor '" + id.text() + "' stands here and already at " + earlier.mark() + ".",
                    "Keep one of the two; what else is known of it goes into more columns.");
            return;
        }
        actors.put(id.text(), new Tree.Entry(id.mark(), actor(row)));
    }

    private Tree.Keyed actor(CsvTable.Row row) {
        Tree.Keyed actor = new Tree.Keyed(row.mark(), all.entries());
        Map<String, CsvTable.Cell> place = new LinkedHashMap<>();
        for (int i = 1; i < columns.size(); i++) {
            Column column = columns.get(i);
            CsvTable.Cell cell = row.cell(i);
            if (column.path().equals(LATITUDE) || column.path().equals(LONGITUDE)) {
                place.put(column.path(), cell);
            } else {
                Optional<Tree> value = value(cell, column, row.cell(0).text());
                actor = with(actor, column.steps(), cell.mark(), value);
            }
        }
        return withPlace(actor, place, row.cell(0).text());
    }

    private Tree.Keyed withPlace(Tree.Keyed actor, Map<String, CsvTable.Cell> place, String id) {
        CsvTable.Cell latitude = place.get(LATITUDE);
        CsvTable.Cell longitude = place.get(LONGITUDE);
        if (latitude == null || longitude == null || (latitude.text() + longitude.text()).isEmpty()) {
            return actor;
        }
        CsvTable.Cell blank = latitude.text().isEmpty() ? latitude : longitude;
        if (blank.text().isEmpty()) {
            findings.add(
                    FindingCode.BAD_PLACE,
                    new Spot(blank.mark(), "actors." + id + "." + PLACE),
                    "Only one of latitude and longitude is given.",
                    "Fill in both, or leave both blank.");
            return actor;
        }
        Tree at = new Tree.Listed(latitude.mark(), List.of(text(latitude), text(longitude)));
        return with(actor, List.of(PLACE), latitude.mark(), Optional.of(at));
    }

    private static Tree text(CsvTable.Cell cell) {
        return new Tree.Text(cell.mark(), cell.text());
    }

    /** What a cell says; nothing where it is blank. */
    private Optional<Tree> value(CsvTable.Cell cell, Column column, String id) {
        if (cell.text().isEmpty()) {
            return Optional.empty();
        }
        Spot spot = new Spot(cell.mark(), "actors." + id + "." + column.path());
        if (column.unit().isEmpty()) {
            return Optional.of("[{".indexOf(cell.text().charAt(0)) >= 0 ? structure(cell, spot) : text(cell));
        }
        try {
            Quantity.parse(cell.text(), Dimension.COUNT);
        } catch (QuantityException e) {
            findings.add(
                    FindingCode.BAD_QUANTITY,
                    spot,
                    "'" + cell.text() + "' is no plain number, but the column gives the unit, " + column.unit() + ".",
                    "Write the number alone, or leave the unit out of the header and write it in each cell.");
            return Optional.of(text(cell));
        }
        return Optional.of(new Tree.Text(cell.mark(), cell.text() + " " + column.unit()));
    }

    /** A list or map in a cell, as in YAML. */
    private Tree structure(CsvTable.Cell cell, Spot spot) {
        Findings ofCell = new Findings();
        Optional<Tree> tree = TreeParser.parse(new SourceText(cell.mark().file(), cell.text(), false), false, ofCell);
        ofCell.sorted()
                .forEach(finding ->
                        findings.add(FindingCode.valueOf(finding.code()), spot, finding.message(), finding.advice()));
        return tree.map(found -> moved(found, cell.mark())).orElse(text(cell));
    }

    /** The same tree written at one place. */
    private static Tree moved(Tree tree, Mark mark) {
        if (tree instanceof Tree.Keyed keyed) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            keyed.entries().forEach((key, entry) -> entries.put(key, new Tree.Entry(mark, moved(entry.value(), mark))));
            return new Tree.Keyed(mark, entries);
        }
        if (tree instanceof Tree.Listed listed) {
            return new Tree.Listed(
                    mark, listed.items().stream().map(item -> moved(item, mark)).toList());
        }
        return tree instanceof Tree.Text text ? new Tree.Text(mark, text.value()) : new Tree.Nothing(mark, true);
    }

    /**
     * A map with a value merged in. What the steps lead through stands where a cell below it does, a blank one before others,
     * so that a key that is missing is told there.
     */
    private static Tree.Keyed with(Tree.Keyed map, List<String> steps, Mark mark, Optional<Tree> value) {
        String step = steps.get(0);
        Tree.Entry before = map.entries().get(step);
        Map<String, Tree.Entry> changed = new LinkedHashMap<>(map.entries());
        if (steps.size() == 1) {
            value.ifPresent(tree -> changed.put(step, new Tree.Entry(mark, tree)));
        } else if (before != null || value.isPresent()) {
            Tree.Keyed below = before != null && before.value() instanceof Tree.Keyed keyed
                    ? keyed
                    : new Tree.Keyed(mark, Map.of());
            boolean told =
                    before != null && value.isPresent() && before.mark().file().equals(mark.file());
            Mark at = before != null && told ? before.mark() : mark;
            changed.put(step, new Tree.Entry(at, with(below, steps.subList(1, steps.size()), mark, value)));
        }
        return new Tree.Keyed(map.mark(), changed);
    }

    private void report(Mark mark, String message, String advice) {
        findings.add(FindingCode.BAD_TABLE, new Spot(mark, path), message, advice);
    }
}
