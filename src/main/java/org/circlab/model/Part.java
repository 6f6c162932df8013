package org.circlab.model;

import java.util.List;
import java.util.function.Function;

/**
 * A part of the lab that an event can act on, by its ids.
 *
 * @param kind what it is
 * @param owner id of the actor that has it; empty where no actor does
 * @param id its own id, that of the material for a stream; empty for the lab itself
 */
public record Part(Kind kind, String owner, String id) {

    /** What a part is. */
    public enum Kind {
        /** The lab as a whole, with its policy. */
        LAB,
        /** An actor with all its streams, lines, needs and sites. */
        ACTOR,
        /** What an actor generates of one material. */
        STREAM,
        LINE,
        NEED,
        SITE,
        CONTRACT,
        /** A mode of transport, by whichever fleets. */
        MODE,
        /** A recipe, by whichever lines run it. */
        PROCESS;

        /** Whether an event can close it. */
        public boolean closes() {
            return this != LAB && this != MODE && this != PROCESS;
        }
    }

    /** The lab as a whole. */
    public static final Part LAB = new Part(Kind.LAB, "", "");

    /** Whether a lab of these actors and contracts has it. */
    boolean isIn(List<Actor> actors, List<Contract> contracts) {
        return switch (kind) {
            case LAB, MODE, PROCESS -> true;
            case ACTOR -> has(actors, Actor::id, id);
            case CONTRACT -> has(contracts, Contract::id, id);
            case STREAM -> isAt(actors, Actor::generates, Arising::material);
            case LINE -> isAt(actors, Actor::lines, Line::id);
            case NEED -> isAt(actors, Actor::needs, Need::id);
            case SITE -> isAt(actors, Actor::sites, DisposalSite::id);
        };
    }

    private <T> boolean isAt(List<Actor> actors, Function<Actor, List<T>> parts, Function<T, String> idOf) {
        return actors.stream()
                .filter(actor -> actor.id().equals(owner))
                .anyMatch(actor -> has(parts.apply(actor), idOf, id));
    }

    private static <T> boolean has(List<T> parts, Function<T, String> idOf, String id) {
        return parts.stream().anyMatch(part -> idOf.apply(part).equals(id));
    }
}
