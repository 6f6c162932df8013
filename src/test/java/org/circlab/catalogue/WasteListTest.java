package org.circlab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list is the one of the law: so many codes, hazardous ones and mirror entries, before and after its change. */
class WasteListTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 8);
    private static final LocalDate AFTER = LocalDate.of(2026, 11, 9);

    private static final List<ListedCode> CODES = WasteList.codes().stream()
            .map(code -> WasteList.find(code).orElseThrow())
            .toList();

    private static long count(LocalDate day, Predicate<ListedCode> wanted) {
        return CODES.stream().filter(code -> code.isListed(day)).filter(wanted).count();
    }

    @Test
    void theListOf2015Has842Codes() {
        assertThat(count(BEFORE, code -> true)).isEqualTo(842);
        assertThat(count(BEFORE, ListedCode::hazardous)).isEqualTo(408);
        assertThat(count(BEFORE, code -> code.kind() == ListedCode.Kind.MIRROR && code.hazardous()))
                .isEqualTo(173);
        assertThat(count(BEFORE, code -> code.kind() == ListedCode.Kind.MIRROR && !code.hazardous()))
                .isEqualTo(178);
        assertThat(count(BEFORE, code -> code.kind() == ListedCode.Kind.UNKNOWN))
                .isZero();
    }

    @Test
    void itHasTwentyChaptersAndOneHundredElevenSubchapters() {
        assertThat(CODES.stream().map(code -> code.code().substring(0, 2)).distinct())
                .hasSize(20);
        assertThat(CODES.stream().map(code -> code.code().substring(0, 5)).distinct())
                .hasSize(111);
    }

    /** Three codes went and five came, four of them hazardous; two of those that went were. */
    @Test
    void itChangedOnTheNinthOfNovember2026() {
        assertThat(count(AFTER, code -> true)).isEqualTo(842 - 3 + 5);
        assertThat(count(AFTER, ListedCode::hazardous)).isEqualTo(408 - 2 + 4);
    }

    @ParameterizedTest
    @CsvSource({
        "17 01 01, false, true, true", "20 01 33, true, true, false", "20 01 34, false, true, false",
        "19 02 11, true, true, false", "20 01 42, true, false, true", "20 01 44, false, false, true",
        "10 01 04, true, true, true"
    })
    void singleCodes(String code, boolean hazardous, boolean before, boolean after) {
        ListedCode listed = WasteList.find(code).orElseThrow();
        assertThat(listed.hazardous()).isEqualTo(hazardous);
        assertThat(listed.isListed(BEFORE)).isEqualTo(before);
        assertThat(listed.isListed(AFTER)).isEqualTo(after);
        assertThat(listed.starred()).isEqualTo(hazardous ? code + "*" : code);
    }

    @Test
    void whatCouldNotBeHadIsMarked() {
        assertThat(CODES.stream().filter(code -> !code.mark().isEmpty()).map(ListedCode::code))
                .containsExactly(
                        "09 01 11",
                        "10 08 20",
                        "16 06 01",
                        "16 06 02",
                        "16 06 03",
                        "16 06 04",
                        "16 06 05",
                        "16 06 06",
                        "19 02 12",
                        "19 02 13",
                        "20 01 42",
                        "20 01 43",
                        "20 01 44");
    }

    @Test
    void namesTellCodesApart() {
        assertThat(CODES).extracting(ListedCode::name).doesNotHaveDuplicates().allMatch(name -> name.length() >= 4);
    }

    @Test
    void codesAscend() {
        assertThat(WasteList.codes()).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "17 01", "170101", "99 99 99", "17 01 01*", "id,name,h"})
    void nothingElseIsACode(String text) {
        assertThat(WasteList.find(text)).isEmpty();
    }
}
