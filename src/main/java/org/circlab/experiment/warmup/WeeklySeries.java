package org.circlab.experiment.warmup;

import java.util.function.LongSupplier;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.model.Horizon;

/** Grams of one run week by week, from the beginning of its warm-up; the days after its last whole week are left out. */
final class WeeklySeries implements FactListener {

    private static final long WEEK_MILLIS = 7 * Horizon.DAY_MILLIS;

    private final LongSupplier now;
    private final long begin;
    private final long[] disposed;
    private final long[] processed;
    private final long[] stockChange;

    /** Series of a run that has not begun; {@code now} is its clock. */
    WeeklySeries(Horizon horizon, LongSupplier now) {
        this.now = now;
        this.begin = horizon.millisAt(horizon.warmUpStart());
        int weeks = (int) ((horizon.lengthMillis() - begin) / WEEK_MILLIS);
        this.disposed = new long[weeks];
        this.processed = new long[weeks];
        this.stockChange = new long[weeks];
    }

    @Override
    public void fact(FactKind kind, int from, int to, int subject, long amount) {
        int week = (int) ((now.getAsLong() - begin) / WEEK_MILLIS);
        if (week >= disposed.length) {
            return;
        }
        switch (kind) {
            case GENERATED, PRODUCED, DRAWN -> stockChange[week] += amount;
            case CONSUMED, SOLD -> stockChange[week] -= amount;
            case PROCESSED -> {
                processed[week] += amount;
                stockChange[week] -= amount;
            }
            case DISPOSED -> {
                disposed[week] += amount;
                stockChange[week] -= amount;
            }
            case WITHHELD, SHIPPED, RECEIVED, LOST, PAID, EMITTED -> {}
        }
    }

    int weeks() {
        return disposed.length;
    }

    /** What reached its final treatment in each week. */
    long[] disposed() {
        return disposed.clone();
    }

    /** What lines used up in each week. */
    long[] processed() {
        return processed.clone();
    }

    /** What was in stores, waiting and on the road at the end of each week. */
    long[] stock() {
        long[] stock = stockChange.clone();
        for (int week = 1; week < stock.length; week++) {
            stock[week] += stock[week - 1];
        }
        return stock;
    }
}
