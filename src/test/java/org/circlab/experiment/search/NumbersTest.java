package org.circlab.experiment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "6.17, 6.22, 6.2",
        "6.22, 6.17, 6.2",
        "54.2, 54.7, 54.5",
        "0, 7, 5",
        "0.0559, 0.0555, 0.0555",
        "0.0559, 0.05549, 0.0555",
        "-1, 0.3, 0",
        "1, -0.3, 0",
        "-26.4, -26.7, -26.5",
        "183999, 184731, 184000",
        "9.99, 10.04, 10",
        "-0.5, -0.4, -0.4",
        "999, 1001, 1000"
    })
    void theShortestNumberBetween(BigDecimal beyond, BigDecimal upTo, BigDecimal shortest) {
        assertThat(Numbers.simplest(beyond, upTo)).isEqualByComparingTo(shortest);
    }

    @Test
    void itLiesBetweenAndNoneInThereHasFewerDigits() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double scale = Math.pow(10, random.nextInt(9) - 4);
            BigDecimal beyond = Numbers.rounded((random.nextDouble() - 0.5) * scale);
            BigDecimal upTo = Numbers.rounded(beyond.doubleValue() * (1 + (random.nextDouble() - 0.5) / 20));
            if (beyond.compareTo(upTo) == 0) {
                continue;
            }
            BigDecimal found = Numbers.simplest(beyond, upTo);
            BigDecimal low = beyond.min(upTo);
            BigDecimal high = beyond.max(upTo);
            assertThat(found).isBetween(low, high);
            assertThat(found.compareTo(beyond)).isNotZero();
            int coarser = found.stripTrailingZeros().scale() - 1;
            BigDecimal below = high.setScale(coarser, RoundingMode.FLOOR);
            boolean shorter = below.compareTo(low) >= 0 && below.compareTo(beyond) != 0;
            assertThat(shorter).as("%s for %s .. %s", found, beyond, upTo).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "184000, 184000", "0.00001, 0.00001", "3.14159265, 3.14159", "1e9, 1000000000"})
    void sixDigitsWithoutExponent(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }
}
