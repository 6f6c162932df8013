package org.circlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books of substances against plain sums. */
class SubstanceBookTest {

    private static final List<String> NAMES = List.of("carbon", "mercury", "salt");

    private final SubstanceBook book = new SubstanceBook(NAMES);

    /** Books random amounts of every kind but the closing; returns what is then left of each substance. */
    private double[] random(long seed, double[] opening, SortedMap<String, Double> sums) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] left = opening.clone();
        for (int i = 0; i < 500; i++) {
            SubstanceKind kind = SubstanceKind.values()[random.nextInt(1, SubstanceKind.CLOSING.ordinal())];
            int substance = random.nextInt(NAMES.size());
            double grams = random.nextDouble(1, 100);
            book.add(kind, substance, grams);
            boolean comes = List.of("generated", "added").contains(kind.word());
            left[substance] += comes ? grams : -grams;
            sums.merge(NAMES.get(substance) + " " + kind.word(), grams, Double::sum);
        }
        return left;
    }

    private static SortedMap<String, Double> byName(List<Accounts.Content> contents) {
        SortedMap<String, Double> found = new TreeMap<>();
        contents.forEach(each -> found.put(each.substance() + " " + each.kind().word(), each.grams()));
        assertThat(found).hasSameSizeAs(contents);
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void contentsAreWhatWasBookedInTheWindowAndWhatWasHeldAtItsEnds(long seed) {
        random(seed + 100, new double[3], new TreeMap<>());
        double[] opening = {1e5, 2e5, 3e5};
        book.openWindow(opening);
        SortedMap<String, Double> sums = new TreeMap<>();
        double[] held = random(seed, opening, sums);
        for (int i = 0; i < NAMES.size(); i++) {
            sums.put(NAMES.get(i) + " opening", opening[i]);
            sums.put(NAMES.get(i) + " closing", held[i]);
        }
        assertThat(byName(book.close(held))).isEqualTo(sums);
    }

    @Test
    void contentsComeBySubstanceThenKindAndLeaveOutWhatIsNothing() {
        book.add(SubstanceKind.DISPOSED, 1, 5);
        book.add(SubstanceKind.GENERATED, 1, 8);
        book.add(SubstanceKind.GENERATED, 0, 2);
        assertThat(book.close(new double[] {2, 3, 0}))
                .containsExactly(
                        new Accounts.Content("carbon", SubstanceKind.GENERATED, 2),
                        new Accounts.Content("carbon", SubstanceKind.CLOSING, 2),
                        new Accounts.Content("mercury", SubstanceKind.GENERATED, 8),
                        new Accounts.Content("mercury", SubstanceKind.DISPOSED, 5),
                        new Accounts.Content("mercury", SubstanceKind.CLOSING, 3));
    }

    /** What is held when a window opens or closes is as it was then, whatever its counter does afterwards. */
    @Test
    void whatIsHeldIsTakenAsItIsThen() {
        double[] held = {7, 0, 0};
        book.openWindow(held);
        Arrays.fill(held, 9);
        book.add(SubstanceKind.TO_AIR, 0, 4);
        assertThat(byName(book.close(new double[] {3, 0, 0})))
                .isEqualTo(new TreeMap<>(Map.of("carbon opening", 7.0, "carbon to-air", 4.0, "carbon closing", 3.0)));
    }

    /** The size of the books is what came plus what went: here 2000 g. */
    @ParameterizedTest
    @CsvSource({"1.9e-6, true", "-1.9e-6, true", "2.1e-6, false", "-2.1e-6, false", "NaN, false"})
    void booksCloseToAPartInAThousandMillionOfTheirSize(double missing, boolean close) {
        book.add(SubstanceKind.GENERATED, 2, 1000);
        book.add(SubstanceKind.SOLD, 2, 400);
        double[] held = {0, 0, 600 + missing};
        if (close) {
            assertThat(book.close(held)).hasSize(3);
        } else {
            assertThatThrownBy(() -> book.close(held))
                    .isInstanceOf(BooksException.class)
                    .hasMessageContaining("the substance salt do not close");
        }
    }

    @ParameterizedTest
    @EnumSource(SubstanceKind.class)
    void everyWayCountsOnItsSide(SubstanceKind kind) {
        boolean comes = List.of("opening", "generated", "added").contains(kind.word());
        assertThat(kind.sign()).isEqualTo(comes ? 1 : -1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatFlowsCarriedAddsUpByRouteSinceTheWindowOpened(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Chart chart = Chart.of(List.of("a", "b", "c", "d"), List.of("ash", "clay"));
        Ledger ledger = new Ledger(chart, FlowSink.NONE);
        SortedMap<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            if (i == 300) {
                book.openWindow(new double[3]);
                sums.clear();
            }
            // Few of the routes that the ledger knows are of a substance.
            Flow.Route route = new Flow.Route(
                    random.nextInt(4),
                    random.nextInt(4),
                    random.nextInt(2),
                    Operation.values()[random.nextInt(8)],
                    Channel.EXCHANGE,
                    Grade.REPORTED);
            int flow = ledger.flow(route);
            if (random.nextInt(3) == 0) {
                int substance = random.nextInt(NAMES.size());
                double grams = random.nextDouble(1, 100);
                book.carried(flow, substance, grams);
                sums.merge(route + NAMES.get(substance), grams, Double::sum);
            }
        }
        List<Accounts.Carried> carried = book.carried(ledger);
        assertThat(carried).isSortedAccordingTo(Comparator.comparing(Accounts.Carried::route, Flow.Route.ORDER));
        assertThat(carried).hasSameSizeAs(sums.keySet());
        carried.forEach(each -> assertThat(each.grams())
                .isCloseTo(sums.getOrDefault(each.route() + each.substance(), Double.NaN), within(1e-9)));
        Accounts accounts = ledger.close(new Holdings()).with(List.of(), carried);
        assertThat(accounts.carried()).isEqualTo(carried);
    }
}
