package org.circlab.simulation;

import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.model.Breakdown;
import org.circlab.model.Line;
import org.jspecify.annotations.Nullable;

/**
 * One server of a line: the lot that it serves, how much of the service is left, whether it is broken, and whether it is
 * blocked: done with its lot, for which there is no room behind the line.
 */
final class Server {

    final int number;
    final Station station;
    final @Nullable Failure failure;

    int lot = Lots.NONE;
    boolean broken;
    boolean blocked;
    /** Working time that the service at hand still took when it last began or went on. */
    long leftMillis;

    long resumedMillis;
    /** The event that ends the service at hand; of a blocked server, the event by which it asks again. */
    long ending;

    Server(int number, Station station, @Nullable Failure failure) {
        this.number = number;
        this.station = station;
        this.failure = failure;
    }

    /**
     * Names a server of a line for streams of chance and for traces: the first as the line itself, so that a line with one
     * server is named as ever, the others {@code line#1}, {@code line#2} and so on.
     */
    static String name(String line, int place) {
        return place == 0 ? line : line + "#" + place;
    }

    boolean isIdle() {
        return lot == Lots.NONE && !broken;
    }

    /** Whether it has a lot with service left, be it broken or not. */
    boolean isServing() {
        return lot != Lots.NONE && !blocked;
    }

    /** How a server fails. The k-th draws belong to its k-th breakdown. */
    static final class Failure {
        final boolean byUse;
        private final double gapMillis;
        private final double repairMillis;
        private final Sampler gap;
        private final Sampler repair;
        private final RandomStream gapChance;
        private final RandomStream repairChance;

        /** Serving time to the next breakdown, where it comes by use. */
        long useLeftMillis;

        /** The failures of a line's server, with streams of its own. */
        Failure(Stage stage, String actor, Line line, Breakdown breakdown, int place) {
            String subject = Server.name(line.id(), place);
            this.byUse = breakdown.byUse();
            this.gapMillis = breakdown.every().meanMillis();
            this.repairMillis = breakdown.repair().meanMillis();
            this.gap = Spreads.sampler(breakdown.every().spread());
            this.repair = Spreads.sampler(breakdown.repair().spread());
            this.gapChance = stage.streams().stream("breakdown", actor, subject);
            this.repairChance = stage.streams().stream("repair", actor, subject);
        }

        long gapMillis() {
            return Spreads.millis(gapMillis, gap.sample(gapChance));
        }

        long repairMillis() {
            return Spreads.millis(repairMillis, repair.sample(repairChance));
        }
    }
}
