package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.StockPlace;
import org.circlab.ledger.SubstanceKind;
import org.circlab.model.Composition;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Limit;
import org.circlab.model.Part;
import org.circlab.model.Recipe;
import org.circlab.model.Substances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layer of substances: where they go, how they mix and decay, and what receivers refuse. */
class SubstancesTest {

    private static final double DAY = 86_400_000;

    /** A layer in the making, of the substances salt and sugar. */
    static final class Layer {
        private final Map<Part, Composition> streams = new HashMap<>();
        private final Map<String, Map<String, Map<String, Double>>> transfers = new HashMap<>();
        private final Map<Part, List<Limit>> limits = new HashMap<>();
        private final Set<Part> blending = new HashSet<>();
        private final Map<String, Map<String, Double>> halfLives = new HashMap<>();
        private final Map<Part, Map<String, Double>> keptByLoop = new HashMap<>();
        private final Set<Part> piles = new HashSet<>();

        Layer stream(String actor, String material, double salt, double sugar, double moisture) {
            Map<String, Double> fractions = Map.of("salt", salt, "sugar", sugar);
            streams.put(new Part(Part.Kind.STREAM, actor, material), new Composition(fractions, moisture, 10));
            return this;
        }

        Layer transfer(String recipe, String substance, Map<String, Double> shares) {
            transfers.computeIfAbsent(recipe, any -> new HashMap<>()).put(substance, shares);
            return this;
        }

        Layer limit(Part.Kind kind, String actor, String id, String of, boolean atLeast, double value) {
            limits.computeIfAbsent(new Part(kind, actor, id), any -> new ArrayList<>())
                    .add(new Limit(of, atLeast, value));
            return this;
        }

        Layer blends(Part.Kind kind, String actor, String id) {
            blending.add(new Part(kind, actor, id));
            return this;
        }

        Layer halfLife(String material, String substance, double days) {
            halfLives.computeIfAbsent(material, any -> new HashMap<>()).put(substance, days * DAY);
            return this;
        }

        Layer keptByLoop(String actor, String need, String material, double kept) {
            keptByLoop.put(new Part(Part.Kind.NEED, actor, need), Map.of(material, kept));
            return this;
        }

        Layer pile(String actor, String material) {
            piles.add(new Part(Part.Kind.STREAM, actor, material));
            return this;
        }

        Substances build() {
            return new Substances(
                    List.of("salt", "sugar"), streams, transfers, limits, blending, halfLives, keptByLoop, piles);
        }
    }

    /** Salty ash would save 100, but the mill never takes it: room for the slag, which saves 10, is not kept for it. */
    @Test
    void whoLooksAheadKeepsNoRoomForWhatIsNeverTaken() {
        TinyLab lab = TinyLab.of()
                .donor("plant", stream("ash").at(1, 10).disposal(new Disposal.Outside(100, 0, 0, 0)))
                .store("plant", "ash", 100, Double.POSITIVE_INFINITY)
                .donor("works", stream("slag").at(1, 10).disposal(new Disposal.Outside(10, 0, 0, 0)))
                .line("mill", line("grinding", "ash", "slag").capacity(1e-6).store(10))
                .optimal(7, Exchange.Objective.NET_COST, 2);
        Layer layer = new Layer().stream("plant", "ash", 0.03, 0, 0);
        layer.limit(Part.Kind.LINE, "mill", "grinding", "salt", false, 0.01);
        assertThat(Run.of(lab.substances(layer.build())).tonnes("works", "mill", "slag"))
                .isEqualTo(10);
    }

    /** Kilograms of a substance that came or went in one way; megajoules of the heating value by a thousand. */
    private static double kilograms(Run run, String substance, SubstanceKind kind) {
        return run.accounts().contents().stream()
                        .filter(content -> content.substance().equals(substance) && content.kind() == kind)
                        .mapToDouble(Accounts.Content::grams)
                        .sum()
                / 1e3;
    }

