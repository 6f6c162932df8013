package org.circlab.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.experiment.synergy.Credit;
import org.circlab.experiment.synergy.Gain;
import org.circlab.score.Estimate;
import org.circlab.score.Joining;

/** What was found about synergies, in words. */
final class SynergyWords {

    private static final double NOTHING = 1e-9;

    private SynergyWords() {}

    /** What the lab would do otherwise without a synergy, as far as that is clear. */
    static String loss(Credit credit) {
        return Stream.of(
                        clause(credit.lost(Gain.EXCHANGED), "exchange", "t", "less", "more"),
                        clause(credit.lost(Gain.VIRGIN), "buy", "t of virgin material", "more", "less"),
                        clause(credit.lost(Gain.GHG), "emit", "tCO2e", "more", "less"),
                        clause(credit.lost(Gain.COST), "cost its actors", "EUR", "more", "less"))
                .filter(clause -> !clause.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.toList(), SynergyWords::listed));
    }

    private static String listed(List<String> clauses) {
        if (clauses.isEmpty()) {
            return "be no other";
        }
        int last = clauses.size() - 1;
        return last == 0 ? clauses.get(0) : String.join(", ", clauses.subList(0, last)) + " and " + clauses.get(last);
    }

    /** What goes the other way when it is lost; nothing where that is not clear. */
    private static String clause(Estimate lost, String verb, String unit, String ifLost, String ifWon) {
        if (!isClear(lost)) {
            return "";
        }
        return verb + " " + Rounded.of(Math.abs(lost.mean())) + " " + unit + " " + (lost.mean() > 0 ? ifLost : ifWon);
    }

    /** Whether an estimate differs from 0 beyond chance, or at all in a single replication. */
    static boolean isClear(Estimate estimate) {
        boolean differs = Math.abs(estimate.mean()) > NOTHING;
        return differs && (estimate.replications() == 1 || estimate.low95() > 0 || estimate.high95() < 0);
    }

    /** Who loses, and whether a transfer helps. */
    static String answer(Joining joining) {
        List<String> losers = joining.members().stream()
                .filter(member -> isClear(member.gain()) && member.gain().mean() < 0)
                .map(Joining.Member::name)
                .toList();
        String lose = losers.isEmpty()
                ? "Nobody of them loses for certain."
                : String.join(", ", losers) + (losers.size() == 1 ? " loses." : " lose.");
        return switch (joining.answer()) {
            case ALL_GAIN -> "Each of them gains, so nobody need be paid for joining.";
            case TRANSFER ->
                lose
                        + " With these transfers each gains: who does not gets what it loses and an equal share of what all"
                        + " gain together, and those who gain pay that in proportion to their gains. They add up to 0.";
            case NONE ->
                lose + " No transfer among them makes everybody gain: together they lack "
                        + Rounded.of(joining.missing()) + " EUR a year.";
        };
    }

    /** What the two sides gain, and at which prices both do. */
    static String space(Credit credit) {
        String gains = "giver " + Rounded.signed(credit.donorGain().mean()) + ", taker "
                + Rounded.signed(credit.receiverGain().mean()) + " EUR/yr; ";
        return gains
                + (credit.hasSpace()
                        ? "both gain if the giver pays between " + Rounded.of(credit.leastEurosPerTonne()) + " and "
                                + Rounded.of(credit.mostEurosPerTonne()) + " EUR/t more than now"
                        : "no price between the two makes both gain");
    }
}
