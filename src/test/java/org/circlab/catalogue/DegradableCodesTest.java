package org.circlab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.model.Degradable;
import org.circlab.model.Degradable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegradableCodesTest {

    @ParameterizedTest
    @CsvSource({
        "20 01 08, FOOD",
        "02 03 04, FOOD",
        "20 02 01, GARDEN",
        "15 01 01, PAPER",
        "20 01 01, PAPER",
        "19 12 01, PAPER",
        "20 01 10, TEXTILES",
        "17 02 01, WOOD",
        "03 01 05, WOOD"
    })
    void someCodesHaveOneKindOfWaste(String code, Kind kind) {
        assertThat(DegradableCodes.kind(code)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"20 03 01", "19 12 12", "20 03 07", "17 01 01", "10 01 02", "''", "99 99 99"})
    void mixturesAndInertWasteAndNoCodeTellNone(String code) {
        assertThat(DegradableCodes.kind(code)).isEmpty();
    }

    @Test
    void noMaterialOfACodeContradictsAnotherAndEveryWordIsAKind() {
        Set<String> words = Stream.of(Kind.values()).map(Degradable.Kind::word).collect(Collectors.toSet());
        Map<String, Set<String>> byCode = new HashMap<>();
        for (Entry entry : Catalogue.bundled().entries(Section.MATERIALS)) {
            String word = entry.about("decays");
            if (!word.isEmpty()) {
                assertThat(words).as(entry.id()).contains(word);
                entry.listed("codes")
                        .forEach(code -> byCode.computeIfAbsent(code, any -> new HashSet<>())
                                .add(word));
            }
        }
        assertThat(byCode)
                .hasSizeGreaterThan(12)
                .allSatisfy((code, kinds) -> assertThat(kinds).hasSize(1));
    }
}
