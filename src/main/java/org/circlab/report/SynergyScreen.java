package org.circlab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.experiment.synergy.Assessment;
import org.circlab.experiment.synergy.BreakEven;
import org.circlab.experiment.synergy.Credit;
import org.circlab.experiment.synergy.Gain;
import org.circlab.experiment.synergy.Realised;
import org.circlab.experiment.synergy.Synergy;
import org.circlab.ledger.Chart;
import org.circlab.model.Actor;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.score.ActorResult;
import org.circlab.score.Estimate;
import org.circlab.score.Joining;
import org.jspecify.annotations.Nullable;

/**
 * What {@code synergies} says, for people who run plants: who would join, what each synergy brings, and where it would end. At
 * most {@value FirstScreen#WIDTH} characters wide, but for the changes, which are there to be copied.
 */
public final class SynergyScreen {

    private static final int MOST_OTHERS = 5;
    private static final int INDENT = 4;
    private static final Columns MEMBER = new Columns(38, -26, -14, -14);
    private static final Columns CREDIT = new Columns(40, -13, -13, -13, -13);

    private final Assessed assessed;
    private final Assessment assessment;
    private final Lab lab;
    private final Paint paint;
    private final Map<String, String> actors;
    private final Map<String, String> materials;
    private final List<String> lines = new ArrayList<>();

    private SynergyScreen(Assessed assessed, Paint paint) {
        this.assessed = assessed;
        this.assessment = assessed.assessment();
        this.lab = assessed.run().outcome().plan().lab();
        this.paint = paint;
        this.actors = lab.actors().stream().collect(Collectors.toMap(Actor::id, Actor::name));
        this.materials = lab.materials().stream().collect(Collectors.toMap(Material::id, Material::name));
    }

    /**
     * The lines of the screen.
     *
     * @param folder where the result files are, as the user named it
     */
    public static List<String> lines(Assessed assessed, Path folder, Paint paint) {
        SynergyScreen screen = new SynergyScreen(assessed, paint);
        screen.title();
        if (assessed.assessment().credits().isEmpty()) {
            screen.add("Nobody hands on more than in the baseline: there is no synergy to assess.");
        } else {
            screen.words();
            screen.joining();
            screen.credit();
            screen.breakEven();
        }
        screen.lines.add("");
        screen.add("All figures, and how to run the lab without a synergy: " + folder);
        return List.copyOf(screen.lines);
    }

    private void title() {
        Horizon horizon = lab.horizon();
        lines.add(paint.heading(Columns.cut(lab.name(), FirstScreen.WIDTH)));
        String name = assessed.run().scenario().variantName();
        String id = assessed.run().scenario().variant();
        add("Variant: " + name + (name.equals(id) ? "" : " (" + id + ")"));
        if (!assessed.run().sets().isEmpty()) {
            add("Set for this run: " + String.join("; ", assessed.run().sets()));
        }
        int replications = assessed.run().outcome().plan().replications();
        add("Window: " + horizon.start() + " to " + horizon.end().minusDays(1) + "; "
                + (replications == 1 ? "1 replication" : replications + " replications") + ", seed "
                + assessed.run().outcome().plan().seed());
        lines.add("");
    }

    /** The largest synergies in words. */
    private void words() {
        assessment.credits().stream()
                .limit(3)
                .forEach(credit -> add("Without " + name(credit.synergy()) + " the lab would, every year, "
                        + SynergyWords.loss(credit) + "."));
    }

    private void joining() {
        Joining joining = assessment.joining();
        lines.add("");
        lines.add(paint.heading(MEMBER.line("WHO WOULD JOIN (EUR/yr)", "gains ± 95 %", "transfer", "gains with it")));
        for (Joining.Member member : joining.members()) {
            boolean asked = joining.answer() == Joining.Answer.TRANSFER;
            lines.add(MEMBER.line(
                    "  " + member.name(),
                    Rounded.difference(member.gain().mean(), member.gain().halfWidth()),
                    asked ? Rounded.signed(member.transfer()) : "",
                    asked ? Rounded.signed(member.gainAfter()) : ""));
        }
        lines.add(MEMBER.line(
                "  All of them",
                Rounded.difference(joining.surplus().mean(), joining.surplus().halfWidth()),
                "",
                ""));
        add(SynergyWords.answer(joining));
        others(joining);
    }

