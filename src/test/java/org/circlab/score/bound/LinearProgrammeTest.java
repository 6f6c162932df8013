package org.circlab.score.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearProgrammeTest {

    private static final double[] DEAR = {3, 3, 3};
    private static final double[] CHEAP = {1, 1, 1};

    /** Ten to be had: at most four of it cheaply, the rest dearly. */
    private static LinearProgramme programme(double rounding) {
        LinearProgramme programme = new LinearProgramme(1);
        int dear = programme.column(Purpose.WAYS, DEAR);
        int cheap = programme.column(Purpose.TREATMENT, CHEAP);
        LinearProgramme.Row all = programme.equals(10);
        all.put(dear, 1);
        all.put(cheap, 1);
        programme.atMost(4).put(cheap, 1);
        if (rounding > 0) {
            all.put(programme.rounding(rounding), 1);
        }
        return programme;
    }

    private static double least(LinearProgramme programme) {
        return programme.least(Dimension.ECONOMY).orElseThrow().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Whether a lab is small enough to be solved for must not hang on how many outputs its lines have to round. */
    @Test
    void roundingSavesWhatItIsAtMostAndMakesNoProgrammeLarger() {
        assertThat(least(programme(0))).isCloseTo(4 + 6 * 3, within(1e-9));
        assertThat(least(programme(0.5))).isCloseTo(4 + 5.5 * 3, within(1e-9));
        assertThat(programme(0).size()).isEqualTo(2 * (2 + 2));
        assertThat(programme(0.5).size()).isEqualTo(programme(0).size());
    }
}
