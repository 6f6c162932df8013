package org.circlab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.circlab.reconcile.Reconciliation.Balanced;
import org.circlab.reconcile.Reconciliation.Divided;
import org.circlab.reconcile.Reconciliation.Status;
import org.junit.jupiter.api.Test;

/** Transfer coefficients: by formula, by published loops, by another method, and at their limits. */
class SharesTest {

    private static final Path LOOP = Path.of("src/test/resources/reconcile/recycling-loop.csv");
    private static final int CASES = 100;

    private static ReportedFlow flow(String id, String from, String to, double value, double sd) {
        return new ReportedFlow(id, from, to, "", value, sd, Optional.empty(), "");
    }

    private static ReportedFlow unknown(String id, String from, String to) {
        return flow(id, from, to, Double.NaN, Double.NaN);
    }

    private static ReportedFlow share(ReportedFlow flow, double share, double sd) {
        return new ReportedFlow(
                flow.id(),
                flow.from(),
                flow.to(),
                "",
                flow.value(),
                flow.sd(),
                Optional.of(new ReportedFlow.Share(share, sd)),
                "");
    }

    private static Reconciliation of(ReportedFlow... flows) {
        return Reconciliation.of(List.of(flows), Set.of());
    }

    /** Guide to uncertainty in measurement: u(m t)^2 = (t u_m)^2 + (m u_t)^2, here sqrt(16 + 16). */
    @Test
    void theUncertaintyOfAProduct() {
        Reconciliation result = of(
                flow("in", "outside", "works", 200, 10),
                share(unknown("out", "works", "mill"), 0.4, 0.02),
                unknown("rest", "works", "tip"));
        Balanced out = result.flows().get(1);
        assertThat(out.status()).isEqualTo(Status.COMPUTED);
        assertThat(out.value()).isCloseTo(80, within(1e-12));
        assertThat(out.sd()).isCloseTo(5.656854249492381, within(1e-12));
        assertThat(result.flows().get(2).value()).isCloseTo(120, within(1e-12));
        assertThat(result.flows().get(2).sd()).isCloseTo(Math.hypot(0.6 * 10, 200 * 0.02), within(1e-12));
        assertThat(result.degrees()).isZero();
        assertThat(result.shares().get(0).value()).isEqualTo(0.4);
        assertThat(result.shares().get(0).residual()).isNaN();
        assertThat(result.gap()).isZero();
    }

    /** What enters is computed from what leaves: m = f / t, though two unmeasured flows bring it. */
    @Test
    void aShareIsReadBackwardsToo() {
        Reconciliation result = of(
                unknown("a", "x", "works"),
                unknown("b", "y", "works"),
                share(flow("out", "works", "mill", 80, 4), 0.4, 0.02),
                unknown("rest", "works", "tip"));
        assertThat(result.flows().get(0).status()).isEqualTo(Status.UNKNOWN);
        assertThat(result.flows().get(1).status()).isEqualTo(Status.UNKNOWN);
        assertThat(result.flows().get(3).value()).isCloseTo(120, within(1e-9));
        assertThat(result.flows().get(3).sd()).isCloseTo(Math.hypot(4 * 1.5, 80 * 0.02 / 0.16), within(1e-9));
    }

