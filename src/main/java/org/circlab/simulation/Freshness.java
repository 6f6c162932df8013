package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.model.Haulage;

/** How long lots keep, against how long they travel. What has no store that spoils keeps for ever. */
final class Freshness {

    private static final long UNKNOWN = -1;

    private final CompiledLab lab;
    private final Lots lots;
    private final long[] keepsMillis;
    private final long[] longestJourney;

    Freshness(CompiledLab lab, Lots lots) {
        this.lab = lab;
        this.lots = lots;
        this.keepsMillis = new long[lab.outlets()];
        for (int outlet = 0; outlet < keepsMillis.length; outlet++) {
            int store = lab.outletStore(outlet);
            keepsMillis[outlet] = store == CompiledLab.NO_STORE
                    ? Long.MAX_VALUE
                    : lab.stores().get(store).store().keepsMillis();
        }
        this.longestJourney = new long[lab.outlets()];
        Arrays.fill(longestJourney, UNKNOWN);
    }

    /** How long a lot still keeps from an instant on, in milliseconds; {@code Long.MAX_VALUE} for ever. */
    long remainingMillis(int lot, long from) {
        long keeps = keepsMillis[lots.outlet[lot]];
        return keeps == Long.MAX_VALUE ? keeps : lots.born[lot] + keeps - from;
    }

    /** Whether some receiver on the exchange is so far away that a lot would spoil on the way there. */
    boolean matters(int lot, long now) {
        int outlet = lots.outlet[lot];
        if (keepsMillis[outlet] == Long.MAX_VALUE) {
            return false;
        }
        if (longestJourney[outlet] == UNKNOWN) {
            longestJourney[outlet] = longest(outlet);
        }
        return remainingMillis(lot, now) < longestJourney[outlet];
    }

    private long longest(int outlet) {
        long longest = 0;
        for (int arc = lab.network().exchange().first(outlet);
                arc < lab.network().exchange().first(outlet + 1);
                arc++) {
            longest = Math.max(longest, journeyMillis(arc));
        }
        return longest;
    }

    /** The least time from the beginning of a journey along an arc to the arrival: loading, the way, unloading. */
    long journeyMillis(int arc) {
        Haulage.Mode mode = lab.carrier(lab.arcOutlet(arc)).mode();
        Haulage.Handling handling = lab.isInside(arc) ? Haulage.Handling.NONE : mode.handling();
        return handling.loadingMillis() + mode.travelMillis(lab.arcKilometres(arc)) + handling.unloadingMillis();
    }
}
