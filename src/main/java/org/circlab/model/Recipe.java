package org.circlab.model;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A recipe: what becomes of one tonne of total input, that is of material taken and {@code adds} together. The shares of the
 * outputs and the losses add up to 1.
 *
 * @param id as the scenario names it
 * @param name for people
 * @param operation the R or D operation that the taken material undergoes
 * @param takes ids of the materials it can take, each alone or in any mix
 * @param adds what is added to the taken material
 * @param outputs what comes out
 * @param lossToAir share lost to the air
 * @param lossToWater share lost to water
 * @param costEurosPerTonne running cost for each tonne of total input
 * @param ghgKilogramsPerTonne kilograms of CO2e emitted for each tonne of total input
 * @param biogenicKilogramsPerTonne kilograms of CO2 from biomass for each tonne of total input, at least 0; beside {@code
 *     ghgKilogramsPerTonne}, never in it; empty where nobody states it
 * @param effort what it takes of energy and work
 * @param source where the recipe comes from
 */
public record Recipe(
        String id,
        String name,
        Operation operation,
        List<String> takes,
        List<Added> adds,
        List<Output> outputs,
        double lossToAir,
        double lossToWater,
        double costEurosPerTonne,
        double ghgKilogramsPerTonne,
        OptionalDouble biogenicKilogramsPerTonne,
        Effort effort,
        Source source) {

    /**
     * What a process takes for each tonne of total input; empty where nobody states it, which is not zero.
     *
     * @param gigajoulesPerTonne energy, electricity and fuels together, at least 0
     * @param hoursPerTonne hours that people work, at least 0
     */
    public record Effort(OptionalDouble gigajoulesPerTonne, OptionalDouble hoursPerTonne) {

        /** Nobody states any. */
        public static final Effort UNKNOWN = new Effort(OptionalDouble.empty(), OptionalDouble.empty());

        public Effort {
            Bounds.atLeast(0.0, "energy of a process", gigajoulesPerTonne.orElse(0));
            Bounds.atLeast(0.0, "work of a process", hoursPerTonne.orElse(0));
        }
    }

    /** A recipe whose biogenic carbon dioxide and effort are not stated. */
    public Recipe(
            String id,
            String name,
            Operation operation,
            List<String> takes,
            List<Added> adds,
            List<Output> outputs,
            double lossToAir,
            double lossToWater,
            double costEurosPerTonne,
            double ghgKilogramsPerTonne,
            Source source) {
        this(
                id,
                name,
                operation,
                takes,
                adds,
                outputs,
                lossToAir,
                lossToWater,
                costEurosPerTonne,
                ghgKilogramsPerTonne,
                OptionalDouble.empty(),
                Effort.UNKNOWN,
                source);
    }

    /** What an addition is drawn from. */
    public enum Origin {
        VIRGIN,
        AIR,
        WATER
    }

    /**
     * Something added to the taken material.
     *
     * @param name its name in the results
     * @param origin bought virgin material, or air or water, which cost nothing
     * @param share of the total input, above 0 and below 1
     * @param priceEurosPerTonne price of virgin material, at least 0
     * @param ghgKilogramsPerTonne kilograms of CO2e for each tonne of virgin material
     */
    public record Added(
            String name, Origin origin, double share, double priceEurosPerTonne, double ghgKilogramsPerTonne) {
        public Added {
            Bounds.share("share of addition '" + name + "'", share);
            Bounds.atLeast(0.0, "price of addition '" + name + "'", priceEurosPerTonne);
            Bounds.finite("ghg of addition '" + name + "'", ghgKilogramsPerTonne);
        }
    }

    /**
     * Something that comes out. It is offered on the exchange; what nobody takes is sold on its market where it has one, and
     * is disposed of otherwise.
     *
     * @param material id of the material
     * @param share of the total input, above 0 and at most 1
     * @param shipsGrams it is gathered and leaves in loads of exactly this mass; 0 to leave after every service
     * @param by as in {@link Arising}
     * @param disposal where goes what nobody takes
     * @param market the buyer outside the lab, or null
     */
    public record Output(
            String material,
            double share,
            long shipsGrams,
            String by,
            Disposal disposal,
            @Nullable Market market) {
        public Output {
            Bounds.share("share of output '" + material + "'", share);
            Bounds.atLeast(0, "load of output '" + material + "'", shipsGrams);
        }
    }

    /**
     * A buyer outside the lab who collects at the gate.
     *
     * @param priceEurosPerTonne what the buyer pays; negative where the buyer is paid
     * @param avoidedKilogramsPerTonne kilograms of CO2e of the product that a tonne displaces outside the lab, at least 0
     */
    public record Market(Timed priceEurosPerTonne, double avoidedKilogramsPerTonne) {
        public Market {
            Bounds.atLeast(0.0, "avoided ghg of a market", avoidedKilogramsPerTonne);
        }
    }

    public Recipe {
        takes = List.copyOf(takes);
        adds = List.copyOf(adds);
        outputs = List.copyOf(outputs);
        Bounds.atLeast(0.0, "loss to air of process '" + id + "'", lossToAir);
        Bounds.atLeast(0.0, "loss to water of process '" + id + "'", lossToWater);
        Bounds.finite("cost of process '" + id + "'", costEurosPerTonne);
        Bounds.finite("ghg of process '" + id + "'", ghgKilogramsPerTonne);
        Bounds.atLeast(0.0, "biogenic CO2 of process '" + id + "'", biogenicKilogramsPerTonne.orElse(0));
        double shares = lossToAir + lossToWater;
        for (Output output : outputs) {
            shares += output.share();
        }
        if (!(Math.abs(shares - 1) <= 1e-9)) {
            throw new IllegalArgumentException("outputs and losses of process '" + id + "' add up to " + shares
                    + "; they must add up to 1, since mass is conserved");
        }
        if (!(addedShare(adds) < 1)) {
            throw new IllegalArgumentException("additions of process '" + id + "' add up to " + addedShare(adds)
                    + "; they must stay below 1, since they are shares of the total input");
        }
    }

    /** The share of the total input that is added, from 0 to below 1. */
    public double addedShare() {
        return addedShare(adds);
    }

    private static double addedShare(List<Added> adds) {
        double sum = 0;
        for (Added added : adds) {
            sum += added.share();
        }
        return sum;
    }
}
