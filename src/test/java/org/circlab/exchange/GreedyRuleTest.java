package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The greedy rule on rounds made by hand and on random ones, against an oracle written another way. */
class GreedyRuleTest {

    private static final double ANY = Double.POSITIVE_INFINITY;

    /** Part of an allocation: offer, inlet, grams. */
    private record Part(int offer, int inlet, long grams) {}

    private static Arcs complete(int donors, int mills) {
        return ExchangeNetwork.of(CompleteLab.of(donors, mills)).exchange();
    }

    private static List<Part> solve(Preferences preferences, double[] limits, Round round) {
        Allocation allocation = new Allocation();
        new GreedyRule(preferences, limits).allocate(round, allocation);
        return IntStream.range(0, allocation.size())
                .mapToObj(part -> new Part(
                        allocation.offer(part), preferences.inlet(allocation.arc(part)), allocation.grams(part)))
                .toList();
    }

    @Test
    void anOfferGoesToItsFirstChoiceAndWhatFindsNoRoomToTheNext() {
        Preferences preferences = Preferences.of(complete(1, 3), 1, new double[] {3, 1, 2});
        long[] room = {10, 4, 5};
        Round round = round(room);
        round.offer(0, 11, false);
        assertThat(solve(preferences, new double[] {ANY}, round))
                .containsExactly(new Part(0, 1, 4), new Part(0, 2, 5), new Part(0, 0, 2));
        assertThat(room).containsExactly(8, 0, 0);
    }

    @Test
    void whatIsDearerThanTheLimitIsNotTaken() {
        Preferences preferences = Preferences.of(complete(1, 3), 1, new double[] {3, 1, 2});
        Round round = round(new long[] {10, 4, 5});
        round.offer(0, 11, false);
        assertThat(solve(preferences, new double[] {2}, round)).containsExactly(new Part(0, 1, 4), new Part(0, 2, 5));
    }

    @Test
    void aWholeOfferTakesTheFirstChoiceThatHoldsAllOfIt() {
        Preferences preferences = Preferences.of(complete(1, 3), 1, new double[] {3, 1, 2});
        Round round = round(new long[] {10, 4, 5});
        round.offer(0, 5, true);
        round.offer(0, 6, true);
        round.offer(0, 7, true);
        assertThat(solve(preferences, new double[] {ANY}, round)).containsExactly(new Part(0, 2, 5), new Part(1, 0, 6));
    }

    @Test
    void earlierOffersTakeRoomFromLaterOnes() {
        Preferences preferences = Preferences.of(complete(2, 2), 2, new double[] {1, 2, 1, 2});
        Round round = round(new long[] {5, 5});
        round.offer(1, 4, false);
        round.offer(0, 4, false);
        round.offer(1, 4, false);
        assertThat(solve(preferences, new double[] {ANY, ANY}, round))
                .containsExactly(new Part(0, 0, 4), new Part(1, 0, 1), new Part(1, 1, 3), new Part(2, 1, 2));
    }

    @Test
    void tiesKeepTheOrderOfInletsWhateverTheSignOfZero() {
        Preferences preferences = Preferences.of(complete(1, 3), 1, new double[] {0.0, 0.0, -1});
        assertThat(IntStream.range(0, 3).map(preferences::arc)).containsExactly(2, 0, 1);
        assertThat(IntStream.range(0, 3).mapToDouble(preferences::key)).containsExactly(-1.0, 0.0, 0.0);
    }

