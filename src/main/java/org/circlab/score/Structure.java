package org.circlab.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The shape of the network of actors, whatever the size of flows: who hands anything to whom for use. Actors that neither give
 * nor take are left out. Indices of food webs as they are applied to industry; a denser network need not do better.
 */
final class Structure {

    private static final String GROUP = "network";
    private static final String SOURCE =
            "A. Layton, B. Bras and M. Weissburg, Industrial ecosystems and food webs, Journal of"
                    + " Industrial Ecology 20 (2016)";
    private static final String GRAEDEL =
            "C. Hardy and T. E. Graedel, Industrial ecosystems as food webs, Journal of Industrial Ecology 6 (2002)";
    private static final String LEAVES_OUT =
            " Every link counts alike, however small its flow; final treatment, virgin material and markets are no links."
                    + " Does not apply without a link.";

    static final List<Indicator> ALL = List.of(
            counted(
                    "network-actors",
                    "Actors linked",
                    "actors",
                    "n: actors that hand on or take anything for use",
                    links -> (double) links.linked()),
            counted("network-links", "Links between actors", "links", "L: pairs of giver and taker", links ->
                    (double) links.size()),
            index(
                    "linkage-density",
                    "Linkage density",
                    "links/actor",
                    "L / n",
                    SOURCE,
                    links -> ratio(links.size(), links.linked())),
            index(
                    "connectance",
                    "Connectance, of all pairs",
                    "1",
                    "L / n^2, which counts a link of an actor to itself as possible",
                    SOURCE,
                    links -> ratio(links.size(), square(links.linked()))),
            index(
                    "connectance-directed",
                    "Connectance, of pairs of two",
                    "1",
                    "L / (n (n - 1)), which counts each direction",
                    SOURCE,
                    links -> ratio(links.size(), links.linked() * (links.linked() - 1.0))),
            index(
                    "eco-connectance",
                    "Connectance, whatever the direction",
                    "1",
                    "L_e / (n (n - 1) / 2), where L_e counts each pair of linked actors once",
                    GRAEDEL,
                    links -> ratio(links.pairs(), links.linked() * (links.linked() - 1.0) / 2)),
            index(
                    "prey-predator-ratio",
                    "Givers for each taker",
                    "1",
                    "givers / takers",
                    SOURCE,
                    links -> ratio(links.givers(), links.receivers())),
            index(
                    "generalisation",
                    "Givers of a taker",
                    "links/actor",
                    "L / takers",
                    SOURCE,
                    links -> ratio(links.size(), links.receivers())),
            index(
                    "vulnerability",
                    "Takers of a giver",
                    "links/actor",
                    "L / givers",
                    SOURCE,
                    links -> ratio(links.size(), links.givers())),
            index(
                    "specialised-receivers",
                    "Takers with a single giver",
                    "%",
                    "takers that have one giver only / takers, in per cent",
                    SOURCE,
                    links -> 100 * ratio(links.specialisedReceivers(), links.receivers())),
            counted(
                    "cyclicity",
                    "Cyclicity",
                    "1",
                    "largest eigenvalue of the adjacency matrix of links: 0 without a cycle of actors or any link, 1 with a plain"
                            + " cycle, more where cycles meet; however small a flow, its link counts",
                    Links::cyclicity),
            new Indicator(
                    new Measure(
                            "largest-removal-loss",
                            "Exchange lost with its largest actor",
                            "%",
                            Sense.LOWER_IS_BETTER,
                            "resilience",
                            "the largest share of the exchanged mass that has one and the same actor as giver or taker: what is"
                                    + " lost at once if that actor goes. Static: nobody finds another partner, nothing that"
                                    + " depends on it in turn fails. Does not apply where nothing is exchanged.",
                            ""),
                    new Reckoning.Computed(
                            "the largest of the terms after the first / the first, in per cent",
                            Structure::largestLoss,
                            Structure::losses)));

    private Structure() {}

    private static Indicator counted(
            String id, String title, String unit, String formula, ToDoubleFunction<Links> value) {
        return indicator(
                new Measure(id, title, unit, Sense.NEITHER, GROUP, formula + ", over the window.", SOURCE), value);
    }

    private static Indicator index(
            String id, String title, String unit, String formula, String source, ToDoubleFunction<Links> value) {
        return indicator(new Measure(id, title, unit, Sense.NEITHER, GROUP, formula + "." + LEAVES_OUT, source), value);
    }

    private static Indicator indicator(Measure measure, ToDoubleFunction<Links> value) {
        return new Indicator(
                measure,
                new Reckoning.Computed(
                        "as the formula says",
                        window -> value.applyAsDouble(window.webs().links()),
                        window -> terms(window.webs().links())));
    }

    private static List<Term> terms(Links links) {
        return List.of(
                Term.of("n, actors linked", "actors", links.linked()),
                Term.of("L, links", "links", links.size()),
                Term.of("L_e, linked pairs", "pairs", links.pairs()),
                Term.of("givers", "actors", links.givers()),
                Term.of("takers", "actors", links.receivers()),
                Term.of("takers with one giver", "actors", links.specialisedReceivers()));
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    private static double square(double value) {
        return value * value;
    }

    private static double largestLoss(Window window) {
        double total = Synergies.EXCHANGED.perYear(window);
        double largest = 0;
        for (double loss : lossByActor(window)) {
            largest = Math.max(largest, loss);
        }
        return total == 0 ? Double.NaN : 100 * largest / total;
    }

    /** What is exchanged with each actor as giver or taker, in t/yr. */
    private static double[] lossByActor(Window window) {
        double[] losses = new double[window.chart().actors()];
        Synergies.EXCHANGED.entries().of(window, (kind, from, to, subject, grams) -> {
            losses[from] += grams;
            losses[to] += grams;
        });
        for (int i = 0; i < losses.length; i++) {
            losses[i] = window.perYear(losses[i] / Synergies.EXCHANGED.divisor());
        }
        return losses;
    }

    private static List<Term> losses(Window window) {
        double[] losses = lossByActor(window);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] > 0) {
                terms.add(Term.of("with " + window.chart().parties().get(i), "t/yr", losses[i]));
            }
        }
        terms.sort(Comparator.comparingDouble((Term term) -> -term.value()));
        terms.add(0, Synergies.EXCHANGED.term(window));
        return terms;
    }
}
