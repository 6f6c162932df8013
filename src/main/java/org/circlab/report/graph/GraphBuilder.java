package org.circlab.report.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.circlab.ledger.Chart;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.jspecify.annotations.Nullable;

/** Adds flows up to a graph, side by side. */
public final class GraphBuilder {

    private static final String DISPOSAL = "/disposal";
    private static final String BACKFILL = "/backfill";
    private static final String PROCESS_LOSS = "process-loss";

    /** Ends of a link and what it carries. */
    private record Key(String from, String to, String material) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::from).thenComparing(Key::to).thenComparing(Key::material);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<String> sides;
    private final List<Map<String, Actor>> actors = new ArrayList<>();
    private final Map<String, String> materials = new HashMap<>();
    private final TreeMap<Key, long[]> grams = new TreeMap<>();

    /**
     * Nothing added yet.
     *
     * @param sides names of the sides
     * @param labs the lab of each, which names actors and materials
     */
    public GraphBuilder(List<String> sides, List<Lab> labs) {
        this.sides = List.copyOf(sides);
        for (Lab lab : labs) {
            Map<String, Actor> byId = new HashMap<>();
            lab.actors().forEach(actor -> byId.put(actor.id(), actor));
            actors.add(byId);
            lab.materials().forEach(material -> materials.putIfAbsent(material.id(), material.name()));
        }
    }

    /**
     * Adds a flow to a side.
     *
     * @param operation what is done with it there; null where none applies
     * @param mass in grams, not negative
     */
    public void add(int side, String from, String to, String material, @Nullable Operation operation, long mass) {
        String receiver = receiver(side, to, material, operation);
        long[] sums = grams.computeIfAbsent(new Key(from, receiver, material), any -> new long[sides.size()]);
        sums[side] = Math.addExact(sums[side], mass);
    }

    /** The id of the node that a flow to a party ends at: that of the party, or of its sites where material ends. */
    public String receiver(int side, String to, String material, @Nullable Operation operation) {
        if (!endsThere(side, to, material, operation)) {
            return to;
        }
        return to + (operation == Operation.BACKFILL ? BACKFILL : DISPOSAL);
    }

    /** Whether an actor has a disposal site for it, and nothing else that takes it for the same operation. */
    private boolean endsThere(int side, String to, String material, @Nullable Operation operation) {
        Actor actor = actors.get(side).get(to);
        if (actor == null || operation == null) {
            return false;
        }
        boolean site = actor.sites().stream()
                .anyMatch(
                        each -> each.operation() == operation && each.accepts().contains(material));
        boolean line = actor.lines().stream()
                .anyMatch(each -> each.recipe().operation() == operation
                        && each.recipe().takes().contains(material));
        boolean need = actor.needs().stream()
                .anyMatch(each -> each.operation() == operation
                        && each.accepts().stream()
                                .anyMatch(accepted -> accepted.material().equals(material)));
        return site && !line && !need;
    }

    /** The graph of all that was added; parties and materials by id, those outside the lab last. */
    public FlowGraph build(double yearsInAll) {
        TreeSet<String> parties =
                new TreeSet<>(Comparator.comparing(GraphBuilder::isWorld).thenComparing(id -> id));
        TreeSet<String> moved = new TreeSet<>();
        for (Key key : grams.keySet()) {
            parties.add(key.from());
            parties.add(key.to());
            moved.add(key.material());
        }
        List<String> ids = List.copyOf(parties);
        List<String> materialIds = List.copyOf(moved);
        Map<String, Integer> node = indices(ids);
        Map<String, Integer> material = indices(materialIds);
        List<Link> links = new ArrayList<>();
        grams.forEach((key, sums) -> links.add(new Link(
                node.getOrDefault(key.from(), 0),
                node.getOrDefault(key.to(), 0),
                material.getOrDefault(key.material(), 0),
                Arrays.stream(sums).boxed().toList())));
        return new FlowGraph(
                sides,
                ids.stream().map(this::node).toList(),
                materialIds.stream()
                        .map(id -> new FlowGraph.Named(id, materialName(id)))
                        .toList(),
                links,
                yearsInAll);
    }

    private static Map<String, Integer> indices(List<String> ids) {
        Map<String, Integer> indices = new HashMap<>();
        ids.forEach(id -> indices.put(id, indices.size()));
        return indices;
    }

    private static boolean isWorld(String id) {
        return Chart.reservedNames().contains(id);
    }

    private Node node(String id) {
        if (isWorld(id)) {
            return new Node(id, worldName(id), Node.Kind.OUTSIDE);
        }
        int slash = id.indexOf('/');
        String actorId = slash < 0 ? id : id.substring(0, slash);
        for (Map<String, Actor> side : actors) {
            Actor actor = side.get(actorId);
            if (actor != null && slash < 0) {
                return new Node(id, actor.name(), Node.Kind.ACTOR, actor.place());
            }
            if (actor != null) {
                String what = id.endsWith(BACKFILL) ? "Backfilling at " : "Disposal at ";
                return new Node(id, what + actor.name(), Node.Kind.SITE, actor.place());
            }
        }
        return new Node(id, id, Node.Kind.ACTOR);
    }

    private String materialName(String id) {
        String name = materials.getOrDefault(id, id);
        return id.equals(PROCESS_LOSS) ? "Loss in processing" : name;
    }

    private static String worldName(String id) {
        return switch (id) {
            case Chart.VIRGIN -> "Virgin material bought";
            case Chart.EXPORT -> "Sold outside the lab";
            case Chart.DISPOSAL -> "Disposal outside the lab";
            case Chart.AIR -> "Air";
            case Chart.WATER -> "Water";
            default -> id;
        };
    }
}
