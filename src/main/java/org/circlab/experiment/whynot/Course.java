package org.circlab.experiment.whynot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.circlab.model.Actor;
import org.circlab.model.Need;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.circlab.simulation.Unmatched;

/**
 * What became of offers and needs in one run.
 *
 * @param network of the lab that ran
 * @param unmatched the books of its offers
 */
record Course(ExchangeNetwork network, Unmatched unmatched) {

    private static final int NOWHERE = -1;

    /** Who an outlet is. */
    Subject offer(int outlet) {
        Outlet at = network.outlets().get(outlet);
        String line = at.line() == null ? "" : at.line().id();
        return new Subject(Subject.Side.OFFER, actor(at.actor()).id(), material(outlet), line);
    }

    /** Who a need is, by its inlet. */
    Subject need(int inlet) {
        Inlet at = network.inlets().get(inlet);
        Need need = at.need();
        return new Subject(Subject.Side.NEED, actor(at.actor()).id(), need == null ? "" : need.id(), "");
    }

    Actor actor(int index) {
        return network.lab().actors().get(index);
    }

    String material(int outlet) {
        int material = network.outlets().get(outlet).material();
        return network.lab().materials().get(material).id();
    }

    /** The outlet or inlet that a subject is. */
    int number(Subject subject) {
        int actor = network.actor(subject.actor());
        boolean offers = subject.side() == Subject.Side.OFFER;
        int first = offers ? network.firstOutlet(actor) : network.firstInlet(actor);
        int end = offers ? network.firstOutlet(actor + 1) : network.firstInlet(actor + 1);
        for (int i = first; i < end; i++) {
            if (subject.equals(offers ? offer(i) : need(i))) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** Grams of a subject that were traded: matched or contracted, or met with secondary material. */
    long tradedGrams(Subject subject) {
        int number = number(subject);
        return subject.side() == Subject.Side.OFFER
                ? unmatched.streams().stream()
                        .filter(stream -> stream.outlet() == number)
                        .mapToLong(stream -> stream.exchangedGrams() + stream.contractedGrams())
                        .sum()
                : unmatched.met().stream()
                        .filter(met -> met.inlet() == number)
                        .mapToLong(Unmatched.Met::grams)
                        .sum();
    }

    /** The reasons of an offer. */
    List<Unmatched.Rest> rests(Subject subject) {
        int outlet = number(subject);
        return unmatched.rests().stream()
                .filter(rest -> rest.outlet() == outlet)
                .toList();
    }

    /** The reasons of a need. */
    List<Unmatched.Lack> lacks(Subject subject) {
        int inlet = number(subject);
        return unmatched.lacks().stream().filter(lack -> lack.inlet() == inlet).toList();
    }

    /** How far everything came. */
    Funnel funnel() {
        List<Funnel.Row> rows = new ArrayList<>();
        Map<Integer, List<Stop>> rests = unmatched.rests().stream()
                .collect(groupingBy(
                        Unmatched.Rest::outlet, mapping(rest -> new Stop(rest.gate(), rest.leftGrams()), toList())));
        for (Unmatched.Stream stream : unmatched.streams()) {
            rows.add(row(stream, rests.getOrDefault(stream.outlet(), List.of())));
        }
        Map<Integer, List<Stop>> lacks = unmatched.lacks().stream()
                .collect(groupingBy(
                        Unmatched.Lack::inlet, mapping(lack -> new Stop(lack.gate(), lack.grams()), toList())));
        for (int inlet = 0; inlet < network.inlets().size(); inlet++) {
            if (network.inlets().get(inlet).need() != null) {
                rows.add(rowOfNeed(inlet, lacks.getOrDefault(inlet, List.of())));
            }
        }
        return new Funnel(rows);
    }

    private Funnel.Row row(Unmatched.Stream stream, List<Stop> stops) {
        Passage passage = new Passage(
                stream.openingGrams(),
                stream.offeredGrams(),
                stream.exchangedGrams(),
                stream.contractedGrams(),
                stops,
                stream.closingGrams());
        Outlet outlet = network.outlets().get(stream.outlet());
        boolean isStored = actor(outlet.actor()).stores().stream()
                .anyMatch(store -> store.material().equals(material(stream.outlet())));
        long grown = isStored ? stream.grownGrams() : 0;
        return new Funnel.Row(offer(stream.outlet()), outlet.market() != null, passage, passage.stoppedGrams() + grown);
    }

    private Funnel.Row rowOfNeed(int inlet, List<Stop> stops) {
        Subject subject = need(inlet);
        long met = tradedGrams(subject);
        long lacked = stops.stream().mapToLong(Stop::grams).sum();
        return new Funnel.Row(subject, false, new Passage(0, met + lacked, met, 0, stops, 0), lacked);
    }
}
