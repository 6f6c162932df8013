package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Borders;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Permits;
import org.circlab.network.Arcs;
import org.circlab.network.Barrier;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Gate;
import org.circlab.simulation.Unmatched.Lack;
import org.circlab.simulation.Unmatched.Met;
import org.circlab.simulation.Unmatched.Rest;
import org.circlab.simulation.Unmatched.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gram that nobody took has one reason, in hundreds of nasty labs whose gates are closed here and there. */
class UnmatchedLawsTest {

    private static final int LABS = 200;
    private static final int STRIDE = 20;
    private static final EnumSet<StockPlace> AT_DONOR =
            EnumSet.of(StockPlace.STORE, StockPlace.WAITING, StockPlace.ROAD);

    static LongStream handfuls() {
        return LongStream.range(0, LABS / STRIDE).map(i -> i * STRIDE);
    }

    /** A run with what was told of it: grams that arose in the window, by actor and material, and grams gathered at its ends. */
    private record Watched(
            CompiledLab lab,
            Accounts accounts,
            Unmatched unmatched,
            Map<String, Long> arisen,
            List<Long> gatheredBefore,
            List<Long> gatheredAfter) {

        static Watched of(Lab lab, long seed) {
            CompiledLab compiled = CompiledLab.of(lab);
            Map<String, Long> arisen = new TreeMap<>();
            List<LabView> views = new ArrayList<>();
            List<List<Long>> before = new ArrayList<>();
            Accounts accounts = Replication.run(compiled, seed, 1, FlowSink.NONE, (kernel, ledger, view) -> {
                views.add(view);
                ledger.listen(new FactListener() {
                    @Override
                    public void fact(FactKind kind, int from, int to, int subject, long amount) {
                        boolean arises = kind == FactKind.GENERATED || kind == FactKind.PRODUCED;
                        if (arises && amount > 0 && !before.isEmpty()) {
                            arisen.merge(from + " " + subject, amount, Long::sum);
                        }
                    }

                    @Override
                    public void windowOpens() {
                        before.add(gathered(compiled, view));
                    }
                });
            });
            LabView view = views.get(0);
            return new Watched(compiled, accounts, view.unmatched(), arisen, before.get(0), gathered(compiled, view));
        }

        private static List<Long> gathered(CompiledLab lab, LabView view) {
            return IntStream.range(0, lab.outlets())
                    .mapToObj(view::gatheredGrams)
                    .toList();
        }

        String place(int outlet) {
            return lab.outletActor(outlet) + " " + lab.outletMaterial(outlet);
        }
    }

    private static Watched watch(long seed) {
        return Watched.of(gated(RandomLabs.of(seed), seed).lab(), seed);
    }

