package org.circlab.score.bound;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Actor;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.network.ExchangeNetwork;
import org.jspecify.annotations.Nullable;

/** What the bound has to know of a run, in tonnes over the window: what chance drew, what was there, and what was taken. */
final class Drawn {

    private static final double TONNES_PER_GRAM = 1e-6;
    private static final int NONE = -1;

    /** By holding, what arose and what was withheld. */
    final double[] arisen;
    /** By inlet, the virgin material that a need would have bought without any secondary. */
    final double[] needed;
    /** By holding, what its outlets held at the start, the road included. */
    final double[] openingToGive;
    /** By holding, what its lines and needs held at the start. */
    final double[] openingToUse;
    /** By holding, the part of {@link #openingToUse} that was in service. */
    final double[] openingInService;
    /** By holding, what was there at the end. */
    final double[] closing;
    /** By holding, what lines and needs of the actor used. */
    final double[] used;
    /** By actor, at how many times lines of its used something up. */
    final long[] services;
    /** How often money and emissions were rounded. */
    final long entries;

    private final Points points;
    private final int[] actors;
    private final int[] materials;

    /**
     * Reads the accounts of a run of the lab, or of another that shares actors and materials with it.
     *
     * @param points of the lab
     */
    Drawn(Points points, Accounts accounts) {
        this.points = points;
        ExchangeNetwork network = points.network();
        this.arisen = new double[points.holdings()];
        this.needed = new double[network.inlets().size()];
        this.openingToGive = new double[points.holdings()];
        this.openingToUse = new double[points.holdings()];
        this.openingInService = new double[points.holdings()];
        this.closing = new double[points.holdings()];
        this.used = new double[points.holdings()];
        this.services = new long[network.lab().actors().size()];
        this.entries = accounts.roundings().entries();
        Chart chart = accounts.chart();
        this.actors = places(chart.parties(), network.lab().actors(), Actor::id);
        this.materials = places(chart.materials(), network.lab().materials(), Material::id);
        accounts.arisings()
                .forEach(each -> add(arisen, each.actor(), each.material(), each.grams() + each.withheldGrams()));
        accounts.stocks().forEach(this::addStock);
        accounts.flows().forEach(this::addFlow);
        accounts.consumptions().forEach(each -> addNeed(chart, each));
        addServices(accounts.roundings().services());
    }

    private static <T> int[] places(List<String> names, List<T> parts, Function<T, String> idOf) {
        List<String> ids = parts.stream().map(idOf).toList();
        ToIntFunction<String> place = ids::indexOf;
        return names.stream().mapToInt(place).toArray();
    }

    private void add(double[] amounts, int party, int material, long grams) {
        if (actors[party] != NONE && materials[material] != NONE) {
            amounts[points.holding(actors[party], materials[material])] += grams * TONNES_PER_GRAM;
        }
    }

    private void addServices(List<Long> byParty) {
        for (int party = 0; party < byParty.size(); party++) {
            if (actors[party] != NONE) {
                services[actors[party]] = byParty.get(party);
            }
        }
    }

    private void addStock(Accounts.Stock stock) {
        boolean toUse = stock.place() == StockPlace.INLET || stock.place() == StockPlace.PROCESS;
        add(toUse ? openingToUse : openingToGive, stock.party(), stock.material(), stock.openingGrams());
        add(closing, stock.party(), stock.material(), stock.closingGrams());
        if (toUse) {
            add(used, stock.party(), stock.material(), stock.openingGrams() - stock.closingGrams());
        }
        if (stock.place() == StockPlace.PROCESS) {
            add(openingInService, stock.party(), stock.material(), stock.openingGrams());
        }
    }

    private void addFlow(Flow flow) {
        Channel channel = flow.route().channel();
        if ((channel == Channel.CONTRACT || channel == Channel.EXCHANGE)
                && !flow.route().isFinal()) {
            add(used, flow.route().to(), flow.route().material(), flow.grams());
        }
    }

    private void addNeed(Chart chart, Accounts.Consumption consumption) {
        ExchangeNetwork network = points.network();
        int actor = actors[consumption.actor()];
        String id = chart.materials().get(consumption.need());
        if (actor == NONE) {
            return;
        }
        IntStream.range(network.firstInlet(actor), network.firstInlet(actor + 1))
                .filter(inlet -> isNeed(network.inlets().get(inlet).need(), id))
                .forEach(inlet ->
                        needed[inlet] += (consumption.displacedGrams() + consumption.virginGrams()) * TONNES_PER_GRAM);
    }

    private static boolean isNeed(@Nullable Need need, String id) {
        return need != null && need.id().equals(id);
    }
}
