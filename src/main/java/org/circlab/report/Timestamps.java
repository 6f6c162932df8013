package org.circlab.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.circlab.model.Horizon;

/**
 * Instants of a run as ISO 8601 local date-times with milliseconds, such as {@code 2025-01-31T06:00:00.000}. Many facts share an
 * instant, so the last text is kept. For one thread.
 */
public final class Timestamps {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private final Horizon horizon;
    private long lastMillis;
    private String last;

    /** Dates by the calendar of a horizon. */
    public Timestamps(Horizon horizon) {
        this.horizon = horizon;
        this.last = ISO.format(horizon.dateTimeAt(0));
    }

    /** The date and time of an instant, in milliseconds since the start of the window. */
    public String at(long millis) {
        if (millis != lastMillis) {
            last = ISO.format(horizon.dateTimeAt(millis));
            lastMillis = millis;
        }
        return last;
    }
}
