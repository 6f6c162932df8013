package org.circlab.simulation;

import java.time.LocalDate;
import java.util.List;

/**
 * What has become of the dealings between actors in one run, its warm-up included. Indices are those of the lab.
 *
 * @param broken contracts that were broken, in the order of time
 * @param trusted who trusts whom, by the indices of both; only who has dealt with each other, and nobody where trust is not
 *     looked at
 */
public record Relations(List<Broken> broken, List<Trusted> trusted) {

    /** Why a contract is broken. */
    public enum Reason {
        /** For nothing that the lab knows. */
        CHANCE("chance"),
        /** For a better offer, a use at home or a way to get rid of it included. */
        BETTER_OFFER("better offer");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** As results name it. */
        public String word() {
            return word;
        }
    }

    /**
     * A contract that was broken.
     *
     * @param contract its index
     * @param byDonor whether the donor broke it, or the receiver
     * @param on the day
     * @param reason why
     * @param gain euros a tonne by which the other offer was better, damages deducted; NaN where there was none
     * @param damagesEuros what was paid for it, what fell short of the year's minimum so far aside
     */
    public record Broken(
            int contract, boolean byDonor, LocalDate on, Reason reason, double gain, double damagesEuros) {}

    /**
     * What one actor has come to think of another.
     *
     * @param actor who trusts
     * @param partner whom
     * @param trust from 0 to 1
     * @param keptMonths what counts for it
     * @param brokenMonths what counts against it
     */
    public record Trusted(int actor, int partner, double trust, double keptMonths, double brokenMonths) {}

    /** Nobody broke anything, and trust was not looked at. */
    public static final Relations NONE = new Relations(List.of(), List.of());

    public Relations {
        broken = List.copyOf(broken);
        trusted = List.copyOf(trusted);
    }
}
