package org.circlab.network;

import org.circlab.model.Arising;
import org.circlab.model.Disposal;
import org.circlab.model.Grade;
import org.circlab.model.Line;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * A point where material leaves an actor: one of its waste streams, or one output of one of its lines.
 *
 * @param actor index of the actor
 * @param material index of the material
 * @param arising the waste stream; null for the output of a line
 * @param line the line whose output it is; null for a waste stream
 * @param output the output; null for a waste stream
 * @param grade the weakest grade among the figures behind it
 */
public record Outlet(
        int actor,
        int material,
        @Nullable Arising arising,
        @Nullable Line line,
        Recipe.@Nullable Output output,
        Grade grade) {

    static Outlet of(int actor, int material, Arising arising) {
        return new Outlet(actor, material, arising, null, null, arising.source().grade());
    }

    static Outlet of(int actor, int material, Line line, Recipe.Output output) {
        Grade grade = line.source().grade().weaker(line.recipe().source().grade());
        return new Outlet(actor, material, null, line, output, grade);
    }

    /** Whether a lot may only move undivided. */
    public boolean whole() {
        return arising != null && arising.whole();
    }

    /** Mass of the loads in which it leaves, in grams; 0 for lots as they come. */
    public long shipsGrams() {
        return arising != null ? arising.shipsGrams() : output == null ? 0 : output.shipsGrams();
    }

    /** Id of the fleet or mode, {@code haulier}, or empty for the actor's own fleet where it has one. */
    public String by() {
        return arising != null ? arising.by() : output == null ? "" : output.by();
    }

    /** The operation of the line that the material came out of; null for a waste stream. */
    public @Nullable Operation origin() {
        return line == null ? null : line.recipe().operation();
    }

    /** Where goes what nobody takes. */
    public Disposal disposal() {
        if (arising != null) {
            return arising.disposal();
        }
        return output == null ? new Disposal.Cheapest() : output.disposal();
    }

    /** The buyer outside the lab, or null. */
    public Recipe.@Nullable Market market() {
        return output == null ? null : output.market();
    }
}
