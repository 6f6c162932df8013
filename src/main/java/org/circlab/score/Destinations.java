package org.circlab.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.model.Actor;
import org.circlab.model.DisposalSite;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Operation;

/** Where material goes, and under which operation it is received there. */
final class Destinations {

    private static final String GROUP = "destination";
    private static final String ANNEXES = "Directive 2008/98/EC, annexes I and II";
    private static final String SUM =
            " Used at its origin, exchanged, sites in the lab and routes outside are together every"
                    + " receipt of the lab's material.";

    static final List<Indicator> ALL = all();

    private Destinations() {}

    private static List<Indicator> all() {
        List<Indicator> list = new ArrayList<>();
        list.add(to(
                "used-at-origin",
                "Used where it came from",
                "received by a line or need of the same actor",
                flow -> Window.isRouted(flow)
                        && !Window.isFinal(flow)
                        && !flow.route().isSynergy()));
        list.add(new Indicator(
                measure("to-sites-in-lab", "To disposal sites of the lab", "received by a disposal site of an actor"),
                Amount.flows("to sites in the lab", (window, flow) -> isFinal(flow) && !isOutside(window, flow))));
        list.add(new Indicator(
                measure(
                        "to-routes-outside",
                        "To disposal routes outside",
                        "received by a disposal route outside the lab"),
                Amount.flows("to routes outside", (window, flow) -> isFinal(flow) && isOutside(window, flow))));
        for (Operation operation : Operation.values()) {
            list.add(ofOperation(operation));
        }
        return List.copyOf(list);
    }

    private static boolean isFinal(Flow flow) {
        return Window.isRouted(flow) && Window.isFinal(flow);
    }

    private static boolean isOutside(Window window, Flow flow) {
        return flow.route().to() == window.chart().world(Chart.DISPOSAL);
    }

    private static Indicator to(String id, String title, String formula, Predicate<Flow> counts) {
        return new Indicator(measure(id, title, formula), Amount.flows(title.toLowerCase(Locale.ROOT), counts));
    }

    private static Measure measure(String id, String title, String formula) {
        return new Measure(id, title, "t/yr", Sense.NEITHER, GROUP, formula + "." + SUM, "");
    }

    private static Indicator ofOperation(Operation operation) {
        Measure measure = new Measure(
                "received-" + operation.code().toLowerCase(Locale.ROOT),
                "Received under " + operation.code(),
                "t/yr",
                Sense.NEITHER,
                GROUP,
                "received by lines, needs and sites under operation " + operation.code()
                        + ". Material that passes through several operations is counted at each of them. Does not apply where"
                        + " nobody in the lab works under it.",
                ANNEXES);
        Amount amount = Amount.flows(
                "received under " + operation.code(),
                flow -> Window.isRouted(flow) && flow.route().operation() == operation);
        return new Indicator(measure, new Reckoning.Total(amount), lab -> works(lab, operation));
    }

    private static boolean works(Lab lab, Operation operation) {
        return lab.actors().stream().flatMap(Destinations::operations).anyMatch(operation::equals);
    }

    private static Stream<Operation> operations(Actor actor) {
        return Stream.of(
                        actor.lines().stream().map(Line::recipe).map(recipe -> recipe.operation()),
                        actor.needs().stream().map(Need::operation),
                        actor.sites().stream().map(DisposalSite::operation))
                .flatMap(each -> each);
    }
}
