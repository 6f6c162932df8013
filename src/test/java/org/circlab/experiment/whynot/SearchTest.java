package org.circlab.experiment.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoublePredicate;
import org.circlab.experiment.search.Scale;
import org.junit.jupiter.api.Test;

/** The search alone, on thresholds that are known. */
class SearchTest {

    private final List<String> tried = new ArrayList<>();

    /** The number that is found where numbers of which {@code does} holds gain enough. */
    private Optional<Double> found(Scale scale, DoublePredicate does) {
        tried.clear();
        Search search = new Search(100, set -> {
            tried.add(set);
            return does.test(number(set)) ? 100 : 99;
        });
        Optional<Proposal> proposal = search.smallest(Lever.ofNumbers(Dimension.FEE, "a.b", scale));
        proposal.ifPresent(each -> {
            assertThat(tried).contains(each.set());
            assertThat(each.tradedGrams()).isEqualTo(100);
        });
        return proposal.map(each -> number(each.set()));
    }

    private static double number(String set) {
        assertThat(set).startsWith("a.b=").endsWith(" EUR/t");
        return Double.parseDouble(set.substring(4, set.indexOf(' ')));
    }

    @Test
    void whatIsFoundDoesAndIsWithinAHundredthOfTheSmallest() {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            double from = random.nextInt(3) == 0 ? 0 : (random.nextDouble() - 0.5) * 200;
            double way = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble() * 4 - 1);
            double threshold = from + way * (0.001 + 0.99 * random.nextDouble());
            Scale scale =
                    new Scale(from, from + way, Math.abs(way) * Math.pow(10, -3 * random.nextDouble()), true, "EUR/t");
            DoublePredicate does = value -> way > 0 ? value >= threshold : value <= threshold;
            double found = found(scale, does).orElseThrow();
            assertThat(does.test(found)).isTrue();
            double largest = Math.max(Math.abs(found), Math.abs(found - from));
            assertThat(Math.abs(found - threshold)).isLessThanOrEqualTo(0.01 * largest + 1e-9);
            assertThat(tried).hasSizeLessThan(40);
        }
    }

    @Test
    void aThresholdWithFewDigitsIsFoundAsItIs() {
        assertThat(found(new Scale(5, 100, 0.25, true, "EUR/t"), value -> value >= 6.2))
                .hasValue(6.2);
        assertThat(found(new Scale(0, 1000, 4, true, "EUR/t"), value -> value >= 23))
                .hasValue(23.0);
        assertThat(found(new Scale(60, -940, 23, true, "EUR/t"), value -> value <= 37))
                .hasValue(37.0);
    }

    @Test
    void whereTheFarEndDoesNotDoOneTrialIsEnough() {
        assertThat(found(new Scale(0, 1000, 4, true, "EUR/t"), value -> false)).isEmpty();
        assertThat(tried).containsExactly("a.b=1000 EUR/t");
    }

    @Test
    void aStretchThatDoesIsFoundOnTheWayWhereTheFarEndDoesNot() {
        DoublePredicate stretch = value -> value >= 10 && value <= 20;
        assertThat(found(new Scale(0, 1000, 4, false, "EUR/t"), stretch)).hasValue(10.0);
        assertThat(found(new Scale(0, 1000, 4, true, "EUR/t"), stretch)).isEmpty();
        assertThat(found(new Scale(0, 1000, 30, false, "EUR/t"), stretch)).isEmpty();
    }

    @Test
    void aLeverThatIsAtItsEndIsNotTried() {
        assertThat(found(new Scale(7, 7, 1, true, "EUR/t"), value -> true)).isEmpty();
        assertThat(tried).isEmpty();
    }

    @Test
    void ofTextsTheFirstThatDoes() {
        Search search = new Search(10, set -> set.length());
        Lever lever = Lever.ofWords(Dimension.PERMIT, "p", "none", "short", "long enough", "longer than that");
        assertThat(search.smallest(lever)).hasValue(new Proposal(Dimension.PERMIT, "p=long enough", "none", 13));
        assertThat(search.smallest(Lever.ofWords(Dimension.PERMIT, "p", "none", "short")))
                .isEmpty();
    }
}
