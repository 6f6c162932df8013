package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.Ledger;
import org.circlab.model.Line;
import org.circlab.model.Recipe;
import org.circlab.quantity.Apportionment;

/**
 * One line's recipe at work: books what is added, used up, produced and lost for each lot. Not a gram is made or lost:
 * additions and outputs are apportioned by largest remainder.
 */
final class Transformation {

    private final Ledger ledger;
    private final Cashier cashier;
    private final int party;
    private final Recipe recipe;
    private final double takenShare;
    private final double[] addedShares;
    private final long[] addedGrams;
    private final int[] addedFlows;
    private final int[] addedMaterials;
    private final double[] shares;
    private final double[] due;
    private final long[] givenGrams;
    private long totalGrams;
    private final long[] grams;
    private final int[] outputMaterials;
    private final int[] outputOutlets;
    private final int airFlow;
    private final int waterFlow;

    /**
     * The recipe of a line.
     *
     * @param outputOutlets the outlets of its outputs, in the recipe's order
     */
    Transformation(Stage stage, int party, Line line, int[] outputOutlets) {
        this.ledger = stage.ledger();
        this.cashier = stage.cashier();
        this.party = party;
        this.recipe = line.recipe();
        this.outputOutlets = outputOutlets.clone();
        CompiledLab lab = stage.lab();
        this.takenShare = 1 - recipe.addedShare();
        this.addedShares =
                recipe.adds().stream().mapToDouble(Recipe.Added::share).toArray();
        this.addedGrams = new long[addedShares.length];
        this.addedMaterials = recipe.adds().stream()
                .mapToInt(added -> lab.material(added.name()))
                .toArray();
        Flow.Route example = new Flow.Route(
                party, party, 0, null, Channel.NATURE, line.recipe().source().grade());
        this.addedFlows = recipe.adds().stream()
                .mapToInt(added -> ledger.flow(drawRoute(lab, added, example)))
                .toArray();
        int outputs = recipe.outputs().size();
        this.shares = new double[outputs + 2];
        for (int i = 0; i < outputs; i++) {
            shares[i] = recipe.outputs().get(i).share();
        }
        shares[outputs] = recipe.lossToAir();
        shares[outputs + 1] = recipe.lossToWater();
        double whole = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / whole);
        this.due = new double[outputs + 2];
        this.givenGrams = new long[outputs + 2];
        this.grams = new long[outputs + 2];
        this.outputMaterials = recipe.outputs().stream()
                .mapToInt(output -> lab.material(output.material()))
                .toArray();
        int loss = lab.material(CompiledLab.PROCESS_LOSS);
        this.airFlow = ledger.flow(
                new Flow.Route(party, lab.chart().world(Chart.AIR), loss, null, Channel.NATURE, example.grade()));
        this.waterFlow = ledger.flow(
                new Flow.Route(party, lab.chart().world(Chart.WATER), loss, null, Channel.NATURE, example.grade()));
    }

    private static Flow.Route drawRoute(CompiledLab lab, Recipe.Added added, Flow.Route example) {
        String from = switch (added.origin()) {
            case VIRGIN -> Chart.VIRGIN;
            case AIR -> Chart.AIR;
            case WATER -> Chart.WATER;
        };
        Channel channel = added.origin() == Recipe.Origin.VIRGIN ? Channel.PURCHASE : Channel.NATURE;
        return new Flow.Route(
                lab.chart().world(from), example.to(), lab.material(added.name()), null, channel, example.grade());
    }

    /** Has {@link #outputGrams} tell what would come out of {@code takenGrams} if they were booked now. */
    void foresee(long takenGrams) {
        apportion(totalOf(takenGrams));
    }

    private long totalOf(long takenGrams) {
        return addedGrams.length == 0 ? takenGrams : Math.round(takenGrams / takenShare);
    }

    /** Books the transformation of {@code takenGrams} of a material; {@link #outputGrams} then tells what came out. */
    void book(int material, long takenGrams) {
        ledger.processed(party, material, takenGrams);
        long total = totalOf(takenGrams);
        if (addedGrams.length > 0) {
            add(total - takenGrams);
        }
        cashier.payTreatment(party, recipe.costEurosPerTonne(), total);
        cashier.emit(party, EmissionKind.PROCESS, Ledger.NO_FLOW, recipe.ghgKilogramsPerTonne(), total);
        double biogenic = recipe.biogenicKilogramsPerTonne().orElse(0);
        cashier.attribute(party, EmissionKind.BIOGENIC, Ledger.NO_FLOW, biogenic, total);
        share(total);
        int outputs = outputMaterials.length;
        for (int i = 0; i < outputs; i++) {
            ledger.produced(party, outputMaterials[i], grams[i]);
        }
        if (grams[outputs] > 0) {
            ledger.lost(airFlow, grams[outputs]);
        }
        if (grams[outputs + 1] > 0) {
            ledger.lost(waterFlow, grams[outputs + 1]);
        }
    }

    /**
     * Shares out a lot so that all lots so far are shared as the recipe says: what rounding withholds from one lot the next
     * one gives, so that no last gram can go round between lines for ever.
     */
    private void share(long total) {
        apportion(total);
        totalGrams += total;
        for (int i = 0; i < due.length; i++) {
            givenGrams[i] += grams[i];
        }
    }

    private void apportion(long total) {
        for (int i = 0; i < due.length; i++) {
            due[i] = Math.max(0, shares[i] * (totalGrams + total) - givenGrams[i]);
        }
        Apportionment.byLargestRemainder(total, due, grams);
    }

    private void add(long addition) {
        Apportionment.byLargestRemainder(addition, addedShares, addedGrams);
        for (int i = 0; i < addedGrams.length; i++) {
            Recipe.Added added = recipe.adds().get(i);
            ledger.drawn(addedFlows[i], addedGrams[i]);
            ledger.processed(party, addedMaterials[i], addedGrams[i]);
            cashier.payVirgin(party, addedFlows[i], added.priceEurosPerTonne(), addedGrams[i]);
            cashier.attribute(
                    party, EmissionKind.VIRGIN_MATERIAL, addedFlows[i], added.ghgKilogramsPerTonne(), addedGrams[i]);
        }
    }

    /** Grams of water that were added in the last transformation. */
    long waterAddedGrams() {
        long sum = 0;
        for (int i = 0; i < addedGrams.length; i++) {
            sum += recipe.adds().get(i).origin() == Recipe.Origin.WATER ? addedGrams[i] : 0;
        }
        return sum;
    }

    int outputs() {
        return outputOutlets.length;
    }

    int outputOutlet(int output) {
        return outputOutlets[output];
    }

    /** Grams of an output in the last transformation, booked or foreseen. */
    long outputGrams(int output) {
        return grams[output];
    }
}
