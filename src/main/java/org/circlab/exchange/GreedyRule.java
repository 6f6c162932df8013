package org.circlab.exchange;

/**
 * Serves offers one after the other, each by its own order of preference: what does not find room with the first choice goes
 * to the next, as long as the key of the choice does not exceed the limit of its outlet. A part of an offer that is not worth a
 * journey is not taken.
 */
public final class GreedyRule implements AllocationRule {

    private final Preferences preferences;
    private final double[] limits;

    /**
     * A rule.
     *
     * @param preferences whom each outlet would send to first
     * @param limits the largest key that each outlet accepts, read at each round; positive infinity for any
     */
    public GreedyRule(Preferences preferences, double[] limits) {
        this.preferences = preferences;
        this.limits = limits;
    }

    @Override
    public void allocate(Round round, Allocation allocation) {
        allocation.clear();
        for (int offer = 0; offer < round.size(); offer++) {
            serve(round, offer, allocation);
        }
    }

    private void serve(Round round, int offer, Allocation allocation) {
        int outlet = round.outlet(offer);
        boolean whole = round.whole(offer);
        double limit = limits[outlet];
        long left = round.grams(offer);
        int end = preferences.end(outlet);
        for (int position = preferences.first(outlet); position < end; position++) {
            if (left == 0 || preferences.key(position) > limit) {
                return;
            }
            int arc = preferences.arc(position);
            int inlet = preferences.inlet(arc);
            long taken = Math.min(round.room(inlet), left);
            if (taken > 0) {
                taken = Math.min(taken, round.most(offer, arc));
            }
            boolean divides = taken < left;
            if (taken > 0 && !(divides && (whole || taken < round.least(inlet)))) {
                round.take(offer, arc, inlet, taken);
                allocation.add(offer, arc, taken);
                left -= taken;
            }
        }
    }
}
