package org.circlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTest {

    private static final Map<String, Double> FIGURES = Map.of("a", 6.0, "b-c", 4.0, "zero", 0.0, "none", Double.NaN);

    private static double value(String text) {
        return Formula.parse(text).value(FIGURES::get);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3|7",
                "(1 + 2) * 3|9",
                "10 - 3 - 2|5",
                "24 / 4 / 2|3",
                "2 * -3|-6",
                "- (1 + 1)|-2",
                "a / b-c * 100|150",
                "a - b-c|2",
                "min(a, b-c, 9)|4",
                "max( a , min(7, 8) )|7",
                "min(a)|6",
                "1.5e2 + .0|error",
                "1.5e2|150",
                "3e-1*10|3"
            })
    void reckonsAsArithmeticDoes(String text, String expected) {
        if (expected.equals("error")) {
            assertThatThrownBy(() -> value(text)).isInstanceOf(FormulaException.class);
        } else {
            assertThat(value(text)).isCloseTo(Double.parseDouble(expected), within(1e-12));
        }
    }

    @Test
    void whatIsDividedByNothingOrRestsOnNothingDoesNotApply() {
        assertThat(value("a / zero")).isNaN();
        assertThat(value("zero / zero")).isNaN();
        assertThat(value("0 * (a / zero)")).isNaN();
        assertThat(value("max(a, none)")).isNaN();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("", 1, "the end"),
                arguments("1 +", 4, "the end"),
                arguments("(1 + 2", 7, "')' is expected"),
                arguments("1 2", 3, "'2' stands where an operator"),
                arguments("a b", 3, "'b' stands where an operator"),
                arguments("sqrt(2)", 1, "there are min and max"),
                arguments("min()", 5, "')' stands where a number"),
                arguments("min(1;2)", 6, "')' is expected"),
                arguments("A", 1, "'A' stands where"),
                arguments("2 $ 3", 3, "'$' stands where"),
                arguments("a-", 3, "the end"),
                arguments("1..2", 2, "'.' stands where"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhereItGoesWrong(String text, int column, String message) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOfSatisfying(FormulaException.class, fault -> {
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.reason()).contains(message);
        });
    }

    @Test
    void hostileTextIsRefusedAndDoesNotOverflow() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(9_000))).hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> Formula.parse("-".repeat(9_000) + "1")).hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> Formula.parse("1+".repeat(9_000) + "1")).hasMessageContaining("more than");
        assertThatThrownBy(() -> Formula.parse("1e999")).hasMessageContaining("too large");
        assertThat(value("1+".repeat(4_000) + "1")).isEqualTo(4001);
    }

    @Test
    void namesAreThoseInIt() {
        assertThat(Formula.parse("max(a / b-c, 2) - a").names()).containsExactly("a", "b-c");
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    /** Text drawn together with its value. */
    private record Drawn(String text, double value) {
        static Drawn of(Random random, int depth) {
            if (depth == 0) {
                int number = 1 + random.nextInt(9);
                return random.nextBoolean() ? new Drawn(String.valueOf(number), number) : new Drawn("a", 6);
            }
            Drawn one = of(random, depth - 1);
            Drawn two = of(random, random.nextInt(depth));
            return switch (random.nextInt(6)) {
                case 0 -> new Drawn("(" + one.text + " + " + two.text + ")", one.value + two.value);
                case 1 -> new Drawn("(" + one.text + " - " + two.text + ")", one.value - two.value);
                case 2 -> new Drawn("(" + one.text + ")*(" + two.text + ")", one.value * two.value);
                case 3 -> new Drawn("min(" + one.text + "," + two.text + ")", Math.min(one.value, two.value));
                case 4 -> new Drawn("max(" + one.text + "," + two.text + ")", Math.max(one.value, two.value));
                default -> new Drawn("(-" + one.text + ")", 0 - one.value);
            };
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void textThatIsBuiltWithItsValueHasThatValue(long seed) {
        Drawn drawn = Drawn.of(new Random(seed), 1 + (int) (seed % 5));
        assertThat(value(drawn.text())).isEqualTo(drawn.value());
    }
}
