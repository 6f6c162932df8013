package org.circlab.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A place of final treatment that takes what nobody else wants, for a fee.
 *
 * @param id unique within its actor
 * @param accepts ids of the materials it takes
 * @param operation what is done there
 * @param feeEurosPerTonne what the deliverer pays
 * @param taxed whether the deliverer also pays the policy's landfill tax
 * @param ghgKilogramsPerTonne kilograms of CO2e for each tonne, booked in full on arrival
 * @param voidGrams what it can take in all; {@link Long#MAX_VALUE} for no limit
 * @param costEurosPerTonne running cost of the site for each tonne, which its actor pays; at least 0
 * @param biogenicKilogramsPerTonne kilograms of CO2 from biomass for each tonne, at least 0; beside {@code
 *     ghgKilogramsPerTonne}, never in it; empty where nobody states it
 * @param source where the figures come from
 */
public record DisposalSite(
        String id,
        List<String> accepts,
        Operation operation,
        Timed feeEurosPerTonne,
        boolean taxed,
        double ghgKilogramsPerTonne,
        long voidGrams,
        double costEurosPerTonne,
        OptionalDouble biogenicKilogramsPerTonne,
        Source source) {
    public DisposalSite {
        accepts = List.copyOf(accepts);
        Bounds.atLeast(0.0, "biogenic CO2 of site '" + id + "'", biogenicKilogramsPerTonne.orElse(0));
        if (!(costEurosPerTonne >= 0 && costEurosPerTonne < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the running cost of site '" + id + "' is " + costEurosPerTonne + " EUR/t; it must be at least 0");
        }
    }

    /** A site whose running cost and biogenic carbon dioxide are not counted. */
    public DisposalSite(
            String id,
            List<String> accepts,
            Operation operation,
            Timed feeEurosPerTonne,
            boolean taxed,
            double ghgKilogramsPerTonne,
            long voidGrams,
            Source source) {
        this(
                id,
                accepts,
                operation,
                feeEurosPerTonne,
                taxed,
                ghgKilogramsPerTonne,
                voidGrams,
                0,
                OptionalDouble.empty(),
                source);
    }
}
