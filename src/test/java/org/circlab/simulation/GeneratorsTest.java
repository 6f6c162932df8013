package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Event;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Part;
import org.circlab.model.Season;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When waste arises and how much: continuous and recorded streams, loads and working hours. */
class GeneratorsTest {

    private static final double YEAR = Horizon.DAYS_PER_YEAR;
    private static final WorkCalendar DAY_SHIFT = new WorkCalendar(
            "day-shift",
            Stream.of(DayOfWeek.values())
                    .limit(5)
                    .map(day -> new WorkCalendar.Shift(day, 360, 480))
                    .toList(),
            Set.of(),
            Set.of());

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static TinyLab lab(Parts.StreamPart stream) {
        return TinyLab.of().donor("donor", stream).site("tip", site("cell", "ash"));
    }

    private static double arisen(Run run) {
        return run.accounts().arisings().get(0).grams() / 1e6;
    }

    /** One weight from January to June, another from July on. */
    private static Season halves(double first, double second) {
        return Season.ofWeights(
                "halves",
                IntStream.range(0, 12)
                        .mapToObj(month -> month < 6 ? first : second)
                        .toList());
    }

    @Test
    void aContinuousStreamLeavesInLoadsAsTheyFill() {
        Run run = Run.of(lab(stream("ash").flows(2 * YEAR, 9)).window("2025-01-01", 14));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("108 donor>tip ash 9", "216 donor>tip ash 9", "324 donor>tip ash 9");
        assertThat(arisen(run)).isEqualTo(28);
        assertThat(run.closing("donor", "ash", StockPlace.WAITING)).isEqualTo(1);
    }

    @Test
    void stepsOfTheRateSetTheInstantToTheMillisecond() {
        Timed mean = new Timed(List.of(
                new Timed.Step(LocalDate.of(2025, 1, 1), 2 * YEAR),
                new Timed.Step(LocalDate.of(2025, 1, 3), 0),
                new Timed.Step(LocalDate.of(2025, 1, 11), 8 * YEAR)));
        Run run = Run.of(lab(stream("ash").mean(mean).flows(5)).window("2025-01-01", 12));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("243 donor>tip ash 5", "258 donor>tip ash 5", "273 donor>tip ash 5");
        assertThat(arisen(run)).isCloseTo(4 + 16, within(1.5e-6));
    }

