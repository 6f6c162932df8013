package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.circlab.score.Scorecard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowChangeTest {

    private static final Chart CHART = Chart.of(List.of("foundry", "mill", "roads"), List.of("husks", "slag"));
    private static final Scorecard ANY = HandMade.scorecard(measure -> 1, measure -> 1);
    /** Two years of window have 730 days; a year has 365.25. */
    private static final double YEARS = 730 / 365.25;

    private static final int FOUNDRY = 0;
    private static final int MILL = 1;
    private static final int ROADS = 2;
    private static final int HUSKS = 0;
    private static final int SLAG = 1;

    @Test
    void massIsTheMeanOverReplicationsAYear() {
        List<FlowChange> changes = changes(
                List.of(
                        accounts(flow(FOUNDRY, ROADS, SLAG, Channel.EXCHANGE, 10)),
                        accounts(flow(FOUNDRY, ROADS, SLAG, Channel.CONTRACT, 30))),
                List.of(accounts(), accounts()));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo("foundry");
            assertThat(change.to()).isEqualTo("roads");
            assertThat(change.material()).isEqualTo("slag");
            assertThat(change.tonnesPerYear()).isEqualTo(20 / YEARS);
            assertThat(change.baselineTonnesPerYear()).isZero();
        });
    }

    @Test
    void theLargestIncreaseComesFirstAndTiesGoById() {
        List<FlowChange> changes = changes(
                List.of(accounts(
                        flow(MILL, ROADS, SLAG, Channel.EXCHANGE, 5),
                        flow(MILL, ROADS, HUSKS, Channel.EXCHANGE, 5),
                        flow(FOUNDRY, ROADS, SLAG, Channel.EXCHANGE, 100))),
                List.of(accounts(flow(FOUNDRY, ROADS, SLAG, Channel.EXCHANGE, 97))));
        assertThat(changes.stream().map(change -> change.from() + " " + change.material()))
                .containsExactly("mill husks", "mill slag", "foundry slag");
        assertThat(changes.get(2).increase()).isEqualTo(100 / YEARS - 97 / YEARS);
    }

    @Test
    void whatShrinksOrStaysIsNoNewFlow() {
        Accounts more = accounts(
                flow(FOUNDRY, ROADS, SLAG, Channel.CONTRACT, 9), flow(MILL, ROADS, HUSKS, Channel.CONTRACT, 7));
        Accounts less = accounts(
                flow(FOUNDRY, ROADS, SLAG, Channel.CONTRACT, 3), flow(MILL, ROADS, HUSKS, Channel.CONTRACT, 7));
        assertThat(changes(List.of(less), List.of(more))).isEmpty();
        assertThat(changes(List.of(more), List.of(less)))
                .extracting(FlowChange::material)
                .containsExactly("slag");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void onlyWhatIsHandedOnCounts(Channel channel) {
        boolean counts = switch (channel) {
            case CONTRACT, EXCHANGE, MARKET -> true;
            case DISPOSAL, PURCHASE, NATURE -> false;
        };
        assertThat(changes(List.of(accounts(flow(FOUNDRY, ROADS, SLAG, channel, 4))), List.of(accounts())))
                .hasSize(counts ? 1 : 0);
        assertThat(changes(List.of(accounts(flow(ROADS, ROADS, SLAG, channel, 4))), List.of(accounts())))
                .as("an actor's own transfer")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void whatAContractBringsToALandfillIsNoNewFlow(Operation operation) {
        Flow flow = flow(FOUNDRY, ROADS, SLAG, Channel.CONTRACT, operation, 4);
        assertThat(changes(List.of(accounts(flow)), List.of(accounts())))
                .hasSize(operation.code().startsWith("D") ? 0 : 1);
    }

    @Test
    void sidesWithDifferentChartsAreMatchedByName() {
        Chart other = Chart.of(List.of("foundry", "roads"), List.of("slag"));
        Accounts usual = accounts(other, flow(0, 1, 0, Channel.CONTRACT, 4));
        Accounts variant = accounts(CHART, flow(FOUNDRY, ROADS, SLAG, Channel.CONTRACT, 6));
        assertThat(changes(List.of(variant), List.of(usual)))
                .singleElement()
                .satisfies(change -> assertThat(change.baselineTonnesPerYear()).isEqualTo(4 / YEARS));
    }

    private static List<FlowChange> changes(List<Accounts> variant, List<Accounts> baseline) {
        return FlowChange.of(HandMade.run(ANY, variant, baseline).outcome());
    }

    private static Accounts accounts(Flow... flows) {
        return accounts(CHART, flows);
    }

    private static Accounts accounts(Chart chart, Flow... flows) {
        return new Accounts(chart, List.of(flows), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Flow flow(int from, int to, int material, Channel channel, long tonnes) {
        return flow(from, to, material, channel, null, tonnes);
    }

    private static Flow flow(
            int from, int to, int material, Channel channel, @Nullable Operation operation, long tonnes) {
        Flow.Route route = new Flow.Route(from, to, material, operation, channel, Grade.DERIVED);
        return new Flow(route, tonnes * 1_000_000, 1, 1, Collections.nCopies(5, 0L), 0);
    }
}
