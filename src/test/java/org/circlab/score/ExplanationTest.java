package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.circlab.model.Copies;
import org.circlab.model.Formula;
import org.circlab.model.Lab;
import org.circlab.model.OwnIndicator;
import org.circlab.score.Explanation.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Explanations of all indicators over books drawn from seeds: they give the value that is reported, and their parts add up. */
class ExplanationTest {

    private static final Lab LAB = LabFixture.lab(6);

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 2).limit(12);
    }

    private static Replications draw(Lab lab, long seed) {
        return new Replications(lab, List.of(new RandomBooks(lab, seed).accounts()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsOfEachTermAddUpAndTermsGiveTheValue(long seed) {
        Replications variant = draw(LAB, seed);
        Replications baseline = draw(LAB, seed + 1);
        Scorecard card = Scorecard.of(variant, baseline);
        for (Indicator indicator : Indicators.ALL) {
            Explanation explanation =
                    Explanation.of(variant, baseline, indicator.measure().id()).orElseThrow();
            if (indicator.concerns().test(LAB)) {
                Compared compared = card.indicator(indicator.measure().id());
                assertThat(explanation.variant().value())
                        .isEqualTo(Double.valueOf(compared.variant().mean()));
                assertThat(explanation.baseline().value())
                        .isEqualTo(Double.valueOf(compared.baseline().mean()));
            }
            requireSums(explanation.variant());
            requireSums(explanation.baseline());
            requireValue(indicator, explanation.variant());
        }
    }

    private static void requireSums(Side side) {
        for (Term term : side.terms()) {
            if (!term.parts().isEmpty()) {
                double sum = term.parts().stream().mapToDouble(Part::value).sum();
                double size = term.parts().stream()
                        .mapToDouble(part -> Math.abs(part.value()))
                        .sum();
                assertThat(sum).as(term.name()).isCloseTo(term.value(), within(1e-9 * size));
            }
        }
    }

    private static void requireValue(Indicator indicator, Side side) {
        String id = indicator.measure().id();
        if (!Double.isFinite(side.value())) {
            return;
        }
        double first = side.terms().get(0).value();
        if (indicator.reckoning() instanceof Reckoning.Total) {
            assertThat(first).as(id).isEqualTo(side.value());
        } else if (indicator.reckoning() instanceof Reckoning.Ratio ratio) {
            assertThat(ratio.factor() * first / side.terms().get(1).value())
                    .as(id)
                    .isCloseTo(side.value(), within(1e-9 * (1 + Math.abs(side.value()))));
        } else if (id.equals("largest-removal-loss")) {
            assertThat(100 * side.terms().get(1).value() / first).isCloseTo(side.value(), within(1e-9));
        }
    }

    @Test
    void sharesOfBusinessAsUsualAreExplainedByBothSides() {
        Replications variant = draw(LAB, 3);
        Replications baseline = draw(LAB, 4);
        Explanation explanation =
                Explanation.of(variant, baseline, "diversion-from-usual").orElseThrow();
        double disposed = explanation.variant().terms().get(0).value();
        double usual = explanation.variant().terms().get(1).value();
        assertThat(explanation.variant().value()).isCloseTo(100 * (1 - disposed / usual), within(1e-9));
        assertThat(explanation.baseline().value()).isZero();
        assertThat(explanation.baseline().terms().get(0).value()).isEqualTo(usual);
    }

    @Test
    void anIndicatorOfTheScenarioIsExplainedByThoseThatItNames() {
        String text = "landfill / arising * 100";
        Lab lab = Copies.withIndicators(
                LAB,
                List.of(new OwnIndicator(
                        "my-rate", "Mine", "%", OwnIndicator.Better.LOWER, text, Formula.parse(text))));
        Explanation explanation =
                Explanation.of(draw(lab, 5), draw(lab, 6), "my-rate").orElseThrow();
        List<Term> terms = explanation.variant().terms();
        assertThat(terms).extracting(Term::name).containsExactly("arising", "landfill");
        assertThat(terms).extracting(Term::unit).containsOnly("t/yr");
        assertThat(explanation.variant().value())
                .isCloseTo(100 * terms.get(1).value() / terms.get(0).value(), within(1e-9));
        assertThat(Explanation.ids(lab)).contains("my-rate", "net-cost");
        assertThat(Explanation.of(draw(LAB, 5), draw(LAB, 6), "my-rate")).isEmpty();
    }
}