    /** The lab with some gates closed: hazards, statuses, borders of both kinds, and materials that hardly keep. */
    private static TinyLab gated(TinyLab lab, long seed) {
        Random random = new Random(seed * 65537 + 3);
        for (String waste : RandomLabs.WASTES) {
            if (random.nextInt(3) == 0) {
                lab.legal(
                        waste,
                        random.nextBoolean(),
                        random.nextInt(3) == 0 ? Material.Status.BY_PRODUCT : Material.Status.WASTE);
            }
        }
        String[] countries = {"SI", "BA", "HR"};
        for (int i = 0; i < 3; i++) {
            lab.country("a" + i, countries[random.nextInt(3)]);
        }
        if (random.nextBoolean()) {
            lab.permits(
                    "a1",
                    new Permits(Set.of(), Set.of(), false, Set.of(Material.Status.WASTE, Material.Status.PRODUCT)));
        }
        return lab.borders(Map.of(
                "SI-HR", Borders.Rule.BAN, "EU-BA", new Borders.Rule(false, Parts.millis(24.0 * random.nextInt(90)))));
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void whatIsOfferedIsMatchedOrHasAReasonToTheGram(long first) {
        LabLawsTest.each(first, seed -> {
            Watched run = watch(seed);
            Map<Integer, Long> left = new HashMap<>();
            Map<Integer, Long> waiting = new HashMap<>();
            for (Rest rest : run.unmatched.rests()) {
                left.merge(rest.outlet(), rest.leftGrams(), Long::sum);
                waiting.merge(rest.outlet(), rest.waitingGrams(), Long::sum);
            }
            for (Stream stream : run.unmatched.streams()) {
                assertThat(stream.openingGrams() + stream.offeredGrams())
                        .isEqualTo(stream.exchangedGrams()
                                + stream.contractedGrams()
                                + left.getOrDefault(stream.outlet(), 0L)
                                + stream.closingGrams());
                assertThat(waiting.getOrDefault(stream.outlet(), 0L)).isEqualTo(stream.closingGrams());
                assertThat(stream.grownGrams()).isBetween(0L, stream.closingGrams());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void whatArisesIsOfferedOrGatheredAndWhatIsMatchedIsMovedToTheGram(long first) {
        LabLawsTest.each(first, seed -> {
            Watched run = watch(seed);
            if (run.unmatched.equals(Unmatched.EMPTY)) {
                return;
            }
            Map<String, Long> offered = new TreeMap<>();
            Map<String, Long> stays = new TreeMap<>();
            for (int outlet = 0; outlet < run.lab.outlets(); outlet++) {
                long gathers = run.gatheredAfter.get(outlet) - run.gatheredBefore.get(outlet);
                offered.merge(run.place(outlet), gathers, Long::sum);
                stays.merge(run.place(outlet), gathers, Long::sum);
            }
            for (Stream stream : run.unmatched.streams()) {
                offered.merge(run.place(stream.outlet()), stream.offeredGrams(), Long::sum);
                stays.merge(run.place(stream.outlet()), stream.offeredGrams(), Long::sum);
            }
            offered.values().removeIf(grams -> grams == 0);
            assertThat(offered).isEqualTo(run.arisen);
            run.accounts
                    .flows()
                    .forEach(flow -> stays.computeIfPresent(
                            flow.route().from() + " " + flow.route().material(),
                            (place, grams) -> grams - flow.grams()));
            Map<String, Long> counted = new TreeMap<>();
            stays.keySet().forEach(place -> counted.put(place, 0L));
            for (Accounts.Stock stock : run.accounts.stocks()) {
                if (AT_DONOR.contains(stock.place())) {
                    counted.merge(
                            stock.party() + " " + stock.material(),
                            stock.closingGrams() - stock.openingGrams(),
                            Long::sum);
                }
            }
            assertThat(counted).isEqualTo(stays);
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void aReasonIsAClosedGateOfThatWay(long first) {
        LabLawsTest.each(first, seed -> {
            Watched run = watch(seed);
            ExchangeNetwork network = run.lab.network();
            for (Rest rest : run.unmatched.rests()) {
                boolean hasWays = network.exchange().first(rest.outlet())
                        < network.exchange().first(rest.outlet() + 1);
                if (rest.gate() == Gate.CONTRACT) {
                    assertThat(network.inlets().get(rest.inlet()).isFinal()).isTrue();
                } else if (rest.inlet() == Unmatched.NONE) {
                    assertThat(rest.gate()).isEqualTo(Gate.MATERIAL);
                    assertThat(hasWays).isFalse();
                } else if (hasWays && rest.gate() != Gate.DISTANCE) {
                    assertThat(inlets(network.exchange(), rest.outlet())).contains(rest.inlet());
                    assertThat(rest.gate().isStatic() && rest.gate() != Gate.BORDER)
                            .isFalse();
                } else {
                    assertThat(network.barrier(
                                            network.outlets().get(rest.outlet()),
                                            network.inlets().get(rest.inlet()))
                                    .map(Barrier::gate))
                            .hasValue(rest.gate());
                }
                boolean measured = EnumSet.of(Gate.PRICE, Gate.TRUST, Gate.EXPIRY, Gate.DISTANCE)
                        .contains(rest.gate());
                assertThat(rest.margin() > 0).isEqualTo(measured);
            }
        });
    }

    private static List<Integer> inlets(Arcs arcs, int outlet) {
        return IntStream.range(arcs.first(outlet), arcs.first(outlet + 1))
                .mapToObj(arcs::inlet)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void whatNeedsBuyHasAReasonToTheGram(long first) {
        LabLawsTest.each(first, seed -> {
            Watched run = watch(seed);
            Map<String, Long> lacks = new TreeMap<>();
            for (Lack lack : run.unmatched.lacks()) {
                Need need = Objects.requireNonNull(
                        run.lab.network().inlets().get(lack.inlet()).need());
                lacks.merge(run.lab.inletParty(lack.inlet()) + " " + need.id(), lack.grams(), Long::sum);
            }
            Map<String, Long> bought = new TreeMap<>();
            for (Accounts.Consumption need : run.accounts.consumptions()) {
                if (need.virginGrams() > 0 && !run.unmatched.equals(Unmatched.EMPTY)) {
                    bought.merge(
                            need.actor() + " " + run.lab.chart().materials().get(need.need()),
                            need.virginGrams(),
                            Long::sum);
                }
            }
            assertThat(lacks).isEqualTo(bought);
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void whatNeedsDisplacedIsBookedToTheGram(long first) {
        LabLawsTest.each(first, seed -> {
            Watched run = watch(seed);
            Map<String, Long> met = new TreeMap<>();
            for (Met each : run.unmatched.met()) {
                Need need = Objects.requireNonNull(
                        run.lab.network().inlets().get(each.inlet()).need());
                met.merge(run.lab.inletParty(each.inlet()) + " " + need.id(), each.grams(), Long::sum);
            }
            Map<String, Long> displaced = new TreeMap<>();
            for (Accounts.Consumption need : run.accounts.consumptions()) {
                if (need.displacedGrams() > 0 && !run.unmatched.equals(Unmatched.EMPTY)) {
                    String place =
                            need.actor() + " " + run.lab.chart().materials().get(need.need());
                    displaced.merge(place, need.displacedGrams(), Long::sum);
                }
            }
            assertThat(met).isEqualTo(displaced);
        });
    }

    @Test
    void theLabsMeetEveryGateThatTheyCan() {
        Map<Gate, Integer> labs = new TreeMap<>();
        for (long seed = 0; seed < LABS; seed++) {
            EnumSet<Gate> met = EnumSet.noneOf(Gate.class);
            watch(seed).unmatched.rests().forEach(rest -> met.add(rest.gate()));
            met.forEach(gate -> labs.merge(gate, 1, Integer::sum));
        }
        assertThat(labs.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Gate.COMPOSITION)));
    }

    @Test
    void businessAsUsualOffersNothing() {
        Lab lab = RandomLabs.of(4).lab().businessAsUsual();
        assertThat(Watched.of(lab, 4).unmatched).isEqualTo(Unmatched.EMPTY);
    }
}
