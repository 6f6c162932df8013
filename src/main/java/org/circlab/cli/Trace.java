package org.circlab.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.report.Decimals;
import org.circlab.report.Timestamps;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Observer;
import org.circlab.simulation.Replication;

/**
 * Prints a run as it happens: a line for each event, with its date and time, its name and what it is about, and below it a line
 * for each fact that it brings about, such as {@code received  24 t fly-ash from plant to mill}.
 */
final class Trace implements FactListener {

    private static final int LINES_BETWEEN_LOOKS = 100;
    private static final int EVENT_WIDTH = 21;

    private final PrintWriter to;
    private final Chart chart;
    private final Timestamps timestamps;
    private final LongSupplier now;
    private int lines;

    /** Whoever read the trace has gone. */
    private static final class ReaderGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Trace(PrintWriter to, CompiledLab lab, LongSupplier now) {
        this.to = to;
        this.chart = lab.chart();
        this.timestamps = new Timestamps(lab.lab().horizon());
        this.now = now;
    }

    /**
     * Runs one replication and prints it, until its end or until nobody reads on.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    static void print(CompiledLab lab, long seed, int replication, PrintWriter to) {
        Observer observer = (kernel, ledger, view) -> {
            Trace trace = new Trace(to, lab, kernel::now);
            ledger.listen(trace);
            kernel.trace((millis, sequence, type, subject, payload) ->
                    trace.event(type.name(), view.about(type, subject, payload)));
        };
        try {
            Replication.run(lab, seed, replication, FlowSink.NONE, observer);
        } catch (ReaderGone gone) {
            return;
        }
    }

    private void event(String name, String about) {
        line("", name, about);
    }

    @Override
    public void fact(FactKind kind, int from, int to, int subject, long amount) {
        String parties = from == to
                ? " at " + chart.parties().get(from)
                : " from " + chart.parties().get(from) + " to "
                        + chart.parties().get(to);
        line(
                "  ",
                kind.word(),
                Decimals.ofMillionths(amount) + " " + kind.unit() + " " + kind.subject(chart, subject) + parties);
    }

    @Override
    public void windowOpens() {
        event("window-opens", "results count from here on");
    }

    @Override
    public void windowCloses() {
        event("window-closes", "the books have closed");
    }

    private void line(String indent, String name, String about) {
        if (++lines % LINES_BETWEEN_LOOKS == 0) {
            look();
        }
        to.print(timestamps.at(now.getAsLong()));
        to.print("  ");
        to.print(indent);
        to.print(name);
        to.print(" ".repeat(Math.max(1, EVENT_WIDTH - indent.length() - name.length())));
        to.println(about);
    }

    /** Looks whether anybody still reads. */
    private void look() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the trace was interrupted");
        }
        if (to.checkError()) {
            throw new ReaderGone();
        }
    }
}