    @Test
    void aSeasonOfNothingPausesTheStream() {
        Run run = Run.of(lab(stream("ash").season(halves(0, 1)).flows(YEAR, 10)).window("2025-06-20", 20));
        double perDay = YEAR / 184;
        long full = (long) Math.ceil(10 / perDay * Horizon.DAY_MILLIS);
        assertThat(run.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.SHIPPED)
                        .map(Run.Fact::millis))
                .containsExactly(11 * Horizon.DAY_MILLIS + full);
        assertThat(arisen(run)).isCloseTo(9 * perDay, within(1e-6));
    }

    @Test
    void continuousStreamsFlowInWorkingTimeOnly() {
        // 2025-01-06 is a Monday: 80 h of work in two weeks bring 14 t.
        Run run = Run.of(lab(stream("ash").hours(DAY_SHIFT).flows(YEAR, 2.1)).window("2025-01-06", 14));
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly(
                        "34 donor>tip ash 2.1",
                        "62 donor>tip ash 2.1",
                        "106 donor>tip ash 2.1",
                        "182 donor>tip ash 2.1",
                        "226 donor>tip ash 2.1",
                        "254 donor>tip ash 2.1");
        assertThat(arisen(run)).isEqualTo(14);
        assertThat(run.closing("donor", "ash", StockPlace.WAITING)).isEqualTo(1.4);
    }

    @Test
    void batchesAndDrawsStandInTheMiddleOfTheWorkForWhichTheyCount() {
        Run run = Run.of(lab(stream("ash").batches(7, 7).hours(DAY_SHIFT))
                .need("works", need("clay").draws(1, 3.5).hours(DAY_SHIFT))
                .window("2025-01-06", 14));
        assertThat(run.log(FactKind.GENERATED)).containsExactly("58 donor>donor ash 7", "226 donor>donor ash 7");
        assertThat(run.log(FactKind.CONSUMED))
                .containsExactly(
                        "32 works>works clay 1",
                        "84 works>works clay 1",
                        "200 works>works clay 1",
                        "252 works>works clay 1");
    }

    @Test
    void batchesGatherToLoads() {
        Run run = Run.of(lab(stream("ash").ships(5).at(1, 3).at(2, 1).at(3, 7).at(4, 1)));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("3 donor>tip ash 5", "3 donor>tip ash 5");
        assertThat(run.closing("donor", "ash", StockPlace.WAITING)).isEqualTo(2);
    }

    @Test
    void recordedBatchesOfTheWarmUpCountInItAndEarlierOnesNowhere() {
        Run run = Run.of(
                lab(stream("ash").at(-100, 1).at(-24, 2).at(-1, 3).at(5, 4)).warmUp(1));
        assertThat(run.log(FactKind.GENERATED))
                .containsExactly("-24 donor>donor ash 2", "-1 donor>donor ash 3", "5 donor>donor ash 4");
        assertThat(arisen(run)).isEqualTo(4);
    }

    @Test
    void whatHasGatheredWhenTheWindowOpensBelongsToTheWarmUp() {
        Run run = Run.of(lab(stream("ash").flows(YEAR, 7)).warmUp(10).window("2025-01-01", 20));
        assertThat(run.opening("donor", "ash")).isEqualTo(3);
        assertThat(arisen(run)).isEqualTo(20);
        assertThat(run.closing("donor", "ash", StockPlace.WAITING)).isEqualTo(2);
    }

    private static WorkCalendar calendar(Random random) {
        List<WorkCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int from = random.nextInt(600);
            if (random.nextInt(3) > 0 || (shifts.isEmpty() && day == DayOfWeek.SUNDAY)) {
                shifts.add(new WorkCalendar.Shift(day, from, 1 + random.nextInt(800)));
            }
        }
        Set<LocalDate> once = Set.of(LocalDate.of(2025, 1 + random.nextInt(12), 1 + random.nextInt(28)));
        return new WorkCalendar("drawn", shifts, Set.of(), once);
    }

    private static Season season(Random random) {
        return Season.ofWeights(
                "drawn", random.ints(12, 0, 5).mapToObj(weight -> weight + 0.1).toList());
    }

    private static Timed stepping(Random random) {
        LocalDate first = LocalDate.of(2024, 1, 1);
        return new Timed(List.of(
                new Timed.Step(first, 900 * random.nextDouble()),
                new Timed.Step(first.plusDays(200 + random.nextInt(400)), 900 * random.nextDouble())));
    }

    /** What a rate brings over the window around the clock, month by month as the definition says. */
    private static double stated(Timed mean, Season season, LocalDate from, int days) {
        return from.datesUntil(from.plusDays(days))
                .mapToDouble(day -> mean.on(day) / YEAR * season.factors().get(day.getMonthValue() - 1))
                .sum();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunBringsTheStatedMassWhateverTheHoursSeasonStepsIntervalAndLoad(long seed) {
        Random random = new Random(seed);
        Timed mean = stepping(random);
        Season season = season(random);
        WorkCalendar hours = random.nextInt(4) == 0 ? null : calendar(random);
        LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(200));
        int days = 200 + random.nextInt(400);
        double due = stated(mean, season, start, days);
        Parts.StreamPart flowing =
                stream("ash").mean(mean).season(season).hours(hours).flows(0.3 + random.nextInt(20));
        Run flowed = Run.of(lab(flowing).window(start.toString(), days));
        assertThat(arisen(flowed)).isCloseTo(due, within(2e-6));
        double everyDays = 0.1 + random.nextInt(30) / 10.0;
        Parts.StreamPart steady =
                stream("ash").mean(mean).season(season).hours(hours).every(everyDays, new Spread.None());
        Run batched = Run.of(lab(steady).window(start.toString(), days));
        double most = 900 / YEAR * 6 * everyDays;
        assertThat(arisen(batched)).isCloseTo(due, within(3 * most));
        for (Run.Fact fact : batched.facts()) {
            if (fact.kind() == FactKind.GENERATED) {
                assertThat(batched.lab().workingTime(hours).isOpen(fact.millis()))
                        .isTrue();
            }
        }
    }

    @Test
    void batchesAtRandomBringTheStatedMassInTheMeanInWorkingTimeToo() {
        Random random = new Random(7);
        Timed mean = stepping(random);
        Season season = season(random);
        double due = stated(mean, season, LocalDate.of(2025, 1, 1), 365);
        Parts.StreamPart poisson =
                stream("ash").mean(mean).season(season).hours(DAY_SHIFT).every(0.25, new Spread.Exponential());
        Lab lab = lab(poisson).window("2025-01-01", 365).lab();
        double sum = 0;
        int runs = 40;
        for (int replication = 0; replication < runs; replication++) {
            sum += arisen(Run.of(lab, 5, replication));
        }
        double deviationOfMean = due / Math.sqrt(365 * 4.0 * runs) * 1.5;
        assertThat(sum / runs).isCloseTo(due, within(4 * deviationOfMean));
    }

    @Test
    void poissonStaysPoissonInWorkingTime() {
        Run run = Run.of(lab(stream("ash").batches(1, 0.02).hours(DAY_SHIFT).every(0.02, new Spread.Exponential()))
                .window("2025-01-06", 7 * 52));
        WorkingTime hours = run.lab().workingTime(DAY_SHIFT);
        List<Long> instants = run.facts().stream()
                .filter(fact -> fact.kind() == FactKind.GENERATED)
                .map(Run.Fact::millis)
                .toList();
        List<Double> gaps = new ArrayList<>();
        double meanGap = 0.02 * Horizon.DAY_MILLIS * 40 / 168;
        for (int i = 1; i < instants.size(); i++) {
            gaps.add(hours.between(instants.get(i - 1), instants.get(i)) / meanGap);
        }
        Collections.sort(gaps);
        double farthest = 0;
        for (int i = 0; i < gaps.size(); i++) {
            farthest = Math.max(farthest, Math.abs(1 - Math.exp(-gaps.get(i)) - (i + 0.5) / gaps.size()));
        }
        assertThat(gaps).hasSizeGreaterThan(17_000);
        assertThat(farthest).isLessThan(1.63 / Math.sqrt(gaps.size()));
    }

    @Test
    void aCalendarThatIsNeverOpenBringsNothing() {
        Run run = Run.of(lab(stream("ash").hours(DAY_SHIFT)).window("2025-01-04", 2));
        assertThat(arisen(run)).isZero();
        assertThat(arisen(Run.of(lab(stream("ash").hours(DAY_SHIFT).flows(1)).window("2025-01-04", 2))))
                .isZero();
    }

    /** Runs a stream whose rate an event changes from the sixth to the tenth day. */
    private static List<String> changing(Parts.StreamPart part, double factor, boolean replaces) {
        Field mean = Field.of(Field.Kind.STREAM_MEAN, new Part(Part.Kind.STREAM, "donor", "ash"));
        Event.Change change = replaces ? new Event.SetTo(mean, factor) : new Event.Scale(mean, factor);
        TinyLab lab = lab(part)
                .window("2025-01-01", 20)
                .event(
                        "slump",
                        new Event.At(LocalDate.of(2025, 1, 6)),
                        new Interval(5.0 * Horizon.DAY_MILLIS, new Spread.None()),
                        change);
        return Run.of(lab).facts().stream()
                .filter(fact -> fact.kind() == FactKind.GENERATED)
                .map(fact -> fact.millis() / 3.6e6 + " h " + fact.amount() / 1e6 + " t")
                .toList();
    }

    @Test
    void theRateOfAStreamMayBeChangedWhileItRuns() {
        assertThat(changing(stream("ash").flows(YEAR, 6), 2, false))
                .containsExactly("132.0 h 6.0 t", "204.0 h 6.0 t", "312.0 h 6.0 t", "456.0 h 6.0 t", "480.0 h 1.0 t");
        assertThat(changing(stream("ash").flows(YEAR, 6), 0, true))
                .containsExactly("264.0 h 6.0 t", "408.0 h 6.0 t", "480.0 h 3.0 t");
        assertThat(changing(stream("ash").batches(4, 4), 3 * YEAR, true))
                .containsExactly("48.0 h 4.0 t", "144.0 h 12.0 t", "240.0 h 4.0 t", "336.0 h 4.0 t", "432.0 h 4.0 t");
    }
}
