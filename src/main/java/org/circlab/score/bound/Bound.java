package org.circlab.score.bound;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * <p>Granted: what a run may gain since it counts in whole grams, milliseconds, micro-euros and milligrams, and a billionth of what is
 * spent, to which the solver is trusted.
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

    /** To this part of what is spent the solver is trusted. */
    private static final double SOLVED = 1e-9;

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
     * The best of a dimension.
     *
     * @param parts what it adds up from by {@link Purpose}, over the window, in the unit of the dimension without the year; where
     *     several ways are equally good it is one of them
     */
    public record Best(List<Double> parts) {
        public Best {
            parts = List.copyOf(parts);
        }

        /** All parts together. */
        public double amount() {
            return parts.stream().mapToDouble(Double::doubleValue).sum();
        }

        /** By how much the amount is lower than that of the programme, for what rounding may have given a run. */
        public double granted() {
            return 0 - parts.get(Purpose.ROUNDING.ordinal());
        }
    }

    /**
     * The best of each dimension in a replication, without those of which it is not known.
     *
     * @param run accounts of the lab
     * @param usual accounts of business as usual in the same replication
     */
    public Map<Dimension, Best> best(Accounts run, Accounts usual) {
        Map<Dimension, Best> best = new EnumMap<>(Dimension.class);
        formulation(run, usual).ifPresent(formulation -> {
            for (Dimension dimension : Dimension.values()) {
                best(formulation, dimension).ifPresent(found -> best.put(dimension, found));
            }
        });
        return best;
    }

    /** The same of one dimension only; nothing where it is not known. */
    public Optional<Best> best(Dimension dimension, Accounts run, Accounts usual) {
        return formulation(run, usual).flatMap(formulation -> best(formulation, dimension));
    }

    /** Nothing where it would be too large to solve. */
    private Optional<Formulation> formulation(Accounts run, Accounts usual) {
        if (!isComputed()) {
            return Optional.empty();
        }
        Formulation formulation =
                new Formulation(setting, new Drawn(setting.points(), run), new Drawn(setting.points(), usual));
        return formulation.programme().size() > LARGEST ? Optional.empty() : Optional.of(formulation);
    }

    private static Optional<Best> best(Formulation formulation, Dimension dimension) {
        return formulation.programme().least(dimension).map(least -> best(formulation, dimension, least));
    }

    private static Best best(Formulation formulation, Dimension dimension, List<Double> least) {
        List<Double> parts = new ArrayList<>();
        double granted = formulation.rounding(dimension);
        for (Purpose purpose : Purpose.values()) {
            double found = least.get(purpose.ordinal());
            double constant = formulation.constant(dimension, purpose);
            parts.add(sum(found, constant));
            granted += SOLVED * Math.abs(found) + CANCELLED * Math.abs(constant);
        }
        double exact = new Best(parts).amount();
        boolean isBought = dimension == Dimension.CIRCULARITY;
        parts.set(Purpose.ROUNDING.ordinal(), 0 - (isBought ? Math.max(0, Math.min(exact, granted)) : granted));
        return new Best(parts);
    }

    /** What cancels is exactly 0. */
    private static double sum(double found, double constant) {
        double sum = found + constant;
        return Math.abs(sum) <= CANCELLED * Math.abs(constant) ? 0 : sum;
    }

    /**
     * What a holding of stock counts.
     *
     * @param actor id of who has it
     * @param material id of what it is
     * @param amount its change over the window, at the price of its disposal, in the unit of the dimension without the year
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
