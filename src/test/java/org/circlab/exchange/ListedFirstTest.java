package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.circlab.model.Actor;
import org.circlab.model.Copies;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Preference;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Preferences of donors, against an oracle that asks the lists themselves for every offer. */
class ListedFirstTest {

    private static final double ANY = Double.POSITIVE_INFINITY;

    /** Donors of ash with a preference each, and mills with one or two equal lines. */
    private static ExchangeNetwork network(List<Preference> preferences, boolean[] twoLines) {
        Lab lab = CompleteLab.of(preferences.size(), twoLines.length);
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : lab.actors()) {
            int number = Integer.parseInt(actor.id().substring(1));
            boolean donor = actor.id().startsWith("d");
            List<Line> lines = donor || !twoLines[number]
                    ? actor.lines()
                    : List.of(actor.lines().get(0), renamed(actor.lines().get(0)));
            actors.add(new Actor(
                    actor.id(),
                    actor.name(),
                    actor.nace(),
                    actor.place(),
                    actor.permits(),
                    donor ? preferences.get(number) : Preference.NONE,
                    actor.generates(),
                    actor.stores(),
                    lines,
                    actor.needs(),
                    actor.sites()));
        }
        return ExchangeNetwork.of(Copies.withActors(lab, actors));
    }

    private static Line renamed(Line line) {
        return new Line(
                "m",
                line.recipe(),
                line.capacityTonnesPerDay(),
                line.service(),
                line.parallel(),
                line.hours(),
                line.breakdown(),
                line.storeGrams(),
                line.gateFeesEurosPerTonne(),
                line.finance(),
                line.existing(),
                line.source());
    }

    private static Preferences ranked(ExchangeNetwork network, double... key) {
        ListedFirst.rank(network, key);
        return Preferences.of(network.exchange(), network.outlets().size(), key);
    }

    private static List<Integer> inlets(Preferences preferences, int outlet) {
        return IntStream.range(preferences.first(outlet), preferences.end(outlet))
                .map(position -> preferences.inlet(preferences.arc(position)))
                .boxed()
                .toList();
    }

    @Test
    void listedReceiversComeFirstInTheOrderOfTheListThenTheOthersByKey() {
        ExchangeNetwork network = network(
                List.of(new Preference(List.of("m2", "m0"), Map.of())), new boolean[] {false, false, true, false});
        Preferences preferences = ranked(network, 1, -5, 9, 7, -6);
        assertThat(inlets(preferences, 0))
                .as("both lines of m2 by key, m0, the others by key")
                .containsExactly(3, 2, 0, 4, 1);
        assertThat(preferences.key(2)).isLessThan(-1e300);
        assertThat(preferences.key(3)).isEqualTo(-6);
    }

    @Test
    void theListOfAStreamReplacesThatOfTheActor() {
        ExchangeNetwork network = network(
                List.of(
                        new Preference(List.of("m1"), Map.of("ash", List.of("m2"))),
                        new Preference(List.of("m1"), Map.of("ash", List.of())),
                        new Preference(List.of("m1"), Map.of("dust", List.of("m2")))),
                new boolean[] {false, false, false});
        Preferences preferences = ranked(network, 1, 2, 3, 1, 2, 3, 1, 2, 3);
        assertThat(inlets(preferences, 0)).containsExactly(2, 0, 1);
        assertThat(inlets(preferences, 1)).containsExactly(0, 1, 2);
        assertThat(inlets(preferences, 2)).containsExactly(1, 0, 2);
    }

    @Test
    void aListedReceiverIsTakenAtAnyPriceAndTheOthersUpToTheLimit() {
        ExchangeNetwork network =
                network(List.of(new Preference(List.of("m0"), Map.of())), new boolean[] {false, false, false});
        Preferences preferences = ranked(network, 1e9, 4, 6);
        Round round = new Round(new long[] {5, 5, 5}, new long[3]);
        round.offer(0, 20, false);
        Allocation allocation = new Allocation();
        new GreedyRule(preferences, new double[] {5}).allocate(round, allocation);
        assertThat(IntStream.range(0, allocation.size())
                        .mapToObj(part -> preferences.inlet(allocation.arc(part)) + ": " + allocation.grams(part)))
                .containsExactly("0: 5", "1: 5");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomRoundsAreServedAsTheListsSay(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 150; trial++) {
            boolean[] twoLines = new boolean[1 + random.nextInt(4)];
            for (int mill = 0; mill < twoLines.length; mill++) {
                twoLines[mill] = random.nextInt(3) == 0;
            }
            List<Preference> lists = new ArrayList<>();
            for (int donor = random.nextInt(3); donor >= 0; donor--) {
                lists.add(new Preference(someOf(twoLines.length, random), Map.of()));
            }
            ExchangeNetwork network = network(lists, twoLines);
            int inlets = network.inlets().size();
            double[] cost = random.doubles((long) lists.size() * inlets)
                    .map(value -> Math.rint(value * 6) - 2)
                    .toArray();
            double[] limits = random.doubles(lists.size())
                    .map(value -> value < 0.3 ? ANY : Math.rint(value * 6) - 4)
                    .toArray();
            long[] room = random.longs(inlets, 0, 40).toArray();
            Preferences preferences = ranked(network, cost.clone());
            Round round = new Round(room.clone(), new long[inlets]);
            for (int offer = random.nextInt(20); offer > 0; offer--) {
                round.offer(random.nextInt(lists.size()), random.nextInt(20), random.nextBoolean());
            }
            Allocation allocation = new Allocation();
            new GreedyRule(preferences, limits).allocate(round, allocation);
            assertThat(IntStream.range(0, allocation.size())
                            .mapToObj(part -> allocation.offer(part) + ">" + preferences.inlet(allocation.arc(part))
                                    + ": " + allocation.grams(part)))
                    .isEqualTo(oracle(network, round, room, cost, limits));
        }
    }

    private static List<String> someOf(int mills, Random random) {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, mills).filter(mill -> random.nextBoolean()).forEach(mill -> ids.add("m" + mill));
        Collections.shuffle(ids, random);
        return ids;
    }

    /** For each offer asks again and again who is next: the first on the list with an inlet left, or else the cheapest. */
    private static List<String> oracle(
            ExchangeNetwork network, Round round, long[] roomAtFirst, double[] cost, double[] limits) {
        long[] room = roomAtFirst.clone();
        List<String> parts = new ArrayList<>();
        for (int offer = 0; offer < round.size(); offer++) {
            int donor = round.outlet(offer);
            List<String> wishes = network.lab().actors().get(donor).prefers().receivers();
            List<Integer> left =
                    new ArrayList<>(IntStream.range(0, room.length).boxed().toList());
            long grams = round.grams(offer);
            while (!left.isEmpty() && grams > 0) {
                int best = left.get(0);
                for (int inlet : left) {
                    best = isBetter(network, cost, donor, inlet, best, wishes) ? inlet : best;
                }
                left.remove(Integer.valueOf(best));
                boolean listed = wishes.contains(id(network, best));
                boolean worth = listed || cost[arc(network, donor, best)] <= limits[donor];
                long taken = Math.min(grams, room[best]);
                if (worth && taken > 0 && !(round.whole(offer) && taken < grams)) {
                    room[best] -= taken;
                    grams -= taken;
                    parts.add(offer + ">" + best + ": " + taken);
                }
            }
        }
        return parts;
    }

    private static boolean isBetter(
            ExchangeNetwork network, double[] cost, int donor, int inlet, int than, List<String> wishes) {
        int rank = wishes.indexOf(id(network, inlet));
        int other = wishes.indexOf(id(network, than));
        if (rank != other) {
            return rank >= 0 && (other < 0 || rank < other);
        }
        return cost[arc(network, donor, inlet)] < cost[arc(network, donor, than)];
    }

    private static String id(ExchangeNetwork network, int inlet) {
        return network.lab().actors().get(network.inlets().get(inlet).actor()).id();
    }

    private static int arc(ExchangeNetwork network, int donor, int inlet) {
        Arcs arcs = network.exchange();
        return IntStream.range(arcs.first(donor), arcs.first(donor + 1))
                .filter(arc -> arcs.inlet(arc) == inlet)
                .findFirst()
                .orElseThrow();
    }
}
