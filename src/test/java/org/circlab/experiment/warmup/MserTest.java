package org.circlab.experiment.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Streams;
import org.junit.jupiter.api.Test;

class MserTest {

    /** Each number five times, so that it is a batch. */
    private static double[] batches(double... means) {
        double[] series = new double[5 * means.length];
        Arrays.setAll(series, i -> means[i / 5]);
        return series;
    }

    /**
     * Ten batches 20, 8, then 1 and 3 in turn. Nothing cut: squares 504 - 44^2 / 10 = 310.4, over 100 is 3.104. One: 104 - 24^2 / 9 =
     * 40, over 81 is 0.494. Two: 40 - 16^2 / 8 = 8, over 64 is 0.125. Three: 39 - 15^2 / 7 = 6.857, over 49 is 0.140. So two go, ten
     * observations.
     */
    @Test
    void workedExample() {
        assertThat(Mser.cut(batches(20, 8, 1, 3, 1, 3, 1, 3, 1, 3))).hasValue(10);
    }

    @Test
    void batchesAreMeansOfFive() {
        double[] series = batches(20, 8, 1, 3, 1, 3, 1, 3, 1, 3);
        for (int i = 0; i < series.length; i++) {
            series[i] += i % 5 - 2;
        }
        assertThat(Mser.cut(series)).hasValue(10);
        double[] longer = Arrays.copyOf(series, series.length + 4);
        Arrays.fill(longer, series.length, longer.length, 1000);
        assertThat(Mser.cut(longer)).as("what fills no batch is not looked at").hasValue(10);
    }

    @Test
    void whatIsSettledFromTheStartIsNotCut() {
        assertThat(Mser.cut(batches(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7))).hasValue(0);
        assertThat(Mser.cut(batches(1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3))).hasValue(0);
    }

    @Test
    void whatNeverSettlesIsNotCutButRefused() {
        double[] trend = new double[200];
        Arrays.setAll(trend, i -> i);
        assertThat(Mser.cut(trend)).isEmpty();
        assertThat(Mser.cut(batches(1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9))).isEmpty();
        assertThat(Mser.cut(new double[49])).isEmpty();
        assertThat(Mser.cut(new double[50])).hasValue(0);
    }

    /** Neither unit nor zero matters. */
    @Test
    void scaleAndOriginDoNotMatter() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] series = autoregressive(random, 300, 10);
            double[] other = Arrays.stream(series).map(x -> 1e6 - 250 * x).toArray();
            assertThat(Mser.cut(other)).isEqualTo(Mser.cut(series));
        }
    }

    private static double[] autoregressive(Random random, int length, double start) {
        double[] series = new double[length];
        double x = start;
        for (int i = 0; i < length; i++) {
            x = 0.9 * x + random.nextGaussian();
            series[i] = x;
        }
        return series;
    }

    /**
     * AR(1) with coefficient 0.9 from 40: the mean of 600 values is off by 40 x 0.9 / 0.1 / 600 = 0.6. Cutting takes at least four
     * fifths of that away, and hardly ever refuses.
     */
    @Test
    void takesTheBiasOfAnAutoregressiveSeriesAway() {
        Random random = new Random(2);
        double before = 0;
        double after = 0;
        int refused = 0;
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            double[] series = autoregressive(random, 600, 40);
            OptionalInt cut = Mser.cut(series);
            refused += cut.isPresent() ? 0 : 1;
            before += mean(series, 0) / trials;
            after += mean(series, cut.orElse(0)) / trials;
        }
        assertThat(before).isBetween(0.5, 0.7);
        assertThat(Math.abs(after)).isLessThan(0.12);
        assertThat(refused).isLessThan(trials / 10);
    }

    private static double mean(double[] series, int from) {
        return Arrays.stream(series, from, series.length).average().orElseThrow();
    }

    /** M/M/1 with load 0.8 and 60 already in line, where 4 are usual: the mean number in 2000 times of service is biased upwards. */
    @Test
    void takesTheBiasOfAFullQueueAway() {
        double before = 0;
        double after = 0;
        int trials = 60;
        for (int trial = 1; trial <= trials; trial++) {
            double[] series = new Queue(60, trial).samples(2000);
            before += mean(series, 0) / trials;
            after += mean(series, Mser.cut(series).orElse(0)) / trials;
        }
        assertThat(before).isGreaterThan(4 + 3);
        assertThat(after).isBetween(4 - 1.2, 4 + 1.2);
    }

    /** A station with one server, in thousandths of its mean service. */
    private static final class Queue {

        private final Kernel kernel = new Kernel();
        private final RandomStream chance;
        private final EventType arrival = kernel.define("arrival", 0, (subject, payload) -> arrive());
        private final EventType end = kernel.define("end", 0, (subject, payload) -> leave());
        private int present;

        Queue(int present, long seed) {
            this.present = present;
            this.chance = new Streams(seed, 1).stream("queue", "", "");
            arrival.after((long) (1000 / 0.8 * chance.nextExponential()), 0, 0);
            end.after((long) (1000 * chance.nextExponential()), 0, 0);
        }

        double[] samples(int length) {
            double[] samples = new double[length];
            for (int i = 0; i < length; i++) {
                kernel.run(1000L * (i + 1));
                samples[i] = present;
            }
            return samples;
        }

        private void arrive() {
            arrival.after((long) (1000 / 0.8 * chance.nextExponential()), 0, 0);
            if (present++ == 0) {
                end.after((long) (1000 * chance.nextExponential()), 0, 0);
            }
        }

        private void leave() {
            if (--present > 0) {
                end.after((long) (1000 * chance.nextExponential()), 0, 0);
            }
        }
    }
}
