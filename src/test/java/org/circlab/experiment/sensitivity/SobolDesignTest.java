package org.circlab.experiment.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.circlab.experiment.sensitivity.SobolIndices.OfFactor;
import org.junit.jupiter.api.Test;

class SobolDesignTest {

    private static final double[] ISHIGAMI_FIRST = {0.3139, 0.4424, 0};
    private static final double[] ISHIGAMI_TOTAL = {0.5576, 0.4424, 0.2437};

    private static SobolIndices indices(int factors, int samples, ToDoubleFunction<double[]> function) {
        SobolDesign design = SobolDesign.of(factors, samples);
        return design.indices(1, KnownFunction.responses(design.size(), design::point, function));
    }

    private static double[] first(SobolIndices indices) {
        return indices.factors().stream()
                .mapToDouble(each -> each.first().value())
                .toArray();
    }

    private static double[] total(SobolIndices indices) {
        return indices.factors().stream()
                .mapToDouble(each -> each.total().value())
                .toArray();
    }

    private static double error(SobolIndices indices, double[] first, double[] total) {
        double worst = 0;
        for (int i = 0; i < first.length; i++) {
            worst = Math.max(worst, Math.abs(first(indices)[i] - first[i]));
            worst = Math.max(worst, Math.abs(total(indices)[i] - total[i]));
        }
        return worst;
    }

    /** Saltelli et al., Sensitivity Analysis in Practice (2004), from V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2. */
    @Test
    void indicesOfIshigamisFunctionAreThePublishedOnes() {
        SobolIndices indices = indices(3, 4096, KnownFunction::ishigami);
        assertThat(first(indices)).containsExactly(ISHIGAMI_FIRST, within(0.004));
        assertThat(total(indices)).containsExactly(ISHIGAMI_TOTAL, within(0.004));
        assertThat(indices.variance()).isCloseTo(13.8446, within(0.05));
        assertThat(indices.samples()).isEqualTo(4096);
    }

    @Test
    void indicesOfTheGFunctionAreTheAnalyticOnes() {
        SobolIndices indices = indices(6, 4096, KnownFunction::g);
        assertThat(first(indices)).containsExactly(KnownFunction.gFirst(), within(0.006));
        assertThat(total(indices)).containsExactly(KnownFunction.gTotal(), within(0.006));
        assertThat(indices.variance()).isCloseTo(KnownFunction.gVariance(), within(0.005));
    }

    /** A Sobol' sequence gains nearly a factor of two with each doubling; random points would gain the root of two. */
    @Test
    void errorsShrinkFasterThanThoseOfRandomPoints() {
        double few = error(indices(3, 64, KnownFunction::ishigami), ISHIGAMI_FIRST, ISHIGAMI_TOTAL);
        double many = error(indices(3, 4096, KnownFunction::ishigami), ISHIGAMI_FIRST, ISHIGAMI_TOTAL);
        assertThat(few).isLessThan(0.15);
        assertThat(many).isLessThan(few / 16);
    }

    @Test
    void intervalsHoldTheTruthAndNarrow() {
        double wide = 0;
        for (int samples : new int[] {256, 1024, 4096}) {
            SobolIndices indices = indices(3, samples, KnownFunction::ishigami);
            double width = 0;
            for (int i = 0; i < 3; i++) {
                OfFactor factor = indices.factors().get(i);
                assertThat(ISHIGAMI_FIRST[i])
                        .isBetween(factor.first().low95() - 5e-5, factor.first().high95() + 5e-5);
                assertThat(ISHIGAMI_TOTAL[i])
                        .isBetween(factor.total().low95() - 5e-5, factor.total().high95() + 5e-5);
                width += factor.total().high95() - factor.total().low95();
            }
            assertThat(wide == 0 || width < wide / 1.6).isTrue();
            wide = width;
        }
    }

    /** Of random sums, with weights w and a uniform factor, the indices are w_i^2 / sum w^2, first and total alike. */
    @Test
    void additiveModelsHaveEqualFirstAndTotalIndices() {
        Random random = new Random(4);
        for (int trial = 0; trial < 12; trial++) {
            int k = 2 + random.nextInt(6);
            double[] weights = random.doubles(k, -3, 3).toArray();
            double squares = 0;
            for (double weight : weights) {
                squares += weight * weight;
            }
            SobolIndices indices = indices(k, 1024, u -> 1000 + sum(weights, u));
            for (int i = 0; i < k; i++) {
                double share = weights[i] * weights[i] / squares;
                assertThat(first(indices)[i]).isCloseTo(share, within(0.02));
                assertThat(total(indices)[i]).isCloseTo(share, within(0.02));
            }
        }
    }

