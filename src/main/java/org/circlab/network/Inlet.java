package org.circlab.network;

import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * A point where material enters: a processing line, a need, a disposal site, or a disposal route outside the lab. Exactly one
 * of the four is there.
 *
 * @param actor index of the actor; the number of actors for a route outside, which is at none
 * @param line the line, or null
 * @param need the need, or null
 * @param site the disposal site, or null
 * @param outside the route outside the lab, or null
 */
public record Inlet(
        int actor,
        @Nullable Line line,
        @Nullable Need need,
        @Nullable DisposalSite site,
        Disposal.@Nullable Outside outside) {

    /** What is done here with the material; null for a route outside the lab, which does not say. */
    public @Nullable Operation operation() {
        if (line != null) {
            return line.recipe().operation();
        }
        if (need != null) {
            return need.operation();
        }
        return site != null ? site.operation() : null;
    }

    /** Whether it is a final treatment, as opposed to a receiver on the exchange. */
    public boolean isFinal() {
        return site != null || outside != null;
    }

    /** Whether it is a final treatment that counts as disposal, which backfilling does not. */
    public boolean disposes() {
        Operation operation = operation();
        return isFinal() && (operation == null || operation.treatment().isDisposal());
    }

    /** Whether {@code material} is accepted here. */
    public boolean accepts(String material) {
        if (line != null) {
            return line.recipe().takes().contains(material);
        }
        if (need != null) {
            return need.accepts().stream()
                    .anyMatch(accepted -> accepted.material().equals(material));
        }
        return site != null && site.accepts().contains(material);
    }

    /** Where its figures come from. */
    public Source source() {
        if (line != null) {
            return line.source();
        }
        if (need != null) {
            return need.source();
        }
        return site != null ? site.source() : Source.NONE;
    }
}
