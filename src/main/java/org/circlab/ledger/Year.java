package org.circlab.ledger;

import java.util.List;
import org.circlab.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What arose and what moved in a calendar year, as far as it lies in the window; of all parties together, so that it stays small
 * however long the run. Over the years it adds up to the totals of the window.
 *
 * @param number of the calendar year
 * @param arisings by material, in that order, none of nothing
 * @param moves by material, operation, origin, channel and whether they end there, in that order, none of nothing
 */
public record Year(int number, List<Arisen> arisings, List<Move> moves) {

    /**
     * Waste that arose. What arises without pause counts when its load is full.
     *
     * @param material index of the material
     * @param grams above 0
     */
    public record Arisen(int material, long grams) {}

    /**
     * Material that was received; the parts are those of {@link Flow.Route}.
     *
     * @param grams above 0
     */
    public record Move(
            int material,
            @Nullable Operation operation,
            @Nullable Operation origin,
            Channel channel,
            boolean isFinal,
            long grams) {}

    public Year {
        arisings = List.copyOf(arisings);
        moves = List.copyOf(moves);
    }
}
