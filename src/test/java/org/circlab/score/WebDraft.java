package org.circlab.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A network written down by hand, flow by flow in any order. */
final class WebDraft {

    record Hand(int from, int to, double size) {}

    private final int nodes;
    private final List<Hand> flows = new ArrayList<>();
    private final FlowNetwork.Outside outside;

    WebDraft(int nodes) {
        this.nodes = nodes;
        this.outside = new FlowNetwork.Outside(nodes);
    }

    WebDraft flow(int from, int to, double size) {
        flows.add(new Hand(from, to, size));
        return this;
    }

    FlowNetwork.Outside outside() {
        return outside;
    }

    List<Hand> flows() {
        return flows.stream()
                .sorted(Comparator.comparingInt(Hand::from).thenComparingInt(Hand::to))
                .toList();
    }

    Links links() {
        return new Links(
                nodes,
                flows().stream().mapToInt(Hand::from).toArray(),
                flows().stream().mapToInt(Hand::to).toArray());
    }

    FlowNetwork network() {
        return new FlowNetwork(links(), flows().stream().mapToDouble(Hand::size).toArray(), outside);
    }
}
