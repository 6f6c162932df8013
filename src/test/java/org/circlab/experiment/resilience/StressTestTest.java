package org.circlab.experiment.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Progress;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Estimate;
import org.circlab.score.ServiceKept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lesson of a closure: 1 t a day from the kitchens to a plant that is closed for 100 days from 1 March 2026. */
class StressTestTest {

    private static final ScenarioFile LESSON = ScenarioFile.read(Path.of("scenarios/lesson-closure.yaml"));
    private static final Labs NO_TANK =
            more -> LESSON.effective("no-tank", more).lab();

    private static Labs variant(String id) {
        return more -> LESSON.effective(id, more).lab();
    }

    private static Resilience test(Labs labs, List<Outage> outages, int threads) {
        return StressTest.of(labs, new Question(List.of(), outages, 2, 1, threads), Progress.NONE);
    }

    private static Removal removal(Resilience resilience, String actor) {
        return resilience.removals().stream()
                .filter(each -> each.actor().equals(actor))
                .findFirst()
                .orElseThrow();
    }

    private static double lost(Removal removal) {
        Estimate lost = removal.lost();
        assertThat(lost).isNotNull();
        return lost == null ? Double.NaN : lost.mean();
    }

    /** March to June have 122 days, of which 100 are lost, or 60 with a tank of 40 t, or none with a second plant. */
    @ParameterizedTest
    @CsvSource({"no-tank, 22", "tank, 62", "second, 122"})
    void theEventOfTheScenarioIsAnOutage(String variant, double days) {
        Labs labs = variant(variant);
        List<Outage> declared = Outage.declared(labs.with(List.of()));
        assertThat(declared)
                .containsExactly(new Outage(
                        "fire",
                        "biodiesel",
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 6, 9),
                        List.of(),
                        List.of("events.fire=null")));
        ServiceKept service = test(labs, declared, 1).endured().get(0).service();
        assertThat(service.last()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(service.kept().mean()).isCloseTo(days / 122, within(1e-9));
        assertThat(service.kept().halfWidth()).isZero();
        assertThat(service.monthsToRecover()).isZero();
    }

    /** An outage asked for is that of the event, where the lab has no such event. */
    @Test
    void anOutageThatIsAskedForIsTheSame() {
        Labs calm = more -> {
            List<String> sets = new ArrayList<>(List.of("events.fire=null"));
            sets.addAll(more);
            return NO_TANK.with(sets);
        };
        Outage asked = Outage.of("biodiesel", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 9));
        assertThat(Outage.declared(calm.with(List.of()))).isEmpty();
        ServiceKept added = test(calm, List.of(asked), 1).endured().get(0).service();
        ServiceKept taken = test(NO_TANK, Outage.declared(NO_TANK.with(List.of())), 1)
                .endured()
                .get(0)
                .service();
        assertThat(added).isEqualTo(taken);
    }

    /** In four years of 1461 days the first plant takes 1361 t and the second 100 t; without the second 1361, without the first 1461. */
    @Test
    void whatIsLostWithoutAnActor() {
        Resilience resilience = test(variant("second"), List.of(), 1);
        assertThat(resilience.exchanged().mean()).isCloseTo(365.25, within(1e-9));
        assertThat(lost(removal(resilience, "soap"))).isCloseTo(100.0 / 1461, within(1e-9));
        assertThat(removal(resilience, "soap").ownShare()).isCloseTo(100.0 / 1461, within(1e-9));
        assertThat(lost(removal(resilience, "biodiesel"))).isCloseTo(0, within(1e-9));
        assertThat(lost(removal(resilience, "kitchen"))).isEqualTo(1);
        assertThat(resilience.removals()).extracting(Removal::actor).containsExactly("kitchen", "soap", "biodiesel");
    }

    /** Without the kiln that burns what nobody takes there is no way out while the plant is closed. */
    @Test
    void whoTheLabCannotBeWithoutIsTold() {
        Question kiln = new Question(List.of("kiln"), List.of(), 1, 1, 1);
        Removal removal = StressTest.of(NO_TANK, kiln, Progress.NONE).removals().get(0);
        assertThat(removal.lost()).isNull();
        assertThat(removal.hindrance()).contains("oil");
        assertThat(removal.ownShare()).isZero();
    }

    @Test
    void threadsChangeNothingAndEachLabIsHeardOf() {
        List<Outage> outages = List.of(
                Outage.of("kitchen", LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 1)),
                Outage.of("biodiesel", LocalDate.of(2027, 5, 1), LocalDate.of(2027, 6, 1)));
        Resilience one = test(NO_TANK, outages, 1);
        List<Integer> heard = new ArrayList<>();
        Resilience three = StressTest.of(
                NO_TANK, new Question(List.of(), outages, 2, 1, 3), (done, of) -> heard.add(10 * done + of));
        assertThat(three.removals()).isEqualTo(one.removals());
        assertThat(three.endured()).isEqualTo(one.endured());
        assertThat(heard).containsExactly(14, 24, 34, 44);
    }

    @Test
    void anOutageBeginsBeforeItEnds() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThatThrownBy(() -> Outage.of("kitchen", day, day)).hasMessageContaining("begin before it ends");
    }
}
