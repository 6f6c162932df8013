package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of arcs, against a sort of boxed numbers that is known to be stable. */
class PreferencesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachOutletsArcsAreInTheOrderOfTheirKeysTiesInThatOfInlets(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 40; trial++) {
            int donors = 1 + random.nextInt(5);
            int mills = 1 + random.nextInt(36);
            Arcs arcs = ExchangeNetwork.of(CompleteLab.of(donors, mills)).exchange();
            int values = 1 + random.nextInt(60);
            double[] key = random.ints(arcs.size(), -values, values)
                    .mapToDouble(value -> value / 4.0)
                    .toArray();
            double[] asked = key.clone();
            Preferences preferences = Preferences.of(arcs, donors, asked);
            for (int donor = 0; donor < donors; donor++) {
                List<Integer> order = IntStream.range(arcs.first(donor), arcs.first(donor + 1))
                        .boxed()
                        .sorted(Comparator.comparingDouble(arc -> key[arc]))
                        .toList();
                List<Integer> positions = IntStream.range(preferences.first(donor), preferences.end(donor))
                        .boxed()
                        .toList();
                assertThat(positions.stream().map(preferences::arc).toList()).isEqualTo(order);
                assertThat(positions.stream().map(preferences::key).toList())
                        .isEqualTo(order.stream().map(arc -> key[arc]).toList());
            }
            assertThat(asked).isEqualTo(key);
        }
    }
}
