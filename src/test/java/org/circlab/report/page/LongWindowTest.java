package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.circlab.ledger.Accounts;
import org.circlab.report.Followed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A window of many years: rows of the page are years, so that it does not grow with the months. */
class LongWindowTest {

    private static final int REPLICATIONS = 2;
    private static final Path GLUT = Path.of("scenarios/lesson-glut.yaml");
    private static Followed years30 = followed(30);
    private static Followed years60 = followed(60);

    private static Followed followed(int years) {
        return Followed.of(
                GLUT, "silo", REPLICATIONS, 1, "horizon.start=2025-01-01", "horizon.length=" + years + " yr");
    }

    private static String html30;
    private static String html60;

    @BeforeAll
    static void write() {
        html30 = new OverTime(years30.run(), years30.watched()).html();
        html60 = new OverTime(years60.run(), years60.watched()).html();
    }

    /** The lines of a table that the page offers to save. */
    private static List<String> saved(String html, String file) {
        Matcher link = Pattern.compile("download=\"" + file + "\" href=\"data:text/csv;charset=utf-8,([^\"]+)\"")
                .matcher(html);
        assertThat(link.find()).isTrue();
        return URLDecoder.decode(link.group(1), StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> column(List<String> lines, String side, String name) {
        int at = Arrays.asList(lines.get(0).split(",", -1)).indexOf(name);
        return lines.stream()
                .filter(line -> line.startsWith(side + ","))
                .map(line -> line.split(",", -1)[at])
                .toList();
    }

    @Test
    void upToFortyYearsEachMonthHasARowAndBeyondEachYear() {
        assertThat(column(saved(html30, "months-bands.csv"), "variant", "month"))
                .hasSize(360)
                .startsWith("2025-01");
        assertThat(column(saved(html60, "years-bands.csv"), "variant", "year"))
                .hasSize(60)
                .startsWith("2025", "2026")
                .endsWith("2084");
        assertThat(saved(html60, "stores.csv"))
                .hasSize(1 + 2 * 60)
                .first()
                .asString()
                .contains(",year,");
        assertThat(html60).contains("Year by year", "In store at the end of the year");
        assertThat(html60.length()).isLessThan(html30.length());
    }

    @Test
    void totalsOfTheYearsAreThoseOfTheAccounts() {
        List<String> lines = saved(html60, "years-bands.csv");
        double arisen = column(lines, "variant", "arising_total_t").stream()
                .mapToDouble(Double::parseDouble)
                .sum();
        long grams = years60.run().outcome().variant().stream()
                .flatMap(accounts -> accounts.arisings().stream())
                .mapToLong(Accounts.Arisen::grams)
                .sum();
        assertThat(Math.round(arisen * 1e6)).isEqualTo(grams);
        double means = column(lines, "variant", "arising_t").stream()
                .mapToDouble(Double::parseDouble)
                .sum();
        assertThat(means * 12 * REPLICATIONS).isCloseTo(arisen, Percentage.withPercentage(1e-6));
    }

    @Test
    void whatHasGatheredByTheEndOfAYearIsWhatHasByItsLastMonth() {
        for (String side : List.of("variant", "baseline")) {
            List<String> byMonth = column(saved(html30, "months-bands.csv"), side, "emitted_so_far_total_kg");
            List<String> byYear = column(saved(html60, "years-bands.csv"), side, "emitted_so_far_total_kg");
            for (int year = 0; year < 30; year++) {
                assertThat(byYear.get(year)).isEqualTo(byMonth.get(12 * year + 11));
            }
            assertThat(byYear).doesNotHaveDuplicates();
        }
    }
}
