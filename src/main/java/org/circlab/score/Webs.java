package org.circlab.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.circlab.ledger.Accounts.Arisen;
import org.circlab.ledger.Accounts.Carried;
import org.circlab.ledger.Accounts.Consumption;
import org.circlab.ledger.Accounts.Stock;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Flow;
import org.circlab.ledger.Flow.Route;
import org.circlab.model.Substances;

/**
 * The networks of actors that the flows of a window make: one of all materials, one of each.
 *
 * <p>The currency is dry mass in t/yr, each material at the mean moisture of what was carried of it, or mass as it is where no
 * composition is known. What actors hand to others for use flows between nodes; an actor's own transfers stay inside it. Waste
 * that arises and virgin material bought are imports, final treatment is dissipation, product sold an export. A window is no
 * steady state, so what builds up or is drawn down of stock flows to and from an outside stock. What then remains at an actor was
 * used or lost there (what needs and lines took, evaporated water included), or came from its lines if it is negative: an export
 * and dissipation in proportion to what its needs used and its lines lost, or an import.
 */
final class Webs {

    private static final double ROUNDING = 1e-12;

    private final Window window;
    private final double[] dry;
    private final Map<Integer, List<Flow>> flowsByMaterial = new TreeMap<>();
    private final FlowNetwork all;
    private final Links links;

    Webs(Window window) {
        this.window = window;
        this.dry = dryShares(window);
        for (Flow flow : window.accounts().flows()) {
            flowsByMaterial
                    .computeIfAbsent(flow.route().material(), none -> new ArrayList<>())
                    .add(flow);
        }
        Web web = new Web(window.accounts().flows());
        this.links = web.links();
        this.all = web.network(material -> true);
    }

    /** Who hands anything to whom for use. */
    Links links() {
        return links;
    }

    /** The network of all materials together. */
    FlowNetwork all() {
        return all;
    }

    /** The network of one material; what lines make of it leaves, and what they make it from is not in it. */
    FlowNetwork of(int material) {
        return new Web(flowsByMaterial.getOrDefault(material, List.of())).network(each -> each == material);
    }

    /** The share of dry matter in the mass of each material. */
    private static double[] dryShares(Window window) {
        int materials = window.chart().materials().size();
        double[] moisture = new double[materials];
        double[] wet = new double[materials];
        for (Carried carried : window.accounts().carried()) {
            if (carried.substance().equals(Substances.MOISTURE)) {
                moisture[carried.route().material()] += carried.grams();
            }
        }
        for (Flow flow : window.accounts().flows()) {
            wet[flow.route().material()] += Window.isRouted(flow) ? flow.grams() : 0;
        }
        double[] dry = new double[materials];
        for (int m = 0; m < materials; m++) {
            dry[m] = wet[m] == 0 ? 1 : Math.max(0, 1 - moisture[m] / wet[m]);
        }
        return dry;
    }

    /** One network on the way. */
    private final class Web {

        private final int actors = window.chart().actors();
        private final List<Flow> flows;
        private final FlowNetwork.Outside outside = new FlowNetwork.Outside(actors);
        private final double[] left = new double[actors];
        private final double[] entered = new double[actors];
        private int[] from = new int[16];
        private int[] to = new int[16];
        private double[] sizes = new double[16];
        private int links;

        /** The network of these flows, which are in the order of routes. */
        Web(List<Flow> flows) {
            this.flows = flows;
            flows.stream().filter(this::isLink).forEach(this::link);
        }

        private boolean isLink(Flow flow) {
            Route route = flow.route();
            return Window.isRouted(flow)
                    && flow.grams() > 0
                    && !route.isFinal()
                    && route.from() != route.to()
                    && window.chart().isActor(route.from())
                    && window.chart().isActor(route.to());
        }

        Links links() {
            return new Links(actors, Arrays.copyOf(from, links), Arrays.copyOf(to, links));
        }

        FlowNetwork network(IntPredicate counts) {
            flows.forEach(this::outside);
            for (Arisen arisen : window.accounts().arisings()) {
                if (counts.test(arisen.material())) {
                    enters(arisen.actor(), mass(arisen.material(), arisen.grams()), outside.imports);
                }
            }
            stocks(counts);
            remainders();
            return new FlowNetwork(links(), Arrays.copyOf(sizes, links), outside);
        }

        private double mass(int material, long grams) {
            return window.perYear(grams * dry[material] / 1e6);
        }

        private void enters(int actor, double mass, double[] way) {
            way[actor] += mass;
            left[actor] += mass;
            entered[actor] += mass;
        }

        private void leaves(int actor, double mass, double[] way) {
            way[actor] += mass;
            left[actor] -= mass;
        }

        private void link(Flow flow) {
            Route route = flow.route();
            double mass = mass(route.material(), flow.grams());
            left[route.from()] -= mass;
            left[route.to()] += mass;
            entered[route.to()] += mass;
            if (links > 0 && from[links - 1] == route.from() && to[links - 1] == route.to()) {
                sizes[links - 1] += mass;
                return;
            }
            if (links == from.length) {
                from = Arrays.copyOf(from, 2 * links);
                to = Arrays.copyOf(to, 2 * links);
                sizes = Arrays.copyOf(sizes, 2 * links);
            }
            from[links] = route.from();
            to[links] = route.to();
            sizes[links++] = mass;
        }

        private void outside(Flow flow) {
            Route route = flow.route();
            double mass = mass(route.material(), flow.grams());
            if (Window.isRouted(flow) && route.isFinal()) {
                leaves(route.from(), mass, outside.dissipation);
            } else if (route.channel() == Channel.PURCHASE) {
                enters(route.to(), mass, outside.imports);
            } else if (route.channel() == Channel.MARKET) {
                leaves(route.from(), mass, outside.exports);
            }
        }

        /** Change of stock by actor and material, whatever the place. */
        private void stocks(IntPredicate counts) {
            List<Stock> stocks = window.accounts().stocks();
            for (int i = 0; i < stocks.size(); i++) {
                Stock stock = stocks.get(i);
                long change = stock.closingGrams() - stock.openingGrams();
                while (i + 1 < stocks.size()
                        && stocks.get(i + 1).party() == stock.party()
                        && stocks.get(i + 1).material() == stock.material()) {
                    i++;
                    change += stocks.get(i).closingGrams() - stocks.get(i).openingGrams();
                }
                if (counts.test(stock.material()) && window.chart().isActor(stock.party())) {
                    double mass = mass(stock.material(), Math.abs(change));
                    if (change > 0) {
                        leaves(stock.party(), mass, outside.builtUp);
                    } else {
                        enters(stock.party(), mass, outside.drawnDown);
                    }
                }
            }
        }

        private void remainders() {
            double[] used = new double[actors];
            for (Consumption consumption : window.accounts().consumptions()) {
                used[consumption.actor()] += (double) (consumption.secondaryGrams() + consumption.virginGrams());
            }
            double[] lost = new double[actors];
            for (Flow flow : flows) {
                Route route = flow.route();
                if (route.channel() == Channel.NATURE && window.chart().isActor(route.from())) {
                    lost[route.from()] += flow.grams();
                }
            }
            for (int i = 0; i < actors; i++) {
                double rest = left[i];
                if (rest > ROUNDING * entered[i]) {
                    double share = used[i] + lost[i] == 0 ? 1 : used[i] / (used[i] + lost[i]);
                    outside.exports[i] += rest * share;
                    outside.dissipation[i] += rest * (1 - share);
                } else if (rest < -ROUNDING * entered[i]) {
                    outside.imports[i] -= rest;
                }
            }
        }
    }
}
