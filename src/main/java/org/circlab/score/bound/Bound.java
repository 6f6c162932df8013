package org.circlab.score.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;

/**
 * The best that a lab could have done in a replication, by dimension: the optimum of a linear programme on what arose and was needed
 * in it. Neither a run of the lab nor its business as usual can be better.
 *
 * <p>Kept: mass, yields, ratios at their best, permits, borders, distances and reach; the capacity of lines over the window in
 * their working hours; voids; disposal routes; what every tonne costs, at the most favourable of its dated values; annuities.
 *
 * <p>Relaxed: time within the window, composition and mixing, hurdles and trust, contracts and what they owe, decay, breakdown,
 * bans, quotas, notices, fleets. A generator whose store blocks may give anything from nothing to what it drew. Of a line that is
 * yet to be built as much is paid for as is used.
 *
 * <p>Stock at the start is usable. What stock has changed by is priced, in run and bound alike, at what disposing of it costs on
 * the last day of the window.
 */
public final class Bound {

    /** What is kept, in words. */
    public static final String KEPT =
            "Kept: mass, yields, ratios at their best, permits, borders, distances; capacities over the"
                    + " window in working hours; voids; disposal routes; what every tonne costs, at the most favourable of its dated"
                    + " values.";

    /** What is relaxed, in words. */
    public static final String RELAXED =
            "Relaxed: time within the window, composition and mixing, hurdles and trust, contracts,"
                    + " decay, breakdowns, bans, quotas, notices, fleets.";

    /** Labs with more links than these between outlets and inlets are not solved for. */
    public static final int MOST_LINKS = 3000;

    /** Larger programmes than this, in rows times columns, are not solved for either. */
    private static final long LARGEST = 4_000_000;

    /** What two numbers leave that cancel. */
    private static final double CANCELLED = 1e-12;

    private final Setting setting;

    /** The bound of a lab; it does not depend on the rule by which it exchanges, unless that is none. */
    public Bound(Lab lab) {
        this.setting = new Setting(lab);
    }

    /** Whether the lab is small enough. */
    public boolean isComputed() {
        return setting.ways().size() <= MOST_LINKS;
    }

    /**
     * The least of each dimension in a replication, over the window, in its unit without the year; nothing where it is not known.
     *
     * @param run accounts of the lab
     * @param usual accounts of business as usual in the same replication
     */
    public OptionalDouble[] least(Accounts run, Accounts usual) {
        OptionalDouble[] least = new OptionalDouble[Dimension.values().length];
        Arrays.fill(least, OptionalDouble.empty());
        Optional<Formulation> formulation = formulation(run, usual);
        for (Dimension dimension : Dimension.values()) {
            formulation
                    .flatMap(each -> each.programme().least(dimension))
                    .ifPresent(found -> least[dimension.ordinal()] = OptionalDouble.of(
                            sum(found.cost(), formulation.get().constant(dimension))));
        }
        return least;
    }

    /**
     * What the best possible of a dimension in a replication adds up from, by {@link Purpose}, in the unit of {@link #least}; empty
     * where it is not known. Where several ways are equally good it is one of them.
     */
    public List<Double> parts(Dimension dimension, Accounts run, Accounts usual) {
        Optional<Formulation> formulation = formulation(run, usual);
        return formulation
                .flatMap(each -> each.programme().least(dimension))
                .map(found -> Arrays.stream(Purpose.values())
                        .map(purpose -> sum(
                                found.byPurpose().get(purpose.ordinal()),
                                formulation.get().constant(dimension, purpose)))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Formulation> formulation(Accounts run, Accounts usual) {
        if (!isComputed()) {
            return Optional.empty();
        }
        Formulation formulation =
                new Formulation(setting, new Drawn(setting.points(), run), new Drawn(setting.points(), usual));
        return formulation.programme().size() > LARGEST ? Optional.empty() : Optional.of(formulation);
    }

    private static double sum(double found, double constant) {
        double sum = found + constant;
        return Math.abs(sum) <= CANCELLED * Math.abs(constant) ? 0 : sum;
    }

    /**
     * What a holding of stock counts.
     *
     * @param actor id of who has it
     * @param material id of what it is
     * @param amount its change over the window, at the price of its disposal, in the unit of {@link #least}
     */
    public record Held(String actor, String material, double amount) {}

    /** What the change of stock in a run counts in a dimension, by actor and material in their order; without what counts nothing. */
    public List<Held> stocks(Dimension dimension, Accounts run) {
        Drawn drawn = new Drawn(setting.points(), run);
        List<Held> stocks = new ArrayList<>();
        for (int holding = 0; holding < setting.points().holdings(); holding++) {
            double change = drawn.closing[holding] - drawn.openingToGive[holding] - drawn.openingToUse[holding];
            double amount = change == 0 ? 0 : change * setting.stock(holding, 1)[dimension.ordinal()];
            if (amount != 0) {
                stocks.add(new Held(
                        setting.points().actor(holding).id(),
                        setting.points().material(holding).id(),
                        amount));
            }
        }
        return stocks;
    }

    /** What the change of stock in a run counts in a dimension, over the window. */
    public double stock(Dimension dimension, Accounts run) {
        return stocks(dimension, run).stream().mapToDouble(Held::amount).reduce(0, Double::sum);
    }
}
