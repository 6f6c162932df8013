package org.circlab.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.circlab.report.Periods;
import org.circlab.report.graph.Bounded;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.graph.Together;
import org.circlab.report.sankey.Layout;
import org.circlab.report.sankey.Look;
import org.circlab.report.sankey.View;

/**
 * Candidates of one lab and window, and what they are drawn in: one layout for all of them, their business as usual, and every
 * year.
 *
 * @param members indices of the candidates
 * @param graph a side for each of them, then for what they are compared with
 * @param periods the same in each year; none where the window lies in one
 * @param usual for each member the side that it is compared with
 * @param layout for all of it, at the scale of all groups
 */
record ComparedGroup(
        List<Integer> members, FlowGraph graph, List<Periods.Period> periods, List<Integer> usual, Layout layout) {

    private static final int MOST_LINKS = 110;

    ComparedGroup {
        members = List.copyOf(members);
        periods = List.copyOf(periods);
        usual = List.copyOf(usual);
    }

    /** The groups of all candidates. A material has the same index in all of them, and a tonne a year the same width. */
    static List<ComparedGroup> of(List<ComparedRun> runs) {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            String key = runs.get(i).candidate().lab().id()
                    + ' '
                    + runs.get(i).candidate().lab().horizon();
            alike.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
        }
        List<ComparedGroup> own =
                alike.values().stream().map(members -> group(runs, members)).toList();
        List<FlowGraph.Named> materials = materials(own);
        double scale = own.stream()
                .mapToDouble(group -> group.layout().pixelsPerTonneAYear())
                .filter(each -> each > 0)
                .min()
                .orElse(0);
        return own.stream().map(group -> group.at(scale, materials)).toList();
    }

    private static ComparedGroup group(List<ComparedRun> runs, List<Integer> members) {
        Together together = Together.of(
                members.stream().map(i -> runs.get(i).graphs()).toList(),
                members.stream().map(i -> runs.get(i).candidate().lab()).toList());
        FlowGraph all = Bounded.of(together.graph(), MOST_LINKS).graph();
        FlowGraph whole = part(all, together.sides(), 0, all.yearsInAll());
        List<Periods.Period> spans = runs.get(members.get(0)).periods();
        List<Periods.Period> periods = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            double years = spans.get(i).graph().yearsInAll();
            periods.add(new Periods.Period(spans.get(i).name(), part(all, together.sides(), i + 1, years)));
        }
        return new ComparedGroup(members, whole, periods, together.usual(), laidOut(whole, periods, 0));
    }

    private static FlowGraph part(FlowGraph all, int sides, int number, double years) {
        return all.only(
                IntStream.range(number * sides, (number + 1) * sides).boxed().toList(), years);
    }

    private static Layout laidOut(FlowGraph whole, List<Periods.Period> periods, double scale) {
        FlowGraph room = Periods.room(whole, periods);
        return Layout.of(room, Look.of(room), scale);
    }

    /** The materials of all groups by their ids, in the order in which they come; those that a group has joined are one. */
    private static List<FlowGraph.Named> materials(List<ComparedGroup> groups) {
        Map<String, FlowGraph.Named> byId = new LinkedHashMap<>();
        for (ComparedGroup group : groups) {
            for (FlowGraph.Named material : group.graph().materials()) {
                byId.merge(
                        material.id(),
                        material,
                        (one, other) -> one.equals(other) || !Bounded.isJoined(one.id())
                                ? one
                                : new FlowGraph.Named(one.id(), "other materials"));
            }
        }
        return List.copyOf(byId.values());
    }

    private ComparedGroup at(double scale, List<FlowGraph.Named> materials) {
        FlowGraph named = over(graph, materials);
        List<Periods.Period> parts = periods.stream()
                .map(period -> new Periods.Period(period.name(), over(period.graph(), materials)))
                .toList();
        return new ComparedGroup(members, named, parts, usual, laidOut(named, parts, scale));
    }

    private static FlowGraph over(FlowGraph graph, List<FlowGraph.Named> materials) {
        List<String> ids = materials.stream().map(FlowGraph.Named::id).toList();
        List<Link> links = graph.links().stream()
                .map(link -> new Link(
                        link.from(),
                        link.to(),
                        ids.indexOf(graph.materials().get(link.material()).id()),
                        link.grams()))
                .toList();
        return new FlowGraph(graph.sides(), graph.nodes(), materials, links, graph.yearsInAll());
    }

    /** What a kind of figure shows of a member: its flows (0), business as usual (1), what differs (2). */
    View view(int member, int kind) {
        int side = members.indexOf(member);
        return switch (kind) {
            case 0 -> View.of(side);
            case 1 -> View.of(usual.get(side));
            default -> new View(side, usual.get(side));
        };
    }

    /** Names of what the members are compared with, told apart by whose it is where there are several. */
    List<String> usualNames(List<String> labels) {
        List<String> sides = graph.sides();
        List<String> names = new ArrayList<>();
        for (int side = members.size(); side < sides.size(); side++) {
            int first = members.get(usual.indexOf(side));
            names.add(Scores.capital(sides.get(side))
                    + (sides.size() == members.size() + 1 ? "" : " of " + labels.get(first)));
        }
        return names;
    }
}
