package org.circlab.score.bound;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Store;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/** What is the same in every replication of a lab: ways, rates, capacities, rooms. Immutable. */
final class Setting {

    private static final int DIMENSIONS = Dimension.values().length;

    private final Points points;
    private final List<Way> ways;
    private final Rates rates;
    private final double[] capacities;
    /** By inlet, how much more a line may take in a service since times are rounded. */
    private final double[] capacityRoundings;

    private final double[] rooms;
    private final boolean[] blocks;
    private final int[] firstUse;
    /** By holding and dimension, what a tonne in stock will cost. */
    private final double[][] stock;

    Setting(Lab lab) {
        ExchangeNetwork network = ExchangeNetwork.of(lab);
        Dated dated = Dated.duringWindowOf(lab);
        this.points = new Points(network);
        this.ways = Way.of(network);
        this.rates = new Rates(network, dated);
        int inlets = network.inlets().size();
        this.firstUse = new int[inlets + 1];
        points.uses().forEach(use -> firstUse[use.inlet() + 1]++);
        for (int inlet = 0; inlet < inlets; inlet++) {
            firstUse[inlet + 1] += firstUse[inlet];
        }
        this.capacities = new double[inlets];
        this.capacityRoundings = new double[inlets];
        this.rooms = new double[points.holdings()];
        this.blocks = new boolean[points.holdings()];
        for (int inlet = 0; inlet < inlets; inlet++) {
            Inlet point = network.inlets().get(inlet);
            if (point.line() != null) {
                String actor = lab.actors().get(point.actor()).id();
                capacities[inlet] = Capacity.tonnes(point.line(), actor, lab.horizon(), dated);
                capacityRoundings[inlet] = Capacity.rounding(point.line(), actor, dated);
            }
        }
        addStores(network);
        addInletStores(network);
        this.stock = StockPrices.of(points, ways, lab);
    }

    private void addStores(ExchangeNetwork network) {
        List<Actor> actors = network.lab().actors();
        for (int actor = 0; actor < actors.size(); actor++) {
            for (Store store : actors.get(actor).stores()) {
                int holding = points.holding(actor, network.material(store.material()));
                rooms[holding] += store.capacityGrams() * 1e-6;
                blocks[holding] |= store.blocks();
            }
        }
    }

    private void addInletStores(ExchangeNetwork network) {
        for (Points.Use use : points.uses()) {
            Line line = network.inlets().get(use.inlet()).line();
            Need need = network.inlets().get(use.inlet()).need();
            long grams = line != null ? line.storeGrams() : need == null ? 0 : need.storeGrams();
            rooms[points.holding(use)] += grams * 1e-6;
        }
    }

    Points points() {
        return points;
    }

    List<Way> ways() {
        return ways;
    }

    /** Number of the first use of an inlet. */
    int firstUse(int inlet) {
        return firstUse[inlet];
    }

    /** Tonnes that a line takes in the window at the most. */
    double capacity(int inlet) {
        return capacities[inlet];
    }

    /** Tonnes more that a line may take in a service since times are rounded. */
    double capacityRounding(int inlet) {
        return capacityRoundings[inlet];
    }

    /** What a tonne of input and of each addition can count, that rounding gives or takes. */
    double[] rounded(Line line) {
        return each(dimension -> rates.rounded(line.recipe(), dimension));
    }

    double carbonEurosPerTonne() {
        return rates.carbonEurosPerTonne();
    }

    /** Tonnes of a holding that stores have room for. */
    double room(int holding) {
        return rooms[holding];
    }

    /** Whether a full store of a holding withholds what would arise. */
    boolean blocks(int holding) {
        return blocks[holding];
    }

    /** What lines cost over the window that stand already, in euros. */
    double standingEuros() {
        return Rates.standing(points.network().lab());
    }

    double[] along(int way) {
        return each(dimension -> rates.along(ways.get(way), dimension));
    }

    /** What a line takes; one that is yet to be built is paid for in proportion to the part of its capacity that is used. */
    double[] processed(int inlet, double capacity) {
        Line line = line(inlet);
        double[] rate = each(dimension -> rates.processed(line, dimension));
        if (!line.existing()) {
            rate[Dimension.ECONOMY.ordinal()] += Rates.capital(points.network().lab(), line) / capacity;
        }
        return rate;
    }

    private Line line(int inlet) {
        Line line = points.network().inlets().get(inlet).line();
        if (line == null) {
            throw new IllegalArgumentException("inlet " + inlet + " is no line");
        }
        return line;
    }

    double[] virgin(int inlet) {
        Inlet point = points.network().inlets().get(inlet);
        Need need = point.need();
        String actor = points.network().lab().actors().get(point.actor()).id();
        return each(dimension -> need == null ? 0 : rates.virgin(need, actor, dimension));
    }

    double[] sold(int outlet) {
        return sold(points.network(), rates, outlet);
    }

    /** What a tonne of a holding costs at the end (1), or has cost at the start (-1). */
    double[] stock(int holding, int sign) {
        return Arrays.stream(stock[holding]).map(rate -> sign * rate).toArray();
    }

    static double[] sold(ExchangeNetwork network, Rates rates, int outlet) {
        Outlet point = network.outlets().get(outlet);
        Line line = point.line();
        String product = network.lab().materials().get(point.material()).id();
        return each(dimension ->
                line == null || point.market() == null ? 0 : rates.sold(line, point.market(), product, dimension));
    }

    static double[] each(ToDoubleFunction<Dimension> rate) {
        double[] rates = new double[DIMENSIONS];
        for (Dimension dimension : Dimension.values()) {
            rates[dimension.ordinal()] = rate.applyAsDouble(dimension);
        }
        return rates;
    }
}
