package org.circlab.simulation;

import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Timed;
import org.circlab.network.Inlet;

/** How much room the inlets of a lab have. */
final class Rooms {

    private Rooms() {}

    /** Most that an inlet can have on the way, waiting and in service, or a disposal site can take, in grams. */
    static long of(Lab lab, Inlet inlet) {
        Line line = inlet.line();
        Need need = inlet.need();
        double every =
                lab.exchange().onArrival() ? Horizon.DAY_MILLIS : lab.exchange().everyMillis();
        if (line != null) {
            double tonnes = line.parallel() * peak(line.capacityTonnesPerDay()) * every / Horizon.DAY_MILLIS;
            return line.storeGrams() > 0 ? line.storeGrams() : Math.round(tonnes * 1e6);
        }
        if (need != null) {
            return need.storeGrams() > 0 ? need.storeGrams() : defaultStore(need, every);
        }
        return inlet.site() != null ? inlet.site().voidGrams() : Long.MAX_VALUE;
    }

    /** Nobody sends a truck for a few kilograms: a lot is divided into truckloads, or tenths of a small room. */
    static long leastConsignment(Lab lab, long room) {
        return Math.max(1, Math.min(lab.haulage().truck().payloadGrams(), room / 10));
    }

    /** What is needed, as secondary material of the least ratio, from one round to the next or one draw to the next. */
    private static long defaultStore(Need need, double everyMillis) {
        double ratio =
                need.accepts().stream().mapToDouble(Need.Accepted::ratio).min().orElse(1);
        double millis = Math.max(everyMillis, need.every().meanMillis());
        return Math.round(peak(need.meanTonnesPerYear()) * millis / Horizon.YEAR_MILLIS / ratio * 1e6);
    }

    private static double peak(Timed dated) {
        return dated.steps().stream().mapToDouble(Timed.Step::value).max().orElse(0);
    }
}
