package org.circlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.circlab.ledger.Chart;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.Measure;
import org.circlab.score.Scorecard;

/** The middle of the first screen: the key indicators, then each actor's profit and loss, against business as usual. */
final class ChangeTable {

    private static final Columns INDICATOR = new Columns(26, 9, -10, -10, -20, 15);
    private static final Columns ACTOR = new Columns(37, -10, -10, -20, 15);
    private static final int MOST_ACTORS = 7;
    private static final int MOST_OWN = 4;
    private static final int LOSING_END = 2;

    /** The few indicators that decide, by group; the others are in the files. */
    private static final List<Group> GROUPS = List.of(
            new Group(
                    new Key("arising", "Waste arising"),
                    new Key("withheld", "Withheld, store full"),
                    new Key("disposed", "Disposed of"),
                    new Key("exchanged", "Exchanged among actors"),
                    new Key("haulage-work", "Haulage, tonnes x km")),
            new Group(
                    new Key("diversion-rate", "Diverted from disposal"),
                    new Key("recycling", "Received for recycling"),
                    new Key("need-met-by-secondary", "Needs met from waste"),
                    new Key("virgin-bought", "Virgin material bought")),
            new Group(new Key("ghg-net", "Net greenhouse gases")),
            new Group(
                    new Key("net-cost", "Net cost to all actors"),
                    new Key("cost-haulage", "of which haulage"),
                    new Key("cost-capital", "of which investments"),
                    new Key("transfers-to-state", "of which to the state"),
                    new Key("cost-subsidy", "beside it, subsidies")));

    private record Key(String id, String label) {}

    /** Indicators that share the scale of their unit. */
    private record Group(List<Key> keys) {
        Group(Key... keys) {
            this(List.of(keys));
        }
    }

    private final Scorecard scorecard;
    private final String usual;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    ChangeTable(ScoredRun run, Paint paint) {
        this.scorecard = run.outcome().scorecard();
        this.usual = run.scenario().baselineName().equals("business as usual") ? "as usual" : "baseline";
        this.paint = paint;
        indicators();
        lines.add("");
        actors();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private void indicators() {
        lines.add(paint.heading(INDICATOR.line("WHAT CHANGES", "", usual, "variant", "difference ± 95 %", "")));
        for (Group group : groups()) {
            List<Key> keys = group.keys().stream().filter(this::applies).toList();
            for (Key key : keys) {
                Compared compared = scorecard.indicator(key.id());
                Scale scale = scaleInGroup(compared.measure().unit(), keys);
                List<String> cells = new ArrayList<>(List.of("  " + key.label(), scale.unit()));
                cells.addAll(numbers(compared, scale));
                lines.add(paint.verdict(INDICATOR.line(cells.toArray(String[]::new)), Verdict.of(compared)));
            }
        }
    }

    /** Those of every lab, then the first few that the scenario defines. */
    private List<Group> groups() {
        List<Group> groups = new ArrayList<>(GROUPS);
        scorecard.indicators().stream()
                .map(Compared::measure)
                .filter(measure -> measure.group().equals(Measure.OWN))
                .limit(MOST_OWN)
                .forEach(measure -> groups.add(new Group(new Key(measure.id(), measure.title()))));
        return groups;
    }

    /** Whether there is anything to say: not where both sides are 0 or the indicator does not apply. */
    private boolean applies(Key key) {
        return scorecard.indicators().stream()
                .filter(compared -> compared.measure().id().equals(key.id()))
                .anyMatch(compared -> isSomething(compared.variant().mean())
                        || isSomething(compared.baseline().mean()));
    }

    private static boolean isSomething(double mean) {
        return Double.isFinite(mean) && mean != 0;
    }

    private Scale scaleInGroup(String unit, List<Key> keys) {
        List<Compared> same = keys.stream()
                .map(key -> scorecard.indicator(key.id()))
                .filter(compared -> compared.measure().unit().equals(unit))
                .toList();
        return scale(unit, same);
    }

    private static Scale scale(String unit, List<Compared> rows) {
        return Scale.of(
                unit,
                rows.stream()
                        .flatMapToDouble(row -> DoubleStream.of(
                                row.variant().mean(),
                                row.baseline().mean(),
                                row.difference().mean()))
                        .toArray());
    }

    private static List<String> numbers(Compared compared, Scale scale) {
        Verdict verdict = Verdict.of(compared);
        double difference = compared.difference().mean();
        return List.of(
                scale.text(compared.baseline().mean()),
                scale.text(compared.variant().mean()),
                verdict == Verdict.SAME
                        ? "0"
                        : scale.difference(difference, compared.difference().halfWidth()),
                verdict.words());
    }

    private void actors() {
        List<ActorResult> parties = scorecard.actors().stream()
                .filter(ChangeTable::isShown)
                .sorted(Comparator.comparingDouble(
                                (ActorResult party) -> party.net().difference().mean())
                        .reversed())
                .toList();
        List<ActorResult> changed = parties.stream()
                .filter(party -> Verdict.of(party.net()) != Verdict.SAME)
                .toList();
        Scale scale = scale("EUR/yr", changed.stream().map(ActorResult::net).toList());
        lines.add(paint.heading(
                ACTOR.line("FOR WHOM (gain +, in " + scale.unit() + ")", usual, "variant", "difference ± 95 %", "")));
        boolean all = changed.size() <= MOST_ACTORS + 1;
        int shown = all ? changed.size() : MOST_ACTORS - LOSING_END;
        changed.subList(0, shown).forEach(party -> actor(party, scale));
        if (shown < changed.size()) {
            int from = changed.size() - LOSING_END;
            lines.add("  ... " + (from - shown) + " more in actors.csv ...");
            changed.subList(from, changed.size()).forEach(party -> actor(party, scale));
        }
        String same = parties.stream()
                .filter(party -> Verdict.of(party.net()) == Verdict.SAME)
                .map(ActorResult::name)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        if (!same.isEmpty()) {
            lines.add(Columns.cut("  No change for " + same, FirstScreen.WIDTH));
        }
    }

    private void actor(ActorResult party, Scale scale) {
        List<String> cells = new ArrayList<>(List.of("  " + party.name()));
        cells.addAll(numbers(party.net(), scale));
        lines.add(paint.verdict(ACTOR.line(cells.toArray(String[]::new)), Verdict.of(party.net())));
    }

    /** Actors of the lab and the state; who else deals with the lab is in the files. */
    private static boolean isShown(ActorResult party) {
        return party.actor().equals(Chart.STATE) || !Chart.reservedNames().contains(party.actor());
    }
}
