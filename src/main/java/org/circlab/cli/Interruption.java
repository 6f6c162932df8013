package org.circlab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C stop the current thread in an orderly way: it is interrupted, and the JVM waits until it has cleared up what was
 * half done. The JVM then ends with exit code 130 by itself.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch cleared = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread worker) {
        this.hook = new Thread(() -> stop(worker), "circlab-interruption");
    }

    /** Watches over the current thread until closed. */
    static Interruption watch() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Nothing is left to clear up. */
    void close() {
        cleared.countDown();
    }

    private void stop(Thread worker) {
        worker.interrupt();
        try {
            cleared.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
