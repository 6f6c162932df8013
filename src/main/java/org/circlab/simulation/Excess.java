package org.circlab.simulation;

import java.util.BitSet;
import org.circlab.exchange.ArcCosts;
import org.circlab.exchange.Preferences;
import org.circlab.model.Exchange;

/** By how much ways on the exchange cost more than they may, by the rule of the exchange. */
final class Excess {

    /** Below the key of any way that is ranked by its cost: that of a receiver whom the donor names. */
    private static final double LEAST_KEY = -1e300;

    private final CompiledLab lab;
    private final Exchange.Rule rule;
    private final BitSet listed = new BitSet();

    /** For a lab whose ways are ranked like this on some day; whom a donor names is the same on all. */
    Excess(CompiledLab lab, Preferences ranked) {
        this.lab = lab;
        this.rule = lab.lab().exchange().rule();
        if (rule == Exchange.Rule.PREFERENCE) {
            for (int position = 0; position < lab.firstDisposalArc(); position++) {
                listed.set(ranked.arc(position), ranked.key(position) < LEAST_KEY);
            }
        }
    }

    /** Whether a donor compares what a receiver costs with what it costs that nobody takes it. */
    boolean isLimited() {
        return rule == Exchange.Rule.CHEAPEST || rule == Exchange.Rule.PREFERENCE;
    }

    /** What a way costs the lab more than not to match. */
    Reasons.Worth forTheLab(ArcCosts costs) {
        return arc -> (costs.matched(arc) - costs.unmatched(lab.arcOutlet(arc))) * 1e-6;
    }

    /**
     * What a way costs a donor more than that nobody takes it; whom it names it pays any price.
     *
     * @param limits by outlet, read when asked
     */
    Reasons.Worth forDonors(Prices prices, double[] limits) {
        return arc -> listed.get(arc) || !isLimited()
                ? Double.NEGATIVE_INFINITY
                : prices.costEurosPerTonne(arc) - limits[lab.arcOutlet(arc)];
    }
}
