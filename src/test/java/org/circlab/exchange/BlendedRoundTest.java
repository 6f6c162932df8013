package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Optimal rounds in which inlets blend: against figures by hand, another solver, and the rules that serve offer by offer. */
class BlendedRoundTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** What whole grams may cost: some of them, at the largest gain, for each limit. */
    private static final double FEW_GRAMS = 1_000;

    private static BlendedCase twoAshes(long roomOfFirst, long roomOfSecond, List<Long> matched) {
        return new BlendedCase(
                List.of(roomOfFirst, roomOfSecond),
                List.of(0L, 0L),
                List.of(0, 1),
                List.of(10_000_000L, 10_000_000L),
                matched,
                List.of(50L, 50L),
                List.of(List.of(0.02, 0.0), List.of(0.09, 0.0)),
                List.of(List.of(0.05, NONE), List.of(0.05, NONE)),
                List.of(0.0, 0.0),
                List.of(List.of(0.0, 0.0), List.of(0.0, 0.0)),
                List.of(List.of(false, false), List.of(false, false)));
    }

    /**
     * Clean ash gains 30 at the first mill and 20 at the second, old ash 10 and 40; a tonne of clean ash bears 0.75 t of old ash. So
     * it is worth 37.5 at the first and 50 at the second: all goes there, or as much as there is room for 1.75 t for each tonne.
     */
    @Test
    void cleanAshGoesWhereTheOldAshThatItBearsGainsMost() {
        List<Long> matched = List.of(20L, 30L, 40L, 10L);
        BlendedCase wide = twoAshes(20_000_000, 20_000_000, matched);
        assertThat(wide.flows(wide.solved(wide.optimal(), true))).isDeepEqualTo(new double[][] {{0, 1e7}, {0, 7.5e6}});
        BlendedCase narrow = twoAshes(20_000_000, 14_000_000, matched);
        Allocation allocation = narrow.solved(narrow.optimal(), true);
        assertThat(narrow.flows(allocation)).isDeepEqualTo(new double[][] {{2e6, 8e6}, {1.5e6, 6e6}});
        assertThat(narrow.gain(allocation)).isEqualTo(475e6);
        assertThat(narrow.gain(narrow.solved(narrow.optimal(), false)))
                .as("offer by offer, old ash finds nothing yet that bears it")
                .isEqualTo(300e6);
    }

    /** Clean ash costs 1 at the first mill, but bears old ash that gains 40 there: 10 t lose 10 and 7.5 t gain 300. */
    @Test
    void whatLosesGoesWhereItBearsWhatGainsMore() {
        BlendedCase round = twoAshes(20_000_000, 0, List.of(51L, 99L, 10L, 99L));
        assertThat(round.gain(round.solved(round.optimal(), true))).isEqualTo(290e6);
    }

    @Test
    void whereCostsTieAsMuchAsTheMixBearsIsMatched() {
        BlendedCase round = twoAshes(20_000_000, 20_000_000, List.of(50L, 50L, 50L, 50L));
        double sum = Arrays.stream(round.flows(round.solved(round.optimal(), true)))
                .flatMapToDouble(Arrays::stream)
                .sum();
        assertThat(sum).isEqualTo(17.5e6);
    }

    @Test
    void gainsWhatAnotherSolverSaysAndNoLessThanOfferByOffer() {
        int better = 0;
        for (int seed = 0; seed < 1000; seed++) {
            BlendedCase round = BlendedCase.random(new Random(seed), 0);
            double gain = round.gain(round.solved(round.optimal(), true));
            double flow = round.gain(round.solved(round.optimal(), false));
            assertThat(gain).as("seed %d", seed).isCloseTo(round.mostGain(), within(FEW_GRAMS));
            assertThat(gain).as("seed %d", seed).isGreaterThanOrEqualTo(flow - FEW_GRAMS);
            assertThat(gain)
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(round.gain(round.solved(round.cheapest(), true)) - FEW_GRAMS);
            better += gain > flow + FEW_GRAMS ? 1 : 0;
        }
        assertThat(better).as("rounds that are better than offer by offer").isGreaterThan(200);
    }

    /** Lots that are alike are one source to the solver, and whole journeys to the inlets whatever lots they are from. */
    @Test
    void noJourneyIsMadeThatIsNotWorthIt() {
        long least = 9_000_000;
        int parts = 0;
        for (int seed = 0; seed < 1000; seed++) {
            BlendedCase round = BlendedCase.random(new Random(seed), least);
            double[][] flows = round.flows(round.solved(round.optimal(), true));
            for (int donor = 0; donor < round.donors(); donor++) {
                int sender = donor;
                for (int mill = 0; mill < round.mills(); mill++) {
                    double sum = 0;
                    boolean isAllOfSome = false;
                    for (int offer = 0; offer < flows.length; offer++) {
                        if (round.outlets().get(offer) == sender) {
                            sum += flows[offer][mill];
                            isAllOfSome |= flows[offer][mill] == round.grams().get(offer);
                        }
                    }
                    assertThat(sum == 0 || sum >= least || isAllOfSome)
                            .as("seed %d, %s g", seed, sum)
                            .isTrue();
                    parts += sum > 0 ? 1 : 0;
                }
            }
        }
        assertThat(parts).isGreaterThan(500);
    }

    /** Mills that ask nothing, or ask what all offers keep: what a flow decides, to the gram and the order. */
    @Test
    void whereNothingIsBeyondALimitTheRoundIsTheFlowThatItWas() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            BlendedCase drawn = BlendedCase.random(random, 1_000_000);
            double limit = random.nextBoolean() ? NONE : 0.2;
            BlendedCase easy = new BlendedCase(
                    drawn.room(),
                    drawn.least(),
                    drawn.outlets(),
                    drawn.grams(),
                    drawn.matched(),
                    drawn.unmatched(),
                    drawn.shares(),
                    Collections.nCopies(drawn.mills(), List.of(limit, NONE)),
                    Collections.nCopies(drawn.mills(), 0.0),
                    Collections.nCopies(drawn.mills(), List.of(0.0, 0.0)),
                    drawn.shut());
            assertThat(parts(easy.solved(easy.optimal(), true)))
                    .as("seed %d", seed)
                    .isEqualTo(parts(easy.solved(easy.optimal(), false)));
        }
    }

    /** A thousand offers for ten mills are more than a tableau should hold. */
    @Test
    void aRoundThatIsTooLargeTakesWhatTheMixBearsAlready() {
        int offers = 1000;
        int mills = 10;
        BlendedCase large = new BlendedCase(
                Collections.nCopies(mills, 100_000_000L),
                Collections.nCopies(mills, 0L),
                IntStream.range(0, offers).mapToObj(offer -> offer % 10).toList(),
                Collections.nCopies(offers, 3_000_000L),
                IntStream.range(0, 10 * mills)
                        .mapToObj(arc -> (long) (arc * 7 % 31))
                        .toList(),
                Collections.nCopies(10, 40L),
                IntStream.range(0, offers)
                        .mapToObj(offer -> List.of(offer * 37 % 1000 / 1e4, 0.0))
                        .toList(),
                Collections.nCopies(mills, List.of(0.03, NONE)),
                Collections.nCopies(mills, 1e7),
                Collections.nCopies(mills, List.of(2e5, 0.0)),
                Collections.nCopies(offers, Collections.nCopies(mills, false)));
        List<String> parts = parts(large.solved(large.optimal(), true));
        assertThat(parts).hasSizeGreaterThan(100).isEqualTo(parts(large.solved(large.optimal(), false)));
    }

    private static List<String> parts(Allocation allocation) {
        String[] parts = new String[allocation.size()];
        Arrays.setAll(
                parts,
                part -> allocation.offer(part) + " along " + allocation.arc(part) + ": " + allocation.grams(part));
        return List.of(parts);
    }
}
