package org.circlab.model;

/**
 * How actors learn to trust each other, and what that does. Trust of one actor in another is the expected share of promises
 * kept, by the beta reputation system (A. Jøsang, R. Ismail, "The beta reputation system", 15th Bled Electronic Commerce
 * Conference, 2002): (r + 2a) / (r + s + 2), with r for what was kept, s for what was broken, both in months of dealing with
 * each other and fading with time, and a the trust in strangers. The paper lets older experience fade by a factor for each new
 * one; here it fades with time, so that who does not deal is forgotten.
 *
 * @param premiumEurosPerTonne what an actor with a hurdle asks for beyond it where it does not trust the other at all, at least
 *     0; in proportion to what trust lacks to full trust
 * @param start trust in who is not known, from 0 to 1
 * @param halfLifeMillis the time in which experience comes to count half, above 0; {@link Long#MAX_VALUE} if it never fades
 * @param lateMillis by how much longer than its journey a consignment may take and still be in time, at least 0; {@link
 *     Long#MAX_VALUE} if it is never late
 */
public record Trust(double premiumEurosPerTonne, double start, long halfLifeMillis, long lateMillis) {

    public Trust {
        Bounds.atLeast(0.0, "risk premium of trust", premiumEurosPerTonne);
        if (!(start >= 0 && start <= 1)) {
            throw new IllegalArgumentException(
                    "the trust in strangers is " + start + "; it must be from 0 to 1. Maybe it is in %?");
        }
        if (halfLifeMillis <= 0) {
            throw new IllegalArgumentException("experience fades in " + halfLifeMillis + " ms; it must be above 0");
        }
        Bounds.atLeast(0, "time after which a consignment is late", lateMillis);
    }
}
