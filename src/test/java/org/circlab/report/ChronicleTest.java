package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.ledger.StockPlace;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.RunGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Months and years against the accounts, which are kept by other code: the same to the gram, the milligram and the replication. */
class ChronicleTest {

    private static final int REPLICATIONS = 3;

    /** One side of a run with its accounts. */
    private record Side(Chronicle chronicle, List<Accounts> accounts) {}

    private static List<Followed> runs;

    @BeforeAll
    static void run() {
        runs = List.of(
                Followed.of(Harbour.FILE, null, REPLICATIONS, 2),
                lesson("glut", "silo"),
                lesson("loop", "loop"),
                lesson("tax", "low"),
                lesson("closure", "tank"));
    }

    private static Followed lesson(String name, String variant) {
        return Followed.of(Path.of("scenarios/lesson-" + name + ".yaml"), variant, REPLICATIONS, 2);
    }

    private static Stream<Side> sides() {
        return runs.stream()
                .flatMap(each -> Stream.of(
                        new Side(each.watched().variant(), each.run().outcome().variant()),
                        new Side(each.watched().baseline(), each.run().outcome().baseline())));
    }

    private static long sum(Chronicle chronicle, Course course) {
        return IntStream.range(0, chronicle.months().size())
                .mapToLong(course::total)
                .sum();
    }

    @Test
    void whatArisesInAllMonthsIsWhatArose() {
        assertThat(sides())
                .isNotEmpty()
                .allSatisfy(side -> assertThat(
                                sum(side.chronicle(), side.chronicle().arisen()))
                        .isPositive()
                        .isEqualTo(side.accounts().stream()
                                .flatMap(accounts -> accounts.arisings().stream())
                                .mapToLong(Accounts.Arisen::grams)
                                .sum()));
    }

    @Test
    void whatIsExchangedInAllMonthsIsWhatWasExchanged() {
        assertThat(sides())
                .allSatisfy(side -> assertThat(
                                sum(side.chronicle(), side.chronicle().exchanged()))
                        .isEqualTo(side.accounts().stream()
                                .flatMap(accounts -> accounts.flows().stream())
                                .filter(flow -> flow.route().isSynergy())
                                .mapToLong(Flow::grams)
                                .sum()));
    }

    @Test
    void emissionsAddUpToThoseOfTheAccounts() {
        assertThat(sides())
                .allSatisfy(side -> assertThat(side.chronicle()
                                .emitted()
                                .total(side.chronicle().months().size() - 1))
                        .isEqualTo(side.accounts().stream()
                                .flatMap(accounts -> accounts.emissions().stream())
                                .mapToLong(Accounts.Emission::milligrams)
                                .sum()));
    }

    @Test
    void storesHoldAtTheEndWhatTheAccountsSayAndNeverMoreThanFits() {
        assertThat(sides())
                .anyMatch(side -> !side.chronicle().rooms().isEmpty())
                .allSatisfy(side -> {
                    Chronicle chronicle = side.chronicle();
                    for (int i = 0; i < chronicle.rooms().size(); i++) {
                        Chronicle.Room room = chronicle.rooms().get(i);
                        long closing = side.accounts().stream()
                                .flatMap(accounts -> accounts.stocks().stream())
                                .filter(stock -> stock.party() == room.actor() && stock.material() == room.material())
                                .filter(stock -> stock.place() == StockPlace.STORE || stock.place() == StockPlace.INLET)
                                .mapToLong(Accounts.Stock::closingGrams)
                                .sum();
                        Course stored = chronicle.stored(i);
                        assertThat(stored.total(chronicle.months().size() - 1)).isEqualTo(closing);
                        assertThat(stored.most()).isBetween(0L, room.capacityGrams());
                    }
                });
    }

    @Test
    void whatMovedInAllYearsIsWhatMoved() {
        assertThat(sides())
                .allSatisfy(side -> assertThat(side.chronicle().moved().stream()
                                .flatMap(moved -> moved.gramsBySpan().stream())
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(side.accounts().stream()
                                .flatMap(accounts -> accounts.flows().stream())
                                .mapToLong(Flow::grams)
                                .sum()));
    }

    @Test
    void yearsFillTheWindow() {
        for (Followed each : runs) {
            Chronicle chronicle = each.watched().variant();
            double years =
                    chronicle.years().stream().mapToDouble(chronicle::lengthOf).sum();
            assertThat(years)
                    .isCloseTo(each.run().outcome().plan().lab().horizon().years(), within(1e-9));
            assertThat(chronicle.years()).allMatch(year -> chronicle.lengthOf(year) > 0);
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Followed alone = Followed.of(Harbour.FILE, null, REPLICATIONS, 1);
        Followed other = runs.get(0);
        assertThat(other.watched().variant().moved())
                .isEqualTo(alone.watched().variant().moved());
        assertThat(other.watched().variant().arisen().bands(1))
                .isEqualTo(alone.watched().variant().arisen().bands(1));
        assertThat(other.page()).isEqualTo(alone.page());
    }

    @Test
    void theGraphOfTheWindowIsThatOfTheAccounts() {
        for (Followed each : runs) {
            FlowGraph graph =
                    Periods.of(each.run(), each.watched(), 10_000).whole().graph();
            FlowGraph other = RunGraph.of(
                    each.run().outcome(),
                    each.run().scenario().variantName(),
                    each.run().scenario().baselineName());
            assertThat(graph).isEqualTo(other);
        }
    }

    @Test
    void periodsAddUpToTheWindowLinkByLinkEvenWhereTheSmallAreJoined() {
        for (int most : new int[] {10_000, 6}) {
            for (Followed each : runs) {
                Periods periods = Periods.of(each.run(), each.watched(), most);
                List<Link> links = periods.whole().graph().links();
                for (int i = 0; i < links.size(); i++) {
                    for (int side = 0; side < 2; side++) {
                        int link = i;
                        int which = side;
                        long sum = periods.periods().stream()
                                .mapToLong(period ->
                                        period.graph().links().get(link).grams(which))
                                .sum();
                        assertThat(sum).isEqualTo(links.get(i).grams(side));
                        assertThat(periods.periods())
                                .allSatisfy(period -> assertThat(period.graph()
                                                .tonnesPerYear(period.graph()
                                                        .links()
                                                        .get(link)
                                                        .grams(which)))
                                        .isLessThanOrEqualTo(periods.room()
                                                        .tonnesPerYear(periods.room()
                                                                .links()
                                                                .get(link)
                                                                .grams(which))
                                                * (1 + 1e-12)));
                    }
                }
            }
        }
    }

    @Test
    void yearsAreJoinedToFewPeriodsOfWholeYearsInOrder() {
        for (int count = 0; count < 130; count++) {
            List<Integer> years = IntStream.range(2025, 2025 + count).boxed().toList();
            List<List<Integer>> spans = Periods.spans(years);
            assertThat(spans).hasSizeLessThanOrEqualTo(6);
            assertThat(spans.stream().flatMap(List::stream).toList()).isEqualTo(count < 2 ? List.of() : years);
        }
        assertThat(Periods.spans(IntStream.range(0, 5).boxed().toList())).hasSize(5);
        assertThat(Periods.spans(IntStream.range(0, 30).boxed().toList())).hasSize(6);
    }
}
