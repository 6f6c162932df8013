package org.circlab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlab.reconcile.Reconciliation.Balanced;
import org.circlab.reconcile.Reconciliation.Place;
import org.circlab.reconcile.Reconciliation.Status;
import org.junit.jupiter.api.Test;

/** Reports of flows against published balances, and what is said of what cannot be balanced. */
class ReconciliationTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/reconcile/published.csv");

    private static ReportedFlow flow(String id, String from, String to, double value, double sd) {
        return new ReportedFlow(id, from, to, "", value, sd, Optional.empty(), "");
    }

    private static ReportedFlow unmeasured(String id, String from, String to) {
        return flow(id, from, to, Double.NaN, Double.NaN);
    }

    private static Reconciliation of(ReportedFlow... flows) {
        return Reconciliation.of(List.of(flows), Set.of());
    }

    @Test
    void publishedSetsAreBalancedAsPublished() throws IOException {
        Map<String, List<String[]>> cases = Files.readAllLines(PUBLISHED).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(row -> row[0]));
        assertThat(cases).hasSize(4);
        cases.forEach((name, rows) -> {
            List<ReportedFlow> reports = rows.stream()
                    .map(row -> flow(row[1], row[2], row[3], Double.parseDouble(row[4]), Double.parseDouble(row[5])))
                    .toList();
            List<Balanced> flows = Reconciliation.of(reports, Set.of()).flows();
            for (int i = 0; i < rows.size(); i++) {
                assertThat(flows.get(i).value()).as(name).isCloseTo(Double.parseDouble(rows.get(i)[6]), within(1e-9));
                assertThat(flows.get(i).sd()).as(name).isCloseTo(Double.parseDouble(rows.get(i)[7]), within(1e-9));
            }
        });
    }

    /** The heat exchanger of Narasimhan and Jordache: chi-squared 6.4075 on four balances, beyond which lies exp(-x/2) (1 + x/2). */
    @Test
    void howMuchReportsContradict() {
        Reconciliation result = of(
                flow("1", "outside", "splitter", 101.91, 1),
                flow("2", "splitter", "exchanger", 64.45, 1),
                flow("3", "splitter", "valve", 34.65, 1),
                flow("4", "exchanger", "mixer", 64.2, 1),
                flow("5", "valve", "mixer", 36.44, 1),
                flow("6", "mixer", "outside", 98.88, 1));
        assertThat(result.degrees()).isEqualTo(4);
        assertThat(result.chiSquared()).isCloseTo(6.4075, within(1e-9));
        assertThat(result.probability()).isCloseTo(Math.exp(-3.20375) * (1 + 3.20375), within(1e-9));
        assertThat(result.places().stream().map(Place::name))
                .containsExactly("exchanger", "mixer", "splitter", "valve");
        assertThat(result.places().get(2).surplus()).isCloseTo(101.91 - 64.45 - 34.65, within(1e-12));
        assertThat(result.gap()).isZero();
        assertThat(result.flows()).noneMatch(Balanced::doubtful);
    }

    /** in 100 +- 5, two out 60 +- 6 and 50 +- 4: without the first, in is 110. */
    @Test
    void whatTheOthersSayOfAFlow() {
        Reconciliation result =
                of(flow("in", "x", "w", 100, 5), flow("a", "w", "y", 60, 6), flow("b", "w", "z", 50, 4));
        assertThat(result.flows().stream().map(Balanced::byOthers).map(Math::round))
                .containsExactly(110L, 50L, 40L);
        assertThat(result.flows().get(0).residual()).isCloseTo(10 / Math.sqrt(77), within(1e-12));
        assertThat(result.flows().get(1).residual()).isCloseTo(-10 / Math.sqrt(77), within(1e-12));
    }

    @Test
    void aGrossErrorIsDoubtfulAndToldApart() {
        Reconciliation result = of(
                flow("in", "outside", "a", 100, 2),
                flow("mid", "a", "b", 100.5, 2),
                flow("wrong", "b", "c", 160, 2),
                flow("end", "c", "outside", 99, 2));
        List<Balanced> flows = result.flows();
        assertThat(result.probability()).isLessThan(1e-6);
        double worst = flows.stream()
                .mapToDouble(each -> Math.abs(each.residual()))
                .max()
                .orElseThrow();
        assertThat(Math.abs(flows.get(2).residual())).isEqualTo(worst);
        assertThat(flows.get(2).doubtful()).isTrue();
        assertThat(flows.get(2).byOthers()).isCloseTo((100 + 100.5 + 99) / 3, within(1e-9));
    }

    @Test
    void whatNobodyMeasuredIsComputedFromWhatIsLeft() {
        List<Balanced> flows = of(
                        flow("in", "outside", "a", 100, 3),
                        flow("out", "a", "outside", 60, 4),
                        unmeasured("rest", "a", "tip"))
                .flows();
        assertThat(flows.stream().map(Balanced::status))
                .containsExactly(Status.UNCHECKED, Status.UNCHECKED, Status.COMPUTED);
        assertThat(flows.get(2).value()).isCloseTo(40, within(1e-12));
        assertThat(flows.get(2).sd()).isCloseTo(5, within(1e-12));
        assertThat(flows.get(0).value()).isEqualTo(100);
        assertThat(flows.get(0).sd()).isEqualTo(3);
        assertThat(flows.get(0).residual()).isNaN();
    }

    /** a>b and a>c>b are a loop: only what goes through it as a whole is known. */
    @Test
    void aLoopOfUnmeasuredFlowsIsUnknown() {
        List<Balanced> flows = of(
                        flow("in", "outside", "a", 100, 3),
                        unmeasured("ab", "a", "b"),
                        unmeasured("ac", "a", "c"),
                        unmeasured("cb", "c", "b"),
                        unmeasured("out", "b", "outside"))
                .flows();
        assertThat(flows.stream().map(Balanced::status))
                .containsExactly(Status.UNCHECKED, Status.UNKNOWN, Status.UNKNOWN, Status.UNKNOWN, Status.COMPUTED);
        assertThat(flows.get(1).value()).isNaN();
        assertThat(flows.get(4).value()).isCloseTo(100, within(1e-12));
        assertThat(flows.get(4).sd()).isCloseTo(3, within(1e-12));
    }

    @Test
    void flowsThatMustNotChangeStay() {
        Reconciliation result =
                of(flow("in", "x", "w", 100, 0), flow("a", "w", "y", 60, 6), flow("b", "w", "z", 50, 3));
        assertThat(result.flows().get(0).value()).isEqualTo(100);
        assertThat(result.flows().get(0).sd()).isZero();
        assertThat(result.flows().get(0).residual()).isNaN();
        assertThat(result.flows().get(1).value()).isCloseTo(60 - 10 * 36 / 45.0, within(1e-12));
        assertThat(result.flows().get(2).value()).isCloseTo(50 - 10 * 9 / 45.0, within(1e-12));
        assertThat(result.gap()).isZero();
    }

    @Test
    void flowsThatMustNotChangeMayContradictEachOther() {
        Reconciliation result = of(
                flow("in", "x", "w", 100, 0),
                flow("out", "w", "v", 90, 0),
                flow("a", "v", "y", 91, 3),
                flow("b", "x", "u", 5, 1),
                flow("c", "u", "y", 6, 1));
        assertThat(result.gap()).isCloseTo(10, within(1e-9));
        assertThat(result.flows().get(2).value()).isCloseTo(90, within(1e-9));
        assertThat(result.flows().get(4).value()).isCloseTo(5.5, within(1e-9));
    }

    @Test
    void withoutABalanceEverythingIsLeft() {
        Reconciliation result =
                of(flow("in", "x", "outside", 100, 5), flow("a", "outside", "y", 60, 6), unmeasured("u", "x", "y"));
        assertThat(result.places()).isEmpty();
        assertThat(result.probability()).isNaN();
        assertThat(result.flows().stream().map(Balanced::value)).containsExactly(100.0, 60.0, Double.NaN);
        assertThat(result.flows().get(2).status()).isEqualTo(Status.UNKNOWN);
        assertThat(of(unmeasured("u", "x", "y"), unmeasured("v", "y", "z")).flows())
                .allMatch(each -> each.status() == Status.UNKNOWN);
    }

    /** 100 +- 5 and 110 +- 10 of one flow are 102 +- 4.47; with 104 +- 4.47 behind, the mean of both. */
    @Test
    void severalReportsOfOneFlowAreMadeEqual() {
        Reconciliation alone = of(flow("a", "x", "y", 100, 5), flow("a", "x", "y", 110, 10));
        assertThat(alone.places()).isEmpty();
        assertThat(alone.degrees()).isEqualTo(1);
        assertThat(alone.chiSquared()).isCloseTo(0.8, within(1e-12));
        for (Balanced flow : alone.flows()) {
            assertThat(flow.value()).isCloseTo(102, within(1e-12));
            assertThat(flow.sd()).isCloseTo(Math.sqrt(20), within(1e-12));
        }
        Reconciliation more =
                of(flow("a", "x", "y", 100, 5), flow("a", "x", "y", 110, 10), flow("b", "y", "z", 104, Math.sqrt(20)));
        assertThat(more.places().get(0).surplus()).isEqualTo(-4);
        assertThat(more.degrees()).isEqualTo(2);
        assertThat(more.flows()).allSatisfy(flow -> assertThat(flow.value()).isCloseTo(103, within(1e-12)));
    }

    @Test
    void openPlacesAndTheBoundaryKeepNoBalance() {
        List<ReportedFlow> reports = List.of(
                flow("in", "outside", "tip", 100, 5),
                flow("leachate", "tip", "works", 3, 1),
                flow("gas", "works", "air", 4, 1),
                flow("back", "air", "outside", 1, 1));
        assertThat(Reconciliation.of(reports, Set.of()).places().stream().map(Place::name))
                .containsExactly("tip", "works");
        Reconciliation open = Reconciliation.of(reports, Set.of("tip"));
        assertThat(open.places().stream().map(Place::name)).containsExactly("works");
        assertThat(open.flows().stream().map(Balanced::value)).containsExactly(100.0, 3.5, 3.5, 1.0);
    }

    @Test
    void massThatWouldHaveToFlowBackIsBelowNothing() {
        List<Balanced> flows = of(
                        flow("in", "x", "w", 10, 1), flow("out", "w", "y", 20, 1), unmeasured("rest", "w", "z"))
                .flows();
        assertThat(flows.get(2).value()).isCloseTo(-10, within(1e-12));
    }

    @Test
    void reportsTakeNoNonsense() {
        assertThatThrownBy(() -> flow("a", "x", "x", 1, 1)).hasMessageContaining("for itself");
        assertThatThrownBy(() -> flow("a", "x", "y", -1, 1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> flow("a", "x", "y", 1, -1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> flow("a", "x", "y", Double.NaN, 1)).hasMessageContaining("neither known");
        assertThatThrownBy(() -> flow("a", "x", "y", 1, Double.NaN)).hasMessageContaining("neither known");
        assertThatThrownBy(() -> flow("a", "x", "y", Double.POSITIVE_INFINITY, 1))
                .hasMessageContaining("at least 0");
    }
}
