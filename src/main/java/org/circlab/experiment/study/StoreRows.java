package org.circlab.experiment.study;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The runs of a store: what goes in, what is missing, and what comes out. */
final class StoreRows {

    private final Connection connection;
    private final Path file;
    private @Nullable PreparedStatement insert;

    StoreRows(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    long answered() throws SQLException {
        return new Sql(connection).number("SELECT count(*) FROM run");
    }

    long answered(List<String> variants, int replications) throws SQLException {
        String each = String.join(", ", Collections.nCopies(variants.size(), "?"));
        try (PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM run WHERE replication <= ?"
                + " AND variant IN (SELECT key FROM variant WHERE id IN (" + each + "))")) {
            count.setInt(1, replications);
            for (int i = 0; i < variants.size(); i++) {
                count.setString(i + 2, variants.get(i));
            }
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
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

    private static void number(PreparedStatement row, int column, double value) throws SQLException {
        if (!Double.isNaN(value)) {
            row.setDouble(column, value);
        }
    }

    Iterator<Task> missing(Stored about, StudyPlan plan) throws SQLException {
        List<Stored.Variant> wanted = about.variants().stream()
                .filter(variant -> plan.variantIds().contains(variant.id()))
                .toList();
        return new MissingTasks(file, connection, about, wanted, plan.replications());
    }

    static List<String> values(String content) {
        return List.of(content.split(StoreTables.SEPARATOR, -1));
    }

    void points(Consumer<List<String>> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM point ORDER BY position")) {
            while (rows.next()) {
                reader.accept(values(rows.getString(1)));
            }
        }
    }

    void read(Stored about, List<String> indicators, Consumer<PointRuns> reader) throws SQLException {
        String columns = "SELECT replication, refused"
                + String.join(
                        "",
                        indicators.stream()
                                .map(id -> ", \"%s\", \"%s baseline\"".formatted(id, id))
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
                            rows.getInt(2), values(rows.getString(3)), variant.id(), runs(runs, indicators.size())));
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
                        refused == null
                                ? answer(row, indicators)
                                : new Answer.Refused(List.of(refused.split("\n", -1)))));
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
}
