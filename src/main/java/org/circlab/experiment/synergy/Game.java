package org.circlab.experiment.synergy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Repeat;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;
import org.circlab.score.Estimate;

/**
 * The game whose players are synergies and in which a coalition brings what the lab gains with these synergies and not the
 * others. Bit i of a coalition tells whether synergy i is in it.
 */
final class Game {

    private final Labs labs;
    private final Repeat repeat;
    private final List<Synergy> players;

    Game(Labs labs, Repeat repeat, List<Synergy> players) {
        this.labs = labs;
        this.repeat = repeat;
        this.players = players;
    }

    /** The coalition of all. */
    int all() {
        return (1 << players.size()) - 1;
    }

    /** All but one player. */
    int allBut(int player) {
        return all() & ~(1 << player);
    }

    /** The lab without one player. */
    Lab labWithout(int player) {
        return labs.with(players.get(player).without());
    }

    /** The lab with the synergies of a coalition and no others. */
    Lab lab(int coalition) {
        List<String> sets = new ArrayList<>();
        for (int player = 0; player < players.size(); player++) {
            if ((coalition >> player & 1) == 0) {
                sets.addAll(players.get(player).without());
            }
        }
        return labs.with(sets);
    }

    /** The coalitions of fewer than all but one, whose gains are known from the credit of each. */
    int[] smaller() {
        return IntStream.range(0, all())
                .filter(each -> Integer.bitCount(each) < players.size() - 1)
                .toArray();
    }

    /** Asks for the gains of a coalition, by replication and kind of {@link Gain}. */
    Callable<double[][]> question(int coalition, int replications) {
        return () -> {
            Lab lab = lab(coalition);
            return gains(lab, repeat.first(replications, lab));
        };
    }

    static double[][] gains(Lab lab, List<Accounts> accounts) {
        return accounts.stream().map(each -> Gain.of(lab, each)).toArray(double[][]::new);
    }

    /**
     * The values of the players for one kind of gain, each an estimate over the replications; then what all bring together.
     *
     * @param worth by coalition, replication and kind
     */
    List<Estimate> values(double[][][] worth, Gain gain) {
        int replications = worth[0].length;
        double[][] values = new double[players.size() + 1][replications];
        for (int k = 0; k < replications; k++) {
            double[] game = new double[worth.length];
            for (int coalition = 0; coalition < game.length; coalition++) {
                game[coalition] = worth[coalition][k][gain.ordinal()];
            }
            double[] value = Shapley.values(players.size(), game);
            for (int player = 0; player < value.length; player++) {
                values[player][k] = value[player];
            }
            values[players.size()][k] = game[all()] - game[0];
        }
        return Arrays.stream(values).map(Estimate::of).toList();
    }
}
