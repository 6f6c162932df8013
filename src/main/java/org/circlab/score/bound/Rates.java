package org.circlab.score.bound;

import org.circlab.model.DisposalSite;
import org.circlab.model.Field;
import org.circlab.model.Haulage;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.model.Policy;
import org.circlab.model.Recipe;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/**
 * What a tonne costs the lab as a whole at the least, by what happens to it: in tonnes of virgin material, tonnes of CO2e or euros.
 * What actors pay each other cancels, and subsidies count for nothing; what is paid to the state and to the world outside counts.
 */
final class Rates {

    private static final double TONNES_PER_KILOGRAM = 1e-3;

    private final ExchangeNetwork network;
    private final Dated dated;
    private final Span carbon;
    private final Span landfillTax;

    Rates(ExchangeNetwork network, Dated dated) {
        this.network = network;
        this.dated = dated;
        Policy policy = network.lab().policy();
        this.carbon = dated.of(Field.of(Field.Kind.CARBON_PRICE, Part.LAB), policy.carbonPriceEurosPerTonne());
        this.landfillTax = dated.of(Field.of(Field.Kind.LANDFILL_TAX, Part.LAB), policy.landfillTaxEurosPerTonne());
    }

    /** Along a way, with what becomes of it at a final treatment. */
    double along(Way way, Dimension dimension) {
        return carried(way, dimension) + disposed(network.inlets().get(way.inlet()), dimension);
    }

    private double carried(Way way, Dimension dimension) {
        Outlet outlet = network.outlets().get(way.outlet());
        Haulage.Mode mode = network.carrier(outlet).mode();
        boolean inside = network.inlets().get(way.inlet()).actor() == outlet.actor();
        Part part = new Part(Part.Kind.MODE, "", mode.id());
        Span perKilometre = dated.of(Field.of(Field.Kind.MODE_COST, part), mode.costEurosPerTonneKilometre());
        double euros = perKilometre.low() * way.kilometres()
                + (inside ? 0 : mode.handling().eurosPerTonne());
        return of(dimension, euros, mode.ghgKilogramsPerTonneKilometre() * way.kilometres());
    }

    private double disposed(Inlet inlet, Dimension dimension) {
        DisposalSite site = inlet.site();
        if (site != null) {
            double tax = site.taxed() ? landfillTax.low() : 0;
            return of(dimension, site.costEurosPerTonne() + tax, site.ghgKilogramsPerTonne());
        }
        return inlet.outside() == null
                ? 0
                : of(
                        dimension,
                        inlet.outside().feeEurosPerTonne() + inlet.outside().taxEurosPerTonne(),
                        inlet.outside().ghgKilogramsPerTonne());
    }

    /** What a line takes. */
    double processed(Line line, Dimension dimension) {
        Recipe recipe = line.recipe();
        double rate = of(dimension, recipe.costEurosPerTonne(), recipe.ghgKilogramsPerTonne());
        for (Recipe.Added added : recipe.adds()) {
            double virgin = added.origin() == Recipe.Origin.VIRGIN ? 1 : 0;
            rate += added.share()
                    * counted(dimension, virgin, added.priceEurosPerTonne(), added.ghgKilogramsPerTonne());
        }
        return rate / (1 - recipe.addedShare());
    }

    /** All that a tonne too much or too little of each that a line adds, and of its input, can count, whatever its sign. */
    double rounded(Recipe recipe, Dimension dimension) {
        double rate = Math.abs(of(dimension, recipe.costEurosPerTonne(), recipe.ghgKilogramsPerTonne()));
        for (Recipe.Added added : recipe.adds()) {
            double virgin = added.origin() == Recipe.Origin.VIRGIN ? 1 : 0;
            rate += Math.abs(counted(dimension, virgin, added.priceEurosPerTonne(), added.ghgKilogramsPerTonne()));
        }
        return rate;
    }

    /** The dearest that a tonne of CO2e can be. */
    double carbonEurosPerTonne() {
        return carbon.high();
    }

    /** Virgin material that a need buys. */
    double virgin(Need need, String actor, Dimension dimension) {
        Part part = new Part(Part.Kind.NEED, actor, need.id());
        Span price = dated.of(Field.of(Field.Kind.VIRGIN_PRICE, part), need.virginPriceEurosPerTonne());
        return counted(dimension, 1, price.low(), need.virginGhgKilogramsPerTonne());
    }

    /** What is sold out of the lab where it has a market. */
    double sold(Line line, Recipe.Market market, String product, Dimension dimension) {
        Part process = new Part(Part.Kind.PROCESS, "", line.recipe().id());
        Span price = dated.of(new Field(Field.Kind.MARKET_PRICE, process, product), market.priceEurosPerTonne());
        return counted(dimension, 0, -price.high(), -market.avoidedKilogramsPerTonne());
    }

    /** What is emitted by an actor of the lab, who pays the carbon price for it. */
    private double of(Dimension dimension, double euros, double kilograms) {
        double tonnes = kilograms * TONNES_PER_KILOGRAM;
        return counted(dimension, 0, euros + carbon.least(tonnes), kilograms);
    }

    private static double counted(Dimension dimension, double virgin, double euros, double kilograms) {
        return switch (dimension) {
            case CIRCULARITY -> virgin;
            case CLIMATE -> kilograms * TONNES_PER_KILOGRAM;
            case ECONOMY -> euros;
        };
    }

    /** Lines that stand already, in euros over the window, whatever they do. */
    static double standing(Lab lab) {
        return lab.actors().stream()
                .flatMap(actor -> actor.lines().stream())
                .filter(Line::existing)
                .mapToDouble(line -> capital(lab, line))
                .sum();
    }

    /** The annuity and fixed cost of a line in euros over the window. */
    static double capital(Lab lab, Line line) {
        return line.finance().eurosPerYear(lab.policy().discountRatePerYear())
                * lab.horizon().years();
    }
}
