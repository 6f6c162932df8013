package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Closed forms of queueing theory, and the rule by which a simulation is held to them: 20 independent replications without their
 * warm-up; the mean lies within three standard errors of the exact value, and a standard error is at most 2 % of it.
 *
 * <p>The seed of a case is its number, whatever it gives. At three standard errors one of some hundred comparisons may fail by
 * chance. Then the case runs twice as long with the seed 100 + number; no other seed is tried.
 */
final class QueueTheory {

    static final int REPLICATIONS = 20;
    private static final double MOST_ERROR = 0.02;
    /** What run lengths aim at: a standard error of 20 values is itself only known to a sixth, and a warm-up is short. */
    private static final double AIM = 0.012;

    private QueueTheory() {}

    /** Days of a replication that bring the relative standard error down to the aim, a mean service being an hour. */
    static double days(double relativeVariance) {
        return Math.ceil(relativeVariance / (AIM * AIM) / REPLICATIONS / 24);
    }

    /**
     * Asymptotic variance of the time average of the queue in mean services, relative to the square of its mean. In M/M/1 that of
     * the number in the system is 2ρ(1 + ρ)/(1 - ρ)⁴ (W. Whitt, Planning queueing simulations, Management Science 35(11), 1989,
     * 1341-1366), and so, nearly, is that of the queue, whose mean is ρ²/(1 - ρ). While all of several servers are busy they are
     * one faster server; that is so for the share {@code busy} of the time, which is ρ for a single server.
     */
    static double queueVariance(double rho, int servers, double busy) {
        double single = 2 * (1 + rho) / (rho * (1 - rho) * (1 - rho));
        return single / (busy * rho) / servers;
    }

    /**
     * The same for the share of the time in which M/M/c is empty. A time average of f over a birth-death process has the variance
     * 2 Σ (S_j)² / (λ π_j), S_j being the sum over i ≤ j of (f_i - mean) π_i, which is P0 times the weight of the states beyond j
     * (W. Whitt, Asymptotic formulas for Markov processes with applications to simulation, Operations Research 40(2), 1992,
     * 279-291).
     */
    static double emptyVariance(double lambda, double mu, int c) {
        double state = mmc(lambda, mu, c).getOrDefault("P0", Double.NaN);
        double beyond = 1;
        double sum = 0;
        for (int j = 0; beyond > 1e-9; j++) {
            beyond -= state;
            sum += 2 * beyond * beyond / (lambda / mu * state);
            state *= lambda / mu / Math.min(j + 1, c);
        }
        return sum;
    }

    /** The measures of all replications. */
    static List<Map<String, Double>> replicate(IntFunction<Map<String, Double>> replication) {
        return IntStream.rangeClosed(1, REPLICATIONS)
                .parallel()
                .mapToObj(replication)
                .toList();
    }

    /** Holds what was measured to what theory gives. */
    static void require(String what, List<Map<String, Double>> measured, Map<String, Double> theory) {
        theory.forEach((measure, expected) -> {
            double[] values = measured.stream()
                    .mapToDouble(each -> each.getOrDefault(measure, Double.NaN))
                    .toArray();
            require(what + ": " + measure, values, expected);
        });
    }

