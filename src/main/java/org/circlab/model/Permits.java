package org.circlab.model;

import java.util.Set;

/**
 * What an actor may take from others.
 *
 * @param codes List-of-Waste codes; empty for any
 * @param operations operations; empty for any
 * @param hazardous whether it may take hazardous waste
 * @param statuses what it may take may be by law; empty for anything
 */
public record Permits(Set<String> codes, Set<Operation> operations, boolean hazardous, Set<Material.Status> statuses) {

    /** No restriction is known. */
    public static final Permits ANY = new Permits(Set.of(), Set.of(), true, Set.of());

    public Permits {
        codes = Set.copyOf(codes);
        operations = Set.copyOf(operations);
        statuses = Set.copyOf(statuses);
    }

    /** Whether {@code material} may be taken for {@code operation}. */
    public boolean allow(Material material, Operation operation) {
        return allowWaste(material, operation) && allowHazard(material) && allowStatus(material);
    }

    /**
     * Whether code and operation are permitted: a by-product and what has ceased to be waste need no permit, a product without
     * a code needs none for its code.
     */
    public boolean allowWaste(Material material, Operation operation) {
        return switch (material.status()) {
            case BY_PRODUCT, END_OF_WASTE -> true;
            case WASTE -> allowCode(material) && allowOperation(operation);
            case PRODUCT -> allowOperation(operation);
        };
    }

    private boolean allowCode(Material material) {
        return codes.isEmpty() || material.lowCode().isEmpty() || codes.contains(material.lowCode());
    }

    private boolean allowOperation(Operation operation) {
        return operations.isEmpty() || operations.contains(operation);
    }

    /** Whether it is no hazardous waste, or such may be taken. */
    public boolean allowHazard(Material material) {
        return hazardous || !material.hazardous() || !material.isWaste();
    }

    /** Whether what it is by law may be taken. */
    public boolean allowStatus(Material material) {
        return statuses.isEmpty() || statuses.contains(material.status());
    }
}
