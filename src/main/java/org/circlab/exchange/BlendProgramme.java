package org.circlab.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.SparseStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * A blended round as a linear programme in tonnes, solved by ojAlgo: as much gain as offers, room and limits of mixes allow. To send
 * nothing keeps all of them, so there is always an optimum.
 *
 * <p>The solver is a simplex on a dense tableau, in one thread, with additions, multiplications, divisions and comparisons only,
 * which any Java from 17 on rounds in the same way; it has no limit in time. So the same round has the same answer everywhere.
 */
final class BlendProgramme {

    /** More numbers than these, 80 MB of them, are not solved for. */
    private static final long LARGEST = 10_000_000;

    private static final double GRAMS_PER_TONNE = 1e6;

    private final BlendedRound round;
    private final List<BlendedRound.Way> ways;
    private final List<BlendedRound.Limit> limits;
    private final int[] rowOfInlet;
    private final int rows;

    BlendProgramme(BlendedRound round, int inlets) {
        this.round = round;
        this.ways = round.ways();
        this.limits = round.limits();
        this.rowOfInlet = new int[inlets];
        int row = round.sources().size();
        for (BlendedRound.Way way : ways) {
            if (rowOfInlet[way.inlet()] == 0) {
                rowOfInlet[way.inlet()] = row++;
            }
        }
        this.rows = row + limits.size() + divided();
    }

    private int divided() {
        return (int) ways.stream().filter(this::isDivided).count();
    }

    private boolean isDivided(BlendedRound.Way way) {
        return way.most() < round.sources().get(way.source()).grams();
    }

    /** Grams by way, not quite whole ones; nothing where the programme is too large to be solved, or was not. */
    Optional<double[]> solve() {
        if (ways.isEmpty()) {
            return Optional.of(new double[0]);
        }
        if ((long) rows * (rows + ways.size()) > LARGEST) {
            return Optional.empty();
        }
        SparseStore<Double> body = SparseStore.R064.make(rows, ways.size());
        R064Store most = R064Store.FACTORY.make(rows, 1);
        fill(body, most);
        Optimisation.Options options = new Optimisation.Options();
        options.sparse = false;
        options.time_abort = Long.MAX_VALUE;
        options.time_suffice = Long.MAX_VALUE;
        double[] costs = ways.stream().mapToDouble(way -> -way.gain()).toArray();
        Optimisation.Result result = LinearSolver.newBuilder(costs)
                .inequalities(body, most)
                .build(options)
                .solve();
        if (!result.getState().isOptimal()) {
            return Optional.empty();
        }
        double[] grams = new double[ways.size()];
        Arrays.setAll(grams, way -> result.doubleValue(way) * GRAMS_PER_TONNE);
        return Optional.of(grams);
    }

    private void fill(SparseStore<Double> body, R064Store most) {
        int row = rows - divided();
        for (int source = 0; source < round.sources().size(); source++) {
            most.set(source, 0, round.sources().get(source).grams() / GRAMS_PER_TONNE);
        }
        for (int column = 0; column < ways.size(); column++) {
            BlendedRound.Way way = ways.get(column);
            body.set(way.source(), column, 1.0);
            body.set(rowOfInlet[way.inlet()], column, 1.0);
            most.set(rowOfInlet[way.inlet()], 0, round.room(way.inlet()) / GRAMS_PER_TONNE);
            if (isDivided(way)) {
                body.set(row, column, 1.0);
                most.set(row++, 0, way.most() / GRAMS_PER_TONNE);
            }
        }
        int first = rows - divided() - limits.size();
        for (int number = 0; number < limits.size(); number++) {
            fill(limits.get(number), first + number, body, most);
        }
    }

    /** A limit, in numbers of which the largest is 1. */
    private void fill(BlendedRound.Limit limit, int row, SparseStore<Double> body, R064Store most) {
        double largest = 0;
        for (BlendedRound.Way way : ways) {
            if (way.inlet() == limit.inlet()) {
                largest = Math.max(largest, Math.abs(round.excess(way, limit)));
            }
        }
        for (int column = 0; largest > 0 && column < ways.size(); column++) {
            BlendedRound.Way way = ways.get(column);
            if (way.inlet() == limit.inlet()) {
                body.set(row, column, round.excess(way, limit) / largest);
            }
        }
        most.set(row, 0, largest == 0 ? 0 : limit.slack() / largest / GRAMS_PER_TONNE);
    }
}
