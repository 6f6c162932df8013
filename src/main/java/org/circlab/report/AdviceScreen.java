package org.circlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlab.experiment.Precision;
import org.circlab.experiment.warmup.Settling;
import org.circlab.model.Horizon;
import org.circlab.score.Compared;
import org.circlab.score.Estimate;
import org.circlab.score.Measure;

/** Whether the warm-up is long enough and how many replications it takes, for people. */
public final class AdviceScreen {

    private static final List<String> KEYS =
            List.of("disposed", "exchanged", "diversion-rate", "virgin-bought", "ghg-net", "net-cost");
    private static final List<Double> WIDTHS = List.of(0.05, 0.01, 0.001);
    private static final Columns SETTLING = new Columns(24, 14, 58);
    private static final Columns NUMBER = new Columns(33, 10, -22, -7, -7, -7);
    private static final int MOST_ADVISED = 1_000_000;

    private AdviceScreen() {}

    /** The lines, at most {@link FirstScreen#WIDTH} wide. */
    public static List<String> lines(Advice advice, Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading(SETTLING.line("WARM-UP (MSER-5)", "settled from", "")));
        advice.settlings().forEach(each -> lines.add(settling(each)));
        lines.addAll(Columns.wrap(verdict(advice), FirstScreen.WIDTH));
        lines.add("");
        lines.add(paint.heading(
                NUMBER.line("REPLICATIONS FOR A HALF-WIDTH OF", "", "difference ± 95 %", "5 %", "1 %", "0.1 %")));
        KEYS.forEach(id -> find(advice, id).ifPresent(compared -> lines.add(number(compared))));
        advice.pilot().indicators().stream()
                .filter(compared -> compared.measure().group().equals(Measure.OWN))
                .forEach(compared -> lines.add(number(compared)));
        lines.addAll(Columns.wrap(
                "Of the difference to business as usual, as " + advice.pilot().replications()
                        + " replications foretell it: n (±now / ±wanted)²; the fewer they are, the more roughly. 'run --until"
                        + " net-cost=\"1 %\"' goes on until it is reached.",
                FirstScreen.WIDTH));
        return lines;
    }

    private static String settling(Settling settling) {
        if (settling.settled() == null) {
            return SETTLING.line("  " + settling.series().words(), "-", "no sign of it in the first half of the run");
        }
        String late = settling.matters()
                ? "the window's mean is off by "
                        + Rounded.difference(
                                settling.bias().mean(), settling.bias().halfWidth()) + " t"
                : settling.change() != null
                        ? "after what the scenario changes on " + settling.change()
                        : "after the window began, within chance or 1 % of its mean";
        return SETTLING.line(
                "  " + settling.series().words(),
                settling.settled().toString(),
                settling.isLate() ? late : "before the window begins");
    }

    /** What to do about the warm-up, in words. */
    private static String verdict(Advice advice) {
        Horizon horizon = advice.horizon();
        Optional<String> late = late(advice.settlings());
        if (late.isPresent()) {
            return late.get();
        }
        if (advice.settlings().stream()
                .anyMatch(each -> each.settled() == null || (each.isLate() && each.change() != null))) {
            return "Whether the warm-up is long enough cannot be told: the run is too short, has a trend, or dated changes"
                    + " keep it from settling.";
        }
        return "The warm-up from " + horizon.warmUpStart() + " to " + horizon.start() + " is long enough.";
    }

    /**
     * One sentence where the warm-up is too short.
     *
     * @return nothing where it is long enough, or that cannot be told, as where the scenario itself changes something in between
     */
    public static Optional<String> late(List<Settling> settlings) {
        return settlings.stream()
                .filter(Settling::matters)
                .max((a, b) -> Double.compare(share(a), share(b)))
                .map(worst ->
                        "The warm-up seems too short: what is " + worst.series().words() + " settles only from "
                                + worst.settled() + ", after the window begins, and shifts its mean by "
                                + Rounded.percent(share(worst))
                                + ". Lengthen horizon.warm-up.");
    }

    private static double share(Settling settling) {
        return Math.abs(settling.bias().mean() / settling.level());
    }

    private static Optional<Compared> find(Advice advice, String id) {
        return advice.pilot().indicators().stream()
                .filter(compared -> compared.measure().id().equals(id))
                .filter(compared -> Double.isFinite(compared.difference().mean()))
                .findFirst();
    }

    private static String number(Compared compared) {
        Estimate difference = compared.difference();
        List<String> cells = new ArrayList<>(List.of(
                "  " + compared.measure().id(),
                compared.measure().unit(),
                Rounded.difference(difference.mean(), difference.halfWidth())));
        WIDTHS.forEach(
                width -> cells.add(advised(new Precision(compared.measure().id(), width, true), difference)));
        return NUMBER.line(cells.toArray(String[]::new));
    }

    private static String advised(Precision precision, Estimate pilot) {
        int advised = precision.advised(pilot);
        return advised > MOST_ADVISED ? "never" : Rounded.of(advised);
    }
}
