package org.circlab.score.bound;

import java.util.Arrays;
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
        if (!isComputed()) {
            return least;
        }
        Formulation formulation =
                new Formulation(setting, new Drawn(setting.points(), run), new Drawn(setting.points(), usual));
        if (formulation.programme().size() > LARGEST) {
            return least;
        }
        for (Dimension dimension : Dimension.values()) {
            OptionalDouble found = formulation.programme().least(dimension);
            if (found.isPresent()) {
                double constant = formulation.constant(dimension);
                double sum = found.getAsDouble() + constant;
                boolean cancels = Math.abs(sum) <= CANCELLED * Math.abs(constant);
                least[dimension.ordinal()] = OptionalDouble.of(cancels ? 0 : sum);
            }
        }
        return least;
    }

    /** What the change of stock in a run counts in a dimension, over the window. */
    public double stock(Dimension dimension, Accounts run) {
        Drawn drawn = new Drawn(setting.points(), run);
        double sum = 0;
        for (int holding = 0; holding < setting.points().holdings(); holding++) {
            double change = drawn.closing[holding] - drawn.openingToGive[holding] - drawn.openingToUse[holding];
            sum += change == 0 ? 0 : change * setting.stock(holding, 1)[dimension.ordinal()];
        }
        return sum;
    }
}
