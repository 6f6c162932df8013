package org.circlab.experiment.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.circlab.experiment.whynot.Subject.Side;
import org.circlab.network.Gate;
import org.junit.jupiter.api.Test;

/** Passages and funnels as sums. */
class PassageTest {

    private static Passage random(Random random) {
        List<Stop> stops = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int gate = random.nextInt(Gate.values().length + 1);
            stops.add(new Stop(gate == Gate.values().length ? null : Gate.values()[gate], random.nextInt(1000)));
        }
        return new Passage(
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                stops,
                random.nextInt(100));
    }

    @Test
    void oneStopForEachGateInTheOrderOfGates() {
        Passage passage = new Passage(
                0,
                30,
                0,
                0,
                List.of(
                        new Stop(null, 3),
                        new Stop(Gate.OUTBID, 5),
                        new Stop(Gate.PERMIT, 7),
                        new Stop(Gate.PRICE, 0),
                        new Stop(Gate.OUTBID, 15)),
                0);
        assertThat(passage.stops())
                .containsExactly(new Stop(Gate.PERMIT, 7), new Stop(Gate.OUTBID, 20), new Stop(null, 3));
        assertThat(passage.stoppedGrams()).isEqualTo(30);
    }

    @Test
    void theSumDoesNotDependOnTheOrder() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            List<Passage> passages = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                passages.add(random(random));
            }
            Passage sum = passages.stream().reduce(Passage.NONE, Passage::plus);
            Collections.shuffle(passages, random);
            assertThat(passages.stream().reduce(Passage.NONE, Passage::plus)).isEqualTo(sum);
            assertThat(sum.stoppedGrams())
                    .isEqualTo(
                            passages.stream().mapToLong(Passage::stoppedGrams).sum());
            assertThat(sum.tradedGrams())
                    .isEqualTo(passages.stream().mapToLong(Passage::tradedGrams).sum());
        }
    }

    @Test
    void theSidesOfAFunnelAreKeptApart() {
        Passage offered = new Passage(1, 9, 4, 2, List.of(new Stop(Gate.PRICE, 3)), 1);
        Passage needed = new Passage(0, 8, 8, 0, List.of(), 0);
        Funnel funnel = new Funnel(List.of(
                new Funnel.Row(new Subject(Side.OFFER, "a", "ash", ""), false, offered, 3),
                new Funnel.Row(new Subject(Side.OFFER, "a", "ash", "line"), true, offered, 3),
                new Funnel.Row(new Subject(Side.OFFER, "b", "ash", ""), false, offered, 3),
                new Funnel.Row(new Subject(Side.NEED, "a", "ash", ""), false, needed, 0)));
        assertThat(funnel.total(Side.OFFER).offeredGrams()).isEqualTo(27);
        assertThat(funnel.total(Side.NEED)).isEqualTo(needed);
        assertThat(funnel.byActor(Side.OFFER).keySet()).containsExactly("a", "b");
        assertThat(funnel.byActor(Side.OFFER).get("a")).isEqualTo(offered.plus(offered));
        assertThat(funnel.byMaterial(Side.OFFER)).hasSize(1);
        assertThat(funnel.soldGrams(Subject::actor)).containsExactly(Map.entry("a", 3L));
    }
}
