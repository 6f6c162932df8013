package org.circlab.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A waste stream that arises at an actor, batch by batch or without pause.
 *
 * @param material id of the material
 * @param meanTonnesPerYear mean arising in tonnes a year of 365.25 d, at least 0; a batch has this times the mean interval. Of
 *     products in use it is what reaches the end of its life in each year
 * @param every the time between batches; the first arises in the middle of the first such time of the run, or one such time
 *     after it begins if that scatters; nothing of a continuous stream
 * @param continuous whether the mass flows without pause and without batches; it then needs a load and takes no spread
 * @param spread how the mass of single batches scatters
 * @param season the yearly pattern, or null
 * @param hours when it arises; null for always. A year brings the same mean either way
 * @param shipsGrams mass of the loads in which it leaves, at least 0; 0 for batches as they come
 * @param whole whether a batch, or a load, may only move undivided
 * @param disposal where goes what nobody takes
 * @param by id of the fleet or mode that carries it, {@code haulier} for the haulier without limit, empty for the actor's own
 *     fleet where it has one
 * @param recorded batches to replay instead of drawing them, those within the run; empty to draw
 * @param source where the figure comes from
 * @param inUse the products in use from which it arises; null where it does not
 */
public record Arising(
        String material,
        Timed meanTonnesPerYear,
        Interval every,
        boolean continuous,
        Spread spread,
        @Nullable Season season,
        @Nullable WorkCalendar hours,
        long shipsGrams,
        boolean whole,
        Disposal disposal,
        String by,
        List<Batch> recorded,
        Source source,
        @Nullable InUse inUse) {

    /** What does not arise from products in use. */
    public Arising(
            String material,
            Timed meanTonnesPerYear,
            Interval every,
            boolean continuous,
            Spread spread,
            @Nullable Season season,
            @Nullable WorkCalendar hours,
            long shipsGrams,
            boolean whole,
            Disposal disposal,
            String by,
            List<Batch> recorded,
            Source source) {
        this(
                material,
                meanTonnesPerYear,
                every,
                continuous,
                spread,
                season,
                hours,
                shipsGrams,
                whole,
                disposal,
                by,
                recorded,
                source,
                null);
    }

    /**
     * A recorded batch.
     *
     * @param timeMillis from the start date
     * @param grams above 0
     */
    public record Batch(long timeMillis, long grams) {}

    public Arising {
        recorded = List.copyOf(recorded);
        Bounds.atLeast0("mean of '" + material + "'", meanTonnesPerYear);
        Bounds.atLeast(0, "load of '" + material + "'", shipsGrams);
        if (continuous && (shipsGrams == 0 || !(spread instanceof Spread.None) || !recorded.isEmpty())) {
            throw new IllegalArgumentException(
                    "'" + material + "' flows without pause; it then needs the load in which it"
                            + " leaves, and neither scatters nor is recorded");
        }
        if (inUse != null && !recorded.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + material + "' is recorded; what is recorded does not arise from products in use");
        }
        for (int i = 0; i < recorded.size(); i++) {
            if (recorded.get(i).grams() <= 0
                    || (i > 0
                            && recorded.get(i).timeMillis()
                                    < recorded.get(i - 1).timeMillis())) {
                throw new IllegalArgumentException("recorded batch " + (i + 1) + " of '" + material + "' is "
                        + recorded.get(i) + "; batches must be in order of time and heavier than 0 g");
            }
        }
    }

    /** The same stream, arising over a run from products in use. */
    public Arising from(InUse products, Horizon horizon) {
        return new Arising(
                material,
                products.arising(horizon),
                every,
                continuous,
                spread,
                season,
                hours,
                shipsGrams,
                whole,
                disposal,
                by,
                recorded,
                source,
                products);
    }
}
