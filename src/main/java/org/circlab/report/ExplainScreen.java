package org.circlab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.circlab.experiment.whynot.Explanation;
import org.circlab.experiment.whynot.Funnel;
import org.circlab.experiment.whynot.Passage;
import org.circlab.experiment.whynot.Stop;
import org.circlab.experiment.whynot.Subject;
import org.circlab.experiment.whynot.Subject.Side;
import org.circlab.experiment.whynot.WhyNot;
import org.circlab.model.Actor;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Material;

/**
 * What {@code explain} says, for people who run plants: how far everything came and where it was stopped, then for the largest
 * streams and needs what would change that. At most {@value FirstScreen#WIDTH} characters wide, but for the changes, which are
 * there to be copied.
 */
public final class ExplainScreen {

    private static final int MOST_ROWS = 5;
    private static final double GRAMS_PER_TONNE = 1e6;
    private static final Columns STEP = new Columns(62, -14, -8);
    private static final Columns ROW = new Columns(29, -10, -10, -10, GateWords.WIDTH);

    private final Answer answer;
    private final Lab lab;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private ExplainScreen(Answer answer, Paint paint) {
        this.answer = answer;
        this.lab = answer.explanation().lab();
        this.paint = paint;
    }

    /**
     * The lines of the screen.
     *
     * @param folder where the result files are, as the user named it
     */
    public static List<String> lines(Answer answer, Path folder, Paint paint) {
        ExplainScreen screen = new ExplainScreen(answer, paint);
        screen.title();
        screen.funnel(Side.OFFER);
        screen.funnel(Side.NEED);
        screen.changes();
        screen.lines.add("");
        screen.add("All streams, needs and changes: " + folder);
        return List.copyOf(screen.lines);
    }

    private void title() {
        Horizon horizon = lab.horizon();
        lines.add(paint.heading(Columns.cut(lab.name(), FirstScreen.WIDTH)));
        String name = answer.scenario().variantName();
        String id = answer.scenario().variant();
        add("Variant: " + name + (name.equals(id) ? "" : " (" + id + ")"));
        if (!answer.sets().isEmpty()) {
            add("Set for this run: " + String.join("; ", answer.sets()));
        }
        add("Window: " + horizon.start() + " to " + horizon.end().minusDays(1) + "; replication 1, seed "
                + answer.question().seed() + about());
    }

    private String about() {
        String actor = answer.question().actor();
        String material = answer.question().material();
        return (actor == null ? "" : "; only " + actor) + (material == null ? "" : "; only " + material);
    }

    private void funnel(Side side) {
        Funnel funnel = answer.explanation().funnel();
        Passage total = funnel.total(side);
        if (total.equals(Passage.NONE)) {
            return;
        }
        lines.add("");
        steps(side, total);
        SortedMap<String, Passage> materials = funnel.byMaterial(side);
        SortedMap<String, Passage> actors = funnel.byActor(side);
        if (materials.size() > 1) {
            Map<String, String> names =
                    lab.materials().stream().collect(Collectors.toMap(Material::id, Material::name));
            String title = side == Side.OFFER ? "BY MATERIAL (t)" : "BY WHAT IS NEEDED (t)";
            rows(side, title, materials, funnel.soldGrams(Subject::material), names);
        }
        if (actors.size() > 1) {
            Map<String, String> names = lab.actors().stream().collect(Collectors.toMap(Actor::id, Actor::name));
            rows(side, "BY ACTOR (t)", actors, funnel.soldGrams(Subject::actor), names);
        }
    }

