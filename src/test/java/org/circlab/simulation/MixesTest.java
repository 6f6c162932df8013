package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.List;
import java.util.Random;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.SubstanceKind;
import org.circlab.model.Exchange;
import org.circlab.model.Part;
import org.circlab.simulation.SubstancesTest.Layer;
import org.junit.jupiter.api.Test;

/** What receivers blend goes on decaying, each material at its own rate, and its books close. */
class MixesTest {

    private static double kilograms(Run run, String substance, SubstanceKind kind) {
        return run.accounts().contents().stream()
                        .filter(content -> content.substance().equals(substance) && content.kind() == kind)
                        .mapToDouble(Accounts.Content::grams)
                        .sum()
                / 1e3;
    }

    /** The mill draws all that it has on day 20, from a mix of ash and slag of 4 % of sugar each. */
    private static Run mixed(double halfLifeOfAsh, double halfLifeOfSlag) {
        Layer layer = new Layer()
                .stream("works", "ash", 0.01, 0.04, 0).stream("works", "slag", 0.01, 0.04, 0)
                        .limit(Part.Kind.NEED, "mill", "clay", "salt", false, 0.02)
                        .blends(Part.Kind.NEED, "mill", "clay");
        if (halfLifeOfAsh > 0) {
            layer.halfLife("ash", "sugar", halfLifeOfAsh);
        }
        if (halfLifeOfSlag > 0) {
            layer.halfLife("slag", "sugar", halfLifeOfSlag);
        }
        return Run.of(TinyLab.of()
                .donor("works", stream("ash").at(0, 10), stream("slag").at(0, 30))
                .need(
                        "mill",
                        need("clay")
                                .draws(1000, 40)
                                .accepts("ash", 1, 0)
                                .accepts("slag", 1, 0)
                                .store(100))
                .site("tip", site("cell", "ash", "slag"))
                .window("2025-01-01", 30)
                .substances(layer.build()));
    }

    @Test
    void eachMaterialOfAMixDecaysAtItsOwnRate() {
        assertThat(kilograms(mixed(0, 0), "sugar", SubstanceKind.CONSUMED)).isCloseTo(1600, within(1e-6));
        assertThat(kilograms(mixed(10, 0), "sugar", SubstanceKind.CONSUMED)).isCloseTo(100 + 1200, within(1e-6));
        assertThat(kilograms(mixed(0, 20), "sugar", SubstanceKind.CONSUMED)).isCloseTo(400 + 600, within(1e-6));
        Run both = mixed(10, 20);
        assertThat(kilograms(both, "sugar", SubstanceKind.CONSUMED)).isCloseTo(100 + 600, within(1e-6));
        assertThat(kilograms(both, "sugar", SubstanceKind.DECAYED)).isCloseTo(900, within(1e-6));
        assertThat(kilograms(both, "salt", SubstanceKind.CONSUMED)).isCloseTo(400, within(1e-6));
        assertThat(both.accounts().consumptions().get(0).secondaryGrams()).isEqualTo(40_000_000);
    }

    /** What a flow carried is what was in it when it arrived, 100 h after it left, as where nobody blends. */
    @Test
    void whatIsCarriedHasDecayedOnTheWay() {
        for (boolean blends : List.of(true, false)) {
            Layer layer = new Layer()
                    .stream("works", "ash", 0.01, 0.04, 0)
                            .halfLife("ash", "sugar", 100 / 24.0)
                            .limit(Part.Kind.NEED, "mill", "clay", "salt", false, 0.02);
            if (blends) {
                layer.blends(Part.Kind.NEED, "mill", "clay");
            }
            Run run = Run.of(TinyLab.of()
                    .donor("works", stream("ash").at(0, 10))
                    .need(
                            "mill",
                            need("clay").draws(1000, 40).accepts("ash", 1, 0).store(100))
                    .site("tip", site("cell", "ash"))
                    .km("works", "mill", 6000)
                    .substances(layer.build()));
            assertThat(run.accounts().carried().stream()
                            .filter(each -> each.substance().equals("sugar"))
                            .mapToDouble(Accounts.Carried::grams)
                            .sum())
                    .as("blends: %s", blends)
                    .isCloseTo(200_000, within(1e-3));
        }
    }

