package org.circlab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.circlab.reconcile.Reconciliation.Balanced;
import org.circlab.reconcile.Reconciliation.Status;
import org.junit.jupiter.api.Test;

/** What holds of whatever reports of whatever network, and the same numbers by other ways. */
class ReconciliationLawsTest {

    private static final int CASES = 300;

    /** A network of 2 to 8 places with up to 25 flows, of which some are not measured. */
    private static List<ReportedFlow> reports(Random random, double unmeasured) {
        int places = 2 + random.nextInt(7);
        List<ReportedFlow> reports = new ArrayList<>();
        int count = 3 + random.nextInt(23);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(places + 2);
            int to = (from + 1 + random.nextInt(places + 1)) % (places + 2);
            boolean measured = random.nextDouble() >= unmeasured;
            double value = 1000 * random.nextDouble();
            reports.add(new ReportedFlow(
                    "f" + i,
                    name(from),
                    name(to),
                    "",
                    measured ? value : Double.NaN,
                    measured ? value * (0.01 + random.nextDouble() * 0.3) : Double.NaN,
                    Optional.empty(),
                    ""));
        }
        return reports;
    }

    private static String name(int place) {
        return place == 0 ? "outside" : place == 1 ? "stock" : "p" + place;
    }

    private static RealMatrix balances(List<ReportedFlow> reports, Reconciliation result) {
        RealMatrix balances =
                new Array2DRowRealMatrix(Math.max(1, result.places().size()), reports.size());
        for (int row = 0; row < result.places().size(); row++) {
            String place = result.places().get(row).name();
            for (int i = 0; i < reports.size(); i++) {
                double sign = reports.get(i).to().equals(place)
                        ? 1
                        : reports.get(i).from().equals(place) ? -1 : 0;
                balances.setEntry(row, i, sign);
            }
        }
        return balances;
    }

    @Test
    void everyPlaceWhoseFlowsAreKnownIsBalanced() {
        int balanced = 0;
        for (int seed = 0; seed < CASES; seed++) {
            List<ReportedFlow> reports = reports(new Random(seed), 0.2);
            Reconciliation result = Reconciliation.of(reports, Set.of());
            RealMatrix balances = balances(reports, result);
            for (int row = 0; row < result.places().size(); row++) {
                double sum = 0;
                for (int i = 0; i < reports.size(); i++) {
                    double sign = balances.getEntry(row, i);
                    sum += sign == 0 ? 0 : sign * result.flows().get(i).value();
                }
                balanced += Double.isNaN(sum) ? 0 : 1;
                assertThat(Double.isNaN(sum) ? 0 : sum).as("seed %s", seed).isCloseTo(0, within(1e-8));
            }
            assertThat(result.gap()).isZero();
        }
        assertThat(balanced).isGreaterThan(CASES);
    }

    /** The Lagrange conditions of the least squares, solved as one system by LU; every measured value is in it. */
    @Test
    void theSameValuesByTheLagrangeConditions() {
        int solved = 0;
        for (int seed = 0; seed < CASES; seed++) {
            List<ReportedFlow> reports = reports(new Random(seed), 0.15);
            Reconciliation result = Reconciliation.of(reports, Set.of());
            boolean unknown = result.flows().stream().anyMatch(flow -> flow.status() == Status.UNKNOWN);
            RealMatrix balances = balances(reports, result);
            if (unknown
                    || result.places().isEmpty()
                    || rank(balances) < result.places().size()) {
                continue;
            }
            solved++;
            double[] expected = lagrange(balances, reports);
            for (int i = 0; i < reports.size(); i++) {
                assertThat(result.flows().get(i).value()).as("seed %s", seed).isCloseTo(expected[i], within(1e-6));
            }
        }
        assertThat(solved).isGreaterThan(CASES / 4);
    }

    private static int rank(RealMatrix matrix) {
        return new SingularValueDecomposition(matrix).getRank();
    }

    private static double[] lagrange(RealMatrix balances, List<ReportedFlow> reports) {
        int n = reports.size();
        int k = balances.getRowDimension();
        RealMatrix system = new Array2DRowRealMatrix(n + k, n + k);
        double[] right = new double[n + k];
        for (int i = 0; i < n; i++) {
            if (reports.get(i).isMeasured()) {
                double weight = 1 / reports.get(i).sd() / reports.get(i).sd();
                system.setEntry(i, i, weight);
                right[i] = weight * reports.get(i).value();
            }
        }
        system.setSubMatrix(balances.getData(), n, 0);
        system.setSubMatrix(balances.transpose().getData(), 0, n);
        return new LUDecomposition(system)
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
    }

    /** A flow is known just if those not measured form no loop through it, all places that keep no balance taken as one. */
    @Test
    void whatCanBeComputedIsWhatIsInNoLoop() {
        int unknown = 0;
        for (int seed = 0; seed < CASES; seed++) {
            List<ReportedFlow> reports = reports(new Random(seed), 0.5);
            Reconciliation result = Reconciliation.of(reports, Set.of());
            Set<String> kept =
                    result.places().stream().map(Reconciliation.Place::name).collect(Collectors.toSet());
            for (Balanced flow : result.flows()) {
                if (!flow.report().isMeasured()) {
                    boolean loop = isInLoop(flow.report(), reports, kept);
                    unknown += loop ? 1 : 0;
                    assertThat(flow.status())
                            .as("seed %s flow %s", seed, flow.report().id())
                            .isEqualTo(loop ? Status.UNKNOWN : Status.COMPUTED);
                    assertThat(Double.isNaN(flow.value())).isEqualTo(loop);
                }
            }
        }
        assertThat(unknown).isGreaterThan(CASES);
    }

    private static boolean isInLoop(ReportedFlow flow, List<ReportedFlow> reports, Set<String> kept) {
        Map<String, String> groups = new TreeMap<>();
        Function<String, String> place = name -> kept.contains(name) ? name : "";
        for (ReportedFlow other : reports) {
            if (!other.isMeasured() && !other.equals(flow)) {
                groups.put(root(groups, place.apply(other.from())), root(groups, place.apply(other.to())));
            }
        }
        return root(groups, place.apply(flow.from())).equals(root(groups, place.apply(flow.to())));
    }

    private static String root(Map<String, String> groups, String name) {
        String above = groups.getOrDefault(name, name);
        return above.equals(name) ? name : root(groups, above);
    }

    /** Uncertainty only ever shrinks, and reports that agree already stay. */
    @Test
    void balancedFlowsAreSurerAndBalancedReportsStay() {
        for (int seed = 0; seed < CASES; seed++) {
            List<ReportedFlow> reports = reports(new Random(seed), 0.2);
            Reconciliation once = Reconciliation.of(reports, Set.of());
            List<ReportedFlow> again = new ArrayList<>();
            for (Balanced flow : once.flows()) {
                ReportedFlow report = flow.report();
                if (flow.status() == Status.CHECKED) {
                    assertThat(flow.sd()).isBetween(0.0, report.sd());
                }
                boolean known = flow.value() >= 0;
                again.add(new ReportedFlow(
                        report.id(),
                        report.from(),
                        report.to(),
                        "",
                        known ? flow.value() : Double.NaN,
                        known ? 1 : Double.NaN,
                        Optional.empty(),
                        ""));
            }
            for (Balanced flow : Reconciliation.of(again, Set.of()).flows()) {
                if (flow.report().isMeasured()) {
                    assertThat(flow.change()).as("seed %s", seed).isCloseTo(0, within(1e-7));
                }
            }
        }
    }

    /** Neither the order of reports nor the unit matters. */
    @Test
    void orderAndUnitDoNotMatter() {
        for (int seed = 0; seed < CASES; seed++) {
            List<ReportedFlow> reports = reports(new Random(seed), 0.2);
            Map<String, Balanced> expected = Reconciliation.of(reports, Set.of()).flows().stream()
                    .collect(Collectors.toMap(flow -> flow.report().id(), flow -> flow));
            List<ReportedFlow> others = new ArrayList<>(reports.stream()
                    .map(each -> new ReportedFlow(
                            each.id(),
                            each.from(),
                            each.to(),
                            "",
                            each.value() * 1000,
                            each.sd() * 1000,
                            each.share(),
                            ""))
                    .toList());
            Collections.shuffle(others, new Random(seed));
            for (Balanced flow : Reconciliation.of(others, Set.of()).flows()) {
                Balanced other =
                        Objects.requireNonNull(expected.get(flow.report().id()));
                assertThat(flow.status()).isEqualTo(other.status());
                if (!Double.isNaN(flow.value())) {
                    assertThat(flow.value() / 1000).isCloseTo(other.value(), within(1e-7));
                    assertThat(flow.sd() / 1000).isCloseTo(other.sd(), within(1e-7));
                }
            }
        }
    }

    /** Reports drawn around a true balance: chi-squared has the mean of its degrees, and one set of twenty is called doubtful. */
    @Test
    void alarmsAreAsRareAsTheySay() {
        Random random = new Random(7);
        int alarms = 0;
        double excess = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double[] truth = {100, 60, 40, 60, 40, 100};
            String[][] ends = {{"outside", "a"}, {"a", "b"}, {"a", "c"}, {"b", "d"}, {"c", "d"}, {"d", "outside"}};
            List<ReportedFlow> reports = new ArrayList<>();
            for (int i = 0; i < truth.length; i++) {
                double value = truth[i] + 2 * random.nextGaussian();
                reports.add(new ReportedFlow("f" + i, ends[i][0], ends[i][1], "", value, 2, Optional.empty(), ""));
            }
            Reconciliation result = Reconciliation.of(reports, Set.of());
            alarms += result.flows().stream().anyMatch(Balanced::doubtful) ? 1 : 0;
            excess += result.chiSquared() - result.degrees();
        }
        assertThat(excess / runs).isCloseTo(0, within(4 * Math.sqrt(8.0 / runs)));
        assertThat((double) alarms / runs).isBetween(0.02, 0.055);
    }
}
