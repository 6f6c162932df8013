package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** A kernel under a random program, each of whose events must be the one that a binary heap of objects would run. */
final class MirroredKernel {

    private record Expected(long time, int priority, long sequence, long handle, int subject, long payload)
            implements Comparable<Expected> {
        @Override
        public int compareTo(Expected other) {
            int byTime = Long.compare(time, other.time);
            int byPriority = byTime != 0 ? byTime : Integer.compare(priority, other.priority);
            return byPriority != 0 ? byPriority : Long.compare(sequence, other.sequence);
        }
    }

    private final Kernel kernel;
    private final SplittableRandom random;
    private Delays delays;
    private final PriorityQueue<Expected> oracle = new PriorityQueue<>();
    private final List<EventType> types = new ArrayList<>();
    private final List<Expected> cancellable = new ArrayList<>();
    private final double cancelShare;
    private final boolean tracing;
    private int target;
    private long sequence;
    private long executed;
    private long tracedSequence;
    private long horizon;
    private boolean stopSoon;
    private boolean stopped;

    MirroredKernel(long seed, Delays delays, boolean cancelling) {
        random = new SplittableRandom(seed);
        this.delays = delays;
        long[] starts = {0, -31_557_600_000L, 1_000, Long.MIN_VALUE};
        kernel = new Kernel(starts[random.nextInt(starts.length)]);
        cancelShare = cancelling ? random.nextInt(3) * 0.3 : 0;
        tracing = random.nextBoolean();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int kind = i;
            int priority = random.nextInt(4) == 0 ? 255 : random.nextInt(3);
            types.add(kernel.define(
                    "type" + i, priority, (subject, payload) -> happen(types.get(kind), subject, payload)));
        }
        if (tracing) {
            kernel.trace((time, order, type, subject, payload) -> tracedSequence = order);
        }
    }

    /** Draws the delays in another way from now on. */
    void use(Delays other) {
        delays = other;
    }

    /** Lets the number of pending events move to the target while about the given number of events run. */
    void towards(int newTarget, int events) {
        target = newTarget;
        long until = executed + events;
        if (oracle.isEmpty()) {
            schedule();
        }
        for (int call = 0; executed < until && !oracle.isEmpty() && call < events; call++) {
            if (random.nextInt(4) == 0) {
                schedule();
            }
            runTo(saturated(oracle.peek().time, random.nextInt(8) == 0 ? 0 : saturated(1, delays.next(random))));
        }
    }

    /** Runs everything out; what lies at the largest long stays. */
    void drain() {
        target = 0;
        do {
            runTo(Long.MAX_VALUE);
        } while (stopped);
        assertThat(oracle).allMatch(expected -> expected.time == Long.MAX_VALUE);
    }

    private void runTo(long end) {
        horizon = end;
        stopped = false;
        stopSoon = random.nextInt(8) == 0;
        kernel.run(horizon);
        stopSoon = false;
        boolean clock = stopped || (kernel.now() == horizon && (oracle.isEmpty() || oracle.peek().time >= horizon));
        if (!clock || kernel.pending() != oracle.size() || kernel.executed() != executed) {
            throw new AssertionError("run to " + horizon + " ended at " + kernel.now() + " with " + kernel.pending()
                    + " pending after " + kernel.executed() + "; expected " + oracle.size() + " after " + executed);
        }
    }

    private void happen(EventType type, int subject, long payload) {
        Expected expected = oracle.poll();
        executed++;
        if (expected == null
                || expected.time != kernel.now()
                || expected.time >= horizon
                || expected.subject != subject
                || expected.payload != payload
                || expected.priority != type.priority()
                || (tracing && tracedSequence != expected.sequence)
                || kernel.isPending(expected.handle)) {
            throw new AssertionError(
                    "ran " + type + " " + subject + " at " + kernel.now() + " before " + horizon + " for " + expected);
        }
        int successors = oracle.size() < target ? 1 + random.nextInt(2) : random.nextInt(2);
        if (oracle.size() > 2L * target) {
            successors = 0;
        }
        for (int i = 0; i < successors; i++) {
            schedule();
        }
        if (random.nextDouble() < cancelShare) {
            cancel();
        }
        if (stopSoon) {
            stopSoon = false;
            stopped = true;
            kernel.stop();
        }
    }

    private void schedule() {
        EventType type = types.get(random.nextInt(types.size()));
        long delay = delays.next(random);
        int subject = random.nextInt();
        long payload = random.nextLong();
        long now = kernel.now();
        long time = saturated(now, delay);
        long handle = random.nextBoolean() ? type.at(time, subject, payload) : type.after(time - now, subject, payload);
        Expected expected = new Expected(time, type.priority(), ++sequence, handle, subject, payload);
        if (!kernel.isPending(handle)) {
            throw new AssertionError("not pending: " + expected);
        }
        oracle.add(expected);
        if (random.nextInt(4) == 0) {
            cancellable.add(expected);
        }
    }

    /** Cancels and replaces an event that may have run meanwhile, and sometimes one twice. */
    private void cancel() {
        if (cancellable.isEmpty()) {
            return;
        }
        int at = random.nextInt(cancellable.size());
        Expected chosen = cancellable.get(at);
        boolean pending = kernel.isPending(chosen.handle);
        boolean cancelled = kernel.cancel(chosen.handle);
        if (pending != cancelled || kernel.isPending(chosen.handle) || kernel.cancel(chosen.handle)) {
            throw new AssertionError("cancel of " + chosen + " gave " + cancelled + ", pending was " + pending);
        }
        if (oracle.remove(chosen) != cancelled) {
            throw new AssertionError("cancel of " + chosen + " gave " + cancelled);
        }
        Expected last = cancellable.remove(cancellable.size() - 1);
        if (at < cancellable.size()) {
            cancellable.set(at, last);
        }
    }

    /** The sum, or the largest long where it is beyond; the delay is at least 0. */
    private static long saturated(long time, long delay) {
        long sum = time + delay;
        return sum < time ? Long.MAX_VALUE : sum;
    }
}
