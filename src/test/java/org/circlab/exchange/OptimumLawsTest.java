package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Laws of an optimum on rounds as labs have them: lots with gates, shared and half-taken room, several tips, loads. */
class OptimumLawsTest {

    /** The other rules, as keys and limits, and one by chance. */
    static Map<String, AllocationRule> others(RichRound round, long perKilometre, long seed) {
        Random random = new Random(seed);
        int arcs = round.donors * round.mills;
        double[] cost = new double[arcs];
        Arrays.setAll(cost, arc -> (double) round.matched(arc, perKilometre));
        double[] distance = new double[arcs];
        Arrays.setAll(distance, arc -> (double) round.kilometres[arc]);
        double[] hierarchy = new double[arcs];
        Arrays.setAll(hierarchy, arc -> 1e9 * round.rank[arc % round.mills] + cost[arc]);
        double[] listed = new double[arcs];
        Arrays.setAll(listed, arc -> random.nextInt(4) == 0 ? -1e9 + random.nextInt(9) : cost[arc]);
        double[] chance = random.doubles(arcs).toArray();
        double[] limits = new double[round.donors];
        Arrays.setAll(limits, donor -> (double) round.unmatched(donor, perKilometre));
        double[] any = new double[round.donors];
        Arrays.fill(any, Double.POSITIVE_INFINITY);
        Map<String, AllocationRule> rules = new LinkedHashMap<>();
        rules.put("nearest", round.greedy(distance, any));
        rules.put("cheapest", round.greedy(cost, limits));
        rules.put("preference", round.greedy(listed, limits));
        rules.put("hierarchy", round.greedy(hierarchy, any));
        rules.put("chance", round.greedy(chance, any));
        rules.put("none", (offers, allocation) -> allocation.clear());
        return rules;
    }

    /** By rule, in how many rounds the optimum costs less. */
    private static Map<String, Integer> compared(long firstSeed, int rounds, long mostLeast) {
        Map<String, Integer> cheaper = new TreeMap<>();
        for (long seed = firstSeed; seed < firstSeed + rounds; seed++) {
            RichRound round = RichRound.withLoads(seed, mostLeast);
            long perKilometre = seed % 5;
            long best = round.cost(round.flows(round.optimal(perKilometre)), perKilometre);
            for (Map.Entry<String, AllocationRule> other :
                    others(round, perKilometre, seed).entrySet()) {
                long cost = round.cost(round.flows(other.getValue()), perKilometre);
                assertThat(best).as("seed %d, against %s", seed, other.getKey()).isLessThanOrEqualTo(cost);
                cheaper.merge(other.getKey(), best < cost ? 1 : 0, Integer::sum);
            }
        }
        return cheaper;
    }

    @Test
    void noOtherRuleCostsLessOnTheSameRound() {
        assertThat(compared(0, 1500, 0))
                .hasSize(6)
                .allSatisfy((rule, rounds) -> assertThat(rounds).as(rule).isGreaterThan(300));
    }

    @Test
    void noOtherRuleCostsLessWhereLightLoadsAreNotWorthAJourney() {
        assertThat(compared(5000, 3000, 30))
                .hasSize(6)
                .allSatisfy((rule, rounds) -> assertThat(rounds).as(rule).isGreaterThan(300));
    }

    @Test
    void aDearerKilometreNeverMakesForMoreTonneKilometresTheWayToTheTipIncluded() {
        int changes = 0;
        for (long seed = 0; seed < 600; seed++) {
            RichRound round = RichRound.of(seed);
            long before = Long.MAX_VALUE;
            for (long perKilometre = 0; perKilometre < 10; perKilometre++) {
                long[] flows = round.flows(round.optimal(perKilometre));
                long travelled = round.travelled(flows, perKilometre);
                assertThat(travelled)
                        .as("seed %d, price %d", seed, perKilometre)
                        .isLessThanOrEqualTo(before);
                changes += perKilometre > 0 && travelled < before ? 1 : 0;
                before = travelled;
            }
        }
        assertThat(changes).as("prices at which less is carried than before").isGreaterThan(600);
    }

    /** What gains nothing and loses nothing goes rather than stays: of all optima one of those that match most. */
    @Test
    void ofEqualOptimaOneThatMatchesMostIsTaken() {
        for (long seed = 0; seed < 600; seed++) {
            RichRound round = RichRound.of(seed);
            long[] matched = new long[round.donors * round.mills];
            long[] unmatched = new long[round.donors];
            OptimalRule ties = new OptimalRule(
                    round.arcs(), round.donors, round.mills, new ArcCosts(matched, unmatched), Outlook.NONE);
            Arrays.fill(unmatched, 1);
            OptimalRule gains = new OptimalRule(
                    round.arcs(), round.donors, round.mills, new ArcCosts(matched, unmatched), Outlook.NONE);
            assertThat(round.matchedGrams(round.flows(ties)))
                    .as("seed %d", seed)
                    .isEqualTo(round.matchedGrams(round.flows(gains)));
        }
    }
}
