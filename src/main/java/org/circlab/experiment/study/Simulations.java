package org.circlab.experiment.study;

/** Does tasks by simulating them. Keeps the compiled labs of the points it is at, one for each point and variant. */
public final class Simulations implements Evaluator {

    /** An evaluator of the tasks of one shipment; the scenario is read once. */
    public Simulations(Shipment shipment) {}

    @Override
    public Answer evaluate(Task task) {
        throw new UnsupportedOperationException();
    }
}
