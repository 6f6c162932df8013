package org.circlab.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Indices of the sizes of flows between actors, in the networks of {@link Webs}: of all materials together here, of each material
 * by {@link #ofMaterial}.
 */
final class FlowIndices {

    private static final String GROUP = "network flow";
    private static final String FINN =
            "J. T. Finn, Journal of Theoretical Biology 56 (1976); definitions as in S. R. Borrett and M. K. Lau, enaR (2014)";
    private static final String ULANOWICZ = "R. E. Ulanowicz, S. J. Goerner, B. Lietaer and R. Gomez, Quantifying"
            + " sustainability, Ecological Complexity 6 (2009)";
    private static final String NETWORK =
            " Of the network of all materials together in dry mass (mass as it is where no"
                    + " composition is known); stock change, what is used, lost and treated finally flow to the outside, an actor's own"
                    + " transfers are left out. networks.csv has it for each material.";

    /** An index of any network. */
    record Index(Measure measure, ToDoubleFunction<FlowNetwork> value) {}

    private static final List<Index> INDICES = List.of(
            index(
                    "total-throughflow",
                    "Total system throughflow",
                    "t/yr",
                    "TST, the sum of what flows into all actors",
                    FINN,
                    FlowNetwork::total),
            index(
                    "mean-path-length",
                    "Mean path length",
                    "actors",
                    "APL = TST / what comes in from the outside: how many actors a tonne passes",
                    FINN,
                    FlowNetwork::meanPathLength),
            index(
                    "finn-cycling-index",
                    "Finn cycling index",
                    "%",
                    "sum of T_i (N_ii - 1) / N_ii over TST, N = (I - G)^-1, G_ij = f_ij / T_i: the share of the throughflow that"
                            + " has been at the same actor before. Not computed where more than "
                            + FlowNetwork.LARGEST_CIRCLE + " actors feed each other in circles",
                    FINN,
                    network -> 100 * network.finnCyclingIndex()),
            ofInformation(
                    "total-throughput",
                    "Total system throughput",
                    "t/yr",
                    "TSTp, the sum of all flows, those from and to" + " the outside included",
                    FlowInformation::throughput),
            ofInformation(
                    "flow-diversity",
                    "Diversity of flows",
                    "bit",
                    "H = - sum p log2 p over all flows",
                    FlowInformation::diversity),
            ofInformation(
                    "mutual-information",
                    "Average mutual information",
                    "bit",
                    "AMI = sum p_ij log2(p_ij / (p_i. p_.j)) over all flows",
                    FlowInformation::mutual),
            ofInformation(
                    "capacity", "Capacity for development", "t bit/yr", "C = H x TSTp", FlowInformation::capacity),
            ofInformation("ascendency", "Ascendency", "t bit/yr", "A = AMI x TSTp", FlowInformation::ascendency),
            ofInformation("overhead", "Overhead", "t bit/yr", "C - A", FlowInformation::overhead),
            ofInformation("relative-ascendency", "Relative ascendency", "1", "a = A / C", FlowInformation::order),
            ofInformation(
                    "robustness",
                    "Robustness of the flow network",
                    "1",
                    "-a ln a with a = A / C; at most 1/e = 0.368, at a balance of order and redundancy",
                    FlowInformation::robustness),
            ofInformation(
                    "effective-link-density",
                    "Effective link density",
                    "1",
                    "2^((H - AMI) / 2), flows at each actor weighted by size",
                    FlowInformation::effectiveLinkDensity),
            ofInformation(
                    "trophic-depth",
                    "Trophic depth",
                    "1",
                    "2^AMI, different roles of actors",
                    FlowInformation::trophicDepth));

    static final List<Indicator> ALL = INDICES.stream()
            .map(index -> new Indicator(
                    index.measure(),
                    new Reckoning.Computed(
                            "as the formula says",
                            window -> index.value().applyAsDouble(window.webs().all()),
                            FlowIndices::terms)))
            .toList();

    private FlowIndices() {}

    /** The definitions of the indices, in the order of {@link #ofMaterial}. */
    static List<Measure> measures() {
        return INDICES.stream().map(Index::measure).toList();
    }

    /** The indices of the network of one material. */
    static double[] ofMaterial(Window window, int material) {
        FlowNetwork network = window.webs().of(material);
        return INDICES.stream()
                .mapToDouble(index -> index.value().applyAsDouble(network))
                .toArray();
    }

    private static Index ofInformation(
            String id, String title, String unit, String formula, ToDoubleFunction<FlowInformation> value) {
        return index(id, title, unit, formula, ULANOWICZ, network -> value.applyAsDouble(network.information()));
    }

    private static Index index(
            String id, String title, String unit, String formula, String source, ToDoubleFunction<FlowNetwork> value) {
        return new Index(new Measure(id, title, unit, Sense.NEITHER, GROUP, formula + "." + NETWORK, source), value);
    }

    private static List<Term> terms(Window window) {
        FlowNetwork network = window.webs().all();
        FlowInformation information = network.information();
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("comes in from the outside", "t/yr", network.imports()));
        terms.add(throughflow(window, network));
        terms.add(cycled(window, network));
        terms.add(Term.of("TSTp, all flows", "t/yr", information.throughput()));
        terms.add(Term.of("H", "bit", information.diversity()));
        terms.add(Term.of("AMI", "bit", information.mutual()));
        return terms;
    }

    private static Term throughflow(Window window, FlowNetwork network) {
        return byActor(window, "TST, flows into actors", window.chart().actors(), network::throughflow);
    }

    private static Term cycled(Window window, FlowNetwork network) {
        double[] cycled = network.cycled();
        return byActor(window, "of this, has been there before", cycled.length, i -> cycled[i]);
    }

    private static Term byActor(Window window, String name, int actors, IntToDoubleFunction value) {
        List<Part> parts = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < actors; i++) {
            if (value.applyAsDouble(i) != 0) {
                String actor = window.chart().parties().get(i);
                parts.add(new Part(null, actor, actor, "all materials", value.applyAsDouble(i)));
                sum += value.applyAsDouble(i);
            }
        }
        parts.sort(Comparator.comparingDouble((Part part) -> -part.value()));
        return new Term(name, "t/yr", sum, parts);
    }
}
