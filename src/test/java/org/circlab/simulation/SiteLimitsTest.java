package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FactKind;
import org.circlab.model.Exchange;
import org.circlab.model.Limit;
import org.circlab.model.Part;
import org.circlab.model.Substances;
import org.circlab.simulation.SubstancesTest.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Disposal sites that do not take everything: what is in a lot decides where it ends, and what disposal costs. */
class SiteLimitsTest {

    /** A near tip for what has at most 2 % of salt, and a far one for all; 1 % in what is clean, 3 % in what is dirty. */
    private static TinyLab twoTips() {
        return TinyLab.of()
                .donor("clean", stream("ash").at(1, 10))
                .donor("dirty", stream("ash").at(2, 10))
                .site("near", site("cell", "ash").fee(10))
                .site("far", site("cell", "ash").fee(100))
                .km("clean", "far", 900)
                .km("dirty", "far", 900)
                .truck(0.1, 0);
    }

    private static Layer salted() {
        return limited(new Layer().stream("clean", "ash", 0.01, 0, 0.5).stream("dirty", "ash", 0.03, 0, 0.5), 0.02);
    }

    private static Layer limited(Layer layer, double most) {
        return layer.limit(Part.Kind.SITE, "near", "cell", "salt", false, most);
    }

    @Test
    void whatIsBeyondTheLimitOfASiteGoesToTheNext() {
        assertThat(Run.of(twoTips().substances(salted().build())).log(FactKind.SHIPPED))
                .containsExactly("1 clean>near ash 10", "2 dirty>far ash 10");
    }

    @Test
    void whereNoSiteTakesItTheRunSaysWhichMinds() {
        TinyLab lab = TinyLab.of()
                .donor("dirty", stream("ash").at(2, 10))
                .site("near", site("cell", "ash"))
                .substances(salted().build());
        assertThatThrownBy(() -> Run.of(lab))
                .isInstanceOf(SimulationException.class)
                .hasMessageContainingAll("'ash' of 'dirty'", "what is in it exceeds a limit of near: site cell");
    }

    @Test
    void aContractForDisposalKeepsTheLimitToo() {
        Run run = Run.of(twoTips()
                .contract("a", "clean", "near", "ash", 12_000, 5)
                .contract("b", "dirty", "near", "ash", 12_000, 5)
                .substances(salted().build()));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("1 clean>near ash 10", "2 dirty>far ash 10");
    }

    /** A mill asks 30, more than the near tip and less than the far one; by an optimum, it is 400 km away. */
    @ParameterizedTest
    @EnumSource(names = {"CHEAPEST", "OPTIMAL"})
    void whoMayNotUseTheCheapSiteWouldPayMoreForAMill(Exchange.Rule rule) {
        TinyLab lab = twoTips()
                .line("mill", line("grinding", "ash").store(100).fee("ash", 30))
                .km("clean", "mill", 400)
                .km("dirty", "mill", 400)
                .exchange(rule, 0)
                .substances(salted().build());
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("1 clean>near ash 10", "2 dirty>mill ash 10");
    }

    /** Half of the ash becomes silt, with all its salt: twice what is in the ash, so 2 % or 6 %, where 4 % are borne. */
    @Test
    void whatALineYieldsIsKnownWhenItComesOut() {
        Layer layer = limited(
                        new Layer().stream("works", "ash", 0.01, 0, 0.5).stream("other", "ash", 0.03, 0, 0.5), 0.04)
                .transfer("wash", "salt", Map.of("silt", 1.0))
                .transfer("wash", Substances.MOISTURE, Map.of("silt", 0.5, Substances.WATER, 0.5));
        TinyLab lab = TinyLab.of()
                .donor("works", stream("ash").at(0, 10).at(48, 10))
                .donor("other", stream("ash").at(24, 10))
                .line(
                        "works",
                        line("wash", "ash")
                                .capacity(24)
                                .store(100)
                                .out("silt", 0.5)
                                .water(0.5))
                .line("mill", line("grinding", "silt").store(100).fee("silt", 30))
                .site("near", site("cell", "ash", "silt").fee(10))
                .site("far", site("cell", "ash", "silt").fee(100))
                .exchange(Exchange.Rule.CHEAPEST, 0)
                .substances(layer.build());
        assertThat(Run.of(lab).log(FactKind.SHIPPED).stream().filter(each -> each.contains("silt")))
                .containsExactly("10 works>near silt 5", "34 works>mill silt 5", "58 works>near silt 5");
    }

    /**
     * By wet wash the ash of 10 t becomes 5 t of silt, which saves 40 EUR/t to the dump where the near tip takes it, and not where it
     * goes 900 km. Nothing comes out from the second day on, until February has passed without anything.
     */
    @Test
    void oneLotThatIsRefusedDoesNotStopALineForGood() {
        Layer layer = limited(
                        new Layer().stream("clean", "ash", 0.01, 0, 0.5).stream("dirty", "ash", 0.03, 0, 0.5), 0.04)
                .transfer("wash", "salt", Map.of("silt", 1.0))
                .transfer("wash", Substances.MOISTURE, Map.of("silt", 0.5, Substances.WATER, 0.5));
        TinyLab lab = TinyLab.of()
                .donor(
                        "clean",
                        stream("ash")
                                .at(0, 10)
                                .at(100, 10)
                                .at(800, 10)
                                .at(1500, 10)
                                .at(1600, 10))
                .donor("dirty", stream("ash").at(24, 10))
                .line(
                        "works",
                        line("wash", "ash")
                                .capacity(24)
                                .store(100)
                                .out("silt", 0.5)
                                .water(0.5))
                .site("near", site("cell", "silt"))
                .site("far", site("cell", "silt"))
                .site("dump", site("cell", "ash"))
                .km("works", "far", 900)
                .km("clean", "dump", 400)
                .km("dirty", "dump", 400)
                .truck(0.1, 0)
                .window("2025-01-01", 90)
                .exchange(Exchange.Rule.OPTIMAL, 0)
                .substances(layer.build());
        assertThat(Run.of(lab).log(FactKind.SHIPPED))
                .containsExactly(
                        "0 clean>works ash 10",
                        "10 works>near silt 5",
                        "24 dirty>works ash 10",
                        "34 works>far silt 5",
                        "100 clean>dump ash 10",
                        "800 clean>dump ash 10",
                        "1500 clean>works ash 10",
                        "1510 works>near silt 5",
                        "1600 clean>works ash 10",
                        "1610 works>near silt 5");
    }

