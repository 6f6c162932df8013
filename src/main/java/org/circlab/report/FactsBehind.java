package org.circlab.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.model.Horizon;
import org.circlab.score.Part;
import org.circlab.score.Term;

/**
 * Hears a run again and keeps the facts behind one term of an indicator: those of the kinds, parties and subjects of its parts, in
 * the window. A fact does not tell the operation of its flow, so facts of the same parties and material under another operation are
 * among them.
 */
public final class FactsBehind implements FactListener {

    private final Chart chart;
    private final Timestamps timestamps;
    private final Consumer<String> rows;
    private final long most;
    private final Map<FactKind, Set<Long>> accounts = new HashMap<>();
    private LongSupplier now = () -> 0;
    private boolean inWindow;
    private long count;

    /**
     * Hears one run.
     *
     * @param term whose facts are kept
     * @param chart of the run
     * @param horizon whose calendar dates the facts
     * @param most how many rows are handed on; the others are only counted
     * @param rows takes each row as a line of text, as it happens
     */
    public FactsBehind(Term term, Chart chart, Horizon horizon, long most, Consumer<String> rows) {
        this.chart = chart;
        this.timestamps = new Timestamps(horizon);
        this.most = most;
        this.rows = rows;
        for (Part part : term.parts()) {
            FactKind kind = part.kind();
            if (kind != null) {
                accounts.computeIfAbsent(kind, none -> new HashSet<>()).add(account(kind, part));
            }
        }
    }

    /** Takes the time of facts from a clock, in milliseconds since the start of the window. */
    public void tellTimeBy(LongSupplier clock) {
        now = clock;
    }

    /** Whether there are any facts to be heard. */
    public boolean hasAny() {
        return !accounts.isEmpty();
    }

    /** How many rows there were, handed on or not. */
    public long count() {
        return count;
    }

    private long account(FactKind kind, Part part) {
        int subject = 0;
        while (!kind.subject(chart, subject).equals(part.subject())) {
            subject++;
        }
        return account(
                kind, chart.parties().indexOf(part.from()), chart.parties().indexOf(part.to()), subject);
    }

    /** What a need used is booked by the need, but a fact by the material that it used. */
    private long account(FactKind kind, int from, int to, int subject) {
        long parties = (long) from * chart.parties().size() + to;
        long subjects = chart.materials().size() + 100L;
        return parties * subjects + (kind == FactKind.CONSUMED ? 0 : subject);
    }

    @Override
    public void fact(FactKind kind, int from, int to, int subject, long amount) {
        if (!inWindow || !accounts.getOrDefault(kind, Set.of()).contains(account(kind, from, to, subject))) {
            return;
        }
        count++;
        if (count > most) {
            return;
        }
        List<String> cells = new ArrayList<>(List.of(
                timestamps.at(now.getAsLong()),
                kind.word(),
                chart.parties().get(from),
                chart.parties().get(to),
                kind.subject(chart, subject),
                Decimals.ofMillionths(amount),
                kind.unit()));
        rows.accept(String.join(",", cells));
    }

    @Override
    public void windowOpens() {
        inWindow = true;
    }
}
