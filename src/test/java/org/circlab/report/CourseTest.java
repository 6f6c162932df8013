package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.circlab.report.chart.Band;
import org.junit.jupiter.api.Test;

/** Numbers of months, and of the years around them, against sums made one by one. */
class CourseTest {

    private static final YearMonth FIRST = YearMonth.of(2025, 5);

    private static long[][] random(int replications, int months, long seed) {
        Random random = new Random(seed);
        long[][] values = new long[replications][];
        for (int k = 0; k < replications; k++) {
            values[k] = random.longs(months, -1_000_000, 9_000_000_000L).toArray();
        }
        return values;
    }

    private static List<YearMonth> months(int count) {
        return IntStream.range(0, count).mapToObj(FIRST::plusMonths).toList();
    }

    @Test
    void aMonthHasTheMeanAndTheSumOfItsReplications() {
        for (int seed = 0; seed < 20; seed++) {
            long[][] values = random(1 + seed, 30, seed);
            Course course = new Course(values);
            List<Band> bands = course.bands(1000);
            assertThat(bands).hasSize(30);
            for (int month = 0; month < 30; month++) {
                long sum = 0;
                for (long[] replication : values) {
                    sum += replication[month];
                }
                assertThat(course.total(month)).isEqualTo(sum);
                double mean = sum / 1e9 / values.length;
                assertThat(bands.get(month).mean()).isCloseTo(mean, within(1e-9 * Math.abs(mean) + 1e-12));
            }
        }
    }

    @Test
    void theAverageMonthsOfAllYearsAddUpToTheMonths() {
        for (int count : new int[] {1, 8, 12, 20, 200}) {
            Course course = new Course(random(4, count, count));
            double monthly = course.bands(1).stream().mapToDouble(Band::mean).sum();
            double yearly = course.yearlyMeans(months(count), 1).stream()
                    .mapToDouble(Band::mean)
                    .sum();
            assertThat(yearly).isCloseTo(monthly, within(1e-9 * Math.abs(monthly)));
        }
    }

    @Test
    void aYearIsDrawnAsOneLevelThatNoMonthOfItPasses() {
        long[][] values = random(1, 200, 7);
        Course course = new Course(values);
        List<YearMonth> months = months(200);
        List<Band> peaks = course.yearlyPeaks(months, 1);
        List<Band> means = course.yearlyMeans(months, 1);
        boolean[] reached = new boolean[3000];
        for (int i = 0; i < 200; i++) {
            double value = values[0][i] / 1e6;
            assertThat(peaks.get(i).mean()).isGreaterThanOrEqualTo(value);
            assertThat(peaks.get(i).mean()).isGreaterThanOrEqualTo(means.get(i).mean());
            reached[months.get(i).getYear()] |= peaks.get(i).mean() == value;
            boolean sameYear =
                    i > 0 && months.get(i - 1).getYear() == months.get(i).getYear();
            assertThat(sameYear && !peaks.get(i).equals(peaks.get(i - 1))).isFalse();
            assertThat(sameYear && !means.get(i).equals(means.get(i - 1))).isFalse();
        }
        assertThat(months).allMatch(month -> reached[month.getYear()]);
    }

    @Test
    void theLargestNumberIsThatOfAnyReplication() {
        assertThat(new Course(new long[][] {{1, 5}, {7, 2}}).most()).isEqualTo(7);
        assertThat(new Course(new long[][] {{-3, -5}}).most()).isEqualTo(-3);
    }
}
