package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Accounts.Carried;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Flow;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.model.Substances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks that accounts make. */
class WebsTest {

    private static final Lab LAB = LabFixture.lab(6);
    private static final double YEARS = LAB.horizon().years();
    private static final long TONNE = 1_000_000;

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(40);
    }

    private static Window window(Accounts accounts) {
        return new Window(LAB, accounts);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyActorIsAtSteadyStateWithItsStockOutside(long seed) {
        Window window = window(new RandomBooks(LAB, seed).accounts());
        FlowNetwork all = window.webs().all();
        assertThat(all.total()).isPositive();
        assertThat(all.imbalance()).isCloseTo(0, within(1e-9 * all.total()));
        for (int m = 0; m < window.chart().materials().size(); m++) {
            FlowNetwork one = window.webs().of(m);
            assertThat(one.imbalance()).isCloseTo(0, within(1e-9 * (1 + one.total())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatMaterialsFlowBetweenActorsTogetherIsWhatIsExchanged(long seed) {
        Window window = window(new RandomBooks(LAB, seed).accounts());
        double exchanged = IntStream.range(0, window.chart().materials().size())
                .mapToObj(window.webs()::of)
                .mapToDouble(network -> network.total() - network.imports())
                .sum();
        FlowNetwork all = window.webs().all();
        double expected = Synergies.EXCHANGED.perYear(window);
        assertThat(exchanged).isCloseTo(expected, within(1e-9 * expected));
        assertThat(all.total() - all.imports()).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void aStockThatBuildsUpFlowsOut() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "ash", Grade.MEASURED, 400 * TONNE);
        books.move("a1", "a0", "ash", Operation.R5, Channel.EXCHANGE, 100 * TONNE);
        FlowNetwork network = window(books.close()).webs().all();
        assertThat(network.imports()).isCloseTo(400 / YEARS, within(1e-9));
        assertThat(network.total()).isCloseTo(500 / YEARS, within(1e-9));
        assertThat(network.imbalance()).isCloseTo(0, within(1e-9));
        assertThat(network.information().throughput()).isCloseTo(900 / YEARS, within(1e-9));
    }

    /** Half of the ash that is carried is water, so that half of it counts. */
    @Test
    void massIsDryWhereTheMoistureOfWhatIsCarriedIsKnown() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "ash", Grade.MEASURED, 400 * TONNE);
        books.move("a1", "a0", "ash", Operation.R5, Channel.EXCHANGE, 400 * TONNE);
        Accounts wet = books.close();
        Flow.Route route = wet.flows().get(0).route();
        Accounts known = wet.with(List.of(), List.of(new Carried(route, Substances.MOISTURE, 200.0 * TONNE)));
        assertThat(window(known).webs().all().total())
                .isCloseTo(window(wet).webs().all().total() / 2, within(1e-9));
    }

    @Test
    void whatIsHandedRoundCycles() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a0", "ash", Grade.MEASURED, 100 * TONNE);
        books.move("a0", "a2", "ash", Operation.R5, Channel.EXCHANGE, 100 * TONNE);
        books.move("a2", "a0", "ash", Operation.R5, Channel.EXCHANGE, 50 * TONNE);
        List<Reading> readings = Indicators.of(LAB, books.close());
        assertThat(IndicatorsTest.reading(readings, "cyclicity")).isCloseTo(1, within(1e-12));
        // a0 passes on 100 of 150, a2 gives 50 of 100 back: a third of what either has is there for the second time.
        assertThat(IndicatorsTest.reading(readings, "finn-cycling-index")).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(IndicatorsTest.reading(readings, "largest-removal-loss")).isEqualTo(100);
        assertThat(IndicatorsTest.reading(readings, "eco-connectance")).isEqualTo(1);
        assertThat(IndicatorsTest.reading(readings, "connectance")).isEqualTo(0.5);
    }

    @Test
    void networksOfMaterialsAreComparedWithUsual() {
        Bookkeeper with = new Bookkeeper(LAB);
        with.arise("a1", "ash", Grade.MEASURED, 100 * TONNE);
        with.move("a1", "a0", "ash", Operation.R5, Channel.EXCHANGE, 100 * TONNE);
        Bookkeeper without = new Bookkeeper(LAB);
        without.arise("a1", "ash", Grade.MEASURED, 100 * TONNE);
        List<MaterialNetwork> networks = MaterialNetwork.of(
                new Replications(LAB, List.of(with.close())), new Replications(LAB, List.of(without.close())));
        assertThat(networks).extracting(MaterialNetwork::material).containsExactly("ash");
        Compared path = networks.get(0).indices().stream()
                .filter(each -> each.measure().id().equals("mean-path-length"))
                .findFirst()
                .orElseThrow();
        assertThat(path.variant().mean()).isEqualTo(2);
        assertThat(path.difference().mean()).isEqualTo(1);
    }
}
