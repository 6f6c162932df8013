package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks drawn from seeds against dense linear algebra, and small ones by hand. */
class FlowNetworkTest {

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60);
    }

    /** Few or many links, so that some draws have no circle, some several and some one of everybody. */
    private static WebDraft draw(long seed) {
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(12);
        double density = random.nextDouble() * random.nextDouble();
        WebDraft draft = new WebDraft(nodes);
        for (int from = 0; from < nodes; from++) {
            for (int to = 0; to < nodes; to++) {
                if (from != to && random.nextDouble() < density) {
                    draft.flow(from, to, 0.1 + random.nextDouble());
                }
            }
        }
        balance(draft, nodes, random);
        return draft;
    }

    private static void balance(WebDraft draft, int nodes, Random random) {
        double[] gain = new double[nodes];
        draft.flows().forEach(flow -> {
            gain[flow.from()] -= flow.size();
            gain[flow.to()] += flow.size();
        });
        for (int i = 0; i < nodes; i++) {
            double through = random.nextDouble();
            draft.outside().imports[i] = Math.max(0, -gain[i]) + through;
            double out = Math.max(0, gain[i]) + through;
            draft.outside().exports[i] = out * 0.3;
            draft.outside().dissipation[i] = out * 0.6;
            draft.outside().builtUp[i] = out * 0.1;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cyclingIsThatOfTheWholeInverse(long seed) {
        WebDraft draft = draw(seed);
        FlowNetwork network = draft.network();
        int nodes = draft.links().nodes();
        RealMatrix rest = MatrixUtils.createRealIdentityMatrix(nodes);
        draft.flows()
                .forEach(flow ->
                        rest.addToEntry(flow.from(), flow.to(), -flow.size() / network.throughflow(flow.from())));
        RealMatrix inverse = new LUDecomposition(rest).getSolver().getInverse();
        double cycled = 0;
        for (int i = 0; i < nodes; i++) {
            cycled += network.throughflow(i) * (inverse.getEntry(i, i) - 1) / inverse.getEntry(i, i);
        }
        assertThat(network.imbalance()).isCloseTo(0, within(1e-12));
        assertThat(network.finnCyclingIndex()).isCloseTo(cycled / network.total(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cyclicityIsTheLargestEigenvalue(long seed) {
        Links links = draw(seed).links();
        RealMatrix adjacency = new Array2DRowRealMatrix(links.nodes(), links.nodes());
        for (int link = 0; link < links.size(); link++) {
            adjacency.setEntry(links.from(link), links.to(link), 1);
        }
        double largest = links.size() == 0
                ? 0
                : Arrays.stream(new EigenDecomposition(adjacency).getRealEigenvalues())
                        .max()
                        .orElseThrow();
        assertThat(links.cyclicity()).isCloseTo(Math.max(0, largest), within(2e-2));
        if (largest > 1.1) {
            assertThat(links.cyclicity()).isCloseTo(largest, within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void informationKeepsItsBounds(long seed) {
        FlowInformation information = draw(seed).network().information();
        assertThat(information.mutual()).isBetween(-1e-12, information.diversity() + 1e-12);
        assertThat(information.order()).isBetween(-1e-12, 1.0);
        assertThat(information.robustness()).isBetween(0.0, 1 / Math.E + 1e-12);
        assertThat(information.ascendency() + information.overhead())
                .isCloseTo(information.capacity(), within(1e-9 * information.capacity()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theUnitChangesNoRatioAndScalesEveryTotal(long seed) {
        WebDraft draft = draw(seed);
        WebDraft larger = new WebDraft(draft.links().nodes());
        draft.flows().forEach(flow -> larger.flow(flow.from(), flow.to(), 1000 * flow.size()));
        for (int i = 0; i < draft.links().nodes(); i++) {
            larger.outside().imports[i] = 1000 * draft.outside().imports[i];
            larger.outside().exports[i] = 1000 * draft.outside().exports[i];
            larger.outside().dissipation[i] = 1000 * draft.outside().dissipation[i];
            larger.outside().builtUp[i] = 1000 * draft.outside().builtUp[i];
        }
        FlowNetwork one = draft.network();
        FlowNetwork thousand = larger.network();
        assertThat(thousand.total()).isCloseTo(1000 * one.total(), within(1e-6));
        assertThat(thousand.finnCyclingIndex()).isCloseTo(one.finnCyclingIndex(), within(1e-10));
        assertThat(thousand.information().mutual()).isCloseTo(one.information().mutual(), within(1e-10));
        assertThat(thousand.meanPathLength()).isCloseTo(one.meanPathLength(), within(1e-10));
    }

    @Test
    void aLoopThatReturnsHalfCyclesAThird() {
        // 1 comes in to a and 1 goes out of b; b gives 1 back, so that a and b each have 2.
        WebDraft draft = new WebDraft(3).flow(0, 1, 2).flow(1, 0, 1);
        draft.outside().imports[0] = 1;
        draft.outside().exports[1] = 1;
        FlowNetwork network = draft.network();
        assertThat(network.total()).isEqualTo(4);
        assertThat(network.meanPathLength()).isEqualTo(4);
        assertThat(network.cycled()).containsExactly(1, 1, 0);
        assertThat(network.finnCyclingIndex()).isEqualTo(0.5);
    }

    @Test
    void aLongChainHasNoCircleAndARingHasCyclicityOne() {
        int nodes = 100_000;
        WebDraft chain = new WebDraft(nodes);
        for (int i = 0; i + 1 < nodes; i++) {
            chain.flow(i, i + 1, 1);
        }
        assertThat(chain.links().circles()).isEmpty();
        assertThat(chain.links().cyclicity()).isZero();
        chain.flow(nodes - 1, 0, 1);
        assertThat(chain.links().circles()).hasSize(1);
        assertThat(chain.links().cyclicity()).isCloseTo(1, within(1e-12));
        chain.outside().imports[0] = 1;
        chain.outside().exports[nodes - 1] = 1;
        assertThat(chain.network().finnCyclingIndex()).isNaN();
    }

    @Test
    void withoutAnyFlowNothingApplies() {
        FlowNetwork network = new WebDraft(3).network();
        assertThat(network.finnCyclingIndex()).isNaN();
        assertThat(network.meanPathLength()).isNaN();
        assertThat(network.information().diversity()).isNaN();
        assertThat(network.information().throughput()).isZero();
    }
}
