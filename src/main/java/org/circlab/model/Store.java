package org.circlab.model;

/**
 * Room at an actor for material that waits to be taken; what does not fit is disposed of, oldest first.
 *
 * @param material id of the material
 * @param capacityGrams the most it holds, above 0
 * @param keepsMillis shelf life, above 0: an older lot is disposed of; {@link Long#MAX_VALUE} for no limit
 */
public record Store(String material, long capacityGrams, long keepsMillis) {
    public Store {
        Bounds.atLeast(1, "capacity of the store of '" + material + "'", capacityGrams);
        Bounds.atLeast(1, "shelf life in the store of '" + material + "'", keepsMillis);
    }
}
