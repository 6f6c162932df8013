package org.circlab.experiment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

/** Both ends of what is found, on thresholds that are known. */
class ThresholdTest {

    private final Map<String, Boolean> tried = new HashMap<>();

    private Optional<Threshold> found(Scale scale, DoublePredicate holds) {
        tried.clear();
        return Threshold.along(scale, text -> {
            boolean answer = holds.test(number(text));
            tried.put(text, answer);
            return answer;
        });
    }

    private static double number(String text) {
        assertThat(text).startsWith("{ notice: ").endsWith(" d }");
        return Double.parseDouble(text.substring(10, text.length() - 4));
    }

    @Test
    void theEndsAreOnEitherSideAndBothHaveBeenTried() {
        Random random = new Random(9);
        for (int i = 0; i < 3000; i++) {
            double from = (random.nextDouble() - 0.5) * 200;
            double way = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble() * 4 - 1);
            double threshold = from + way * (0.001 + 0.99 * random.nextDouble());
            Scale scale = new Scale(from, from + way, Math.abs(way) / 50, true, "{ notice: %s d }");
            Threshold ends = found(scale, value -> way > 0 ? value >= threshold : value <= threshold)
                    .orElseThrow();
            double fails = number(ends.fails());
            double does = number(ends.does());
            assertThat(tried).containsEntry(ends.does(), true);
            boolean isStart = Math.abs(fails - from) <= 1e-5 * Math.abs(from);
            assertThat(isStart || Boolean.FALSE.equals(tried.get(ends.fails()))).isTrue();
            double largest = Math.max(Math.abs(does), Math.abs(does - from));
            assertThat(Math.abs(does - fails)).isLessThanOrEqualTo(Threshold.TOLERANCE * largest * (1 + 1e-9));
            assertThat(way > 0 ? fails < threshold : fails > threshold).isTrue();
        }
    }

    /** However far the number is from the first, the ends are within a hundredth of it, but next to 0. */
    @Test
    void closeEndsAreWithinAHundredthOfTheNumber() {
        Random random = new Random(10);
        for (int i = 0; i < 2000; i++) {
            double from = 100 * random.nextDouble();
            double threshold = from * random.nextDouble();
            Scale scale = new Scale(from, 0, from / 4, true, "{ notice: %s d }");
            tried.clear();
            Threshold ends = Threshold.closelyAlong(scale, text -> number(text) <= threshold)
                    .orElseThrow();
            double fails = number(ends.fails());
            double does = number(ends.does());
            assertThat(does).isLessThanOrEqualTo(threshold);
            assertThat(fails).isGreaterThan(threshold);
            assertThat(fails - does).isLessThanOrEqualTo(Math.max(0.01 * does, 1e-4 * from) * (1 + 1e-5));
        }
    }

    @Test
    void nothingIsFoundWhereNothingHolds() {
        assertThat(found(new Scale(1, 9, 1, true, "{ notice: %s d }"), value -> false))
                .isEmpty();
        assertThat(tried).hasSize(1);
    }
}
