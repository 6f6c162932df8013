package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.circlab.ledger.FactKind;
import org.circlab.model.Horizon;
import org.circlab.model.Season;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over whole intervals a rate brings what it says, whatever the interval. */
class RatesTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 3, 5);

    @ParameterizedTest
    @CsvSource({
        "0.041666666666666664, 400",
        "0.25, 90",
        "0.7, 700",
        "1, 800",
        "7, 777",
        "30, 900",
        "30.4375, 487",
        "91.3125, 1461",
        "365.25, 1461",
        "1461, 1461"
    })
    void wholeIntervalsBringTheIntegralOfTheRate(double everyDays, int days) {
        for (long seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Timed mean = steps(random, days);
            Season season = seed % 3 == 0
                    ? null
                    : Season.ofWeights(
                            "drawn", random.doubles(12, 0.1, 5).boxed().toList());
            int warmUp = random.nextInt(days / 2);
            Run run = Run.of(TinyLab.of()
                    .donor("donor", stream("ash").mean(mean).season(season).every(everyDays, new Spread.None()))
                    .site("tip", site("cell", "ash"))
                    .need("kiln", need("clay").mean(mean).season(season).every(everyDays, new Spread.None()))
                    .warmUp(warmUp)
                    .window(FIRST.plusDays(warmUp).toString(), days - warmUp));
            double integral = integral(mean, season, days);
            double occurrences = Math.rint(days / everyDays);
            for (FactKind kind : List.of(FactKind.GENERATED, FactKind.CONSUMED)) {
                double total = run.facts().stream()
                        .filter(fact -> fact.kind() == kind)
                        .mapToLong(Run.Fact::amount)
                        .sum();
                assertThat(total).as(kind + " of seed " + seed).isCloseTo(integral, within(occurrences));
            }
        }
    }

    /** Grams, a day at a time. */
    private static double integral(Timed mean, @Nullable Season season, int days) {
        double grams = 0;
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST.plusDays(day);
            double factor = season == null ? 1 : season.factors().get(date.getMonthValue() - 1);
            grams += mean.on(date) * factor / Horizon.DAYS_PER_YEAR * 1e6;
        }
        return grams;
    }

    private static Timed steps(Random random, int days) {
        List<Timed.Step> steps = new ArrayList<>();
        LocalDate date = FIRST.minusDays(random.nextInt(40));
        for (int i = 0; i < 4; i++) {
            steps.add(new Timed.Step(date, random.nextInt(4) == 0 ? 0 : random.nextDouble() * 3000));
            date = date.plusDays(1 + random.nextInt(days / 3));
        }
        return new Timed(steps);
    }
}
