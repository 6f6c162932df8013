package org.circlab.network;

/**
 * A closed gate between an outlet and an inlet.
 *
 * @param gate which
 * @param margin by how much it is closed, above 0; NaN where it is closed altogether and not by some amount
 * @param unit of the margin; empty where there is none
 * @param words what is missing, a part of a sentence such as {@code mill needs a permit for 10 01 02}
 */
public record Barrier(Gate gate, double margin, String unit, String words) {

    static Barrier altogether(Gate gate, String words) {
        return new Barrier(gate, Double.NaN, "", words);
    }
}
