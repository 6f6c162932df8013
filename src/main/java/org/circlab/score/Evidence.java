package org.circlab.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.model.Grade;

/** How well the figures behind the result are known. */
final class Evidence {

    static final List<Indicator> ALL = Stream.concat(
                    Arrays.stream(Grade.values()).map(Evidence::ofArising),
                    Arrays.stream(Grade.values()).map(Evidence::ofRouted))
            .toList();

    private Evidence() {}

    private static Indicator ofArising(Grade grade) {
        return share(
                "arising-" + grade.word(),
                "Share of arising that is " + grade.word(),
                "mass arising from figures of grade '" + grade.word()
                        + "' / arising. The four grades add up to 100 %. Does not apply where nothing arises.",
                Amount.arising("of grade '" + grade.word() + "'", arisen -> arisen.grade() == grade),
                Amount.arising("waste arising", arisen -> true));
    }

    private static Indicator ofRouted(Grade grade) {
        return share(
                "routed-" + grade.word(),
                "Share of routed mass that is " + grade.word(),
                "mass received by contract, on the exchange or for disposal where the weaker of the sender's figures (arising,"
                        + " or line and recipe) and the receiver's (line, need or site) is of grade '" + grade.word()
                        + "' / all mass so received. What was behind earlier flows of the same material is not looked at. The four grades add up to 100 %. Does not apply where nothing moves.",
                Amount.flows(
                        "of grade '" + grade.word() + "'",
                        flow -> Window.isRouted(flow) && flow.route().grade() == grade),
                Amount.flows("routed mass", Window::isRouted));
    }

    private static Indicator share(String id, String title, String formula, Amount of, Amount all) {
        return new Indicator(
                new Measure(id, title, "%", Sense.NEITHER, "evidence", formula, ""), Reckoning.Ratio.percent(of, all));
    }
}
