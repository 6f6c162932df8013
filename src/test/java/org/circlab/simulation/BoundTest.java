package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.circlab.ledger.Accounts;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Lab;
import org.circlab.model.Part;
import org.circlab.model.Timed;
import org.circlab.score.Replications;
import org.circlab.score.Score;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;
import org.circlab.score.bound.Purpose;
import org.junit.jupiter.api.Test;

/** Bounds that can be reckoned by hand: a year of 365.25 d brings what the window of 100 days does not show. */
class BoundTest {

    private static final double DAYS = 100;
    private static final double YEAR = 365.25;

    /** 10 t of ash a day; a landfill at 40 EUR/t of tax and 60 kg; 100 km on the road at 0.1 EUR and 0.05 kg. */
    private static TinyLab ash() {
        return TinyLab.of()
                .window("2025-01-01", (int) DAYS)
                .donor("plant", stream("ash").mean(Timed.constant(10 * YEAR)))
                .site("tip", site("cell", "ash").taxed().ghg(60))
                .policy(Timed.constant(40), Timed.constant(0), 0)
                .km("plant", "tip", 100)
                .truck(0.1, 0.05)
                .exchange(Exchange.Rule.CHEAPEST, 0);
    }

    /** With a need of 6 t of clay a day at 30 EUR/t and 200 kg, 50 km away; a tonne of ash takes the place of 0.8 t. */
    private static TinyLab used() {
        return ash().need(
                        "works",
                        need("clay")
                                .mean(Timed.constant(6 * YEAR))
                                .virgin(30, 200)
                                .accepts("ash", 0.8, 0))
                .km("plant", "works", 50);
    }

    private static double best(Lab lab, Dimension dimension) {
        Accounts run = Run.of(lab, 1, 0).accounts();
        Accounts usual = Run.of(lab.businessAsUsual(), 1, 0).accounts();
        return Objects.requireNonNull(new Bound(lab).best(run, usual).get(dimension))
                .amount();
    }

    private static double best(TinyLab lab, Dimension dimension) {
        return best(lab.lab(), dimension);
    }

    @Test
    void withoutATakerAllIsDisposedOf() {
        assertThat(best(ash(), Dimension.ECONOMY)).isCloseTo(10 * DAYS * (40 + 10), within(5e-3));
        assertThat(best(ash(), Dimension.CLIMATE)).isCloseTo(10 * DAYS * (0.06 + 0.005), within(1e-5));
        assertThat(best(ash(), Dimension.CIRCULARITY)).isZero();
    }

    @Test
    void aNeedIsMetAsFarAsItGoesAndTheRestIsDisposedOf() {
        double needed = Run.of(used()).accounts().consumptions().stream()
                        .mapToDouble(each -> each.displacedGrams() + each.virginGrams())
                        .sum()
                / 1e6;
        double taken = needed / 0.8;
        assertThat(taken).isBetween(7.4 * DAYS, 7.5 * DAYS);
        assertThat(best(used(), Dimension.CIRCULARITY)).isCloseTo(0, within(1e-5));
        assertThat(best(used(), Dimension.CLIMATE))
                .isCloseTo(taken * 0.0025 + (10 * DAYS - taken) * 0.065, within(1e-5));
        assertThat(best(used(), Dimension.ECONOMY)).isCloseTo(taken * 5 + (10 * DAYS - taken) * 50, within(5e-3));
    }

    @Test
    void aLineTakesNoMoreThanItsCapacityAndWhatComesOutIsWorthItsMarket() {
        TinyLab lab = ash().line(
                        "kiln", line("oven", "ash").capacity(4).costs(7, 30).sells("gravel", 0.5, 22, 90))
                .km("plant", "kiln", 0);
        double taken = 4 * DAYS;
        assertThat(best(lab, Dimension.ECONOMY)).isCloseTo(taken * (7 - 11) + (10 * DAYS - taken) * 50, within(5e-3));
        assertThat(best(lab, Dimension.CLIMATE))
                .isCloseTo(taken * (0.03 - 0.045) + (10 * DAYS - taken) * 0.065, within(1e-5));
    }

