package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Chart;
import org.circlab.model.Exchange;
import org.circlab.model.Lab;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.circlab.score.Indicators;
import org.circlab.score.Replications;
import org.circlab.score.Score;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;
import org.junit.jupiter.api.Test;

/** Labs that live on rounding, gram by gram, and beat what exact amounts would allow: none beats its bound. */
class BoundRoundingTest {

    private static final double GRAM = 1e-6;

    /** A gram of ash comes every so many days to a landfill with a tax. */
    private static TinyLab grams(int window, double everyDays, double tax) {
        return TinyLab.of()
                .window("2025-01-01", window)
                .donor("plant", stream("ash").batches(GRAM, everyDays))
                .site("tip", site("cell", "ash").taxed().ghg(0))
                .policy(Timed.constant(tax), Timed.constant(0), 0)
                .km("plant", "tip", 0)
                .truck(0, 0)
                .exchange(Exchange.Rule.CHEAPEST, 0);
    }

    private static Accounts run(Lab lab) {
        return Run.of(lab, 1, 0).accounts();
    }

    private static double best(Lab lab) {
        return Objects.requireNonNull(new Bound(lab)
                        .best(run(lab), run(lab.businessAsUsual()))
                        .get(Dimension.ECONOMY))
                .amount();
    }

    private static double cost(Lab lab) {
        Accounts accounts = run(lab);
        return Indicators.of(lab, accounts, List.of("net-cost")).get(0)
                        * lab.horizon().years()
                + new Bound(lab).stock(Dimension.ECONOMY, accounts);
    }

    @Test
    void whatIsTooLittleToPayForIsGranted() {
        Lab lab = grams(100, 1 / 24.0, 0.4).lab();
        double exact = 100 * 24 * GRAM * 0.4;
        assertThat(cost(lab)).isBetween(0.0, 1e-6);
        assertThat(best(lab)).isLessThanOrEqualTo(cost(lab)).isGreaterThan(exact - 100 * 24 * 2 * 6e-6);
    }

    @Test
    void aServiceThatRoundsToFewerMillisecondsMayExceedTheCapacity() {
        List<WorkCalendar.Shift> minutes = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkCalendar.Shift(day, 720, 1))
                .toList();
        double gramsPerMilli = 1 / 1.2;
        Lab lab = grams(1, 1 / 140_000.0, 4000)
                .line(
                        "kiln",
                        line("oven", "ash")
                                .capacity(gramsPerMilli * GRAM * 86_400_000)
                                .hours(new WorkCalendar("a minute", minutes, Set.of(), Set.of()))
                                .store(1))
                .km("plant", "kiln", 0)
                .lab();
        double arisen = 140_000 * GRAM;
        double nominal = 60_000 * gramsPerMilli * GRAM;
        double cost = cost(lab);
        assertThat(cost).as("more than the capacity").isLessThan((arisen - nominal) * 4000 - 1);
        assertThat(best(lab)).isLessThanOrEqualTo(cost);
    }

    @Test
    void additionsThatRoundToNothingAreGranted() {
        Lab lab = grams(50, 1 / 100.0, 0)
                .line(
                        "kiln",
                        line("oven", "ash")
                                .capacity(1)
                                .adds("lime", Recipe.Origin.VIRGIN, 0.2, 80, 0)
                                .sells("gravel", 1, 0.7, 0))
                .km("plant", "kiln", 0)
                .lab();
        Accounts accounts = run(lab);
        int virgin = accounts.chart().world(Chart.VIRGIN);
        assertThat(accounts.flows())
                .as("lime is never drawn")
                .noneMatch(flow -> flow.route().from() == virgin && flow.grams() > 0);
        assertThat(cost(lab)).isLessThan(0);
        assertThat(best(lab)).isLessThanOrEqualTo(cost(lab));
    }

    @Test
    void roundingAloneGivesNothingToScore() {
        Lab lab = grams(30, 0.5, 0).lab();
        Lab usual = lab.businessAsUsual();
        Score score = Score.of(new Replications(lab, List.of(run(lab))), new Replications(usual, List.of(run(usual))));
        assertThat(score.dimensions()).noneMatch(Score.OfDimension::applies).allMatch(Score.OfDimension::isBounded);
        assertThat(score.total().mean()).isNaN();
    }
}
