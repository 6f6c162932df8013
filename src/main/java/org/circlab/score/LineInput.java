package org.circlab.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.circlab.ledger.Flow;
import org.circlab.model.Actor;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.circlab.model.Recipe.Effort;

/**
 * What lines receive, times what their processes state for a tonne of total input. Accounts tell the actor, the operation and the
 * material of what is received, but not the line: where material may have gone to several lines, or to a line or a need, of which the
 * figure differs, nobody can tell.
 */
final class LineInput {

    private final Map<String, Actor> actors = new HashMap<>();
    private final Window window;
    private final Function<Effort, OptionalDouble> factor;

    private LineInput(Window window, Function<Effort, OptionalDouble> factor) {
        this.window = window;
        this.factor = factor;
        window.lab().actors().forEach(actor -> actors.put(actor.id(), actor));
    }

    /** What is received by lines that state the figure, times the figure, over {@code divisor}. */
    static Amount times(String name, String unit, double divisor, Function<Effort, OptionalDouble> factor) {
        return new Amount(name, unit, divisor, (window, tally) -> {
            LineInput input = new LineInput(window, factor);
            for (Flow flow : window.accounts().flows()) {
                OptionalDouble figure = input.figure(flow);
                if (figure.isPresent()) {
                    Amount.addFlow(tally, flow, flow.grams() * figure.getAsDouble());
                }
            }
        });
    }

    /** Mass that lines receive which do not state the figure. */
    static Amount without(String name, Function<Effort, OptionalDouble> factor) {
        return Amount.mass(name, (window, tally) -> {
            LineInput input = new LineInput(window, factor);
            for (Flow flow : window.accounts().flows()) {
                if (!input.figures(flow).isEmpty() && input.figure(flow).isEmpty()) {
                    Amount.addFlow(tally, flow, (double) flow.grams());
                }
            }
        });
    }

    /** The figure for a tonne received; NaN where several differ; nothing where there is no line, or it does not state it. */
    private OptionalDouble figure(Flow flow) {
        List<OptionalDouble> figures = figures(flow);
        if (figures.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean told = figures.stream().distinct().count() == 1;
        return told ? figures.get(0) : OptionalDouble.of(Double.NaN);
    }

    /** Of each line that a flow may have gone to, for a tonne received; 0 for a need, where a line is possible too. */
    private List<OptionalDouble> figures(Flow flow) {
        Actor actor = actors.get(window.chart().parties().get(flow.route().to()));
        Operation operation = flow.route().operation();
        if (actor == null || operation == null || !Window.isRouted(flow) || Window.isFinal(flow)) {
            return List.of();
        }
        String material = window.chart().materials().get(flow.route().material());
        List<OptionalDouble> figures = new ArrayList<>();
        for (Line line : actor.lines()) {
            Recipe recipe = line.recipe();
            if (recipe.operation() == operation && recipe.takes().contains(material)) {
                figures.add(perTonneTaken(recipe));
            }
        }
        if (!figures.isEmpty() && actor.needs().stream().anyMatch(need -> takes(need, operation, material))) {
            figures.add(OptionalDouble.of(0));
        }
        return figures;
    }

    private OptionalDouble perTonneTaken(Recipe recipe) {
        OptionalDouble stated = factor.apply(recipe.effort());
        double added = recipe.adds().stream().mapToDouble(Recipe.Added::share).sum();
        return stated.isPresent() ? OptionalDouble.of(stated.getAsDouble() / (1 - added)) : stated;
    }

    private static boolean takes(Need need, Operation operation, String material) {
        return need.operation() == operation
                && need.accepts().stream().anyMatch(each -> each.material().equals(material));
    }
}
