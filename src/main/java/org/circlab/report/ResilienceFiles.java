package org.circlab.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.circlab.experiment.resilience.Endured;
import org.circlab.experiment.resilience.Outage;
import org.circlab.experiment.resilience.Removal;
import org.circlab.experiment.resilience.Resilience;
import org.circlab.score.Estimate;
import org.circlab.score.ServiceKept;

/** The files of one test of resilience. */
public final class ResilienceFiles {

    private ResilienceFiles() {}

    /**
     * The name of the folder beside the result of a variant; no id has a dot, so it is that of no other variant.
     *
     * @param variant its id
     */
    public static String folderOf(String variant) {
        return variant + ".resilience";
    }

    /**
     * Writes every file.
     *
     * @param folder an empty folder
     * @throws IOException if writing fails
     */
    public static void write(Path folder, Tested tested) throws IOException {
        Resilience resilience = tested.resilience();
        Files.writeString(folder.resolve("scenario.yaml"), tested.scenario().text());
        try (Writer to = Files.newBufferedWriter(folder.resolve("removals.csv"))) {
            removals(to, resilience);
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve("outages.csv"))) {
            outages(to, resilience);
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve("cascades.csv"))) {
            cascades(to, resilience);
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve("service.csv"))) {
            service(to, resilience);
        }
        Files.writeString(folder.resolve("resilience.json"), ResilienceJson.of(tested));
        Files.writeString(folder.resolve(ResultFolder.MARK), Json.text(ResilienceJson.head(tested)));
    }

    /** A row for each actor that was removed. */
    private static void removals(Appendable to, Resilience resilience) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("actor", "own_share", "lost_share", "lost_low95", "lost_high95", "hindrance");
        for (Removal removal : resilience.removals()) {
            Estimate lost = removal.lost();
            rows.text(removal.actor())
                    .value(removal.ownShare())
                    .value(lost == null ? Double.NaN : lost.mean())
                    .value(lost == null ? Double.NaN : lost.low95())
                    .value(lost == null ? Double.NaN : lost.high95())
                    .text(removal.hindrance())
                    .end();
        }
    }

    /** A row for each outage. */
    private static void outages(Appendable to, Resilience resilience) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "outage",
                "actor",
                "from",
                "until_exclusive",
                "service_kept",
                "kept_low95",
                "kept_high95",
                "counted_to",
                "back_from",
                "months_to_recover",
                "actors_hit",
                "cascade_depth");
        for (Endured endured : resilience.endured()) {
            ServiceKept service = endured.service();
            begin(rows, endured)
                    .text(endured.outage().actor())
                    .text(endured.outage().from().toString())
                    .text(endured.outage().until().toString())
                    .value(service.kept().mean())
                    .value(service.kept().low95())
                    .value(service.kept().high95())
                    .text(service.last().toString())
                    .text(service.back() == null ? "" : service.back().toString())
                    .text(service.back() == null ? "" : Integer.toString(service.monthsToRecover()))
                    .whole(service.hit().size())
                    .whole(service.depth())
                    .end();
        }
    }

    /** A row for each actor that an outage hits. */
    private static void cascades(Appendable to, Resilience resilience) throws IOException {
        List<String> actors =
                resilience.lab().actors().stream().map(actor -> actor.id()).toList();
        CsvRows rows = new CsvRows(to);
        rows.header("outage", "actor", "lost_share", "step");
        for (Endured endured : resilience.endured()) {
            for (ServiceKept.Hit hit : endured.service().hit()) {
                begin(rows, endured)
                        .text(actors.get(hit.party()))
                        .value(hit.lost())
                        .whole(hit.step())
                        .end();
            }
        }
    }

    /** A row for each outage and month of the window. */
    private static void service(Appendable to, Resilience resilience) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("outage", "month", "undisturbed_t", "with_outage_t");
        for (Endured endured : resilience.endured()) {
            for (ServiceKept.Month month : endured.service().months()) {
                begin(rows, endured)
                        .text(month.month().toString())
                        .value(month.undisturbedTonnes())
                        .value(month.tonnes())
                        .end();
            }
        }
    }

    private static CsvRows begin(CsvRows rows, Endured endured) throws IOException {
        Outage outage = endured.outage();
        return rows.text(outage.name());
    }
}
