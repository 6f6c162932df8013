package org.circlab.score.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.SparseStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * A linear programme in variables that are at least 0: columns with a cost each, rows that must equal something or not exceed it.
 *
 * <p>ojAlgo solves it by a simplex on a dense tableau, in one thread and without a limit in time, with arithmetic that any Java
 * from 17 on rounds in the same way; so the same programme has the same answer everywhere.
 */
final class LinearProgramme {

    private record Entry(int row, int column, double value) {}

    private static final class Rows {
        private final List<Entry> entries = new ArrayList<>();
        private final List<Double> limits = new ArrayList<>();
    }

    private final Rows equal = new Rows();
    private final Rows atMost = new Rows();
    private final List<double[]> costs = new ArrayList<>();
    private final List<Purpose> purposes = new ArrayList<>();
    private final double unit;
    private int roundings;

    /**
     * Without columns and rows.
     *
     * @param unit what amounts are counted in, so that they are near 1; above 0
     */
    LinearProgramme(double unit) {
        this.unit = unit;
    }

    /** A row of its own kind, to put entries in. */
    interface Row {
        void put(int column, double value);
    }

    /** A new column of what something is spent on, with its cost in each dimension; returns its number. */
    int column(Purpose purpose, double[] costsByDimension) {
        purposes.add(purpose);
        costs.add(costsByDimension.clone());
        return costs.size() - 1;
    }

    /** A new column of at most {@code amount}, at least 0, which costs nothing: what rounding may be off by; returns its number. */
    int rounding(double amount) {
        int column = column(Purpose.ROUNDING, new double[Dimension.values().length]);
        atMost(amount).put(column, 1);
        roundings++;
        return column;
    }

    /** A new row whose entries add up to {@code amount}, at least 0. */
    Row equals(double amount) {
        return row(equal, amount);
    }

    /** A new row whose entries add up to at most {@code amount}, at least 0. */
    Row atMost(double amount) {
        return row(atMost, amount);
    }

    private Row row(Rows kind, double amount) {
        int row = kind.limits.size();
        kind.limits.add(amount / unit);
        return (column, value) -> kind.entries.add(new Entry(row, column, value));
    }

    /** Columns times rows, which is what solving it costs; without those for rounding, by which no lab is the larger. */
    long size() {
        long rows = (long) equal.limits.size() + atMost.limits.size() - roundings;
        return rows * (rows + costs.size() - roundings);
    }

    /** What the least cost in a dimension adds up from, by {@link Purpose}; nothing where the solver does not find it. */
    Optional<List<Double>> least(Dimension dimension) {
        double[] byPurpose = new double[Purpose.values().length];
        double[] objective =
                costs.stream().mapToDouble(cost -> cost[dimension.ordinal()]).toArray();
        double largest = Arrays.stream(objective).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return Optional.of(list(byPurpose));
        }
        for (int column = 0; column < objective.length; column++) {
            objective[column] /= largest;
        }
        Optimisation.Result result = solve(objective);
        if (!result.getState().isOptimal()) {
            return Optional.empty();
        }
        for (int column = 0; column < objective.length; column++) {
            byPurpose[purposes.get(column).ordinal()] +=
                    objective[column] * result.doubleValue(column) * largest * unit;
        }
        return Optional.of(list(byPurpose));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private Optimisation.Result solve(double[] objective) {
        Optimisation.Options options = new Optimisation.Options();
        options.sparse = false;
        options.time_abort = Long.MAX_VALUE;
        options.time_suffice = Long.MAX_VALUE;
        LinearSolver.Builder builder = LinearSolver.newBuilder(objective);
        if (!equal.limits.isEmpty()) {
            builder.equalities(body(equal), limits(equal));
        }
        if (!atMost.limits.isEmpty()) {
            builder.inequalities(body(atMost), limits(atMost));
        }
        return builder.build(options).solve();
    }

    private SparseStore<Double> body(Rows rows) {
        SparseStore<Double> body = SparseStore.R064.make(rows.limits.size(), costs.size());
        for (Entry entry : rows.entries) {
            body.add(entry.row(), entry.column(), entry.value());
        }
        return body;
    }

    private static R064Store limits(Rows rows) {
        R064Store limits = R064Store.FACTORY.make(rows.limits.size(), 1);
        for (int row = 0; row < rows.limits.size(); row++) {
            limits.set(row, 0, rows.limits.get(row));
        }
        return limits;
    }
}
