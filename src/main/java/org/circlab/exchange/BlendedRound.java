package org.circlab.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.circlab.network.Arcs;

/**
 * A round in which inlets blend, as what a linear programme asks: sources, ways from them to inlets, and limits that what goes to an
 * inlet keeps together. A source is the offers of an outlet that follow one another and can go to the same inlets with the same
 * excess. Ways that cannot be of use are left out.
 */
final class BlendedRound {

    private static final int NONE = OfferChain.NONE;

    /** Offers that are alike, the first of them, and what they hold together. */
    static final class Source {
        private final int outlet;
        private final int first;
        private final double[] likeness;
        private final boolean alone;
        private int last;
        private long grams;

        private Source(int outlet, int offer, long grams, double[] likeness, boolean alone) {
            this.outlet = outlet;
            this.first = offer;
            this.last = offer;
            this.grams = grams;
            this.likeness = likeness;
            this.alone = alone;
        }

        int outlet() {
            return outlet;
        }

        /** The first of its offers. */
        int first() {
            return first;
        }

        long grams() {
            return grams;
        }
    }

    /**
     * A way from a source to an inlet.
     *
     * @param source its number
     * @param gain what a tonne gains by it, twice the millionths of {@link ArcCosts}, and 1 more: where costs tie, mass is matched
     * @param most in grams, at most all of the source
     */
    record Way(int source, int arc, int inlet, long gain, long most) {}

    /**
     * A limit that binds what goes to an inlet together.
     *
     * @param limit its number at the inlet
     * @param slack in grams times excess
     */
    record Limit(int inlet, int limit, double slack) {}

    private final Arcs arcs;
    private final Round round;
    private final Round.Blend blend;
    private final int[] nextOffer;
    private final List<Source> sources = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    /** By inlet: how many offers may go there. */
    private final int[] reachedBy;
    /** By inlet: whether any of them is beyond a limit that the mix has to keep. */
    private final boolean[] excessive;

    BlendedRound(Arcs arcs, Round round, Round.Blend blend, int outlets, int inlets) {
        this.arcs = arcs;
        this.round = round;
        this.blend = blend;
        this.nextOffer = new int[round.size()];
        this.reachedBy = new int[inlets];
        this.excessive = new boolean[inlets];
        Arrays.fill(nextOffer, NONE);
        Source[] latest = new Source[outlets];
        for (int offer = 0; offer < nextOffer.length; offer++) {
            add(offer, latest);
        }
    }

    private void add(int offer, Source[] latest) {
        int outlet = round.outlet(offer);
        int begin = arcs.first(outlet);
        int end = arcs.first(outlet + 1);
        int size = end - begin;
        for (int arc = begin; arc < end; arc++) {
            size += blend.limits(arcs.inlet(arc));
        }
        double[] likeness = new double[size];
        boolean alone = false;
        int place = 0;
        for (int arc = begin; arc < end; arc++) {
            int inlet = arcs.inlet(arc);
            long most = round.mostUnmixed(offer, arc, inlet);
            alone |= most > 0 && most < round.grams(offer);
            likeness[place++] = Math.signum((double) most);
            double[] excess = excess(offer, inlet, most);
            System.arraycopy(excess, 0, likeness, place, excess.length);
            place += excess.length;
        }
        Source before = latest[outlet];
        if (before != null && !before.alone && !alone && Arrays.equals(before.likeness, likeness)) {
            nextOffer[before.last] = offer;
            before.last = offer;
            before.grams += round.grams(offer);
        } else {
            latest[outlet] = new Source(outlet, offer, round.grams(offer), likeness, alone);
            sources.add(latest[outlet]);
        }
    }

    private double[] excess(int offer, int inlet, long most) {
        double[] excess = new double[blend.limits(inlet)];
        if (most > 0 && excess.length > 0) {
            Arrays.setAll(excess, limit -> blend.excess(offer, inlet, limit));
            reachedBy[inlet]++;
            for (double each : excess) {
                excessive[inlet] |= each > 0;
            }
        }
        return excess;
    }

    /** Whether it is more than a network: what one offer may send to an inlet depends on what another sends there. */
    boolean isMoreThanANetwork() {
        for (int inlet = 0; inlet < reachedBy.length; inlet++) {
            if (isMixed(inlet)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMixed(int inlet) {
        return excessive[inlet] && reachedBy[inlet] > 1;
    }

    /** Adds ways and limits. */
    void price(ArcCosts costs) {
        for (int number = 0; number < sources.size(); number++) {
            Source source = sources.get(number);
            for (int arc = arcs.first(source.outlet); arc < arcs.first(source.outlet + 1); arc++) {
                int inlet = arcs.inlet(arc);
                long gain = 2 * (costs.unmatched(source.outlet) - costs.matched(arc)) + 1;
                long most = Math.min(source.grams, round.mostUnmixed(source.first, arc, inlet));
                if (most > 0 && round.room(inlet) > 0 && (gain > 0 || dilutes(source, inlet))) {
                    ways.add(new Way(number, arc, inlet, gain, most));
                }
            }
        }
        for (int inlet = 0; inlet < excessive.length; inlet++) {
            for (int limit = 0; excessive[inlet] && limit < blend.limits(inlet); limit++) {
                limits.add(new Limit(inlet, limit, blend.slack(inlet, limit)));
            }
        }
    }

    /** Leaves out ways, by their place. */
    void leaveOut(BitSet places) {
        for (int way = places.length() - 1; way >= 0; way = places.previousSetBit(way - 1)) {
            ways.remove(way);
        }
    }

    private boolean dilutes(Source source, int inlet) {
        for (int limit = 0; isMixed(inlet) && limit < blend.limits(inlet); limit++) {
            if (blend.excess(source.first, inlet, limit) < 0) {
                return true;
            }
        }
        return false;
    }

    List<Source> sources() {
        return sources;
    }

    /** By source and arc. */
    List<Way> ways() {
        return ways;
    }

    /** By inlet and limit. */
    List<Limit> limits() {
        return limits;
    }

    /** How far a gram on a way is beyond a limit of its inlet. */
    double excess(Way way, Limit limit) {
        return blend.excess(sources.get(way.source()).first, way.inlet(), limit.limit());
    }

    /** Free room of an inlet in grams. */
    long room(int inlet) {
        return Math.max(0, round.room(inlet));
    }

    /** The offers of a source. */
    OfferChain chain(Source source) {
        return new OfferChain(nextOffer, source.first, round);
    }
}
