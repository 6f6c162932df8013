package org.circlab.report.study;

import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.study.PointRuns;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.Rounded;

/** What a study says at first sight: at each point, what each variant changes against business as usual. */
public final class StudyScreen {

    private static final String GAP = "  ";
    private static final int WIDEST = 40;

    private final StudyTables tables;
    private final Stored about;
    private final int most;
    private final List<List<String>> rows = new ArrayList<>();
    private int left;

    private StudyScreen(StudyStore store, List<String> indicators, int most) {
        this.tables = new StudyTables(store, indicators);
        this.about = store.about();
        this.most = most;
    }

    /**
     * The lines of the table, and which variants are not complete: points without a run of theirs are told, and means are over the
     * replications that there are.
     *
     * @param indicators ids of those that it shows
     * @param most how many rows it has at most; how many are left out is told
     */
    public static List<String> lines(StudyStore store, List<String> indicators, int most) {
        StudyScreen screen = new StudyScreen(store, indicators, most);
        screen.headers();
        store.read(indicators, screen::row);
        List<String> lines = screen.laidOut();
        if (screen.left > 0) {
            lines.add("... and " + screen.left + " more rows");
        }
        for (Stored.Variant variant : store.about().variants()) {
            long answered = store.answered(variant);
            long wanted = store.about().tasks() / store.about().variants().size();
            if (answered < wanted) {
                lines.add("Variant '" + variant.id() + "' is not complete: it has " + answered + " of " + wanted
                        + " runs");
            }
        }
        return lines;
    }

    private void headers() {
        List<String> names = new ArrayList<>();
        List<String> units = new ArrayList<>();
        names.add("point");
        units.add("");
        for (String header : tables.factors().headers()) {
            int bracket = header.indexOf(" [");
            String path = bracket < 0 ? header : header.substring(0, bracket);
            names.add(path.length() > WIDEST / 2 ? "…" + path.substring(path.length() - WIDEST / 2) : path);
            units.add(bracket < 0 ? "" : header.substring(bracket + 2, header.length() - 1));
        }
        if (about.variants().size() > 1) {
            names.add("variant");
            units.add("");
        }
        for (Stored.Indicator indicator : tables.shown()) {
            names.add(indicator.id());
            units.add(indicator.unit());
        }
        rows.add(names);
        rows.add(units);
    }

    private void row(PointRuns point) {
        if (rows.size() >= most + 2) {
            left++;
            return;
        }
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(point.point()));
        for (int i = 0; i < point.values().size(); i++) {
            row.add(cut(tables.factors().cell(i, point.values().get(i))));
        }
        if (about.variants().size() > 1) {
            row.add(cut(point.variant()));
        }
        for (int indicator = 0; indicator < tables.shown().size(); indicator++) {
            row.add(point.summary(indicator)
                    .map(summary -> Rounded.difference(
                            summary.difference().mean(), summary.difference().halfWidth()))
                    .orElse(point.runs().isEmpty() ? "not run" : "refused"));
        }
        rows.add(row);
    }

    private static String cut(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    /** All columns as wide as they need to be, aligned to the right. */
    private List<String> laidOut() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(i == 0 ? "" : GAP)
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
