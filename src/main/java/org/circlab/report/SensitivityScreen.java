package org.circlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.circlab.experiment.sensitivity.MorrisDesign.ElementaryEffects;
import org.circlab.experiment.sensitivity.Response;
import org.circlab.experiment.sensitivity.SobolIndices;

/** What each factor does to a response, in words first. At most {@link FirstScreen#WIDTH} wide. */
public final class SensitivityScreen {

    private static final Columns SHARE = new Columns(46, -22, -26);
    private static final Columns EFFECT = new Columns(44, -13, -20, 18);
    private static final double TELLS = 0.01;
    private static final int NAMED = 3;

    private SensitivityScreen() {}

    /** How the variance of a response is shared out among the factors. */
    public static List<String> shares(Response response, List<String> paths, SobolIndices indices) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Columns.wrap(title(response) + range(response), FirstScreen.WIDTH));
        if (!(indices.variance() > 0)) {
            lines.add(nothing(response));
            return lines;
        }
        List<Integer> order =
                order(paths.size(), i -> indices.factors().get(i).total().value());
        lines.addAll(Columns.wrap(sharesInWords(paths, indices, order), FirstScreen.WIDTH));
        lines.add(SHARE.line("  of the variance", "alone (95 %)", "and with others (95 %)"));
        for (int i : order) {
            SobolIndices.OfFactor factor = indices.factors().get(i);
            lines.add(SHARE.line("  " + paths.get(i), share(factor.first()), share(factor.total())));
        }
        return lines;
    }

    private static String sharesInWords(List<String> paths, SobolIndices indices, List<Integer> order) {
        List<String> alone = new ArrayList<>();
        double together = 1;
        for (int i : order) {
            double share = indices.factors().get(i).first().value();
            together -= share;
            if (share > TELLS && alone.size() < NAMED) {
                alone.add(Rounded.percent(Math.min(1, share)) + " comes from " + paths.get(i) + " alone");
            }
        }
        String first = alone.isEmpty()
                ? "None of the factors does much alone"
                : "Of what makes it uncertain, " + String.join(", ", alone);
        return first + (together > TELLS ? "; " + Rounded.percent(together) + " from several at once." : ".");
    }

    private static String share(SobolIndices.Share share) {
        return percent(share.value()) + " (" + percent(share.low95()) + " to " + percent(share.high95()) + ")";
    }

    /** An estimate may lie a little outside of what it estimates. */
    private static String percent(double share) {
        return Rounded.percent(Math.max(0, Math.min(1, share)));
    }

    /** What each factor changes over its range. */
    public static List<String> effects(Response response, List<String> paths, List<ElementaryEffects> effects) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Columns.wrap(title(response) + range(response), FirstScreen.WIDTH));
        List<Integer> order = order(paths.size(), i -> effects.get(i).size().mean());
        double largest = effects.get(order.get(0)).size().mean();
        if (!(largest > 0)) {
            lines.add(nothing(response));
            return lines;
        }
        lines.addAll(Columns.wrap(effectsInWords(response, paths, effects, order), FirstScreen.WIDTH));
        lines.add(EFFECT.line("  over the whole range", "on average", "size ± 95 %", ""));
        for (int i : order) {
            ElementaryEffects effect = effects.get(i);
            lines.add(EFFECT.line(
                    "  " + paths.get(i),
                    Rounded.signed(effect.mean().mean()),
                    Rounded.interval(
                            effect.size().mean(),
                            effect.size().high95() - effect.size().mean()),
                    shape(effect)));
        }
        return lines;
    }

    private static String effectsInWords(
            Response response, List<String> paths, List<ElementaryEffects> effects, List<Integer> order) {
        double largest = effects.get(order.get(0)).size().mean();
        List<String> telling = order.stream()
                .filter(i -> effects.get(i).size().mean() > TELLS * largest)
                .limit(NAMED)
                .map(i -> paths.get(i) + " (" + Rounded.of(effects.get(i).size().mean()) + ")")
                .toList();
        List<String> idle = order.stream()
                .filter(i -> effects.get(i).size().mean() <= TELLS * largest)
                .map(paths::get)
                .toList();
        return "It is moved most, over the whole range and in "
                + response.indicator().unit() + ", by "
                + String.join(", ", telling) + "."
                + (idle.isEmpty() ? "" : " Hardly at all by " + String.join(", ", idle) + ".");
    }

    /**
     * How steady an effect is, by sigma / mu*: the bounds are those of Garcia Sanchez, Lacarriere, Musy, Bourges, <i>Energy and
     * Buildings</i> 68, 2014.
     */
    private static String shape(ElementaryEffects effect) {
        double ratio = effect.deviation() / effect.size().mean();
        if (effect.steps() == 0) {
            return "not known";
        }
        if (effect.size().mean() == 0) {
            return "none";
        }
        if (!(ratio >= 0.1)) {
            return "straight";
        }
        return ratio < 0.5 ? "one way" : ratio < 1 ? "mostly one way" : "either way";
    }

    private static List<Integer> order(int size, IntToDoubleFunction value) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> Double.isNaN(value.applyAsDouble(i)) ? 0 : -value.applyAsDouble(i)))
                .toList();
    }

    private static String title(Response response) {
        return response.indicator().title() + ", " + response.indicator().unit() + ", "
                + response.subject().words() + ": ";
    }

    private static String range(Response response) {
        double[] known = response.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return "not known at any point.";
        }
        String unknown = response.unknown() > 0 ? ", not known at " + response.unknown() : "";
        return "from " + Rounded.of(known[0]) + " to " + Rounded.of(known[known.length - 1]) + " over "
                + response.values().size() + " points" + unknown + ".";
    }

    private static String nothing(Response response) {
        return response.unknown() == response.values().size()
                ? "  No point could be run, or it does not apply."
                : "  It does not change with any of the factors.";
    }
}
