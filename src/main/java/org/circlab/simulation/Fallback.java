package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.exchange.Preferences;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Flow;
import org.circlab.model.Recipe;
import org.circlab.network.Outlet;
import org.circlab.quantity.Mass;

/**
 * Where material goes that nobody takes: it is sold at the gate where it has a market, and goes to final treatment otherwise,
 * to the next site when a void is full.
 */
final class Fallback {

    private final Stage stage;
    private final CompiledLab lab;
    private final Carriage carriage;
    private final int[] marketFlow;
    private final Recipe.Market[] markets;

    Fallback(Stage stage, Carriage carriage) {
        this.stage = stage;
        this.lab = stage.lab();
        this.carriage = carriage;
        this.marketFlow = new int[lab.outlets()];
        Arrays.fill(marketFlow, -1);
        this.markets = lab.network().outlets().stream().map(Outlet::market).toArray(Recipe.Market[]::new);
    }

    /** What an outlet pays for each tonne that nobody takes, at the prices of the day; infinite if there is no way out. */
    double costEurosPerTonne(int outlet) {
        Recipe.Market market = markets[outlet];
        if (market != null) {
            return -market.priceEurosPerTonne();
        }
        Preferences sites = stage.ways().prices().disposal();
        for (int position = sites.first(outlet); position < sites.end(outlet); position++) {
            int arc = lab.firstDisposalArc() + sites.arc(position);
            if (stage.room().free(lab.arcInlet(arc)) > 0) {
                return stage.ways().prices().costEurosPerTonne(arc);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Ends a lot that nobody takes. */
    void leave(int lot) {
        Recipe.Market market = markets[stage.lots().outlet[lot]];
        if (market != null) {
            sell(lot, market);
        } else {
            dispose(lot);
        }
    }

    private void sell(int lot, Recipe.Market market) {
        int outlet = stage.lots().outlet[lot];
        long grams = stage.lots().grams[lot];
        int seller = lab.outletActor(outlet);
        int flow = marketFlow(outlet);
        stage.ledger().sold(flow, grams);
        stage.cashier().sell(seller, flow, market.priceEurosPerTonne(), grams);
        stage.cashier().attribute(seller, EmissionKind.AVOIDED, flow, -market.avoidedKilogramsPerTonne(), grams);
        stage.lots().end(lot);
    }

    private int marketFlow(int outlet) {
        if (marketFlow[outlet] < 0) {
            Outlet point = lab.network().outlets().get(outlet);
            marketFlow[outlet] = stage.ledger()
                    .flow(new Flow.Route(
                            point.actor(),
                            lab.chart().world(Chart.EXPORT),
                            point.material(),
                            null,
                            Channel.MARKET,
                            point.grade(),
                            point.origin(),
                            false));
        }
        return marketFlow[outlet];
    }

    private void dispose(int lot) {
        int outlet = stage.lots().outlet[lot];
        boolean whole = lab.isWhole(outlet);
        Preferences sites = stage.ways().prices().disposal();
        for (int position = sites.first(outlet); position < sites.end(outlet); position++) {
            int arc = lab.firstDisposalArc() + sites.arc(position);
            int inlet = lab.arcInlet(arc);
            long offered = stage.lots().grams[lot];
            long grams = Math.min(offered, stage.room().free(inlet));
            if (grams == 0 || (whole && grams < offered)) {
                continue;
            }
            stage.room().reserve(inlet, grams);
            if (carriage.sendPart(lot, grams, arc)) {
                return;
            }
        }
        throw noWayOut(lot);
    }

    private SimulationException noWayOut(int lot) {
        int outlet = stage.lots().outlet[lot];
        String actor = lab.lab().actors().get(lab.outletActor(outlet)).id();
        String material = lab.lab().materials().get(lab.outletMaterial(outlet)).id();
        return new SimulationException("on "
                + lab.lab().horizon().dateAt(stage.kernel().now())
                + " no disposal site has room left for " + Mass.tonnes(stage.lots().grams[lot])
                + (lab.isWhole(outlet) ? " t undivided of '" : " t of '") + material + "' of '" + actor
                + "'. Give a site a larger void, add a site that accepts it, or give the stream a disposal route of its"
                + " own");
    }
}
