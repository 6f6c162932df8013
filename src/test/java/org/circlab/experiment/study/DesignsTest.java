package org.circlab.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.circlab.scenario.Factor;
import org.circlab.scenario.Factor.Between;
import org.circlab.scenario.Factor.Law;
import org.circlab.scenario.Factor.Levels;
import org.circlab.scenario.Factor.Uncertain;
import org.circlab.scenario.Study.Method;
import org.circlab.scenario.Study.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of designs, and values that are known. */
class DesignsTest {

    private static final Factor X = factor("x", "0", "1");
    private static final Factor Y = factor("y", "0", "1");
    private static final Factor FEE = factor("fee", "-20", "60");

    private static Factor factor(String path, String low, String high) {
        return new Factor(path, new Between(new BigDecimal(low), new BigDecimal(high), ""));
    }

    private static Factor levels(String path, String... values) {
        return new Factor(path, new Levels(List.of(values)));
    }

    private static List<List<String>> all(Design design) {
        return IntStream.rangeClosed(1, design.points())
                .mapToObj(design::values)
                .toList();
    }

    @Test
    void aFactorialHasEveryCombinationOnceAndTheLastFactorChangesFastest() {
        Design design = Designs.factorial(List.of(levels("a", "1", "2"), levels("b", "x", "y", "z")));
        assertThat(all(design))
                .containsExactly(
                        List.of("1", "x"),
                        List.of("1", "y"),
                        List.of("1", "z"),
                        List.of("2", "x"),
                        List.of("2", "y"),
                        List.of("2", "z"));
        assertThat(design.sets(4)).containsExactly("a=2", "b=x");
        assertThatThrownBy(() -> design.values(7)).hasMessageContaining("from 1 to 6");
        assertThatThrownBy(() -> design.values(0)).hasMessageContaining("from 1 to 6");
    }

    @Test
    void aFactorialHasAnEnd() {
        String[] thousand = IntStream.range(0, 1001).mapToObj(Integer::toString).toArray(String[]::new);
        List<Factor> factors = List.of(levels("a", thousand), levels("b", thousand), levels("c", thousand));
        assertThatThrownBy(() -> Designs.factorial(factors))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("--sample");
        assertThatThrownBy(() -> Designs.factorial(List.of(X))).isInstanceOf(IllegalArgumentException.class);
    }

    /** McKay, Beckman, Conover 1979: each of n equal parts of each factor has exactly one point. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 1000})
    void aLatinHypercubeHasOnePointInEachPartOfEachFactor(int points) {
        for (long seed = 1; seed <= 20; seed++) {
            Design design = Designs.sampled(List.of(X, FEE), new Sample(Method.LHS, points), seed);
            Set<Integer> ofX = new TreeSet<>();
            Set<Integer> ofFee = new TreeSet<>();
            for (List<String> values : all(design)) {
                ofX.add((int) (Double.parseDouble(values.get(0)) * points));
                ofFee.add((int) ((Double.parseDouble(values.get(1)) + 20) / 80 * points));
            }
            assertThat(ofX).as("seed %d", seed).hasSize(points);
            assertThat(ofFee).as("seed %d", seed).hasSize(points);
        }
    }

    @Test
    void theSeedDrawsAHypercubeAndAFactorKeepsItsOwn() {
        Sample sample = new Sample(Method.LHS, 50);
        List<List<String>> first = all(Designs.sampled(List.of(X, Y), sample, 1));
        assertThat(all(Designs.sampled(List.of(X, Y), sample, 1))).isEqualTo(first);
        assertThat(all(Designs.sampled(List.of(X, Y), sample, 2))).isNotEqualTo(first);
        List<String> xs = first.stream().map(values -> values.get(0)).toList();
        assertThat(xs).isNotEqualTo(first.stream().map(values -> values.get(1)).toList());
        assertThat(all(Designs.sampled(List.of(FEE, X), sample, 1)).stream().map(values -> values.get(1)))
                .isEqualTo(xs);
    }

    /** The first points of the sequence after the origin, as Joe and Kuo (2008) list them. */
    @Test
    void theSobolSequenceBeginsAsPublished() {
        Factor z = factor("z", "0", "1");
        Design design = Designs.sampled(List.of(X, Y, z), new Sample(Method.SOBOL, 7), 1);
        assertThat(all(design))
                .containsExactly(
                        List.of("0.5", "0.5", "0.5"),
                        List.of("0.75", "0.25", "0.25"),
                        List.of("0.25", "0.75", "0.75"),
                        List.of("0.375", "0.375", "0.625"),
                        List.of("0.875", "0.875", "0.125"),
                        List.of("0.625", "0.125", "0.875"),
                        List.of("0.125", "0.625", "0.375"));
    }

