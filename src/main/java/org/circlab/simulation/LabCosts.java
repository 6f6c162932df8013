package org.circlab.simulation;

import java.util.Arrays;
import java.util.BitSet;
import org.circlab.exchange.ArcCosts;
import org.circlab.model.DisposalSite;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.model.Recipe;
import org.circlab.network.Arcs;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * What each way costs the lab as a whole, at the prices of the day: haulage, treatment, tax, carbon price and greenhouse gases,
 * less the virgin material that is displaced. Fees and prices between actors cancel; those paid to or by the world outside
 * count. Subsidies do not: what the state pays saves no resources.
 *
 * <p>What a line takes is worth what its outputs will be worth where they are worth most, found by going through the chain of
 * lines backwards until nothing changes. Ways that are closed are
 * worth nothing; whether there will be room is not asked. What ratios lose on the way counts as {@link Downcycling} knows it.
 */
final class LabCosts {

    /** More steps than any chain of lines has; circles that gain on every round are cut off here. */
    private static final int LONGEST_CHAIN = 50;

    private static final double TONNES_PER_KILOGRAM = 1e-3;

    private final CompiledLab lab;
    private final Downcycling downcycling;
    private final Prices prices;
    private final Fallback fallback;
    private final BitSet closed;
    private final Exchange.Objective objective;
    /** By outlet, what a tonne is worth that comes out there; negative where it costs. */
    private final double[] worth;

    private final double[] worthUnmatched;
    /** By number of the fee that is asked for it, what a tonne is worth where it is taken. */
    private final double[] worthTaken;

    /**
     * Costs at the prices of a day.
     *
     * @param downcycling what is left of ratios
     * @param fallback where goes what nobody takes
     * @param closed the arcs of the exchange that nothing goes along; null for none
     */
    LabCosts(CompiledLab lab, Downcycling downcycling, Prices prices, Fallback fallback, @Nullable BitSet closed) {
        this.lab = lab;
        this.downcycling = downcycling;
        this.prices = prices;
        this.fallback = fallback;
        this.closed = closed == null ? new BitSet() : closed;
        this.objective = lab.lab().exchange().objective();
        this.worthUnmatched = new double[lab.outlets()];
        Arrays.setAll(worthUnmatched, outlet -> worthUnmatched(outlet, fallback.disposalArc(outlet)));
        this.worth = worthUnmatched.clone();
        this.worthTaken = new double[lab.tariffs().first(lab.inlets())];
        for (int inlet = 0; inlet < lab.inlets(); inlet++) {
            useAtNeed(inlet);
        }
        int step = 0;
        do {
            processAtLines();
        } while (goBack() && ++step < LONGEST_CHAIN);
    }

    private void useAtNeed(int inlet) {
        Need need = lab.network().inlets().get(inlet).need();
        if (need == null) {
            return;
        }
        Part part = new Part(Part.Kind.NEED, lab.chart().parties().get(lab.inletParty(inlet)), need.id());
        double price = prices.value(Field.of(Field.Kind.VIRGIN_PRICE, part), need.virginPriceEurosPerTonne());
        double displaced = objective.money() * price + counted(need.virginGhgKilogramsPerTonne());
        for (Need.Accepted accepted : need.accepts()) {
            worthTaken[lab.tariffs().posted(inlet, lab.material(accepted.material()))] = accepted.ratio() * displaced;
        }
    }

    private void processAtLines() {
        for (int inlet = 0; inlet < lab.inlets(); inlet++) {
            Line line = lab.network().inlets().get(inlet).line();
            if (line != null) {
                double processed = worthProcessed(line, lab.inletParty(inlet));
                int last = lab.tariffs().first(inlet + 1);
                Arrays.fill(worthTaken, lab.tariffs().first(inlet), last, processed);
            }
        }
    }

