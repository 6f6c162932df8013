package org.circlab.simulation;

import java.util.List;
import org.circlab.network.Gate;
import org.jspecify.annotations.Nullable;

/**
 * What became of the offers and needs of one run of a lab with an exchange, in the window: each gram that nobody took has one
 * reason, the furthest gate that it reached over all receivers, the nearest of them where several are as far. Empty where
 * nothing is exchanged. Indices are those of the lab's network.
 *
 * @param streams what outlets offered, by outlet; those that neither offered nor held anything are left out
 * @param rests what of it nobody took, by outlet, gate and inlet
 * @param lacks what needs bought as virgin material, by inlet and gate
 * @param met what needs displaced by secondary material, by inlet; those that displaced nothing are left out
 */
public record Unmatched(List<Stream> streams, List<Rest> rests, List<Lack> lacks, List<Met> met) {

    /** No inlet, no outlet: the reason is that there is none. */
    public static final int NONE = -1;

    /**
     * What an outlet offered. Opening stock and what it offered is what was exchanged, contracted and left by the fallback, and
     * the closing stock, to the gram.
     *
     * @param outlet its index
     * @param offeredGrams offered in the window
     * @param exchangedGrams matched by the exchange
     * @param contractedGrams taken by contracts, but for disposal
     * @param openingGrams offered before the window, and still waiting when it opened
     * @param closingGrams still waiting at its end
     * @param grownGrams by how much what had been offered in vain and still waited was more at the end than when the window
     *     opened; 0 where it was less. What has arisen since the last round is not of it, as nobody could have taken it yet
     */
    public record Stream(
            int outlet,
            long offeredGrams,
            long exchangedGrams,
            long contractedGrams,
            long openingGrams,
            long closingGrams,
            long grownGrams) {}

    /**
     * What nobody took of an outlet's offers for one reason.
     *
     * @param outlet its index
     * @param gate what was closed
     * @param inlet the receiver, or {@link #NONE} where there is none
     * @param leftGrams that left by the fallback, or by a contract for disposal: to a market, or to disposal
     * @param waitingGrams that still wait at the end
     * @param margin by how much the gate was closed, a mean by mass: kilometres, euros a tonne, hours, or a part of the limit
     *     of a composition; NaN where the gate has none
     */
    public record Rest(int outlet, Gate gate, int inlet, long leftGrams, long waitingGrams, double margin) {}

    /**
     * What a need bought as virgin material for one reason.
     *
     * @param inlet its index
     * @param gate what was closed; null where all ways are open and all that was offered went elsewhere or was used
     * @param outlet the nearest that the gate was closed to, or {@link #NONE} where nobody ever has what is accepted
     * @param grams of virgin material
     */
    public record Lack(int inlet, @Nullable Gate gate, int outlet, long grams) {}

    /**
     * What a need displaced by secondary material, from contracts too. With its lacks it is all that was needed.
     *
     * @param inlet its index
     * @param grams of virgin material displaced, above 0
     */
    public record Met(int inlet, long grams) {}

    /** Nothing was exchanged. */
    public static final Unmatched EMPTY = new Unmatched(List.of(), List.of(), List.of(), List.of());

    public Unmatched {
        streams = List.copyOf(streams);
        rests = List.copyOf(rests);
        lacks = List.copyOf(lacks);
        met = List.copyOf(met);
    }
}
