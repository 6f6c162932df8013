package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final String COMBINING = "S\u030Cos\u030Ctanj";

    @Test
    void lettersOfAllScriptsAlign() {
        Columns columns = new Columns(14, -6);
        for (String name : List.of("Velenje", "Šoštanj", "Θεσσαλονίκη", "Сарајево", COMBINING, "𝔽orlì")) {
            String line = columns.line(name, "12.5");
            assertThat(Columns.width(line)).as(name).isEqualTo(14 + 2 + 6);
            assertThat(line).startsWith(name).endsWith("  12.5");
        }
    }

    @Test
    void whatDoesNotFitIsCutBetweenCharacters() {
        assertThat(Columns.cut("Šoštanj", 7)).isEqualTo("Šoštanj");
        assertThat(Columns.cut("Šoštanj", 5)).isEqualTo("Šošt…");
        assertThat(Columns.cut("𝔽𝔽𝔽𝔽", 3)).isEqualTo("𝔽𝔽…");
        assertThat(Columns.width(Columns.cut(COMBINING, 4))).isEqualTo(4);
    }

    @Test
    void noLineEndsInSpaces() {
        assertThat(new Columns(5, 5).line("a", "")).isEqualTo("a");
    }

    @Test
    void wrappingKeepsEveryWordAndTheWidth() {
        String text = "the mean of the differences lies with 95 % confidence in this range of the same random numbers";
        List<String> lines = Columns.wrap(text, 20);
        assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(20));
        assertThat(String.join(" ", lines)).isEqualTo(text);
    }
}
