package org.circlab.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.kernel.EventType;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.model.Event;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the lab: events begin and end, by date or by chance, and what is in force follows from those that are active
 * and from nothing else. Nothing of an event depends on another one.
 */
final class Shocks {

    private final Stage stage;
    private final Closing closing;
    private final Lines lines;
    private final Arisings arisings;
    private final Runnable reprice;
    private final EventType begins;
    private final EventType ends;
    /** Once an instant, after all that ends and begins then: what two touching events close does not open between them. */
    private final EventType takeEffect;

    private boolean effectPending;
    private final List<Happening> happenings;
    /** In the order in which they began, those of one instant in the order of ids. */
    private final List<Happening> active = new ArrayList<>();

    /** What an event is for the run. */
    private static final class Happening {
        private final Event event;
        private final int index;
        private final Chance gap;
        private final Chance length;
        private final List<Addition> additions = new ArrayList<>();
        private long beganMillis;

        Happening(Stage stage, Event event, int index) {
            this.event = event;
            this.index = index;
            Interval gaps = event.begin() instanceof Event.Every every ? every.gap() : null;
            this.gap = new Chance(gaps, stage.streams().stream("event-begins", "", event.id()));
            this.length = new Chance(event.lasts(), stage.streams().stream("event-lasts", "", event.id()));
        }

        boolean isAfter(Happening other) {
            return beganMillis > other.beganMillis || (beganMillis == other.beganMillis && index > other.index);
        }
    }

    /** Times that are drawn one after the other, {@link Horizon#FOREVER_MILLIS} at most, and where there is no interval. */
    private static final class Chance {
        private final @Nullable Interval interval;
        private final @Nullable Sampler spread;
        private final RandomStream stream;

        Chance(@Nullable Interval interval, RandomStream stream) {
            this.interval = interval;
            this.spread = interval == null ? null : Spreads.sampler(interval.spread());
            this.stream = stream;
        }

        long millis() {
            return interval == null || spread == null
                    ? Horizon.FOREVER_MILLIS
                    : Spreads.millis(interval.meanMillis(), spread.sample(stream));
        }
    }

    /** What an event adds to one stream; the k-th draw belongs to its k-th beginning. */
    private record Addition(int number, long meanGrams, Sampler spread, RandomStream stream) {

        long grams() {
            return Math.round(meanGrams * spread.sample(stream));
        }
    }

    /**
     * The events of a lab.
     *
     * @param reprice run when prices have changed
     */
    Shocks(Stage stage, Closing closing, Lines lines, Arisings arisings, Runnable reprice) {
        this.stage = stage;
        this.closing = closing;
        this.lines = lines;
        this.arisings = arisings;
        this.reprice = reprice;
        this.begins = stage.define(
                "event-begins",
                Priorities.EVENT_BEGINS,
                this::begin,
                (index, began) -> stage.lab().lab().events().get(index).id());
        this.ends = stage.define(
                "event-ends",
                Priorities.EVENT_ENDS,
                (index, payload) -> end(index),
                (index, payload) -> stage.lab().lab().events().get(index).id());
        this.takeEffect = stage.define(
                "events-take-effect",
                Priorities.EVENTS_TAKE_EFFECT,
                (subject, payload) -> apply(),
                (subject, payload) -> "all that are on");
        this.happenings = new ArrayList<>();
        for (Event event : stage.lab().lab().events()) {
            Happening happening = new Happening(stage, event, happenings.size());
            happenings.add(happening);
            for (Event.Change change : event.changes()) {
                if (change instanceof Event.Add add) {
                    happening.additions.add(addition(add, event.id()));
                }
            }
        }
    }

    private Addition addition(Event.Add add, String event) {
        int number = arisings.addition(add.part(), event);
        String subject = event + "/" + add.part().id();
        return new Addition(
                number,
                add.grams(),
                Spreads.sampler(add.spread()),
                stage.streams().stream("event-adds", add.part().owner(), subject));
    }

    /** Schedules the first occurrence of every event; one that has begun before the run is in force from its start. */
    void start() {
        Horizon horizon = stage.lab().lab().horizon();
        for (Happening happening : happenings) {
            if (happening.event.begin() instanceof Event.At at) {
                long began = horizon.millisAt(at.date());
                begins.at(Math.max(began, stage.kernel().now()), happening.index, began);
            } else {
                scheduleNext(happening);
            }
        }
    }

    private void scheduleNext(Happening happening) {
        long begin = stage.kernel().now() + happening.gap.millis();
        begins.at(begin, happening.index, begin);
    }

    private void begin(int index, long beganMillis) {
        Happening happening = happenings.get(index);
        long now = stage.kernel().now();
        long length = happening.length.millis();
        boolean forGood = length == Horizon.FOREVER_MILLIS;
        if (!forGood && beganMillis + length <= now) {
            return;
        }
        for (Addition addition : happening.additions) {
            bring(addition, beganMillis, forGood ? 1 : (length + Horizon.DAY_MILLIS - 1) / Horizon.DAY_MILLIS);
        }
        happening.beganMillis = beganMillis;
        int place = active.size();
        while (place > 0 && active.get(place - 1).isAfter(happening)) {
            place--;
        }
        active.add(place, happening);
        if (!forGood) {
            ends.at(beganMillis + length, index, 0);
        }
        scheduleEffect();
    }

    /** An addition arises in equal parts, one a day; those before the run are over. */
    private void bring(Addition addition, long beganMillis, long days) {
        long grams = addition.grams();
        long parts = Math.max(1, days);
        for (long day = 0; day < parts; day++) {
            long instant = beganMillis + day * Horizon.DAY_MILLIS;
            long part = grams / parts + (day < grams % parts ? 1 : 0);
            if (instant >= stage.kernel().now() && part > 0) {
                arisings.add(addition.number(), instant, part);
            }
        }
    }

    private void end(int index) {
        Happening happening = happenings.get(index);
        active.remove(happening);
        if (happening.event.begin() instanceof Event.Every) {
            scheduleNext(happening);
        }
        scheduleEffect();
    }

    private void scheduleEffect() {
        if (!effectPending) {
            effectPending = true;
            takeEffect.after(0, 0, 0);
        }
    }

    /** Puts in force what the active events make of the lab. */
    private void apply() {
        effectPending = false;
        Map<Field, Effect> effects = new HashMap<>();
        Closures closures = new Closures(stage.lab());
        for (Happening happening : active) {
            for (Event.Change change : happening.event.changes()) {
                if (change instanceof Event.Close close) {
                    closing.add(close.part(), happening.event.id(), closures);
                } else if (change instanceof Event.SetTo set) {
                    add(set.field(), set, effects);
                } else if (change instanceof Event.Scale scale) {
                    add(scale.field(), scale, effects);
                }
            }
        }
        effects.values().removeIf(Effect.NONE::equals);
        Map<Field, Effect> prices = stage.inForce().priceEffects();
        Closures before = stage.inForce().closures();
        arisings.settle(closures);
        stage.inForce().become(effects, closures);
        closing.carryOut(before, closures);
        if (!prices.equals(stage.inForce().priceEffects())) {
            reprice.run();
        }
        arisings.follow();
        closing.wake(before, closures);
        lines.wakeAll();
    }

    private static void add(Field field, Event.Change change, Map<Field, Effect> effects) {
        effects.put(field, effects.getOrDefault(field, Effect.NONE).then(change));
    }
}
