package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Parallel;
import org.circlab.experiment.Progress;

/** Answers why offers were not matched and needs not met. Start reading here. */
public final class WhyNot {

    /** The part of what was unmatched, in per cent, that must be traded with a change that is proposed. */
    public static final int ENOUGH_PERCENT = 95;

    private final Course course;
    private final Trials trials;

    private WhyNot(Course course, Trials trials) {
        this.course = course;
        this.trials = trials;
    }

    /**
     * Runs replication 1, and again with changes until the smallest are found.
     *
     * @param progress hears of each search for a change that has ended
     * @throws org.circlab.scenario.ScenarioException if the lab itself has errors
     * @throws org.circlab.simulation.SimulationException if it does not run to its end
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays; all runs have
     *     ended then
     */
    public static Explanation explain(Labs labs, Question question, Progress progress) {
        Rerun rerun = new Rerun(labs, question.seed());
        Course course = rerun.unchanged();
        Funnel funnel = new Funnel(course.funnel().rows().stream()
                .filter(row -> question.isAbout(row.subject()))
                .toList());
        List<Funnel.Row> rows = new ArrayList<>(largest(funnel, Subject.Side.OFFER, question.top()));
        rows.addAll(largest(funnel, Subject.Side.NEED, question.top()));
        List<Subject> subjects = rows.stream().map(Funnel.Row::subject).toList();
        WhyNot whyNot = new WhyNot(course, new Trials(rerun, course, subjects));
        List<Explained> explained = whyNot.explain(rows, question.threads(), progress);
        return new Explanation(course.network().lab(), funnel, explained, rerun.runs());
    }

    /** The largest unmatched, what is sold outside the lab after what is disposed of. */
    private static List<Funnel.Row> largest(Funnel funnel, Subject.Side side, int top) {
        return funnel.rows().stream()
                .filter(row -> row.subject().side() == side && row.unmatchedGrams() > 0)
                .sorted(Comparator.comparing(Funnel.Row::sold)
                        .thenComparing(Funnel.Row::unmatchedGrams, Comparator.reverseOrder()))
                .limit(top)
                .toList();
    }

    /** The levers of one dimension for one stream or need, which are searched one after the other. */
    private record Task(Funnel.Row row, Dimension dimension, List<Lever> levers) {}

    private List<Explained> explain(List<Funnel.Row> rows, int threads, Progress progress) {
        List<Task> tasks = rows.stream().flatMap(row -> tasks(row).stream()).toList();
        List<Callable<Optional<Proposal>>> searches = new ArrayList<>();
        tasks.forEach(task -> searches.add(() -> search(task)));
        List<Optional<Proposal>> found = Parallel.all(searches, threads, progress);
        Diagnosis diagnosis = new Diagnosis(course);
        List<Explained> explained = new ArrayList<>();
        for (Funnel.Row row : rows) {
            List<Proposal> proposals = new ArrayList<>();
            List<Dimension> inVain = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                Dimension dimension = tasks.get(i).dimension();
                if (tasks.get(i).row().equals(row)) {
                    found.get(i).ifPresentOrElse(proposals::add, () -> inVain.add(dimension));
                }
            }
            explained.add(diagnosis.of(row, proposals, inVain));
        }
        return explained;
    }

    private List<Task> tasks(Funnel.Row row) {
        Map<Dimension, List<Lever>> byDimension = new EnumMap<>(Dimension.class);
        for (Lever lever : Levers.of(course, row)) {
            byDimension
                    .computeIfAbsent(lever.dimension(), any -> new ArrayList<>())
                    .add(lever);
        }
        List<Task> tasks = new ArrayList<>();
        byDimension.forEach((dimension, levers) -> tasks.add(new Task(row, dimension, levers)));
        return tasks;
    }

    private Optional<Proposal> search(Task task) {
        Subject subject = task.row().subject();
        long unmatched = task.row().unmatchedGrams();
        long enough = unmatched - unmatched * (100 - ENOUGH_PERCENT) / 100;
        Search search = new Search(enough, set -> trials.gain(subject, set));
        return task.levers().stream()
                .map(search::smallest)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
