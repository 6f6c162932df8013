package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;

/**
 * A round in which mills blend, that can be had again and again. Of each of two substances offers have a share, and mills that
 * blend have a largest or, below 0, a least share of what they take, on what is in their mix already; a mill without limits asks
 * nothing. Costs are in whole units a tonne.
 *
 * @param shares by offer and substance
 * @param limits by mill and substance; infinite for none
 * @param mixedGrams by mill what is in its mix
 * @param mixed by mill and substance grams that are in its mix
 * @param shut by offer and mill
 */
record BlendedCase(
        List<Long> room,
        List<Long> least,
        List<Integer> outlets,
        List<Long> grams,
        List<Long> matched,
        List<Long> unmatched,
        List<List<Double>> shares,
        List<List<Double>> limits,
        List<Double> mixedGrams,
        List<List<Double>> mixed,
        List<List<Boolean>> shut) {

    private static final int SUBSTANCES = 2;

    /** Shares are whole percents and limits halves of them, so that none is nearly kept. */
    static BlendedCase random(Random random, long leastGrams) {
        int donors = 1 + random.nextInt(5);
        int mills = 1 + random.nextInt(4);
        int offers = 1 + random.nextInt(3 * donors);
        List<List<Double>> limits = each(mills, mill -> each(SUBSTANCES, substance -> limit(random)));
        List<Double> mixedGrams = each(mills, mill -> random.nextBoolean() ? 0 : 1e6 * random.nextInt(40));
        return new BlendedCase(
                each(mills, mill -> (long) random.nextInt(60_000_000)),
                each(mills, mill -> leastGrams),
                each(offers, offer -> random.nextInt(donors)),
                each(offers, offer -> 1L + random.nextInt(40_000_000)),
                each(donors * mills, arc -> (long) random.nextInt(28) - 8),
                each(donors, donor -> (long) random.nextInt(15)),
                each(offers, offer -> each(SUBSTANCES, substance -> random.nextInt(11) / 100.0)),
                limits,
                mixedGrams,
                each(
                        mills,
                        mill -> each(SUBSTANCES, substance -> {
                            double limit = limits.get(mill).get(substance);
                            double share = limit < 0 ? -limit + 0.01 : Math.max(0, Math.min(limit, 0.1) - 0.01);
                            return share * mixedGrams.get(mill);
                        })),
                each(offers, offer -> each(mills, mill -> random.nextInt(6) == 0)));
    }

    private static double limit(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Double.POSITIVE_INFINITY;
            case 1 -> 0.015 + random.nextInt(6) / 100.0;
            default -> -(0.015 + random.nextInt(6) / 100.0);
        };
    }

    private interface Made<T> {
        T at(int index);
    }

    private static <T> List<T> each(int count, Made<T> made) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(made.at(i));
        }
        return list;
    }

    int mills() {
        return room.size();
    }

    int donors() {
        return unmatched.size();
    }

    Arcs arcs() {
        return ExchangeNetwork.of(CompleteLab.of(donors(), mills())).exchange();
    }

    ArcCosts costs() {
        return new ArcCosts(millionths(matched), millionths(unmatched));
    }

    private static long[] millionths(List<Long> values) {
        return values.stream().mapToLong(value -> 1_000_000 * value).toArray();
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    OptimalRule optimal() {
        return new OptimalRule(arcs(), donors(), mills(), costs(), Outlook.NONE);
    }

    GreedyRule cheapest() {
        Arcs arcs = arcs();
        double[] keys = matched.stream().mapToDouble(Long::doubleValue).toArray();
        double[] most = unmatched.stream().mapToDouble(Long::doubleValue).toArray();
        return new GreedyRule(Preferences.of(arcs, donors(), keys), most);
    }

    /** The mixes of the mills, offer by offer and all together. */
    private final class Mixes implements Round.Admission, Round.Blend {
        private final double[] mass = mixedGrams.stream().mapToDouble(d -> d).toArray();
        private final double[][] content = mixed.stream()
                .map(row -> row.stream().mapToDouble(d -> d).toArray())
                .toArray(double[][]::new);

        private double room(int mill, int substance) {
            double limit = limits.get(mill).get(substance);
            double over = Math.signum(limit) * content[mill][substance] - limit * mass[mill];
            return Double.isInfinite(limit) ? Double.POSITIVE_INFINITY : Math.max(0, -over);
        }

        private double beyond(int offer, int mill, int substance) {
            double limit = limits.get(mill).get(substance);
            double share = shares.get(offer).get(substance);
            return Double.isInfinite(limit) ? 0 : Math.signum(limit) * share - limit;
        }

        @Override
        public long mostGrams(int offer, int arc) {
            int mill = arc % mills();
            double most = mayGo(offer, arc) ? 1e18 : 0;
            for (int substance = 0; substance < SUBSTANCES; substance++) {
                double beyond = beyond(offer, mill, substance);
                most = beyond > 0 ? Math.min(most, room(mill, substance) / beyond) : most;
            }
            return (long) Math.floor(most);
        }

        @Override
        public void taken(int offer, int arc, long takenGrams) {
            int mill = arc % mills();
            mass[mill] += takenGrams;
            for (int substance = 0; substance < SUBSTANCES; substance++) {
                content[mill][substance] += shares.get(offer).get(substance) * takenGrams;
            }
        }

        @Override
        public boolean changes() {
            return true;
        }

        @Override
        public int limits(int inlet) {
            return limits.get(inlet).stream().allMatch(limit -> limit.isInfinite()) ? 0 : SUBSTANCES;
        }

        @Override
        public boolean mayGo(int offer, int arc) {
            return !shut.get(offer).get(arc % mills());
        }

        @Override
        public double excess(int offer, int inlet, int limit) {
            return beyond(offer, inlet, limit);
        }

        @Override
        public double slack(int inlet, int limit) {
            return room(inlet, limit);
        }
    }

    /** Solves it; without {@code blends} the rule hears of what mills admit of one offer after the other only. */
    Allocation solved(AllocationRule rule, boolean blends) {
        Round round = new Round(longs(room), longs(least));
        for (int offer = 0; offer < outlets.size(); offer++) {
            round.offer(outlets.get(offer), grams.get(offer), false);
        }
        Mixes mixes = new Mixes();
        round.gate(mixes);
        round.blend(blends ? mixes : null);
        Allocation allocation = new Allocation();
        rule.allocate(round, allocation);
        requireSound(allocation);
        return allocation;
    }

    /** By offer and mill what goes there. */
    double[][] flows(Allocation allocation) {
        double[][] flows = new double[outlets.size()][mills()];
        for (int part = 0; part < allocation.size(); part++) {
            assertThat(allocation.grams(part)).isPositive();
            assertThat(allocation.arc(part) / mills()).isEqualTo(outlets.get(allocation.offer(part)));
            flows[allocation.offer(part)][allocation.arc(part) % mills()] += allocation.grams(part);
        }
        return flows;
    }

    /** Nobody gives more than there is, takes more than there is room for, goes where it may not, or breaks a limit by a gram. */
    private void requireSound(Allocation allocation) {
        double[][] flows = flows(allocation);
        for (int offer = 0; offer < flows.length; offer++) {
            assertThat(Arrays.stream(flows[offer]).sum()).isLessThanOrEqualTo(grams.get(offer));
            for (int mill = 0; mill < mills(); mill++) {
                assertThat(flows[offer][mill] > 0 && shut.get(offer).get(mill)).isFalse();
            }
        }
        for (int mill = 0; mill < mills(); mill++) {
            double sum = 0;
            for (double[] flow : flows) {
                sum += flow[mill];
            }
            assertThat(sum).isLessThanOrEqualTo(room.get(mill));
            for (int substance = 0; substance < SUBSTANCES; substance++) {
                requireLimit(flows, mill, substance, sum + mixedGrams.get(mill));
            }
        }
    }

    private void requireLimit(double[][] flows, int mill, int substance, double mass) {
        double limit = limits.get(mill).get(substance);
        double content = mixed.get(mill).get(substance);
        for (int offer = 0; offer < flows.length; offer++) {
            content += flows[offer][mill] * shares.get(offer).get(substance);
        }
        if (limit < 0) {
            assertThat(content).isGreaterThanOrEqualTo(-limit * mass - 1e-4);
        } else if (mass > 0) {
            assertThat(content).isLessThanOrEqualTo(limit * mass + 1e-4);
        }
    }

    /** What is gained over matching nothing, in grams times cost. */
    double gain(Allocation allocation) {
        double gain = 0;
        for (int part = 0; part < allocation.size(); part++) {
            gain += allocation.grams(part) * gain(allocation.offer(part), allocation.arc(part) % mills());
        }
        return gain;
    }

    private double gain(int offer, int mill) {
        int donor = outlets.get(offer);
        return (double) unmatched.get(donor) - matched.get(donor * mills() + mill);
    }

    /** The most that could be gained if grams could be divided, by another solver, from the shares themselves. */
    double mostGain() {
        int offers = outlets.size();
        double[] gains = new double[offers * mills()];
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int mill = 0; mill < mills(); mill++) {
            double[] takes = new double[gains.length];
            for (int offer = 0; offer < offers; offer++) {
                int at = offer * mills() + mill;
                gains[at] = gain(offer, mill);
                takes[at] = 1;
                double[] one = new double[gains.length];
                one[at] = 1;
                if (shut.get(offer).get(mill)) {
                    constraints.add(new LinearConstraint(one, Relationship.LEQ, 0));
                }
            }
            constraints.add(new LinearConstraint(takes, Relationship.LEQ, room.get(mill) / 1e6));
            addLimits(mill, constraints);
        }
        for (int offer = 0; offer < offers; offer++) {
            double[] gives = new double[gains.length];
            Arrays.fill(gives, offer * mills(), (offer + 1) * mills(), 1);
            constraints.add(new LinearConstraint(gives, Relationship.LEQ, grams.get(offer) / 1e6));
        }
        return 1e6
                * new SimplexSolver()
                        .optimize(
                                new MaxIter(100_000),
                                new LinearObjectiveFunction(gains, 0),
                                new LinearConstraintSet(constraints),
                                GoalType.MAXIMIZE,
                                new NonNegativeConstraint(true))
                        .getValue();
    }

    private void addLimits(int mill, List<LinearConstraint> constraints) {
        for (int substance = 0; substance < SUBSTANCES; substance++) {
            double limit = limits.get(mill).get(substance);
            if (Double.isInfinite(limit)) {
                continue;
            }
            double[] row = new double[outlets.size() * mills()];
            for (int offer = 0; offer < outlets.size(); offer++) {
                row[offer * mills() + mill] = shares.get(offer).get(substance) - Math.abs(limit);
            }
            double rest =
                    (Math.abs(limit) * mixedGrams.get(mill) - mixed.get(mill).get(substance)) / 1e6;
            constraints.add(new LinearConstraint(row, limit < 0 ? Relationship.GEQ : Relationship.LEQ, rest));
        }
    }
}
