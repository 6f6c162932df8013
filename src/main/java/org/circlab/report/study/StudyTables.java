package org.circlab.report.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.PointRuns;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.CsvRows;
import org.circlab.score.Estimate;

/** The tables of a study as CSV, streamed from its store. */
public final class StudyTables {

    private final StudyStore store;
    private final Stored about;
    private final FactorColumns factors;
    private final List<String> chosen;

    /** Each of the tables. */
    public enum Kind {
        /** A row for each run: what point, variant and replication gave. */
        RUNS("runs.csv"),
        /** A row for each point, variant and indicator: means, intervals, and differences to business as usual. */
        SUMMARY("summary.csv"),
        /** A row for each finding of a run that was refused. */
        REFUSED("refused.csv");

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        /** The name of its file. */
        public String file() {
            return file;
        }
    }

    /**
     * The tables of a store.
     *
     * @param indicators ids of those that they show, each one of the store's
     */
    public StudyTables(StudyStore store, List<String> indicators) {
        this.store = store;
        this.about = store.about();
        this.factors = FactorColumns.of(store);
        this.chosen = List.copyOf(indicators);
    }

    FactorColumns factors() {
        return factors;
    }

    /** The indicators that are shown. */
    List<Stored.Indicator> shown() {
        return chosen.stream()
                .flatMap(id ->
                        about.indicators().stream().filter(each -> each.id().equals(id)))
                .toList();
    }

    /** The columns of a table by name, with whether they hold {@code integer}, {@code number} or {@code string}. */
    Map<String, String> columns(Kind kind) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("point", "integer");
        List<String> headers = factors.headers();
        for (int i = 0; i < headers.size(); i++) {
            columns.put(headers.get(i), factors.isNumeric(i) ? "number" : "string");
        }
        columns.put("variant", "string");
        switch (kind) {
            case RUNS -> {
                columns.put("replication", "integer");
                columns.put("refused", "string");
                for (Stored.Indicator indicator : shown()) {
                    columns.put(indicator.id() + " [" + indicator.unit() + "]", "number");
                    columns.put(indicator.id() + " baseline [" + indicator.unit() + "]", "number");
                }
            }
            case SUMMARY -> {
                columns.put("indicator", "string");
                columns.put("unit", "string");
                columns.put("replications", "integer");
                columns.put("refused", "integer");
                List.of("mean", "low95", "high95", "baseline", "difference", "difference_low95", "difference_high95")
                        .forEach(column -> columns.put(column, "number"));
            }
            case REFUSED -> {
                columns.put("replication", "integer");
                columns.put("finding", "string");
            }
        }
        return columns;
    }

    /**
     * Writes a table.
     *
     * @throws IOException if {@code to} fails
     */
    public void write(Kind kind, Appendable to) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(columns(kind).keySet().toArray(String[]::new));
        try {
            store.read(kind == Kind.REFUSED ? List.of() : chosen, point -> {
                try {
                    switch (kind) {
                        case RUNS -> runs(rows, point);
                        case SUMMARY -> summary(rows, point);
                        case REFUSED -> refused(rows, point);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private CsvRows place(CsvRows rows, PointRuns point) throws IOException {
        rows.whole(point.point());
        factors.add(rows, point.values());
        return rows.text(point.variant());
    }

    private void runs(CsvRows rows, PointRuns point) throws IOException {
        for (PointRuns.Run run : point.runs()) {
            place(rows, point).whole(run.replication());
            rows.text(run.answer() instanceof Answer.Refused ? "yes" : "no");
            for (int indicator = 0; indicator < chosen.size(); indicator++) {
                boolean answered = run.answer() instanceof Answer.Values;
                rows.value(answered ? ((Answer.Values) run.answer()).variant().get(indicator) : Double.NaN);
                rows.value(answered ? ((Answer.Values) run.answer()).baseline().get(indicator) : Double.NaN);
            }
            rows.end();
        }
    }

    private void summary(CsvRows rows, PointRuns point) throws IOException {
        List<Double> none = List.of(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        List<Stored.Indicator> shown = shown();
        for (int indicator = 0; indicator < shown.size(); indicator++) {
            place(rows, point)
                    .text(shown.get(indicator).id())
                    .text(shown.get(indicator).unit());
            rows.whole(point.runs().size() - point.refused()).whole(point.refused());
            for (double value :
                    point.summary(indicator).map(StudyTables::values).orElse(none)) {
                rows.value(value);
            }
            rows.end();
        }
    }

    private static List<Double> values(PointRuns.Summary summary) {
        List<Double> values = new ArrayList<>();
        Estimate variant = summary.variant();
        Estimate difference = summary.difference();
        values.addAll(List.of(variant.mean(), variant.low95(), variant.high95()));
        values.add(summary.baseline().mean());
        values.addAll(List.of(difference.mean(), difference.low95(), difference.high95()));
        return values;
    }

    private void refused(CsvRows rows, PointRuns point) throws IOException {
        for (PointRuns.Run run : point.runs()) {
            if (run.answer() instanceof Answer.Refused refused) {
                for (String finding : refused.findings()) {
                    place(rows, point).whole(run.replication()).text(finding).end();
                }
            }
        }
    }
}