    /** Tutorial 1 of ODYM (Pauliuk and Heeren 2020): b = D / (1 - alpha), d = alpha b, c = D. */
    @Test
    void aRecyclingLoopOfThirtyYears() throws IOException {
        List<String> lines = Files.readAllLines(LOOP);
        assertThat(lines).hasSize(32);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double demand = Double.parseDouble(cells[1]);
            String[] share = cells[2].split("/", -1);
            List<Balanced> flows = of(
                            flow("a", "outside", "making", demand, 0),
                            unknown("b", "making", "use"),
                            share(
                                    unknown("d", "use", "making"),
                                    Double.parseDouble(share[0]) / Double.parseDouble(share[1]),
                                    0),
                            unknown("c", "use", "outside"))
                    .flows();
            double made = Double.parseDouble(cells[3]);
            assertThat(flows.get(1).value()).as(cells[0]).isCloseTo(made, within(1e-12 * Math.max(1, made)));
            assertThat(flows.get(2).value())
                    .as(cells[0])
                    .isCloseTo(Double.parseDouble(cells[4]), within(1e-12 * Math.max(1, made)));
            assertThat(flows.get(3).value()).as(cells[0]).isCloseTo(demand, within(1e-12 * Math.max(1, made)));
        }
    }

    /**
     * One input, outputs that are shares of it, and what is left, all measured. Free are the input and the shares; Levenberg and
     * Marquardt find their least squares without any equation, and sqrt((J'J)^-1) their deviations.
     */
    @Test
    void whatAnotherMethodFinds() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            int outputs = 1 + random.nextInt(4);
            double input = 50 + 100 * random.nextDouble();
            double[] shares = random.doubles(outputs, 0.02, 0.9 / outputs).toArray();
            List<ReportedFlow> reports = new ArrayList<>();
            reports.add(flow("in", "outside", "works", input * (1 + 0.1 * random.nextGaussian()), 0.1 * input));
            for (int i = 0; i < outputs; i++) {
                double value = Math.abs(shares[i] * input * (1 + 0.15 * random.nextGaussian()));
                double share = Math.min(1, Math.abs(shares[i] * (1 + 0.2 * random.nextGaussian())));
                reports.add(share(
                        flow("out" + i, "works", "mill", value, 0.1 * shares[i] * input), share, 0.15 * shares[i]));
            }
            reports.add(flow("rest", "works", "tip", 0.3 * input * random.nextDouble(), 0.08 * input));
            Reconciliation result = Reconciliation.of(reports, Set.of());
            Optimum optimum = optimum(reports);

            double[] best = optimum.getPoint().toArray();
            assertThat(result.flows().get(0).value()).as("seed %s", seed).isCloseTo(best[0], within(1e-5));
            assertThat(result.flows().get(0).sd())
                    .isCloseTo(optimum.getSigma(1e-14).getEntry(0), within(1e-5));
            for (int i = 0; i < outputs; i++) {
                Divided share = result.shares().get(i);
                assertThat(share.value()).as("seed %s", seed).isCloseTo(best[1 + i], within(1e-6));
                assertThat(share.sd()).isCloseTo(optimum.getSigma(1e-14).getEntry(1 + i), within(1e-6));
                assertThat(result.flows().get(1 + i).value()).isCloseTo(best[0] * best[1 + i], within(1e-5));
            }
            assertThat(result.chiSquared()).isCloseTo(optimum.getCost() * optimum.getCost(), within(1e-6));
            assertThat(result.degrees()).isEqualTo(outputs + 1);
        }
    }

    private static Optimum optimum(List<ReportedFlow> reports) {
        int outputs = reports.size() - 2;
        double[] start = new double[1 + outputs];
        start[0] = reports.get(0).value();
        for (int i = 1; i <= outputs; i++) {
            start[i] = reports.get(i).share().orElseThrow().value();
        }
        return new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(1e-15)
                .withParameterRelativeTolerance(1e-13)
                .withOrthoTolerance(1e-15)
                .optimize(new LeastSquaresBuilder()
                        .start(start)
                        .target(new double[2 * outputs + 2])
                        .model(point -> residuals(reports, point))
                        .maxEvaluations(10_000)
                        .maxIterations(10_000)
                        .build());
    }

    /** Differences by their deviations, and how they change with the point: input, then shares. */
    private static Pair<RealVector, RealMatrix> residuals(List<ReportedFlow> reports, RealVector point) {
        int outputs = reports.size() - 2;
        double input = point.getEntry(0);
        double[] value = new double[2 * outputs + 2];
        double[][] slope = new double[value.length][1 + outputs];
        ReportedFlow first = reports.get(0);
        ReportedFlow last = reports.get(outputs + 1);
        double rest = 1;
        for (int i = 1; i <= outputs; i++) {
            ReportedFlow flow = reports.get(i);
            ReportedFlow.Share share = flow.share().orElseThrow();
            double part = point.getEntry(i);
            rest -= part;
            value[2 * i] = (input * part - flow.value()) / flow.sd();
            slope[2 * i][0] = part / flow.sd();
            slope[2 * i][i] = input / flow.sd();
            value[2 * i + 1] = (part - share.value()) / share.sd();
            slope[2 * i + 1][i] = 1 / share.sd();
            slope[1][i] = -input / last.sd();
        }
        value[0] = (input - first.value()) / first.sd();
        slope[0][0] = 1 / first.sd();
        value[1] = (input * rest - last.value()) / last.sd();
        slope[1][0] = rest / last.sd();
        return new Pair<>(new ArrayRealVector(value), new Array2DRowRealMatrix(slope));
    }

    /** 60 +- 1 of 100 +- 1 is 0.6 +- 0.0117: a share of 0.3 +- 0.01 that somebody reports is wrong. */
    @Test
    void aWrongShareIsDoubtful() {
        Reconciliation result = of(
                flow("in", "outside", "works", 100, 1),
                share(flow("out", "works", "mill", 60, 1), 0.3, 0.01),
                flow("rest", "works", "tip", 40, 1),
                flow("on", "mill", "outside", 60, 1));
        assertThat(result.shares().get(0).doubtful()).isTrue();
        assertThat(result.shares().get(0).value()).isBetween(0.4, 0.6);
        assertThat(result.probability()).isLessThan(1e-6);
    }

    /** Two reports of one share weigh by their deviations, as reports of one flow do: (0.3 / 1 + 0.4 / 4) / (1 + 1 / 4). */
    @Test
    void severalReportsOfOneShare() {
        Reconciliation result = of(
                flow("in", "outside", "works", 100, 0),
                share(unknown("out", "works", "mill"), 0.3, 0.01),
                share(unknown("out", "works", "mill"), 0.4, 0.02),
                unknown("rest", "works", "tip"));
        assertThat(result.flows().get(1).value()).isCloseTo(32, within(1e-9));
        assertThat(result.flows().get(2).value()).isCloseTo(32, within(1e-9));
        assertThat(result.shares()).allSatisfy(each -> assertThat(each.value()).isCloseTo(0.32, within(1e-11)));
    }

    @Test
    void aShareOfAnOpenPlaceKeepsNoBalance() {
        List<ReportedFlow> reports =
                List.of(flow("in", "outside", "tip", 100, 5), share(unknown("leachate", "tip", "works"), 0.03, 0));
        Reconciliation result = Reconciliation.of(reports, Set.of("tip"));
        assertThat(result.places()).isEmpty();
        assertThat(result.flows().get(1).value()).isCloseTo(3, within(1e-12));
        assertThat(result.flows().get(1).sd()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void whatNobodyMeasuredStaysUnknown() {
        Reconciliation result = of(
                unknown("in", "outside", "works"),
                share(unknown("out", "works", "mill"), 0.4, 0.1),
                unknown("rest", "works", "tip"));
        assertThat(result.flows()).allMatch(each -> each.status() == Status.UNKNOWN);
        assertThat(result.shares().get(0).value()).isEqualTo(0.4);
        assertThat(result.gap()).isZero();
    }

    @Test
    void fixedSharesMayContradictFixedFlows() {
        Reconciliation result = of(
                flow("in", "outside", "works", 100, 0),
                share(flow("out", "works", "mill", 50, 0), 0.4, 0),
                unknown("rest", "works", "tip"));
        assertThat(result.gap()).isGreaterThan(1);
    }

    @Test
    void sharesTakeNoNonsense() {
        assertThatThrownBy(() -> new ReportedFlow.Share(1.1, 0)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> new ReportedFlow.Share(-0.1, 0)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> new ReportedFlow.Share(0.1, -1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> new ReportedFlow.Share(Double.NaN, 0)).hasMessageContaining("from 0 to 1");
    }
}
