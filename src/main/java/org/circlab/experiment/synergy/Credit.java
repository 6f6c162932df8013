package org.circlab.experiment.synergy;

import java.util.List;
import org.circlab.score.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What a synergy brings.
 *
 * @param synergy which
 * @param lost what the lab loses without it, by kind of {@link Gain}, from paired differences
 * @param donorGain what the books of the donor gain by it, in EUR/yr
 * @param receiverGain what the books of the receiver gain by it, in EUR/yr
 * @param shapley its share of what all synergies bring together, by kind of gain; null where none was reckoned
 */
public record Credit(
        Synergy synergy,
        List<Estimate> lost,
        Estimate donorGain,
        Estimate receiverGain,
        @Nullable List<Estimate> shapley) {

    public Credit {
        lost = List.copyOf(lost);
        shapley = shapley == null ? null : List.copyOf(shapley);
    }

    /** What the lab loses of one kind without it. */
    public Estimate lost(Gain gain) {
        return lost.get(gain.ordinal());
    }

    /** The most that the donor could pay the receiver beside what it pays now and still gain, in EUR/t. */
    public double mostEurosPerTonne() {
        return donorGain.mean() / synergy.tonnesPerYear();
    }

    /** The least that the donor must pay the receiver beside what it pays now for that to gain, in EUR/t. */
    public double leastEurosPerTonne() {
        return -receiverGain.mean() / synergy.tonnesPerYear();
    }

    /** Whether there is a price at which both gain. */
    public boolean hasSpace() {
        return leastEurosPerTonne() < mostEurosPerTonne();
    }
}
