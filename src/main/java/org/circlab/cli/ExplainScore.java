package org.circlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.experiment.Outcome;
import org.circlab.report.ScoreExplanation;
import org.circlab.score.Score;
import org.circlab.score.Score.OfDimension;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;

/**
 * Takes the score apart, or that in one dimension, or its bound. They rest on all replications, unlike other indicators, which
 * {@link Explain} takes apart in the first.
 */
final class ExplainScore {

    private static final String WHOLE = "score";
    private static final String OF_DIMENSION = "score-";
    private static final String BOUND = "bound-";

    private final Outcome outcome;
    private final Score score;

    /** Gets ready to explain the score of what ran. */
    ExplainScore(Outcome outcome) {
        this.outcome = outcome;
        this.score = Objects.requireNonNull(outcome.scorecard().score(), "an experiment scores what it runs");
    }

    /** The ids that are explained here. */
    static List<String> ids() {
        return Stream.concat(
                        Stream.of(WHOLE),
                        Stream.of(OF_DIMENSION, BOUND)
                                .flatMap(start ->
                                        Stream.of(Dimension.values()).map(dimension -> start + dimension.word())))
                .toList();
    }

    /** Prints about one of {@link #ids}. */
    void print(String id, PrintWriter to) {
        lines(id).forEach(to::println);
    }

    private List<String> lines(String id) {
        Optional<OfDimension> scored = dimension(id, OF_DIMENSION);
        Optional<OfDimension> bounded = dimension(id, BOUND);
        if (scored.isPresent()) {
            return ScoreExplanation.ofDimension(score, scored.get());
        }
        return bounded.map(of -> ScoreExplanation.ofBound(score, of, parts(of.dimension())))
                .orElseGet(() -> ScoreExplanation.ofTotal(score));
    }

    private Optional<OfDimension> dimension(String id, String start) {
        return score.dimensions().stream()
                .filter(each -> id.equals(start + each.dimension().word()))
                .findFirst();
    }

    private List<List<Double>> parts(Dimension dimension) {
        Bound bound = new Bound(outcome.plan().lab());
        double years = outcome.plan().lab().horizon().years();
        return IntStream.range(0, outcome.variant().size())
                .mapToObj(k -> bound.best(
                                dimension,
                                outcome.variant().get(k),
                                outcome.baseline().get(k))
                        .map(best ->
                                best.parts().stream().map(part -> part / years).toList())
                        .orElse(List.of()))
                .toList();
    }
}
