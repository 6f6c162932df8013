package org.circlab.experiment;

import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.simulation.Observer;

/** Runs replications of one lab. Called by several threads at once: a run is a pure function of its arguments. */
@FunctionalInterface
interface Simulator {

    /**
     * Runs one replication.
     *
     * @param seed of the experiment
     * @param replication from 1
     * @param months takes the flows of each month as it closes
     * @param observer watches the run
     */
    Accounts run(long seed, int replication, FlowSink months, Observer observer);
}
