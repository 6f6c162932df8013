package org.circlab.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Text that reads, and what is printed reads back. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            MASS, 12 kt, 12e9
            MASS, -1.5kg, -1500
            MASS, 2000 mg, 2
            MASS_RATE, 525 kt/yr, 525000
            MASS_RATE, 300 t/d, 109575
            MASS_RATE, 1 t/mo, 12
            MASS_RATE, 7 t/wk, 365.25
            MASS_RATE, 1 kg/h, 8.766
            MASS_RATE, 1 g/s, 31.5576
            PRICE, 11 EUR/t, 11
            PRICE, -4 EUR/t, -4
            PRICE, \u22124 EUR/t, -4
            PRICE, 0.02 EUR/kg, 20
            PRICE, 1.2 kEUR/t, 1200
            MONEY, 3 MEUR, 3e6
            MONEY_RATE, 0.2 MEUR/yr, 2e5
            MONEY_RATE, 10 EUR/d, 3652.5
            HAULAGE_PRICE, 0.12 EUR/tkm, 0.12
            CARBON_PRICE, 70 EUR/tCO2e, 70
            CARBON_PRICE, 0.07 EUR/kgCO2e, 70
            EMISSION, 2 tCO2e, 2000
            EMISSION_FACTOR, 60 kgCO2e/t, 60
            EMISSION_FACTOR, 0.9 tCO2e/t, 900
            EMISSION_FACTOR, 60 gCO2e/kg, 60
            HAULAGE_EMISSION, 62 gCO2e/tkm, 0.062
            HAULAGE_EMISSION, 0.062 kgCO2e/tkm, 0.062
            DURATION, 90 d, 7776000000
            DURATION, 1.5 h, 5400000
            DURATION, 1 mo, 2629800000
            DURATION, 1 yr, 31557600000
            DISTANCE, 250 m, 0.25
            SPEED, 60 km/h, 60
            SPEED, 10 m/s, 36
            SPEED, 48 km/d, 2
            FRACTION, 3.1 %, 0.031
            FRACTION, 3.1%, 0.031
            FRACTION, 0.031, 0.031
            FRACTION, 5 ‰, 0.005
            FRACTION, 40 mg/kg, 0.00004
            FRACTION, 40 ppm, 0.00004
            FRACTION, 3 kgCO2e/tCO2e, 0.003
            FRACTION, 5 kEUR/MEUR, 0.005
            FRACTION, 6 h/d, 0.25
            FRACTION, 20 m/km, 0.02
            DISTANCE, 40 tkm/t, 40
            YEARLY_RATE, 5 %/yr, 0.05
            YEARLY_RATE, 0.05/yr, 0.05
            YEARLY_RATE, 0.05 /yr, 0.05
            VOLUME, 800 m3, 800
            VOLUME_RATE, 40 m3/d, 14610
            DENSITY, 1300 kg/m3, 1.3
            COUNT, 45 000, 45000
            COUNT, 1 250 000.5, 1250000.5
            COUNT, 1_250_000, 1250000
            COUNT, 45\u202F000, 45000
            COUNT, 45\u00A0000, 45000
            COUNT, 45\u2009000, 45000
            COUNT, 45000, 45000
            COUNT, +2, 2
            COUNT, .5, 0.5
            COUNT, 1e3, 1000
            COUNT, 2.5E-3, 0.0025
            COUNT, -0, 0
            COORDINATE, 46.380, 46.38
            COORDINATE, -13.5, -13.5
            """)
    void readsNumberAndUnit(Dimension dimension, String text, double value) {
        assertThat(Quantity.parse(text, dimension)).isEqualTo(new Quantity(value, dimension));
        assertThat(Quantity.parse("\u00A0 " + text + " \t", dimension).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void exampleAndBaseUnitBelongToTheDimension(Dimension dimension) {
        assertThat(Quantity.parse(dimension.example(), dimension).value()).isPositive();
        String unit = dimension.baseUnit().replaceFirst("^1|°", "");
        assertThat(Quantity.parse("3 " + unit, dimension).value()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void unitsOfOneDimensionAreOfNoOtherButThePlain(Dimension dimension) {
        for (Dimension other : Dimension.values()) {
            if (other != dimension && !dimension.isPlain() && !other.isPlain()) {
                assertThat(other.accepts(dimension.unit())).as(other.name()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void printedQuantitiesReadBackAsTheSameValue(Dimension dimension) {
        Random random = new Random(17);
        for (int i = 0; i < 2000; i++) {
            Quantity quantity = new Quantity(someValue(random, dimension, i), dimension);
            assertThat(Quantity.parse(quantity.toString(), dimension))
                    .as(quantity.toString())
                    .isEqualTo(quantity);
        }
    }

    /** By turns round numbers as people write them, numbers of full precision, and numbers of any magnitude. */
    private static double someValue(Random random, Dimension dimension, int turn) {
        double value = switch (turn % 3) {
            case 0 -> random.nextInt(100_000) / Math.max(1, 10.0 * random.nextInt(100));
            case 1 -> (random.nextDouble() - 0.5) * random.nextInt(1_000_000_000);
            default -> Double.longBitsToDouble(random.nextLong());
        };
        if (dimension == Dimension.MASS) {
            return turn % 3 == 2 ? (double) (random.nextLong() >> random.nextInt(63)) : Math.rint(value * 1e4);
        }
        return Double.isFinite(value) ? value : 1e308;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MASS_RATE, 230000, 230 kt/yr
            MASS_RATE, 1500000, 1.5 Mt/yr
            MASS_RATE, 0.25, 250 kg/yr
            MASS_RATE, 0, 0 kt/yr
            MASS, 12e9, 12 kt
            MASS, 999, 999 g
            PRICE, 1500, 1500 EUR/t
            PRICE, -4, -4 EUR/t
            PRICE, 1e-300, 1E-300 EUR/t
            MONEY, 3e6, 3 MEUR
            HAULAGE_EMISSION, 0.062, 62 gCO2e/tkm
            DURATION, 7776000000, 90 d
            DURATION, 5400000, 1.5 h
            DURATION, 2629800000, 1 mo
            DURATION, 315576000000, 10 yr
            DURATION, 1, 1 ms
            FRACTION, 0.031, 3.1 %
            FRACTION, 1e-6, 0.0001 %
            YEARLY_RATE, 0.05, 5 %/yr
            COUNT, 45000, 45000
            COUNT, -0.0, 0
            COORDINATE, 14.969, 14.969
            """)
    void printsInReadableUnits(Dimension dimension, double value, String text) {
        assertThat(new Quantity(value, dimension)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 3, 0
            -0.0, 3, 0
            1, 3, 1
            2.5, 3, 2.5
            0.1234567, 3, 0.123
            0.00012345, 2, 0.00012
            12.345, 4, 12.35
            999.96, 4, 1_000
            1234, 1, 1_000
            1234, 6, 1_234
            -123, 6, -123
            -1234.5, 6, -1_234.5
            1234567.891, 3, 1_230_000
            1e21, 4, 1_000_000_000_000_000_000_000
            1.5e-7, 4, 0.00000015
            """)
    void readableNumbersAreGroupedAndRounded(double value, int digits, String text) {
        assertThat(Quantity.readable(value, digits)).isEqualTo(text.replace('_', '\u202F'));
    }

    @Test
    void readableNumbersReadBack() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            double value = (random.nextDouble() - 0.5) * random.nextInt(2_000_000_000);
            assertThat(Quantity.parse(Quantity.readable(value, 17), Dimension.COUNT)
                            .value())
                    .isEqualTo(value);
        }
    }

    @Test
    void zeroHasOneSign() {
        assertThat(new Quantity(-0.0, Dimension.MONEY)).isEqualTo(new Quantity(0, Dimension.MONEY));
    }

    @Test
    void wrongValuesAreImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity(Double.NaN, Dimension.PRICE))
                .withMessage("value of a price per tonne of material is NaN; must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity(1.5, Dimension.MASS))
                .withMessage("value of a mass is 1.5 g; must be a whole number of grams below 2^63. Maybe round it?");
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(0x1p63, Dimension.MASS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.readable(Double.POSITIVE_INFINITY, 3))
                .withMessageContaining("value is Infinity; must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.readable(1, 0))
                .withMessage("significantDigits is 0; must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.of("kt/fortnight"))
                .withMessage("unit 'kt/fortnight' is not in the table");
    }

    @Test
    void pricesTimesGramsAreMicroEuros() {
        double price = Quantity.parse("11 EUR/t", Dimension.PRICE).value();
        long massGrams = Mass.parse("2.5 t").grams();
        assertThat(Money.text(Money.micros(price, massGrams))).isEqualTo("27.5");
        double factor = Quantity.parse("60 kgCO2e/t", Dimension.EMISSION_FACTOR).value();
        assertThat(factor * massGrams).as("milligrams of CO2e").isEqualTo(150e6);
    }
}
