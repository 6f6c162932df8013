package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Figure;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Quantity;
import org.circlab.quantity.QuantityException;

/** What a scenario says instead of an entry, against the range that the source of the entry states. */
final class EntryRanges {

    private final Entry entry;
    private final Spot spot;
    private final Findings findings;

    /** The ranges of what stands at {@code spot}. */
    EntryRanges(Entry entry, Spot spot, Findings findings) {
        this.entry = entry;
        this.spot = spot;
        this.findings = findings;
    }

    /** Tells contents of a material that are outside their range. */
    void checkMaterial(Tree.Keyed own) {
        entry.figures().stream()
                .filter(EntryTrees::isContent)
                .forEach(figure -> check(figure, own, List.of("composition", figure.what())));
    }

    /** Tells shares of a process that are outside their range. */
    void checkProcess(Tree.Keyed own, UnaryOperator<String> called) {
        for (Figure figure : entry.figures("yield")) {
            String id = called.apply(figure.what());
            check(figure, own, List.of("yields", id));
            check(figure, own, List.of("yields", id, "share"));
        }
        entry.figures("loss").forEach(figure -> check(figure, own, List.of("loss", figure.what())));
    }

    private void check(Figure figure, Tree.Keyed own, List<String> steps) {
        Optional<Tree.Text> given = at(own, steps);
        if (given.isEmpty() || (figure.low().isEmpty() && figure.high().isEmpty())) {
            return;
        }
        Dimension dimension = figure.what().equals("heating-value") ? Dimension.HEATING_VALUE : Dimension.FRACTION;
        Optional<Double> value = value(given.get().value(), dimension);
        boolean isBelow = !figure.low().isEmpty()
                && value.isPresent()
                && value.get() < value(figure.withUnit(figure.low()), dimension).orElseThrow();
        boolean isAbove = !figure.high().isEmpty()
                && value.isPresent()
                && value.get()
                        > value(figure.withUnit(figure.high()), dimension).orElseThrow();
        if (isBelow || isAbove) {
            String path = spot.path() + "." + String.join(".", steps);
            findings.add(
                    FindingCode.OUTSIDE_CATALOGUE_RANGE,
                    new Spot(given.get().mark(), path),
                    path + " is " + given.get().value() + "; the source of '" + entry.id() + "' states "
                            + figure.shown() + " (" + figure.evidence().cited() + ").",
                    "Say in its 'source' why it differs, or take a value of the range.");
        }
    }

    /** The single value at the end of some steps. */
    static Optional<Tree.Text> at(Tree.Keyed map, List<String> steps) {
        Optional<Tree> here = Optional.of(map);
        for (String step : steps) {
            here = here.flatMap(tree -> tree instanceof Tree.Keyed keyed ? keyed.at(step) : Optional.empty());
        }
        return here.map(tree ->
                        tree instanceof Tree.Keyed keyed ? keyed.at("value").orElse(tree) : tree)
                .filter(Tree.Text.class::isInstance)
                .map(Tree.Text.class::cast);
    }

    /** The number of a text of that dimension; nothing where it is no such text, which its reader tells. */
    static Optional<Double> value(String text, Dimension dimension) {
        try {
            return Optional.of(Quantity.parse(text, dimension).value());
        } catch (QuantityException e) {
            return Optional.empty();
        }
    }
}
