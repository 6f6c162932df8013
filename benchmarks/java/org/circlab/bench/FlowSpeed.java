package org.circlab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.circlab.bench.AugmentingPaths.Begin;
import org.circlab.exchange.CapacityScaling;
import org.circlab.exchange.Dimacs;
import org.circlab.exchange.FlowProblem;
import org.circlab.exchange.FlowSolution;
import org.circlab.exchange.NetworkSimplex;

/**
 * Makes transportation problems and times the network simplex and JGraphT's capacity scaling on them; {@code benchmarks/flow}
 * runs it beside others. Rows are: file, solver, what it did, milliseconds of CPU time of the thread, cost of the flow.
 *
 * <p>In the problems called dense each donor has an arc to each receiver, in those called nearest10 and nearest20 to so many; in
 * those called scarce to 20, too, but what is left over costs ten times the side of the square, so that as much as possible
 * moves, in long chains.
 */
public final class FlowSpeed {

    /** What is left over costs a donor and a receiver as much as a way of a twentieth of the square's side. */
    private static final long FALLBACK = 50_000;

    private FlowSpeed() {}

    /** {@code write DIRECTORY ARCS ...}, or {@code simplex|jgrapht|warm RUNS FILE ...}. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("write")) {
            for (int i = 2; i < args.length; i++) {
                int arcs = Integer.parseInt(args[i]);
                int side = (int) Math.round(Math.sqrt(arcs));
                write(Path.of(args[1], "dense-" + arcs + ".min"), transportation(side, side, FALLBACK));
                write(Path.of(args[1], "nearest10-" + arcs + ".min"), transportation(arcs / 10, 10, FALLBACK));
                write(Path.of(args[1], "nearest20-" + arcs + ".min"), transportation(arcs / 20, 20, FALLBACK));
                write(Path.of(args[1], "scarce-" + arcs + ".min"), transportation(arcs / 20, 20, 200 * FALLBACK));
            }
            return;
        }
        int runs = Integer.parseInt(args[1]);
        for (int i = 2; i < args.length; i++) {
            FlowProblem problem = read(Path.of(args[i]));
            for (int run = 0; run < runs; run++) {
                switch (args[0]) {
                    case "simplex" -> simplex(args[i], problem);
                    case "jgrapht" -> jgrapht(args[i], problem);
                    case "warm" -> warm(args[i], problem, run);
                    default -> throw new IllegalArgumentException("unknown solver " + args[0]);
                }
            }
        }
    }

    private static void simplex(String file, FlowProblem problem) {
        long begin = now();
        FlowSolution solution = new NetworkSimplex().solve(problem);
        row(file, "circlab cold", now() - begin, solution.cost(problem));
    }

    private static void jgrapht(String file, FlowProblem problem) {
        CapacityScaling.Prepared prepared = CapacityScaling.prepare(problem);
        long begin = now();
        FlowSolution solution = prepared.solve();
        row(file, "jgrapht cold", now() - begin, solution.cost(problem));
    }

    /**
     * Changes a hundredth of the supplies, by up to a tenth each, and solves again: from the last basis, from the last flow along
     * shortest paths, and from nothing.
     */
    private static void warm(String file, FlowProblem problem, int run) {
        Map<Begin, AugmentingPaths> paths = new EnumMap<>(Begin.class);
        FlowSolution last = new NetworkSimplex().solve(problem);
        for (Begin where : Begin.values()) {
            paths.put(where, new AugmentingPaths(problem, last));
        }
        NetworkSimplex solver = new NetworkSimplex();
        solver.solve(problem);
        changeSupplies(problem, new Random(run));
        long begin = now();
        FlowSolution warm = solver.solve(problem);
        long between = now();
        FlowSolution cold = new NetworkSimplex().solve(problem);
        long end = now();
        BigInteger cost = cold.cost(problem);
        requireCost(cost, warm.cost(problem));
        row(file, "circlab again", end - between, cost);
        row(file, "circlab warm", between - begin, cost);
        paths.forEach((where, path) -> augment(file, problem, where, path, cost));
    }

    private static void augment(
            String file, FlowProblem problem, Begin where, AugmentingPaths paths, BigInteger required) {
        long begin = now();
        long[] flow = paths.solve(where);
        long end = now();
        requireCost(required, cost(problem, flow));
        row(file, "circlab paths-" + where.name().toLowerCase(Locale.ROOT), end - begin, required);
    }

