package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "229845.3, 229 800",
        "-1234567, -1 235 000",
        "999.7, 1 000",
        "12.345, 12.3",
        "1, 1",
        "0.045678, 0.0457",
        "-0.5, -0.5",
        "NaN, -"
    })
    void peopleGetThreeOrFourDigits(double value, String text) {
        assertThat(Rounded.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"12.5, +12.5", "-12.5, -12.5", "0, 0"})
    void differencesShowTheirSign(double value, String text) {
        assertThat(Rounded.signed(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1746812, 11830, +1 747 000 ± 12 000",
        "-13051.7, 14.3, -13 052 ± 14",
        "2.37702, 0.00451, +2.3770 ± 0.0045",
        "-5657.1, 712.4, -5 660 ± 710",
        "3.2, 50, +3.20 ± 50",
        "12.5, NaN, +12.5",
        "51801.83, 1e-11, +51 800",
        "51801.83, 0, +51 800",
        "0, 3, 0"
    })
    void aDifferenceEndsWhereItsIntervalDoes(double mean, double halfWidth, String text) {
        assertThat(Rounded.difference(mean, halfWidth)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "1, 100 %",
        "0.0004, <0.1 %",
        "0.9996, >99.9 %",
        "0.034, 3.4 %",
        "0.994, 99.4 %",
        "0.347, 35 %",
        "NaN, -"
    })
    void sharesNeverLookWholerThanTheyAre(double share, String text) {
        assertThat(Rounded.percent(share)).isEqualTo(text);
    }

    @Test
    void roundingKeepsTheValueWithinHalfAUnitOfItsLastDigit() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            double value = random.nextGaussian() * StrictMath.pow(10, random.nextInt(12) - 4);
            double read = Double.parseDouble(Rounded.of(value).replace(" ", ""));
            assertThat(Math.abs(read - value)).isLessThanOrEqualTo(Math.abs(value) * 0.005 + 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.99, 1",
        "2, 2",
        "4.9, 2",
        "5, 5",
        "9.99, 5",
        "10, 10",
        "0.7, 0.5",
        "0.03, 0.02",
        "370000, 200000"
    })
    void aKeyIsARoundNumberThatIsNotMore(double value, double key) {
        assertThat(Rounded.keyOf(value)).isCloseTo(key, within(key * 1e-9));
    }
}
