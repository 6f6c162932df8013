package org.circlab.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What moved by each route: the current month and the window so far. A row is eight whole numbers side by side, so that
 * booking a consignment touches one cache line.
 */
final class FlowBook {

    private static final int LINKED = (int)
            Arrays.stream(PaymentKind.values()).filter(PaymentKind::followsFlow).count();
    private static final int GRAMS = 0;
    private static final int TRIPS = 1;
    private static final int COSTS = 2;
    private static final int GHG = COSTS + LINKED;
    private static final int STRIDE = GHG + 1;

    private final AccountTable index = new AccountTable(0);
    private final List<Flow.Route> routes = new ArrayList<>();
    private final int materials;
    private long[] month = new long[64 * STRIDE];
    private long[] total = new long[64 * STRIDE];
    private double[] monthTonneKilometres = new double[64];
    private double[] totalTonneKilometres = new double[64];

    /** No routes yet, of so many materials. */
    FlowBook(int materials) {
        this.materials = materials;
    }

    /** The row of a route, opened where it is new. */
    int open(Flow.Route route) {
        int row = index.open(route.from() * materials + route.material(), route.to(), arrangement(route));
        if (row < routes.size()) {
            return row;
        }
        routes.add(route);
        if (row == monthTonneKilometres.length) {
            month = Arrays.copyOf(month, 2 * month.length);
            total = Arrays.copyOf(total, 2 * total.length);
            monthTonneKilometres = Arrays.copyOf(monthTonneKilometres, 2 * row);
            totalTonneKilometres = Arrays.copyOf(totalTonneKilometres, 2 * row);
        }
        return row;
    }

    /** All of a route but its ends and its material, as one small number. */
    private static int arrangement(Flow.Route route) {
        int operations = 1 + Operation.values().length;
        int number = number(route.operation());
        number = number * operations + number(route.origin());
        number = number * Channel.values().length + route.channel().ordinal();
        number = number * Grade.values().length + route.grade().ordinal();
        return 2 * number + (route.isFinal() ? 1 : 0);
    }

    private static int number(@Nullable Operation operation) {
        return operation == null ? 0 : 1 + operation.ordinal();
    }

    Flow.Route route(int row) {
        return routes.get(row);
    }

    void moved(int row, long grams, int trips, double tonneKilometres) {
        add(row * STRIDE + GRAMS, grams);
        add(row * STRIDE + TRIPS, trips);
        monthTonneKilometres[row] += tonneKilometres;
    }

    /** Adds a cost of the kind with this ordinal. */
    void cost(int row, int kind, long micros) {
        add(row * STRIDE + COSTS + kind, micros);
    }

    void emitted(int row, long milligrams) {
        add(row * STRIDE + GHG, milligrams);
    }

    private void add(int cell, long amount) {
        month[cell] = Math.addExact(month[cell], amount);
    }

    /** Forgets everything booked so far, but not the routes. */
    void clear() {
        Arrays.fill(month, 0);
        Arrays.fill(total, 0);
        Arrays.fill(monthTonneKilometres, 0);
        Arrays.fill(totalTonneKilometres, 0);
    }

    /** Takes a mass by the number of its flow. */
    @FunctionalInterface
    interface ToGrams {
        void of(int flow, long grams);
    }

    /** Tells what moved in the current month. */
    void eachOfMonth(ToGrams told) {
        for (int row = 0; row < routes.size(); row++) {
            long grams = month[row * STRIDE + GRAMS];
            if (grams != 0) {
                told.of(row, grams);
            }
        }
    }

    /** Hands the month to the sink and adds it to the window. */
    void closeMonth(YearMonth name, FlowSink sink) {
        if (sink != FlowSink.NONE) {
            sink.month(name, flows(month, monthTonneKilometres));
        }
        int used = routes.size() * STRIDE;
        for (int i = 0; i < used; i++) {
            total[i] = Math.addExact(total[i], month[i]);
        }
        for (int row = 0; row < routes.size(); row++) {
            totalTonneKilometres[row] += monthTonneKilometres[row];
        }
        Arrays.fill(month, 0, used, 0);
        Arrays.fill(monthTonneKilometres, 0, routes.size(), 0);
    }

    /** The window so far, months that have closed only. */
    List<Flow> totals() {
        return flows(total, totalTonneKilometres);
    }

    private List<Flow> flows(long[] rows, double[] tonneKilometres) {
        List<Flow> flows = new ArrayList<>();
        for (int row = 0; row < routes.size(); row++) {
            if (isEmpty(rows, row)) {
                continue;
            }
            int at = row * STRIDE;
            List<Long> costs =
                    Arrays.stream(rows, at + COSTS, at + COSTS + LINKED).boxed().toList();
            flows.add(new Flow(
                    routes.get(row), rows[at + GRAMS], rows[at + TRIPS], tonneKilometres[row], costs, rows[at + GHG]));
        }
        flows.sort((a, b) -> Flow.Route.ORDER.compare(a.route(), b.route()));
        return flows;
    }

    private static boolean isEmpty(long[] rows, int row) {
        for (int i = row * STRIDE; i < (row + 1) * STRIDE; i++) {
            if (rows[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
