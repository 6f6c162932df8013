package org.circlab.report.page;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.circlab.experiment.Outcome;
import org.circlab.report.Rounded;
import org.circlab.report.svg.Markup;
import org.circlab.score.ComplianceClock;
import org.circlab.score.DatedTarget;
import org.circlab.score.Estimate;
import org.circlab.score.Proportion;
import org.circlab.score.Replications;
import org.circlab.score.TargetClock;
import org.circlab.score.TargetClock.Binding;
import org.circlab.score.TargetYear;
import org.circlab.score.TargetYear.Standing;

/** Targets of the law, a light for each year: a sign, words and a colour, so that no one depends on the colour. */
final class Targets {

    private final List<TargetClock> clocks;
    private final List<TargetClock> usual;
    private final String country;
    private final int replications;

    Targets(Outcome outcome) {
        clocks = ComplianceClock.of(new Replications(outcome.plan().lab(), outcome.variant()));
        usual = ComplianceClock.of(new Replications(outcome.plan().baseline(), outcome.baseline()));
        country = outcome.plan().lab().region().country();
        replications = outcome.plan().replications();
    }

    String html() {
        List<TargetClock> told = clocks.stream().filter(TargetClock::isTold).toList();
        return (told.isEmpty() ? "<p>The lab can tell the rate of no dated target.</p>\n" : scope() + table(told))
                + untold();
    }

    private String scope() {
        String binding = switch (clocks.get(0).binding()) {
            case BINDS -> "The targets bind the country as a whole (" + country + ")";
            case REFERENCE ->
                "These are targets of the European Union, which do not bind the country of the lab (" + country + ")";
            case UNKNOWN -> "These are targets of the European Union; the scenario names no country";
        };
        return "<p>" + Markup.escape(binding)
                + "; the rates here are those of the waste that arises in the lab, by the "
                + "codes named. A light says in how many of the " + replications
                + " replications the rate of the year meets the target, and below it the 95 % interval of that probability.</p>\n";
    }

    private String table(List<TargetClock> told) {
        TreeSet<Integer> years = new TreeSet<>();
        told.forEach(clock -> clock.years().forEach(year -> years.add(year.year())));
        String[] columns = new String[2 + years.size()];
        columns[0] = "Target";
        columns[1] = "Covers";
        int next = 2;
        for (int year : years) {
            columns[next++] = String.valueOf(year);
        }
        Table table = new Table("Targets by year", columns.length, columns);
        for (TargetClock clock : told) {
            DatedTarget target = clock.target();
            table.row("title=\"" + Markup.escape(target.name() + ". " + target.source()) + "\"")
                    .head(target.title() + ", " + target.asks() + " from " + target.year())
                    .words(clock.codes().stream()
                            .map(code -> code.replace(' ', '\u00a0'))
                            .collect(Collectors.joining(", ")));
            for (int year : years) {
                table.raw(clock.year(year).map(each -> cell(clock, each, usual)).orElse(""));
            }
            table.end();
        }
        return table.html();
    }

    /** How a target stands in a year, and how as usual. */
    static String cell(TargetClock clock, TargetYear year, List<TargetClock> usual) {
        String whole = year.share() < 1 ? " (part of the year)" : "";
        String asUsual = usual.stream()
                .filter(other -> other.target().id().equals(clock.target().id()))
                .flatMap(other -> other.year(year.year()).stream())
                .map(other -> "; as usual " + counted(other.met()))
                .findFirst()
                .orElse("");
        return light(year, clock.binding()) + "<div class=\"from\">"
                + Markup.escape(rate(year.rate()) + whole + "; " + interval(year.met()) + asUsual) + "</div>";
    }

    /** A tick where every replication meets it, a triangle where none does, a diamond between. */
    private static String light(TargetYear year, Binding binding) {
        Proportion met = year.met();
        boolean all = met.successes() == met.trials();
        boolean none = met.successes() == 0;
        String kind = all ? "good" : none ? "bad" : "plain";
        String words = all ? "met" : none ? "missed" : "\u25c6\u00a0uncertain";
        String standing = year.standing() == Standing.IN_FORCE
                ? (binding == Binding.BINDS ? "" : " (" + binding.words() + ")")
                : " (" + year.standing().words() + ")";
        return "<span class=\"pill " + kind + "\">" + words + ", " + counted(met) + "</span>" + Markup.escape(standing);
    }

    private static String counted(Proportion met) {
        return met.successes() + " of " + met.trials();
    }

    private static String rate(Estimate rate) {
        double half = rate.halfWidth();
        return Rounded.percent(rate.mean() / 100)
                + (Double.isFinite(half) ? " \u00b1 " + Rounded.percent(half / 100) : "");
    }

    private static String interval(Proportion met) {
        return "probability " + Rounded.percent(met.low95()) + " to " + Rounded.percent(met.high95());
    }

    private String untold() {
        List<TargetClock> others =
                clocks.stream().filter(clock -> !clock.isTold()).toList();
        Table table = new Table("Targets without a rate", 2, "Target", "Why the lab cannot tell");
        others.forEach(clock -> table.row("")
                .head(clock.target().title() + ", " + clock.target().asks() + " from "
                        + clock.target().year())
                .words(clock.reason())
                .end());
        return "<details><summary>" + others.size() + " other targets that the lab cannot tell</summary>\n"
                + table.html() + "</details>\n";
    }
}
