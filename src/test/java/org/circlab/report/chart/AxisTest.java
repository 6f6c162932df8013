package org.circlab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

/** Scales of numbers and of months, and the range of replications. */
class AxisTest {

    @Test
    void ticksAreFewAndRoundAndCoverTheDataAndZero() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double size = Math.pow(10, random.nextInt(24) - 9);
            double one = (random.nextDouble() - 0.3) * size;
            double other = (random.nextDouble() - 0.3) * size;
            double least = Math.min(one, other);
            double most = Math.max(one, other);
            Axis axis = Axis.covering(least, most, 5);
            List<BigDecimal> ticks = axis.ticks();
            assertThat(ticks).hasSizeBetween(2, 6).isSorted().contains(ticks.get(0));
            assertThat(ticks.stream().anyMatch(tick -> tick.signum() == 0)).isTrue();
            assertThat(ticks.get(0).doubleValue()).isLessThanOrEqualTo(least);
            assertThat(ticks.get(ticks.size() - 1).doubleValue()).isGreaterThanOrEqualTo(most);
            assertThat(axis.step().unscaledValue().abs().toString()).matches("[125]0*");
            assertThat(axis.share(least)).isBetween(0.0, 1.0);
            assertThat(axis.share(most)).isBetween(axis.share(least), 1.0);
        }
    }

    @Test
    void aFinerStepWouldNeedMoreTicksThanThereMayBe() {
        assertThat(Axis.covering(0, 100, 5).ticks())
                .extracting(BigDecimal::intValue)
                .containsExactly(0, 20, 40, 60, 80, 100);
        assertThat(Axis.covering(0, 101, 5).ticks())
                .extracting(BigDecimal::intValue)
                .containsExactly(0, 50, 100, 150);
        assertThat(Axis.covering(-3, 7, 5).ticks())
                .extracting(BigDecimal::intValue)
                .containsExactly(-5, 0, 5, 10);
        assertThat(Axis.covering(0, 0, 5).ticks()).hasSize(2);
    }

    @Test
    void ticksOfTimeAreFewAndStandWhereTheirYearBegins() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            YearMonth first = YearMonth.of(1950 + random.nextInt(200), 1 + random.nextInt(12));
            List<YearMonth> months = IntStream.range(0, random.nextInt(700))
                    .mapToObj(first::plusMonths)
                    .toList();
            List<Years.Tick> ticks = Years.ticks(months, 6);
            assertThat(ticks).hasSizeLessThanOrEqualTo(6);
            for (Years.Tick tick : ticks) {
                YearMonth month = months.get(tick.at());
                assertThat(
                                month.getMonthValue() == 1
                                        ? tick.words().equals(String.valueOf(month.getYear()))
                                        : tick.words().length() == 3 && months.size() <= 18)
                        .as(tick + " of " + month)
                        .isTrue();
            }
            boolean newYear = months.stream().anyMatch(each -> each.getMonthValue() == 1);
            assertThat(ticks.isEmpty() && newYear && months.size() < 120).isFalse();
        }
    }

    @Test
    void theRangeOfReplicationsIsThatOfAnotherProgram() {
        Random random = new Random(3);
        for (int n = 2; n < 120; n++) {
            double[] values = random.doubles(n, -50, 100).toArray();
            Percentile other = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
            Band band = Band.of(values);
            assertThat(band.low()).isCloseTo(other.evaluate(values, 2.5), within(1e-9));
            assertThat(band.high()).isCloseTo(other.evaluate(values, 97.5), within(1e-9));
            assertThat(band.mean()).isBetween(band.low() - 50, band.high() + 50);
        }
        assertThat(Band.of(new double[] {7})).isEqualTo(Band.exactly(7));
        assertThat(Band.of(new double[] {3, 1}).mean()).isEqualTo(2);
    }

    @Test
    void aBandMustNotRunBackward() {
        assertThatThrownBy(() -> new Band(1, 2, 1)).hasMessageContaining("backward");
    }
}
