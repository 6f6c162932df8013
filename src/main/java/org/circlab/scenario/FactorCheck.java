package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Quantity;
import org.circlab.quantity.QuantityException;
import org.circlab.scenario.Factor.Between;
import org.circlab.scenario.Factor.Domain;
import org.circlab.scenario.Factor.Levels;
import org.circlab.scenario.Factor.Uncertain;

/** Whether what a study varies is there in a lab, and whether its values can stand there. */
final class FactorCheck {

    private static final String BASELINE = "baseline";

    private final Tree.Keyed lab;
    private final Findings findings;

    /** Checks against a lab as it is written, and what it takes from the catalogue. */
    FactorCheck(Tree.Keyed lab, Findings findings) {
        this.lab = Likeness.putIn(lab, new Findings());
        this.findings = findings;
    }

    /** Whether the lab has or may have a value at a path; a finding if not. */
    boolean isThere(String path, Spot spot) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (steps.stream().anyMatch(String::isBlank)) {
            return none(path, spot, "Write it like policy.landfill-tax.");
        }
        if (steps.get(0).equals(BASELINE)) {
            return cannotVary(path, spot);
        }
        for (int i = 1; i < steps.size(); i++) {
            List<String> before = steps.subList(0, i);
            if (isByPath(before)) {
                return true;
            }
            Set<String> ids = Scope.keysAt(lab, String.join(".", before));
            if (Format.isKeyedById(before) && !ids.contains(steps.get(i))) {
                return none(
                        path,
                        spot,
                        "There is no '" + steps.get(i) + "' in " + String.join(".", before) + ". "
                                + Suggestion.maybe(steps.get(i), ids));
            }
            if (Format.at(steps.subList(0, i + 1)).isEmpty()) {
                return none(path, spot, Suggestion.maybe(steps.get(i), keysOf(before)));
            }
        }
        return Format.at(steps).isPresent() || none(path, spot, Suggestion.maybe(steps.get(0), keysOf(List.of())));
    }

    /** All points of a variant are compared with one lab, whose hash its results are kept under. */
    private boolean cannotVary(String path, Spot spot) {
        findings.add(
                FindingCode.NO_FACTOR,
                spot,
                "'" + path + "' cannot be varied: a variant is compared with the same at all points.",
                "Run several variants, each with a baseline of its own, or a study for each"
                        + " with --set baseline=... and --name.");
        return false;
    }

    private boolean none(String path, Spot spot, String advice) {
        findings.add(FindingCode.NO_FACTOR, spot, "The lab has no value at '" + path + "'.", advice.strip());
        return false;
    }

    private static boolean isByPath(List<String> path) {
        return Format.at(path).stream()
                .flatMap(Format::alternatives)
                .anyMatch(shape -> shape instanceof Shape.ByPath || shape instanceof Shape.ByStream);
    }

    private static Set<String> keysOf(List<String> path) {
        Set<String> keys = new TreeSet<>();
        (path.isEmpty() ? Stream.of(Format.LAB) : Format.at(path).stream().flatMap(Format::alternatives))
                .forEach(shape -> {
                    if (shape instanceof Part part) {
                        part.keys().forEach(key -> keys.add(key.name()));
                    }
                });
        return keys;
    }

    /** Tells a value that cannot stand at a path; ranges are told by their ends. */
    void check(String path, Domain domain, Spot spot) {
        List<Shape> shapes = Format.at(List.of(path.split("\\.", -1))).stream()
                .flatMap(Format::alternatives)
                .toList();
        if (shapes.isEmpty()) {
            return;
        }
        boolean numeric = shapes.stream().anyMatch(shape -> dimension(shape).isPresent());
        boolean words = shapes.stream().anyMatch(Shape.Single.class::isInstance);
        if (!(domain instanceof Levels) && !numeric) {
            findings.add(
                    FindingCode.NO_FACTOR,
                    spot,
                    "'" + path + "' is no number, so it has no range.",
                    words
                            ? "List its values, separated by commas."
                            : "Go on to one of its parts: " + String.join(", ", keysOf(List.of(path.split("\\.", -1))))
                                    + ".");
            return;
        }
        if (!numeric && !words) {
            findings.add(
                    FindingCode.NO_FACTOR,
                    spot,
                    "'" + path + "' is no single value.",
                    "Go on to one of its parts: " + String.join(", ", keysOf(List.of(path.split("\\.", -1)))) + ".");
            return;
        }
        values(domain).forEach(value -> check(value, shapes, spot));
    }

    private static Stream<String> values(Domain domain) {
        if (domain instanceof Levels levels) {
            return levels.values().stream();
        }
        if (domain instanceof Between range) {
            return Stream.of(range.low(), range.high()).map(end -> FactorText.written(end, range.unit()));
        }
        Uncertain uncertain = (Uncertain) domain;
        return Stream.of(FactorText.written(uncertain.parameters().get(0), uncertain.unit()));
    }

    /** Tells a value that is no quantity of the dimension, or none of the words, that a place takes. */
    private void check(String value, List<Shape> shapes, Spot spot) {
        if (!findings.sound(spot.path()) || EntryName.ofValue(value).isPresent()) {
            return;
        }
        List<String> words = shapes.stream()
                .filter(Shape.Words.class::isInstance)
                .flatMap(shape -> ((Shape.Words) shape).words().stream())
                .toList();
        boolean other =
                shapes.stream().anyMatch(shape -> dimension(shape).isEmpty() && !(shape instanceof Shape.Words));
        if (words.contains(value) || (other && dimensions(shapes).isEmpty())) {
            return;
        }
        Optional<QuantityException> fault = dimensions(shapes).stream()
                .map(dimension -> fault(value, dimension))
                .reduce((first, second) -> first.isEmpty() ? first : second)
                .orElse(Optional.empty());
        if (fault.isPresent() && !other) {
            findings.add(
                    FindingCode.BAD_QUANTITY,
                    spot,
                    fault.get().message() + ".",
                    fault.get().advice());
        } else if (dimensions(shapes).isEmpty() && !words.isEmpty()) {
            findings.add(
                    FindingCode.BAD_WORD,
                    spot,
                    "'" + value + "' means nothing there; it is one of " + String.join(", ", words) + ".",
                    Suggestion.nearest(value, words)
                            .map(near -> "Maybe '" + near + "'?")
                            .orElse(""));
        }
    }

    private static List<Dimension> dimensions(List<Shape> shapes) {
        return shapes.stream().flatMap(shape -> dimension(shape).stream()).toList();
    }

    private static Optional<QuantityException> fault(String value, Dimension dimension) {
        try {
            Quantity.parse(Currencies.likeEuros(value, dimension), dimension);
            return Optional.empty();
        } catch (QuantityException e) {
            return Optional.of(e);
        }
    }

    private static Optional<Dimension> dimension(Shape shape) {
        if (shape instanceof Shape.Figure figure) {
            return Optional.of(figure.measure().dimension());
        }
        if (shape instanceof Shape.Dated dated) {
            return Optional.of(dated.measure().dimension());
        }
        if (shape instanceof Shape.Mass) {
            return Optional.of(Dimension.MASS);
        }
        return shape instanceof Shape.Span ? Optional.of(Dimension.DURATION) : Optional.empty();
    }
}
