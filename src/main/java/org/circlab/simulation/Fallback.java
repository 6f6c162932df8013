package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.exchange.Preferences;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.SubstanceKind;
import org.circlab.model.Disposal;
import org.circlab.model.Field;
import org.circlab.model.Line;
import org.circlab.model.Part;
import org.circlab.model.Recipe;
import org.circlab.network.Outlet;
import org.circlab.quantity.Mass;
import org.jspecify.annotations.Nullable;

/**
 * Where material goes that nobody takes: it is sold at the gate where it has a market, and goes to final treatment otherwise,
 * to the next site when a void is full, a limit of the site is exceeded, a ban is in force, or a quota is used up and its
 * penalty is dearer.
 */
final class Fallback {

    /** No disposal site has room. */
    static final int NO_ARC = -1;

    private static final double MOST_KILOMETRES = 1e6;

    private final Stage stage;
    private final CompiledLab lab;
    private final Carriage carriage;
    private final Contracts contracts;
    private final Acceptance acceptance;
    private final int[] marketFlow;
    private final Recipe.Market[] markets;
    private final @Nullable Value[] prices;
    private boolean takesOtherwise;

    Fallback(Stage stage, Carriage carriage, Contracts contracts) {
        this.stage = stage;
        this.lab = stage.lab();
        this.carriage = carriage;
        this.contracts = contracts;
        this.acceptance = new Acceptance(stage);
        this.marketFlow = new int[lab.outlets()];
        Arrays.fill(marketFlow, -1);
        this.markets = lab.network().outlets().stream().map(Outlet::market).toArray(Recipe.Market[]::new);
        this.prices = lab.network().outlets().stream().map(this::price).toArray(Value[]::new);
    }

    private @Nullable Value price(Outlet outlet) {
        Recipe.Market market = outlet.market();
        Line line = outlet.line();
        if (market == null || line == null) {
            return null;
        }
        Part process = new Part(Part.Kind.PROCESS, "", line.recipe().id());
        String product = lab.chart().materials().get(outlet.material());
        return stage.inForce().value(new Field(Field.Kind.MARKET_PRICE, process, product), market.priceEurosPerTonne());
    }

    /** What an outlet pays for each tonne that nobody takes, at the prices of the day; infinite if there is no way out. */
    double costEurosPerTonne(int outlet) {
        Value price = prices[outlet];
        if (price != null) {
            return -price.now();
        }
        int arc = disposalArc(outlet);
        return arc == NO_ARC
                ? Double.POSITIVE_INFINITY
                : stage.ways().prices().costEurosPerTonne(arc) + penaltyEurosPerTonne(arc);
    }

    /** The same with the carbon price of the way there, and of what becomes of it outside the lab. */
    double booksEurosPerTonne(int outlet) {
        int arc = prices[outlet] == null ? disposalArc(outlet) : NO_ARC;
        double carbon = arc == NO_ARC ? 0 : stage.ways().prices().donorCarbonEurosPerTonne(arc);
        return costEurosPerTonne(outlet) + carbon;
    }

    /** What is paid for what goes along an arc to final treatment beyond a quota. */
    double penaltyEurosPerTonne(int arc) {
        return stage.quotas().penaltyEurosPerTonne(arc, 1);
    }

    /** A lot has come out of its outlet, which may show that sites do not take it. */
    void emerges(int lot) {
        int outlet = stage.lots().outlet[lot];
        if (acceptance.isAsked(outlet)) {
            int before = disposalArc(outlet);
            acceptance.emerges(lot);
            takesOtherwise |= disposalArc(outlet) != before;
        }
    }

    /** A month begins; true if sites may now be tried again. */
    boolean monthBegins() {
        return acceptance.monthBegins();
    }

    /** Whether what an outlet disposes of goes, since this was asked last, to another site for what is in it. */
    boolean takesOtherwise() {
        boolean before = takesOtherwise;
        takesOtherwise = false;
        return before;
    }

    /** The arc along which goes now what an outlet has to dispose of, if it is like what came out there last; or {@link #NO_ARC}. */
    int disposalArc(int outlet) {
        return disposalArc(outlet, 1, Lots.NONE);
    }

    /** The same for a lot, or for any, that can only go where so much fits in one piece. */
    private int disposalArc(int outlet, long least, int lot) {
        Prices prices = stage.ways().prices();
        Preferences sites = prices.disposal();
        int best = NO_ARC;
        double bestKey = Double.POSITIVE_INFINITY;
        for (int position = sites.first(outlet); position < sites.end(outlet); position++) {
            int arc = lab.firstDisposalArc() + sites.arc(position);
            if (stage.room().free(lab.arcInlet(arc)) < least || prices.isBanned(arc) || acceptance.refuses(arc, lot)) {
                continue;
            }
            if (stage.quotas().isEmpty()) {
                return arc;
            }
            double key = sites.key(position) + keyOfPenalty(outlet, arc, least);
            if (key < bestKey) {
                best = arc;
                bestKey = key;
            }
        }
        return best;
    }

