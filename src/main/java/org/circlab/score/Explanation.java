package org.circlab.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlab.model.Lab;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;

/**
 * How an indicator came about in one replication, in the variant and in business as usual.
 *
 * @param measure the definition
 * @param rule how the value follows from the terms, in words
 * @param variant value and terms of the variant
 * @param baseline value and terms of business as usual, the same terms in the same order
 */
public record Explanation(Measure measure, String rule, Side variant, Side baseline) {

    /**
     * One of the two.
     *
     * @param value in the measure's unit; NaN where it does not apply
     * @param terms that it is reckoned from
     */
    public record Side(double value, List<Term> terms) {
        public Side {
            terms = List.copyOf(terms);
        }
    }

    /** The ids that can be explained for a lab: those of the program, its own, then what is scored in each dimension. */
    public static List<String> ids(Lab lab) {
        return Stream.concat(
                        Indicators.measures(lab).stream().map(Measure::id),
                        Stream.of(Dimension.values()).map(Explanation::scoredId))
                .toList();
    }

    private static String scoredId(Dimension dimension) {
        return "scored-" + dimension.word();
    }

    /**
     * Explains the first replication.
     *
     * @param id one of {@link #ids} of the variant
     * @return nothing where there is no such indicator
     */
    public static Optional<Explanation> of(Replications variant, Replications baseline, String id) {
        Window with = variant.window(0, baseline, baseline);
        Window without = baseline.window(0, baseline, variant);
        Optional<Explanation> scored = Stream.of(Dimension.values())
                .filter(dimension -> scoredId(dimension).equals(id))
                .findFirst()
                .map(dimension -> scoredOf(dimension, with, without));
        return scored.isPresent() ? scored : indicatorOf(variant, with, without, id);
    }

    /** The stock of both counts at the prices of the variant. */
    private static Explanation scoredOf(Dimension dimension, Window with, Window without) {
        Scored scored = Scored.of(dimension);
        Bound bound = new Bound(with.lab());
        return new Explanation(
                Score.measure(scoredId(dimension)).orElseThrow(),
                "the first term + the second",
                new Side(scored.value(bound, with), scored.terms(bound, with)),
                new Side(scored.value(bound, without), scored.terms(bound, without)));
    }

    private static Optional<Explanation> indicatorOf(Replications variant, Window with, Window without, String id) {
        Optional<Explanation> own = ownOf(new OwnIndicators(variant.lab().indicators()), with, without, id);
        return own.isPresent()
                ? own
                : Indicators.ALL.stream()
                        .filter(indicator -> indicator.measure().id().equals(id))
                        .findFirst()
                        .map(indicator -> new Explanation(
                                indicator.measure(),
                                indicator.reckoning().rule(),
                                side(indicator, with),
                                side(indicator, without)));
    }

    private static Side side(Indicator indicator, Window window) {
        return new Side(indicator.read(window).value(), indicator.reckoning().terms(window));
    }

    private static Optional<Explanation> ownOf(OwnIndicators own, Window with, Window without, String id) {
        List<Reading> variant = Indicators.of(with);
        List<Reading> baseline = Indicators.of(without);
        return own.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .map(measure -> new Explanation(
                        measure,
                        "the formula, with the terms by their names; each is explained by --explain with its name",
                        ownSide(own, variant, id),
                        ownSide(own, baseline, id)));
    }

    private static Side ownSide(OwnIndicators own, List<Reading> readings, String id) {
        double value = own.of(readings).stream()
                .filter(reading -> reading.measure().id().equals(id))
                .mapToDouble(Reading::value)
                .findFirst()
                .orElse(Double.NaN);
        return new Side(value, own.terms(id, readings));
    }
}