    @Test
    void aSobolSequenceGoesOnAndMayBeAskedInAnyOrder() {
        Design longer = Designs.sampled(List.of(X, Y), new Sample(Method.SOBOL, 300), 1);
        Design shorter = Designs.sampled(List.of(X, Y), new Sample(Method.SOBOL, 100), 9);
        assertThat(all(longer).subList(0, 100)).isEqualTo(all(shorter));
        List<List<String>> backwards = new ArrayList<>();
        for (int point = 100; point >= 1; point--) {
            backwards.add(0, longer.values(point));
        }
        assertThat(backwards).isEqualTo(all(shorter));
    }

    @Test
    void levelsTakeEqualPartsOfASample() {
        Design design = Designs.sampled(List.of(levels("rule", "a", "b", "c", "d")), new Sample(Method.LHS, 400), 5);
        assertThat(all(design).stream().filter(List.of("c")::equals)).hasSize(100);
    }

    @Test
    void tooManyPointsAreRefused() {
        assertThatThrownBy(() -> Designs.sampled(List.of(X), new Sample(Method.LHS, 1_000_001), 1))
                .isInstanceOf(StudyException.class);
        List<Factor> many = IntStream.range(0, 1001)
                .mapToObj(i -> factor("x" + i, "0", "1"))
                .toList();
        assertThatThrownBy(() -> Designs.sampled(many, new Sample(Method.SOBOL, 2), 1))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("lhs");
    }

    /** Quantiles that follow from the definitions by hand, or are tabled (standard normal, chi-squared). */
    @ParameterizedTest
    @CsvSource({
        "UNIFORM, 2 6, 0.25, 3",
        "TRIANGULAR, 0 1 2, 0.5, 1",
        "TRIANGULAR, 0 0 1, 0.75, 0.5",
        "TRIANGULAR, 10 20 30, 0.125, 15",
        "NORMAL, 0 1, 0.975, 1.959963984540054",
        "NORMAL, 10 2, 0.5, 10",
        "LOGNORMAL, 10 5, 0.5, 8.944271909999159",
        "GAMMA, 2 2, 0.5, 1.3862943611198906",
        "GAMMA, 4 2.8284271247461903, 0.95, 9.487729036781154"
    })
    void lawsHaveTheirKnownQuantiles(Law law, String parameters, double probability, double expected) {
        List<BigDecimal> numbers =
                List.of(parameters.split(" ", -1)).stream().map(BigDecimal::new).toList();
        String value = Quantiles.at(new Uncertain(law, numbers, ""), probability);
        assertThat(Double.parseDouble(value)).isCloseTo(expected, within(Math.abs(expected) * 1e-7));
    }

    @Test
    void valuesNeverFallAndNeverLeaveTheirEnds() {
        List<Factor.Domain> domains = List.of(
                FEE.domain(),
                new Uncertain(Law.TRIANGULAR, List.of(BigDecimal.ONE, new BigDecimal(2), BigDecimal.TEN), "t"),
                new Uncertain(Law.NORMAL, List.of(BigDecimal.ONE, new BigDecimal(2)), "t"),
                new Uncertain(Law.GAMMA, List.of(BigDecimal.ONE, new BigDecimal(2)), "t"));
        for (Factor.Domain domain : domains) {
            double before = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= 200; i++) {
                double value =
                        Double.parseDouble(Quantiles.at(domain, i / 200.0).replace(" t", ""));
                assertThat(value).isFinite().isGreaterThanOrEqualTo(before);
                before = value;
            }
        }
        assertThat(Quantiles.at(FEE.domain(), 0)).isEqualTo("-20");
        assertThat(Quantiles.at(FEE.domain(), 1)).isEqualTo("60");
        assertThat(Quantiles.at(FEE.domain(), 0.25)).isEqualTo("0");
        assertThatThrownBy(() -> Quantiles.at(FEE.domain(), 1.1)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> Quantiles.at(FEE.domain(), Double.NaN)).hasMessageContaining("from 0 to 1");
    }
}
