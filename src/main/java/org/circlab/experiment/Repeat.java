package org.circlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Observer;
import org.circlab.simulation.Replication;

/**
 * Runs labs again and again under the same random numbers, and counts how often. Used by several threads at once. A run stops at
 * the end of a simulated month where its thread has been interrupted.
 */
public final class Repeat {

    private final long seed;
    private final AtomicInteger runs = new AtomicInteger();

    /**
     * Nothing has run yet.
     *
     * @param seed where chance starts, in all labs alike
     */
    public Repeat(long seed) {
        this.seed = seed;
    }

    /** How many replications have begun. */
    public int runs() {
        return runs.get();
    }

    /** The accounts of the first replications of a lab, numbered from 1. */
    public List<Accounts> first(int replications, Lab lab) {
        CompiledLab compiled = CompiledLab.of(lab);
        List<Accounts> accounts = new ArrayList<>();
        for (int k = 1; k <= replications; k++) {
            accounts.add(run(compiled, k, FlowSink.NONE, Observer.NONE));
        }
        return accounts;
    }

    /**
     * Runs one replication.
     *
     * @param replication from 1
     * @param months takes the flows of each month as it closes
     * @param observer watches the run
     */
    public Accounts run(CompiledLab lab, int replication, FlowSink months, Observer observer) {
        runs.incrementAndGet();
        return Replication.run(lab, seed, replication, stoppable(months), observer);
    }

    private static FlowSink stoppable(FlowSink months) {
        return (month, flows) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("stopped");
            }
            months.month(month, flows);
        };
    }
}