    /** Parties that are not asked and yet touched. */
    private void others(Joining joining) {
        Set<String> members =
                joining.members().stream().map(Joining.Member::actor).collect(Collectors.toSet());
        List<String> touched = assessed.run().outcome().scorecard().actors().stream()
                .filter(actor -> !members.contains(actor.actor()))
                .filter(actor -> actor.actor().equals(Chart.STATE)
                        || !Chart.reservedNames().contains(actor.actor()))
                .filter(actor -> SynergyWords.isClear(actor.net().difference()))
                .sorted(Comparator.comparingDouble(SynergyScreen::minusSize))
                .limit(MOST_OTHERS)
                .map(actor -> actor.name() + " "
                        + Rounded.signed(actor.net().difference().mean()))
                .toList();
        if (!touched.isEmpty()) {
            add("Not asked, since they take part in none of it: " + String.join("; ", touched)
                    + ". Taxes are no gain of members, and the state pays nobody here.");
        }
    }

    private static double minusSize(ActorResult actor) {
        return -Math.abs(actor.net().difference().mean());
    }

    private void credit() {
        lines.add("");
        lines.add(paint.heading(
                CREDIT.line("LOST WITHOUT IT, a year", "exchanged t", "virgin t", "GHG tCO2e", "cost EUR")));
        for (Credit credit : assessment.credits()) {
            lines.add(CREDIT.line(
                    "  " + name(credit.synergy()),
                    Rounded.of(credit.lost(Gain.EXCHANGED).mean()),
                    Rounded.of(credit.lost(Gain.VIRGIN).mean()),
                    Rounded.of(credit.lost(Gain.GHG).mean()),
                    Rounded.of(credit.lost(Gain.COST).mean())));
            add(SynergyWords.space(credit), INDENT);
        }
        int more =
                assessment.realised().synergies().size() - assessment.credits().size();
        if (more > 0) {
            add("And " + more + " smaller ones, which --top was not asked for.");
        }
        if (assessment.realised().slight() > 0) {
            add("Left as they are, since they bring less than " + Rounded.percent(Realised.SLIGHT) + " of the mass: "
                    + assessment.realised().slight() + " more.");
        }
        shapley();
    }

    private void shapley() {
        if (assessment.shapleyReplications() == 0) {
            boolean many = assessment.realised().synergies().size() > Assessment.MOST_PLAYERS;
            add(
                    many
                            ? "More than " + Assessment.MOST_PLAYERS
                                    + " synergies: their shares in what all bring (Shapley values) are not reckoned."
                            : "");
            return;
        }
        lines.add("");
        lines.add(paint.heading(
                CREDIT.line("SHARE IN WHAT ALL BRING, a year", "exchanged t", "virgin t", "GHG tCO2e", "cost EUR")));
        for (Credit credit : assessment.credits()) {
            row("  " + name(credit.synergy()), credit.shapley());
        }
        row("  All together", assessment.together());
        add("Shapley values: over all orders in which the synergies could have come about, "
                + "each set of them run for " + assessment.shapleyReplications()
                + " replications. Without any, what was built for them is paid for nevertheless.");
    }

    private void row(String name, @Nullable List<Estimate> values) {
        if (values != null) {
            String[] cells = Stream.concat(Stream.of(name), values.stream().map(each -> Rounded.of(each.mean())))
                    .toArray(String[]::new);
            lines.add(CREDIT.line(cells));
        }
    }

    private void breakEven() {
        if (assessment.breakEvens().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.heading("WHERE IT WOULD END"));
        add(
                "One value changes and all else stays. It pays while the books of both sides together gain by it; it trades while"
                        + " at least half of its mass moves. Both ends were run in replication 1 and are within 1 % of each other.");
        for (Credit credit : assessment.credits()) {
            List<BreakEven> its = assessment.breakEvens().stream()
                    .filter(each -> each.synergy().equals(credit.synergy()))
                    .toList();
            if (!its.isEmpty()) {
                add(name(credit.synergy()));
                lines.addAll(BreakEvenLines.of(its));
            }
        }
    }

    private String name(Synergy synergy) {
        return materials.getOrDefault(synergy.material(), synergy.material()) + ", "
                + actors.getOrDefault(synergy.donor(), synergy.donor()) + " to "
                + actors.getOrDefault(synergy.receiver(), synergy.receiver());
    }

    private void add(String text) {
        add(text, 0);
    }

    private void add(String text, int indent) {
        if (!text.isEmpty()) {
            Columns.wrap(text, FirstScreen.WIDTH - indent).forEach(line -> lines.add(" ".repeat(indent) + line));
        }
    }
}
