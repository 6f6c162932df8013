package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.000001",
        "-1, -0.000001",
        "1500000, 1.5",
        "100000000, 100",
        "9223372036854775807, 9223372036854.775807",
        "-9223372036854775808, -9223372036854.775808"
    })
    void millionthsAreExact(long millionths, String text) {
        assertThat(Decimals.ofMillionths(millionths)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3",
        "-0.0, 0",
        "100, 100",
        "12345678901234, 12345678900000",
        "2.0E-3, 0.002",
        "1.0E23, 100000000000000000000000",
        "0.1, 0.1",
        "-2.5, -2.5"
    })
    void computedValuesHaveTenDigitsAndNoExponent(double value, String text) {
        assertThat(Decimals.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsEmpty(double value) {
        assertThat(Decimals.of(value)).isEmpty();
    }

    @Test
    void exactReadsBackAsTheSameDouble() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                BigDecimal exact = Decimals.exact(value);
                assertThat(exact.doubleValue()).isEqualTo(value == 0 ? 0.0 : value);
                assertThat(exact.scale()).isNotNegative();
                assertThat(exact.stripTrailingZeros().precision()).isLessThanOrEqualTo(17);
            }
        }
    }

    @Test
    void exactHasNoNoise() {
        assertThat(Decimals.exact(0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(Decimals.exact(2e-3)).isEqualTo(new BigDecimal("0.002"));
        assertThat(Decimals.exact(100)).isEqualTo(new BigDecimal("100"));
    }
}
