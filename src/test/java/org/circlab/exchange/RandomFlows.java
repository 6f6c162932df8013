package org.circlab.exchange;

import java.util.Random;

/** Small random problems with loops, parallel arcs, arcs without room, nodes without arcs, ties and degenerate supplies. */
record RandomFlows(Random random, double unlimited) {

    FlowProblem problem() {
        int nodes = 1 + random.nextInt(12);
        int costs = random.nextInt(4) == 0 ? 1 : 40;
        FlowProblem problem = new FlowProblem(nodes);
        for (int arcs = random.nextInt(5 * nodes); arcs > 0; arcs--) {
            problem.addArc(random.nextInt(nodes), random.nextInt(nodes), capacity(), random.nextInt(costs) - costs / 5);
        }
        redistribute(problem);
        return problem;
    }

    private long capacity() {
        return random.nextDouble() < unlimited ? FlowProblem.UNLIMITED : random.nextInt(12);
    }

    void redistribute(FlowProblem problem) {
        for (int i = random.nextInt(6); i > 0; i--) {
            int a = random.nextInt(problem.nodes());
            int b = random.nextInt(problem.nodes());
            long amount = random.nextInt(4);
            problem.setSupply(a, problem.supply(a) + amount);
            problem.setSupply(b, problem.supply(b) - amount);
        }
    }

    /** Changes supplies, or costs and capacities, or all of them. */
    void change(FlowProblem problem) {
        int what = random.nextInt(3);
        if (what != 0) {
            redistribute(problem);
        }
        if (what != 1 && problem.arcs() > 0) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                problem.setCost(random.nextInt(problem.arcs()), random.nextInt(40) - 8);
                problem.setCapacity(random.nextInt(problem.arcs()), capacity());
            }
        }
    }
}
