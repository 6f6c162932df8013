package org.circlab.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Recipe;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * The network of a lab: outlets, inlets, and the arcs along which material may move. Outlets and inlets are in the order of
 * actor ids, then of their own ids.
 */
public final class ExchangeNetwork {

    /**
     * A way from one actor to another in the graph of actors.
     *
     * @param number unique, so that equal ways do not collapse
     * @param material id of the material
     * @param kilometres length by the mode of its outlet
     * @param toFinalTreatment whether it ends at a disposal site
     */
    public record Arc(int number, String material, double kilometres, boolean toFinalTreatment) {}

    private final Lab lab;
    private final List<Outlet> outlets;
    private final List<Inlet> inlets;
    private final int[] firstOutlet;
    private final int[] firstInlet;
    private final Map<String, Integer> actorIndex = new HashMap<>();
    private final Map<String, Integer> materialIndex = new HashMap<>();
    private final Distances distances;
    private final Gates gates;
    private final Arcs exchange;
    private final Arcs disposal;

    private ExchangeNetwork(Lab lab) {
        this.lab = lab;
        this.distances = new Distances(lab);
        this.gates = new Gates(lab, distances);
        for (int i = 0; i < lab.actors().size(); i++) {
            actorIndex.put(lab.actors().get(i).id(), i);
        }
        for (int i = 0; i < lab.materials().size(); i++) {
            materialIndex.put(lab.materials().get(i).id(), i);
        }
        this.firstOutlet = new int[lab.actors().size() + 1];
        this.firstInlet = new int[lab.actors().size() + 1];
        List<Outlet> leaving = new ArrayList<>();
        List<Inlet> entering = new ArrayList<>();
        for (int i = 0; i < lab.actors().size(); i++) {
            addPoints(i, leaving, entering);
            firstOutlet[i + 1] = leaving.size();
            firstInlet[i + 1] = entering.size();
        }
        boolean isOpen = lab.exchange().rule() != Exchange.Rule.NONE;
        Map<String, List<Integer>> receivers = isOpen ? inletsByMaterial(entering, false) : Map.of();
        Map<String, List<Integer>> sites = inletsByMaterial(entering, true);
        Arcs.Builder toReceivers = new Arcs.Builder();
        Arcs.Builder toSites = new Arcs.Builder();
        for (Outlet outlet : leaving) {
            addReceivers(outlet, receivers, entering, toReceivers);
            addSites(outlet, sites, entering, toSites);
        }
        this.outlets = List.copyOf(leaving);
        this.inlets = List.copyOf(entering);
        this.exchange = toReceivers.build();
        this.disposal = toSites.build();
    }

    /** The network of {@code lab}. */
    public static ExchangeNetwork of(Lab lab) {
        return new ExchangeNetwork(lab);
    }

    /** The lab it was built from. */
    public Lab lab() {
        return lab;
    }

    /** Where material leaves actors. */
    public List<Outlet> outlets() {
        return outlets;
    }

    /** Where material enters; disposal routes outside the lab come last. */
    public List<Inlet> inlets() {
        return inlets;
    }

    /** Index of the first outlet of an actor; for one past the last actor, the number of outlets. */
    public int firstOutlet(int actor) {
        return firstOutlet[actor];
    }

    /** Index of the first inlet of an actor; for one past the last actor, that of the first route outside the lab. */
    public int firstInlet(int actor) {
        return firstInlet[actor];
    }

    /** The arcs on which the exchange may match, to lines and needs; none where nothing is exchanged. */
    public Arcs exchange() {
        return exchange;
    }

    /** The arcs to final treatment. */
    public Arcs disposal() {
        return disposal;
    }

    /** Index of an actor. */
    public int actor(String id) {
        return indexOf(actorIndex, "actor", id);
    }

    /** Index of a material. */
    public int material(String id) {
        return indexOf(materialIndex, "material", id);
    }

    /** The outlets of a line of an actor, in the order of the outputs of its recipe. */
    public int[] outletsOf(int actor, Line line) {
        int[] found = new int[line.recipe().outputs().size()];
        for (int i = 0; i < found.length; i++) {
            Recipe.Output output = line.recipe().outputs().get(i);
            for (int outlet = firstOutlet(actor); outlet < firstOutlet(actor + 1); outlet++) {
                Outlet at = outlets.get(outlet);
                if (line.equals(at.line()) && output.equals(at.output())) {
                    found[i] = outlet;
                }
            }
        }
        return found;
    }

    /** Who carries what leaves at an outlet. */
    public Haulage.Carrier carrier(Outlet outlet) {
        return lab.haulage()
                .carrier(outlet.by(), lab.actors().get(outlet.actor()).id());
    }

    /** Distance from an outlet to an actor, by its index, in kilometres. */
    public double kilometres(Outlet outlet, int to) {
        return distances.kilometres(carrier(outlet).mode(), outlet.actor(), to);
    }

    /** The same ways as a graph of actors, for questions of structure. */
    public Graph<String, Arc> graph() {
        Graph<String, Arc> graph = new DirectedPseudograph<>(Arc.class);
        lab.actors().forEach(actor -> graph.addVertex(actor.id()));
        addArcs(graph, exchange, false);
        addArcs(graph, disposal, true);
        return new AsUnmodifiableGraph<>(graph);
    }

