package org.circlab.experiment.warmup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.circlab.experiment.Sinks;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.MonthSink;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.simulation.Relations;
import org.circlab.simulation.Unmatched;
import org.jspecify.annotations.Nullable;

/** Watches an experiment settle, and hands all it is told on to other sinks. */
public final class SettlingWatch implements Sinks {

    private final Lab lab;
    private final Horizon horizon;
    private final Sinks others;
    /** Those of the variant by replication. */
    private final Map<Integer, WeeklySeries> series = new TreeMap<>();

    /** A watch of runs of a lab. */
    public SettlingWatch(Lab lab, Sinks others) {
        this.lab = lab;
        this.horizon = lab.horizon();
        this.others = others;
    }

    /** How the variant settled, once its replications have ended. */
    public List<Settling> settlings() {
        List<Settling> found;
        synchronized (series) {
            found = Settling.of(horizon, new ArrayList<>(series.values()));
        }
        if (found.stream().noneMatch(Settling::isLate)) {
            return found;
        }
        NavigableSet<LocalDate> changes = DatedChanges.of(lab).tailSet(horizon.warmUpStart(), false);
        return found.stream().map(each -> each.among(changes)).toList();
    }

    @Override
    public FactListener variantFacts(int replication, LongSupplier now) {
        WeeklySeries own = new WeeklySeries(horizon, now);
        synchronized (series) {
            series.put(replication, own);
        }
        FactListener other = others.variantFacts(replication, now);
        return other == null ? own : new Both(own, other);
    }

    /** Two that hear the same. */
    private record Both(FactListener one, FactListener other) implements FactListener {

        @Override
        public void fact(FactKind kind, int from, int to, int subject, long amount) {
            one.fact(kind, from, to, subject, amount);
            other.fact(kind, from, to, subject, amount);
        }

        @Override
        public void windowOpens() {
            one.windowOpens();
            other.windowOpens();
        }

        @Override
        public void windowCloses() {
            one.windowCloses();
            other.windowCloses();
        }
    }

    @Override
    public FlowSink variant(int replication) {
        return others.variant(replication);
    }

    @Override
    public FlowSink baseline(int replication) {
        return others.baseline(replication);
    }

    @Override
    public @Nullable MonthSink variantMonths(int replication) {
        return others.variantMonths(replication);
    }

    @Override
    public @Nullable MonthSink baselineMonths(int replication) {
        return others.baselineMonths(replication);
    }

    @Override
    public @Nullable FactListener baselineFacts(int replication, LongSupplier now) {
        return others.baselineFacts(replication, now);
    }

    @Override
    public void variantUnmatched(int replication, Unmatched unmatched) {
        others.variantUnmatched(replication, unmatched);
    }

    @Override
    public void baselineUnmatched(int replication, Unmatched unmatched) {
        others.baselineUnmatched(replication, unmatched);
    }

    @Override
    public void variantRelations(int replication, Relations relations) {
        others.variantRelations(replication, relations);
    }

    @Override
    public void baselineRelations(int replication, Relations relations) {
        others.baselineRelations(replication, relations);
    }
}
