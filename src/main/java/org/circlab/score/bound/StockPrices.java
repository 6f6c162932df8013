package org.circlab.score.bound;

import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Lab;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of stock when the window is over, at the prices of its last day: it is sold where it has a market and goes the
 * cheapest way to final treatment otherwise. What a line or need holds of others' material counts as what the cheapest of all
 * outlets of that material would pay.
 */
final class StockPrices {

    private static final double[] NOTHING = {0, 0, 0};

    private final ExchangeNetwork network;
    private final Rates rates;
    private final List<List<Way>> disposals = new ArrayList<>();

    private StockPrices(ExchangeNetwork network, List<Way> ways, Lab lab) {
        this.network = network;
        this.rates = new Rates(network, Dated.on(lab.horizon().end().minusDays(1)));
        network.outlets().forEach(outlet -> disposals.add(new ArrayList<>()));
        for (Way way : ways) {
            if (network.inlets().get(way.inlet()).isFinal()) {
                disposals.get(way.outlet()).add(way);
            }
        }
    }

    /** By holding and dimension; circularity counts no stock. */
    static double[][] of(Points points, List<Way> ways, Lab lab) {
        ExchangeNetwork network = points.network();
        StockPrices prices = new StockPrices(network, ways, lab);
        double[][] own = new double[points.holdings()][];
        double[][] anywhere = new double[lab.materials().size()][];
        for (int outlet = 0; outlet < network.outlets().size(); outlet++) {
            Outlet point = network.outlets().get(outlet);
            double[] price = prices.at(outlet);
            own[points.holding(point)] = cheaper(own[points.holding(point)], price);
            anywhere[point.material()] = cheaper(anywhere[point.material()], price);
        }
        double[][] all = new double[points.holdings()][];
        for (int holding = 0; holding < all.length; holding++) {
            double[] elsewhere = anywhere[holding % lab.materials().size()];
            all[holding] = own[holding] != null ? own[holding] : elsewhere != null ? elsewhere : NOTHING;
        }
        return all;
    }

    private double[] at(int outlet) {
        if (network.outlets().get(outlet).market() != null) {
            return Setting.sold(network, rates, outlet);
        }
        double[] best = null;
        for (Way way : disposals.get(outlet)) {
            double[] price =
                    Setting.each(dimension -> dimension == Dimension.CIRCULARITY ? 0 : rates.along(way, dimension));
            best = cheaper(best, price);
        }
        return best == null ? NOTHING : best;
    }

    private static double[] cheaper(double @Nullable [] one, double[] other) {
        int euros = Dimension.ECONOMY.ordinal();
        return one == null || other[euros] < one[euros] ? other : one;
    }
}