    private void addArcs(Graph<String, Arc> graph, Arcs arcs, boolean toFinalTreatment) {
        for (int o = 0; o < outlets.size(); o++) {
            for (int arc = arcs.first(o); arc < arcs.first(o + 1); arc++) {
                Inlet inlet = inlets.get(arcs.inlet(arc));
                if (inlet.outside() != null) {
                    continue;
                }
                String material = lab.materials().get(outlets.get(o).material()).id();
                graph.addEdge(
                        lab.actors().get(outlets.get(o).actor()).id(),
                        lab.actors().get(inlet.actor()).id(),
                        new Arc(graph.edgeSet().size(), material, arcs.kilometres(arc), toFinalTreatment));
            }
        }
    }

    private void addPoints(int index, List<Outlet> leaving, List<Inlet> entering) {
        Actor actor = lab.actors().get(index);
        for (Arising arising : actor.generates()) {
            leaving.add(Outlet.of(index, material(arising.material()), arising));
        }
        for (Line line : actor.lines()) {
            line.recipe().outputs().stream()
                    .sorted(Comparator.comparing(Recipe.Output::material))
                    .forEach(output -> leaving.add(Outlet.of(index, material(output.material()), line, output)));
            entering.add(new Inlet(index, line, null, null, null));
        }
        actor.needs().forEach(need -> entering.add(new Inlet(index, null, need, null, null)));
        actor.sites().forEach(site -> entering.add(new Inlet(index, null, null, site, null)));
    }

    private Map<String, List<Integer>> inletsByMaterial(List<Inlet> entering, boolean toFinalTreatment) {
        Map<String, List<Integer>> byMaterial = new HashMap<>();
        for (Material material : lab.materials()) {
            List<Integer> takers = new ArrayList<>();
            for (int i = 0; i < entering.size(); i++) {
                if (entering.get(i).isFinal() == toFinalTreatment && allowed(entering.get(i), material)) {
                    takers.add(i);
                }
            }
            byMaterial.put(material.id(), takers);
        }
        return byMaterial;
    }

    /** Whether an inlet accepts a material and its actor may take it, be it from whomever. */
    private boolean allowed(Inlet inlet, Material material) {
        return gates.allow(inlet, material);
    }

    /** Whether what a contract delivers may go from an outlet to an inlet: whatever the distance, if law allows it. */
    public boolean deliverable(Outlet outlet, Inlet inlet) {
        return allowed(inlet, lab.materials().get(outlet.material()))
                && !gates.border(outlet, inlet).isClosed();
    }

    /**
     * The first closed gate between an outlet and an inlet that is not outside the lab, or nothing where all gates that never
     * change are open.
     */
    public Optional<Barrier> barrier(Outlet outlet, Inlet inlet) {
        return gates.between(outlet, inlet);
    }

    /** Length of the way from an outlet to an inlet that is not outside the lab, in kilometres; nothing where it is unknown. */
    public OptionalDouble distance(Outlet outlet, Inlet inlet) {
        return gates.distance(outlet, inlet);
    }

    /** How long after the run begins the first lot may leave from an outlet to an inlet, in milliseconds. */
    public long noticeMillis(Outlet outlet, Inlet inlet) {
        return gates.border(outlet, inlet).noticeMillis();
    }

    private void addReceivers(
            Outlet outlet, Map<String, List<Integer>> receivers, List<Inlet> entering, Arcs.Builder arcs) {
        Haulage.Mode mode = carrier(outlet).mode();
        for (int i : receivers.getOrDefault(materialId(outlet), List.of())) {
            Inlet inlet = entering.get(i);
            boolean itself = inlet.actor() == outlet.actor()
                    && inlet.line() != null
                    && inlet.line().equals(outlet.line());
            if (!itself && !gates.border(outlet, inlet).isClosed() && !gates.keepsApart(outlet, inlet)) {
                double kilometres = distances.kilometres(mode, outlet.actor(), inlet.actor());
                if (kilometres <= gates.within(outlet, inlet)) {
                    arcs.add(i, kilometres);
                }
            }
        }
        arcs.endOutlet();
    }

    private void addSites(Outlet outlet, Map<String, List<Integer>> sites, List<Inlet> entering, Arcs.Builder arcs) {
        if (outlet.disposal() instanceof Disposal.Outside outside) {
            entering.add(new Inlet(lab.actors().size(), null, null, null, outside));
            arcs.add(entering.size() - 1, outside.kilometres());
        } else {
            Haulage.Mode mode = carrier(outlet).mode();
            for (int i : sites.getOrDefault(materialId(outlet), List.of())) {
                Inlet inlet = entering.get(i);
                boolean named = !(outlet.disposal() instanceof Disposal.At at)
                        || at.actor().equals(lab.actors().get(inlet.actor()).id());
                if (named && !gates.border(outlet, inlet).isClosed()) {
                    arcs.add(i, distances.kilometres(mode, outlet.actor(), inlet.actor()));
                }
            }
        }
        arcs.endOutlet();
    }

    private String materialId(Outlet outlet) {
        return lab.materials().get(outlet.material()).id();
    }

    private static int indexOf(Map<String, Integer> index, String what, String id) {
        Integer found = index.get(id);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + what + " '" + id + "' in the lab");
        }
        return found;
    }
}
