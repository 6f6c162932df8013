package org.circlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.model.Operation.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of dated values, seasons, spreads, operations and horizons, whatever they are made of. */
class LawsTest {

    private static final int CASES = 200;
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @Test
    void aDatedValueIsTheLastStepNotAfterTheDate() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<LocalDate, Double> values = new TreeMap<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                values.put(DAY.plusDays(random.nextInt(300)), random.nextGaussian());
            }
            List<Timed.Step> steps = new ArrayList<>();
            values.forEach((date, value) -> steps.add(new Timed.Step(date, value)));
            Timed timed = new Timed(steps);
            assertThat(timed.isConstant()).isEqualTo(values.size() == 1);
            for (int day = -10; day < 310; day++) {
                LocalDate date = DAY.plusDays(day);
                double expected = values.floorKey(date) == null
                        ? values.firstEntry().getValue()
                        : values.floorEntry(date).getValue();
                assertThat(timed.on(date)).isEqualTo(expected);
            }
        }
    }

    @Test
    void datedValuesAreFiniteAndInOrder() {
        assertThatThrownBy(() -> new Timed(List.of())).hasMessageContaining("at least one");
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> Timed.constant(value)).hasMessageContaining("must be finite");
        }
        Timed.Step step = new Timed.Step(DAY, 1);
        assertThatThrownBy(() -> new Timed(List.of(step, step))).hasMessageContaining("rising order");
        assertThatThrownBy(() -> new Timed(List.of(step, new Timed.Step(DAY.minusDays(1), 1))))
                .hasMessageContaining("rising order");
    }

    @Test
    void aSeasonKeepsTheProportionsOfItsWeightsAndTheMeanOfTheYear() {
        double[] days = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Double> weights = random.doubles(12, 0, 50).boxed().toList();
            List<Double> factors = Season.ofWeights("s", weights).factors();
            double year = 0;
            for (int month = 0; month < 12; month++) {
                year += factors.get(month) * days[month];
                assertThat(factors.get(month) * weights.get(0))
                        .isCloseTo(factors.get(0) * weights.get(month), within(1e-9));
            }
            assertThat(year).isCloseTo(365.25, within(1e-9));
        }
    }

    @Test
    void aSeasonHasTwelveFactorsOfMean1NoneNegative() {
        List<Double> even = Collections.nCopies(12, 1.0);
        assertThat(new Season("s", even).factors()).isEqualTo(even);
        assertThatThrownBy(() -> new Season("s", even.subList(0, 11))).hasMessageContaining("11 factors");
        assertThatThrownBy(() -> new Season("s", Collections.nCopies(12, 1.1))).hasMessageContaining("mean");
        assertThatThrownBy(() -> Season.ofWeights("s", Collections.nCopies(12, 0.0)))
                .hasMessageContaining("zeros");
        for (double wrong : new double[] {-1, Double.NaN}) {
            List<Double> factors = new ArrayList<>(even);
            factors.set(0, wrong);
            factors.set(2, 2 - wrong);
            assertThatThrownBy(() -> new Season("s", factors))
                    .hasMessageStartingWith("a factor of season 's' is " + wrong + "; it must be");
            assertThatThrownBy(() -> Season.ofWeights("s", factors)).hasMessageContaining("at least 0");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aCoefficientOfVariationIsAbove0(double cv) {
        String rule = " cv is " + cv + "; it must be from 0.000001 to 1000. Maybe ";
        assertThatThrownBy(() -> new Spread.Lognormal(cv)).hasMessageStartingWith("lognormal" + rule);
        assertThatThrownBy(() -> new Spread.Gamma(cv)).hasMessageStartingWith("gamma" + rule);
        assertThatThrownBy(() -> new Spread.Normal(cv)).hasMessageStartingWith("normal" + rule);
    }

    @Test
    void aSpreadHasMean1() {
        for (int seed = 0; seed < CASES; seed++) {
            double half = new Random(seed).nextDouble() * 0.98 + 0.01;
            Spread.Uniform uniform = new Spread.Uniform(1 - half, 1 + half);
            assertThat((uniform.low() + uniform.high()) / 2).isCloseTo(1, within(1e-12));
            assertThatThrownBy(() -> new Spread.Uniform(1 - half, 1.01 + half)).hasMessageContaining("mean");
            assertThatThrownBy(() -> new Spread.Uniform(1 + half, 1 - half)).hasMessageContaining("low < high");
            Spread.Triangular triangular = new Spread.Triangular(1 - half, 1, 1 + half);
            assertThat(triangular.mode()).isEqualTo(1);
            assertThatThrownBy(() -> new Spread.Triangular(1 - half, 1 + half, 1 + half))
                    .hasMessageContaining("mean");
            assertThatThrownBy(() -> new Spread.Triangular(1, 1 - half, 1 + half))
                    .hasMessageContaining("low <= mode");
        }
        assertThatThrownBy(() -> new Spread.Uniform(-1, 3)).hasMessageContaining("0 <= low");
        assertThatThrownBy(() -> new Spread.Triangular(Double.NaN, 1, 2)).hasMessageContaining("0 <= low");
        assertThatThrownBy(() -> new Spread.Normal(0.51)).hasMessageContaining("Maybe lognormal");
        assertThat(new Spread.Normal(0.5).cv()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void anOperationIsFoundByItsCodeAndDisposalIsD(Operation operation) {
        assertThat(Operation.ofCode(operation.code())).contains(operation);
        assertThat(Operation.ofCode(operation.code() + "0x")).isEmpty();
        assertThat(operation.treatment().isDisposal())
                .isEqualTo(operation.code().startsWith("D"));
    }

    @Test
    void backfillingIsNeitherRecyclingNorDisposal() {
        assertThat(Operation.BACKFILL.treatment()).isEqualTo(Treatment.BACKFILLING);
        assertThat(Operation.BACKFILL.treatment().isDisposal()).isFalse();
        assertThat(Stream.of(Operation.values()).filter(each -> each.treatment() == Treatment.RECYCLING))
                .extracting(Operation::code)
                .containsExactly("R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11");
        assertThat(Treatment.ENERGY_RECOVERY.word()).isEqualTo("energy-recovery");
    }

    @Test
    void aHorizonTurnsDatesToMillisecondsAndBack() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            LocalDate start = DAY.plusDays(random.nextInt(2000));
            int days = 1 + random.nextInt(3000);
            Horizon horizon = new Horizon(start, start.plusDays(days), start.minusDays(random.nextInt(400)));
            assertThat(horizon.lengthMillis()).isEqualTo(days * Horizon.DAY_MILLIS);
            assertThat(horizon.years()).isCloseTo(days / 365.25, within(1e-12));
            assertThat(horizon.millisAt(horizon.warmUpStart())).isNotPositive();
            LocalDate date = start.plusDays(random.nextInt(800) - 400);
            long midnight = horizon.millisAt(date);
            assertThat(horizon.dateAt(midnight)).isEqualTo(date);
            assertThat(horizon.dateAt(midnight + Horizon.DAY_MILLIS - 1)).isEqualTo(date);
            assertThat(horizon.dateAt(midnight - 1)).isEqualTo(date.minusDays(1));
        }
    }

    static Stream<Horizon> ordered() {
        return Stream.of(new Horizon(DAY, DAY.plusDays(1), DAY), new Horizon(DAY, DAY.plusDays(1), DAY.minusDays(1)));
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void aHorizonIsInOrder(Horizon horizon) {
        LocalDate start = horizon.start();
        LocalDate warmUp = horizon.warmUpStart();
        assertThatThrownBy(() -> new Horizon(start, start, warmUp)).hasMessageContaining("must be in order");
        assertThatThrownBy(() -> new Horizon(start, horizon.end(), start.plusDays(1)))
                .hasMessageContaining("must be in order");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99, -1, Double.NaN, 1e18})
    void anIntervalIsAtLeastAMillisecond(double millis) {
        assertThatThrownBy(() -> new Interval(millis, new Spread.None())).hasMessageContaining("at least 1 ms");
    }
}
