package org.circlab.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlab.kernel.Kernel;
import org.circlab.model.Material;

/**
 * What is committed to inlets that blend. Of each material that decays there is a part of its own, which goes on decaying at its
 * rate; all the rest is one part. What is used is drawn from all parts alike.
 */
final class Mixes {

    private final SubstanceLayer layer;
    private final Kernel kernel;
    private final Decay decay;
    private final int properties;
    /** By inlet: its parts; none where it does not blend. The first has no rates. */
    private final Part[][] parts;
    /** By inlet and material: which part; empty where nothing that it takes decays. */
    private final int[][] partOf;

    private final double[] grams;
    private final long[] agedMillis;

    /** Hears what has decayed. */
    @FunctionalInterface
    interface Decay {
        /** So much of a property has gone, in its amount. */
        void decayed(int property, double amount);
    }

    /** Amounts by property, and what of each goes in a millisecond. */
    private static final class Part {
        private final double[] amounts;
        private final double[] rates;

        private Part(int properties, double[] rates) {
            this.amounts = new double[properties];
            this.rates = rates;
        }
    }

    Mixes(CompiledLab lab, Kernel kernel, Decay decay) {
        this.layer = lab.substances();
        this.kernel = kernel;
        this.decay = decay;
        this.properties = layer.properties();
        this.parts = new Part[lab.inlets()][];
        this.partOf = new int[lab.inlets()][];
        this.grams = new double[lab.inlets()];
        this.agedMillis = new long[lab.inlets()];
        for (int inlet = 0; inlet < parts.length; inlet++) {
            boolean blends = properties > 0 && layer.blends(inlet);
            parts[inlet] = blends ? divide(lab, inlet) : new Part[0];
        }
    }

    private Part[] divide(CompiledLab lab, int inlet) {
        List<Material> materials = lab.lab().materials();
        int[] own = new int[materials.size()];
        List<Part> divided = new ArrayList<>(List.of(new Part(properties, new double[0])));
        for (int material = 0; material < own.length; material++) {
            double[] rates = layer.decay(material);
            boolean taken = lab.network()
                    .inlets()
                    .get(inlet)
                    .accepts(materials.get(material).id());
            if (taken && rates.length > 0) {
                own[material] = divided.size();
                divided.add(new Part(properties, rates));
            }
        }
        partOf[inlet] = divided.size() > 1 ? own : new int[0];
        return divided.toArray(Part[]::new);
    }

    /** Grams that are committed to an inlet. */
    double grams(int inlet) {
        return grams[inlet];
    }

    /** Adds grams of a material with the content of a gram, which begins at a place of an array. */
    void add(int inlet, int material, double[] content, int from, long added) {
        age(inlet);
        int number = partOf[inlet].length == 0 ? 0 : partOf[inlet][material];
        double[] amounts = parts[inlet][number].amounts;
        for (int property = 0; property < properties; property++) {
            amounts[property] += content[from + property] * added;
        }
        grams[inlet] += added;
    }

    /** Takes grams out; writes the amounts of what is in them. */
    void take(int inlet, long taken, double[] amounts) {
        age(inlet);
        double share = taken / grams[inlet];
        grams[inlet] -= taken;
        Arrays.fill(amounts, 0);
        for (Part part : parts[inlet]) {
            for (int property = 0; property < properties; property++) {
                double gone = part.amounts[property] * share;
                amounts[property] += gone;
                part.amounts[property] = grams[inlet] == 0 ? 0 : part.amounts[property] - gone;
            }
        }
    }

    /** What a gram of the mix of an inlet contains; the mix must not be empty. */
    double[] mean(int inlet) {
        double[] mean = new double[properties];
        addTo(inlet, mean);
        Arrays.setAll(mean, property -> mean[property] / grams[inlet]);
        return mean;
    }

    /** Adds the amounts of the mix of an inlet to others. */
    void addTo(int inlet, double[] sums) {
        age(inlet);
        for (Part part : parts[inlet]) {
            for (int property = 0; property < properties; property++) {
                sums[property] += part.amounts[property];
            }
        }
    }

    /** Counts the decay of a mix until now. */
    private void age(int inlet) {
        long millis = kernel.now() - agedMillis[inlet];
        agedMillis[inlet] = kernel.now();
        for (int number = 1; number < parts[inlet].length && millis > 0; number++) {
            Part part = parts[inlet][number];
            for (int property = 0; property < properties; property++) {
                if (part.rates[property] > 0) {
                    double left = part.amounts[property] * StrictMath.exp(-part.rates[property] * millis);
                    decay.decayed(property, part.amounts[property] - left);
                    part.amounts[property] = left;
                }
            }
        }
    }
}
