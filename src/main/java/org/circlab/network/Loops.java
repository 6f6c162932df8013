package org.circlab.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlab.model.Actor;
import org.circlab.model.Line;
import org.circlab.model.Recipe;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

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

    /**
     * The circles that pass on every lot as it comes, without gathering loads. In such a circle lots become ever more and ever
     * smaller, as every service turns one into several.
     *
     * @return the lines of each circle, in the order of actors and lines
     */
    public static List<List<Station>> withoutLoads(List<Actor> actors) {
        List<Station> stations = new ArrayList<>();
        Graph<Integer, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
        Map<String, Integer> materials = new HashMap<>();
        for (Actor actor : actors) {
            for (Line line : actor.lines()) {
                int at = stations.size();
                stations.add(new Station(actor.id(), line.id()));
                graph.addVertex(at);
                join(line.recipe(), at, materials, graph);
            }
        }
        List<int[]> circles = new ArrayList<>();
        for (Set<Integer> circle : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            int[] lines = circle.stream()
                    .mapToInt(Integer::intValue)
                    .filter(at -> at >= 0)
                    .sorted()
                    .toArray();
            if (lines.length > 1) {
                circles.add(lines);
            }
        }
        circles.sort(Comparator.comparingInt(lines -> lines[0]));
        return circles.stream()
                .map(lines -> Arrays.stream(lines).mapToObj(stations::get).toList())
                .toList();
    }

    /** Joins a line to the materials that it takes and passes on; materials are numbered from -1 downward. */
    private static void join(
            Recipe recipe, int line, Map<String, Integer> materials, Graph<Integer, DefaultEdge> graph) {
        for (String material : recipe.takes()) {
            graph.addEdge(vertexOf(material, materials, graph), line);
        }
        for (Recipe.Output output : recipe.outputs()) {
            if (output.shipsGrams() == 0) {
                graph.addEdge(line, vertexOf(output.material(), materials, graph));
            }
        }
    }

    private static Integer vertexOf(
            String material, Map<String, Integer> materials, Graph<Integer, DefaultEdge> graph) {
        Integer vertex = materials.computeIfAbsent(material, key -> -1 - materials.size());
        graph.addVertex(vertex);
        return vertex;
    }
}
