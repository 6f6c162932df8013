package org.circlab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.model.Horizon;

/**
 * The rows of {@code ledger.csv}: every fact of the window in the order in which it was booked, written as it happens into a
 * part for each replication. Facts of the warm-up are left out, those that close it at the window's first instant included; so
 * the rows add up to the flows, payments and emissions of the result exactly.
 */
public final class LedgerParts {

    private final TableParts parts;
    private final Horizon horizon;
    private final Chart chart;

    /**
     * No parts yet.
     *
     * @param folder where they go while the run lasts; it must exist
     * @param horizon whose calendar dates the facts
     * @param chart names behind the indices of the facts
     */
    public LedgerParts(Path folder, Horizon horizon, Chart chart) {
        this.parts = new TableParts(
                folder, "ledger", "replication", "time", "fact", "from", "to", "subject", "amount", "unit");
        this.horizon = horizon;
        this.chart = chart;
    }

    /**
     * Hears the facts of one replication, from a single thread. Its failure to write is an {@link UncheckedIOException}.
     *
     * @param replication from 1
     * @param now the clock of the run, in milliseconds since the start of the window
     */
    public FactListener of(int replication, LongSupplier now) {
        return new Scribe(replication, now, parts.of(replication));
    }

    /**
     * Joins all parts into one table and deletes them.
     *
     * @param table the file to make
     * @throws IOException if reading or writing fails
     */
    public void join(Path table) throws IOException {
        parts.join(table);
    }

    /** Writes down the facts of one replication. */
    private final class Scribe implements FactListener {

        private final int replication;
        private final LongSupplier now;
        private final TableParts.Part part;
        private final Timestamps timestamps = new Timestamps(horizon);
        private boolean inWindow;

        Scribe(int replication, LongSupplier now, TableParts.Part part) {
            this.replication = replication;
            this.now = now;
            this.part = part;
        }

        @Override
        public void fact(FactKind kind, int from, int to, int subject, long amount) {
            if (!inWindow) {
                return;
            }
            try {
                part.rows()
                        .whole(replication)
                        .text(timestamps.at(now.getAsLong()))
                        .text(kind.word())
                        .text(chart.parties().get(from))
                        .text(chart.parties().get(to))
                        .text(kind.subject(chart, subject))
                        .millionths(amount)
                        .text(kind.unit())
                        .end();
                part.spill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void windowOpens() {
            inWindow = true;
        }

        @Override
        public void windowCloses() {
            try {
                part.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
