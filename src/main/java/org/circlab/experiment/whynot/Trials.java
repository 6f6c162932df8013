package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What changes gain for the subjects that are explained; each change is run once, whoever asks and however often. */
final class Trials {

    private static final long IMPOSSIBLE = Long.MIN_VALUE;

    private final Rerun rerun;
    private final List<Subject> subjects;
    private final List<Long> before;
    private final Map<String, List<Long>> known = new ConcurrentHashMap<>();

    Trials(Rerun rerun, Course unchanged, List<Subject> subjects) {
        this.rerun = rerun;
        this.subjects = List.copyOf(subjects);
        this.before = traded(unchanged);
    }

    /** Grams more that are traded of a subject with a change; {@link Long#MIN_VALUE} where the change cannot be. */
    long gain(Subject subject, String set) {
        int index = subjects.indexOf(subject);
        List<Long> after = known.computeIfAbsent(set, this::run);
        return after.isEmpty() ? IMPOSSIBLE : after.get(index) - before.get(index);
    }

    private List<Long> run(String set) {
        Optional<Course> course = rerun.with(set);
        return course.map(this::traded).orElse(List.of());
    }

    private List<Long> traded(Course course) {
        List<Long> traded = new ArrayList<>();
        subjects.forEach(subject -> traded.add(course.tradedGrams(subject)));
        return traded;
    }
}
