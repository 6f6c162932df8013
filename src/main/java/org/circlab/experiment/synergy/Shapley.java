package org.circlab.experiment.synergy;

/**
 * Values of players in a cooperative game: what a player adds, over all orders in which the players could come together (L. S.
 * Shapley, A value for n-person games, Contributions to the Theory of Games II, 1953). They add up to what all bring together;
 * players who add the same have the same; who adds nothing has nothing.
 */
final class Shapley {

    private Shapley() {}

    /**
     * The values.
     *
     * @param players how many, n, at least 0
     * @param worth what each coalition brings, 2^n of them: bit i of the index tells whether player i is in it
     */
    static double[] values(int players, double[] worth) {
        if (worth.length != 1 << players) {
            throw new IllegalArgumentException("a game of " + players + " players has " + worth.length
                    + " coalitions; it must have " + (1 << players));
        }
        double[] weight = weights(players);
        double[] values = new double[players];
        for (int coalition = 0; coalition < worth.length; coalition++) {
            for (int player = 0; player < players; player++) {
                int with = coalition | 1 << player;
                if (with != coalition) {
                    values[player] += weight[Integer.bitCount(coalition)] * (worth[with] - worth[coalition]);
                }
            }
        }
        return values;
    }

    /** By how many have come before: s! (n - s - 1)! / n!, the share of the orders in which these come before a player. */
    private static double[] weights(int players) {
        double[] weights = new double[players];
        double choices = 1;
        for (int before = 0; before < players; before++) {
            weights[before] = 1 / (choices * players);
            choices = choices * (players - 1 - before) / (before + 1);
        }
        return weights;
    }
}
