package org.circlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlab.model.InUse.Account;
import org.junit.jupiter.api.Test;

/** Cohorts of products against the printed numbers of ODYM, and what holds of every stock. */
class InUseTest {

    private static final Path PRINTED = Path.of("src/test/resources/in-use/odym.csv");
    private static final int CASES = 300;

    @Test
    void cohortsEndAsInTheDynamicStockModelOfOdym() throws IOException {
        Map<String, Lifetime> laws = Map.of("fixed", new Lifetime.Fixed(5), "normal", new Lifetime.Normal(5, 1.5));
        Map<String, List<String[]>> cases = Files.readAllLines(PRINTED).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(row -> row[0]));
        assertThat(cases.keySet()).isEqualTo(laws.keySet());
        cases.forEach((law, rows) -> {
            List<Double> put = rows.stream().map(row -> Double.valueOf(row[2])).toList();
            List<Account> accounts =
                    new InUse(1, put, 0, 0, Objects.requireNonNull(laws.get(law))).through(rows.size());
            double digits = law.equals("fixed") ? 0 : 6e-9;
            for (int i = 0; i < rows.size(); i++) {
                String[] row = rows.get(i);
                assertThat(accounts.get(i).year()).isEqualTo(Integer.parseInt(row[1]));
                assertThat(accounts.get(i).stockTonnes()).isCloseTo(Double.parseDouble(row[3]), within(digits));
                assertThat(accounts.get(i).endOfLifeTonnes()).isCloseTo(Double.parseDouble(row[4]), within(digits));
            }
        });
    }

    /** Put on the market = end of life + change of stock, and nothing ever negative. */
    @Test
    void whatIsPutOnTheMarketEndsOrStays() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            InUse products = products(random);
            double before = products.stockTonnes();
            double all = before;
            for (Account account : products.through(products.firstYear() + 120)) {
                all += account.putOnMarketTonnes();
                assertThat(account.endOfLifeTonnes()).isGreaterThanOrEqualTo(0);
                assertThat(account.stockTonnes()).isGreaterThanOrEqualTo(0);
                assertThat(before + account.putOnMarketTonnes() - account.endOfLifeTonnes())
                        .isCloseTo(account.stockTonnes(), within(1e-11 * all + 1e-12));
                before = account.stockTonnes();
            }
        }
    }

    private static InUse products(Random random) {
        List<Double> put = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(40); i++) {
            put.add(random.nextInt(5) == 0 ? 0 : 1000 * random.nextDouble());
        }
        double stock = random.nextBoolean() ? 0 : 5000 * random.nextDouble();
        double growth = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.2 - 0.1;
        return new InUse(1950 + random.nextInt(60), put, growth, stock, lifetime(random));
    }

    private static Lifetime lifetime(Random random) {
        double mean = 0.3 + 40 * random.nextDouble();
        double cv = 0.05 + 0.9 * random.nextDouble();
        return switch (random.nextInt(4)) {
            case 0 -> new Lifetime.Fixed(mean);
            case 1 -> new Lifetime.Normal(mean, mean * cv);
            case 2 -> new Lifetime.Lognormal(mean, mean * cv);
            default -> new Lifetime.Weibull(0.5 + 4 * random.nextDouble(), mean);
        };
    }

    /** Sales that never change leave a stock of sales x mean lifetime (counted in whole years), of which as much ends as begins. */
    @Test
    void aStockOfSteadySalesStaysAsItIs() {
        for (int seed = 0; seed < 50; seed++) {
            Lifetime lifetime = lifetime(new Random(seed));
            double years =
                    IntStream.range(0, 1000).mapToDouble(lifetime::survival).sum();
            InUse products = new InUse(2000, List.of(100.0), 0, 100 * years, lifetime);
            for (Account account : products.through(2040)) {
                assertThat(account.stockTonnes()).isCloseTo(100 * years, within(1e-6 * years));
                assertThat(account.endOfLifeTonnes()).isCloseTo(100, within(1e-6));
            }
        }
    }

    /** 100, 110, 121: each goes on by 10 %, used for two years. */
    @Test
    void salesGrowAfterTheLastFigure() {
        InUse products = new InUse(2020, List.of(80.0, 100.0), 0.1, 0, new Lifetime.Fixed(2));
        List<Account> accounts = products.through(2024);
        assertThat(accounts.stream().map(Account::putOnMarketTonnes).map(Math::round))
                .containsExactly(80L, 100L, 110L, 121L, 133L);
        assertThat(accounts.stream().map(Account::endOfLifeTonnes).map(Math::round))
                .containsExactly(0L, 0L, 80L, 100L, 110L);
        assertThat(accounts.stream().map(Account::stockTonnes).map(Math::round))
                .containsExactly(80L, 180L, 210L, 231L, 254L);
        assertThat(products.through(2019)).isEmpty();
    }

    /** A stock of 30 t of three years' life is of three equal ages, of which one ends in each year. */
    @Test
    void whatWasInUseBeforeEndsByItsAge() {
        InUse products = new InUse(2020, List.of(0.0), 0, 30, new Lifetime.Fixed(3));
        assertThat(products.through(2024).stream().map(Account::endOfLifeTonnes))
                .containsExactly(10.0, 10.0, 10.0, 0.0, 0.0);
    }

    @Test
    void eachCalendarYearOfARunBringsItsEndOfLife() {
        Horizon horizon = new Horizon(LocalDate.of(2023, 7, 1), LocalDate.of(2026, 3, 1), LocalDate.of(2018, 5, 1));
        for (int seed = 0; seed < 50; seed++) {
            InUse products = new InUse(2020, List.of(700.0, 900.0), 0.05, 90, lifetime(new Random(seed)));
            Timed arising = products.arising(horizon);
            assertThat(arising.steps().get(0)).isEqualTo(new Timed.Step(LocalDate.of(2018, 1, 1), 0));
            assertThat(arising.on(LocalDate.of(2019, 12, 31))).isZero();
            assertThat(arising.steps()).hasSize(9);
            for (Account account : products.through(2026)) {
                LocalDate day = LocalDate.of(account.year(), 6, 1);
                double year = arising.on(day) / 365.25 * Year.of(account.year()).length();
                assertThat(year).isCloseTo(account.endOfLifeTonnes(), within(1e-9));
            }
        }
    }

    @Test
    void productsTakeNoNonsense() {
        Lifetime lifetime = new Lifetime.Fixed(1);
        assertThatThrownBy(() -> new InUse(2000, List.of(), 0, 0, lifetime)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new InUse(2000, List.of(1.0, -1.0), 0, 0, lifetime))
                .hasMessageContaining("in 2001");
        assertThatThrownBy(() -> new InUse(2000, List.of(1.0), -1, 0, lifetime)).hasMessageContaining("above -1");
        assertThatThrownBy(() -> new InUse(2000, List.of(1.0), Double.NaN, 0, lifetime))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new InUse(2000, List.of(1.0), 0, -1, lifetime)).hasMessageContaining("before 2000");
        assertThat(new InUse(2000, List.of(1.0), Math.nextUp(-1.0), 0, lifetime).through(2001))
                .hasSize(2);
    }
}
