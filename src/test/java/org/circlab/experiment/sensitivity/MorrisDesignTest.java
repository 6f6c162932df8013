package org.circlab.experiment.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.circlab.experiment.sensitivity.MorrisDesign.ElementaryEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorrisDesignTest {

    private static List<ElementaryEffects> effects(MorrisDesign design, ToDoubleFunction<double[]> function) {
        return design.effects(KnownFunction.responses(design.size(), design::point, function));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "3, 10, 4", "7, 20, 6", "15, 4, 8"})
    void trajectoriesMoveEachFactorOnceByOneStepOnTheGrid(int factors, int trajectories, int levels) {
        MorrisDesign design = MorrisDesign.of(factors, trajectories, levels, 3);
        assertThat(design.size()).isEqualTo(trajectories * (factors + 1));
        double step = levels / 2.0 / (levels - 1);
        for (int t = 0; t < trajectories; t++) {
            List<Integer> moved = new ArrayList<>();
            for (int s = 0; s < factors; s++) {
                double[] from = design.point(t * (factors + 1) + s);
                double[] to = design.point(t * (factors + 1) + s + 1);
                for (int i = 0; i < factors; i++) {
                    assertThat(to[i]).isBetween(0.0, 1.0);
                    assertThat(to[i] * (levels - 1)).isCloseTo(Math.rint(to[i] * (levels - 1)), within(1e-9));
                    if (from[i] != to[i]) {
                        assertThat(Math.abs(to[i] - from[i])).isCloseTo(step, within(1e-12));
                        moved.add(i);
                    }
                }
            }
            assertThat(moved)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, factors).boxed().toList());
        }
    }

    /** All levels are as likely, and steps go up and down alike. */
    @Test
    void levelsAndDirectionsAreEven() {
        MorrisDesign design = MorrisDesign.of(2, 4000, 4, 9);
        int[] levels = new int[4];
        int up = 0;
        for (int p = 0; p < design.size(); p++) {
            levels[(int) Math.rint(3 * design.point(p)[0])]++;
            up += p % 3 == 0 && design.point(p)[0] < design.point(p + 2)[0] ? 1 : 0;
        }
        for (int count : levels) {
            assertThat(count).isCloseTo(3000, within(200));
        }
        assertThat(up).isCloseTo(2000, within(130));
    }

    /** Of a plane every effect is its slope, whatever the trajectories. */
    @Test
    void effectsOfAPlaneAreItsSlopes() {
        Random random = new Random(6);
        for (int trial = 0; trial < 30; trial++) {
            double[] slopes = random.doubles(1 + random.nextInt(9), -4, 4).toArray();
            MorrisDesign design = MorrisDesign.of(slopes.length, 5, 4, trial);
            List<ElementaryEffects> effects = effects(design, u -> 50 + plane(slopes, u));
            for (int i = 0; i < slopes.length; i++) {
                assertThat(effects.get(i).mean().mean()).isCloseTo(slopes[i], within(1e-9));
                assertThat(effects.get(i).size().mean()).isCloseTo(Math.abs(slopes[i]), within(1e-9));
                assertThat(effects.get(i).deviation()).isCloseTo(0, within(1e-9));
                assertThat(effects.get(i).steps()).isEqualTo(5);
            }
        }
    }

    private static double plane(double[] slopes, double[] u) {
        double sum = 0;
        for (int i = 0; i < slopes.length; i++) {
            sum += slopes[i] * u[i];
        }
        return sum;
    }

    /**
     * y = u0 u1 on the grid 0, 1/3, 2/3, 1 with steps of 2/3: the effect of u0 is u1, which is each of the four levels alike; so mu =
     * mu* = 1/2 and sigma = sqrt(5) / 6 = 0.3727. y = (u - 1/2)^2 changes from 1/36 to 1/4 or back over 2/3 either way: its effects
     * are +1/3 and -1/3, so mu = 0, mu* = 1/3 and sigma = 1/3.
     */
    @Test
    void effectsComputedByHand() {
        MorrisDesign design = MorrisDesign.of(3, 4000, 4, 2);
        List<ElementaryEffects> effects = effects(design, u -> u[0] * u[1] + (u[2] - 0.5) * (u[2] - 0.5));
        for (int i = 0; i < 2; i++) {
            assertThat(effects.get(i).mean().mean()).isCloseTo(0.5, within(0.02));
            assertThat(effects.get(i).size().mean()).isCloseTo(0.5, within(0.02));
            assertThat(effects.get(i).deviation()).isCloseTo(0.3727, within(0.01));
        }
        assertThat(effects.get(2).mean().mean()).isCloseTo(0, within(0.02));
        assertThat(effects.get(2).size().mean()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(effects.get(2).deviation()).isCloseTo(1 / 3.0, within(0.001));
    }

    /** The ranking of the g-function by mu* is that of its total indices. */
    @Test
    void screeningRanksFactorsAsTheirTotalIndicesDo() {
        List<ElementaryEffects> effects = effects(MorrisDesign.of(6, 40, 4, 1), KnownFunction::g);
        List<Integer> ranking = IntStream.range(0, 4)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -effects.get(i).size().mean()))
                .toList();
        assertThat(ranking).containsExactly(0, 1, 2, 3);
        assertThat(effects.get(3).size().mean())
                .isGreaterThan(5 * effects.get(5).size().mean());
    }

    @Test
    void aFactorThatDoesNothingHasNoEffect() {
        ElementaryEffects none = effects(MorrisDesign.of(4, 10, 4, 5), u -> KnownFunction.ishigami(u[0], u[1], u[3]))
                .get(2);
        assertThat(none.size().high95()).isZero();
        assertThat(none.mean().low95()).isZero();
        assertThat(none.deviation()).isZero();
    }

    @Test
    void intervalsNeverReachBelowNoEffectAtAll() {
        ElementaryEffects rare = effects(MorrisDesign.of(2, 5, 4, 5), u -> u[0] == 0 && u[1] == 0 ? 1 : 0)
                .get(0);
        assertThat(rare.size().low95()).isNotNegative();
    }

    @Test
    void stepsToUnknownResponsesAreLeftOut() {
        MorrisDesign design = MorrisDesign.of(2, 3, 4, 1);
        double[] responses = KnownFunction.responses(design.size(), design::point, u -> 3 * u[0] - u[1]);
        responses[0] = Double.NaN;
        List<ElementaryEffects> effects = design.effects(responses);
        assertThat(effects.get(0).steps() + effects.get(1).steps()).isEqualTo(5);
        assertThat(effects.get(0).mean().mean()).isCloseTo(3, within(1e-12));
        Arrays.fill(responses, Double.NaN);
        assertThat(design.effects(responses).get(1).steps()).isZero();
        assertThat(design.effects(responses).get(1).size().mean()).isNaN();
    }

    @Test
    void theSeedDecidesTheTrajectories() {
        MorrisDesign one = MorrisDesign.of(5, 4, 4, 1);
        MorrisDesign same = MorrisDesign.of(5, 4, 4, 1);
        MorrisDesign other = MorrisDesign.of(5, 4, 4, 2);
        int differing = 0;
        for (int p = 0; p < one.size(); p++) {
            assertThat(same.point(p)).containsExactly(one.point(p));
            differing += Arrays.equals(one.point(p), other.point(p)) ? 0 : 1;
        }
        assertThat(differing).isGreaterThan(10);
    }

    @Test
    void refusesDesignsThatCannotBe() {
        assertThatThrownBy(() -> MorrisDesign.of(0, 4, 4, 1)).hasMessageContaining("0 factors");
        assertThatThrownBy(() -> MorrisDesign.of(2, 1, 4, 1)).hasMessageContaining("1 trajectories");
        assertThatThrownBy(() -> MorrisDesign.of(2, 4, 5, 1)).hasMessageContaining("must be even");
        assertThatThrownBy(() -> MorrisDesign.of(2, 4, 4, 1).effects(1, 2)).hasMessageContaining("2 responses to 12");
    }
}
