package org.circlab.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.report.Chronicle;
import org.circlab.report.Periods;
import org.circlab.report.Remedy;
import org.circlab.report.ScoredRun;
import org.circlab.report.SourceUse;
import org.circlab.report.Watched;
import org.circlab.report.graph.FlowGraph;
import org.circlab.report.graph.Link;
import org.circlab.report.sankey.View;
import org.circlab.scenario.Effective;
import org.circlab.score.Comparison.Candidate;
import org.circlab.score.ComplianceClock;
import org.circlab.score.Replications;
import org.circlab.score.TargetClock;
import org.circlab.simulation.Unmatched;

/**
 * What a page that compares keeps of a run: its scorecard and the sums of its flows, but not its accounts, so that memory does not
 * grow with the number of replications that many candidates have together.
 *
 * @param candidate what it is compared by
 * @param scenario that ran
 * @param version of the program
 * @param sets the overrides {@code path=value} it was given, in order
 * @param seed where chance started
 * @param graph of its flows: the variant, then what it is compared with
 * @param periods the same flows in each of the years, or of a few spans of years; none where the window lies in one
 * @param variant its months
 * @param baseline the months of what it is compared with
 * @param targets of the law, in the variant
 * @param usualTargets the same in what it is compared with
 * @param unmatched what became of the variant's offers and needs, by replication
 * @param remedies what would have more of them taken, as {@code explain} has found for this run; empty where nobody asked
 * @param sources what its figures rest on, what most waste rests on first
 * @param notes what else is known of each link, by {@link FlowGraph#key}: in the variant, as usual, and of the difference
 */
public record ComparedRun(
        Candidate candidate,
        Effective scenario,
        String version,
        List<String> sets,
        long seed,
        FlowGraph graph,
        List<Periods.Period> periods,
        Chronicle variant,
        Chronicle baseline,
        List<TargetClock> targets,
        List<TargetClock> usualTargets,
        List<Unmatched> unmatched,
        List<Remedy> remedies,
        List<SourceUse> sources,
        Map<String, List<Note>> notes) {

    private static final List<View> VIEWS = List.of(View.of(0), View.of(1), new View(0, 1));

    /**
     * What is known of a link beside its mass.
     *
     * @param words to be put behind it
     * @param halfWidthGrams of the interval around it; NaN with one replication
     */
    public record Note(String words, double halfWidthGrams) {

        /** What is known of a link in which several are joined. */
        static final Note NOTHING = new Note("", 0);
    }

    public ComparedRun {
        sets = List.copyOf(sets);
        periods = List.copyOf(periods);
        targets = List.copyOf(targets);
        usualTargets = List.copyOf(usualTargets);
        unmatched = List.copyOf(unmatched);
        remedies = List.copyOf(remedies);
        sources = List.copyOf(sources);
        notes = Map.copyOf(notes);
    }

    /**
     * Keeps what is needed of a finished run.
     *
     * @param name of the candidate
     * @param watched what was seen while it lasted
     * @param remedies that {@code explain} has found for it
     */
    public static ComparedRun of(String name, ScoredRun run, Watched watched, List<Remedy> remedies) {
        Outcome outcome = run.outcome();
        Plan plan = outcome.plan();
        Periods flows = Periods.of(run, watched, Integer.MAX_VALUE);
        FlowGraph graph = flows.whole().graph();
        LinkFigures figures = new LinkFigures(outcome, graph);
        Map<String, List<Note>> notes = new LinkedHashMap<>();
        for (int i = 0; i < graph.links().size(); i++) {
            int index = i;
            Link link = graph.links().get(i);
            notes.put(
                    graph.key(link),
                    VIEWS.stream()
                            .map(view -> new Note(
                                    figures.words(view, index),
                                    figures.mass(view, index).halfWidth() / graph.tonnesPerYear(1)))
                            .toList());
        }
        return new ComparedRun(
                new Candidate(name, plan.lab(), outcome.scorecard()),
                run.scenario(),
                run.version(),
                run.sets(),
                plan.seed(),
                graph,
                flows.periods(),
                watched.variant(),
                watched.baseline(),
                ComplianceClock.of(new Replications(plan.lab(), outcome.variant())),
                ComplianceClock.of(new Replications(plan.baseline(), outcome.baseline())),
                watched.unmatched(),
                remedies,
                SourceUse.of(plan.lab(), outcome.variant()),
                notes);
    }

    /** The flows of the window, then of each period. */
    List<FlowGraph> graphs() {
        List<FlowGraph> graphs = new ArrayList<>(List.of(graph));
        periods.forEach(period -> graphs.add(period.graph()));
        return graphs;
    }

    /** What is known of a link: in the variant (0), as usual (1), of the difference (2). */
    Note note(String key, int view) {
        List<Note> known = notes.get(key);
        return known == null ? Note.NOTHING : known.get(view);
    }
}
