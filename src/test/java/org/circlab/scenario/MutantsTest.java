package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;

/**
 * Thousands of mutants, or as many as {@code -Dcirclab.mutations} asks for, from the seed {@code -Dcirclab.mutations.from} on:
 * each ends in findings, or in a lab that reads back and runs.
 */
class MutantsTest {

    private static final long COUNT = Long.getLong("circlab.mutations", 3_000);
    private static final long FROM = Long.getLong("circlab.mutations.from", 0);
    private static final int THREADS = 2;
    private static final int REPORTED = 10_000;

    private final AtomicLong next = new AtomicLong();
    private final AtomicLongArray ends = new AtomicLongArray(Mutants.End.values().length);

    @Test
    void everyMutantEndsWell() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Long>> workers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                workers.add(this::work);
            }
            for (Future<Long> worker : threads.invokeAll(workers)) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long ran = ends.get(Mutants.End.RAN.ordinal());
        assertThat(ran).as("%s of %d", ends, COUNT).isBetween(COUNT / 50, COUNT * 19 / 20);
        assertThat(ends.get(Mutants.End.REFUSED.ordinal())).as("%s", ends).isGreaterThan(COUNT / 20);
        assertThat(ends.get(Mutants.End.BUSY.ordinal())).as("%s", ends).isLessThan(COUNT / 10);
    }

    private long work() {
        long done = 0;
        for (long i = next.getAndIncrement(); i < COUNT; i = next.getAndIncrement()) {
            String text = Mutants.of(FROM + i);
            try {
                ends.incrementAndGet(Mutants.judged(text).ordinal());
            } catch (RuntimeException | Error e) {
                next.set(COUNT);
                throw new AssertionError("seed " + (FROM + i) + ": " + e + "\n" + text, e);
            }
            done++;
            if (i > 0 && i % REPORTED == 0 && COUNT > REPORTED) {
                System.err.println(i + " mutants: refused, ran, stopped, busy " + ends);
            }
        }
        return done;
    }
}
