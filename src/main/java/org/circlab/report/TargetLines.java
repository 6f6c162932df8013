package org.circlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.circlab.experiment.Outcome;
import org.circlab.report.TargetTable.Pair;
import org.circlab.score.Proportion;
import org.circlab.score.TargetClock.Binding;
import org.circlab.score.TargetYear;
import org.circlab.score.TargetYear.Standing;

/** Targets of the law on the first screen: those in force and the next ones, in the last whole year of the window. */
final class TargetLines {

    private static final Columns COLUMNS = new Columns(38, 20, -9, -9, -9);
    private static final int MOST = 4;

    private final List<Pair> told;
    private final String country;
    private final Paint paint;

    TargetLines(Outcome outcome, Paint paint) {
        this.told = TargetTable.pairs(outcome).stream()
                .filter(pair -> pair.variant().isTold())
                .toList();
        this.country = outcome.plan().lab().region().country();
        this.paint = paint;
    }

    /** The lines; none where the lab can tell no target. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Optional<TargetYear> last = told.stream()
                .flatMap(pair -> pair.variant().years().stream())
                .max(Comparator.comparing((TargetYear year) -> year.share() == 1)
                        .thenComparing(TargetYear::year));
        if (last.isEmpty()) {
            return lines;
        }
        int number = last.get().year();
        for (Pair pair : told) {
            pair.variant()
                    .year(number)
                    .filter(year -> year.standing() == Standing.IN_FORCE || year.standing() == Standing.NEXT)
                    .ifPresent(year -> lines.add(line(pair, year)));
        }
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MOST, lines.size())));
        shown.add(0, paint.heading(COLUMNS.line("TARGETS OF THE LAW, " + number, "", "rate", "met in", "as usual")));
        shown.addAll(notes(lines.size() - MOST));
        return shown;
    }

    private List<String> notes(int left) {
        String covers = "Rates are those of the lab's own waste, not of a country"
                + (told.get(0).variant().binding() == Binding.REFERENCE
                        ? "; law of the Union, which does not bind " + country
                        : "")
                + (left > 0 ? "; " + left + " more and other" : "; other") + " years in targets.csv.";
        return Columns.wrap(covers, FirstScreen.WIDTH - 2).stream()
                .map(line -> "  " + line)
                .toList();
    }

    private static String line(Pair pair, TargetYear year) {
        String when = (year.standing() == Standing.IN_FORCE ? " since " : " in ")
                + pair.variant().target().year();
        return COLUMNS.line(
                "  " + pair.variant().target().title(),
                pair.variant().target().asks().replace("at least", "≥").replace("at most", "≤") + when,
                Rounded.percent(year.rate().mean() / 100),
                words(year.met()),
                pair.baseline()
                        .year(year.year())
                        .map(usual -> words(usual.met()))
                        .orElse("-"));
    }

    private static String words(Proportion met) {
        return met.successes() + " of " + met.trials();
    }
}