    private static void changeSupplies(FlowProblem problem, Random random) {
        int last = problem.nodes() - 1;
        for (int i = 0; i < Math.max(1, problem.nodes() / 100); i++) {
            int node = random.nextInt(last);
            long change = Math.round(problem.supply(node) * (random.nextDouble() - 0.5) / 5);
            problem.setSupply(node, problem.supply(node) + change);
            problem.setSupply(last, problem.supply(last) - change);
        }
    }

    private static BigInteger cost(FlowProblem problem, long[] flow) {
        BigInteger sum = BigInteger.ZERO;
        for (int arc = 0; arc < flow.length; arc++) {
            sum = sum.add(BigInteger.valueOf(flow[arc]).multiply(BigInteger.valueOf(problem.cost(arc))));
        }
        return sum;
    }

    private static void requireCost(BigInteger cold, BigInteger warm) {
        if (!cold.equals(warm)) {
            throw new IllegalStateException("a warm solution costs " + warm + ", the cold one " + cold);
        }
    }

    /** CPU time of this thread, which other programs on the machine disturb least. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void row(String file, String what, long nanos, BigInteger cost) {
        System.out.println(file + " " + what + " " + nanos / 1e6 + " " + cost);
    }

    private static FlowProblem read(Path file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            return Dimacs.read(text).problem();
        }
    }

    private static void write(Path file, FlowProblem problem) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            Dimacs.write(problem, out);
        }
    }

    /**
     * Donors and as many receivers at random in the plane, an arc from each donor to its nearest receivers for the distance, and
     * a last node that takes and gives what is left over at a price.
     */
    private static FlowProblem transportation(int side, int k, long fallback) {
        Random random = new Random(1);
        double[] x = random.doubles(2L * side).toArray();
        double[] y = random.doubles(2L * side).toArray();
        int last = 2 * side;
        FlowProblem problem = new FlowProblem(last + 1);
        long offered = 0;
        for (int i = 0; i < side; i++) {
            long supply = 500L + random.nextInt(1000);
            long demand = 500L + random.nextInt(1000);
            problem.setSupply(i, supply);
            problem.setSupply(side + i, -demand);
            problem.setSupply(last, problem.supply(last) + demand - supply);
            offered += Math.max(supply, demand);
        }
        double[] rx = Arrays.copyOfRange(x, side, last);
        double[] ry = Arrays.copyOfRange(y, side, last);
        Integer[] byX = new Integer[side];
        Arrays.setAll(byX, j -> j);
        Arrays.sort(byX, Comparator.comparingDouble(j -> rx[j]));
        for (int i = 0; i < side; i++) {
            for (int j : nearest(x[i], y[i], rx, ry, byX, k)) {
                problem.addArc(i, side + j, offered, Math.round(1e6 * Math.hypot(x[i] - rx[j], y[i] - ry[j])));
            }
            problem.addArc(i, last, offered, fallback);
            problem.addArc(last, side + i, offered, fallback);
        }
        return problem;
    }

    /** The nearest of points: looks left and right in the order of x until the rest is too far. */
    private static int[] nearest(double px, double py, double[] x, double[] y, Integer[] byX, int k) {
        int right = 0;
        int high = byX.length;
        while (right < high) {
            int middle = (right + high) / 2;
            if (x[byX[middle]] < px) {
                right = middle + 1;
            } else {
                high = middle;
            }
        }
        int left = right - 1;
        PriorityQueue<Integer> kept =
                new PriorityQueue<>(Comparator.comparingDouble((Integer j) -> Math.hypot(px - x[j], py - y[j]))
                        .reversed());
        while (left >= 0 || right < byX.length) {
            boolean goRight = left < 0 || (right < byX.length && x[byX[right]] - px < px - x[byX[left]]);
            int j = goRight ? byX[right++] : byX[left--];
            if (kept.size() == k) {
                int worst = kept.element();
                if (Math.abs(x[j] - px) > Math.hypot(px - x[worst], py - y[worst])) {
                    break;
                }
            }
            kept.add(j);
            if (kept.size() > k) {
                kept.remove();
            }
        }
        return kept.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
