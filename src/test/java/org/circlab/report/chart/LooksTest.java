package org.circlab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines must be told apart in grey too. */
class LooksTest {

    @Test
    void noTwoLooksHaveTheSameDashes() {
        Set<String> dashes = new HashSet<>();
        for (Line.Look look : Line.Look.values()) {
            Matcher rule = Pattern.compile("\\.chart \\." + look.word() + "\\{([^}]*)\\}")
                    .matcher(ChartStyle.RULES);
            assertThat(rule.find()).as(look.word()).isTrue();
            String dash = rule.group(1).replaceFirst(".*stroke-dasharray:([0-9 ]+).*", "$1");
            assertThat(dashes.add(dash.equals(rule.group(1)) ? "solid" : dash))
                    .as("%s has dashes of its own", look)
                    .isTrue();
        }
        assertThat(dashes).contains("solid");
    }

    @Test
    void aBandIsPaleEnoughToSeeTheLineInIt() {
        Matcher opacity =
                Pattern.compile("\\.band\\{stroke:none;fill-opacity:(\\.\\d+)").matcher(ChartStyle.RULES);
        assertThat(opacity.find()).isTrue();
        assertThat(Double.parseDouble(opacity.group(1))).isBetween(0.1, 0.35);
    }

    @Test
    void aLossIsAnOutlineAndWhatIsKeptIsFull() {
        assertThat(ChartStyle.RULES).contains(".chart .lost{fill:none;").contains(".chart .kept{fill:var(");
    }
}
