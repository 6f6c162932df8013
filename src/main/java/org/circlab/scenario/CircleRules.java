package org.circlab.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.circlab.model.Actor;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * No tonne becomes more than itself by going round: where lines make one material of another, and one stands for another in
 * needs, the factors along a circle must not multiply to more than one. A circle that gains is found as one of negative length
 * where each step is as long as the negative logarithm of its factor (Bellman and Ford; as arbitrage is found among
 * currencies).
 */
final class CircleRules {

    /** Ratios are written with few digits: a third of three is one. */
    private static final double ROUNDING = 1e-6;

    /**
     * A tonne of one material makes or stands for so many of another.
     *
     * @param gain the logarithm of how many
     */
    private record Step(int from, int to, double gain, String path, String words) {}

    private final List<String> materials;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private CircleRules(Draft draft) {
        TreeSet<String> named = new TreeSet<>(draft.materialsById().keySet());
        for (Actor actor : draft.actors()) {
            Draft.gives(actor).forEach(named::add);
            Draft.takes(actor).forEach(named::add);
            actor.needs().forEach(need -> named.add(need.id()));
        }
        this.materials = List.copyOf(named);
        materials.forEach(material -> numbers.put(material, numbers.size()));
        for (Actor actor : draft.actors()) {
            String path = "actors." + actor.id();
            actor.needs().forEach(need -> add(need, path + ".needs." + need.id()));
            actor.lines().forEach(line -> add(line, path + ".runs." + line.id()));
        }
    }

    private void add(Need need, String path) {
        for (Need.Accepted accepted : need.accepts()) {
            add(
                    accepted.material(),
                    need.id(),
                    accepted.ratio(),
                    path + ".accepts." + accepted.material(),
                    "stands for " + tonnes(accepted.ratio()) + " of " + need.id() + " in " + path);
        }
    }

    private void add(Line line, String path) {
        Recipe recipe = line.recipe();
        for (String taken : recipe.takes()) {
            for (Recipe.Output output : recipe.outputs()) {
                double factor = output.share() / (1 - recipe.addedShare());
                add(
                        taken,
                        output.material(),
                        factor,
                        path,
                        "makes " + tonnes(factor) + " of " + output.material() + " in " + path);
            }
        }
    }

    private void add(String from, String to, double factor, String path, String words) {
        if (factor > 0 && Double.isFinite(factor)) {
            steps.add(new Step(number(from), number(to), StrictMath.log(factor), path, words));
        }
    }

    private int number(String material) {
        return Objects.requireNonNull(numbers.get(material), material);
    }

    private static String tonnes(double factor) {
        return String.format(Locale.ROOT, "%.3g t", factor);
    }

    static void noTonneGains(Draft draft, Reporter reporter) {
        CircleRules rules = new CircleRules(draft);
        List<Step> circle = rules.gainingCircle();
        while (!circle.isEmpty()) {
            if (circle.stream().allMatch(step -> reporter.sound(step.path())) && reporter.sound("processes")) {
                rules.report(circle, reporter);
            }
            Step told = circle.get(0);
            rules.steps.removeIf(step -> step.from() == told.from() && step.to() == told.to());
            circle = rules.gainingCircle();
        }
    }

    private void report(List<Step> circle, Reporter reporter) {
        double gain = circle.stream().mapToDouble(Step::gain).sum();
        Step first = circle.get(0);
        String chain = circle.stream()
                .map(step -> "a tonne of " + materials.get(step.from()) + " " + step.words())
                .collect(Collectors.joining(", "));
        reporter.report(
                FindingCode.CIRCLE_GAINS,
                first.path(),
                "Going round, a tonne of '" + materials.get(first.from()) + "' becomes " + tonnes(StrictMath.exp(gain))
                        + " of itself: " + chain + ".",
                "Lower a ratio or a yield so that the factors multiply to 1 at most.");
    }

    /** The steps of a circle that gains, from the first that is written; empty if there is none. */
    private List<Step> gainingCircle() {
        double[] best = new double[materials.size()];
        Step[] last = new Step[materials.size()];
        int reached = -1;
        for (int round = 0; round <= materials.size(); round++) {
            reached = -1;
            for (Step step : steps) {
                double there = best[step.from()] + step.gain();
                if (there > best[step.to()] + ROUNDING) {
                    best[step.to()] = there;
                    last[step.to()] = step;
                    reached = step.to();
                }
            }
            if (reached < 0) {
                return List.of();
            }
        }
        return circleBefore(reached, last);
    }

    private List<Step> circleBefore(int material, @Nullable Step[] last) {
        boolean[] seen = new boolean[materials.size()];
        int at = material;
        while (!seen[at]) {
            seen[at] = true;
            at = before(at, last).from();
        }
        List<Step> circle = new ArrayList<>();
        int start = at;
        do {
            Step step = before(at, last);
            circle.add(0, step);
            at = step.from();
        } while (at != start);
        int first = circle.stream().mapToInt(steps::indexOf).min().orElse(0);
        while (steps.indexOf(circle.get(0)) != first) {
            circle.add(circle.remove(0));
        }
        return circle;
    }

    private static Step before(int material, @Nullable Step[] last) {
        return Objects.requireNonNull(last[material], "what was reached late is reached over a circle");
    }
}
