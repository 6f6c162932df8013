package org.circlab.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.math.BigInteger;

/**
 * Minimum-cost flow problems in the text format of the first DIMACS implementation challenge (1990): {@code p min NODES ARCS},
 * {@code n NODE SUPPLY} and {@code a FROM TO LOWER CAPACITY COST}, nodes numbered from 1. A negative capacity is none.
 *
 * @param fixed what the lower bounds of the arcs cost, which the problem itself does not know
 */
public record Dimacs(FlowProblem problem, BigInteger fixed) {

    /** Reads a problem; lower bounds become supplies. */
    public static Dimacs read(Reader text) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        FlowProblem problem = new FlowProblem(0);
        BigInteger fixed = BigInteger.ZERO;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] word = line.strip().split("\\s+");
            switch (word[0]) {
                case "p" -> problem = new FlowProblem(Integer.parseInt(word[2]));
                case "n" -> problem.setSupply(Integer.parseInt(word[1]) - 1, Long.parseLong(word[2]));
                case "a" -> fixed = fixed.add(addArc(problem, word));
                default -> {}
            }
        }
        return new Dimacs(problem, fixed);
    }

    private static BigInteger addArc(FlowProblem problem, String[] word) {
        int from = Integer.parseInt(word[1]) - 1;
        int to = Integer.parseInt(word[2]) - 1;
        long lower = Long.parseLong(word[3]);
        long cost = Long.parseLong(word[5]);
        long capacity = Long.parseLong(word[4]);
        problem.addArc(from, to, capacity < 0 ? FlowProblem.UNLIMITED : capacity - lower, cost);
        problem.setSupply(from, problem.supply(from) - lower);
        problem.setSupply(to, problem.supply(to) + lower);
        return BigInteger.valueOf(lower).multiply(BigInteger.valueOf(cost));
    }

    /** Writes a problem. */
    public static void write(FlowProblem problem, PrintWriter out) {
        out.println("p min " + problem.nodes() + " " + problem.arcs());
        for (int node = 0; node < problem.nodes(); node++) {
            if (problem.supply(node) != 0) {
                out.println("n " + (node + 1) + " " + problem.supply(node));
            }
        }
        for (int arc = 0; arc < problem.arcs(); arc++) {
            out.println("a " + (problem.from(arc) + 1) + " " + (problem.to(arc) + 1) + " 0 " + problem.capacity(arc)
                    + " " + problem.cost(arc));
        }
    }
}
