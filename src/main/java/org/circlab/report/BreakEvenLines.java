package org.circlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.experiment.synergy.BreakEven;

/** Where one synergy would end, in a few lines; paths of values are not broken, since they are there to be copied. */
final class BreakEvenLines {

    private static final int INDENT = 4;

    private BreakEvenLines() {}

    /** The lines about the values that were moved for one synergy. */
    static List<String> of(List<BreakEven> breakEvens) {
        List<String> lines = new ArrayList<>();
        for (BreakEven each : breakEvens) {
            if (!isNone(each)) {
                String value = each.kind().word() + ", now " + each.now() + "   (--set " + each.path() + "=...)";
                lines.add(" ".repeat(INDENT) + value);
                indented(lines, INDENT + 2, turns(each));
            }
        }
        String none = breakEvens.stream()
                .filter(BreakEvenLines::isNone)
                .map(each -> each.kind().word() + " between " + each.lowest() + " and " + each.highest())
                .collect(Collectors.joining("; "));
        if (!none.isEmpty()) {
            indented(lines, INDENT, "no break-even: " + none);
        }
        return lines;
    }

    private static boolean isNone(BreakEven each) {
        return each.pays().isNone() && each.trades().isNone();
    }

    private static String turns(BreakEven each) {
        return Stream.of(turn(each.pays(), each.paysNow() ? "pays" : "does not pay"), turn(each.trades(), "trades"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String turn(BreakEven.Turn turn, String verb) {
        return Stream.of(turn.below(), turn.above())
                .filter(Objects::nonNull)
                .map(end -> verb + " at " + end.fails() + ", no more at " + end.does())
                .collect(Collectors.joining("; "));
    }

    private static void indented(List<String> lines, int indent, String text) {
        Columns.wrap(text, FirstScreen.WIDTH - indent).forEach(line -> lines.add(" ".repeat(indent) + line));
    }
}
