package org.circlab.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What the sizes of flows say of the order of a network, with logarithms to base 2 (R. E. Ulanowicz, Growth and Development
 * (1986); R. E. Ulanowicz, S. J. Goerner, B. Lietaer and R. Gomez, Quantifying sustainability, Ecological Complexity 6, 2009).
 *
 * @param throughput TSTp, the sum of all flows, with those from and to the outside
 * @param diversity H, how many bits it takes to say which flow a unit is in; NaN without any flow
 * @param mutual AMI, how many of them are known from where it came from; NaN without any flow
 */
record FlowInformation(double throughput, double diversity, double mutual) {

    private static final double LN_2 = StrictMath.log(2);

    /** Capacity for development, {@code H x TSTp}. */
    double capacity() {
        return diversity * throughput;
    }

    /** Ascendency, {@code AMI x TSTp}. */
    double ascendency() {
        return mutual * throughput;
    }

    /** What of the capacity is no order, {@code C - A}. */
    double overhead() {
        return capacity() - ascendency();
    }

    /** Relative order {@code a = A / C}, from 0 to 1; NaN where there is only one flow. */
    double order() {
        return diversity == 0 ? Double.NaN : mutual / diversity;
    }

    /** Robustness {@code -a ln a}, at most {@code 1/e}. */
    double robustness() {
        double order = order();
        return order == 0 || order == 1 ? 0 : -order * StrictMath.log(order);
    }

    /** Effective link density {@code 2^((H - AMI) / 2)}: flows for each node, weighted by size. */
    double effectiveLinkDensity() {
        return StrictMath.pow(2, (diversity - mutual) / 2);
    }

    /** Trophic depth {@code 2^AMI}: how many different roles there are, weighted by size. */
    double trophicDepth() {
        return StrictMath.pow(2, mutual);
    }

    /** Flows on the way to their information. */
    static final class Draft {

        private final double[] rows;
        private final double[] columns;
        private final List<Integer> from = new ArrayList<>();
        private final List<Integer> to = new ArrayList<>();
        private final List<Double> flows = new ArrayList<>();
        private double sum;

        /** No flows yet among so many rows and columns. */
        Draft(int size) {
            rows = new double[size];
            columns = new double[size];
        }

        /** Adds a flow; one of 0 is none. */
        void add(int row, int column, double flow) {
            if (flow > 0) {
                rows[row] += flow;
                columns[column] += flow;
                from.add(row);
                to.add(column);
                flows.add(flow);
                sum += flow;
            }
        }

        FlowInformation finish() {
            if (flows.isEmpty()) {
                return new FlowInformation(0, Double.NaN, Double.NaN);
            }
            double diversity = 0;
            double mutual = 0;
            for (int k = 0; k < flows.size(); k++) {
                double flow = flows.get(k);
                double share = flow / sum;
                diversity -= share * log2(share);
                mutual += share * log2(flow * sum / rows[from.get(k)] / columns[to.get(k)]);
            }
            double bits = Math.max(0, diversity);
            return new FlowInformation(sum, bits, Math.min(bits, Math.max(0, mutual)));
        }

        private static double log2(double value) {
            return StrictMath.log(value) / LN_2;
        }
    }
}
