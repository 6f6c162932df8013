package org.circlab.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masses are exact to the gram, whatever they are written in. */
class MassTest {

    private static final Map<String, BigDecimal> GRAMS = Map.of(
            "g", new BigDecimal("1"),
            "kg", new BigDecimal("1e3"),
            "t", new BigDecimal("1e6"),
            "kt", new BigDecimal("1e9"),
            "Mt", new BigDecimal("1e12"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            525 kt, 525000000000
            0.123456 t, 123456
            9223372036854775807 g, 9223372036854775807
            -9223372036854775808 g, -9223372036854775808
            9 223 372.036854775807 Mt, 9223372036854775807
            0.1 kg, 100
            """)
    void readsExactly(String text, long grams) {
        assertThat(Mass.parse(text).grams()).isEqualTo(grams);
    }

    @Test
    void readsAsBigDecimalDoes() {
        Random random = new Random(41);
        List<String> units = GRAMS.keySet().stream().sorted().toList();
        int whole = 0;
        for (int i = 0; i < 5000; i++) {
            String unit = units.get(random.nextInt(units.size()));
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(16));
            BigDecimal grams = number.multiply(GRAMS.get(unit));
            String text = number.toPlainString() + " " + unit;
            if (isWholeLong(grams)) {
                whole++;
                assertThat(Mass.parse(text).grams()).as(text).isEqualTo(grams.longValueExact());
            } else {
                assertThatExceptionOfType(QuantityException.class)
                        .as(text)
                        .isThrownBy(() -> Mass.parse(text))
                        .withMessageMatching(".* (is not a whole number of grams|is out of range); expected mass.*");
            }
        }
        assertThat(whole).isBetween(1000, 4000);
    }

    private static boolean isWholeLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
    }

    @Test
    void printsAndReadsBackTheSameGrams() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            Mass mass = Mass.ofGrams(random.nextLong() >> random.nextInt(64));
            assertThat(Mass.parse(mass.toString())).isEqualTo(mass);
            assertThat(new BigDecimal(Mass.tonnes(mass.grams())).movePointRight(6))
                    .isEqualByComparingTo(BigDecimal.valueOf(mass.grams()));
        }
        for (long edge : new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(Mass.parse(Mass.ofGrams(edge).toString()).grams()).isEqualTo(edge);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0 kt, 0
            1, 1 g, 0.000001
            1500, 1.5 kg, 0.0015
            12000000, 12 t, 12
            12345678, 12.345678 t, 12.345678
            12000000000, 12 kt, 12000
            -230000000000, -230 kt, -230000
            9223372036854775807, 9223372.036854775807 Mt, 9223372036854.775807
            """)
    void printsInReadableUnitsAndInTonnes(long grams, String text, String tonnes) {
        assertThat(Mass.ofGrams(grams)).hasToString(text);
        assertThat(Mass.tonnes(grams)).isEqualTo(tonnes);
        assertThat(Mass.ofGrams(grams).tonnes()).isEqualTo(Double.parseDouble(tonnes));
    }

    @Test
    void sumsAreExactOrRefused() {
        Mass most = Mass.ofGrams(Long.MAX_VALUE);
        Mass gram = Mass.ofGrams(1);
        assertThat(most.minus(gram).plus(gram)).isEqualTo(most);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(gram));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Mass.ofGrams(Long.MIN_VALUE).minus(gram));
    }

    @Test
    void isOrderedByGrams() {
        assertThat(Mass.parse("999 kg")).isLessThan(Mass.parse("1 t"));
        assertThat(Mass.parse("1000 kg")).isEqualByComparingTo(Mass.parse("1 t"));
    }

    @Test
    void fractionOfAGramFarBeyondDoublesIsNoticed() {
        assertThatExceptionOfType(QuantityException.class)
                .isThrownBy(() -> Mass.parse("1.00000000000000000000000000000000000000000000001 t"))
                .withMessageContaining("is not a whole number of grams");
    }
}
