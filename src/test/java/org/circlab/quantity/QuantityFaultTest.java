package org.circlab.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that does not read: what the message says, and what it proposes. */
class QuantityFaultTest {

    private static QuantityException fault(String text, Dimension expected) {
        QuantityException fault = catchThrowableOfType(QuantityException.class, () -> Quantity.parse(text, expected));
        assertThat(fault).as(text).isNotNull();
        return fault;
    }

    @Test
    void messageNamesTheTextTheFaultTheDimensionAndAnExample() {
        QuantityException fault = fault("525", Dimension.MASS_RATE);
        assertThat(fault.message()).isEqualTo("\"525\" has no unit; expected mass per time, such as 525 kt/yr");
        assertThat(fault.advice()).isEqualTo("Maybe 525 kt/yr?");
        assertThat(fault).hasMessage(fault.message() + ". " + fault.advice());
    }

    @Test
    void messageWithoutAdviceStandsAlone() {
        QuantityException fault = fault("two", Dimension.COUNT);
        assertThat(fault.advice()).isEmpty();
        assertThat(fault).hasMessage("\"two\" does not start with a number; expected plain number, such as 45 000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MASS         | ''            | "" is empty; expected mass, such as 12 kt
            MASS         | NaN t         | "NaN t" does not start with a number
            MASS         | Infinity t    | "Infinity t" does not start with a number
            MASS         | --5 t         | "--5 t" does not start with a number
            MASS         | t             | "t" does not start with a number
            MASS         | 0x10 t        | "0x10 t" has the unknown unit 'x10 t'
            MASS         | 5. t          | "5. t" has a separator without digits after it
            MASS         | 3, t          | "3, t" has a separator without digits after it
            MASS         | 1e400 t       | "1e400 t" is out of range; expected mass, such as 12 kt
            MASS         | 1e99999999 t  | is out of range
            MASS         | 9223372036854775807 g | is out of range
            MASS         | 9223372036854775808 g | is out of range
            MASS         | 1.5 g         | "1.5 g" is not a whole number of grams
            PRICE        | 1e308 kEUR/t  | is out of range
            SPEED        | 1e-999 km/h   | is out of range
            PRICE        | 11 USD/t      | has the unknown unit 'USD/t'
            MASS_RATE    | 5 EUR/t       | "5 EUR/t" reads as price per tonne of material; expected mass per time
            CARBON_PRICE | 70 EUR/t      | reads as price per tonne of material; expected carbon price per tonne of CO2e, such as 70 EUR/tCO2e
            PRICE        | 70 EUR/tCO2e  | reads as carbon price per tonne of CO2e; expected price per tonne of material, such as 11 EUR/t
            PRICE        | 11 EUR/m3     | has the unit EUR/m3 of another dimension
            MONEY        | 5 EUR/%       | has the unknown unit 'EUR/%'
            COUNT        | 45 000 t      | has the unit t where none belongs; expected plain number, such as 45 000
            COUNT        | 45,000        | has a comma in its number (decimals take a point, thousands a space)
            COUNT        | 45 00         | has a misplaced separator in its number (a space before each three digits, or none)
            """)
    void saysWhatIsWrong(Dimension expected, String text, String message) {
        assertThat(fault(text, expected).message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # unit missing
            CARBON_PRICE     | 70                        | 70 EUR/tCO2e
            DURATION         | 5                         | 5 d
            YEARLY_RATE      | 5                         | 5 %/yr
            YEARLY_RATE      | 0.05                      | 0.05/yr
            # time, or what it is per, missing or too much
            MASS_RATE        | 525 kt                    | 525 kt/yr
            PRICE            | 11 EUR                    | 11 EUR/t
            SPEED            | 60 km                     | 60 km/h
            YEARLY_RATE      | 5 %                       | 5 %/yr
            MASS             | 5 kt/yr                   | 5 kt
            FRACTION         | 3.1 %/yr                  | 3.1 %
            # material for emission, and back
            CARBON_PRICE     | 70 EUR/t                  | 70 EUR/tCO2e
            CARBON_PRICE     | 0.07 EUR/kg               | 0.07 EUR/kgCO2e
            PRICE            | 11 EUR/tCO2e              | 11 EUR/t
            EMISSION_FACTOR  | 60 kg/t                   | 60 kgCO2e/t
            HAULAGE_EMISSION | 62 g/tkm                  | 62 gCO2e/tkm
            HAULAGE_EMISSION | 62 gCO2e/t                | 62 gCO2e/tkm
            MASS             | 5 tCO2e                   | 5 t
            # CO2 in other spellings
            EMISSION_FACTOR  | 60 kgCO2/t                | 60 kgCO2e/t
            EMISSION_FACTOR  | 60 kg CO2-eq/t            | 60 kgCO2e/t
            EMISSION_FACTOR  | 60 kgCO₂e/t               | 60 kgCO2e/t
            CARBON_PRICE     | 70 EUR/tCO2eq             | 70 EUR/tCO2e
            # letter case
            MASS             | 5 mt                      | 5 Mt
            MASS             | 5 KT                      | 5 kt
            MASS             | 5 Kg                      | 5 kg
            MONEY            | 3 mEUR                    | 3 MEUR
            PRICE            | 11 eur/t                  | 11 EUR/t
            DURATION         | 1 H                       | 1 h
            DISTANCE         | 60 KM                     | 60 km
            # other names
            MASS             | 5 Mg                      | 5 t
            MASS             | 5 tonnes                  | 5 t
            MASS_RATE        | 525 kt/a                  | 525 kt/yr
            MASS_RATE        | 525 kt per year           | 525 kt/yr
            MASS_RATE        | 525 tons a day            | 525 t/d
            MASS_RATE        | 525 ktpa                  | 525 kt/yr
            DURATION         | 90 days                   | 90 d
            DURATION         | 2 w                       | 2 wk
            SPEED            | 60 kmh                    | 60 km/h
            YEARLY_RATE      | 0.05 p.a.                 | 0.05/yr
            YEARLY_RATE      | 0.05 per year             | 0.05/yr
            YEARLY_RATE      | 0.05 a year               | 0.05/yr
            YEARLY_RATE      | 0.05 per annum            | 0.05/yr
            YEARLY_RATE      | 5 percent per year        | 5 %/yr
            YEARLY_RATE      | 0.05 /a                   | 0.05/yr
            YEARLY_RATE      | 0.05 /day                 | 0.05/d
            YEARLY_RATE      | 5 %pa                     | 5 %/yr
            HAULAGE_PRICE    | 0.12 EUR/tonnekm          | 0.12 EUR/tkm
            MONEY            | 3 M€                      | 3 MEUR
            FRACTION         | 3 percent                 | 3 %
            DENSITY          | 1.3 t/m³                  | 1.3 t/m3
            # spelling and spaces
            MASS_RATE        | 525 kt/yar                | 525 kt/yr
            MASS_RATE        | 525 kt/ry                 | 525 kt/yr
            MASS_RATE        | 525 kt / yr               | 525 kt/yr
            PRICE            | 11 ERU/t                  | 11 EUR/t
            PRICE            | 11 UER                    | 11 EUR/t
            MASS_RATE        | 525 ktt                   | 525 kt/yr
            MASS_RATE        | 525 kt/hx                 | 525 kt/h
            MASS             | 5 xt                      | 5 t
            EMISSION         | 5 tC2Oe                   | 5 tCO2e
            EMISSION         | 5 kgCO                    | 5 kgCO2e
            DURATION         | 2 as                      | 2 s
            DURATION         | 3 sm                      | 3 s
            DURATION         | 2 secs                    | 2 s
            HAULAGE_PRICE    | 0.12 EUR/t/km             | 0.12 EUR/tkm
            HAULAGE_PRICE    | 0.12 EUR/t km             | 0.12 EUR/tkm
            HAULAGE_PRICE    | 0.12 EUR/t-km             | 0.12 EUR/tkm
            # numbers
            FRACTION         | 3,1 %                     | 3.1 %
            MASS             | 0,125 t                   | 0.125 t
            MASS             | 45,000 t                  | 45 000 t or 45.000 t
            MASS             | 1,250,000.5 t             | 1 250 000.5 t
            MASS             | 1.250,5 t                 | 1250.5 t
            MASS             | 1.250.000 t               | 1250000 t
            MASS             | 45'000 t                  | 45000 t
            MASS             | 45 00 t                   | 4500 t
            COUNT            | 4500 000.5                | 4500000.5
            MASS             | 1.5 g                     | 2 g
            MASS             | -0.2 g                    | -1 g
            COUNT            | 45 000 t                  | 45 000
            COORDINATE       | 46.38°                    | 46.38
            # both
            COORDINATE       | 46,38°                    | 46.38
            MASS_RATE        | 2,5 kt                    | 2.5 kt/yr
            FRACTION         | 3,1 %/yr                  | 3.1 %
            PRICE            | 11,50                     | 11.50 EUR/t
            YEARLY_RATE      | 0,05                      | 0.05/yr
            FRACTION         | 0,031                     | 0.031
            YEARLY_RATE      | 10,05                     | 10.05 %/yr
            YEARLY_RATE      | -0,05                     | -0.05/yr
            """)
    void proposesWhatWasLikelyMeant(Dimension expected, String text, String proposed) {
        assertThat(fault(text, expected).advice()).isEqualTo("Maybe " + proposed + "?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PRICE         | 11 USD/t
            PRICE         | 11 EUR/m3
            HAULAGE_PRICE | 0.12 EUR/km
            FRACTION      | 3 kg
            DURATION      | 5 m
            MASS          | 5 wombats
            EMISSION      | 5 zz
            MONEY_RATE    | 5 EURO/q
            SPEED         | 5 t/yr
            COORDINATE    | 46.38 S
            """)
    void proposesNothingWhereNothingIsNear(Dimension expected, String text) {
        assertThat(fault(text, expected).advice()).isEmpty();
    }

    @Test
    void longTextIsRefusedAndCutInTheMessage() {
        String message =
                fault("1 000".concat(" 000".repeat(10_000)), Dimension.COUNT).message();
        assertThat(message).contains("…\" is too long for a quantity").hasSizeLessThan(200);
    }

    @Test
    void aHundredCharactersAreNotTooLong() {
        String text = "1." + "0".repeat(96) + " t";
        assertThat(Quantity.parse(text, Dimension.MASS).value()).isEqualTo(1e6);
        assertThat(fault("0" + text, Dimension.MASS).message()).contains("is too long for a quantity");
    }

    @ParameterizedTest
    @EnumSource
    void everyProposalReads(Dimension expected) {
        Random random = new Random(29);
        int proposals = 0;
        for (Dimension written : Dimension.values()) {
            for (int i = 0; i < 60; i++) {
                String text = misspelt(written.example(), random);
                QuantityException fault =
                        catchThrowableOfType(QuantityException.class, () -> Quantity.parse(text, expected));
                if (fault != null && !fault.advice().isEmpty()) {
                    proposals++;
                    String first = fault.advice().replaceAll("^Maybe |( or .*)?\\?$", "");
                    assertThat(Reading.of(first, expected).dimension()).as(text).isEqualTo(expected);
                }
            }
        }
        assertThat(proposals).isGreaterThan(20);
    }

    /** The text with one letter after the number put in, left out or replaced. */
    private static String misspelt(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int at = Math.max(text.indexOf(' '), 0) + random.nextInt(text.length() - Math.max(text.indexOf(' '), 0));
        char letter = "abekmtyCEMR/% ".charAt(random.nextInt(14));
        switch (random.nextInt(3)) {
            case 0 -> changed.insert(at, letter);
            case 1 -> changed.deleteCharAt(at);
            default -> changed.setCharAt(at, letter);
        }
        return changed.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12kt", "12 kt", "12\u202Fkt", "12_000 t", "12 000 t", "12e3 t", "0.012 Mt", "1.2E10 g"})
    void waysToWriteOneMassAreEqual(String text) {
        assertThat(Mass.parse(text)).isEqualTo(Mass.ofGrams(12_000_000_000L));
    }
}
