package org.circlab.cli;

import org.circlab.report.Rounded;

/** How fast runs are done, and how long the others will take. */
final class Pace {

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    private final long begun;
    private final long already;

    /**
     * From a reading of {@link System#nanoTime} on.
     *
     * @param already runs that were done before that
     */
    Pace(long begun, long already) {
        this.begun = begun;
        this.already = already;
    }

    /** Tells the rate and the time left, such as {@code , 2.5 a second, 2 min left}; nothing before time has passed. */
    String of(int runs, int of, long now) {
        double seconds = (now - begun) / 1e9;
        if (seconds <= 0) {
            return "";
        }
        double rate = (runs - already) / seconds;
        return ", " + Rounded.of(rate) + " a second" + (runs < of ? ", " + duration((of - runs) / rate) + " left" : "");
    }

    /** A time for people, such as {@code 48 s}, {@code 3 min} or {@code 2.5 h}. */
    static String duration(double seconds) {
        if (seconds < 2 * MINUTE) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        if (seconds < 2 * HOUR) {
            return Math.round(seconds / MINUTE) + " min";
        }
        return seconds < 2 * DAY ? Rounded.of(seconds / HOUR) + " h" : Rounded.of(seconds / DAY) + " d";
    }
}
