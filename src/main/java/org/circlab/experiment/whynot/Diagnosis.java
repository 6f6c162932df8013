package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.circlab.network.Barrier;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Gate;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.circlab.simulation.Unmatched;

/** Says where most of something was stopped, who was nearest there, and by how much it failed. */
final class Diagnosis {

    private static final int MOST_IDLE = 3;

    private final Course course;
    private final ExchangeNetwork network;
    private final List<Funnel.Row> rows;

    Diagnosis(Course course) {
        this.course = course;
        this.network = course.network();
        this.rows = course.funnel().rows();
    }

    /** The reason of a stream or need, beside what was found for it. */
    Explained of(Funnel.Row row, List<Proposal> proposals, List<Dimension> inVain) {
        return row.subject().side() == Subject.Side.OFFER
                ? ofOffer(row, proposals, inVain)
                : ofNeed(row, proposals, inVain);
    }

    private Explained ofOffer(Funnel.Row row, List<Proposal> proposals, List<Dimension> inVain) {
        List<Unmatched.Rest> rests = course.rests(row.subject());
        Gate gate = mostly(rests);
        List<Unmatched.Rest> there =
                rests.stream().filter(rest -> rest.gate() == gate).toList();
        Unmatched.Rest most =
                there.stream().max(Comparator.comparingLong(Diagnosis::grams)).orElseThrow();
        Explained.Nearest nearest = null;
        if (most.inlet() != Unmatched.NONE) {
            Inlet inlet = network.inlets().get(most.inlet());
            String part = inlet.site() != null
                    ? inlet.site().id()
                    : inlet.line() != null
                            ? inlet.line().id()
                            : course.need(most.inlet()).material();
            String actor = course.actor(inlet.actor()).id();
            nearest = nearest(actor, part, network.outlets().get(most.outlet()), inlet, most.margin());
        }
        long grams = there.stream().mapToLong(Diagnosis::grams).sum();
        return new Explained(row, gate, grams, nearest, List.of(), proposals, inVain);
    }

    private Explained ofNeed(Funnel.Row row, List<Proposal> proposals, List<Dimension> inVain) {
        Unmatched.Lack lack = course.lacks(row.subject()).stream()
                .max(Comparator.comparingLong(Unmatched.Lack::grams))
                .orElseThrow();
        Inlet inlet = network.inlets().get(lack.inlet());
        Explained.Nearest nearest = null;
        if (lack.outlet() != Unmatched.NONE) {
            Outlet outlet = network.outlets().get(lack.outlet());
            String actor = course.actor(outlet.actor()).id();
            nearest = nearest(actor, course.material(lack.outlet()), outlet, inlet, Double.NaN);
        }
        return new Explained(row, lack.gate(), lack.grams(), nearest, idle(inlet), proposals, inVain);
    }

    private Explained.Nearest nearest(String actor, String part, Outlet outlet, Inlet inlet, double margin) {
        Optional<Barrier> barrier = network.barrier(outlet, inlet);
        return new Explained.Nearest(
                actor,
                part,
                network.distance(outlet, inlet).orElse(Double.NaN),
                Double.isNaN(margin) ? barrier.map(Barrier::margin).orElse(Double.NaN) : margin,
                barrier.map(Barrier::words).orElse(""));
    }

    /** What an inlet would accept and nobody takes, the nearest first. */
    private List<Explained.Idle> idle(Inlet inlet) {
        List<Explained.Idle> idle = new ArrayList<>();
        IntStream.range(0, network.outlets().size())
                .filter(outlet -> inlet.accepts(course.material(outlet)))
                .boxed()
                .sorted(Comparator.comparingDouble(outlet ->
                        network.distance(network.outlets().get(outlet), inlet).orElse(Double.POSITIVE_INFINITY)))
                .map(course::offer)
                .flatMap(subject -> rows.stream().filter(row -> row.subject().equals(subject)))
                .filter(row -> row.passage().stoppedGrams() > 0)
                .limit(MOST_IDLE)
                .forEach(row -> idle.add(new Explained.Idle(row, mostly(course.rests(row.subject())))));
        return idle;
    }

    /** The gate at which most was stopped. */
    private static Gate mostly(List<Unmatched.Rest> rests) {
        Map<Gate, Long> byGate = new EnumMap<>(Gate.class);
        rests.forEach(rest -> byGate.merge(rest.gate(), grams(rest), Long::sum));
        return byGate.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static long grams(Unmatched.Rest rest) {
        return rest.leftGrams() + rest.waitingGrams();
    }
}
