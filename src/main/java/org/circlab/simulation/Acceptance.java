package org.circlab.simulation;

import java.util.BitSet;
import org.circlab.network.Arcs;

/**
 * Which final treatment refuses what leaves an outlet, by what is in it. A lot is asked as it is; where prices ask for the way of
 * an outlet without a lot, what came out there last stands for it, at first what arises there. Of what a line yields nothing is
 * known before the first of it has come out.
 */
final class Acceptance {

    private final CompiledLab lab;
    private final Contents contents;
    private final Lots lots;
    private final Arcs arcs;
    /** Outlets from which a way leads to a site that asks anything. */
    private final BitSet asked = new BitSet();
    /** Arcs to final treatment, numbered from 0, that are closed to what came out last. */
    private final BitSet refused = new BitSet();

    private boolean changed;

    Acceptance(Stage stage) {
        this.lab = stage.lab();
        this.contents = stage.contents();
        this.lots = stage.lots();
        this.arcs = lab.network().disposal();
        for (int outlet = 0; outlet < lab.outlets(); outlet++) {
            for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
                if (contents.asks(arcs.inlet(arc))) {
                    asked.set(outlet);
                    refused.set(arc, !contents.bears(outlet, arcs.inlet(arc)));
                }
            }
        }
    }

    /** A lot has come out of its outlet. */
    void emerges(int lot) {
        int outlet = lots.outlet[lot];
        if (!asked.get(outlet)) {
            return;
        }
        for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
            boolean closed = contents.most(lot, arcs.inlet(arc)) == 0;
            changed |= closed != refused.get(arc);
            refused.set(arc, closed);
        }
    }

    /** Whether ways have closed or opened since this was asked last. */
    boolean hasChanged() {
        boolean before = changed;
        changed = false;
        return before;
    }

    /**
     * Whether a way to final treatment is closed to a lot.
     *
     * @param arc its number among all arcs
     * @param lot a lot of its outlet, or {@link Lots#NONE} for what came out there last
     */
    boolean refuses(int arc, int lot) {
        int own = arc - lab.firstDisposalArc();
        if (lot == Lots.NONE) {
            return refused.get(own);
        }
        return asked.get(lots.outlet[lot]) && contents.most(lot, arcs.inlet(own)) == 0;
    }
}
