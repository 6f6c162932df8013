package org.circlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Streams;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.report.Harbour;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Compared;
import org.circlab.score.Estimate;
import org.circlab.score.Measure;
import org.circlab.score.Sense;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;
import org.junit.jupiter.api.Test;

/** Of 2 000 experiments on models with known answers, between 93 and 97 % of the 95 % intervals hold the answer. */
class CoverageTest {

    private static final int EXPERIMENTS = 2000;
    private static final Measure MEASURE = new Measure("any", "Any", "1", Sense.NEITHER, "any", "what is known", "");

    private static double coverage(double truth, LongFunction<Estimate> experiment) {
        int covered = 0;
        for (long seed = 1; seed <= EXPERIMENTS; seed++) {
            Estimate estimate = experiment.apply(seed);
            covered += estimate.low95() <= truth && truth <= estimate.high95() ? 1 : 0;
        }
        return covered / (double) EXPERIMENTS;
    }

    /** Normal values whose two sides share most of their chance. */
    @Test
    void pairedDifferencesOfNormalValues() {
        double coverage = coverage(-0.5, seed -> {
            double[] variant = new double[10];
            double[] baseline = new double[10];
            for (int k = 0; k < 10; k++) {
                RandomStream chance = new Streams(seed, k).stream("normal", "", "");
                double shared = 5 * chance.nextGaussian();
                variant[k] = 3 + shared + chance.nextGaussian();
                baseline[k] = 3.5 + shared + chance.nextGaussian();
            }
            return Compared.of(MEASURE, variant, baseline).difference();
        });
        assertThat(coverage).isBetween(0.93, 0.97);
    }

    /** M/M/1 in balance from the start, load 0.5, over 300 times of service: the mean number present is 1, its scatter skewed. */
    @Test
    void meansOfAQueueOnTheKernel() {
        double coverage = coverage(1, seed -> {
            double[] means = new double[10];
            for (int k = 0; k < 10; k++) {
                means[k] = new Station(new Streams(seed, k).stream("station", "", "")).meanPresent(300);
            }
            return Estimate.of(means);
        });
        assertThat(coverage).isBetween(0.93, 0.97);
    }

    /** A simulated lab: in two weeks of the harbour slag arises at 12 kt a year and husks at 5, whatever becomes of them. */
    @Test
    void indicatorsOfALab() {
        Lab lab = ScenarioFile.read(Harbour.FILE)
                .effective("asleep", List.of("horizon.length=14 d", "horizon.warm-up=0 d"))
                .lab();
        CompiledLab compiled = CompiledLab.of(lab);
        double coverage = coverage(17_000, seed -> {
            double[] arising = new double[5];
            for (int k = 0; k < arising.length; k++) {
                arising[k] = Replication.run(compiled, seed, k + 1, FlowSink.NONE).arisings().stream()
                                .mapToLong(Accounts.Arisen::grams)
                                .sum()
                        / 1e6
                        / lab.horizon().years();
            }
            return Estimate.of(arising);
        });
        assertThat(coverage).isBetween(0.93, 0.97);
    }

    /** One server; times in thousandths of its mean service. */
    private static final class Station {

        private static final double LOAD = 0.5;

        private final Kernel kernel = new Kernel();
        private final RandomStream chance;
        private final EventType arrival = kernel.define("arrival", 0, (subject, payload) -> arrive());
        private final EventType end = kernel.define("end", 0, (subject, payload) -> leave());
        private int present;
        private long since;
        private double area;

        /** With as many present as there are in the long run, which is geometric. */
        Station(RandomStream chance) {
            this.chance = chance;
            while (chance.nextDouble() < LOAD) {
                present++;
            }
            arrival.after(time(1 / LOAD), 0, 0);
            if (present > 0) {
                end.after(time(1), 0, 0);
            }
        }

        double meanPresent(int services) {
            kernel.run(1000L * services);
            count();
            return area / kernel.now();
        }

        private long time(double mean) {
            return (long) (1000 * mean * chance.nextExponential());
        }

        private void count() {
            area += present * (double) (kernel.now() - since);
            since = kernel.now();
        }

        private void arrive() {
            count();
            arrival.after(time(1 / LOAD), 0, 0);
            if (present++ == 0) {
                end.after(time(1), 0, 0);
            }
        }

        private void leave() {
            count();
            if (--present > 0) {
                end.after(time(1), 0, 0);
            }
        }
    }
}
