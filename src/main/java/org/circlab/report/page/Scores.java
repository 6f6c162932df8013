package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.circlab.report.ResultTables;
import org.circlab.report.Rounded;
import org.circlab.report.Scale;
import org.circlab.report.ScoreText;
import org.circlab.report.ScoredRun;
import org.circlab.report.Verdict;
import org.circlab.report.svg.Markup;
import org.circlab.score.Compared;
import org.circlab.score.Score;

/** What changes: the few numbers that decide as tiles, then every indicator that says something. */
final class Scores {

    private static final List<Tile> TILES = List.of(
            new Tile("disposed", "Waste disposed of", "less waste is disposed of", "more waste is disposed of"),
            new Tile("ghg-net", "Greenhouse gases", "less greenhouse gas is emitted", "more greenhouse gas is emitted"),
            new Tile(
                    "net-cost",
                    "Cost to all actors",
                    "is saved by all actors together",
                    "more is paid by all actors together"),
            new Tile(
                    "virgin-bought",
                    "Virgin material bought",
                    "less virgin material is bought",
                    "more virgin material is bought"));

    private record Tile(String id, String label, String less, String more) {}

    private final ScoredRun run;
    private final List<Compared> shown;

    Scores(ScoredRun run) {
        this.run = run;
        this.shown = run.outcome().scorecard().indicators().stream()
                .filter(Scores::saysSomething)
                .toList();
    }

    /** One sentence on what the variant does, and the tiles. */
    String lead() {
        List<String> parts = new ArrayList<>();
        StringBuilder tiles = new StringBuilder();
        for (Tile tile : TILES) {
            Optional<Compared> found = shown.stream()
                    .filter(compared -> compared.measure().id().equals(tile.id()))
                    .findFirst();
            if (found.isPresent()) {
                tiles.append(tile(tile, found.get()));
                sentence(tile, found.get()).ifPresent(parts::add);
            }
        }
        String sentence = parts.isEmpty()
                ? "Nothing that decides changes clearly."
                : "Each year " + String.join("; ", parts) + ".";
        return "<p class=\"lead\">"
                + Markup.escape(unbroken("Compared with " + run.scenario().baselineName() + ": " + sentence))
                + "</p>\n" + score() + "<div class=\"tiles\">\n" + tiles + "</div>\n";
    }

    /** How far it gets from business as usual to the best possible. */
    private String score() {
        Score score = run.outcome().scorecard().score();
        return score == null
                ? ""
                : "<p class=\"score\">"
                        + Markup.escape(ScoreText.line(score, run.scenario().baselineName())) + "</p>\n";
    }

    private static Optional<String> sentence(Tile tile, Compared compared) {
        Verdict verdict = Verdict.of(compared);
        boolean clear = verdict == Verdict.BETTER || verdict == Verdict.WORSE || verdict == Verdict.ONE_RUN;
        double mean = compared.difference().mean();
        String amount =
                Rounded.of(Math.abs(mean)) + " " + compared.measure().unit().replace("/yr", "");
        return clear ? Optional.of(amount + " " + (mean < 0 ? tile.less() : tile.more())) : Optional.empty();
    }

    private String tile(Tile tile, Compared compared) {
        Scale scale = scale(compared.measure().unit(), List.of(compared));
        return "<div class=\"tile\"><div class=\"label\">" + tile.label() + "</div><div class=\"big\">"
                + Markup.escape(difference(compared, scale)) + "</div><div>" + Markup.escape(scale.unit()) + " "
                + pill(compared) + "</div><div class=\"from\">"
                + Markup.escape(scale.text(compared.baseline().mean()) + " \u2192 "
                        + scale.text(compared.variant().mean()))
                + "</div></div>\n";
    }

    /** Every indicator by group, with its definition. */
    String table() {
        Table table = new Table(
                "All indicators",
                1,
                "Indicator",
                "Difference \u00b1 95 %",
                "Unit",
                "",
                capital(run.scenario().baselineName()),
                run.scenario().variantName());
        Map<String, List<Compared>> groups = new LinkedHashMap<>();
        shown.forEach(compared -> groups.computeIfAbsent(compared.measure().group(), any -> new ArrayList<>())
                .add(compared));
        groups.forEach((name, rows) -> {
            table.group(capital(name), 6);
            rows.forEach(row -> row(table, row, scale(row.measure().unit(), sameUnit(rows, row))));
        });
        return table.html("indicators.csv", csv());
    }

    private static List<Compared> sameUnit(List<Compared> rows, Compared row) {
        return rows.stream()
                .filter(each -> each.measure().unit().equals(row.measure().unit()))
                .toList();
    }

    private static void row(Table table, Compared row, Scale scale) {
        String meaning = row.measure().formula()
                + (row.measure().source().isEmpty()
                        ? ""
                        : " Source: " + row.measure().source());
        table.row("title=\"" + Markup.escape(meaning) + "\"")
                .head(row.measure().title())
                .number(difference(row, scale))
                .number(scale.unit())
                .raw(pill(row))
                .number(scale.text(row.baseline().mean()))
                .number(scale.text(row.variant().mean()))
                .end();
    }

    /** The text with numbers that no line end divides. */
    private static String unbroken(String text) {
        return text.replaceAll("(?<=\\d) (?=\\d)", "\u00a0");
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String difference(Compared compared, Scale scale) {
        return Verdict.of(compared) == Verdict.SAME
                ? "0"
                : scale.difference(
                        compared.difference().mean(), compared.difference().halfWidth());
    }

    /** A verdict in words and colour. */
    static String pill(Compared compared) {
        Verdict verdict = Verdict.of(compared);
        String colour = switch (verdict) {
            case BETTER -> "good";
            case WORSE -> "bad";
            default -> "plain";
        };
        return "<span class=\"pill " + colour + "\">" + Markup.escape(verdict.words()) + "</span>";
    }

    static Scale scale(String unit, List<Compared> rows) {
        return Scale.of(
                unit,
                rows.stream()
                        .flatMapToDouble(row -> DoubleStream.of(
                                row.variant().mean(),
                                row.baseline().mean(),
                                row.difference().mean()))
                        .toArray());
    }

    private String csv() {
        StringBuilder csv = new StringBuilder();
        try {
            ResultTables.indicators(
                    csv, run.scenario().variant(), run.outcome().scorecard().indicators());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    /** Not where both sides are 0, or it does not apply to either. */
    private static boolean saysSomething(Compared compared) {
        double variant = compared.variant().mean();
        double baseline = compared.baseline().mean();
        return (Double.isFinite(variant) && variant != 0) || (Double.isFinite(baseline) && baseline != 0);
    }
}
