package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.circlab.report.graph.Link;

/** The links of a view as ribbons between the cards of a layout. */
final class Ribbons {

    /**
     * A link as it is drawn.
     *
     * @param link its index in the graph
     * @param width in pixels, by its grams in the view
     * @param outline of the ribbon
     * @param runsBack whether it closes a loop
     * @param markX where an arrow can tell its direction
     * @param markY where an arrow can tell its direction
     * @param startX where it leaves its sender
     * @param startY the middle of its width there
     */
    record Ribbon(
            int link,
            double width,
            Outline outline,
            boolean runsBack,
            double markX,
            double markY,
            double startX,
            double startY) {}

    private final Layout layout;
    private final View view;
    private final Grid grid;
    /** By link: pixels from the middle of its bundle. */
    private final double[] besides;
    /** By link: the height at which it leaves its sender and enters its receiver, and how far out it turns round there. */
    private final double[] leaves;

    private final double[] enters;
    private final double[] turnsOut;
    private final double[] turnsIn;

    private Ribbons(Layout layout, View view) {
        this.layout = layout;
        this.view = view;
        this.grid = layout.grid();
        int links = layout.graph().links().size();
        this.besides = new double[links];
        this.leaves = new double[links];
        this.enters = new double[links];
        this.turnsOut = new double[links];
        this.turnsIn = new double[links];
        grid.bundles.forEach(this::placeInBundle);
        List<List<Integer>> out = byNode(true);
        List<List<Integer>> in = byNode(false);
        for (int node = 0; node < layout.graph().nodes().size(); node++) {
            dock(node, out.get(node), true);
            dock(node, in.get(node), false);
        }
    }

    /** The ribbons of a view, in the order of links; links that carry nothing in it have none. */
    static List<Ribbon> of(Layout layout, View view) {
        Ribbons ribbons = new Ribbons(layout, view);
        Ribbon[] byLink = new Ribbon[layout.graph().links().size()];
        for (int bundle = 0; bundle < ribbons.grid.bundles.size(); bundle++) {
            for (int link : ribbons.grid.bundles.get(bundle).links()) {
                if (ribbons.width(link) > 0) {
                    byLink[link] = ribbons.draw(bundle, link);
                }
            }
        }
        return Arrays.stream(byLink).filter(ribbon -> ribbon != null).toList();
    }

    private double width(int link) {
        Link carried = layout.graph().links().get(link);
        return view.grams(carried) * layout.pixelsPerGram();
    }

    private double width(Bundle bundle) {
        return bundle.links().stream().mapToDouble(this::width).sum();
    }

    private void placeInBundle(Bundle bundle) {
        double at = -width(bundle) / 2;
        for (int link : bundle.links()) {
            besides[link] = at + width(link) / 2;
            at += width(link);
        }
    }

    /** The bundles that leave each node, or enter it, from top to bottom. */
    private List<List<Integer>> byNode(boolean out) {
        List<List<Integer>> byNode = new ArrayList<>();
        layout.graph().nodes().forEach(any -> byNode.add(new ArrayList<>()));
        for (int i = 0; i < grid.bundles.size(); i++) {
            byNode.get(out ? grid.bundles.get(i).from() : grid.bundles.get(i).to())
                    .add(i);
        }
        Comparator<Integer> order = Comparator.comparingInt((Integer i) -> group(i, out))
                .thenComparingDouble(
                        i -> grid.back[i] ? -layout.middle(nextSlot(i, out)) : layout.middle(nextSlot(i, out)))
                .thenComparingInt(i -> i);
        byNode.forEach(bundles -> bundles.sort(order));
        return byNode;
    }

    /** Bundles that turn round above come first, then those that go on, then those that turn round below. */
    private int group(int bundle, boolean out) {
        if (!grid.back[bundle]) {
            return 0;
        }
        return layout.turnsAbove(bundle, out) ? -1 : 1;
    }

    /** Where a bundle goes first, or where it comes from last. */
    private int nextSlot(int bundle, boolean out) {
        List<Integer> passes = grid.passes(bundle);
        if (passes.isEmpty()) {
            Bundle ends = grid.bundles.get(bundle);
            return grid.slotOf(out ? ends.to() : ends.from());
        }
        return passes.get(out ? 0 : passes.size() - 1);
    }

    /** Stacks what leaves a node, or enters it, around the middle of its card. */
    private void dock(int node, List<Integer> bundles, boolean out) {
        double all =
                bundles.stream().mapToDouble(i -> width(grid.bundles.get(i))).sum();
        double y = layout.card(node).middle() - all / 2;
        for (int bundle : bundles) {
            for (int link : grid.bundles.get(bundle).links()) {
                (out ? leaves : enters)[link] = y + width(link) / 2;
                y += width(link);
            }
        }
        turns(bundles, out, -1);
        List<Integer> fromBelow = new ArrayList<>(bundles);
        Collections.reverse(fromBelow);
        turns(fromBelow, out, 1);
    }

    /** How far out each bundle turns round: the outermost of the card is the innermost of the turns. */
    private void turns(List<Integer> bundles, boolean out, int group) {
        double reach = Layout.TURN;
        for (int bundle : bundles) {
            if (group(bundle, out) != group) {
                continue;
            }
            if (out && grid.staysInLayer(bundle)) {
                grid.bundles
                        .get(bundle)
                        .links()
                        .forEach(link -> turnsOut[link] = layout.reachWithin(bundle) - group * besides[link]);
                continue;
            }
            List<Integer> links = new ArrayList<>(grid.bundles.get(bundle).links());
            if (group > 0) {
                Collections.reverse(links);
            }
            for (int link : links) {
                (out ? turnsOut : turnsIn)[link] = reach + width(link) / 2;
                reach += width(link);
            }
            reach += Layout.TURN_GAP;
        }
    }

    private Ribbon draw(int bundle, int link) {
        Bundle ends = grid.bundles.get(bundle);
        boolean runsBack = grid.back[bundle];
        Layout.Box from = layout.card(ends.from());
        Layout.Box to = layout.card(ends.to());
        Outline outline = new Outline(width(link), from.right(), leaves[link]);
        List<Integer> passes = grid.passes(bundle);
        double markX = from.right() + 10;
        double markY = leaves[link];
        for (int i = 0; i < passes.size(); i++) {
            int layer = grid.slots.get(passes.get(i)).layer();
            double y = layout.middle(passes.get(i)) + (runsBack ? -besides[link] : besides[link]);
            if (runsBack && i == 0) {
                outline.turn(y, turnsOut[link]);
                markX = (layout.left(layer) + layout.right(layer)) / 2;
                markY = y;
            } else {
                outline.swing(runsBack ? layout.right(layer) : layout.left(layer), y);
            }
            outline.level(runsBack ? layout.left(layer) : layout.right(layer));
        }
        if (runsBack) {
            outline.turn(enters[link], turnsIn[link]);
        } else {
            outline.swing(to.x(), enters[link]);
        }
        return new Ribbon(link, width(link), outline, runsBack, markX, markY, from.right(), leaves[link]);
    }
}