    private double worthProcessed(Line line, int party) {
        Recipe recipe = line.recipe();
        double sum = -objective.money() * recipe.costEurosPerTonne() - emitted(recipe.ghgKilogramsPerTonne());
        for (Recipe.Added added : recipe.adds()) {
            sum -= added.share()
                    * (objective.money() * added.priceEurosPerTonne() + counted(added.ghgKilogramsPerTonne()));
        }
        int[] outlets = lab.network().outletsOf(party, line);
        for (int output = 0; output < outlets.length; output++) {
            sum += recipe.outputs().get(output).share() * worth[outlets[output]];
        }
        return sum / (1 - recipe.addedShare());
    }

    private double worthUnmatched(int outlet, int disposalArc) {
        Outlet point = lab.network().outlets().get(outlet);
        Recipe.Market market = point.market();
        Line line = point.line();
        if (market != null && line != null) {
            Part process = new Part(Part.Kind.PROCESS, "", line.recipe().id());
            String product = lab.chart().materials().get(point.material());
            double price =
                    prices.value(new Field(Field.Kind.MARKET_PRICE, process, product), market.priceEurosPerTonne());
            return objective.money() * price + counted(market.avoidedKilogramsPerTonne());
        }
        if (disposalArc == Fallback.NO_ARC) {
            return -ArcCosts.MOST * 1e-6;
        }
        Inlet inlet = lab.network().inlets().get(lab.arcInlet(disposalArc));
        DisposalSite site = inlet.site();
        double euros = prices.taxEurosPerTonne(disposalArc)
                + fallback.penaltyEurosPerTonne(disposalArc)
                + (site != null ? site.costEurosPerTonne() : prices.feeEurosPerTonne(disposalArc));
        double kilograms = site != null
                ? site.ghgKilogramsPerTonne()
                : inlet.outside() == null ? 0 : inlet.outside().ghgKilogramsPerTonne();
        return -(haulage(disposalArc) + objective.money() * euros + emitted(kilograms));
    }

    /** Haulage and what it emits. */
    private double haulage(int arc) {
        return objective.money() * prices.haulageEurosPerTonne(arc)
                + emitted(kilogramsPerTonneKilometre(arc) * lab.arcKilometres(arc));
    }

    private double kilogramsPerTonneKilometre(int arc) {
        return lab.carrier(lab.arcOutlet(arc)).mode().ghgKilogramsPerTonneKilometre();
    }

    /** What emissions cost that somebody in the lab pays the carbon price for. */
    private double emitted(double kilograms) {
        return kilograms
                * TONNES_PER_KILOGRAM
                * (objective.money() * prices.carbonEurosPerTonne() + objective.eurosPerTonneCo2e());
    }

    /** What emissions cost that are counted and not paid for. */
    private double counted(double kilograms) {
        return kilograms * TONNES_PER_KILOGRAM * objective.eurosPerTonneCo2e();
    }

    /** What a tonne that goes along an arc is worth where it is taken. */
    private double worthTaken(int arc) {
        return worthTaken[lab.tariff(arc)] * downcycling.left(arc);
    }

    /** Goes one step back along every arc; tells whether anything has become worth more. */
    private boolean goBack() {
        Arcs arcs = lab.network().exchange();
        boolean changed = false;
        for (int outlet = 0; outlet < worth.length; outlet++) {
            for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
                double there = worthTaken(arc) - haulage(arc);
                if (there > worth[outlet] && !closed.get(arc)) {
                    worth[outlet] = there;
                    changed = true;
                }
            }
        }
        return changed;
    }

    /** The costs of all arcs and of what is left unmatched. */
    ArcCosts costs() {
        long[] matched = new long[lab.firstDisposalArc()];
        Arrays.setAll(matched, arc -> ArcCosts.millionths(haulage(arc) - worthTaken(arc)));
        long[] unmatched = new long[worth.length];
        Arrays.setAll(unmatched, outlet -> ArcCosts.millionths(-worthUnmatched[outlet]));
        return new ArcCosts(matched, unmatched);
    }
}
