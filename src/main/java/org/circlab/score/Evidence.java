package org.circlab.score;

import java.util.Arrays;
import java.util.List;
import org.circlab.model.Grade;

/** How well the figures behind the result are known. */
final class Evidence {

    static final List<Indicator> ALL =
            Arrays.stream(Grade.values()).map(Evidence::share).toList();

    private Evidence() {}

    private static Indicator share(Grade grade) {
        Measure measure = new Measure(
                "arising-" + grade.word(),
                "Share of arising that is " + grade.word(),
                "%",
                Sense.NEITHER,
                "evidence",
                "mass arising from figures of grade '" + grade.word()
                        + "' / arising. The four grades add up to 100 %. Does not apply where nothing arises.",
                "");
        return new Indicator(
                measure,
                Reckoning.Ratio.percent(
                        Amount.arising("of grade '" + grade.word() + "'", arisen -> arisen.grade() == grade),
                        Amount.arising("waste arising", arisen -> true)));
    }
}
