package org.circlab.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.circlab.model.Actor;
import org.circlab.model.Line;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Circles of processing lines that feed each other. */
public final class Loops {

    private Loops() {}

    /**
     * A line within its actor.
     *
     * @param actor id of the actor
     * @param line id of the line
     */
    public record Station(String actor, String line) {}

    private record Placed(Station station, Line line) {}

    /**
     * The circles that pass on every lot as it comes, without gathering loads. In such a circle lots become ever more and ever
     * smaller, as every service turns one into several.
     *
     * @return the lines of each circle, in the order of actors and lines
     */
    public static List<List<Station>> withoutLoads(List<Actor> actors) {
        List<Placed> lines = actors.stream()
                .flatMap(actor ->
                        actor.lines().stream().map(line -> new Placed(new Station(actor.id(), line.id()), line)))
                .toList();
        Graph<Station, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
        lines.forEach(placed -> graph.addVertex(placed.station()));
        for (Placed from : lines) {
            for (Placed to : lines) {
                if (!from.station().equals(to.station()) && feeds(from.line(), to.line())) {
                    graph.addEdge(from.station(), to.station());
                }
            }
        }
        List<List<Station>> circles = new ArrayList<>();
        for (Set<Station> circle : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            if (circle.size() > 1) {
                circles.add(lines.stream()
                        .map(Placed::station)
                        .filter(circle::contains)
                        .toList());
            }
        }
        List<Station> order = lines.stream().map(Placed::station).toList();
        circles.sort(Comparator.comparingInt(circle -> order.indexOf(circle.get(0))));
        return circles;
    }

    private static boolean feeds(Line from, Line to) {
        return from.recipe().outputs().stream()
                .anyMatch(output ->
                        output.shipsGrams() == 0 && to.recipe().takes().contains(output.material()));
    }
}