    @Test
    void substancesGoWhereTheyAreTransferredAndOthersWithTheMass() {
        Layer layer = new Layer()
                .stream("works", "ash", 0.01, 0.05, 0.2)
                        .transfer("wash", "salt", Map.of("sand", 0.25, Substances.WATER, 0.75));
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("ash").at(1, 10))
                .line(
                        "works",
                        line("wash", "ash")
                                .store(100)
                                .adds("water", Recipe.Origin.WATER, 0.2, 0, 0)
                                .out("sand", 0.6)
                                .out("silt", 0.3)
                                .water(0.1))
                .site("tip", site("cell", "ash", "sand", "silt"))
                .substances(layer.build()));
        assertThat(kilograms(run, "salt", SubstanceKind.GENERATED)).isCloseTo(80, within(1e-9));
        assertThat(kilograms(run, "salt", SubstanceKind.TO_WATER)).isCloseTo(60, within(1e-9));
        assertThat(kilograms(run, "salt", SubstanceKind.DISPOSED)).isCloseTo(20, within(1e-9));
        assertThat(kilograms(run, "sugar", SubstanceKind.TO_WATER)).isCloseTo(40, within(1e-9));
        assertThat(kilograms(run, "sugar", SubstanceKind.DISPOSED)).isCloseTo(360, within(1e-9));
        assertThat(kilograms(run, "moisture", SubstanceKind.ADDED)).isCloseTo(2500, within(1e-9));
        assertThat(kilograms(run, "moisture", SubstanceKind.TO_WATER)).isCloseTo(450, within(1e-9));
        assertThat(kilograms(run, "heating-value", SubstanceKind.DISPOSED)).isCloseTo(90_000, within(1e-6));
        assertThat(run.accounts().carried().stream()
                        .filter(each ->
                                each.substance().equals("salt") && each.route().channel() == Channel.DISPOSAL)
                        .mapToDouble(Accounts.Carried::grams)
                        .sum())
                .isCloseTo(20_000, within(1e-6));
    }

    private static TinyLab twoDonors(double clean, double dirty) {
        return TinyLab.of()
                .donor("clean", stream("ash").at(1, clean))
                .donor("dirty", stream("ash").at(2, dirty))
                .need("mill", need("clay").draws(1000, 20).accepts("ash", 1, 0))
                .site("tip", site("cell", "ash"));
    }

    private static Layer cleanAndDirty() {
        return new Layer()
                .stream("clean", "ash", 0.01, 0, 0.5).stream("dirty", "ash", 0.03, 0, 0.5)
                        .limit(Part.Kind.NEED, "mill", "clay", "salt", false, 0.02);
    }

    @Test
    void aReceiverRefusesWhatIsBeyondItsLimitOfTheDryMatter() {
        Run run = Run.of(twoDonors(10, 30).substances(cleanAndDirty().build()));
        assertThat(run.tonnes("clean", "mill", "ash")).isEqualTo(10);
        assertThat(run.tonnes("dirty", "mill", "ash")).isZero();
        assertThat(run.tonnes("dirty", "tip", "ash")).isEqualTo(30);
    }

    @Test
    void aReceiverThatBlendsTakesAsMuchAsItsMixBears() {
        Substances blends =
                cleanAndDirty().blends(Part.Kind.NEED, "mill", "clay").build();
        Run run = Run.of(twoDonors(100, 300).substances(blends));
        assertThat(run.tonnes("clean", "mill", "ash")).isEqualTo(100);
        assertThat(run.tonnes("dirty", "mill", "ash")).isCloseTo(100, within(2e-6));
        Run other = Run.of(twoDonors(10, 0.5).substances(blends));
        assertThat(other.tonnes("dirty", "mill", "ash")).isEqualTo(0.5);
    }

    /** Nothing is in the mix before the round, but a round that is solved as a whole blends what it takes. */
    @Test
    void anOptimalRoundBlendsWhatComesTogetherUnlessItLooksAhead() {
        Substances blends =
                cleanAndDirty().blends(Part.Kind.NEED, "mill", "clay").build();
        TinyLab lab = twoDonors(100, 300).substances(blends).divisible();
        Run run = Run.of(lab.optimal(7, Exchange.Objective.NET_COST, 0));
        assertThat(run.tonnes("clean", "mill", "ash")).isEqualTo(100);
        assertThat(run.tonnes("dirty", "mill", "ash")).isCloseTo(100, within(2e-6));
        Run ahead = Run.of(lab.optimal(7, Exchange.Objective.NET_COST, 1));
        assertThat(ahead.tonnes("dirty", "mill", "ash"))
                .as("what the mix bears before the round")
                .isZero();
    }

    @Test
    void leastAndWetLimitsAreMeasuredToo() {
        Layer poor = new Layer()
                .stream("clean", "ash", 0, 0, 0.5).stream("dirty", "ash", 0, 0, 0.6)
                        .limit(Part.Kind.NEED, "mill", "clay", Substances.MOISTURE, false, 0.55)
                        .limit(Part.Kind.NEED, "mill", "clay", Substances.HEATING_VALUE, true, 10);
        Run run = Run.of(twoDonors(10, 30).substances(poor.build()));
        assertThat(run.tonnes("clean", "mill", "ash")).isEqualTo(10);
        assertThat(run.tonnes("dirty", "mill", "ash")).isZero();
        Layer cold = poor.limit(Part.Kind.NEED, "mill", "clay", Substances.HEATING_VALUE, true, 10.001);
        assertThat(Run.of(twoDonors(10, 30).substances(cold.build())).tonnes("clean", "mill", "ash"))
                .isZero();
    }

    /** The exchange alone would bring nothing dirty, since nothing clean is on offer; the contract brings 100 t that bear 100 t. */
    @Test
    void whatContractsBringCountsInTheMix() {
        Substances blends =
                cleanAndDirty().blends(Part.Kind.NEED, "mill", "clay").build();
        Run run = Run.of(twoDonors(100, 300)
                .contract("firm", "clean", "mill", "ash", 12_000, 0)
                .substances(blends));
        assertThat(run.tonnes("clean", "mill", "ash")).isEqualTo(100);
        assertThat(run.tonnes("dirty", "mill", "ash")).isCloseTo(100, within(2e-6));
    }

    @Test
    void contractsKeepLimitsToo() {
        Run run = Run.of(twoDonors(10, 30)
                .contract("firm", "dirty", "mill", "ash", 12_000, 0)
                .substances(cleanAndDirty().build()));
        assertThat(run.tonnes("dirty", "mill", "ash")).isZero();
    }

    @Test
    void whatWaitsDecaysByItsHalfLife() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("ash").at(0, 10))
                .store("works", "ash", 100, 30)
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 31)
                .substances(new Layer()
                        .stream("works", "ash", 0.01, 0.04, 0)
                                .halfLife("ash", "sugar", 10)
                                .build()));
        assertThat(kilograms(run, "sugar", SubstanceKind.DISPOSED)).isCloseTo(400 / 8.0, within(1e-9));
        assertThat(kilograms(run, "sugar", SubstanceKind.DECAYED)).isCloseTo(350, within(1e-9));
        assertThat(kilograms(run, "salt", SubstanceKind.DISPOSED)).isCloseTo(100, within(1e-9));
    }

    @Test
    void eachTimeThroughALineLeavesLessOfTheRatio() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("ash").at(1, 10))
                .line("works", line("wash", "ash").store(100).capacity(240).out("ash", 1))
                .need("mill", need("clay").draws(1000, 20).accepts("ash", 0.8, 0))
                .km("works", "mill", 5)
                .site("tip", site("cell", "ash"))
                .substances(new Layer()
                        .stream("works", "ash", 0, 0, 0)
                                .keptByLoop("mill", "clay", "ash", 0.5)
                                .build()));
        Accounts.Consumption met = run.accounts().consumptions().get(0);
        assertThat(met.secondaryGrams()).isEqualTo(10_000_000);
        assertThat(met.displacedGrams()).as("10 t x 0.8 x 0.5").isEqualTo(4_000_000);
    }

    @Test
    void aPileIsOneMixOfTheMeanAge() {
        Layer layer = new Layer()
                .stream("works", "ash", 0.01, 0.04, 0)
                        .halfLife("ash", "sugar", 10)
                        .pile("works", "ash");
        TinyLab lab = TinyLab.of()
                .donor("works", stream("ash").at(0, 10).at(240, 30))
                .store("works", "ash", 100, 30)
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 60);
        Run pile = Run.of(lab.substances(layer.build()));
        assertThat(pile.log(FactKind.DISPOSED))
                .as("10 t of 0 d and 30 t of 10 d are 40 t of 7.5 d")
                .containsExactly("900 tip>tip ash 40");
        double left = (10 * 0.5 + 30) * 40 * Math.pow(0.5, 2.75);
        assertThat(kilograms(pile, "sugar", SubstanceKind.DISPOSED)).isCloseTo(left, within(1e-6));
    }

    /** Random donors of random composition, one receiver with limits. */
    private static TinyLab random(Random random, boolean blends, boolean atLeast) {
        TinyLab lab = TinyLab.of()
                .window("2025-01-01", 40)
                .need("mill", need("clay").draws(40, 1).accepts("ash", 1, 0));
        Layer layer = new Layer().limit(Part.Kind.NEED, "mill", "clay", "salt", atLeast, 0.3);
        if (blends) {
            layer.blends(Part.Kind.NEED, "mill", "clay");
        }
        for (int donor = 0; donor < 1 + random.nextInt(6); donor++) {
            String name = "d" + donor;
            lab.donor(name, stream("ash").batches(1 + random.nextInt(30), 1 + random.nextInt(5)));
            layer.stream(name, "ash", random.nextInt(7) / 10.0, 0.1, random.nextInt(9) / 10.0);
            if (random.nextBoolean()) {
                lab.store(name, "ash", 1 + random.nextInt(90), 1 + random.nextInt(20));
            }
        }
        lab.site("tip", site("cell", "ash"));
        switch (random.nextInt(3)) {
            case 0 -> lab.exchange(Exchange.Rule.NEAREST, 0);
            case 1 -> lab.exchange(Exchange.Rule.CHEAPEST, 3);
            default -> lab.optimal(2, Exchange.Objective.NET_COST, random.nextInt(2));
        }
        return lab.substances(layer.build());
    }

    @Test
    void whatIsTakenKeepsTheLimitLotByLotOrAsAMix() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            boolean atLeast = random.nextInt(3) == 0;
            boolean blends = random.nextBoolean();
            Run run = Run.of(random(random, blends, atLeast));
            Map<Integer, double[]> byDonor = new HashMap<>();
            double[] all = new double[2];
            for (Accounts.Carried each : run.accounts().carried()) {
                if (each.route().to() == run.party("mill")) {
                    double[] sums = byDonor.computeIfAbsent(each.route().from(), any -> new double[2]);
                    int at = each.substance().equals("salt") ? 0 : 1;
                    double grams =
                            each.substance().equals("salt") || each.substance().equals("moisture") ? each.grams() : 0;
                    sums[at] += grams;
                    all[at] += grams;
                }
            }
            double taken = 0;
            for (Map.Entry<Integer, double[]> donor : byDonor.entrySet()) {
                double grams = 1e6 * run.tonnes(run.chart().parties().get(donor.getKey()), "mill", "ash");
                taken += grams;
                if (!blends) {
                    requireKept(seed, donor.getValue(), grams, atLeast);
                }
            }
            double inStock = run.closing("mill", "ash", StockPlace.INLET);
            if (blends && inStock == 0 && taken > 0) {
                requireKept(seed, all, taken, atLeast);
            }
        }
    }

    private static void requireKept(int seed, double[] saltAndWater, double grams, boolean atLeast) {
        double share = saltAndWater[0] / (grams - saltAndWater[1]);
        if (atLeast) {
            assertThat(share).as("seed %d", seed).isGreaterThanOrEqualTo(0.3 - 1e-9);
        } else {
            assertThat(share).as("seed %d", seed).isLessThanOrEqualTo(0.3 + 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("org.circlab.simulation.LabLawsTest#handfuls")
    void theBooksOfSubstancesCloseInEveryLabAndChangeNothingOfTheGoods(long first) {
        LabLawsTest.each(first, seed -> {
            Run plain = Run.of(RandomLabs.of(seed).lab(), seed, 1);
            Run layered = Run.of(RandomLabs.of(seed).substances(unlimited(seed)).lab(), seed, 1);
            assertThat(layered.accounts().with(List.of(), List.of())).isEqualTo(plain.accounts());
            assertThat(layered.facts()).isEqualTo(plain.facts());
            assertThat(layered.accounts().contents())
                    .as("books that close, or the run had failed")
                    .isNotNull();
            Run again = Run.of(
                    RandomLabs.of(seed)
                            .shuffled(seed)
                            .substances(unlimited(seed))
                            .lab(),
                    seed,
                    1);
            assertThat(again.accounts()).isEqualTo(layered.accounts());
        });
    }

    /** Random compositions and half-lives for whatever a random lab has, and no limits. */
    private static Substances unlimited(long seed) {
        Random random = new Random(seed);
        Layer layer = new Layer();
        for (int actor = 0; actor < 10; actor++) {
            for (String waste : RandomLabs.WASTES) {
                layer.stream(
                        "a" + actor,
                        waste,
                        random.nextDouble() / 2,
                        random.nextDouble() / 2,
                        random.nextDouble() * 0.9);
            }
        }
        RandomLabs.WASTES.forEach(waste -> layer.halfLife(waste, "sugar", 1 + random.nextInt(50)));
        return layer.build();
    }
}
