package org.circlab.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How offers meet requests.
 *
 * @param rule whom an offer goes to first
 * @param everyMillis time between rounds; 0 to match each lot on arrival
 * @param objective what the rule {@link Rule#OPTIMAL} makes as small as it can
 * @param lookAhead how many rounds beyond the one at hand the rule {@link Rule#OPTIMAL} solves with it, from 0 to
 *     {@value #MOST_LOOK_AHEAD}; 0 on arrival
 * @param trust how actors learn to trust each other; null if everybody trusts everybody
 * @param apart pairs of actors that it does not match in a material; their contracts are their own
 */
public record Exchange(
        Rule rule,
        long everyMillis,
        Objective objective,
        int lookAhead,
        @Nullable Trust trust,
        List<Apart> apart) {

    /**
     * Two actors that exchange nothing of a material, contracts aside.
     *
     * @param id as the scenario names it
     * @param from id of who would give
     * @param to id of who would receive
     * @param material id of what
     */
    public record Apart(String id, String from, String to, String material) {}

    /** The most rounds that can be looked ahead. */
    public static final int MOST_LOOK_AHEAD = 52;

    /**
     * What is made as small as it can be: the net cost of the lab as a whole, its greenhouse gases, or both.
     *
     * @param money weight of the net cost, at least 0
     * @param eurosPerTonneCo2e what a tonne of CO2e counts beside the money that is paid for it, at least 0; where money has no
     *     weight, any number above 0 means the same
     */
    public record Objective(double money, double eurosPerTonneCo2e) {

        /** Net cost alone. */
        public static final Objective NET_COST = new Objective(1, 0);

        /** Greenhouse gases alone. */
        public static final Objective GHG = new Objective(0, 1000);

        public Objective {
            Bounds.atLeast(0.0, "weight of net cost", money);
            Bounds.atLeast(0.0, "weight of greenhouse gases", eurosPerTonneCo2e);
            if (money == 0 && eurosPerTonneCo2e == 0) {
                throw new IllegalArgumentException("an objective must give weight to net cost or to greenhouse gases");
            }
        }
    }

    /** Whom an offer goes to first. */
    public enum Rule {
        /** No exchange: business as usual. */
        NONE,
        /** To the nearest receiver with room, whatever it costs. */
        NEAREST,
        /** To the receiver with the least haulage + gate fee, unless disposal is cheaper. */
        CHEAPEST,
        /** To the receivers that the donor prefers, in its order and at any price, then as {@link #CHEAPEST}. */
        PREFERENCE,
        /**
         * To use and recycling before other recovery before disposal (the waste hierarchy of Directive 2008/98/EC, article 4),
         * at equal rank as {@link #CHEAPEST}.
         */
        HIERARCHY,
        /** So that the round as a whole is best by the objective. */
        OPTIMAL;

        /** The word used in scenario files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Exchange {
        apart = List.copyOf(apart);
        Bounds.atLeast(0, "time between rounds of the exchange", everyMillis);
        Bounds.atLeast(0, "rounds looked ahead", lookAhead);
        if (lookAhead > MOST_LOOK_AHEAD || (lookAhead > 0 && everyMillis == 0)) {
            throw new IllegalArgumentException("an exchange looks ahead by " + lookAhead + " rounds; it may by at most "
                    + MOST_LOOK_AHEAD + ", and by none where lots are matched on arrival");
        }
    }

    /** An exchange that keeps nobody apart. */
    public Exchange(Rule rule, long everyMillis, Objective objective, int lookAhead, @Nullable Trust trust) {
        this(rule, everyMillis, objective, lookAhead, trust, List.of());
    }

    /** An exchange by net cost that does not look ahead, among actors that trust each other. */
    public Exchange(Rule rule, long everyMillis) {
        this(rule, everyMillis, Objective.NET_COST, 0, null);
    }

    /** No exchange at all. */
    public static final Exchange NONE = new Exchange(Rule.NONE, 0);

    /** Whether each lot is matched at the instant it arises. */
    public boolean onArrival() {
        return everyMillis == 0;
    }
}