    /** After 30 days, three half-lives, an eighth of the sugar is left: 0.5 of 4 %. */
    @Test
    void whatHasDecayedInItsStoreIsTaken() {
        Layer layer = new Layer()
                .stream("works", "ash", 0, 0.04, 0)
                        .halfLife("ash", "sugar", 10)
                        .limit(Part.Kind.SITE, "near", "cell", "sugar", false, 0.01);
        TinyLab lab = TinyLab.of()
                .donor("works", stream("ash").at(0, 10))
                .site("near", site("cell", "ash").fee(10))
                .site("far", site("cell", "ash").fee(100))
                .window("2025-01-01", 31)
                .substances(layer.build());
        assertThat(Run.of(lab).log(FactKind.SHIPPED)).containsExactly("0 works>far ash 10");
        assertThat(Run.of(lab.store("works", "ash", 100, 30)).log(FactKind.SHIPPED))
                .containsExactly("720 works>near ash 10");
    }

    /** Random donors, tips with random limits and one that takes all, a mill or two, by whatever rule. */
    private static TinyLab random(long seed) {
        Random random = new Random(seed);
        TinyLab lab = TinyLab.of().window("2025-01-01", 40).truck(0.1, 0);
        Layer layer = new Layer();
        for (int donor = 0; donor < 1 + random.nextInt(5); donor++) {
            String name = "d" + donor;
            lab.donor(name, stream("ash").batches(1 + random.nextInt(30), 1 + random.nextInt(5)));
            layer.stream(name, "ash", random.nextInt(9) / 20.0, random.nextInt(9) / 20.0, random.nextInt(9) / 10.0);
            if (random.nextBoolean()) {
                lab.store(name, "ash", 1 + random.nextInt(90), 1 + random.nextInt(20));
            }
            for (String other : new String[] {"t0", "t1", "t2", "mill", "all"}) {
                lab.km(name, other, random.nextInt(300));
            }
        }
        layer.halfLife("ash", "sugar", 1 + random.nextInt(50));
        for (int tip = 0; tip < 3; tip++) {
            lab.site("t" + tip, site("cell", "ash").fee(random.nextInt(60)).room(100 + random.nextInt(900)));
            layer.limit(Part.Kind.SITE, "t" + tip, "cell", "salt", random.nextInt(3) == 0, 0.2);
        }
        lab.site("all", site("cell", "ash").fee(random.nextInt(60)));
        lab.line("mill", line("grinding", "ash").store(60).fee("ash", random.nextInt(60)));
        if (random.nextBoolean()) {
            lab.contract("c", "d0", "t0", "ash", 12_000, 0);
        }
        switch (random.nextInt(3)) {
            case 0 -> lab.exchange(Exchange.Rule.NEAREST, random.nextInt(2) * 2);
            case 1 -> lab.exchange(Exchange.Rule.CHEAPEST, random.nextInt(2) * 3);
            default -> lab.optimal(random.nextInt(2) * 2, Exchange.Objective.NET_COST, 0);
        }
        return lab.substances(layer.build());
    }

    @Test
    void noSiteEverTakesWhatIsBeyondItsLimit() {
        int taken = 0;
        for (long seed = 0; seed < 300; seed++) {
            Run run = Run.of(random(seed));
            Map<String, double[]> byWay = new TreeMap<>();
            for (Accounts.Carried each : run.accounts().carried()) {
                String way = run.chart().parties().get(each.route().from()) + ">"
                        + run.chart().parties().get(each.route().to());
                int at = each.substance().equals("salt") ? 0 : each.substance().equals("moisture") ? 1 : 2;
                byWay.computeIfAbsent(way, any -> new double[3])[at] += each.grams();
            }
            for (Map.Entry<Part, List<Limit>> limited :
                    run.lab().lab().substances().limits().entrySet()) {
                boolean atLeast = limited.getValue().get(0).atLeast();
                String tip = limited.getKey().owner();
                for (Map.Entry<String, double[]> way : byWay.entrySet()) {
                    String[] ends = way.getKey().split(">", -1);
                    if (ends[1].equals(tip)) {
                        double dry = 1e6 * run.tonnes(ends[0], tip, "ash") - way.getValue()[1];
                        double share = way.getValue()[0] / dry;
                        assertThat(atLeast ? 0.2 - share : share - 0.2)
                                .as("seed %d, %s", seed, way.getKey())
                                .isLessThanOrEqualTo(1e-9);
                        taken++;
                    }
                }
            }
            Run again = Run.of(random(seed).shuffled(seed));
            assertThat(again.accounts()).as("seed %d", seed).isEqualTo(run.accounts());
        }
        assertThat(taken).isGreaterThan(300);
    }
}
