package org.circlab.model;

/**
 * Room at an actor for material that waits to be taken. What does not fit is disposed of, oldest first, unless the store blocks:
 * then its generator withholds it, or it stays on the line that made it, and the line stands.
 *
 * @param material id of the material
 * @param capacityGrams the most it holds, above 0
 * @param keepsMillis shelf life, above 0: an older lot is disposed of; {@link Long#MAX_VALUE} for no limit
 * @param blocks whether a full store stops what fills it instead of letting the oldest go; an empty one takes any lot of a line
 */
public record Store(String material, long capacityGrams, long keepsMillis, boolean blocks) {
    public Store {
        Bounds.atLeast(1, "capacity of the store of '" + material + "'", capacityGrams);
        Bounds.atLeast(1, "shelf life in the store of '" + material + "'", keepsMillis);
    }
}
