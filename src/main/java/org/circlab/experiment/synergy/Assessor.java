package org.circlab.experiment.synergy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Parallel;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Repeat;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;
import org.circlab.network.ExchangeNetwork;
import org.circlab.score.Estimate;
import org.circlab.score.Joining;
import org.circlab.score.Replications;
import org.jspecify.annotations.Nullable;

/** Assesses the synergies of a lab. Start reading here. */
public final class Assessor {

    private final Labs labs;
    private final Outcome outcome;
    private final Question question;
    private final Repeat repeat;
    private final Realised realised;
    private final List<Synergy> players;
    private final Game game;
    private final Progress progress;
    private int asked;
    private int done;

    private Assessor(Labs labs, Outcome outcome, Question question, Progress progress) {
        this.labs = labs;
        this.outcome = outcome;
        this.question = question;
        this.progress = progress;
        this.repeat = new Repeat(outcome.plan().seed());
        this.realised = Realised.of(outcome);
        this.players = realised.synergies().stream()
                .limit(Math.max(question.top(), Assessment.MOST_PLAYERS))
                .toList();
        this.game = new Game(labs, repeat, players);
    }

    /**
     * Runs the lab again without each of its synergies, with each set of them where they are few, and with other prices and
     * distances, on as many threads as the outcome's plan has.
     *
     * @param labs the variant with changes
     * @param outcome the variant and its baseline
     * @param progress hears of each set of synergies, and each search, that is done
     * @throws org.circlab.scenario.ScenarioException if the lab cannot be without one of its synergies
     * @throws org.circlab.simulation.SimulationException if it does not run to its end without them
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays
     */
    public static Assessment assess(Labs labs, Outcome outcome, Question question, Progress progress) {
        return new Assessor(labs, outcome, question, progress).assess();
    }

    private Assessment assess() {
        int replications = shapleyReplications();
        int[] smaller = replications == 0 ? new int[0] : game.smaller();
        List<Callable<Optional<BreakEven>>> searches = searches();
        asked = players.size() + smaller.length + searches.size();
        List<Replications> without = all(leaveOneOut());
        List<List<Estimate>> shapley = shapley(without, smaller, replications);
        List<BreakEven> breakEvens =
                all(searches).stream().flatMap(Optional::stream).toList();
        List<Credit> credits = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            credits.add(credit(players.get(i), without.get(i), shapley.isEmpty() ? null : shapley.get(i)));
        }
        return new Assessment(
                outcome,
                realised,
                joining(),
                credits,
                shapley.isEmpty() ? List.of() : shapley.get(players.size()),
                replications,
                breakEvens,
                repeat.runs());
    }

    private int shapleyReplications() {
        int all = realised.synergies().size();
        boolean few = all > 0 && all <= Assessment.MOST_PLAYERS;
        return few ? Math.min(question.creditReplications(), outcome.plan().replications()) : 0;
    }

    private Joining joining() {
        SortedSet<String> members = new TreeSet<>();
        realised.synergies().forEach(synergy -> members.addAll(List.of(synergy.donor(), synergy.receiver())));
        return Joining.of(variant(), new Replications(outcome.plan().baseline(), outcome.baseline()), members);
    }

    private Replications variant() {
        return new Replications(outcome.plan().lab(), outcome.variant());
    }

    private List<Callable<Replications>> leaveOneOut() {
        List<Callable<Replications>> questions = new ArrayList<>();
        for (int player = 0; player < players.size(); player++) {
            int left = player;
            questions.add(() -> {
                Lab lab = game.labWithout(left);
                return new Replications(lab, repeat.first(outcome.plan().replications(), lab));
            });
        }
        return questions;
    }

    /** The values of each player and of all together, by kind of gain; nothing where none are asked for. */
    private List<List<Estimate>> shapley(List<Replications> without, int[] smaller, int replications) {
        if (replications == 0) {
            return List.of();
        }
        double[][][] worth = new double[game.all() + 1][][];
        worth[game.all()] = first(replications, variant());
        for (int player = 0; player < without.size(); player++) {
            worth[game.allBut(player)] = first(replications, without.get(player));
        }
        List<double[][]> answers = all(Arrays.stream(smaller)
                .mapToObj(coalition -> game.question(coalition, replications))
                .toList());
        for (int i = 0; i < smaller.length; i++) {
            worth[smaller[i]] = answers.get(i);
        }
        List<List<Estimate>> byKind = Arrays.stream(Gain.values())
                .map(gain -> game.values(worth, gain))
                .toList();
        List<List<Estimate>> byPlayer = new ArrayList<>();
        for (int player = 0; player <= without.size(); player++) {
            int each = player;
            byPlayer.add(byKind.stream().map(values -> values.get(each)).toList());
        }
        return byPlayer;
    }

    private static double[][] first(int replications, Replications of) {
        List<Accounts> accounts = of.accounts().subList(0, replications);
        return Game.gains(of.lab(), accounts);
    }

    private Credit credit(Synergy synergy, Replications without, @Nullable List<Estimate> shapley) {
        List<Estimate> lost = new ArrayList<>();
        double[][] with = Game.gains(outcome.plan().lab(), outcome.variant());
        double[][] left = Game.gains(without.lab(), without.accounts());
        for (Gain gain : Gain.values()) {
            double[] differences = new double[with.length];
            Arrays.setAll(differences, k -> with[k][gain.ordinal()] - left[k][gain.ordinal()]);
            lost.add(Estimate.of(differences));
        }
        Joining pair = Joining.of(variant(), without, List.of(synergy.donor(), synergy.receiver()));
        return new Credit(synergy, lost, gainOf(pair, synergy.donor()), gainOf(pair, synergy.receiver()), shapley);
    }

    private static Estimate gainOf(Joining pair, String actor) {
        return pair.members().stream()
                .filter(member -> member.actor().equals(actor))
                .findFirst()
                .orElseThrow()
                .gain();
    }

    private List<Callable<Optional<BreakEven>>> searches() {
        ExchangeNetwork network = ExchangeNetwork.of(outcome.plan().lab());
        List<Synergy> top = players.subList(0, Math.min(question.top(), players.size()));
        Ends ends = new Ends(labs, repeat, outcome, top);
        List<Callable<Optional<BreakEven>>> searches = new ArrayList<>();
        top.forEach(synergy -> {
            for (Movable movable : Movable.of(network, synergy)) {
                searches.add(() -> ends.of(synergy, movable));
            }
        });
        return searches;
    }

    /** Asks questions, and tells how many of all are answered. */
    private <T> List<T> all(List<Callable<T>> questions) {
        int before = done;
        done += questions.size();
        return Parallel.all(
                questions, outcome.plan().threads(), (answered, of) -> progress.done(before + answered, asked));
    }
}
