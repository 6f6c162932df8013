package org.circlab.experiment.study;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** Looks at one point after another for what it lacks of some variants up to a replication. */
final class MissingTasks implements Iterator<Task> {
    private final Path file;
    private final Stored about;
    private final List<Stored.Variant> variants;
    private final int replications;
    private final PreparedStatement point;
    private final PreparedStatement runs;
    private int position;
    private Iterator<Task> here = List.<Task>of().iterator();

    MissingTasks(Path file, Connection connection, Stored about, List<Stored.Variant> variants, int replications)
            throws SQLException {
        this.file = file;
        this.about = about;
        this.variants = variants;
        this.replications = replications;
        this.point = connection.prepareStatement("SELECT key, content FROM point WHERE position = ?");
        this.runs = connection.prepareStatement("SELECT variant, replication FROM run WHERE point = ?");
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
            List<String> values = StoreRows.values(row.getString(2));
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
        for (Stored.Variant variant : variants) {
            for (int replication = 1; replication <= replications; replication++) {
                if (!there.contains(List.of(variant.key(), replication))) {
                    tasks.add(new Task(position, sets, variant.id(), replication));
                }
            }
        }
        return tasks;
    }
}
