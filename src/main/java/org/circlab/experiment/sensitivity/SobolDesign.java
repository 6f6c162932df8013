package org.circlab.experiment.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Streams;

/**
 * The runs from which Sobol' indices are estimated (Saltelli et al., <i>Computer Physics Communications</i> 181(2), 2010). Two
 * matrices A and B of N points come from the halves of one Sobol' sequence in 2k dimensions; A with its column of factor i from B
 * is AB<sub>i</sub>. Together N (k + 2) runs.
 *
 * <p>The sequence is entered at the first power of two that is not below N, since its beginning has 0 and equal coordinates in A
 * and B; with N a power of two the points from there on fill the cube as evenly as those of the beginning.
 */
public final class SobolDesign {

    /** The most factors, since the sequence has 1000 dimensions. */
    public static final int MOST_FACTORS = 500;

    private static final int LEAST_SKIPPED = 16;
    private static final int RESAMPLES = 1000;

    private final int factors;
    private final int samples;
    /** By sample: the coordinates of A and then of B. */
    private final double[][] rows;

    private SobolDesign(int factors, int samples) {
        this.factors = factors;
        this.samples = samples;
        this.rows = new double[samples][];
        Math.multiplyExact(samples, factors + 2);
    }

    /**
     * A design.
     *
     * @param factors k, from 1 to {@value #MOST_FACTORS}
     * @param samples N, at least 2; best a power of two
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static SobolDesign of(int factors, int samples) {
        if (factors < 1 || factors > MOST_FACTORS || samples < 2) {
            throw new IllegalArgumentException("indices of " + factors + " factors from " + samples
                    + " samples cannot be had; it takes 1 to " + MOST_FACTORS + " factors and at least 2 samples");
        }
        SobolDesign design = new SobolDesign(factors, samples);
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * factors);
        int skipped = LEAST_SKIPPED;
        while (skipped < samples) {
            skipped = Math.multiplyExact(skipped, 2);
        }
        design.rows[0] = sequence.skipTo(skipped);
        for (int n = 1; n < samples; n++) {
            design.rows[n] = sequence.nextVector();
        }
        return design;
    }

    /** How many runs it takes. */
    public int size() {
        return samples * (factors + 2);
    }

    /**
     * Where to run: for each sample A, B, then AB of each factor.
     *
     * @param index from 0, below {@link #size}
     * @return a number from 0 to 1 for each factor, as a share of its range
     */
    public double[] point(int index) {
        double[] row = rows[index / (factors + 2)];
        int matrix = index % (factors + 2);
        double[] point = Arrays.copyOfRange(row, matrix == 1 ? factors : 0, matrix == 1 ? 2 * factors : factors);
        if (matrix > 1) {
            point[matrix - 2] = row[factors + matrix - 2];
        }
        return point;
    }

    /**
     * The indices.
     *
     * @param seed of the resampling behind the intervals
     * @param responses one for each point; a sample with one that is NaN is left out
     * @throws IllegalArgumentException unless there are as many responses as points
     */
    public SobolIndices indices(long seed, double... responses) {
        if (responses.length != size()) {
            throw new IllegalArgumentException(
                    "there are " + responses.length + " responses to " + size() + " points; there must be as many");
        }
        List<double[]> known = new ArrayList<>();
        for (int n = 0; n < samples; n++) {
            double[] row = Arrays.copyOfRange(responses, n * (factors + 2), (n + 1) * (factors + 2));
            if (Arrays.stream(row).allMatch(Double::isFinite)) {
                known.add(row);
            }
        }
        VarianceShares shares = new VarianceShares(factors, known);
        double[] estimates = shares.of(everyOne(known.size()));
        RandomStream chance = new Streams(seed, 0).stream("bootstrap", "", "");
        double[][] resampled = new double[RESAMPLES][];
        for (int b = 0; b < RESAMPLES; b++) {
            resampled[b] = shares.of(known.isEmpty() ? new int[0] : drawn(known.size(), chance));
        }
        return new SobolIndices(factorIndices(estimates, resampled), shares.variance(), known.size());
    }

    private List<SobolIndices.OfFactor> factorIndices(double[] estimates, double[][] resampled) {
        List<SobolIndices.OfFactor> all = new ArrayList<>();
        for (int i = 0; i < factors; i++) {
            all.add(new SobolIndices.OfFactor(
                    SobolIndices.Share.of(estimates, resampled, i),
                    SobolIndices.Share.of(estimates, resampled, factors + i)));
        }
        return all;
    }

    private static int[] everyOne(int size) {
        int[] all = new int[size];
        Arrays.setAll(all, n -> n);
        return all;
    }

    private static int[] drawn(int size, RandomStream chance) {
        int[] drawn = new int[size];
        Arrays.setAll(drawn, n -> chance.nextInt(size));
        return drawn;
    }
}
