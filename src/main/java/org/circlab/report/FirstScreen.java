package org.circlab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.circlab.experiment.Plan;
import org.circlab.ledger.Chart;
import org.circlab.model.Actor;
import org.circlab.model.Grade;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.scenario.Effective;
import org.circlab.score.Score;
import org.circlab.score.Scorecard;

/**
 * What a run says at first sight, for people who decide and people who check: what changes, for whom, by which flows, how sure
 * that is and what it rests on; in words first. At most {@value #WIDTH} characters wide.
 */
public final class FirstScreen {

    /** The widest line. */
    public static final int WIDTH = 100;

    private static final int FLOWS = 3;
    private static final int SOURCES = 2;
    private static final Columns FLOW = new Columns(28, 30, 26, -10);
    private static final Columns SOURCE = new Columns(-8, 8, 80);

    private final ScoredRun run;
    private final Plan plan;
    private final Lab lab;
    private final Scorecard scorecard;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private FirstScreen(ScoredRun run, Paint paint) {
        this.run = run;
        this.plan = run.outcome().plan();
        this.lab = plan.lab();
        this.scorecard = run.outcome().scorecard();
        this.paint = paint;
    }

    /**
     * The lines of the screen.
     *
     * @param folder where the result files are, as the user named it
     */
    public static List<String> lines(ScoredRun run, Path folder, Paint paint) {
        FirstScreen screen = new FirstScreen(run, paint);
        screen.title();
        screen.lines.add("");
        screen.add(new Headline(screen.scorecard, run.scenario().baselineName()).text());
        Score score = screen.scorecard.score();
        if (score != null) {
            screen.add(ScoreText.line(score, run.scenario().baselineName()));
        }
        screen.lines.add("");
        screen.lines.addAll(new ChangeTable(run, paint).lines());
        screen.lines.add("");
        screen.flows();
        screen.lines.add("");
        List<String> targets = new TargetLines(run.outcome(), paint).lines();
        screen.lines.addAll(targets);
        if (!targets.isEmpty()) {
            screen.lines.add("");
        }
        screen.certainty();
        screen.sources();
        screen.add("All figures and sources: " + folder + "; to take one apart, say --explain disposed");
        return List.copyOf(screen.lines);
    }

    private void title() {
        Effective scenario = run.scenario();
        Horizon horizon = lab.horizon();
        lines.add(paint.heading(Columns.cut(lab.name(), WIDTH)));
        boolean named = !scenario.variantName().equals(scenario.variant());
        add("Variant: " + scenario.variantName() + (named ? " (" + scenario.variant() + ")" : "")
                + (scenario.about().isEmpty() ? "" : ". " + scenario.about()));
        if (!run.sets().isEmpty()) {
            add("Set for this run: " + String.join("; ", run.sets()));
        }
        add("Window: %s to %s%s".formatted(horizon.start(), horizon.end().minusDays(1), warmUp(horizon)));
        boolean isUsual = scenario.baselineName().equals(Headline.USUAL);
        add("Compared with " + scenario.baselineName() + (isUsual ? ", the same years without the exchange" : "") + "; "
                + replications() + ", seed " + plan.seed());
    }

    private static String warmUp(Horizon horizon) {
        return horizon.warmUpStart().equals(horizon.start())
                ? ""
                : ", after a warm-up from " + horizon.warmUpStart() + " that is left out";
    }

    private String replications() {
        return plan.replications() == 1 ? "1 replication" : plan.replications() + " replications";
    }

    private void flows() {
        List<FlowChange> changes = FlowChange.of(run.outcome());
        if (changes.isEmpty()) {
            lines.add(paint.heading("NEW FLOWS") + ": none; nothing moves that does not move in "
                    + run.scenario().baselineName());
            return;
        }
        Map<String, String> names = lab.actors().stream().collect(Collectors.toMap(Actor::id, Actor::name));
        Map<String, String> materials =
                lab.materials().stream().collect(Collectors.toMap(Material::id, Material::name));
        Scale scale = Scale.of("t/yr", changes.get(0).increase());
        lines.add(paint.heading(FLOW.line("LARGEST NEW FLOWS", "", "material", scale.unit() + " more")));
        for (FlowChange change : changes.subList(0, Math.min(FLOWS, changes.size()))) {
            lines.add(FLOW.line(
                    "  " + names.getOrDefault(change.from(), change.from()),
                    "→ "
                            + (change.to().equals(Chart.EXPORT)
                                    ? "buyers outside the lab"
                                    : names.getOrDefault(change.to(), change.to())),
                    materials.getOrDefault(change.material(), change.material()),
                    scale.text(change.increase())));
        }
        if (changes.size() > FLOWS) {
            lines.add("  and " + (changes.size() - FLOWS) + " smaller in flows.csv");
        }
    }

    private void certainty() {
        lines.add(paint.heading("HOW SURE, AND FROM WHERE"));
        if (plan.replications() == 1) {
            indented(
                    "One replication shows nothing of chance; with --replications 10 each difference gets an interval.");
        } else {
            indented("± is a 95 % interval of the mean difference over " + replications()
                    + ", runs of both sides with the same luck: chance in the model, not errors in the figures.");
        }
    }

    private String massShare(String of, Grade grade) {
        double percent = scorecard.indicator(of + "-" + grade.word()).variant().mean();
        return Rounded.percent(percent / 100);
    }

    private void sources() {
        List<SourceUse> uses = SourceUse.of(lab, run.outcome().variant()).stream()
                .filter(use -> use.shareOfArising() > 0)
                .limit(SOURCES)
                .toList();
        indented("The weakest figure behind what moves is " + byGrade(" for ", grade -> massShare("routed", grade))
                + " of the mass.");
        indented("Waste arising rests on figures that are " + byGrade(" ", grade -> massShare("arising", grade))
                + (uses.isEmpty() ? "." : "; most of it on"));
        for (SourceUse use : uses) {
            lines.add(SOURCE.line(
                    Rounded.percent(use.shareOfArising()),
                    use.source().grade().word(),
                    use.source().ref()));
        }
    }

    private static String byGrade(String to, Function<Grade, String> value) {
        List<String> parts = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            parts.add(grade.word() + to + value.apply(grade));
        }
        return String.join(", ", parts);
    }

    private void add(String text) {
        lines.addAll(Columns.wrap(text, WIDTH));
    }

    private void indented(String text) {
        Columns.wrap(text, WIDTH - 2).forEach(line -> lines.add("  " + line));
    }
}