    @Test
    void aRoundStartsAgainWhenCleared() {
        Preferences preferences = Preferences.of(complete(1, 1), 1, new double[] {1});
        Round round = round(new long[] {7});
        round.offer(0, 5, false);
        round.clear();
        assertThat(solve(preferences, new double[] {ANY}, round)).isEmpty();
        assertThat(round.size()).isZero();
        assertThat(round.room(0)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomRoundsAreServedAsTheOracleServesThem(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 400; trial++) {
            int donors = 1 + random.nextInt(4);
            int mills = 1 + random.nextInt(5);
            double[] key = random.doubles((long) donors * mills)
                    .map(value -> Math.rint(value * 6) - 2)
                    .toArray();
            double[] limits = random.doubles(donors)
                    .map(value -> value < 0.3 ? ANY : Math.rint(value * 6) - 2)
                    .toArray();
            long[] room = random.longs(mills, 0, 40).toArray();
            long[] left = room.clone();
            Preferences preferences = Preferences.of(complete(donors, mills), donors, key);
            Round round = round(left);
            for (int offer = random.nextInt(40); offer > 0; offer--) {
                round.offer(random.nextInt(donors), random.nextInt(20), random.nextBoolean());
            }
            List<Part> parts = solve(preferences, limits, round);
            assertThat(parts).isEqualTo(oracle(round, room, key, limits));
            requireSound(parts, round, room, left);
        }
    }

    private static void requireSound(List<Part> parts, Round round, long[] room, long[] left) {
        long[] given = new long[round.size()];
        int[] pieces = new int[round.size()];
        long[] taken = new long[room.length];
        for (Part part : parts) {
            assertThat(part.grams()).isPositive();
            given[part.offer()] += part.grams();
            pieces[part.offer()]++;
            taken[part.inlet()] += part.grams();
        }
        for (int offer = 0; offer < given.length; offer++) {
            assertThat(given[offer]).isLessThanOrEqualTo(round.grams(offer));
            if (round.whole(offer) && pieces[offer] > 0) {
                assertThat(pieces[offer]).isEqualTo(1);
                assertThat(given[offer]).isEqualTo(round.grams(offer));
            }
        }
        for (int inlet = 0; inlet < room.length; inlet++) {
            assertThat(left[inlet]).isEqualTo(room[inlet] - taken[inlet]).isNotNegative();
        }
    }

    /** Sorts the choices of each offer anew and serves gram by gram. */
    private static List<Part> oracle(Round round, long[] roomAtFirst, double[] key, double[] limits) {
        long[] room = roomAtFirst.clone();
        int mills = room.length;
        List<Part> parts = new ArrayList<>();
        for (int offer = 0; offer < round.size(); offer++) {
            int donor = round.outlet(offer);
            long need = round.grams(offer);
            boolean whole = round.whole(offer);
            int[] choices = IntStream.range(0, mills)
                    .boxed()
                    .filter(mill -> key[donor * mills + mill] <= limits[donor])
                    .sorted(Comparator.comparing((Integer mill) -> key[donor * mills + mill])
                            .thenComparing(mill -> mill))
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (whole) {
                long all = need;
                int chosen = Arrays.stream(choices)
                        .filter(mill -> room[mill] >= all)
                        .findFirst()
                        .orElse(-1);
                if (chosen >= 0 && all > 0) {
                    room[chosen] -= all;
                    parts.add(new Part(offer, chosen, all));
                }
                continue;
            }
            for (int mill : choices) {
                long grams = 0;
                while (need > 0 && room[mill] > 0) {
                    room[mill]--;
                    need--;
                    grams++;
                }
                if (grams > 0) {
                    parts.add(new Part(offer, mill, grams));
                }
            }
        }
        return parts;
    }

    /** A round in which every part is worth its journey. */
    private static Round round(long... room) {
        return new Round(room, new long[room.length]);
    }

    @Test
    void aPartThatIsNotWorthItsJourneyIsNotTaken() {
        Preferences preferences = Preferences.of(complete(1, 2), 1, new double[] {1, 2});
        Round round = new Round(new long[] {9, 100}, new long[] {10, 10});
        round.offer(0, 95, false);
        round.offer(0, 5, false);
        assertThat(solve(preferences, new double[] {ANY}, round))
                .as("9 of 95 are no load; an offer that is light as a whole may go")
                .containsExactly(new Part(0, 1, 95), new Part(1, 0, 5));
    }
}