    @Test
    void datedValuesCountAtTheirBestAndSoDoEvents() {
        LocalDate late = LocalDate.of(2025, 3, 1);
        TinyLab taxed = ash().policy(
                        new Timed(List.of(
                                new Timed.Step(LocalDate.of(2024, 1, 1), 30),
                                new Timed.Step(late, 12),
                                new Timed.Step(LocalDate.of(2026, 1, 1), 0))),
                        Timed.constant(0),
                        0);
        assertThat(best(taxed, Dimension.ECONOMY)).isCloseTo(10 * DAYS * (12 + 10), within(5e-3));
        taxed.event("relief", "2025-02-01", new Event.Scale(Field.of(Field.Kind.LANDFILL_TAX, Part.LAB), 0.25));
        assertThat(best(taxed, Dimension.ECONOMY)).isCloseTo(10 * DAYS * (3 + 10), within(5e-3));
    }

    @Test
    void aLabWithoutLimitsReachesItsBound() {
        Lab lab = ash().warmUp(10)
                .need(
                        "works",
                        need("clay")
                                .mean(Timed.constant(8 * YEAR))
                                .virgin(30, 200)
                                .accepts("ash", 0.8, 0)
                                .store(1000))
                .km("plant", "works", 0)
                .lab();
        Score score = Score.of(
                new Replications(lab, List.of(Run.of(lab, 1, 0).accounts())),
                new Replications(
                        lab.businessAsUsual(),
                        List.of(Run.of(lab.businessAsUsual(), 1, 0).accounts())));
        assertThat(score.dimensions())
                .allSatisfy(each -> assertThat(each.score().mean()).isCloseTo(100, within(1e-5)));
        assertThat(score.total().mean()).isCloseTo(100, within(1e-5));
    }

    @Test
    void itsPartsAddUpAndSayWhatTheBestSpendsOn() {
        TinyLab small = ash().line(
                        "kiln", line("oven", "ash").capacity(4).costs(7, 30).sells("gravel", 0.5, 22, 90))
                .km("plant", "kiln", 0);
        Lab lab = small.lab();
        Accounts run = Run.of(lab, 1, 0).accounts();
        Accounts usual = Run.of(lab.businessAsUsual(), 1, 0).accounts();
        Bound bound = new Bound(lab);
        Map<Dimension, Bound.Best> bests = bound.best(run, usual);
        for (Dimension dimension : Dimension.values()) {
            Bound.Best best = Objects.requireNonNull(bests.get(dimension));
            assertThat(bound.best(dimension, run, usual)).as("alone").contains(best);
            assertThat(best.parts()).hasSize(Purpose.values().length).doesNotContain(-0.0);
            assertThat(best.granted()).isBetween(0.0, 1e-6 * (1 + Math.abs(best.amount())));
        }
        double taken = 4 * DAYS;
        List<Double> economy =
                Objects.requireNonNull(bests.get(Dimension.ECONOMY)).parts();
        assertThat(economy.get(Purpose.TREATMENT.ordinal())).isCloseTo(7 * taken, within(5e-3));
        assertThat(economy.get(Purpose.SALES.ordinal())).isCloseTo(-11 * taken, within(5e-3));
        assertThat(economy.get(Purpose.STANDING.ordinal())).isZero();
    }

    @Test
    void moreRoomAndMoreCapacityNeverMakeItWorse() {
        double[] before = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        for (double capacity : new double[] {0.5, 1, 2, 5, 11, 40}) {
            TinyLab lab = used().line(
                            "kiln", line("oven", "ash").capacity(capacity).costs(3, 5))
                    .km("plant", "kiln", 20);
            for (Dimension dimension : Dimension.values()) {
                double best = best(lab, dimension);
                assertThat(best).isLessThanOrEqualTo(before[dimension.ordinal()] + 1e-6);
                before[dimension.ordinal()] = best;
            }
        }
    }
}
