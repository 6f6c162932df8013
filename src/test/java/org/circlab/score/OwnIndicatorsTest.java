package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.circlab.model.Copies;
import org.circlab.model.Formula;
import org.circlab.model.IndicatorIds;
import org.circlab.model.Lab;
import org.circlab.model.OwnIndicator;
import org.circlab.model.OwnIndicator.Better;
import org.junit.jupiter.api.Test;

class OwnIndicatorsTest {

    private static final Lab LAB = Copies.withIndicators(
            LabFixture.lab(4),
            List.of(
                    own("landfilled-share", "landfill / arising * 100", Better.LOWER),
                    own("kept", "100 - landfilled-share", Better.HIGHER),
                    own("nothing", "kept / (arising - arising)", Better.NEITHER)));

    private static OwnIndicator own(String id, String formula, Better better) {
        return new OwnIndicator(id, id, "%", better, formula, Formula.parse(formula));
    }

    private static Replications draw(long seed) {
        return new Replications(
                LAB,
                List.of(
                        new RandomBooks(LAB, seed).accounts(),
                        new RandomBooks(LAB, seed + 1).accounts(),
                        new RandomBooks(LAB, seed + 2).accounts()));
    }

    @Test
    void areReckonedInEachReplicationAndThenAveraged() {
        Replications variant = draw(10);
        Scorecard card = Scorecard.of(variant, draw(20));
        double[] expected = variant.accounts().stream()
                .map(accounts -> Indicators.of(LAB, accounts))
                .mapToDouble(readings -> 100
                        * IndicatorsTest.reading(readings, "landfill")
                        / IndicatorsTest.reading(readings, "arising"))
                .toArray();
        Compared share = card.indicator("landfilled-share");
        assertThat(share.variant().mean()).isCloseTo(Estimate.of(expected).mean(), within(1e-9));
        assertThat(share.measure().sense()).isEqualTo(Sense.LOWER_IS_BETTER);
        Compared kept = card.indicator("kept");
        assertThat(kept.difference().mean()).isCloseTo(-share.difference().mean(), within(1e-9));
        assertThat(kept.measure().formula()).startsWith("100 - landfilled-share.");
        assertThat(card.indicator("nothing").variant().mean()).isNaN();
    }

    @Test
    void aFormulaCanNameEveryIndicatorOfTheProgramAndNoOther() {
        assertThat(IndicatorIds.ALL)
                .containsExactlyElementsOf(
                        Indicators.all().stream().map(Measure::id).toList());
    }
}
