package org.circlab.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.circlab.reconcile.Reconciliation;
import org.circlab.reconcile.Reconciliation.Balanced;
import org.circlab.reconcile.Reconciliation.Divided;
import org.circlab.reconcile.Reconciliation.Status;
import org.circlab.reconcile.ReportedFlow;

/** What became of reported flows when they were balanced: for people at most {@value FirstScreen#WIDTH} wide, and as CSV. */
public final class ReconciliationTable {

    private static final Columns FLOW = new Columns(14, 32, -19, -19, -8);
    private static final Columns PLACE = new Columns(48, -19);
    private static final String INDENT = "  ";
    private static final double UNLIKELY = 0.05;
    private static final double TIE = 1e-9;
    private static final double PERCENT = 100;

    private final Reconciliation result;
    private final String unit;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private ReconciliationTable(Reconciliation result, String unit, Paint paint) {
        this.result = result;
        this.unit = unit;
        this.paint = paint;
    }

    /**
     * The lines for people.
     *
     * @param unit of all values
     */
    public static List<String> lines(Reconciliation result, String unit, Paint paint) {
        ReconciliationTable table = new ReconciliationTable(result, unit, paint);
        table.flows();
        table.lines.add("");
        if (!result.shares().isEmpty()) {
            table.shares();
            table.lines.add("");
        }
        table.places();
        table.lines.add("");
        table.certainty();
        return List.copyOf(table.lines);
    }

    private void flows() {
        lines.add(paint.heading(FLOW.line("FLOWS in " + unit, "", "reported", "balanced", "change")));
        for (Balanced flow : result.flows()) {
            ReportedFlow report = flow.report();
            lines.add(FLOW.line(
                    INDENT + report.id(),
                    report.from() + " → " + report.to(),
                    report.isMeasured() ? Rounded.interval(report.value(), report.sd()) : "not measured",
                    flow.status() == Status.UNKNOWN ? "unknown" : Rounded.interval(flow.value(), flow.sd()),
                    flow.status() == Status.CHECKED ? share(flow) : ""));
        }
    }

    private void shares() {
        lines.add(paint.heading(FLOW.line("SHARES in %", "of what enters", "reported", "balanced", "change")));
        for (Divided share : result.shares()) {
            ReportedFlow.Share report = share.report().share().orElseThrow();
            lines.add(FLOW.line(
                    INDENT + share.report().id(),
                    share.report().from(),
                    Rounded.interval(report.value() * PERCENT, report.sd() * PERCENT),
                    Rounded.interval(share.value() * PERCENT, share.sd() * PERCENT),
                    Double.isNaN(share.residual()) ? "" : Rounded.signed((share.value() - report.value()) * PERCENT)));
        }
    }

    private static String share(Balanced flow) {
        double change = flow.change();
        if (change == 0 || flow.report().value() == 0) {
            return Rounded.signed(change);
        }
        return (change > 0 ? "+" : "-")
                + Rounded.percent(Math.abs(change) / flow.report().value());
    }

    private void places() {
        if (result.places().isEmpty()) {
            lines.add(
                    paint.heading("BALANCES") + ": none, so nothing was changed; no place has flows in and flows out");
            return;
        }
        lines.add(paint.heading("BALANCES in " + unit + ", in minus out as reported"));
        result.places()
                .forEach(place -> lines.add(PLACE.line(
                        INDENT + place.name(),
                        Double.isNaN(place.surplus()) ? "not all measured" : Rounded.signed(place.surplus()))));
    }

    private void certainty() {
        lines.add(paint.heading("HOW SURE"));
        add("± is one standard deviation, in and out.");
        if (result.degrees() == 0) {
            add("No report is checked by others: there is one figure for each balance, or none.");
        } else {
            add("Chi-squared is " + Rounded.of(result.chiSquared()) + " on " + result.degrees()
                    + (result.degrees() == 1 ? " degree" : " degrees")
                    + " of freedom: reports as sure as these differ so much in "
                    + Rounded.percent(Math.max(Double.MIN_NORMAL, result.probability())) + " of cases."
                    + (result.probability() < UNLIKELY ? " Some figure is wrong, or less sure than it says." : ""));
        }
        doubtful();
        tell("not checked by others:", flow -> flow.status() == Status.UNCHECKED, "left as reported");
        tell(
                "cannot be computed:",
                flow -> flow.status() == Status.UNKNOWN,
                "measure one of those that meet in a loop");
        tell("below 0 now:", flow -> flow.value() < 0, "its direction or a report of its neighbours is wrong");
    }

