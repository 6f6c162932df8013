package org.circlab.cli;

import java.util.function.LongSupplier;
import org.circlab.experiment.Progress;
import org.jspecify.annotations.Nullable;

/** Tells how far a study is: by a bar on a terminal, by a line now and then where nobody can redraw one. */
final class StudyProgress implements Progress, AutoCloseable {

    private static final long FIRST_NANOS = 10_000_000_000L;
    private static final long NEXT_NANOS = 60_000_000_000L;

    private final Console console;
    private final LongSupplier nanoTime;
    private final Pace pace;
    private final @Nullable ProgressLine line;
    private long next;

    /**
     * Begins now.
     *
     * @param already runs that were done before, by an earlier process
     */
    StudyProgress(Console console, LongSupplier nanoTime, long already) {
        this.console = console;
        this.nanoTime = nanoTime;
        long begun = nanoTime.getAsLong();
        this.pace = new Pace(begun, already);
        this.next = begun + FIRST_NANOS;
        this.line = console.errIsTerminal() ? new ProgressLine(console.err(), nanoTime, already) : null;
    }

    @Override
    public void done(int runs, int of) {
        if (line != null) {
            line.done(runs, of);
            return;
        }
        long now = nanoTime.getAsLong();
        String paced = pace.of(runs, of, now);
        if (now >= next) {
            next = now + NEXT_NANOS;
            console.message("circlab: " + runs + " of " + of + " runs" + paced);
        }
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
    }
}
