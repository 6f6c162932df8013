package org.circlab.experiment.study;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.score.Measure;
import org.circlab.score.Sense;

/** The tables of a store: how they are made, what they are about, and how they grow. */
final class StoreTables {

    /** What tells a store from other files of SQLite. */
    private static final int APPLICATION = 0x43697263;

    private static final int FORMAT = 2;

    /** The same, but that it does not know which tables values of factors name. */
    private static final int WITHOUT_TABLES = 1;

    private static final String NAMED_TABLE =
            "CREATE TABLE IF NOT EXISTS named_table (setting TEXT PRIMARY KEY, hash TEXT NOT NULL)";
    private static final int PATIENCE_MILLIS = 600_000;
    static final String SEPARATOR = "\u001f";

    private final Connection connection;
    private final Sql sql;
    private final Path file;

    StoreTables(Connection connection, Path file) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.file = file;
    }

    /** Makes the tables, or brings those that there are up to the plan. */
    void prepare(StudyPlan plan) throws SQLException {
        if (isEmpty()) {
            create(plan);
        } else {
            requireLike(plan);
            sql.execute(NAMED_TABLE);
            sql.execute("PRAGMA user_version = " + FORMAT);
        }
        extend(plan);
    }

    /** From now on a reader may take long without stopping the study. */
    void waitForReaders() throws SQLException {
        sql.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    }

    /** Whether nothing was ever committed: so it is made, and so it stays if whoever makes it is killed. */
    boolean isEmpty() throws SQLException {
        return sql.number("SELECT count(*) FROM sqlite_schema") == 0;
    }

    /** Refuses what is no store, or one whose results must not be mixed with those of a plan. */
    void requireLike(StudyPlan plan) throws SQLException {
        requireStore();
        Map<String, String> tables =
                version() == WITHOUT_TABLES ? Map.of() : sql.pairs("SELECT setting, hash FROM named_table");
        new SameStudy(about(), tables, file).require(plan);
        requireAmong(plan.design());
    }

    /** Refuses a design that does not have all points of the store. */
    private void requireAmong(Design design) throws SQLException {
        Map<String, Integer> copies = new HashMap<>();
        for (int point = 1; point <= design.points(); point++) {
            copies.merge(String.join(SEPARATOR, design.values(point)), 1, Integer::sum);
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content, copy FROM point ORDER BY position")) {
            while (rows.next()) {
                if (copies.getOrDefault(rows.getString(1), 0) < rows.getInt(2)) {
                    throw new StudyException(
                            file + " has points that this study does not have, such as "
                                    + rows.getString(1).replace(SEPARATOR, ", ")
                                    + "; a design can be added to, not replaced. Name another study or store with --name or --store");
                }
            }
        }
    }

    void requireStore() throws SQLException {
        if (isEmpty()) {
            throw new StudyException(
                    file + " has nothing yet: its study was stopped before it began; give the same command again");
        }
        if (sql.number("PRAGMA application_id") != APPLICATION) {
            throw new StudyException(StoreFaults.notAStore(file));
        }
        if (version() != FORMAT && version() != WITHOUT_TABLES) {
            throw new StudyException(
                    file + " was written by another version of circlab; use that one, or begin anew with "
                            + "another --store");
        }
    }

    private long version() throws SQLException {
        return sql.number("PRAGMA user_version");
    }

    private void create(StudyPlan plan) throws SQLException {
        StringBuilder columns = new StringBuilder();
        for (Measure measure : plan.indicators()) {
            columns.append(", \"%s\" REAL, \"%s baseline\" REAL".formatted(measure.id(), measure.id()));
        }
        sql.execute("PRAGMA application_id = " + APPLICATION);
        sql.execute("PRAGMA user_version = " + FORMAT);
        sql.execute("CREATE TABLE study (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
        sql.execute("CREATE TABLE changed (position INTEGER PRIMARY KEY, setting TEXT NOT NULL)");
        sql.execute("CREATE TABLE factor (position INTEGER PRIMARY KEY, path TEXT NOT NULL)");
        sql.execute("CREATE TABLE indicator (position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL,"
                + " unit TEXT NOT NULL, sense TEXT NOT NULL)");
        sql.execute("CREATE TABLE variant (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL,"
                + " hash TEXT NOT NULL, scenario TEXT NOT NULL)");
        sql.execute("CREATE TABLE point (key INTEGER PRIMARY KEY, position INTEGER NOT NULL, content TEXT NOT NULL,"
                + " copy INTEGER NOT NULL, UNIQUE (content, copy))");
        sql.execute("CREATE INDEX point_position ON point (position)");
        sql.execute("CREATE TABLE run (point INTEGER NOT NULL, variant INTEGER NOT NULL, replication INTEGER NOT NULL,"
                + " refused TEXT" + columns + ", PRIMARY KEY (point, variant, replication))");
        sql.execute(NAMED_TABLE);
        sql.write("study", "name", plan.name());
        sql.write("study", "version", plan.version());
        sql.write("study", "lab", plan.lab());
        sql.write("study", "seed", Long.toString(plan.shipment().seed()));
        sql.write("study", "replications", "0");
        sql.writeAll("INSERT INTO changed VALUES (?, ?)", plan.shipment().sets());
        sql.writeAll("INSERT INTO factor VALUES (?, ?)", plan.design().paths());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO indicator VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < plan.indicators().size(); i++) {
                Measure measure = plan.indicators().get(i);
                Sql.bind(
                        insert,
                        i,
                        measure.id(),
                        measure.title(),
                        measure.unit(),
                        measure.sense().name());
                insert.executeUpdate();
            }
        }
    }

    /** Adds variants, tables, points and replications that are new. */
    private void extend(StudyPlan plan) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO variant" + " (id, position, hash, scenario) VALUES (?, ?, ?, ?)")) {
            for (StudyPlan.Variant variant : plan.variants()) {
                Sql.bind(insert, variant.id(), variant.position(), variant.hash(), variant.text());
                insert.executeUpdate();
            }
        }
        for (StudyPlan.Table table : plan.tables()) {
            sql.write("named_table", table.setting(), table.hash());
        }
        points(plan.design());
        sql.execute("UPDATE study SET value = max(CAST(value AS INTEGER), " + plan.replications()
                + ") WHERE key = 'replications'");
    }

    /** Puts the points of the design in its order; those that are there already keep their runs. */
    private void points(Design design) throws SQLException {
        Map<String, Integer> copies = new HashMap<>();
        try (PreparedStatement place = connection.prepareStatement("INSERT INTO point (position, content, copy)"
                + " VALUES (?, ?, ?) ON CONFLICT (content, copy) DO UPDATE SET position = excluded.position")) {
            for (int point = 1; point <= design.points(); point++) {
                String content = String.join(SEPARATOR, design.values(point));
                Sql.bind(place, point, content, copies.merge(content, 1, Integer::sum));
                place.executeUpdate();
            }
        }
    }

    Stored about() throws SQLException {
        Map<String, String> study = sql.pairs("SELECT key, value FROM study");
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
                sql.texts("SELECT setting FROM changed ORDER BY position"),
                sql.texts("SELECT path FROM factor ORDER BY position"),
                variants,
                indicators,
                (int) sql.number("SELECT count(*) FROM point"),
                Integer.parseInt(study.getOrDefault("replications", "0")));
    }
}
