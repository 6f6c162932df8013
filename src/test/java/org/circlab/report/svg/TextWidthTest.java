package org.circlab.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {

    private static final String LONG =
            "Komunalno podjetje Velenje and Αποχέτευση Θεσσαλονίκης with Donaudampfschifffahrtsgesellschaft";

    @ParameterizedTest
    @ValueSource(ints = {20, 45, 70, 120, 200, 400, 2000})
    void linesFitAndSayAllOrEndWithAnEllipsis(int most) {
        for (int lines = 1; lines <= 4; lines++) {
            List<String> broken = TextWidth.lines(LONG, 12, most, lines);
            assertThat(broken).hasSizeLessThanOrEqualTo(lines).allMatch(line -> TextWidth.of(line, 12) <= most);
            String all = String.join(" ", broken);
            assertThat(
                            all.endsWith("\u2026")
                                    ? LONG.startsWith(
                                            all.substring(0, all.length() - 1).strip())
                                    : all.equals(LONG))
                    .as(all)
                    .isTrue();
        }
    }

    @Test
    void wideSignsAreWiderThanNarrowOnesAndMarksHaveNoWidth() {
        assertThat(TextWidth.of("mmm", 10)).isGreaterThan(TextWidth.of("nnn", 10));
        assertThat(TextWidth.of("iii", 10)).isLessThan(TextWidth.of("nnn", 10));
        assertThat(TextWidth.of("S\u030C", 10)).isEqualTo(TextWidth.of("S", 10));
        assertThat(TextWidth.of("漢", 10)).isEqualTo(10);
        assertThat(TextWidth.of("abc", 20)).isEqualTo(2 * TextWidth.of("abc", 10));
    }
}
