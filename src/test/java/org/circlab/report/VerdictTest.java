package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlab.score.Compared;
import org.circlab.score.Measure;
import org.circlab.score.Sense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    @ParameterizedTest
    @EnumSource(Sense.class)
    void whatIsClearlyMoreIsJudgedByTheSense(Sense sense) {
        Verdict more = Verdict.of(compared(sense, new double[] {12, 13, 14}, new double[] {1, 2, 4}));
        Verdict less = Verdict.of(compared(sense, new double[] {1, 2, 4}, new double[] {12, 13, 14}));
        assertThat(more)
                .isEqualTo(
                        switch (sense) {
                            case HIGHER_IS_BETTER -> Verdict.BETTER;
                            case LOWER_IS_BETTER -> Verdict.WORSE;
                            case NEITHER -> Verdict.MORE;
                        });
        assertThat(less)
                .isEqualTo(
                        switch (sense) {
                            case HIGHER_IS_BETTER -> Verdict.WORSE;
                            case LOWER_IS_BETTER -> Verdict.BETTER;
                            case NEITHER -> Verdict.LESS;
                        });
    }

    @Test
    void anIntervalWithZeroIsUnclear() {
        assertThat(verdict(new double[] {1, 5, 3}, new double[] {2, 3, 3})).isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void rightDownToTheBoundOfTheInterval() {
        double[] usual = {0, 0};
        assertThat(verdict(new double[] {1, 1.1}, usual)).isEqualTo(Verdict.BETTER);
        assertThat(verdict(new double[] {1, 3}, usual)).isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void equalRunsDoNotChange() {
        assertThat(verdict(new double[] {1, 5, 3}, new double[] {1, 5, 3})).isEqualTo(Verdict.SAME);
        assertThat(verdict(new double[] {7}, new double[] {7})).isEqualTo(Verdict.SAME);
        assertThat(verdict(new double[] {0, 0}, new double[] {0, 0})).isEqualTo(Verdict.SAME);
    }

    @Test
    void whatRoundingLeavesIsNoChange() {
        assertThat(verdict(new double[] {0.1 + 0.2, 0.3, 0.3}, new double[] {0.3, 0.3, 0.1 + 0.2}))
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void differencesThatCancelOnAverageAreUnclearAndNotTheSame() {
        assertThat(verdict(new double[] {1, 3}, new double[] {3, 1})).isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void oneReplicationDecidesNothing() {
        assertThat(verdict(new double[] {7}, new double[] {1})).isEqualTo(Verdict.ONE_RUN);
    }

    @Test
    void whatDoesNotApplyIsNotJudged() {
        assertThat(verdict(new double[] {Double.NaN, 1}, new double[] {1, 1})).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Verdict verdict(double[] variant, double[] baseline) {
        return Verdict.of(compared(Sense.HIGHER_IS_BETTER, variant, baseline));
    }

    private static Compared compared(Sense sense, double[] variant, double[] baseline) {
        Measure measure = new Measure("x", "X", "t/yr", sense, "group", "formula", "");
        return Compared.of(measure, variant, baseline);
    }
}
