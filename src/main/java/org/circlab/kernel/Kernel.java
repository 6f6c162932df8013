package org.circlab.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clock and the pending events of one run. Events run in the total order (time, priority, sequence of
 * scheduling), so a run depends on nothing but what its actions do.
 *
 * <p>Time is in integer milliseconds on a clock of the caller's, whose 0 need not be the start of the run: where a warm-up
 * precedes it, the clock begins below 0. One thread uses a kernel; any number of kernels
 * may run side by side.
 */
public final class Kernel {

    private static final int MAX_KINDS = 65_535;
    private static final int MAX_PRIORITY = 255;

    private final EventStore store = new EventStore();
    private final EventQueue queue = new EventQueue(store);
    private EventType[] types = new EventType[16];
    private int kinds;
    private @Nullable TraceListener listener;
    private long now;
    private long sequence;
    private boolean running;
    private boolean stopped;

    /** A kernel whose clock shows 0. */
    public Kernel() {
        this(0);
    }

    /**
     * A kernel with a clock of its own start.
     *
     * @param startMillis what the clock shows first; negative where a warm-up precedes time 0
     */
    public Kernel(long startMillis) {
        now = startMillis;
    }

    /**
     * Defines a type of event.
     *
     * @param name for people and messages, not blank; need not be unique
     * @param priority rank among events of the same time, 0 to 255; the lower runs first
     * @param action what its events do
     * @throws IllegalArgumentException if the name is blank or the priority out of range
     * @throws IllegalStateException beyond 65 535 types
     */
    public EventType define(String name, int priority, EventAction action) {
        Objects.requireNonNull(action, "action");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of an event type is blank; it must say what happens");
        }
        if (priority < 0 || priority > MAX_PRIORITY) {
            throw new IllegalArgumentException(
                    "priority of '" + name + "' is " + priority + "; it must be in 0 to 255");
        }
        if (kinds == MAX_KINDS) {
            throw new IllegalStateException("event types exceed " + MAX_KINDS
                    + ". Maybe one is defined for each actor, where a subject would do?");
        }
        if (kinds == types.length) {
            types = Arrays.copyOf(types, kinds << 1);
        }
        EventType type = new EventType(this, kinds, name, priority, action);
        types[kinds++] = type;
        return type;
    }

    long schedule(EventType type, long time, int subject, long payload) {
        if (time < now) {
            throw new IllegalArgumentException("time of '" + type.name() + "' is " + time
                    + " ms; it must not be before now, " + now + " ms. Maybe a delay is meant?");
        }
        long order = ++sequence;
        long key = type.priorityBits | order;
        int slot = store.take(time, key, payload, subject, type.kind);
        queue.add(slot, time, key, now);
        return EventStore.handle(slot, order);
    }

    /** All types that have been defined, in the order of their definition. */
    public List<EventType> types() {
        return List.of(Arrays.copyOf(types, kinds));
    }

    /** The time on the clock in milliseconds; negative during a warm-up that precedes time 0. */
    public long now() {
        return now;
    }

    /**
     * Runs all events before a horizon, those scheduled on the way included, and sets the clock to it. Events at
     * the horizon itself wait for a later call.
     *
     * @param horizonMillis a time on the clock in milliseconds, not before now
     * @throws IllegalArgumentException if the horizon is in the past
     * @throws IllegalStateException if called from inside an action
     */
    public void run(long horizonMillis) {
        if (horizonMillis < now) {
            throw new IllegalArgumentException(
                    "horizon is " + horizonMillis + " ms; it must not be before now, " + now + " ms");
        }
        if (running) {
            throw new IllegalStateException(
                    "run is called from inside an action; an action may only schedule and stop");
        }
        running = true;
        stopped = false;
        try {
            drain(horizonMillis);
        } finally {
            running = false;
        }
    }

    private void drain(long horizon) {
        while (!stopped) {
            int slot = queue.poll(horizon, now);
            if (slot == EventStore.NONE) {
                now = horizon;
                return;
            }
            execute(slot);
        }
    }

    private void execute(int slot) {
        EventType type = types[store.kind(slot)];
        int subject = store.subject(slot);
        long payload = store.payload(slot);
        now = store.time(slot);
        type.executed++;
        TraceListener observer = listener;
        if (observer == null) {
            store.free(slot);
        } else {
            long order = EventStore.sequence(store.key(slot));
            store.free(slot);
            observer.event(now, order, type, subject, payload);
        }
        type.action.run(subject, payload);
    }

    /** Ends the current {@link #run} after the current action; the clock stays. Outside a run it has no effect. */
    public void stop() {
        stopped = true;
    }

    /**
     * Takes a pending event out. A handle is stale once its event ran or was cancelled, and never reaches another
     * event.
     *
     * @param handle as returned by {@link EventType#at} or {@link EventType#after}; any other value counts as stale
     * @return whether the event was pending
     */
    public boolean cancel(long handle) {
        int slot = store.pendingSlot(handle);
        if (slot == EventStore.NONE) {
            return false;
        }
        store.cancel(slot);
        queue.cancelled(now);
        return true;
    }

    /** Whether the event of this handle waits to run; false for a stale handle, and for 0. */
    public boolean isPending(long handle) {
        return store.pendingSlot(handle) != EventStore.NONE;
    }

    /** How many events wait to run. */
    public int pending() {
        return queue.pending();
    }

    /** How many slots were ever needed at once, cancelled events that are not yet swept out included. */
    int slotsUsed() {
        return store.used();
    }

    /** How many events have run. */
    public long executed() {
        long sum = 0;
        for (int i = 0; i < kinds; i++) {
            sum += types[i].executed;
        }
        return sum;
    }

    /**
     * Sets the one listener that sees each event before its action runs.
     *
     * @param observer replaces the former one; null for none
     */
    public void trace(@Nullable TraceListener observer) {
        this.listener = observer;
    }
}
