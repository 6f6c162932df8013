package org.circlab.model;

import java.util.Set;

/**
 * What an actor may take from others.
 *
 * @param codes List-of-Waste codes; empty for any
 * @param operations operations; empty for any
 */
public record Permits(Set<String> codes, Set<Operation> operations) {

    /** No restriction is known. */
    public static final Permits ANY = new Permits(Set.of(), Set.of());

    public Permits {
        codes = Set.copyOf(codes);
        operations = Set.copyOf(operations);
    }

    /** Whether {@code material} may be taken for {@code operation}; a product without a code needs no permit. */
    public boolean allow(Material material, Operation operation) {
        boolean code = codes.isEmpty() || material.lowCode().isEmpty() || codes.contains(material.lowCode());
        return code && (operations.isEmpty() || operations.contains(operation));
    }
}
