package org.circlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.MonthEnd;
import org.circlab.ledger.MonthSink;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.DistanceTable;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Grade;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Part;
import org.circlab.model.Permits;
import org.circlab.model.Policy;
import org.circlab.model.Preference;
import org.circlab.model.Region;
import org.circlab.model.Source;
import org.circlab.model.Spread;
import org.circlab.model.Substances;
import org.circlab.model.Timed;
import org.circlab.score.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The true simulation of a power station whose ash a cement works 20 km away can use instead of landfilling it at 50 km. */
class SimulatedExperimentTest {

    private static final Source SOURCE = new Source("by hand", Grade.DERIVED);
    private static final Interval DAILY = new Interval(Horizon.DAY_MILLIS, new Spread.None());
    private static final Lab LAB = lab(List.of());

    private static Lab lab(List<Event> events) {
        LocalDate start = LocalDate.of(2025, 1, 1);
        return new Lab(
                "ash",
                "Ash",
                new Region("SI", 0),
                new Horizon(start, start.plusYears(1), start.minusMonths(2)),
                List.of(new Material("ash", "Ash", "10 01 02")),
                List.of(cementWorks(), landfill(), powerStation()),
                List.of(),
                new Haulage(
                        new Haulage.Mode(
                                "truck", 25_000_000, Timed.constant(0.12), 60, 1.3, 0.08, Haulage.Handling.NONE, null),
                        List.of(),
                        List.of()),
                new DistanceTable(Map.of("power", Map.of("cement", 20.0, "landfill", 50.0))),
                new Policy(Timed.constant(11), Timed.constant(70), 0.05),
                new Exchange(Exchange.Rule.CHEAPEST, 7 * Horizon.DAY_MILLIS),
                Substances.NONE,
                events,
                List.of(),
                List.of());
    }

    private static Event strike() {
        return new Event(
                "strike",
                new Event.Every(new Interval(60.0 * Horizon.DAY_MILLIS, new Spread.Exponential())),
                new Interval(5.0 * Horizon.DAY_MILLIS, new Spread.Gamma(0.5)),
                List.of(
                        new Event.Close(new Part(Part.Kind.ACTOR, "", "cement")),
                        new Event.Scale(Field.of(Field.Kind.MODE_COST, new Part(Part.Kind.MODE, "", "truck")), 1.5)));
    }

    private static Actor powerStation() {
        Arising ash = new Arising(
                "ash",
                Timed.constant(100_000),
                DAILY,
                false,
                new Spread.Lognormal(0.3),
                null,
                null,
                0,
                false,
                new Disposal.Cheapest(),
                "",
                List.of(),
                SOURCE);
        return actor("power", List.of(ash), List.of(), List.of());
    }

    private static Actor cementWorks() {
        Need need = new Need(
                "pozzolan",
                Timed.constant(45_000),
                DAILY,
                new Spread.Gamma(0.2),
                null,
                null,
                Timed.constant(30),
                60,
                List.of(new Need.Accepted("ash", 0.9, Timed.constant(-4))),
                Operation.R5,
                0,
                SOURCE);
        return actor("cement", List.of(), List.of(need), List.of());
    }

    private static Actor landfill() {
        DisposalSite site = new DisposalSite(
                "cell", List.of("ash"), Operation.D1, Timed.constant(25), true, 5, Long.MAX_VALUE, SOURCE);
        return actor("landfill", List.of(), List.of(), List.of(site));
    }

    private static Actor actor(String id, List<Arising> generates, List<Need> needs, List<DisposalSite> sites) {
        return new Actor(id, id, "", null, Permits.ANY, Preference.NONE, generates, List.of(), List.of(), needs, sites);
    }

    private static Plan plan(int threads) {
        return plan(LAB, threads);
    }

    private static Plan plan(Lab lab, int threads) {
        return new Plan(lab, lab.businessAsUsual(), 6, 1, threads);
    }

