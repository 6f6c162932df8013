package org.circlab.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
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
    private final Contents contents;
    private final Closed[] byOutlet;
    private final Closed[] byNeed;
    private final List<List<Integer>> arcsInto = new ArrayList<>();

    /**
     * The ends at which something is stopped.
     *
     * @param other the furthest gate before the composition is asked, at the nearest end
     * @param far the ends that are too far, the nearest first; who of them minds what is in it never asks for the distance
     */
    private record Closed(Found other, List<Found> far) {

        Found furthest(IntPredicate minds) {
            for (Found end : far) {
                if (!minds.test(end.inlet())) {
                    return end;
                }
            }
            return far.isEmpty()
                    ? other
                    : new Found(Gate.COMPOSITION, far.get(0).inlet(), Double.NaN);
        }
    }

    ClosedWays(CompiledLab lab, Contents contents) {
        this.lab = lab;
        this.network = lab.network();
        this.contents = contents;
        this.byOutlet = new Closed[lab.outlets()];
        this.byNeed = new Closed[lab.inlets()];
    }

    /** The lab whose ways they are. */
    CompiledLab lab() {
        return lab;
    }

    /**
     * The furthest gate that an outlet without any way reaches, at the nearest inlet.
     *
     * @param minds whether an inlet minds what is in it
     */
    Found of(int outlet, IntPredicate minds) {
        Closed known = byOutlet[outlet];
        if (known == null) {
            Search search = new Search();
            for (int inlet = 0; inlet < network.inlets().size(); inlet++) {
                search.meet(outlet, inlet, inlet);
            }
            known = search.closed(end -> kilometres(outlet, end.inlet()));
            byOutlet[outlet] = known;
        }
        return known.furthest(minds);
    }

    /** The same for a need without any way into it; {@code inlet} of what is found is the outlet. */
    Found into(int inlet) {
        Closed known = byNeed[inlet];
        if (known == null) {
            Search search = new Search();
            for (int outlet = 0; outlet < network.outlets().size(); outlet++) {
                search.meet(outlet, inlet, outlet);
            }
            known = search.closed(end -> kilometres(end.inlet(), inlet));
            byNeed[inlet] = known;
        }
        return known.furthest(outlet -> !contents.bears(outlet, inlet));
    }

    private double kilometres(int outlet, int inlet) {
        return network.distance(network.outlets().get(outlet), network.inlets().get(inlet))
                .orElse(Double.POSITIVE_INFINITY);
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

    /** The furthest gate so far before the composition is asked, and the nearest end behind it. */
    private final class Search {

        private Found found = new Found(Gate.MATERIAL, Unmatched.NONE, Double.NaN);
        private double nearest = Double.POSITIVE_INFINITY;
        private final List<Found> far = new ArrayList<>();

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
            Found here = new Found(gate, other, barrier.get().margin());
            if (gate == Gate.DISTANCE) {
                far.add(here);
                return;
            }
            double away = kilometres(from, to);
            int further = gate.compareTo(found.gate());
            if (further > 0 || (further == 0 && away < nearest)) {
                found = here;
                nearest = away;
            }
        }

        Closed closed(ToDoubleFunction<Found> kilometresTo) {
            far.sort(Comparator.comparingDouble(kilometresTo));
            return new Closed(found, List.copyOf(far));
        }
    }
}