    /** From all that there was to all that was traded; what is added up adds up to the gram, before it is rounded. */
    private void steps(Side side, Passage total) {
        boolean offers = side == Side.OFFER;
        long all = total.openingGrams() + total.offeredGrams();
        lines.add(paint.heading(STEP.line(offers ? "HOW FAR OFFERS CAME" : "HOW FAR NEEDS WERE MET", "t", "share")));
        step(offers ? total.openingGrams() > 0 ? "Offered, or waiting at the start" : "Offered" : "Needed", all, all);
        for (Stop stop : total.stops()) {
            step("  - " + GateWords.of(side, stop.gate()), stop.grams(), all);
        }
        if (total.closingGrams() > 0) {
            step("  - still waiting at the end", total.closingGrams(), all);
        }
        long sold = answer.explanation().funnel().soldGrams(Subject::actor).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (offers && sold > 0) {
            step("    (of what was not taken, sold outside the lab)", sold, all);
        }
        if (offers) {
            step("Exchanged", total.tradedGrams(), all);
            if (total.contractedGrams() > 0) {
                step("    under contracts", total.contractedGrams(), all);
                step("    matched by the exchange", total.exchangedGrams(), all);
            }
        } else {
            step("Met with what others give", total.exchangedGrams(), all);
        }
    }

    private void step(String words, long grams, long all) {
        lines.add(STEP.line(words, tonnes(grams), all == 0 ? "-" : Rounded.percent((double) grams / all)));
    }

    /** The rows of which most was stopped and not sold. */
    private void rows(
            Side side,
            String title,
            SortedMap<String, Passage> sums,
            SortedMap<String, Long> sold,
            Map<String, String> names) {
        boolean offers = side == Side.OFFER;
        List<String> largest = sums.keySet().stream()
                .filter(id -> stopped(sums, id) > 0)
                .sorted(Comparator.comparingLong(id -> (offers ? sold.getOrDefault(id, 0L) : 0) - stopped(sums, id)))
                .toList();
        if (largest.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.heading(ROW.line(
                title,
                offers ? "offered" : "needed",
                offers ? "exchanged" : "met",
                offers ? "not taken" : "bought",
                "mostly because")));
        for (String id : largest.subList(0, Math.min(MOST_ROWS, largest.size()))) {
            Passage passage = sums.getOrDefault(id, Passage.NONE);
            boolean isSold = offers && 2 * sold.getOrDefault(id, 0L) > passage.stoppedGrams();
            lines.add(ROW.line(
                    "  " + names.getOrDefault(id, id),
                    tonnes(passage.openingGrams() + passage.offeredGrams()),
                    tonnes(passage.tradedGrams()),
                    tonnes(passage.stoppedGrams()),
                    isSold ? "sold outside the lab" : mostly(side, passage)));
        }
        if (largest.size() > MOST_ROWS) {
            lines.add("  and " + (largest.size() - MOST_ROWS) + " more in funnel.csv");
        }
    }

    private static long stopped(SortedMap<String, Passage> sums, String id) {
        return sums.getOrDefault(id, Passage.NONE).stoppedGrams();
    }

    private static String mostly(Side side, Passage passage) {
        return passage.stops().stream()
                .max(Comparator.comparingLong(Stop::grams))
                .map(stop -> GateWords.of(side, stop.gate()))
                .orElse("");
    }

    private void changes() {
        Explanation explanation = answer.explanation();
        if (explanation.explained().isEmpty()) {
            nothing(explanation.funnel());
            return;
        }
        lines.add("");
        lines.add(paint.heading("WHAT WOULD CHANGE IT"));
        add("Each change below would, alone, have had at least " + WhyNot.ENOUGH_PERCENT
                + " % of it traded, and is the smallest of its kind to 1 %: found and proved by running the lab "
                + explanation.runs()
                + " times under the same random numbers. It says what would do, not what it costs.");
        ExplainedLines words = new ExplainedLines(lab);
        explanation.explained().forEach(each -> {
            lines.add("");
            lines.addAll(words.of(each));
        });
    }

    private void nothing(Funnel funnel) {
        boolean none = funnel.rows().stream().noneMatch(row -> row.unmatchedGrams() > 0);
        if (none) {
            lines.add("");
            add(
                    funnel.rows().isEmpty()
                            ? "Nothing of that kind was offered or needed."
                            : "All that was offered was taken, and all that was needed was met.");
        }
    }

    private static String tonnes(long grams) {
        return Rounded.of(grams / GRAMS_PER_TONNE);
    }

    private void add(String text) {
        lines.addAll(Columns.wrap(text, FirstScreen.WIDTH));
    }
}
