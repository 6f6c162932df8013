package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Changes.close;
import static org.circlab.simulation.Changes.days;
import static org.circlab.simulation.Changes.field;
import static org.circlab.simulation.Changes.scale;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.circlab.ledger.FactKind;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Interventions;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.model.Part;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of events whatever the lab. */
class ShockLawsTest {

    private static final Set<Field.Kind> OF_TWO_MATERIALS =
            Set.of(Field.Kind.NEED_FEE, Field.Kind.LINE_FEE, Field.Kind.MARKET_PRICE);
    private static final LocalDate STEP = LocalDate.of(2025, 2, 20);
    private static final LocalDate LATER = LocalDate.of(2025, 3, 15);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Scales every stream, line, need, site and price of a lab. */
    private static Event.Change[] scaleAll(Lab lab, double factor) {
        List<Event.Change> changes = new ArrayList<>();
        for (Actor actor : lab.actors()) {
            String id = actor.id();
            actor.generates().forEach(each -> changes.add(scale(Field.Kind.STREAM_MEAN, id, each.material(), factor)));
            actor.lines().forEach(each -> changes.add(scale(Field.Kind.LINE_CAPACITY, id, each.id(), factor)));
            actor.needs().forEach(each -> changes.add(scale(Field.Kind.NEED_MEAN, id, each.id(), factor)));
            actor.sites().forEach(each -> changes.add(scale(Field.Kind.SITE_FEE, id, each.id(), factor)));
        }
        changes.add(scale(Field.Kind.MODE_COST, "", "truck", factor));
        for (Field.Kind kind : List.of(Field.Kind.LANDFILL_TAX, Field.Kind.CARBON_PRICE)) {
            changes.add(new Event.Scale(Field.of(kind, Part.LAB), factor));
        }
        return changes.toArray(Event.Change[]::new);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEventThatComesTooLateAndOneThatScalesBy100PercentChangeNoFact(long seed) {
        Lab lab = RandomLabs.calm(seed).lab();
        Run run = Run.of(lab, seed, 0);
        LocalDate end = lab.horizon().end();
        Event.Every random = new Event.Every(days(9, new Spread.Exponential()));
        Lab late = RandomLabs.calm(seed)
                .event("late", end.toString(), scaleAll(lab, 0))
                .event("never", new Event.Every(days(3000)), days(1), scaleAll(lab, 0))
                .event("over", new Event.At(lab.horizon().warmUpStart().minusDays(9)), days(9), scaleAll(lab, 0))
                .lab();
        Lab idle = RandomLabs.calm(seed)
                .event("idle", random, days(7, new Spread.Gamma(1)), scaleAll(lab, 1))
                .lab();
        for (Lab other : List.of(late, idle)) {
            Run again = Run.of(other, seed, 0);
            assertThat(again.facts()).isEqualTo(run.facts());
            assertThat(again.accounts()).isEqualTo(run.accounts());
            assertThat(again.months()).isEqualTo(run.months());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aShutStreamBringsWhatItBringsOtherwiseWhenItIsOpenAndNoOtherHearsOfIt(long seed) {
        Lab lab = RandomLabs.calm(seed).lab();
        Run run = Run.of(lab, seed, 0);
        Actor actor = lab.actors().get(0);
        LocalDate date = lab.horizon().start().plusDays(20);
        long from = lab.horizon().millisAt(date);
        long to = from + 25 * Horizon.DAY_MILLIS;
        Run shut = Run.of(
                RandomLabs.calm(seed)
                        .event("shut", new Event.At(date), days(25), close(Part.Kind.ACTOR, "", actor.id()))
                        .lab(),
                seed,
                0);
        Map<String, Long> open = drawn(run);
        open.keySet().removeIf(key -> {
            long millis = Long.parseLong(key.substring(0, key.indexOf(' ')));
            return key.contains(" " + actor.id() + " ") && millis >= from && millis < to;
        });
        assertThat(drawn(shut)).isEqualTo(open);
    }

    private static List<Run.Fact> generated(Run run) {
        return run.facts().stream()
                .filter(fact -> fact.kind() == FactKind.GENERATED)
                .toList();
    }

    /**
     * What was drawn by instant, actor and material, whether it arose or a full store withheld it; without streams that flow,
     * which bring what has gathered at the instant at which they are shut.
     */
    private static Map<String, Long> drawn(Run run) {
        Set<String> flowing = new HashSet<>();
        for (Actor actor : run.lab().lab().actors()) {
            actor.generates().stream()
                    .filter(Arising::continuous)
                    .forEach(arising -> flowing.add(" " + actor.id() + " " + arising.material()));
        }
        Map<String, Long> drawn = new TreeMap<>();
        for (Run.Fact fact : run.facts()) {
            String stream = " " + run.chart().parties().get(fact.from()) + " "
                    + (fact.kind() == FactKind.GENERATED || fact.kind() == FactKind.WITHHELD
                            ? run.chart().materials().get(fact.subject())
                            : "");
            if ((fact.kind() == FactKind.GENERATED || fact.kind() == FactKind.WITHHELD) && !flowing.contains(stream)) {
                drawn.merge(fact.millis() + stream, fact.amount(), Long::sum);
            }
        }
        return drawn;
    }

    /** A lab with every value that may change in time, at its place. */
    private static TinyLab everyField(Function<Field.Kind, Timed> values) {
        return TinyLab.of()
                .window("2025-01-01", 120)
                .donor(
                        "donor",
                        stream("ash")
                                .mean(values.apply(Field.Kind.STREAM_MEAN))
                                .every(1.3, new Spread.Exponential())
                                .spread(new Spread.Gamma(0.4)),
                        stream("slag"))
                .line(
                        "mill",
                        line("grinding", "ash", "slag")
                                .capacity(values.apply(Field.Kind.LINE_CAPACITY))
                                .service(new Spread.Lognormal(0.3))
                                .store(9)
                                .fee("ash", values.apply(Field.Kind.LINE_FEE))
                                .costs(3, 40)
                                .sells("sand", 0.6, values.apply(Field.Kind.MARKET_PRICE), 10)
                                .out("dust", 0.2))
                .need(
                        "kiln",
                        need("clay")
                                .mean(values.apply(Field.Kind.NEED_MEAN))
                                .every(2.1, new Spread.Exponential())
                                .virgin(values.apply(Field.Kind.VIRGIN_PRICE), 5)
                                .accepts("ash", 0.9, values.apply(Field.Kind.NEED_FEE))
                                .accepts("sand", 1, 2)
                                .store(5))
                .site(
                        "tip",
                        site("cell", "ash", "slag", "dust", "sand")
                                .fee(values.apply(Field.Kind.SITE_FEE))
                                .taxed()
                                .ghg(7))
                .contract("standing", "donor", "mill", "slag", 200, values.apply(Field.Kind.CONTRACT_FEE))
                .truck(values.apply(Field.Kind.MODE_COST), 0.1)
                .km("donor", "mill", 30)
                .km("donor", "kiln", 20)
                .km("donor", "tip", 50)
                .km("mill", "kiln", 10)
                .policy(values.apply(Field.Kind.LANDFILL_TAX), values.apply(Field.Kind.CARBON_PRICE), 0)
                .subsidy(
                        new Interventions.Scope(Set.of(Operation.R5), Set.of(), Set.of()),
                        true,
                        values.apply(Field.Kind.SUBSIDY))
                .quota(
                        new Interventions.Scope(Set.of(Operation.D1), Set.of(), Set.of()),
                        values.apply(Field.Kind.QUOTA),
                        7.0)
                .exchange(Exchange.Rule.CHEAPEST, 0);
    }

    private static Field fieldOf(Field.Kind kind) {
        String material = kind == Field.Kind.MARKET_PRICE ? "sand" : OF_TWO_MATERIALS.contains(kind) ? "ash" : "";
        return switch (kind.of()) {
            case STREAM -> field(kind, "donor", "ash", material);
            case LINE -> field(kind, "mill", "grinding", material);
            case NEED -> field(kind, "kiln", "clay", material);
            case SITE -> field(kind, "tip", "cell", material);
            case CONTRACT -> field(kind, "", "standing", material);
            case PROCESS -> field(kind, "", "grinding", material);
            case MODE -> field(kind, "", "truck", material);
            default ->
                new Field(kind, Part.LAB, kind == Field.Kind.SUBSIDY ? "s0" : kind == Field.Kind.QUOTA ? "q0" : "");
        };
    }

    private static double usual(Field.Kind kind) {
        return switch (kind) {
            case STREAM_MEAN -> 1000;
            case NEED_MEAN -> 500;
            case VIRGIN_PRICE -> 20;
            case NEED_FEE -> -4;
            case LINE_CAPACITY -> 2.5;
            case LINE_FEE -> 1;
            case SITE_FEE -> 6;
            case CONTRACT_FEE -> 2;
            case MARKET_PRICE -> 3;
            case MODE_COST -> 0.1;
            case LANDFILL_TAX -> 5;
            case CARBON_PRICE -> 50;
            case SUBSIDY -> 4;
            case QUOTA -> 40;
        };
    }

    private static TinyLab usual() {
        return everyField(kind -> Timed.constant(usual(kind)));
    }

    /** A value that is changed between two dates by steps or by an event is the same thing, to the micro-euro. */
    @ParameterizedTest
    @EnumSource(Field.Kind.class)
    void aDatedSetAndAScaleEqualDatedSteps(Field.Kind kind) {
        double usual = usual(kind);
        Timed stepping = new Timed(List.of(
                new Timed.Step(LocalDate.EPOCH, usual),
                new Timed.Step(STEP, usual * 1.75),
                new Timed.Step(LATER, usual)));
        Event.At at = new Event.At(STEP);
        double length = LATER.toEpochDay() - STEP.toEpochDay();
        Event.Change set = new Event.SetTo(fieldOf(kind), usual * 1.75);
        Event.Change scale = new Event.Scale(fieldOf(kind), 1.75);
        for (long seed = 0; seed < 5; seed++) {
            TinyLab dated = everyField(each -> each == kind ? stepping : Timed.constant(usual(each)));
            List<Run.Fact> facts = Run.of(dated.lab(), seed, 1).facts();
            for (Event.Change change : List.of(set, scale)) {
                Lab lab = usual().event("e", at, days(length), change).lab();
                assertThat(Run.of(lab, seed, 1).facts()).isEqualTo(facts);
            }
            assertThat(Run.of(usual().lab(), seed, 1).facts()).isNotEqualTo(facts);
        }
    }

    /** At a fixed interval a step counts for its share of the interval that it falls into, an event from the next one on. */
    @Test
    void atAFixedIntervalTheyAgreeButForTheOccurrenceAroundTheDate() {
        Timed steps = new Timed(
                List.of(new Timed.Step(LocalDate.EPOCH, 700), new Timed.Step(LocalDate.of(2025, 2, 6), 1400)));
        Run dated = Run.of(weekly(steps));
        Run event = Run.of(weekly(Timed.constant(700))
                .event("e", "2025-02-06", new Event.SetTo(fieldOf(Field.Kind.STREAM_MEAN), 1400)));
        List<Run.Fact> first = generated(dated);
        List<Run.Fact> second = generated(event);
        assertThat(first).hasSameSizeAs(second).hasSize(10);
        for (int i = 0; i < first.size(); i++) {
            if (i == 5) {
                assertThat(first.get(i).amount()).isEqualTo(24_914_442);
                assertThat(second.get(i).amount()).isEqualTo(26_830_938);
            } else {
                assertThat(first.get(i)).isEqualTo(second.get(i));
            }
        }
    }

    private static TinyLab weekly(Timed mean) {
        return TinyLab.of()
                .window("2025-01-01", 70)
                .donor("donor", stream("ash").mean(mean).every(7, new Spread.None()))
                .site("tip", site("cell", "ash"));
    }

    /** Whatever events overlap, a value is what those that are active make of the dated one, in the order of their beginning. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theValueInForceFollowsFromTheDatedOneAndTheActiveEvents(long seed) {
        Random random = new Random(seed);
        LocalDate start = LocalDate.of(2025, 1, 1);
        List<Timed.Step> steps = new ArrayList<>(List.of(new Timed.Step(start, 365_250)));
        steps.add(new Timed.Step(start.plusDays(1 + random.nextInt(40)), random.nextInt(1_000_000)));
        Timed mean = new Timed(steps);
        List<Event> events = new ArrayList<>();
        Field field = field(Field.Kind.STREAM_MEAN, "donor", "ash", "");
        TinyLab lab = TinyLab.of()
                .window("2025-01-01", 60)
                .donor("donor", stream("ash").mean(mean))
                .site("tip", site("cell", "ash"));
        for (int i = 0; i < 6; i++) {
            Event.At at = new Event.At(start.plusDays(random.nextInt(60) - 10));
            Event.Change change = random.nextInt(3) == 0
                    ? new Event.SetTo(field, random.nextInt(1_000_000))
                    : new Event.Scale(field, random.nextInt(4) / 2.0);
            events.add(new Event("e" + i, at, days(1 + random.nextInt(40)), List.of(change)));
            lab.event("e" + i, at, events.get(i).lasts(), change);
        }
        List<Run.Fact> facts = generated(Run.of(lab));
        long[] expected = IntStream.range(0, 60)
                .mapToLong(day -> grams(start.plusDays(day), mean, events))
                .filter(grams -> grams > 0)
                .toArray();
        assertThat(facts).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(facts.get(i).amount()).isCloseTo(expected[i], within(1L));
        }
    }

    /** A day's batch by an arithmetic of its own: the active events of the day are sorted and applied one after the other. */
    private static long grams(LocalDate day, Timed mean, List<Event> events) {
        double rate = mean.on(day);
        List<Event> active = events.stream()
                .filter(event -> !date(event).isAfter(day))
                .filter(event -> event.lasts() != null
                        && day.toEpochDay() - date(event).toEpochDay()
                                < event.lasts().meanMillis() / Horizon.DAY_MILLIS)
                .sorted(Comparator.comparing(ShockLawsTest::date).thenComparing(Event::id))
                .toList();
        for (Event event : active) {
            Event.Change change = event.changes().get(0);
            rate = change instanceof Event.SetTo set ? set.value() : rate * ((Event.Scale) change).factor();
        }
        return Math.round(rate / Horizon.DAYS_PER_YEAR * 1e6);
    }

    private static LocalDate date(Event event) {
        return ((Event.At) event.begin()).date();
    }
}
