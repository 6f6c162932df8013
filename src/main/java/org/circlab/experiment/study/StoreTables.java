package org.circlab.experiment.study;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.circlab.score.Measure;
import org.circlab.score.Sense;

/** The tables of a store, and what is asked of them. */
final class StoreTables {

    /** What tells a store from other files of SQLite. */
    private static final int APPLICATION = 0x43697263;

    private static final int FORMAT = 1;
    private static final int PATIENCE_MILLIS = 600_000;
    private static final String SEPARATOR = "\u001f";

    private final Connection connection;
    private final Path file;

    StoreTables(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /** Makes the tables, or brings those that there are up to the plan. */
    void prepare(StudyPlan plan) throws SQLException {
        if (isEmpty()) {
            create(plan);
        } else {
            requireStore();
            new SameStudy(about(), file).require(plan);
        }
        extend(plan);
    }

    /** From now on a reader may take long without stopping the study. */
    void waitForReaders() throws SQLException {
        execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    }

    private boolean isEmpty() throws SQLException {
        return number("SELECT count(*) FROM sqlite_schema") == 0;
    }

    void requireStore() throws SQLException {
        if (number("PRAGMA application_id") != APPLICATION) {
            throw new StudyException(StoreFaults.notAStore(file));
        }
        if (number("PRAGMA user_version") != FORMAT) {
            throw new StudyException(file + " was written by another version of circlab; use that one, or begin anew with "
                    + "another --store");
        }
    }

    private void create(StudyPlan plan) throws SQLException {
        StringBuilder columns = new StringBuilder();
        for (Measure measure : plan.indicators()) {
            columns.append(", \"%s\" REAL, \"%s baseline\" REAL".formatted(measure.id(), measure.id()));
        }
        execute("PRAGMA application_id = " + APPLICATION);
        execute("PRAGMA user_version = " + FORMAT);
        execute("CREATE TABLE study (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
        execute("CREATE TABLE changed (position INTEGER PRIMARY KEY, setting TEXT NOT NULL)");
        execute("CREATE TABLE factor (position INTEGER PRIMARY KEY, path TEXT NOT NULL)");
        execute("CREATE TABLE indicator (position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL,"
                + " unit TEXT NOT NULL, sense TEXT NOT NULL)");
        execute("CREATE TABLE variant (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL,"
                + " hash TEXT NOT NULL, scenario TEXT NOT NULL)");
        execute("CREATE TABLE point (key INTEGER PRIMARY KEY, position INTEGER NOT NULL, content TEXT NOT NULL,"
                + " copy INTEGER NOT NULL, UNIQUE (content, copy))");
        execute("CREATE INDEX point_position ON point (position)");
        execute("CREATE TABLE run (point INTEGER NOT NULL, variant INTEGER NOT NULL, replication INTEGER NOT NULL,"
                + " refused TEXT" + columns + ", PRIMARY KEY (point, variant, replication))");
        write("study", "name", plan.name());
        write("study", "version", plan.version());
        write("study", "lab", plan.lab());
        write("study", "seed", Long.toString(plan.shipment().seed()));
        write("study", "replications", "0");
        writeAll("INSERT INTO changed VALUES (?, ?)", plan.shipment().sets());
        writeAll("INSERT INTO factor VALUES (?, ?)", plan.design().paths());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO indicator VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < plan.indicators().size(); i++) {
                Measure measure = plan.indicators().get(i);
                bind(insert, i, measure.id(), measure.title(), measure.unit(), measure.sense().name());
                insert.executeUpdate();
            }
        }
    }

