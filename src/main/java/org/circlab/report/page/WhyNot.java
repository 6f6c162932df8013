package org.circlab.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.whynot.Subject;
import org.circlab.model.Exchange;
import org.circlab.model.Lab;
import org.circlab.network.ExchangeNetwork;
import org.circlab.report.GateWords;
import org.circlab.report.Remedy;
import org.circlab.report.Rounded;
import org.circlab.report.ScoredRun;
import org.circlab.report.UnmatchedTable;
import org.circlab.report.Watched;
import org.circlab.report.chart.Funnel;
import org.circlab.report.svg.Markup;
import org.circlab.simulation.Unmatched;

/** Why not: how far offers and needs came, what stopped them, and what would change it. */
final class WhyNot {

    private static final int MOST_ROWS = 60;
    private static final double GRAMS_PER_TONNE = 1e6;

    private final ScoredRun run;
    private final Lab lab;
    private final List<Unmatched> replications;
    private final ExchangeNetwork network;
    private final List<Remedy> remedies;
    private final Map<String, String> names = new HashMap<>();
    private final double years;

    WhyNot(ScoredRun run, Watched watched, List<Remedy> remedies) {
        this.run = run;
        this.lab = run.outcome().plan().lab();
        this.replications = watched.unmatched();
        this.network = ExchangeNetwork.of(lab);
        this.remedies = remedies;
        this.years = lab.horizon().years() * Math.max(1, replications.size());
        lab.materials().forEach(material -> names.put("m:" + material.id(), material.name()));
        lab.actors().forEach(actor -> names.put("a:" + actor.id(), actor.name()));
    }

    String html() {
        if (lab.exchange().rule() == Exchange.Rule.NONE) {
            return "<p>No exchange is held in this variant: material moves by contracts and to disposal alone. So nothing was offered"
                    + " to others that could have been turned away.</p>\n";
        }
        Funnel offers =
                funnel("How far offers came", "Offered, or waiting at the start", Ending.ofOffers(replications));
        Funnel needs =
                funnel("How far needs were met", "Needed, counted as virgin material", Ending.ofNeeds(replications));
        if (offers.total() == 0 && needs.total() == 0) {
            return "<p>Nothing was offered and nothing was needed.</p>\n";
        }
        return "<p>Every tonne that is offered meets one gate after the other: has somebody a use for it, is it permitted, is it "
                + "pure enough, does it pay, is there room? It counts where the best of its ways was shut.</p>\n"
                + most(offers)
                + "<div class=\"charts\">\n" + figure(offers, "Nothing was offered.")
                + figure(needs, "Nobody needed anything.") + "</div>\n" + table() + changes();
    }

    /** The largest of the reasons, in a sentence. */
    private static String most(Funnel offers) {
        if (offers.total() == 0) {
            return "";
        }
        return offers.steps().stream()
                .filter(Funnel.Step::lost)
                .max(Comparator.comparingDouble(Funnel.Step::amount))
                .map(step -> "<p class=\"lead\">Most of what found no taker: "
                        + Markup.escape(step.words() + ", " + Rounded.of(step.amount())) + "\u00a0t a year.</p>\n")
                .orElse("<p class=\"lead\">All that was offered found a taker.</p>\n");
    }

    private static String figure(Funnel funnel, String nothing) {
        return "<figure><figcaption class=\"head\">" + Markup.escape(funnel.title()) + "</figcaption>"
                + (funnel.total() > 0 ? funnel.element() : "<p>" + nothing + "</p>\n") + "</figure>\n";
    }

    private Funnel funnel(String title, String all, List<Ending> endings) {
        List<Funnel.Step> steps = endings.stream()
                .filter(ending -> ending.grams() > 0)
                .map(ending -> new Funnel.Step(ending.words(), ending.grams() / GRAMS_PER_TONNE / years, ending.lost()))
                .toList();
        return new Funnel(title, "t/yr", all, steps);
    }

    private String table() {
        List<UnmatchedTable.Row> rows = UnmatchedTable.rows(network, replications).stream()
                .sorted(Comparator.comparingDouble((UnmatchedTable.Row row) -> -row.tonnes() - row.waitingTonnes()))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        Table table = new Table(
                "What nobody took, and what was bought as virgin material instead",
                5,
                "Who",
                "What",
                "Why",
                "Nearest match",
                "What it would take",
                "Not matched, t/yr",
                "Still waiting, t");
        for (UnmatchedTable.Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            Subject.Side side = row.needed() ? Subject.Side.NEED : Subject.Side.OFFER;
            table.row("")
                    .words(name("a:", row.actor()))
                    .words((row.needed() ? "needs " : "") + name("m:", row.material()))
                    .words(GateWords.of(side, row.gate()))
                    .words(match(row.match()))
                    .words(row.change())
                    .number(Rounded.of(row.tonnes() / lab.horizon().years()))
                    .number(Rounded.of(row.waitingTonnes()))
                    .end();
        }
        String more = rows.size() > MOST_ROWS
                ? "<p class=\"note\">" + (rows.size() - MOST_ROWS) + " smaller ones are in unmatched.csv.</p>\n"
                : "";
        return "<details><summary>The table behind these figures</summary>\n" + table.html("unmatched.csv", csv())
                + more + "</details>\n";
    }

    /** What the search for changes has found, or how to have it made. */
    private String changes() {
        String title = "<h3>What would change it</h3>\n";
        if (remedies.isEmpty()) {
            return title
                    + "<p>The smallest changes that would have each of the largest streams traded are found, and proved, by"
                    + " this command in the folder of this page:</p>\n<pre>circlab explain scenario.yaml --seed "
                    + run.outcome().plan().seed()
                    + "</pre>\n<p class=\"note\">Explained from its own file with --variant "
                    + Markup.escape(run.scenario().variant())
                    + (run.sets().isEmpty() ? "" : " and the same --set")
                    + ", the answer stands beside this result, and the next run shows "
                    + "it here.</p>\n";
        }
        Remedies found = new Remedies(lab, remedies);
        Table table = new Table(
                "Each change alone would have at least 95 % traded; it says what would do, not what it costs",
                Remedies.WORDS, Remedies.COLUMNS.toArray(String[]::new));
        for (Remedy each : found.all()) {
            table.row("");
            found.cells(table, each);
            table.end();
        }
        return title
                + "<p>Found by <code>circlab explain</code> in replication 1, by running it again with changes. To try one, put it "
                + "behind <code>circlab run</code> and the scenario.</p>\n" + table.html();
    }

    private String match(String match) {
        int dot = match.indexOf('.');
        return dot < 0
                ? name("a:", match)
                : name("a:", match.substring(0, dot))
                        + (dot + 1 < match.length() ? " (" + match.substring(dot + 1) + ")" : "");
    }

    private String name(String kind, String id) {
        return names.getOrDefault(kind + id, id);
    }

    private String csv() {
        StringBuilder csv = new StringBuilder();
        try {
            UnmatchedTable.write(csv, network, replications);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
