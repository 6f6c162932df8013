package org.circlab.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pattern of a dimension and its parser take the same texts. */
class PatternTest {

    private static final int TEXTS = 4000;

    private static final List<String> NUMBERS = List.of(
            "1",
            "12",
            "-3",
            "+4",
            "\u22125",
            "0.5",
            ".5",
            "5.",
            "1e3",
            "1E-3",
            "1e0003",
            "45 000",
            "45 00",
            "45_000",
            "1 000 000",
            "1 000_000",
            "1 000000",
            "1000 000",
            "1,000",
            "1,5",
            "007",
            "",
            "-",
            "1 2",
            "NaN",
            "1e",
            "1\u202F000",
            "--1");
    private static final List<String> SPACES = List.of("", " ", "  ", "\t", "\u00A0", "\n");
    private static final List<String> STRANGERS = List.of(
            "tons",
            "T",
            "kg/ t",
            "t /yr",
            "EUR",
            "EUR/t CO2e",
            "yr/t",
            "/",
            "t/",
            "//yr",
            "t/yr/yr",
            "°",
            "1 t",
            "%/%");

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void matchesWhatIsRead(Dimension dimension) {
        List<String> units = Stream.of(Unit.all().map(Unit::symbol), dimension.units().stream(), STRANGERS.stream())
                .flatMap(each -> each)
                .toList();
        Random random = new Random(dimension.ordinal());
        Pattern pattern = Pattern.compile(dimension.pattern());
        int read = 0;
        for (int i = 0; i < TEXTS; i++) {
            List<String> usual = i % 2 == 0 ? units : dimension.units();
            String text = one(SPACES, random)
                    + one(NUMBERS, random)
                    + one(SPACES, random)
                    + one(usual, random)
                    + one(SPACES, random);
            boolean reads = reads(text, dimension);
            assertThat(pattern.matcher(text).matches())
                    .as("'%s' as %s", text, dimension)
                    .isEqualTo(reads);
            read += reads ? 1 : 0;
        }
        assertThat(read).isBetween(TEXTS / 10, TEXTS - TEXTS / 10);
    }

    /** Whether number and unit are read, the value within its limits or not. */
    private static boolean reads(String text, Dimension dimension) {
        try {
            Quantity.parse(text, dimension);
            return true;
        } catch (QuantityException e) {
            return e.message().contains("whole number of grams") && dimension == Dimension.MASS;
        }
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    @Test
    void theUnitsOfADimension() {
        assertThat(Dimension.COUNT.units()).containsExactly("");
        assertThat(Dimension.DISTANCE.units()).contains("km", "m").doesNotContain("t", "");
        assertThat(Dimension.PRICE.units()).contains("EUR/t", "kEUR/kt").doesNotContain("EUR/tCO2e", "EUR", "");
        assertThat(Dimension.FRACTION.units()).contains("", "%", "mg/kg");
    }
}
