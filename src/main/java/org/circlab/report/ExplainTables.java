package org.circlab.report;

import java.io.IOException;
import org.circlab.experiment.whynot.Dimension;
import org.circlab.experiment.whynot.Explained;
import org.circlab.experiment.whynot.Explanation;
import org.circlab.experiment.whynot.Funnel;
import org.circlab.experiment.whynot.Passage;
import org.circlab.experiment.whynot.Proposal;
import org.circlab.experiment.whynot.Stop;
import org.circlab.experiment.whynot.Subject;

/** {@code funnel.csv} and {@code explain.csv}. */
final class ExplainTables {

    private ExplainTables() {}

    /** Each step of each stream and need, to the gram; of what is stopped also where it goes instead, or what replaces it. */
    static void funnel(Appendable to, Funnel funnel) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("side", "actor", "material", "line", "step", "mass_t", "goes_to");
        for (Funnel.Row row : funnel.rows()) {
            boolean offer = row.subject().side() == Subject.Side.OFFER;
            Passage passage = row.passage();
            if (offer) {
                step(rows, row, "waiting-at-start", passage.openingGrams(), "");
            }
            step(rows, row, offer ? "offered" : "needed", passage.offeredGrams(), "");
            for (Stop stop : passage.stops()) {
                step(
                        rows,
                        row,
                        GateWords.word(stop.gate()),
                        stop.grams(),
                        offer ? row.sold() ? "buyers-outside" : "disposal" : "virgin");
            }
            if (offer) {
                step(rows, row, "waiting-at-end", passage.closingGrams(), "");
                step(rows, row, "contracted", passage.contractedGrams(), "");
            }
            step(rows, row, offer ? "exchanged" : "met", passage.exchangedGrams(), "");
        }
    }

    private static void step(CsvRows rows, Funnel.Row row, String step, long grams, String to) throws IOException {
        subject(rows, row.subject()).text(step).millionths(grams).text(to).end();
    }

    private static CsvRows subject(CsvRows rows, Subject subject) throws IOException {
        return rows.text(subject.side().word())
                .text(subject.actor())
                .text(subject.material())
                .text(subject.line());
    }

    /** Each change that does, and each dimension in which none does. */
    static void changes(Appendable to, Explanation explanation) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "side",
                "actor",
                "material",
                "line",
                "unmatched_t",
                "reason",
                "nearest",
                "distance_km",
                "margin",
                "dimension",
                "change_needed",
                "now",
                "traded_t");
        for (Explained explained : explanation.explained()) {
            for (Proposal proposal : explained.proposals()) {
                begin(rows, explained)
                        .text(proposal.dimension().word())
                        .text(proposal.set())
                        .text(proposal.now())
                        .millionths(proposal.tradedGrams())
                        .end();
            }
            for (Dimension dimension : explained.inVain()) {
                none(begin(rows, explained), dimension.word());
            }
            if (explained.proposals().isEmpty() && explained.inVain().isEmpty()) {
                none(begin(rows, explained), "");
            }
        }
    }

    private static void none(CsvRows rows, String dimension) throws IOException {
        rows.text(dimension).text("no single change").text("").text("").end();
    }

    private static CsvRows begin(CsvRows rows, Explained explained) throws IOException {
        Explained.Nearest nearest = explained.nearest();
        return subject(rows, explained.row().subject())
                .millionths(explained.row().unmatchedGrams())
                .text(GateWords.word(explained.gate()))
                .text(nearest == null ? "" : nearest.actor() + "." + nearest.part())
                .value(nearest == null ? Double.NaN : nearest.kilometres())
                .value(nearest == null ? Double.NaN : nearest.margin());
    }
}