    /** What a penalty counts in the order of preference: what it costs, or more than any distance. */
    private double keyOfPenalty(int outlet, int arc, long least) {
        boolean byDistance = lab.network().outlets().get(outlet).disposal() instanceof Disposal.Nearest;
        return (byDistance ? MOST_KILOMETRES : 1) * stage.quotas().penaltyEurosPerTonne(arc, least);
    }

    /** Ends a lot that nobody takes. */
    void leave(int lot) {
        stage.offerBook().leaves(lot);
        int outlet = stage.lots().outlet[lot];
        contracts.passBy(outlet, stage.lots().grams[lot]);
        Recipe.Market market = markets[outlet];
        Value price = prices[outlet];
        if (market != null && price != null) {
            sell(lot, price.now(), market.avoidedKilogramsPerTonne());
        } else {
            dispose(lot);
        }
    }

    private void sell(int lot, double eurosPerTonne, double avoidedKilogramsPerTonne) {
        int outlet = stage.lots().outlet[lot];
        long grams = stage.lots().grams[lot];
        int seller = lab.outletActor(outlet);
        int flow = marketFlow(outlet);
        stage.ledger().sold(flow, grams);
        stage.contents().carried(lot, Contents.OUTSIDE, flow);
        stage.contents().end(lot, SubstanceKind.SOLD);
        stage.cashier().sell(seller, flow, eurosPerTonne, grams);
        stage.cashier().attribute(seller, EmissionKind.AVOIDED, flow, -avoidedKilogramsPerTonne, grams);
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
        boolean isUsedUp = false;
        while (!isUsedUp) {
            long offered = stage.lots().grams[lot];
            long least = whole ? offered : 1;
            int arc = disposalArc(outlet, least, lot);
            if (arc == NO_ARC) {
                throw noWayOut(lot);
            }
            int inlet = lab.arcInlet(arc);
            Quotas quotas = stage.quotas();
            long grams = Math.min(Math.min(offered, stage.room().free(inlet)), quotas.free(arc, least));
            stage.cashier().payQuotaPenalty(lab.outletActor(outlet), quotas.penaltyEurosPerTonne(arc, least), grams);
            quotas.take(arc, grams, least);
            stage.room().reserve(inlet, grams);
            isUsedUp = carriage.sendPart(lot, grams, arc);
        }
    }

    private SimulationException noWayOut(int lot) {
        int outlet = stage.lots().outlet[lot];
        String actor = lab.lab().actors().get(lab.outletActor(outlet)).id();
        String material = lab.lab().materials().get(lab.outletMaterial(outlet)).id();
        return new SimulationException("on "
                + lab.lab().horizon().dateAt(stage.kernel().now())
                + " no disposal site has room left for " + Mass.tonnes(stage.lots().grams[lot])
                + (lab.isWhole(outlet) ? " t undivided of '" : " t of '") + material + "' of '" + actor
                + "'" + closedSites(lot)
                + ". Give a site a larger void, add a site that accepts it, or give the stream a"
                + " disposal route of its own");
    }

    /** Why sites are out of question that have not been filled, for sentences. */
    private String closedSites(int lot) {
        int outlet = stage.lots().outlet[lot];
        long least = lab.isWhole(outlet) ? stage.lots().grams[lot] : 1;
        StringBuilder words = new StringBuilder();
        Preferences sites = stage.ways().prices().disposal();
        for (int position = sites.first(outlet); position < sites.end(outlet); position++) {
            int arc = lab.firstDisposalArc() + sites.arc(position);
            int inlet = lab.arcInlet(arc);
            String event = stage.inForce().closures().inlets[inlet];
            String ban = lab.reach().ban(arc, stage.inForce().today());
            String quota = stage.quotas().closing(arc, least);
            if (event != null) {
                words.append("; event '").append(event).append("' has closed ").append(stage.inletName(inlet));
            } else if (ban != null) {
                words.append("; ban '").append(ban).append("' forbids ").append(stage.inletName(inlet));
            } else if (quota != null) {
                words.append("; quota '")
                        .append(quota)
                        .append("' has no penalty and is used up at ")
                        .append(stage.inletName(inlet));
            } else if (acceptance.refuses(arc, lot)) {
                words.append("; what is in it exceeds a limit of ").append(stage.inletName(inlet));
            }
        }
        return words.toString();
    }
}
