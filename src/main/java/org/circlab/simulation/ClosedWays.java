package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlab.network.Arcs;
import org.circlab.network.Barrier;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Gate;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.circlab.simulation.Reasons.Found;

/** What is closed for outlets and needs that have no way at all, worked out when it is first asked. */
final class ClosedWays {

    private final CompiledLab lab;
    private final ExchangeNetwork network;
    private final Found[] byOutlet;
    private final Found[] byNeed;
    private final List<List<Integer>> arcsInto = new ArrayList<>();

    ClosedWays(CompiledLab lab) {
        this.lab = lab;
        this.network = lab.network();
        this.byOutlet = new Found[lab.outlets()];
        this.byNeed = new Found[lab.inlets()];
    }

    /** The lab whose ways they are. */
    CompiledLab lab() {
        return lab;
    }

    /** The furthest gate that an outlet without any way reaches, at the nearest inlet. */
    Found of(int outlet) {
        Found known = byOutlet[outlet];
        if (known == null) {
            Search search = new Search();
            for (int inlet = 0; inlet < network.inlets().size(); inlet++) {
                search.meet(outlet, inlet, inlet);
            }
            known = search.found;
            byOutlet[outlet] = known;
        }
        return known;
    }

    /** The same for a need without any way into it; {@code inlet} of what is found is the outlet. */
    Found into(int inlet) {
        Found known = byNeed[inlet];
        if (known == null) {
            Search search = new Search();
            for (int outlet = 0; outlet < network.outlets().size(); outlet++) {
                search.meet(outlet, inlet, outlet);
            }
            known = search.found;
            byNeed[inlet] = known;
        }
        return known;
    }

    /** The arcs of the exchange that lead into an inlet, by their numbers. */
    List<Integer> arcsInto(int inlet) {
        if (arcsInto.isEmpty()) {
            for (int i = 0; i < lab.inlets(); i++) {
                arcsInto.add(new ArrayList<>());
            }
            Arcs arcs = network.exchange();
            for (int arc = 0; arc < arcs.size(); arc++) {
                arcsInto.get(arcs.inlet(arc)).add(arc);
            }
        }
        return arcsInto.get(inlet);
    }

    /** The furthest gate so far, and the nearest end behind it. */
    private final class Search {

        private Found found = new Found(Gate.MATERIAL, Unmatched.NONE, Double.NaN);
        private double kilometres = Double.POSITIVE_INFINITY;

        void meet(int from, int to, int other) {
            Outlet outlet = network.outlets().get(from);
            Inlet inlet = network.inlets().get(to);
            if (inlet.isFinal()) {
                return;
            }
            Optional<Barrier> barrier = network.barrier(outlet, inlet);
            if (barrier.isEmpty() || barrier.get().gate() == Gate.MATERIAL) {
                return;
            }
            Gate gate = barrier.get().gate();
            double away = network.distance(outlet, inlet).orElse(Double.POSITIVE_INFINITY);
            int further = gate.compareTo(found.gate());
            if (further > 0 || (further == 0 && away < kilometres)) {
                found = new Found(gate, other, barrier.get().margin());
                kilometres = away;
            }
        }
    }
}
