package org.circlab.simulation;

import java.util.BitSet;
import org.circlab.network.Arcs;

/**
 * Which final treatment refuses what leaves an outlet, by what is in it. A lot is asked as it is; where prices ask for the way of
 * an outlet without a lot, what came out there last stands for all its lots, at first what arises there: a simplification where
 * they differ. Of what a line yields nothing is known before the first of it has come out, and nothing any more after a whole
 * calendar month in which none has: a line that one lot has made too dear to run gets another try.
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

    /** Outlets of which something has come out since the month began. */
    private final BitSet heard = new BitSet();

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

    /** Whether a way leads from an outlet to a site that asks anything. */
    boolean isAsked(int outlet) {
        return asked.get(outlet);
    }

    /** A lot has come out of its outlet. */
    void emerges(int lot) {
        int outlet = lots.outlet[lot];
        heard.set(outlet);
        for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
            refused.set(arc, contents.most(lot, arcs.inlet(arc)) == 0);
        }
    }

    /** A month begins: what came out of a line before the last one is forgotten. True if that opens a way. */
    boolean monthBegins() {
        int closedBefore = refused.cardinality();
        for (int outlet = asked.nextSetBit(0); outlet >= 0; outlet = asked.nextSetBit(outlet + 1)) {
            if (!heard.get(outlet) && lab.network().outlets().get(outlet).arising() == null) {
                refused.clear(arcs.first(outlet), arcs.first(outlet + 1));
            }
        }
        heard.clear();
        return refused.cardinality() < closedBefore;
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
