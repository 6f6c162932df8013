package org.circlab.experiment.whynot;

import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param actor id of the actor whose offers and needs are meant; null for all
 * @param material id of the material or need; null for all
 * @param top how many unmatched streams, and how many unmet needs, are explained; at least 0
 * @param seed of all chance; the run is replication 1
 * @param threads that run at the same time, at least 1; never changes an answer
 */
public record Question(@Nullable String actor, @Nullable String material, int top, long seed, int threads) {

    /** Whether something of an actor and a material, or need, is asked for. */
    boolean isAbout(Subject subject) {
        return (actor == null || actor.equals(subject.actor()))
                && (material == null || material.equals(subject.material()));
    }
}
