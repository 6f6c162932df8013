package org.circlab.simulation;

import org.circlab.ledger.SubstanceKind;

/**
 * Where a line sends what is in the material that it takes: each property by its own shares over outputs, air and water. What is
 * due to an output of which not a gram has come out waits for the next.
 */
final class Transfer {

    private final Contents contents;
    private final SubstanceLayer layer;
    private final int inlet;
    private final int properties;
    private final int outputs;
    private final double[][] waiting;
    private final double[][] each;

    Transfer(Stage stage, int inlet, int outputs) {
        this.contents = stage.contents();
        this.layer = stage.lab().substances();
        this.inlet = inlet;
        this.properties = layer.properties();
        this.outputs = outputs;
        this.waiting = new double[outputs][properties];
        this.each = new double[outputs][properties];
    }

    /**
     * Shares out what a lot contained, after it has been transformed.
     *
     * @param lot the lot, which is used up
     * @param made what has become of it
     */
    void share(int lot, long takenGrams, Transformation made) {
        if (properties == 0) {
            return;
        }
        double[] amounts = contents.use(lot, inlet, takenGrams);
        double water = made.waterAddedGrams();
        amounts[SubstanceLayer.MOISTURE] += water;
        contents.book(SubstanceKind.ADDED, SubstanceLayer.MOISTURE, water);
        for (int property = 0; property < properties; property++) {
            double[] shares = layer.transfer(inlet, property);
            for (int output = 0; output < outputs; output++) {
                double due = waiting[output][property] + shares[output] * amounts[property];
                long grams = made.outputGrams(output);
                waiting[output][property] = grams == 0 ? due : 0;
                each[output][property] = grams == 0 ? 0 : due / grams;
            }
            contents.book(SubstanceKind.TO_AIR, property, shares[outputs] * amounts[property]);
            contents.book(SubstanceKind.TO_WATER, property, shares[outputs + 1] * amounts[property]);
        }
        for (int output = 0; output < outputs; output++) {
            waiting[output][SubstanceLayer.LOOPS] = 0;
            each[output][SubstanceLayer.LOOPS] = amounts[SubstanceLayer.LOOPS] / takenGrams + 1;
        }
    }

    /** What each gram of an output contains. */
    double[] each(int output) {
        return each[output];
    }

    /** Adds what waits. */
    void addHeld(double[] held) {
        for (double[] due : waiting) {
            for (int property = 0; property < properties; property++) {
                held[property] += due[property];
            }
        }
    }
}
