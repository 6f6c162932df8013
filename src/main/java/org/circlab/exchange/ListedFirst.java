package org.circlab.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.circlab.model.Actor;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Outlet;

/**
 * Keys that put the receivers that a donor prefers before all others: the least numbers there are, in the order of the list and,
 * among the inlets of one receiver, in that of the keys they replace. No limit is below them, so whoever is listed is taken at
 * any price.
 */
public final class ListedFirst {

    private ListedFirst() {}

    /**
     * Replaces the keys of arcs to listed receivers.
     *
     * @param network the network whose exchange is ranked
     * @param key by arc of the exchange, finite; changed in place
     */
    public static void rank(ExchangeNetwork network, double[] key) {
        for (int outlet = 0; outlet < network.outlets().size(); outlet++) {
            List<String> listed = listed(network, network.outlets().get(outlet));
            if (!listed.isEmpty()) {
                rank(network, outlet, listed, key);
            }
        }
    }

    private static List<String> listed(ExchangeNetwork network, Outlet outlet) {
        Actor donor = network.lab().actors().get(outlet.actor());
        return outlet.arising() == null
                ? donor.prefers().receivers()
                : donor.prefers().ofStream(outlet.arising().material());
    }

    private static void rank(ExchangeNetwork network, int outlet, List<String> listed, double[] key) {
        Arcs arcs = network.exchange();
        double least = -Double.MAX_VALUE;
        for (String receiver : listed) {
            int actor = network.actor(receiver);
            List<Integer> theirs = new ArrayList<>();
            for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
                if (network.inlets().get(arcs.inlet(arc)).actor() == actor) {
                    theirs.add(arc);
                }
            }
            theirs.sort(Comparator.comparingDouble(arc -> key[arc]));
            for (int arc : theirs) {
                key[arc] = least;
                least = Math.nextUp(least);
            }
        }
    }
}
