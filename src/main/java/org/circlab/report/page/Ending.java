package org.circlab.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.circlab.experiment.whynot.Subject;
import org.circlab.network.Gate;
import org.circlab.report.GateWords;
import org.circlab.simulation.Unmatched;

/**
 * One of the ways in which what was offered or needed ended: stopped by a gate, or traded.
 *
 * @param id as tables name it
 * @param words as people read it
 * @param grams over all replications
 * @param lost whether it found nobody
 */
record Ending(String id, String words, long grams, boolean lost) {

    /**
     * How all that was offered, or waited at the start, ended: in the order of the gates, then what still waits and what was taken;
     * endings of no grams too, so that all runs have the same. Their sum is all.
     */
    static List<Ending> ofOffers(List<Unmatched> replications) {
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
        List<Ending> endings = stopped(Subject.Side.OFFER, stopped);
        endings.add(new Ending("waiting", "still waiting at the end", waiting, true));
        endings.add(new Ending("contracts", "taken by contracts", contracted, false));
        endings.add(new Ending("exchanged", "exchanged", exchanged, false));
        return List.copyOf(endings);
    }

    /**
     * How all that was needed ended, counted as the virgin material it stands for: in the order of the gates, then what nobody
     * offered and what was met; endings of no grams too. Their sum is all.
     */
    static List<Ending> ofNeeds(List<Unmatched> replications) {
        EnumMap<Gate, Long> stopped = new EnumMap<>(Gate.class);
        long nobody = 0;
        long met = 0;
        for (Unmatched each : replications) {
            for (Unmatched.Lack lack : each.lacks()) {
                Gate gate = lack.gate();
                if (gate == null) {
                    nobody += lack.grams();
                } else {
                    stopped.merge(gate, lack.grams(), Math::addExact);
                }
            }
            met += each.met().stream().mapToLong(Unmatched.Met::grams).sum();
        }
        List<Ending> endings = stopped(Subject.Side.NEED, stopped);
        endings.add(new Ending("no-offer", GateWords.of(Subject.Side.NEED, null), nobody, true));
        endings.add(new Ending("met", "met with what others give", met, false));
        return List.copyOf(endings);
    }

    private static List<Ending> stopped(Subject.Side side, EnumMap<Gate, Long> grams) {
        List<Ending> endings = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            endings.add(new Ending(gate.word(), GateWords.of(side, gate), grams.getOrDefault(gate, 0L), true));
        }
        return endings;
    }
}
