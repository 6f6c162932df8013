package org.circlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts by name, against a map, and holdings, which are kept by them. */
class AccountTableTest {

    private record Place(int party, int material, StockPlace place) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void accountsAreNumberedAsOpenedAndFoundAgain(long seed) {
        Random random = new Random(seed);
        AccountTable table = new AccountTable(2);
        Map<List<Integer>, Integer> oracle = new LinkedHashMap<>();
        long[] sums = new long[5000];
        for (int step = 0; step < 5000; step++) {
            List<Integer> name = List.of(random.nextInt(1 << 28), random.nextInt(3), random.nextInt(2));
            if (random.nextBoolean() && !oracle.isEmpty()) {
                name = List.copyOf(oracle.keySet()).get(random.nextInt(oracle.size()));
            }
            assertThat(table.find(name.get(0), name.get(1), name.get(2)))
                    .isEqualTo(oracle.getOrDefault(name, AccountTable.NONE));
            int account = table.open(name.get(0), name.get(1), name.get(2));
            assertThat(account).isEqualTo(oracle.computeIfAbsent(name, any -> oracle.size()));
            table.add(account, 1, step);
            sums[account] += step;
        }
        assertThat(table.size()).isEqualTo(oracle.size());
        oracle.forEach((name, account) -> {
            assertThat(List.of(table.first(account), table.second(account), table.third(account)))
                    .isEqualTo(name);
            assertThat(table.value(account, 0)).isZero();
            assertThat(table.value(account, 1)).isEqualTo(sums[account]);
        });
    }

    @ParameterizedTest
    @CsvSource({"268435456, 0, 0", "0, 1048576, 0", "0, 0, 65536"})
    void namesBeyondItsBoundsAreRefused(int first, int second, int third) {
        AccountTable table = new AccountTable(1);
        assertThat(table.open(first - Integer.signum(first), second - Integer.signum(second), 0))
                .isZero();
        assertThatThrownBy(() -> table.open(first, second, third))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(first + ", " + second + ", " + third);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdingsAreWhatWasCounted(long seed) {
        Random random = new Random(seed);
        Holdings holdings = new Holdings();
        Map<Place, Long> oracle = new LinkedHashMap<>();
        for (int count = 0; count < 200; count++) {
            StockPlace place = StockPlace.values()[random.nextInt(StockPlace.values().length)];
            Place where = new Place(random.nextInt(40), random.nextInt(3), place);
            holdings.add(where.party, where.material, where.place, count);
            oracle.merge(where, (long) count, Long::sum);
        }
        long road = 0;
        for (int party = 0; party < 41; party++) {
            for (int material = 0; material < 3; material++) {
                long held = 0;
                for (StockPlace place : StockPlace.values()) {
                    long grams = oracle.getOrDefault(new Place(party, material, place), 0L);
                    assertThat(holdings.at(party, material, place)).isEqualTo(grams);
                    held += place == StockPlace.ROAD ? 0 : grams;
                    road += place == StockPlace.ROAD ? grams : 0;
                }
                assertThat(holdings.held(party, material)).isEqualTo(held);
            }
        }
        assertThat(holdings.onTheRoad()).isEqualTo(road);
    }
}