    /** 10 t of 2 % keep a limit of 2 % to the full; ten days later, of 1 %, they bear 5 t of 4 %. */
    @Test
    void whatHasDecayedInTheMixBearsMore() {
        TinyLab lab = TinyLab.of()
                .donor("clean", stream("ash").at(0, 10))
                .donor("dirty", stream("ash").at(240, 30))
                .need("mill", need("clay").draws(1000, 40).accepts("ash", 1, 0).store(40))
                .site("tip", site("cell", "ash"));
        Layer layer = new Layer()
                .stream("clean", "ash", 0, 0.02, 0).stream("dirty", "ash", 0, 0.04, 0)
                        .limit(Part.Kind.NEED, "mill", "clay", "sugar", false, 0.02)
                        .blends(Part.Kind.NEED, "mill", "clay");
        assertThat(Run.of(lab.substances(layer.build())).tonnes("dirty", "mill", "ash"))
                .isZero();
        layer.halfLife("ash", "sugar", 10);
        assertThat(Run.of(lab.substances(layer.build())).tonnes("dirty", "mill", "ash"))
                .isCloseTo(5, within(2e-6));
    }

    /** Donors of two materials, a mill that blends them under a limit of what does not decay. */
    private static TinyLab random(long seed, boolean decays) {
        Random random = new Random(seed);
        TinyLab lab = TinyLab.of()
                .window("2025-01-01", 60)
                .warmUp(random.nextInt(20))
                .need(
                        "mill",
                        need("clay")
                                .draws(40, 1 + random.nextInt(9))
                                .accepts("ash", 1, 0)
                                .accepts("slag", 0.7, 0)
                                .store(90));
        Layer layer = new Layer()
                .limit(Part.Kind.NEED, "mill", "clay", "salt", false, 0.2)
                .blends(Part.Kind.NEED, "mill", "clay");
        for (int donor = 0; donor < 2 + random.nextInt(4); donor++) {
            String name = "d" + donor;
            String material = donor % 2 == 0 ? "ash" : "slag";
            lab.donor(name, stream(material).batches(1 + random.nextInt(30), 1 + random.nextInt(5)));
            layer.stream(name, material, random.nextInt(7) / 15.0, random.nextInt(7) / 15.0, random.nextInt(9) / 10.0);
            lab.km(name, "mill", random.nextInt(3000));
            if (random.nextBoolean()) {
                lab.store(name, material, 1 + random.nextInt(90), 1 + random.nextInt(20));
            }
        }
        lab.site("tip", site("cell", "ash", "slag"));
        switch (random.nextInt(3)) {
            case 0 -> lab.exchange(Exchange.Rule.NEAREST, 0);
            case 1 -> lab.exchange(Exchange.Rule.CHEAPEST, 3);
            default -> lab.optimal(2, Exchange.Objective.NET_COST, 0);
        }
        if (decays) {
            layer.halfLife("ash", "sugar", 1 + random.nextInt(20));
            layer.halfLife("slag", "sugar", 1 + random.nextInt(20));
        }
        return lab.substances(layer.build());
    }

    /** Decay of what no limit asks for moves not a gram otherwise; a run whose books of substances do not close fails. */
    @Test
    void decayInAMixMovesNoMassAndItsBooksClose() {
        int decayed = 0;
        for (long seed = 0; seed < 200; seed++) {
            Run plain = Run.of(random(seed, false));
            Run rotting = Run.of(random(seed, true));
            assertThat(rotting.facts()).as("seed %d", seed).isEqualTo(plain.facts());
            double sugar = kilograms(plain, "sugar", SubstanceKind.CONSUMED);
            assertThat(kilograms(rotting, "sugar", SubstanceKind.CONSUMED)).isLessThanOrEqualTo(sugar + 1e-9);
            assertThat(kilograms(rotting, "salt", SubstanceKind.CONSUMED))
                    .isCloseTo(kilograms(plain, "salt", SubstanceKind.CONSUMED), within(1e-6));
            decayed += kilograms(rotting, "sugar", SubstanceKind.CONSUMED) < 0.99 * sugar ? 1 : 0;
        }
        assertThat(decayed).as("labs in which what is blended decays").isGreaterThan(100);
    }
}
