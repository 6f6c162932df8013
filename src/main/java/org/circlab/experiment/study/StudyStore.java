package org.circlab.experiment.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The results of a study in a file of SQLite. Answers are written in transactions: a process that is killed at any instant leaves
 * a store from which the study goes on, and ends with what it would have ended with anyway. Others may read the store meanwhile.
 *
 * <p>For one thread at a time.
 */
public final class StudyStore implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final long COMMIT_NANOS = 1_000_000_000L;
    private static final int COMMIT_ROWS = 2_000;

    private final Path file;
    private final Connection connection;
    private final @Nullable StoreLock lock;
    private final StoreRows rows;
    private final Stored about;
    private long committed = System.nanoTime();
    private int pending;

    private StudyStore(Path file, Connection connection, @Nullable StoreLock lock, Stored about) {
        this.file = file;
        this.connection = connection;
        this.lock = lock;
        this.rows = new StoreRows(connection, file);
        this.about = about;
    }

    /** Work on the database. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Work without an answer. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    /**
     * Opens a store to work on a study, and makes it if there is none. What it has of the same study is kept: more replications,
     * variants or points are added to it.
     *
     * @throws StudyException if it is in use, is no store, or is that of another study, scenario or version
     */
    public static StudyStore open(Path file, StudyPlan plan) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            StoreLock lock = StoreLock.of(file);
            return opened(file, lock, connection -> {
                StoreTables tables = new StoreTables(connection, file);
                tables.prepare(plan);
                return tables;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a store to read it.
     *
     * @throws StudyException if there is none, it has nothing yet, or it is that of another version of the format
     */
    public static StudyStore read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StudyException("there is no store " + file + "; 'circlab study list' lists those there are");
        }
        return opened(file, null, connection -> {
            StoreTables tables = new StoreTables(connection, file);
            tables.requireStore();
            return tables;
        });
    }

    private static StudyStore opened(Path file, @Nullable StoreLock lock, Work<StoreTables> work) {
        Connection connection = null;
        try {
            connection = connect(file, lock == null);
            connection.setAutoCommit(false);
            StoreTables tables = work.with(connection);
            Stored about = tables.about();
            connection.commit();
            tables.waitForReaders();
            return new StudyStore(file, connection, lock, about);
        } catch (SQLException | RuntimeException failure) {
            close(connection, lock);
            throw failure instanceof SQLException sql ? StoreFaults.of(file, sql) : (RuntimeException) failure;
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setReadOnly(readOnly && !Files.isWritable(file));
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(
                readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** What the store is about. */
    public Stored about() {
        return about;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /**
     * How many tasks of a plan a store has answered; none where there is no store, or one that was stopped before it had any.
     *
     * @throws StudyException if the store is none, or is that of another study, scenario or version
     */
    public static int answered(Path file, StudyPlan plan) {
        if (!Files.exists(file) || isEmpty(file)) {
            return 0;
        }
        try (StudyStore store = opened(file, null, connection -> {
            StoreTables tables = new StoreTables(connection, file);
            tables.requireLike(plan);
            return tables;
        })) {
            return store.answered(plan);
        }
    }

    private static boolean isEmpty(Path file) {
        try (Connection connection = connect(file, true)) {
            return new StoreTables(connection, file).isEmpty();
        } catch (SQLException e) {
            throw StoreFaults.of(file, e);
        }
    }

    /** How many tasks have been answered. */
    public long answered() {
        return work(connection -> rows.answered());
    }

    /** How many tasks of a variant have been answered. */
    public long answered(Stored.Variant variant) {
        return work(connection -> rows.answered(List.of(variant.id()), Integer.MAX_VALUE));
    }

    /** How many tasks of a plan have been answered. */
    public int answered(StudyPlan plan) {
        return Math.toIntExact(work(connection -> rows.answered(plan.variantIds(), plan.replications())));
    }

    /**
     * The tasks of a plan that have not been answered, in the order of points, variants and replications; read as they are asked
     * for. What the store has of variants and replications that the plan does not want stays as it is.
     *
     * @param plan which the store was opened with
     */
    public Iterator<Task> missing(StudyPlan plan) {
        return work(connection -> rows.missing(about, plan));
    }

    /**
     * Takes an answer. It is safe on the disk at once where the last commit was a second ago or more, else with the next answer of
     * which that is true, or after {@link #commit}.
     */
    public void add(Task task, Answer answer) {
        step(() -> rows.add(about, task, answer));
        pending++;
        if (pending >= COMMIT_ROWS || System.nanoTime() - committed > COMMIT_NANOS) {
            commit();
        }
    }

    /** Makes all answers safe that have been taken. */
    public void commit() {
        step(() -> connection.commit());
        pending = 0;
        committed = System.nanoTime();
    }

    /** Hands out the values of each point in the order of points. */
    public void points(Consumer<List<String>> reader) {
        step(() -> rows.points(reader));
    }

    /** Hands out all answers in the order of points and variants, whatever the order in which they came. */
    public void read(Consumer<PointRuns> reader) {
        read(about.indicators().stream().map(Stored.Indicator::id).toList(), reader);
    }

    /**
     * The same with some indicators only, which is faster by far where there are many points.
     *
     * @param indicators ids of the store's, in the order in which answers are to have them
     */
    public void read(List<String> indicators, Consumer<PointRuns> reader) {
        step(() -> rows.read(about, indicators, reader));
    }

    private void step(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw StoreFaults.of(file, e);
        }
    }

    private <T> T work(Work<T> work) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw StoreFaults.of(file, e);
        }
    }

    /** Lets go of the store; answers that are not committed are given up. */
    @Override
    public void close() {
        close(connection, lock);
    }

    private static void close(@Nullable Connection connection, @Nullable StoreLock lock) {
        try (lock;
                connection) {
            if (connection != null && !connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException | IOException given) {
            return;
        }
    }
}
