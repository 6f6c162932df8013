package org.circlab.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** One line that shows how many runs are done, how fast, and how long the others will take, redrawn in place and erased at the end. */
final class ProgressLine implements AutoCloseable {

    private static final int BAR = 30;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintWriter to;
    private final LongSupplier nanoTime;
    private final String what;
    private final Pace pace;
    private long drawn;
    private int width;
    private boolean closed;

    /**
     * Nothing is shown before the first run is done.
     *
     * @param to a terminal
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    ProgressLine(PrintWriter to, LongSupplier nanoTime) {
        this(to, nanoTime, "runs");
    }

    /** The same for runs of which some were done before, by an earlier process. */
    ProgressLine(PrintWriter to, LongSupplier nanoTime, long already) {
        this(to, nanoTime, "runs", already);
    }

    /** The same for what is not counted in runs; {@code what} is its plural. */
    ProgressLine(PrintWriter to, LongSupplier nanoTime, String what) {
        this(to, nanoTime, what, 0);
    }

    private ProgressLine(PrintWriter to, LongSupplier nanoTime, String what, long already) {
        this.what = what;
        this.to = to;
        this.nanoTime = nanoTime;
        long begun = nanoTime.getAsLong();
        this.pace = new Pace(begun, already);
        this.drawn = begun - REDRAW_NANOS;
    }

    /** Shows that {@code runs} of {@code of} are done; called by any thread, drawn ten times a second at most. */
    synchronized void done(int runs, int of) {
        long now = nanoTime.getAsLong();
        String paced = pace.of(runs, of, now);
        if (closed || (now - drawn < REDRAW_NANOS && runs < of)) {
            return;
        }
        drawn = now;
        String line = "%s %d of %d %s%s".formatted(bar(runs, of), runs, of, what, paced);
        to.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        to.flush();
        width = line.length();
    }

    /** Erases the line. */
    @Override
    public synchronized void close() {
        closed = true;
        if (width > 0) {
            to.print("\r" + " ".repeat(width) + "\r");
            to.flush();
            width = 0;
        }
    }

    private static String bar(int runs, int of) {
        int full = (int) ((long) BAR * runs / of);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }
}
