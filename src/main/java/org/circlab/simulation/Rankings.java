package org.circlab.simulation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import org.circlab.exchange.ListedFirst;
import org.circlab.exchange.Preferences;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Operation;
import org.circlab.network.Arcs;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * The orders of preference among arcs that prices lead to. Threads share it: prices that lead to the same order get the same
 * one where it is among the few that were asked for last, and others are worked out anew; so memory does not grow with the
 * number of times that prices step, and what is returned depends on the prices alone.
 */
final class Rankings {

    private static final int KEPT = 4;
    /** Euros a tonne, more than any cost, so that no cost outweighs a rank. */
    private static final double BETWEEN_RANKS = 1e9;

    private static final double[] DISTANCE_ALONE = {};

    private final CompiledLab lab;
    private final Recent exchange = new Recent();
    private final Recent disposal = new Recent();

    Rankings(CompiledLab lab) {
        this.lab = lab;
    }

    /** Arcs of the exchange, the most preferred first. */
    Preferences exchange(Prices prices) {
        boolean nearest = lab.lab().exchange().rule() == Exchange.Rule.NEAREST;
        return exchange.of(nearest ? DISTANCE_ALONE : prices.basis(false), () -> rankExchange(prices));
    }

    /** Arcs to final treatment, the most preferred first; numbered from 0, not from the first disposal arc. */
    Preferences disposal(Prices prices) {
        return disposal.of(prices.basis(true), () -> rankDisposal(prices));
    }

    private Preferences rankExchange(Prices prices) {
        Arcs arcs = lab.network().exchange();
        Exchange.Rule rule = lab.lab().exchange().rule();
        double[] key = new double[arcs.size()];
        for (int arc = 0; arc < key.length; arc++) {
            key[arc] = switch (rule) {
                case NEAREST -> arcs.kilometres(arc);
                case HIERARCHY -> rank(arcs.inlet(arc)) * BETWEEN_RANKS + prices.costEurosPerTonne(arc);
                case NONE, CHEAPEST, PREFERENCE, OPTIMAL -> prices.costEurosPerTonne(arc);
            };
        }
        if (rule == Exchange.Rule.PREFERENCE) {
            ListedFirst.rank(lab.network(), key);
        }
        return Preferences.of(arcs, lab.outlets(), key);
    }

    /** The place of what is done at an inlet in the waste hierarchy. */
    private int rank(int inlet) {
        Operation operation = lab.network().inlets().get(inlet).operation();
        return operation == null ? 0 : operation.treatment().rank();
    }

    private Preferences rankDisposal(Prices prices) {
        Arcs arcs = lab.network().disposal();
        double[] key = new double[arcs.size()];
        for (int arc = 0; arc < key.length; arc++) {
            int number = lab.firstDisposalArc() + arc;
            Outlet outlet = lab.network().outlets().get(lab.arcOutlet(number));
            boolean nearest = outlet.disposal() instanceof Disposal.Nearest;
            key[arc] = nearest ? arcs.kilometres(arc) : prices.costEurosPerTonne(number);
        }
        return Preferences.of(arcs, lab.outlets(), key);
    }

    /** The few that were asked for last. */
    private static final class Recent {

        private final Deque<Ranking> rankings = new ArrayDeque<>();

        Preferences of(double[] basis, Supplier<Preferences> rank) {
            return ranking(basis).preferences(rank);
        }

        private synchronized Ranking ranking(double[] basis) {
            Ranking asked = rankings.stream()
                    .filter(ranking -> Arrays.equals(ranking.basis, basis))
                    .findFirst()
                    .orElseGet(() -> new Ranking(basis));
            rankings.remove(asked);
            rankings.addFirst(asked);
            if (rankings.size() > KEPT) {
                rankings.removeLast();
            }
            return asked;
        }
    }

    /** One order with all that it depends on; worked out by the first thread that asks, while others that ask wait. */
    private static final class Ranking {

        private final double[] basis;
        private @Nullable Preferences preferences;

        Ranking(double[] basis) {
            this.basis = basis;
        }

        synchronized Preferences preferences(Supplier<Preferences> rank) {
            Preferences known = preferences;
            if (known == null) {
                known = rank.get();
                preferences = known;
            }
            return known;
        }
    }
}
