package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Table I of Newcombe, Statistics in Medicine 17 (1998), method 3: the score interval. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThatOfThePublishedTable(int successes, int trials, double low, double high) {
        Proportion proportion = new Proportion(successes, trials);
        assertThat(proportion.low95()).isCloseTo(low, within(6e-5));
        assertThat(proportion.high95()).isCloseTo(high, within(6e-5));
    }

    /** At either end of Wilson's interval the normal test of that probability is just at its limit. */
    @Test
    void bothBoundsSolveTheQuadraticThatDefinesThem() {
        double z = 1.959963984540054;
        for (int trials = 1; trials < 40; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                Proportion proportion = new Proportion(successes, trials);
                for (double bound : new double[] {proportion.low95(), proportion.high95()}) {
                    double distance = Math.abs(proportion.share() - bound);
                    double limit = z * Math.sqrt(bound * (1 - bound) / trials);
                    boolean end = bound == 0 || bound == 1;
                    assertThat(distance).isCloseTo(end ? 0 : limit, within(1e-9));
                }
                assertThat(proportion.share()).isBetween(proportion.low95(), proportion.high95());
                Proportion failures = new Proportion(trials - successes, trials);
                assertThat(failures.low95()).isCloseTo(1 - proportion.high95(), within(1e-12));
            }
        }
    }

    @Test
    void moreSuccessesThanTrialsAndNoTrialAreRefused() {
        assertThatThrownBy(() -> new Proportion(2, 1)).hasMessageContaining("2 of 1");
        assertThatThrownBy(() -> new Proportion(0, 0)).hasMessageContaining("at least 1 trial");
        assertThatThrownBy(() -> new Proportion(-1, 3)).hasMessageContaining("from 0");
    }
}
