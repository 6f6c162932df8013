package org.circlab.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.circlab.experiment.whynot.Subject;
import org.circlab.network.Gate;
import org.circlab.report.GateWords;
import org.circlab.simulation.Unmatched;

/**
 * One of the ways in which what was offered, or waited at the start, ended: stopped by a gate, or taken.
 *
 * @param id as tables name it
 * @param words as people read it
 * @param grams over all replications
 * @param lost whether nobody took it
 */
record OfferEnd(String id, String words, long grams, boolean lost) {

    /** All ends in the order of the gates, then what still waits and what was taken; those with no grams too. Their sum is all. */
    static List<OfferEnd> of(List<Unmatched> replications) {
        EnumMap<Gate, Long> stopped = new EnumMap<>(Gate.class);
        long waiting = 0;
        long contracted = 0;
        long exchanged = 0;
        for (Unmatched each : replications) {
            for (Unmatched.Rest rest : each.rests()) {
                stopped.merge(rest.gate(), rest.leftGrams(), Math::addExact);
            }
            for (Unmatched.Stream stream : each.streams()) {
                waiting += stream.closingGrams();
                contracted += stream.contractedGrams();
                exchanged += stream.exchangedGrams();
            }
        }
        List<OfferEnd> ends = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            String words = GateWords.of(Subject.Side.OFFER, gate);
            ends.add(new OfferEnd(gate.word(), words, stopped.getOrDefault(gate, 0L), true));
        }
        ends.add(new OfferEnd("waiting", "still waiting at the end", waiting, true));
        ends.add(new OfferEnd("contracts", "taken by contracts", contracted, false));
        ends.add(new OfferEnd("exchanged", "exchanged", exchanged, false));
        return ends;
    }
}
