package org.circlab.simulation;

import org.circlab.network.ExchangeNetwork;

/** When ways across borders open that need a notification. Immutable; threads share it. */
final class Notices {

    /** By arc of the exchange and of contracts: milliseconds since the start of the window; empty where no border needs one. */
    private final long[] opensMillis;

    private final long lastMillis;

    private Notices(long[] opensMillis, long lastMillis) {
        this.opensMillis = opensMillis;
        this.lastMillis = lastMillis;
    }

    /** The notices of a lab. What exists already, disposal and contracts, has been notified long ago. */
    static Notices of(CompiledLab lab) {
        boolean any = lab.lab().policy().borders().rules().values().stream().anyMatch(rule -> rule.noticeMillis() > 0);
        long[] opens = new long[any ? lab.arcs() : 0];
        long begin = lab.lab().horizon().millisAt(lab.lab().horizon().warmUpStart());
        long last = Long.MIN_VALUE;
        ExchangeNetwork network = lab.network();
        for (int arc = 0; arc < opens.length; arc++) {
            long notice = network.noticeMillis(
                    network.outlets().get(lab.arcOutlet(arc)), network.inlets().get(lab.arcInlet(arc)));
            boolean waits = notice > 0 && !exists(lab, arc);
            opens[arc] = waits ? begin + notice : Long.MIN_VALUE;
            last = Math.max(last, opens[arc]);
        }
        return new Notices(opens, last);
    }

    private static boolean exists(CompiledLab lab, int arc) {
        if (arc < lab.firstContractArc()) {
            return arc >= lab.firstDisposalArc();
        }
        int contract = lab.contractArcs().get(arc - lab.firstContractArc()).contract();
        return lab.lab().contracts().get(contract).existing();
    }

    /** Whether some way is not open yet. */
    boolean matter(long now) {
        return now < lastMillis;
    }

    /** Whether a way is open. */
    boolean isOpen(int arc, long now) {
        return opensMillis.length == 0 || now >= opensMillis[arc];
    }

    /** When a way opens; long before the run where it needs no notice. */
    long opensMillis(int arc) {
        return opensMillis.length == 0 ? Long.MIN_VALUE : opensMillis[arc];
    }
}
