package org.circlab.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Chart;
import org.circlab.model.Lab;
import org.jspecify.annotations.Nullable;

/**
 * A variant against business as usual.
 *
 * @param indicators in the order of {@link Indicators#all}, those that are about either lab, then those that the variant's
 *     scenario defines
 * @param actors profit and loss of every party that pays or is paid in either: actors in the order of their ids, then the
 *     parties outside the lab in the order of the chart of accounts, so that all nets add up to zero
 * @param replications of each, at least 1
 * @param values of the indicators in each replication, in their order
 * @param score how far it gets to the best possible; null where nobody has asked for it
 */
public record Scorecard(
        List<Compared> indicators,
        List<ActorResult> actors,
        int replications,
        List<Values> values,
        @Nullable Score score) {

    /** Without a score. */
    public Scorecard(List<Compared> indicators, List<ActorResult> actors, int replications, List<Values> values) {
        this(indicators, actors, replications, values, null);
    }

    public Scorecard {
        values = List.copyOf(values);
        indicators = List.copyOf(indicators);
        actors = List.copyOf(actors);
    }

    /**
     * Scores a variant whose baseline is the same lab's business as usual: same actors, sites and window.
     *
     * @throws IllegalArgumentException unless there are as many replications of both, at least 1
     */
    public static Scorecard of(Lab lab, List<Accounts> variant, List<Accounts> baseline) {
        return of(new Replications(lab, variant), new Replications(lab, baseline));
    }

    /**
     * Scores a variant against any other lab over the same window.
     *
     * @param variant its replications
     * @param baseline the same replications of the other, under the same random numbers
     * @throws IllegalArgumentException unless there are as many replications of both, at least 1
     */
    public static Scorecard of(Replications variant, Replications baseline) {
        if (variant.size() == 0 || variant.size() != baseline.size()) {
            throw new IllegalArgumentException("there are " + variant.size()
                    + " replications of the variant and " + baseline.size()
                    + " of the baseline; a comparison needs as many of both, at least 1");
        }
        List<Values> values = values(variant, baseline);
        return new Scorecard(
                values.stream().map(Values::compared).toList(), actors(variant, baseline), variant.size(), values);
    }

    /** The same with a score, which gives more indicators at the end. */
    public Scorecard with(Score newScore) {
        List<Compared> more = new ArrayList<>(indicators);
        more.addAll(ScoreRows.of(newScore));
        return new Scorecard(more, actors, replications, values, newScore);
    }

    /** The indicator named {@code id}. */
    public Compared indicator(String id) {
        return indicators.stream()
                .filter(compared -> compared.measure().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no indicator '" + id
                        + "'; known are "
                        + indicators.stream()
                                .map(compared -> compared.measure().id())
                                .toList()));
    }

    private static List<Values> values(Replications variant, Replications baseline) {
        OwnIndicators own = new OwnIndicators(variant.lab().indicators());
        List<List<Reading>> with = variant.readings(baseline, baseline, own);
        List<List<Reading>> without = baseline.readings(baseline, variant, own);
        List<Measure> measures = Indicators.measures(variant.lab());
        int program = Indicators.all().size();
        List<Values> list = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            if (i >= program || Indicators.concerns(i, variant.lab(), baseline.lab())) {
                list.add(new Values(measures.get(i), column(with, i), column(without, i)));
            }
        }
        return list;
    }

    private static List<Double> column(List<List<Reading>> readings, int indicator) {
        return readings.stream()
                .map(replication -> replication.get(indicator).value())
                .toList();
    }

    private static List<ActorResult> actors(Replications variant, Replications baseline) {
        List<ProfitAndLoss> with = variant.profitAndLoss();
        List<ProfitAndLoss> without = baseline.profitAndLoss();
        Map<String, String> names = names(variant.lab(), baseline.lab());
        List<ActorResult> results = new ArrayList<>();
        for (String party : parties(with, without)) {
            List<Compared> lines = new ArrayList<>();
            for (int line = 0; line < ProfitAndLoss.LINES.size(); line++) {
                lines.add(Compared.of(
                        ProfitAndLoss.LINES.get(line),
                        variant.euros(with, party, line),
                        baseline.euros(without, party, line)));
            }
            results.add(new ActorResult(party, name(party, names), lines));
        }
        return results;
    }

    /** Everybody who pays or is paid: actors by id, then the world in the order of the chart. */
    private static List<String> parties(List<ProfitAndLoss> with, List<ProfitAndLoss> without) {
        TreeSet<String> paying = new TreeSet<>();
        Stream.concat(with.stream(), without.stream()).forEach(each -> paying.addAll(each.parties()));
        List<String> world = Chart.reservedNames();
        return Stream.concat(
                        paying.stream().filter(party -> !world.contains(party)),
                        world.stream().filter(paying::contains))
                .toList();
    }

    private static String name(String party, Map<String, String> names) {
        return switch (party) {
            case Chart.VIRGIN -> "Sellers of virgin material";
            case Chart.EXPORT -> "Buyers outside the lab";
            case Chart.DISPOSAL -> "Disposal routes outside the lab";
            case Chart.STATE -> "State";
            case Chart.OUTSIDE -> "Hauliers, suppliers and lenders outside the lab";
            default -> names.getOrDefault(party, party);
        };
    }

    /** Names of actors by id; those of the variant come first. */
    private static Map<String, String> names(Lab variant, Lab baseline) {
        Map<String, String> names = new HashMap<>();
        Stream.concat(variant.actors().stream(), baseline.actors().stream())
                .forEach(actor -> names.putIfAbsent(actor.id(), actor.name()));
        return names;
    }
}
