package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The time-varying value that was probably meant by a path that leads to none. The steps of the path are aligned with those of
 * each pattern at least cost, which tells its ids from its words even where steps are missing; an id that it does not tell is
 * one of the lab.
 */
final class NearestPath {

    /** Longer paths are cut, since no pattern has so many steps. */
    private static final int MOST_STEPS = 12;

    private static final int NEAR = 1;
    private static final int SKIPPED = 2;
    private static final int UNTOLD = 2;
    private static final int UNKNOWN = 2;
    private static final int FAR = 4;
    private static final int WORD_AS_ID = 6;

    /** The words of all patterns, which are hardly meant as ids. */
    private static final Set<String> WORDS = TimeVarying.ALL.stream()
            .flatMap(each -> TimeVarying.steps(each.pattern()).stream())
            .collect(Collectors.toSet());

    private final List<String> asked;
    private final Function<String, Set<String>> idsAt;

    private NearestPath(List<String> asked, Function<String, Set<String>> idsAt) {
        this.asked = asked;
        this.idsAt = idsAt;
    }

    /** A whole path, and how much it differs from the one asked for. */
    private record Candidate(String path, int cost) {}

    /** The nearest path, with every id named; {@code idsAt} tells the ids in the map at a path of the lab. */
    static String to(String path, Function<String, Set<String>> idsAt) {
        List<String> steps = TimeVarying.steps(path);
        NearestPath nearest = new NearestPath(steps.subList(0, Math.min(MOST_STEPS, steps.size())), idsAt);
        return TimeVarying.ALL.stream()
                .flatMap(each -> nearest.candidate(TimeVarying.steps(each.pattern())).stream())
                .min(Comparator.comparingInt(Candidate::cost)
                        .thenComparingInt(candidate -> Suggestion.edits(path, candidate.path())))
                .map(Candidate::path)
                .orElseThrow();
    }

    /** The pattern with an id at each star; nothing where the lab has none for it. */
    private Optional<Candidate> candidate(List<String> pattern) {
        int[][] costs = costs(pattern);
        List<String> filled = new ArrayList<>();
        int step = 0;
        int unknown = 0;
        while (filled.size() < pattern.size()) {
            int at = filled.size();
            boolean star = pattern.get(at).equals(TimeVarying.ANY_ID);
            if (step < asked.size() && costs[at][step] == cost(pattern, at, step) + costs[at + 1][step + 1]) {
                unknown += star && !ids(filled).contains(asked.get(step)) ? UNKNOWN : 0;
                filled.add(star ? id(asked.get(step), ids(filled)) : pattern.get(at));
                step++;
            } else if (costs[at][step] == skipping(pattern.get(at)) + costs[at + 1][step]) {
                Optional<String> some = ids(filled).stream().findFirst();
                if (star && some.isEmpty()) {
                    return Optional.empty();
                }
                filled.add(star ? some.orElseThrow() : pattern.get(at));
            } else {
                step++;
            }
        }
        return Optional.of(new Candidate(String.join(".", filled), costs[0][0] + unknown));
    }

    private Set<String> ids(List<String> path) {
        return idsAt.apply(String.join(".", path));
    }

    private static String id(String asked, Set<String> ids) {
        return ids.contains(asked) ? asked : Suggestion.nearest(asked, ids).orElse(asked);
    }

    /** The least cost of aligning what follows in the pattern with what follows in the path. */
    private int[][] costs(List<String> pattern) {
        int[][] costs = new int[pattern.size() + 1][asked.size() + 1];
        for (int at = pattern.size(); at >= 0; at--) {
            for (int step = asked.size(); step >= 0; step--) {
                boolean more = at < pattern.size();
                boolean further = step < asked.size();
                int least = more || further ? Integer.MAX_VALUE : 0;
                least = more ? Math.min(least, skipping(pattern.get(at)) + costs[at + 1][step]) : least;
                least = further ? Math.min(least, SKIPPED + costs[at][step + 1]) : least;
                costs[at][step] =
                        more && further ? Math.min(least, cost(pattern, at, step) + costs[at + 1][step + 1]) : least;
            }
        }
        return costs;
    }

    private static int skipping(String word) {
        return word.equals(TimeVarying.ANY_ID) ? UNTOLD : SKIPPED;
    }

    private int cost(List<String> pattern, int at, int step) {
        String word = pattern.get(at);
        String given = asked.get(step);
        if (word.equals(TimeVarying.ANY_ID)) {
            return WORDS.contains(given) ? WORD_AS_ID : 0;
        }
        if (word.equals(given)) {
            return 0;
        }
        return Suggestion.nearest(given, List.of(word)).isPresent() ? NEAR : FAR;
    }
}
