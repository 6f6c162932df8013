package org.circlab.score.bound;

import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Contract;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/**
 * A way that material can take.
 *
 * @param outlet index of the outlet that it leaves
 * @param inlet index of the inlet that it enters
 * @param kilometres how far that is
 */
record Way(int outlet, int inlet, double kilometres) {

    /** All that the gates that never change leave open: on the exchange, to final treatment, and by each contract. */
    static List<Way> of(ExchangeNetwork network) {
        List<Way> ways = new ArrayList<>();
        add(network, network.exchange(), ways);
        add(network, network.disposal(), ways);
        network.lab().contracts().forEach(contract -> add(network, contract, ways));
        return ways.stream().distinct().toList();
    }

    private static void add(ExchangeNetwork network, Arcs arcs, List<Way> ways) {
        for (int outlet = 0; outlet < network.outlets().size(); outlet++) {
            for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
                ways.add(new Way(outlet, arcs.inlet(arc), arcs.kilometres(arc)));
            }
        }
    }

    private static void add(ExchangeNetwork network, Contract contract, List<Way> ways) {
        int from = network.actor(contract.from());
        int to = network.actor(contract.to());
        int material = network.material(contract.material());
        for (int outlet = network.firstOutlet(from); outlet < network.firstOutlet(from + 1); outlet++) {
            Outlet point = network.outlets().get(outlet);
            for (int inlet = network.firstInlet(to);
                    point.material() == material && inlet < network.firstInlet(to + 1);
                    inlet++) {
                Inlet into = network.inlets().get(inlet);
                if (network.deliverable(point, into)) {
                    ways.add(new Way(outlet, inlet, network.kilometres(point, to)));
                }
            }
        }
    }
}