    private static void require(String what, double[] values, double expected) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        assertThat(error / expected).as("relative standard error of %s", what).isLessThanOrEqualTo(MOST_ERROR);
        assertThat(Math.abs(mean - expected) / error)
                .as("standard errors of %s, which is %s instead of %s", what, mean, expected)
                .isLessThanOrEqualTo(3);
    }

    /** M/M/c, with Erlang's probability of waiting. */
    static Map<String, Double> mmc(double lambda, double mu, int c) {
        double offered = lambda / mu;
        double term = 1;
        double sum = 0;
        for (int k = 0; k < c; k++) {
            sum += term;
            term *= offered / (k + 1);
        }
        double rho = offered / c;
        double tail = term / (1 - rho);
        double empty = 1 / (sum + tail);
        double queue = tail * empty * rho / (1 - rho);
        Map<String, Double> theory = waits(lambda, mu, queue);
        theory.put("rho", rho);
        theory.put("P0", empty);
        theory.put("erlangC", tail * empty);
        theory.put("throughput", lambda);
        return theory;
    }

    /** M/G/1 by Pollaczek (1930) and Khintchine (1932), a mean service being the unit of time. */
    static Map<String, Double> mg1(double rho, double squaredCv) {
        Map<String, Double> theory = waits(rho, 1, rho * rho * (1 + squaredCv) / (2 * (1 - rho)));
        theory.put("rho", rho);
        return theory;
    }

    /** Little's law. */
    private static Map<String, Double> waits(double lambda, double mu, double queue) {
        Map<String, Double> theory = new LinkedHashMap<>();
        theory.put("Lq", queue);
        theory.put("Wq", queue / lambda);
        theory.put("L", queue + lambda / mu);
        theory.put("W", queue / lambda + 1 / mu);
        return theory;
    }

    /** Erlang's loss system M/M/c/c. */
    static Map<String, Double> loss(double lambda, double mu, int c) {
        double offered = lambda / mu;
        double blocking = 1;
        for (int k = 1; k <= c; k++) {
            blocking = offered * blocking / (k + offered * blocking);
        }
        Map<String, Double> theory = new LinkedHashMap<>();
        theory.put("L", offered * (1 - blocking));
        theory.put("throughput", lambda * (1 - blocking));
        theory.put("blocking", blocking);
        return theory;
    }

    /** M/M/1 with {@code places} in the system. */
    static Map<String, Double> finite(double lambda, double mu, int places) {
        double rho = lambda / mu;
        double sum = 0;
        double weighted = 0;
        for (int n = 0; n <= places; n++) {
            sum += StrictMath.pow(rho, n);
            weighted += n * StrictMath.pow(rho, n);
        }
        double number = weighted / sum;
        double blocking = StrictMath.pow(rho, places) / sum;
        double throughput = lambda * (1 - blocking);
        double queue = number - throughput / mu;
        Map<String, Double> theory = new LinkedHashMap<>();
        theory.put("L", number);
        theory.put("Lq", queue);
        theory.put("W", number / throughput);
        theory.put("Wq", queue / throughput);
        theory.put("throughput", throughput);
        theory.put("blocking", blocking);
        theory.put("P0", 1 / sum);
        return theory;
    }

    /**
     * M/M/1 of mean service 1 whose server fails at the rate {@code failures} while it serves, is repaired in {@code repair} on
     * average, and goes on where it stopped. From begin to end a service takes C with E[C] = 1 + fR and E[C²] = 2(1 + fR)² + 2fR²,
     * to which Pollaczek and Khinchine apply (B. Avi-Itzhak and P. Naor, Some queuing problems with the service station subject
     * to breakdown, Operations Research 11(3), 1963, 303-320).
     */
    static double numberWithFailuresByUse(double lambda, double failures, double repair) {
        double mean = 1 + failures * repair;
        double square = 2 * mean * mean + 2 * failures * repair * repair;
        return lambda * mean + lambda * lambda * square / (2 * (1 - lambda * mean));
    }

    /**
     * The same, but the server fails whether it serves or not (model A of Avi-Itzhak and Naor). The balance of flows between the
     * states up and down, with r = 1/R, gives for the generating functions U and D of the number in the system
     *
     * <pre>
     * D(z) (r + λ(1 - z)) = f U(z)      U(z) (1 - λz (1 + f / (r + λ(1 - z)))) = P(up and empty)
     * </pre>
     *
     * and the mean U'(1) + D'(1) after U(1) = r / (r + f) has told P.
     */
    static double numberWithFailuresByTime(double lambda, double failures, double repair) {
        double r = 1 / repair;
        double stretch = 1 + failures / r;
        double busy = (lambda * stretch + lambda * lambda * failures / (r * r)) / (1 - lambda * stretch);
        return busy + lambda * failures / (r * (r + failures));
    }

    /**
     * Throughput of two stations in series of which the first always has work and the second a buffer between them, with blocking
     * after service. Beyond the first station there are 0 to {@code buffer} + 2 lots, the last being the one that blocks it: a
     * chain of births at the rate of the first and deaths at that of the second. For equal rates μ(b + 2)/(b + 3) (G. C. Hunt,
     * Sequential arrays of waiting lines, Operations Research 4(6), 1956, 674-683).
     */
    static double tandem(double first, double second, int buffer) {
        double weight = 1;
        double sum = 0;
        for (int n = 0; n <= buffer + 2; n++) {
            sum += weight;
            weight *= first / second;
        }
        return second * (1 - 1 / sum);
    }
}
