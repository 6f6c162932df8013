package org.circlab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.circlab.model.Grade;
import org.circlab.model.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    private static final Evidence EVIDENCE =
            new Evidence("report", "Report of 2021", "https://example.org", "2021", Verification.QUOTED);

    private static Figure of(String low, String typical, String high) {
        return new Figure("yield", "flakes", low, typical, high, "%", EVIDENCE, "");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'', 80, '', 80 %",
                "70, 80, 90, 80 (70 to 90) %",
                "'', 85, 95, 85 (at most 95) %",
                "9, '', 16, 9 to 16 %",
                "'', '', 95, at most 95 %",
                "70, '', '', at least 70 %",
                "'', '', '', —"
            })
    void shown(String low, String typical, String high, String shown) {
        assertThat(of(low, typical, high).shown()).isEqualTo(shown);
    }

    /** (70 + 80 + 99) / 3 = 83; the three factors are those numbers by 83 and add up to 3. */
    @Test
    void aRangeAroundAValueIsTriangular() {
        Figure.Distribution law = of("70", "80", "99").distribution().orElseThrow();
        assertThat(law.mean()).isCloseTo(83, within(1e-9));
        Spread.Triangular triangular = (Spread.Triangular) law.spread();
        assertThat(triangular.low()).isCloseTo(70 / 83.0, within(1e-12));
        assertThat(triangular.mode()).isCloseTo(80 / 83.0, within(1e-12));
        assertThat(triangular.high()).isCloseTo(99 / 83.0, within(1e-12));
    }

    @Test
    void aRangeWithoutAValueIsUniform() {
        Figure.Distribution law = of("30", "", "50").distribution().orElseThrow();
        assertThat(law.mean()).isEqualTo(40);
        assertThat(law.spread()).isEqualTo(new Spread.Uniform(0.75, 1.25));
    }

    @ParameterizedTest
    @CsvSource({"'', 80, ''", "'', 80, 90", "70, 80, ''", "-40, 9, 82", "0, 5, 9", "80, 80, 80"})
    void nothingElseIsADistribution(String low, String typical, String high) {
        assertThat(of(low, typical, high).distribution()).isEmpty();
    }

    /** Whatever range the catalogue states, its law is one that scenarios can have. */
    @Test
    void everyRangeOfTheCatalogueMakesALaw() {
        long laws = 0;
        for (Section section : Section.values()) {
            for (Entry entry : Catalogue.withRecalled().entries(section)) {
                laws += entry.figures().stream()
                        .filter(figure -> figure.distribution().isPresent())
                        .count();
            }
        }
        assertThat(laws).isGreaterThan(50);
    }

    @Test
    void theSourceNamesTheEntry() {
        assertThat(EVIDENCE.source("process:washing").ref()).isEqualTo("Catalogue, process:washing: Report of 2021");
        assertThat(EVIDENCE.source("process:washing").grade()).isEqualTo(Grade.REPORTED);
        assertThat(new Evidence("a", "A study", "", "2019", Verification.COMPUTED).cited())
                .isEqualTo("A study (2019)");
    }

    @Test
    void cellsMayHaveCommasAndQuotes() {
        assertThat(Rows.cells("a,\"b, c\",,\"say \"\"d\"\"\"")).containsExactly("a", "b, c", "", "say \"d\"");
    }
}
