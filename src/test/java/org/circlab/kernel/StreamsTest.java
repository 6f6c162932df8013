package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class StreamsTest {

    @Test
    void theSameNameGivesTheSameDraws() {
        RandomStream one = new Streams(1, 2).stream("breakdown", "tes", "line");
        RandomStream other = new Streams(1, 2).stream("breakdown", "tes", "line");
        for (int i = 0; i < 100; i++) {
            assertThat(one.nextLong()).isEqualTo(other.nextLong());
        }
    }

    @Test
    void eachPartOfTheNameMatters() {
        Set<Long> first = new HashSet<>();
        String[][] names = {
            {"", "", ""},
            {"a", "", ""},
            {"", "a", ""},
            {"", "", "a"},
            {"a", "bc", ""},
            {"ab", "c", ""},
            {"abc", "", ""},
            {"", "abc", ""},
            {"a", "b", "c"},
            {"a", "c", "b"},
            {"abcd", "", ""},
            {"abcde", "", ""},
            {"\0", "", ""},
            {"\0\0", "", ""},
            {"\0\0\0\0", "", ""},
            {"é", "", ""},
            {"e\u0301", "", ""},
            {"č", "", ""}
        };
        for (String[] name : names) {
            for (int replication = -1; replication < 3; replication++) {
                for (long seed : new long[] {0, 1, -1, 1L << 32, Long.MIN_VALUE}) {
                    first.add(new Streams(seed, replication)
                            .stream(name[0], name[1], name[2]).nextLong());
                }
            }
        }
        assertThat(first).hasSize(names.length * 4 * 5);
    }

    @Test
    void namesThatLookAlikeDoNotCollideAndSpreadEvenly() {
        Set<Long> first = new HashSet<>();
        long[] cells = new long[256];
        int ones = 0;
        Streams streams = new Streams(1, 1);
        for (int i = 0; i < 200_000; i++) {
            long draw = streams.stream("arising", "actor-" + i / 10, "material-" + i % 10)
                    .nextLong();
            first.add(draw);
            cells[(int) (draw >>> 56)]++;
            ones += Long.bitCount(draw);
        }
        assertThat(first).hasSize(200_000);
        double[] even = new double[256];
        Arrays.fill(even, 200_000 / 256.0);
        assertThat(new ChiSquareTest().chiSquareTest(even, cells)).isBetween(1e-3, 1 - 1e-3);
        assertThat(ones / (200_000 * 64.0)).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(200_000 * 64.0)));
    }

    /**
     * Streams of names that differ in one letter, and of replications that follow, have no correlation at any of
     * some lags.
     */
    @Test
    void neighbouringStreamsAreNotCorrelated() {
        int draws = 4_000;
        List<double[]> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            samples.add(draw(new Streams(7, i % 4).stream("haulage", "actor" + i / 4, ""), draws));
        }
        double largest = 0;
        double sumOfSquares = 0;
        int pairs = 0;
        for (int i = 0; i < samples.size(); i++) {
            for (int j = 0; j < i; j++) {
                for (int lag = 0; lag < 3; lag++) {
                    double correlation = correlation(samples.get(i), samples.get(j), lag) * Math.sqrt(draws - lag);
                    largest = Math.max(largest, Math.abs(correlation));
                    sumOfSquares += correlation * correlation;
                    pairs++;
                }
            }
        }
        assertThat(largest).isLessThan(4.8);
        assertThat(sumOfSquares / pairs).isCloseTo(1, within(5 * Math.sqrt(2.0 / pairs)));
    }

    private static double[] draw(RandomStream stream, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (stream.nextDouble() - 0.5) * Math.sqrt(12);
        }
        return values;
    }

    private static double correlation(double[] one, double[] other, int lag) {
        double sum = 0;
        for (int i = lag; i < one.length; i++) {
            sum += one[i] * other[i - lag];
        }
        return sum / (one.length - lag);
    }

    /** Pins every byte of what scenarios draw: a change here changes every published result. */
    @Test
    void theDrawsAreTheSameBytesForEver() throws NoSuchAlgorithmException {
        RandomStream stream = new Streams(1, 1).stream("arising", "tes", "fly-ash");
        Sampler[] samplers = {
            Samplers.lognormal(2, 0.3), Samplers.gamma(2, 0.3), Samplers.gamma(2, 3), Samplers.normalAbove0(2, 0.7),
            Samplers.weibull(1.7, 3), Samplers.triangular(1, 2, 4), Samplers.erlang(3, 2), Samplers.uniform(1, 2)
        };
        ByteBuffer bytes = ByteBuffer.allocate(8 * 5_000 * (samplers.length + 5));
        for (int i = 0; i < 5_000; i++) {
            bytes.putLong(stream.nextLong());
            bytes.putDouble(stream.nextDouble());
            bytes.putDouble(stream.nextExponential());
            bytes.putDouble(stream.nextGaussian());
            bytes.putLong(stream.nextInt(1_000_003));
            for (Sampler sampler : samplers) {
                bytes.putDouble(sampler.sample(stream));
            }
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("fcb59cef80f0bd708c4b6e334ebe382b6bd8f09a61a0ea887cb51ee2af5f4580");
        RandomStream again = new Streams(1, 1).stream("arising", "tes", "fly-ash");
        assertThat(again.nextLong()).isEqualTo(-8588582575942547452L);
        assertThat(again.nextExponential()).isEqualTo(2.9534455414692524);
        assertThat(again.nextGaussian()).isEqualTo(0.6205618387814072);
    }
}
