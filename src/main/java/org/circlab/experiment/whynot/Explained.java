package org.circlab.experiment.whynot;

import java.util.List;
import org.circlab.network.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Why a stream was not matched, or a need not met, and what would change that.
 *
 * @param row what it is and how far it came
 * @param gate where most of it was stopped; null for a need to which nothing more was on offer
 * @param gateGrams how much of it was stopped there
 * @param nearest who is nearest behind that gate; null where there is nobody
 * @param idle for a need: what could serve it and is not taken by anybody, the nearest first
 * @param proposals changes, one for each dimension at most, each of which does alone
 * @param inVain dimensions in which no single change does that was tried
 */
public record Explained(
        Funnel.Row row,
        @Nullable Gate gate,
        long gateGrams,
        @Nullable Nearest nearest,
        List<Idle> idle,
        List<Proposal> proposals,
        List<Dimension> inVain) {

    /**
     * The other side of the way that was closed.
     *
     * @param actor its id
     * @param part id of its line or need, or of the material that it gives
     * @param kilometres how far it is; NaN where that is not known
     * @param margin by how much the gate was closed, a mean by mass: kilometres, euros a tonne, hours, or a part of the limit of a
     *     composition; NaN where the gate has none
     * @param barrier what is missing, a part of a sentence; empty where the gate depends on the day
     */
    public record Nearest(String actor, String part, double kilometres, double margin, String barrier) {}

    /**
     * A stream that could serve a need and is not taken.
     *
     * @param row what it is
     * @param gate where most of it was stopped
     */
    public record Idle(Funnel.Row row, Gate gate) {}

    public Explained {
        idle = List.copyOf(idle);
        proposals = List.copyOf(proposals);
        inVain = List.copyOf(inVain);
    }
}
