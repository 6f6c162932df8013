package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "10 01 02, INDUSTRIAL",
        "20 03 01, INDUSTRIAL",
        "03 01 05, INDUSTRIAL",
        "19 12 12, INDUSTRIAL",
        "02 01 06, ORGANIC",
        "20 01 08, ORGANIC",
        "19 08 05, ORGANIC",
        "20 02 01, ORGANIC",
        "17 01 07, CONSTRUCTION",
        "17 05 04, CONSTRUCTION",
        "16 02 14, ELECTRONIC",
        "20 01 36, ELECTRONIC",
        "20 01 33, ELECTRONIC",
        "16 06 01, ELECTRONIC"
    })
    void aCodeDecidesWhateverTheNameIs(String code, Domain domain) {
        assertThat(Domain.of("compost", code)).isEqualTo(domain);
    }

    @Test
    void whatIsSortedOutOfAppliancesStaysElectronicThoughItsCodeIsThatOfAnySorting() {
        assertThat(Domain.of("electronics-plastics", "19 12 04")).isEqualTo(Domain.ELECTRONIC);
        assertThat(Domain.of("plastics", "19 12 04")).isEqualTo(Domain.INDUSTRIAL);
    }

    @Test
    void withoutACodeTheCatalogueDecidesAndElseItIsAProduct() {
        assertThat(Domain.of("compost", "")).isEqualTo(Domain.ORGANIC);
        assertThat(Domain.of("wood-pellets", "")).isEqualTo(Domain.INDUSTRIAL);
        assertThat(Domain.of("nothing-of-the-kind", "")).isEqualTo(Domain.PRODUCTS);
    }

    /** The catalogue was sorted by people, without a look at codes. */
    @Test
    void codesAloneAgreeWithTheCatalogueForFourMaterialsInFive() {
        long coded = 0;
        long agreed = 0;
        for (Entry entry : Catalogue.bundled().entries(Section.MATERIALS)) {
            for (String code : entry.listed("codes")) {
                coded++;
                agreed += Domain.of("", code) == Domain.of(entry.id(), code) ? 1 : 0;
            }
        }
        assertThat(coded).isGreaterThan(80);
        assertThat(agreed).isGreaterThan(coded * 4 / 5);
    }
}
