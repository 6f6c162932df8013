package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.model.Contract;
import org.circlab.network.Barrier;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Gate;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.circlab.simulation.Unmatched;

/**
 * What could be changed for one stream or need: the levers of its ways, those of the way that came furthest first, then of the
 * nearest. Where a gate is closed for good only a lever of that gate can help; on other ways none behind the furthest gate that
 * was reached.
 */
final class Levers {

    /** Ways that are looked at; those after them are as good as never the answer, and each costs runs. */
    private static final int MOST_WAYS = 8;

    /** Of these, ways that no gate closes for good, which have many levers. */
    private static final int MOST_OPEN_WAYS = 3;

    private static final double GRAMS_PER_TONNE = 1e6;

    private final Course course;
    private final ExchangeNetwork network;
    private final Funnel.Row row;
    private final double years;
    private final List<Lever> found = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int open;

    private Levers(Course course, Funnel.Row row) {
        this.course = course;
        this.network = course.network();
        this.row = row;
        this.years = network.lab().horizon().years();
    }

    /** The levers of a stream or need of a run, in the order in which they are tried. */
    static List<Lever> of(Course course, Funnel.Row row) {
        Levers levers = new Levers(course, row);
        if (row.subject().side() == Subject.Side.OFFER) {
            levers.ofOffer();
        } else {
            levers.ofNeed();
        }
        return levers.found;
    }

    private void ofOffer() {
        int number = course.number(row.subject());
        Outlet outlet = network.outlets().get(number);
        List<Unmatched.Rest> rests = new ArrayList<>(course.rests(row.subject()));
        rests.sort(Comparator.comparingLong(rest -> -rest.leftGrams() - rest.waitingGrams()));
        Gate furthest = rests.stream()
                .map(Unmatched.Rest::gate)
                .max(Comparator.naturalOrder())
                .orElse(Gate.MATERIAL);
        Stream<Integer> first = rests.stream()
                .map(Unmatched.Rest::inlet)
                .filter(inlet -> inlet != Unmatched.NONE)
                .filter(inlet -> !network.inlets().get(inlet).isFinal());
        Stream<Integer> nearest = IntStream.range(0, network.inlets().size())
                .filter(inlet -> couldTake(outlet, network.inlets().get(inlet)))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        inlet -> kilometres(outlet, network.inlets().get(inlet))));
        Stream.concat(first, nearest).distinct().limit(MOST_WAYS).forEach(inlet -> {
            double margin = rests.stream()
                    .filter(rest -> rest.inlet() == inlet)
                    .mapToDouble(Unmatched.Rest::margin)
                    .findFirst()
                    .orElse(Double.NaN);
            Pair pair = pair(outlet, network.inlets().get(inlet), margin);
            way(pair, furthest);
        });
        contracts(outlet);
    }

    private void ofNeed() {
        int number = course.number(row.subject());
        Inlet inlet = network.inlets().get(number);
        List<Unmatched.Lack> lacks = course.lacks(row.subject());
        boolean isSupplyMissing = lacks.stream().anyMatch(lack -> lack.gate() == null);
        Gate furthest = isSupplyMissing
                ? Gate.OUTBID
                : lacks.stream()
                        .map(Unmatched.Lack::gate)
                        .max(Comparator.naturalOrder())
                        .orElse(Gate.MATERIAL);
        Stream<Integer> first = lacks.stream()
                .sorted(Comparator.comparingLong(lack -> -lack.grams()))
                .map(Unmatched.Lack::outlet)
                .filter(outlet -> outlet != Unmatched.NONE);
        Stream<Integer> nearest = IntStream.range(0, network.outlets().size())
                .filter(outlet -> inlet.accepts(course.material(outlet)))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        outlet -> kilometres(network.outlets().get(outlet), inlet)));
        Stream.concat(first, nearest).distinct().limit(MOST_WAYS).forEach(outlet -> {
            Pair pair = pair(network.outlets().get(outlet), inlet, Double.NaN);
            way(pair, furthest);
            if (isSupplyMissing) {
                RoomLevers.supply(pair).forEach(this::add);
            }
        });
    }

    /** Contracts by which more of a stream could go, and quotas that hold back those that lead to disposal. */
    private void contracts(Outlet outlet) {
        String donor = course.actor(outlet.actor()).id();
        Passage passage = row.passage();
        for (Contract contract : network.lab().contracts()) {
            if (contract.from().equals(donor)
                    && contract.material().equals(row.subject().material())) {
                double more = tonnesAYear(row.unmatchedGrams());
                add(
                        takesToDispose(contract)
                                ? RoomLevers.lessVolume(contract)
                                : RoomLevers.volume(contract, more, tonnesAYear(passage.offeredGrams())));
                if (takesToDispose(contract)) {
                    QuotaLevers.of(network, outlet).forEach(this::add);
                }
            }
        }
    }

    private boolean takesToDispose(Contract contract) {
        int actor = network.actor(contract.to());
        return network.inlets().subList(network.firstInlet(actor), network.firstInlet(actor + 1)).stream()
                .filter(inlet -> inlet.accepts(contract.material()))
                .allMatch(Inlet::disposes);
    }

    private double tonnesAYear(long grams) {
        return grams / GRAMS_PER_TONNE / years;
    }

    private boolean couldTake(Outlet outlet, Inlet inlet) {
        boolean itself = inlet.actor() == outlet.actor()
                && inlet.line() != null
                && inlet.line().equals(outlet.line());
        String material = network.lab().materials().get(outlet.material()).id();
        return !inlet.isFinal() && !itself && inlet.accepts(material);
    }

    private double kilometres(Outlet outlet, Inlet inlet) {
        return network.distance(outlet, inlet).orElse(Double.POSITIVE_INFINITY);
    }

    private Pair pair(Outlet outlet, Inlet inlet, double margin) {
        Passage passage = row.passage();
        return new Pair(
                network,
                outlet,
                inlet,
                tonnesAYear(row.unmatchedGrams()),
                tonnesAYear(passage.openingGrams() + passage.offeredGrams()),
                margin);
    }

    private void way(Pair pair, Gate furthest) {
        Optional<Barrier> barrier = network.barrier(pair.outlet(), pair.inlet());
        if (barrier.isPresent()) {
            LawLevers.at(barrier.get().gate(), pair).forEach(this::add);
            return;
        }
        if (++open > MOST_OPEN_WAYS) {
            return;
        }
        Stream.of(
                        LawLevers.border(pair),
                        LawLevers.limits(pair),
                        LawLevers.bans(pair),
                        PriceLevers.of(pair),
                        RoomLevers.of(pair))
                .flatMap(List::stream)
                .filter(lever -> lever.dimension().gate().compareTo(furthest) <= 0)
                .forEach(this::add);
    }

    private void add(Lever lever) {
        boolean ofAnother = row.subject().side() == Subject.Side.NEED && lever.dimension() == Dimension.NEED;
        if (!ofAnother && known.add(lever.path() + " " + lever.values() + " " + lever.isRising())) {
            found.add(lever);
        }
    }
}