    private static double sum(double[] weights, double[] u) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * u[i];
        }
        return sum;
    }

    /** Random polynomials with products of pairs. */
    @Test
    void firstIndicesAddUpToOneAtMostAndNoneExceedsItsTotal() {
        Random random = new Random(5);
        for (int trial = 0; trial < 12; trial++) {
            int k = 2 + random.nextInt(5);
            double[] weights = random.doubles(k, -3, 3).toArray();
            double[] pairs = random.doubles(k, -5, 5).toArray();
            SobolIndices indices = indices(k, 1024, u -> sum(weights, u) + products(pairs, u));
            double sum = 0;
            for (OfFactor factor : indices.factors()) {
                assertThat(factor.first().value())
                        .isLessThan(factor.total().value() + 0.02)
                        .isGreaterThan(-0.02);
                sum += factor.first().value();
            }
            assertThat(sum).isLessThan(1.02);
        }
    }

    private static double products(double[] pairs, double[] u) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += pairs[i] * u[i] * u[(i + 1) % u.length];
        }
        return sum;
    }

    @Test
    void aFactorThatDoesNothingHasExactlyNoShare() {
        SobolIndices indices = indices(4, 256, u -> KnownFunction.ishigami(u[0], u[1], u[3]));
        SobolIndices.Share none = new SobolIndices.Share(0, 0, 0);
        assertThat(indices.factors().get(2)).isEqualTo(new OfFactor(none, none));
    }

    /** However few samples there are. */
    @Test
    void theOnlyFactorThatDoesAnythingHasAll() {
        SobolIndices indices = indices(3, 16, u -> StrictMath.exp(u[1]));
        SobolIndices.Share all = new SobolIndices.Share(1, 1, 1);
        SobolIndices.Share none = new SobolIndices.Share(0, 0, 0);
        assertThat(indices.factors())
                .containsExactly(new OfFactor(none, none), new OfFactor(all, all), new OfFactor(none, none));
    }

    @Test
    void theOrderOfFactorsDoesNotMatter() {
        SobolIndices one = indices(3, 4096, KnownFunction::ishigami);
        SobolIndices other = indices(3, 4096, u -> KnownFunction.ishigami(u[2], u[0], u[1]));
        int[] place = {2, 0, 1};
        for (int i = 0; i < 3; i++) {
            assertThat(first(other)[place[i]]).isCloseTo(first(one)[i], within(0.006));
            assertThat(total(other)[place[i]]).isCloseTo(total(one)[i], within(0.006));
        }
    }

    /** Shares do not depend on the unit or the zero of a response. */
    @Test
    void scaleAndOriginDoNotMatter() {
        SobolIndices one = indices(3, 512, KnownFunction::ishigami);
        SobolIndices other = indices(3, 512, u -> 1e6 - 1e3 * KnownFunction.ishigami(u));
        assertThat(first(other)).containsExactly(first(one), within(1e-9));
        assertThat(total(other)).containsExactly(total(one), within(1e-9));
        assertThat(other.variance()).isCloseTo(1e6 * one.variance(), within(1e-3));
    }

    @Test
    void samplesWithAnUnknownResponseAreLeftOut() {
        SobolDesign design = SobolDesign.of(3, 1024);
        double[] responses = KnownFunction.responses(design.size(), design::point, KnownFunction::ishigami);
        for (int n = 0; n < 1024; n += 50) {
            responses[n * 5 + n % 5] = Double.NaN;
        }
        SobolIndices indices = design.indices(1, responses);
        assertThat(indices.samples()).isEqualTo(1024 - 21);
        assertThat(first(indices)).containsExactly(ISHIGAMI_FIRST, within(0.05));
    }

    @Test
    void whatDoesNotVaryHasNoShares() {
        SobolIndices constant = indices(2, 16, u -> 0.1);
        assertThat(constant.variance()).isZero();
        assertThat(first(constant)).containsOnly(Double.NaN);
        SobolIndices unknown = indices(2, 16, u -> Double.NaN);
        assertThat(unknown.samples()).isZero();
        assertThat(unknown.variance()).isNaN();
        assertThat(unknown.factors().get(1).total().low95()).isNaN();
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        SobolDesign design = SobolDesign.of(3, 64);
        double[] responses = KnownFunction.responses(design.size(), design::point, KnownFunction::ishigami);
        assertThat(design.indices(7, responses)).isEqualTo(design.indices(7, responses));
        assertThat(design.indices(8, responses).factors().get(0).first().low95())
                .isNotEqualTo(
                        design.indices(7, responses).factors().get(0).first().low95());
    }

    /** A net: of 64 points 8 lie in each eighth of every factor, in A as in B; and ABi is A but for one column, which is of B. */
    @Test
    void pointsFillTheCubeEvenlyAndDifferInOneColumn() {
        SobolDesign design = SobolDesign.of(3, 64);
        assertThat(design.size()).isEqualTo(64 * 5);
        int[][] counts = new int[6][8];
        int equal = 0;
        for (int n = 0; n < 64; n++) {
            double[] a = design.point(5 * n);
            double[] b = design.point(5 * n + 1);
            for (int i = 0; i < 3; i++) {
                counts[i][(int) (8 * a[i])]++;
                counts[3 + i][(int) (8 * b[i])]++;
                double[] mixed = design.point(5 * n + 2 + i);
                for (int j = 0; j < 3; j++) {
                    assertThat(mixed[j]).isEqualTo(j == i ? b[j] : a[j]);
                }
                equal += a[i] == b[i] ? 1 : 0;
            }
        }
        for (int[] ofFactor : counts) {
            assertThat(ofFactor).containsOnly(8);
        }
        assertThat(equal).as("of 192 coordinates on 64 levels").isLessThan(20);
    }

    @Test
    void refusesDesignsThatCannotBe() {
        assertThatThrownBy(() -> SobolDesign.of(0, 8)).hasMessageContaining("1 to 500 factors");
        assertThatThrownBy(() -> SobolDesign.of(501, 8)).hasMessageContaining("1 to 500 factors");
        assertThatThrownBy(() -> SobolDesign.of(3, 1)).hasMessageContaining("at least 2 samples");
        SobolDesign design = SobolDesign.of(2, 4);
        assertThatThrownBy(() -> design.indices(1, 1, 2, 3)).hasMessageContaining("3 responses to 16 points");
    }
}