    /** Adds variants, points and replications that are new. */
    private void extend(StudyPlan plan) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO variant"
                + " (id, position, hash, scenario) VALUES (?, ?, ?, ?)")) {
            for (StudyPlan.Variant variant : plan.variants()) {
                bind(insert, variant.id(), variant.position(), variant.hash(), variant.text());
                insert.executeUpdate();
            }
        }
        points(plan.design());
        execute("UPDATE study SET value = max(CAST(value AS INTEGER), " + plan.replications()
                + ") WHERE key = 'replications'");
    }

    /** Puts the points of the design in its order; those that are there already keep their runs. */
    private void points(Design design) throws SQLException {
        execute("UPDATE point SET position = -1");
        Map<String, Integer> copies = new HashMap<>();
        try (PreparedStatement place = connection.prepareStatement("INSERT INTO point (position, content, copy)"
                + " VALUES (?, ?, ?) ON CONFLICT (content, copy) DO UPDATE SET position = excluded.position")) {
            for (int point = 1; point <= design.points(); point++) {
                String content = String.join(SEPARATOR, design.values(point));
                bind(place, point, content, copies.merge(content, 1, Integer::sum));
                place.executeUpdate();
            }
        }
        try (PreparedStatement left = connection.prepareStatement("SELECT content FROM point WHERE position < 0 LIMIT 1");
                ResultSet rows = left.executeQuery()) {
            if (rows.next()) {
                throw new StudyException(file + " has points that this study does not have, such as "
                        + rows.getString(1).replace(SEPARATOR, ", ")
                        + "; a design can be added to, not replaced. Name another study or store with --name or --store");
            }
        }
    }

    Stored about() throws SQLException {
        Map<String, String> study = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key, value FROM study")) {
            while (rows.next()) {
                study.put(rows.getString(1), rows.getString(2));
            }
        }
        List<Stored.Variant> variants = new ArrayList<>();
        List<Stored.Indicator> indicators = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT key, id, hash FROM variant ORDER BY position, key")) {
                while (rows.next()) {
                    variants.add(new Stored.Variant(rows.getInt(1), rows.getString(2), rows.getString(3)));
                }
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT id, title, unit, sense FROM indicator ORDER BY position")) {
                while (rows.next()) {
                    indicators.add(new Stored.Indicator(
                            rows.getString(1), rows.getString(2), rows.getString(3), Sense.valueOf(rows.getString(4))));
                }
            }
        }
        return new Stored(
                study.getOrDefault("name", ""),
                study.getOrDefault("version", ""),
                study.getOrDefault("lab", ""),
                Long.parseLong(study.getOrDefault("seed", "0")),
                texts("SELECT setting FROM changed ORDER BY position"),
                texts("SELECT path FROM factor ORDER BY position"),
                variants,
                indicators,
                (int) number("SELECT count(*) FROM point"),
                Integer.parseInt(study.getOrDefault("replications", "0")));
    }

    long answered() throws SQLException {
        return number("SELECT count(*) FROM run");
    }

    void add(Stored about, Task task, Answer answer) throws SQLException {
        int variant = about.variants().stream()
                .filter(each -> each.id().equals(task.variant()))
                .findFirst()
                .orElseThrow()
                .key();
        if (insert == null) {
            insert = connection.prepareStatement("INSERT OR IGNORE INTO run VALUES"
                    + " ((SELECT key FROM point WHERE position = ?), ?, ?, ?"
                    + ", ?, ?".repeat(about.indicators().size()) + ")");
        }
        PreparedStatement row = insert;
        row.clearParameters();
        row.setInt(1, task.point());
        row.setInt(2, variant);
        row.setInt(3, task.replication());
        if (answer instanceof Answer.Refused refused) {
            row.setString(4, String.join("\n", refused.findings()));
        } else {
            Answer.Values values = (Answer.Values) answer;
            for (int i = 0; i < values.variant().size(); i++) {
                number(row, 5 + 2 * i, values.variant().get(i));
                number(row, 6 + 2 * i, values.baseline().get(i));
            }
        }
        row.executeUpdate();
    }

    private @org.jspecify.annotations.Nullable PreparedStatement insert;

    private static void number(PreparedStatement row, int column, double value) throws SQLException {
        if (!Double.isNaN(value)) {
            row.setDouble(column, value);
        }
    }

    Iterator<Task> missing(Stored about) throws SQLException {
        PreparedStatement point = connection.prepareStatement("SELECT key, content FROM point WHERE position = ?");
        PreparedStatement runs = connection.prepareStatement("SELECT variant, replication FROM run WHERE point = ?");
        return new Missing(about, point, runs);
    }

    /** Looks at one point after another for what it lacks. */
    private final class Missing implements Iterator<Task> {
        private final Stored about;
        private final PreparedStatement point;
        private final PreparedStatement runs;
        private int position;
        private Iterator<Task> here = List.<Task>of().iterator();

        Missing(Stored about, PreparedStatement point, PreparedStatement runs) {
            this.about = about;
            this.point = point;
            this.runs = runs;
        }

        @Override
        public boolean hasNext() {
            try {
                while (!here.hasNext() && position < about.points()) {
                    position++;
                    here = at(position).iterator();
                }
            } catch (SQLException e) {
                throw StoreFaults.of(file, e);
            }
            return here.hasNext();
        }

        @Override
        public Task next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return here.next();
        }

        private List<Task> at(int position) throws SQLException {
            point.setInt(1, position);
            List<String> sets = new ArrayList<>();
            Set<List<Integer>> there = new HashSet<>();
            try (ResultSet row = point.executeQuery()) {
                row.next();
                List<String> values = values(row.getString(2));
                for (int i = 0; i < values.size(); i++) {
                    sets.add(about.paths().get(i) + "=" + values.get(i));
                }
                runs.setInt(1, row.getInt(1));
            }
            try (ResultSet rows = runs.executeQuery()) {
                while (rows.next()) {
                    there.add(List.of(rows.getInt(1), rows.getInt(2)));
                }
            }
            List<Task> tasks = new ArrayList<>();
            for (Stored.Variant variant : about.variants()) {
                for (int replication = 1; replication <= about.replications(); replication++) {
                    if (!there.contains(List.of(variant.key(), replication))) {
                        tasks.add(new Task(position, sets, variant.id(), replication));
                    }
                }
            }
            return tasks;
        }
    }

    private static List<String> values(String content) {
        return List.of(content.split(SEPARATOR, -1));
    }

    void points(Consumer<List<String>> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM point ORDER BY position")) {
            while (rows.next()) {
                reader.accept(values(rows.getString(1)));
            }
        }
    }

    void read(Stored about, Consumer<PointRuns> reader) throws SQLException {
        String columns = "SELECT replication, refused"
                + String.join("", about.indicators().stream()
                        .map(each -> ", \"%s\", \"%s baseline\"".formatted(each.id(), each.id()))
                        .toList())
                + " FROM run WHERE point = ? AND variant = ? ORDER BY replication";
        try (PreparedStatement points =
                        connection.prepareStatement("SELECT key, position, content FROM point ORDER BY position");
                PreparedStatement runs = connection.prepareStatement(columns);
                ResultSet rows = points.executeQuery()) {
            while (rows.next()) {
                for (Stored.Variant variant : about.variants()) {
                    runs.setInt(1, rows.getInt(1));
                    runs.setInt(2, variant.key());
                    reader.accept(new PointRuns(
                            rows.getInt(2),
                            values(rows.getString(3)),
                            variant.id(),
                            runs(runs, about.indicators().size())));
                }
            }
        }
    }

    private static List<PointRuns.Run> runs(PreparedStatement query, int indicators) throws SQLException {
        List<PointRuns.Run> runs = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String refused = row.getString(2);
                runs.add(new PointRuns.Run(
                        row.getInt(1),
                        refused == null ? answer(row, indicators) : new Answer.Refused(List.of(refused.split("\n", -1)))));
            }
        }
        return runs;
    }

    private static Answer answer(ResultSet row, int indicators) throws SQLException {
        List<Double> variant = new ArrayList<>();
        List<Double> baseline = new ArrayList<>();
        for (int i = 0; i < indicators; i++) {
            variant.add(number(row, 3 + 2 * i));
            baseline.add(number(row, 4 + 2 * i));
        }
        return new Answer.Values(variant, baseline);
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void write(String table, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
            bind(statement, key, value);
            statement.executeUpdate();
        }
    }

    private void writeAll(String sql, List<String> texts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < texts.size(); i++) {
                bind(statement, i, texts.get(i));
                statement.executeUpdate();
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
