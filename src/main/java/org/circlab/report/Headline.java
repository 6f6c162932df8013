package org.circlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.circlab.ledger.Chart;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.Scorecard;

/** What a run comes to, in two or three sentences for people who read nothing else. */
final class Headline {

    private static final double NOTHING = 1e-12;
    /** What a run is compared with if its scenario names nothing else. */
    static final String USUAL = "business as usual";

    private final Scorecard scorecard;
    private final String against;

    /**
     * The headline of a comparison.
     *
     * @param baselineName what it is compared with
     */
    Headline(Scorecard scorecard, String baselineName) {
        this.scorecard = scorecard;
        this.against = baselineName.equals(USUAL) ? USUAL : "'" + baselineName + "'";
    }

    /** The sentences, to be wrapped. */
    String text() {
        List<String> clauses = new ArrayList<>();
        disposal().ifPresent(clauses::add);
        changed("virgin-bought", "t", "virgin material", "buys", "less", "more").ifPresent(clauses::add);
        changed("ghg-net", "tCO2e", "greenhouse gas", "emits", "less", "more").ifPresent(clauses::add);
        changed("net-cost", "EUR", "", "costs its actors together", "less", "more")
                .ifPresent(clauses::add);
        if (clauses.isEmpty()) {
            return "Against " + against + " nothing changes beyond chance.";
        }
        return "Against " + against + " the lab, every year, " + listed(clauses) + "." + actors();
    }

    private static String listed(List<String> clauses) {
        int last = clauses.size() - 1;
        return last == 0 ? clauses.get(0) : String.join(", ", clauses.subList(0, last)) + ", and " + clauses.get(last);
    }

    /** How much less is disposed of, and what share of the arising that is. */
    private Optional<String> disposal() {
        return clear("disposed").map(disposed -> {
            double mean = disposed.difference().mean();
            String share = clear("diversion-rate")
                    .filter(rate -> mean < 0 == rate.difference().mean() > 0)
                    .map(rate -> ", " + quantity("%", rate) + " of what arises")
                    .orElse("");
            return mean < 0
                    ? "keeps " + quantity("t", disposed) + " out of disposal" + share
                    : "sends " + quantity("t", disposed) + " more to disposal" + share;
        });
    }

    private Optional<String> changed(String id, String unit, String what, String verb, String less, String more) {
        return clear(id).map(compared -> {
            String way = compared.difference().mean() < 0 ? less : more;
            return verb + " " + quantity(unit, compared) + " " + way + (what.isEmpty() ? "" : " " + what);
        });
    }

    /** The indicator where it differs beyond chance, or at all in a single replication. */
    private Optional<Compared> clear(String id) {
        return scorecard.indicators().stream()
                .filter(compared -> compared.measure().id().equals(id))
                .filter(compared -> switch (Verdict.of(compared)) {
                    case BETTER, WORSE, MORE, LESS, ONE_RUN -> true;
                    case UNCLEAR, SAME, NOT_APPLICABLE -> false;
                })
                .findFirst();
    }

    /** The size of a difference with its half-width, such as {@code 13 150 t (± 11)}. */
    private static String quantity(String unit, Compared compared) {
        double size = Math.abs(compared.difference().mean());
        double half = compared.difference().halfWidth();
        boolean tells = half > size * NOTHING && half < Double.POSITIVE_INFINITY;
        return Rounded.of(size) + " " + unit + (tells ? " (± " + Rounded.brief(half) + ")" : "");
    }

    private String actors() {
        List<ActorResult> gaining = actors(Verdict.BETTER);
        List<ActorResult> losing = actors(Verdict.WORSE);
        if (gaining.isEmpty() && losing.isEmpty()) {
            return "";
        }
        String gain = gaining.isEmpty() ? "No actor gains by it" : who(gaining, "gains by it", "gain by it");
        return " " + gain + ", " + (losing.isEmpty() ? "no actor loses" : who(losing, "loses", "lose")) + ".";
    }

    /** How many, and the name of the one that it concerns most. */
    private static String who(List<ActorResult> actors, String one, String several) {
        String first = actors.get(0).name();
        return actors.size() == 1
                ? "1 actor " + one + " (" + first + ")"
                : actors.size() + " actors " + several + " (most " + first + ")";
    }

    /** Actors of whom it is clear, who gain or lose most first. */
    private List<ActorResult> actors(Verdict verdict) {
        return scorecard.actors().stream()
                .filter(actor -> !Chart.reservedNames().contains(actor.actor()))
                .filter(actor -> Verdict.of(actor.net()) == verdict)
                .sorted(Comparator.comparingDouble(
                        actor -> -Math.abs(actor.net().difference().mean())))
                .toList();
    }
}
