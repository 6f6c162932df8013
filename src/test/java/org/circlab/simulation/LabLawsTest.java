package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.circlab.kernel.EventType;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.ledger.Year;
import org.circlab.model.Arising;
import org.circlab.model.Contract;
import org.circlab.model.Copies;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Spread;
import org.circlab.model.Store;
import org.circlab.network.Outlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every lab: hundreds of small nasty ones, each with a seed of its own. */
class LabLawsTest {

    private static final int LABS = 320;
    private static final int STRIDE = 20;

    /** The first of each handful of labs, so that the report stays short and a failure names its seed. */
    static LongStream handfuls() {
        return LongStream.range(0, LABS / STRIDE).map(i -> i * STRIDE);
    }

    interface Law {
        void holds(long seed);
    }

    static void each(long first, Law law) {
        for (long seed = first; seed < first + STRIDE; seed++) {
            try {
                law.holds(seed);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("in the lab of seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private static Run run(long seed) {
        return Run.of(RandomLabs.of(seed).lab(), seed, (int) (seed % 3));
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void aSecondSetOfBooksKeptFromTheFactsAgrees(long first) {
        each(first, seed -> {
            Run run = run(seed);
            FactFold fold = new FactFold(run);
            assertThat(fold.bookedMoves()).as("flows").isEqualTo(fold.moved);
            assertThat(fold.bookedPayments()).as("payments").isEqualTo(fold.paid);
            assertThat(fold.bookedEmissions()).as("emissions").isEqualTo(fold.emitted);
            assertThat(fold.bookedArisings()).as("arisings").isEqualTo(fold.arisen);
            assertThat(fold.bookedConsumptions()).as("consumptions").isEqualTo(fold.consumed);
            assertThat(fold.bookedStocks(false)).as("opening stock").isEqualTo(fold.opening);
            assertThat(fold.bookedStocks(true)).as("closing stock").isEqualTo(fold.closing);
            assertThat(fold.bookedChanges()).as("change of stock by material").isEqualTo(fold.entered);
            long in = fold.sum(FactKind.GENERATED) + fold.sum(FactKind.DRAWN);
            long out = fold.sum(FactKind.LOST)
                    + fold.sum(FactKind.SOLD)
                    + fold.sum(FactKind.CONSUMED)
                    + fold.sum(FactKind.DISPOSED);
            assertThat(in).as("mass in all").isEqualTo(out + fold.change());
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void yearsAddUpToTheWindow(long first) {
        each(first, seed -> {
            Accounts accounts = run(seed).accounts();
            Map<Integer, Long> arisen = new HashMap<>();
            Map<String, Long> moved = new HashMap<>();
            for (Year year : accounts.years()) {
                year.arisings().forEach(each -> arisen.merge(each.material(), each.grams(), Long::sum));
                year.moves()
                        .forEach(each -> moved.merge(
                                each.material() + " " + each.operation() + " " + each.origin(),
                                each.grams(),
                                Long::sum));
            }
            Map<Integer, Long> allArisen = new HashMap<>();
            accounts.arisings().stream()
                    .filter(each -> each.grams() > 0)
                    .forEach(each -> allArisen.merge(each.material(), each.grams(), Long::sum));
            Map<String, Long> allMoved = new HashMap<>();
            accounts.flows().stream()
                    .filter(flow -> flow.grams() > 0)
                    .forEach(flow -> allMoved.merge(
                            flow.route().material() + " " + flow.route().operation() + " "
                                    + flow.route().origin(),
                            flow.grams(),
                            Long::sum));
            assertThat(arisen).isEqualTo(allArisen);
            assertThat(moved).isEqualTo(allMoved);
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void moneyClosesAndAgreesWithTheCostsOfFlowsAndMonthsAddUp(long first) {
        each(first, seed -> {
            Run run = run(seed);
            long[] balance = new long[run.chart().parties().size()];
            Map<PaymentKind, Long> byKind = new HashMap<>();
            for (Accounts.Payment payment : run.accounts().payments()) {
                balance[payment.payer()] -= payment.micros();
                balance[payment.payee()] += payment.micros();
                byKind.merge(payment.kind(), payment.micros(), Long::sum);
                if (payment.kind() != PaymentKind.GATE_FEE && payment.kind() != PaymentKind.SALES) {
                    assertThat(payment.micros()).as(payment.kind().word()).isPositive();
                }
            }
            assertThat(LongStream.of(balance).sum()).isZero();
            Map<Flow.Route, List<Flow>> months = run.months().stream()
                    .flatMap(month -> month.flows().stream())
                    .collect(Collectors.groupingBy(Flow::route));
            assertThat(months.keySet())
                    .containsAll(
                            run.accounts().flows().stream().map(Flow::route).toList());
            for (Flow flow : run.accounts().flows()) {
                List<Flow> parts = months.getOrDefault(flow.route(), List.of());
                assertThat(parts.stream().mapToLong(Flow::grams).sum()).isEqualTo(flow.grams());
                assertThat(parts.stream().mapToLong(Flow::trips).sum()).isEqualTo(flow.trips());
                assertThat(parts.stream().mapToLong(Flow::ghgMilligrams).sum()).isEqualTo(flow.ghgMilligrams());
            }
            for (PaymentKind kind : PaymentKind.values()) {
                long columns = run.accounts().flows().stream()
                        .mapToLong(flow -> flow.cost(kind))
                        .sum();
                assertThat(columns).isEqualTo(kind.followsFlow() ? byKind.getOrDefault(kind, 0L) : 0);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void theSameSeedGivesTheSameBooksInWhateverOrderTheLabIsWritten(long first) {
        each(first, seed -> {
            Run run = run(seed);
            Run again = Run.of(RandomLabs.of(seed).shuffled(seed + 99).lab(), seed, (int) (seed % 3));
            assertThat(again.accounts()).isEqualTo(run.accounts());
            assertThat(again.facts()).isEqualTo(run.facts());
            assertThat(again.months()).isEqualTo(run.months());
        });
    }

    @Test
    void anotherSeedAndAnotherReplicationGiveOtherBooksWhereAnythingIsDrawn() {
        Lab lab = TinyLab.of()
                .donor("donor", stream("ash").spread(new Spread.Gamma(0.3)))
                .site("tip", Parts.site("cell", "ash"))
                .lab();
        Accounts books = Run.of(lab, 1, 0).accounts();
        assertThat(Run.of(lab, 2, 0).accounts()).isNotEqualTo(books);
        assertThat(Run.of(lab, 1, 1).accounts()).isNotEqualTo(books);
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void businessAsUsualHasTheSameArisingsAndTheSameDemand(long first) {
        each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            Run run = Run.of(lab, seed, 0);
            Run usual = Run.of(lab.businessAsUsual(), seed, 0);
            assertThat(drawn(usual)).isEqualTo(drawn(run));
            assertThat(usual.tonnes(Channel.EXCHANGE)).isZero();
            assertThat(met(usual)).isEqualTo(met(run));
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void aNewActorChangesNoDrawOfAnother(long first) {
        each(first, seed -> {
            Run run = run(seed);
            TinyLab apart = RandomLabs.of(seed)
                    .donor("a00", stream("zinc").spread(new Spread.Exponential()))
                    .site("a00", Parts.site("own", "zinc"));
            TinyLab joined = RandomLabs.of(seed)
                    .donor("a00", stream("ash").spread(new Spread.Exponential()))
                    .line(
                            "a00",
                            line("eats", RandomLabs.WASTES.toArray(String[]::new))
                                    .out("dust", 0.4))
                    .need("a00", need("clay").accepts("dust", 0.8, 0));
            for (TinyLab other : List.of(apart, joined)) {
                Map<String, Map<String, Long>> after = drawn(Run.of(other.lab(), seed, (int) (seed % 3)));
                after.remove("a00");
                assertThat(after).isEqualTo(drawn(run));
            }
        });
    }

    /**
     * What was drawn by actor, and by instant and material: what arose, and what a full store withheld. Of a stream that flows
     * there are only the sums of the warm-up and of the window: its loads are due when they are full, and so depend on what is
     * withheld.
     */
    private static Map<String, Map<String, Long>> drawn(Run run) {
        Set<String> flowing = run.lab().lab().actors().stream()
                .flatMap(actor -> actor.generates().stream()
                        .filter(Arising::continuous)
                        .map(arising -> actor.id() + " " + arising.material()))
                .collect(Collectors.toSet());
        return run.facts().stream()
                .filter(fact -> fact.kind() == FactKind.GENERATED || fact.kind() == FactKind.WITHHELD)
                .collect(Collectors.groupingBy(
                        fact -> run.chart().parties().get(fact.from()),
                        Collectors.groupingBy(
                                fact -> drawnAt(fact, run, flowing), Collectors.summingLong(Run.Fact::amount))));
    }

    private static String drawnAt(Run.Fact fact, Run run, Set<String> flowing) {
        String material = run.chart().materials().get(fact.subject());
        boolean flows = flowing.contains(run.chart().parties().get(fact.from()) + " " + material);
        String when = flows ? "in window: " + fact.inWindow() : Long.toString(fact.millis());
        return when + " " + material;
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void aStoreThatBlocksChangesNoDraw(long first) {
        each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            assertThat(drawn(Run.of(unbounded(lab), seed, 1))).isEqualTo(drawn(Run.of(lab, seed, 1)));
        });
    }

    /** The lab whose blocking stores hold whatever comes. */
    private static Lab unbounded(Lab lab) {
        return Copies.withActors(
                lab,
                lab.actors().stream()
                        .map(actor -> Copies.withStores(
                                actor,
                                actor.stores().stream()
                                        .map(LabLawsTest::unbounded)
                                        .toList()))
                        .toList());
    }

    private static Store unbounded(Store store) {
        return store.blocks() ? new Store(store.material(), Long.MAX_VALUE, store.keepsMillis(), true) : store;
    }

    /** What needs have had by actor and need, displaced and virgin together. */
    private static Map<String, Long> met(Run run) {
        return run.accounts().consumptions().stream()
                .collect(Collectors.toMap(
                        need -> run.chart().parties().get(need.actor()) + " "
                                + run.chart().materials().get(need.need()),
                        need -> need.displacedGrams() + need.virginGrams()));
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void committedMassStaysWithinTheRoomAtAnyInstant(long first) {
        each(first, seed -> {
            CompiledLab lab = CompiledLab.of(RandomLabs.of(seed).lab());
            List<String> seen = new ArrayList<>();
            Replication.run(lab, seed, 0, FlowSink.NONE, (kernel, ledger, view) -> {
                EventType look = kernel.define("look", Observer.PRIORITY, (subject, payload) -> {
                    for (int inlet = 0; inlet < lab.network().inlets().size(); inlet++) {
                        long committed = view.committedGrams(inlet);
                        if (committed < 0 || committed > lab.inletRoom(inlet)) {
                            seen.add(kernel.now() + ": " + committed + " of " + lab.inletRoom(inlet) + " at " + inlet);
                        }
                    }
                    for (int outlet = 0; outlet < lab.network().outlets().size(); outlet++) {
                        long ships = lab.network().outlets().get(outlet).shipsGrams();
                        long gathered = view.gatheredGrams(outlet);
                        if (gathered < 0 || (gathered >= ships && gathered > 0)) {
                            seen.add(kernel.now() + ": gathered " + gathered + " of " + ships);
                        }
                    }
                });
                long begin = kernel.now();
                long end = lab.lab().horizon().lengthMillis();
                new Random(seed).longs(200, begin, end).forEach(instant -> look.at(instant, 0, 0));
            });
            assertThat(seen).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void storesHoldNoMoreThanTheirCapacityAndOnlyForContractsInBusinessAsUsual(long first) {
        each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            Run run = Run.of(lab, seed, 0);
            for (Accounts.Stock stock : run.accounts().stocks()) {
                if (stock.place() == StockPlace.STORE) {
                    String material = run.chart().materials().get(stock.material());
                    Store store = lab.actors().get(stock.party()).stores().stream()
                            .filter(kept -> kept.material().equals(material))
                            .findFirst()
                            .orElseThrow();
                    long most = Math.max(store.capacityGrams(), store.blocks() ? largestOutput(run, stock) : 0);
                    assertThat(FactFold.most(stock, StockPlace.STORE)).isLessThanOrEqualTo(most);
                }
            }
            Lab usual = lab.businessAsUsual();
            Run without = Run.of(usual, seed, 0);
            for (Accounts.Stock stock : without.accounts().stocks()) {
                if (stock.place() == StockPlace.STORE) {
                    String donor = usual.actors().get(stock.party()).id();
                    String material = without.chart().materials().get(stock.material());
                    assertThat(usual.contracts())
                            .anyMatch(contract -> contract.from().equals(donor)
                                    && contract.material().equals(material));
                }
            }
        });
    }

    /** What an empty store that blocks may be filled with at once: an output, and what was gathered before it. */
    private static long largestOutput(Run run, Accounts.Stock stock) {
        long produced = run.facts().stream()
                .filter(fact -> fact.kind() == FactKind.PRODUCED
                        && fact.from() == stock.party()
                        && fact.subject() == stock.material())
                .mapToLong(Run.Fact::amount)
                .max()
                .orElse(0);
        long load = run.lab().network().outlets().stream()
                .filter(outlet -> outlet.actor() == stock.party() && outlet.material() == stock.material())
                .mapToLong(Outlet::shipsGrams)
                .max()
                .orElse(0);
        return produced + load;
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void contractsMoveNoMoreThanTheyHaveReleased(long first) {
        each(first, seed -> {
            Lab lab = RandomLabs.of(seed).warmUp(0).lab();
            Run run = Run.of(lab, seed, 0);
            long length = lab.horizon().lengthMillis();
            Map<String, Long> allowed = new HashMap<>();
            for (Contract contract : lab.contracts()) {
                double released =
                        contract.volumeGramsPerYear() * Math.min(length / Horizon.YEAR_MILLIS + 1 / 12.0, 365 / 365.25);
                allowed.merge(
                        contract.from() + ">" + contract.to() + " " + contract.material(),
                        (long) Math.ceil(released),
                        Long::sum);
            }
            Map<String, Long> moved = new HashMap<>();
            for (Flow flow : run.accounts().flows()) {
                if (flow.route().channel() == Channel.CONTRACT) {
                    String key = run.chart().parties().get(flow.route().from()) + ">"
                            + run.chart().parties().get(flow.route().to()) + " "
                            + run.chart().materials().get(flow.route().material());
                    moved.merge(key, flow.grams(), Long::sum);
                }
            }
            moved.forEach((way, grams) -> assertThat(grams).as(way).isLessThanOrEqualTo(allowed.getOrDefault(way, 0L)));
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void needsDisplaceNoMoreThanIsWantedAndNoMoreThanTheRatioAllows(long first) {
        each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            Run run = Run.of(lab, seed, 0);
            Map<String, Long> demand = met(Run.of(lab.businessAsUsual(), seed, 0));
            for (Accounts.Consumption need : run.accounts().consumptions()) {
                String actor = run.chart().parties().get(need.actor());
                String name = run.chart().materials().get(need.need());
                assertThat(need.displacedGrams()).isBetween(0L, demand.get(actor + " " + name));
                double most = lab.actors().get(need.actor()).needs().stream()
                        .filter(found -> found.id().equals(name))
                        .flatMap(found -> found.accepts().stream())
                        .mapToDouble(accepted -> accepted.ratio())
                        .max()
                        .orElse(0);
                assertThat((double) need.displacedGrams()).isLessThanOrEqualTo(most * need.secondaryGrams() + 1e-6);
            }
        });
    }

    @Test
    void theLabsAreAsNastyAsTheyShouldBe() {
        Map<Channel, Integer> labsWith = new HashMap<>();
        int onArrival = 0;
        int withheld = 0;
        for (long seed = 0; seed < 60; seed++) {
            Run run = run(seed);
            onArrival += run.lab().lab().exchange().equals(new Exchange(Exchange.Rule.NEAREST, 0)) ? 1 : 0;
            withheld += run.facts().stream().anyMatch(fact -> fact.kind() == FactKind.WITHHELD) ? 1 : 0;
            for (Channel channel : Channel.values()) {
                labsWith.merge(channel, run.tonnes(channel) > 0 ? 1 : 0, Integer::sum);
            }
        }
        assertThat(onArrival).isGreaterThan(2);
        assertThat(withheld).isGreaterThan(12);
        assertThat(labsWith).allSatisfy((channel, labs) -> assertThat(labs).isGreaterThan(12));
    }
}
