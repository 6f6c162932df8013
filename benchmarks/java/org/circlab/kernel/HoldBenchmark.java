package org.circlab.kernel;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hold model (Jones, "An empirical comparison of priority-queue and event-set implementations", CACM 29(4),
 * 1986): the earliest event runs, and its action schedules one successor, so the number of pending events stays.
 * The kernel, through its public face, against a {@link PriorityQueue} of event objects that does the same work per
 * event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class HoldBenchmark {

    private static final int HOLDS = 100_000;
    private static final int DRAWS = 1 << 16;
    private static final double MEAN_MILLIS = 10_000_000;

    @Param({"100", "1000", "10000", "100000", "1000000"})
    int pending;

    @Param({"exponential", "bimodal", "skewed"})
    String increments = "exponential";

    private long[] draws = new long[0];
    private KernelHold kernelHold = new KernelHold(draws);
    private PeerHold peerHold = new PeerHold(draws);

    /** Fills both queues and lets them pass from the start to the steady state. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(42);
        draws = new long[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = (long) (MEAN_MILLIS * draw(random));
        }
        kernelHold = new KernelHold(draws);
        peerHold = new PeerHold(draws);
        for (int i = 0; i < pending; i++) {
            kernelHold.hold(i, i);
            peerHold.schedule(peerHold.hold, i, i);
        }
        int settling = Math.max(HOLDS, 5 * pending);
        kernelHold.run(settling);
        peerHold.run(settling);
    }

    /**
     * An increment. The bimodal law is that of Jones (1986) and of Rönngren and Ayani, "A comparative study of parallel and
     * sequential priority queue algorithms", ACM TOMACS 7(2), 1997; the skewed one, nine short and one a hundred times as
     * long, leaves most events far ahead.
     */
    private double draw(SplittableRandom random) {
        return switch (increments) {
            case "bimodal" -> 0.95238 * random.nextDouble() + (random.nextInt(10) == 0 ? 9.5238 : 0);
            case "skewed" -> exponential(random) * (random.nextInt(10) == 0 ? 100 : 1);
            default -> exponential(random);
        };
    }

    private static double exponential(SplittableRandom random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** Holds by the kernel. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long kernel() {
        kernelHold.run(HOLDS);
        return kernelHold.kernel.now();
    }

    /** Holds by the peer. */
    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public long priorityQueue() {
        peerHold.run(HOLDS);
        return peerHold.now;
    }

    private static final class KernelHold {
        private final Kernel kernel = new Kernel();
        private final EventType type = kernel.define("hold", 0, this::hold);
        private final long[] draws;
        private int drawn;
        private int left = Integer.MAX_VALUE;

        KernelHold(long[] draws) {
            this.draws = draws;
        }

        void run(int holds) {
            left = holds;
            kernel.run(Long.MAX_VALUE);
        }

        private void hold(int subject, long payload) {
            type.after(draws[drawn++ & (DRAWS - 1)], subject, payload + 1);
            if (--left == 0) {
                kernel.stop();
            }
        }
    }

    private static final class PeerHold {
        private final PriorityQueue<Event> queue = new PriorityQueue<>();
        private final EventAction hold = this::hold;
        private final long[] draws;
        private long now;
        private long sequence;
        private int drawn;
        private int left;

        PeerHold(long[] draws) {
            this.draws = draws;
        }

        void run(int holds) {
            left = holds;
            while (left > 0) {
                Event event = queue.remove();
                now = event.time;
                event.action.run(event.subject, event.payload);
            }
        }

        void schedule(EventAction action, int subject, long payload) {
            long time = now + draws[drawn++ & (DRAWS - 1)];
            queue.add(new Event(time, 0, ++sequence, action, subject, payload));
        }

        private void hold(int subject, long payload) {
            schedule(hold, subject, payload + 1);
            left--;
        }
    }

    private static final class Event implements Comparable<Event> {
        private final long time;
        private final int priority;
        private final long sequence;
        private final EventAction action;
        private final int subject;
        private final long payload;

        Event(long time, int priority, long sequence, EventAction action, int subject, long payload) {
            this.time = time;
            this.priority = priority;
            this.sequence = sequence;
            this.action = action;
            this.subject = subject;
            this.payload = payload;
        }

        @Override
        public int compareTo(Event other) {
            if (time != other.time) {
                return time < other.time ? -1 : 1;
            }
            if (priority != other.priority) {
                return priority < other.priority ? -1 : 1;
            }
            return Long.compare(sequence, other.sequence);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Event event && compareTo(event) == 0;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sequence);
        }
    }
}