    /** Each month once and in order for each replication of each side, with the flows that the other sink gets. */
    @Test
    void monthsAreToldAsTheyClose() {
        Map<String, List<MonthEnd>> ends = new ConcurrentHashMap<>();
        Map<String, List<List<Flow>>> flows = new ConcurrentHashMap<>();
        Sinks sinks = new Sinks() {
            private FlowSink flows(String run) {
                return (month, moved) ->
                        flows.computeIfAbsent(run, any -> new ArrayList<>()).add(moved);
            }

            private MonthSink months(String run) {
                return end ->
                        ends.computeIfAbsent(run, any -> new ArrayList<>()).add(end);
            }

            @Override
            public FlowSink variant(int replication) {
                return flows("variant " + replication);
            }

            @Override
            public FlowSink baseline(int replication) {
                return flows("baseline " + replication);
            }

            @Override
            public MonthSink variantMonths(int replication) {
                return months("variant " + replication);
            }

            @Override
            public MonthSink baselineMonths(int replication) {
                return months("baseline " + replication);
            }
        };
        Outcome outcome = Experiment.run(plan(3), sinks, Progress.NONE);
        assertThat(ends).hasSize(12);
        ends.forEach((run, months) -> {
            assertThat(months.stream().map(MonthEnd::month).toList())
                    .isEqualTo(IntStream.rangeClosed(1, 12)
                            .mapToObj(month -> YearMonth.of(2025, month))
                            .toList());
            assertThat(months.stream().map(MonthEnd::flows).toList()).isEqualTo(flows.get(run));
            assertThat(months).isSortedAccordingTo(Comparator.comparingLong(MonthEnd::arisenGrams));
        });
        assertThat(outcome.variant())
                .as("looking changes nothing")
                .isEqualTo(Experiment.run(plan(3), Sinks.NONE, Progress.NONE).variant());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void theSimulationGivesTheSameOnAnyNumberOfThreads(int threads) {
        Lab lab = lab(List.of(strike()));
        Outcome alone = Experiment.run(plan(lab, 1), Sinks.NONE, Progress.NONE);
        Outcome together = Experiment.run(plan(lab, threads), Sinks.NONE, Progress.NONE);
        assertThat(together.variant()).isEqualTo(alone.variant());
        assertThat(together.baseline()).isEqualTo(alone.baseline());
        assertThat(together.scorecard()).isEqualTo(alone.scorecard());
    }

    @Test
    void theExchangeSparesLandfillMoneyAndVirginMaterial() {
        Scorecard card = Experiment.run(plan(2), Sinks.NONE, Progress.NONE).scorecard();
        assertThat(card.indicator("arising").difference().mean()).isZero();
        assertThat(card.indicator("diversion-rate").baseline().mean()).isCloseTo(0, within(1.0));
        assertThat(card.indicator("diversion-rate").difference().low95()).isPositive();
        assertThat(card.indicator("disposed").difference().high95()).isNegative();
        assertThat(card.indicator("virgin-bought").difference().high95()).isNegative();
        assertThat(card.indicator("ghg-net").difference().high95()).isNegative();
        assertThat(card.indicator("net-cost").difference().high95()).isNegative();
        assertThat(card.indicator("exchanged").baseline().mean()).isZero();
        assertThat(card.indicator("arising-derived").variant().mean()).isEqualTo(100);
    }

    @Test
    void massAndMoneyOfTheSimulationClose() {
        Scorecard card = Experiment.run(plan(2), Sinks.NONE, Progress.NONE).scorecard();
        double in = sum(card, "arising", "virgin-bought", "drawn-from-air", "drawn-from-water");
        double out = sum(
                card,
                "final-treatment",
                "consumed",
                "exported-product",
                "lost-to-air",
                "lost-to-water",
                "stock-change");
        assertThat(out).isCloseTo(in, within(1e-9 * in));
        assertThat(card.actors().stream()
                        .mapToDouble(actor -> actor.net().variant().mean())
                        .sum())
                .isCloseTo(0, within(1e-3));
    }

    private static double sum(Scorecard card, String... ids) {
        return Stream.of(ids)
                .mapToDouble(id -> card.indicator(id).variant().mean())
                .sum();
    }

    @Test
    void theMonthsOfARunAddUpToItsAccounts() {
        List<Flow> monthly = new ArrayList<>();
        Sinks sinks = new Sinks() {
            @Override
            public FlowSink variant(int replication) {
                return replication == 2 ? (month, flows) -> monthly.addAll(flows) : FlowSink.NONE;
            }

            @Override
            public FlowSink baseline(int replication) {
                return FlowSink.NONE;
            }
        };
        Outcome outcome = Experiment.run(plan(2), sinks, Progress.NONE);
        Accounts accounts = outcome.variant().get(1);
        assertThat(monthly.stream().mapToLong(Flow::grams).sum())
                .isEqualTo(accounts.flows().stream().mapToLong(Flow::grams).sum())
                .isPositive();
    }

    @Test
    void pairingNarrowsTheInterval() {
        Scorecard card = Experiment.run(plan(2), Sinks.NONE, Progress.NONE).scorecard();
        assertThat(card.indicator("net-cost").difference().halfWidth())
                .isLessThan(card.indicator("net-cost").baseline().halfWidth());
    }
}