    /** One wrong report makes its neighbours look wrong too: only the worst are told with what they should be. */
    private void doubtful() {
        double worst = result.flows().stream()
                .filter(Balanced::doubtful)
                .mapToDouble(flow -> Math.abs(flow.residual()))
                .max()
                .orElse(0);
        Predicate<Balanced> isWorst = flow -> flow.doubtful() && Math.abs(flow.residual()) > worst * (1 - TIE);
        for (Balanced flow : result.flows()) {
            if (isWorst.test(flow)) {
                add("Doubtful: " + flow.report().id() + ", " + Rounded.of(Math.abs(flow.residual()))
                        + " standard deviations away from what the others say, " + Rounded.of(flow.byOthers()) + " "
                        + unit + ".");
            }
        }
        tell("doubtful too:", flow -> flow.doubtful() && !isWorst.test(flow), "maybe only because of that");
        for (Divided share : result.shares()) {
            if (share.doubtful()) {
                add("Doubtful: the share of " + share.report().id() + ", " + Rounded.of(Math.abs(share.residual()))
                        + " standard deviations away from what the flows say.");
            }
        }
    }

    private void tell(String what, Predicate<Balanced> which, String so) {
        String ids = result.flows().stream()
                .filter(which)
                .map(flow -> flow.report().id())
                .collect(Collectors.joining(", "));
        if (!ids.isEmpty()) {
            add(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " " + ids + "; " + so + ".");
        }
    }

    private void add(String sentence) {
        Columns.wrap(sentence, FirstScreen.WIDTH - INDENT.length()).forEach(line -> lines.add(INDENT + line));
    }

    /**
     * A row for each flow, in the order of the reports.
     *
     * @param unit of all values
     * @throws IOException if {@code to} fails
     */
    public static void csv(Appendable to, Reconciliation result, String unit) throws IOException {
        String suffix = "_" + unit.replace("/", "_per_");
        CsvRows rows = new CsvRows(to);
        rows.header(
                "id",
                "from",
                "to",
                "material",
                "status",
                "reported" + suffix,
                "reported_sd" + suffix,
                "balanced" + suffix,
                "balanced_sd" + suffix,
                "change" + suffix,
                "residual",
                "by_others" + suffix,
                "doubtful",
                "source",
                "share",
                "share_sd",
                "balanced_share",
                "balanced_share_sd",
                "share_residual",
                "share_doubtful");
        Iterator<Divided> shares = result.shares().iterator();
        for (Balanced flow : result.flows()) {
            ReportedFlow report = flow.report();
            rows.text(report.id())
                    .text(report.from())
                    .text(report.to())
                    .text(report.material())
                    .text(flow.status().name().toLowerCase(Locale.ROOT))
                    .value(report.value())
                    .value(report.sd())
                    .value(flow.value())
                    .value(flow.sd())
                    .value(flow.change())
                    .value(flow.residual())
                    .value(flow.byOthers())
                    .text(flow.doubtful() ? "yes" : "no")
                    .text(report.source());
            share(rows, report.share().map(each -> shares.next()));
            rows.end();
        }
    }

    private static void share(CsvRows rows, Optional<Divided> share) throws IOException {
        Optional<ReportedFlow.Share> reported =
                share.flatMap(each -> each.report().share());
        rows.value(reported.map(ReportedFlow.Share::value).orElse(Double.NaN))
                .value(reported.map(ReportedFlow.Share::sd).orElse(Double.NaN))
                .value(share.map(Divided::value).orElse(Double.NaN))
                .value(share.map(Divided::sd).orElse(Double.NaN))
                .value(share.map(Divided::residual).orElse(Double.NaN))
                .text(share.map(each -> each.doubtful() ? "yes" : "no").orElse(""));
    }
}
