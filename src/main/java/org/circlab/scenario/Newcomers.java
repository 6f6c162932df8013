package org.circlab.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ids that a patch declares and its target has not. Where such a part lacks what it needs, its id may be a slip of one that
 * is there, which the advice then names.
 */
final class Newcomers {

    /** What is missing in a part that was meant to patch another. */
    private static final Set<String> LACKS = Set.of(FindingCode.MISSING_KEY.name(), FindingCode.NO_PLACE.name());

    /** For so many the nearest id is looked for, since that takes long among many. */
    private static final int MOST_ADVISED = 100;

    /**
     * An id and those it stands beside.
     *
     * @param id of the patch
     * @param others of its target
     */
    private record Newcomer(String id, Set<String> others) {}

    private final Map<String, Newcomer> byPath = new LinkedHashMap<>();

    /** Takes note of one. */
    void add(Spot spot, String id, Set<String> others) {
        byPath.put(spot.path(), new Newcomer(id, others));
    }

    /** The findings, the first that each newcomer lacks something with the id that may be meant. */
    List<Finding> advised(Collection<Finding> findings) {
        Map<String, Newcomer> left = new LinkedHashMap<>(byPath);
        return findings.stream()
                .map(finding -> LACKS.contains(finding.code()) && byPath.size() - left.size() < MOST_ADVISED
                        ? advised(finding, left)
                        : finding)
                .toList();
    }

    private static Finding advised(Finding finding, Map<String, Newcomer> left) {
        return above(finding.path())
                .flatMap(path -> Optional.ofNullable(left.remove(path)).flatMap(each -> near(path, each)).stream())
                .findFirst()
                .map(finding::advising)
                .orElse(finding);
    }

    /** The path and all that it lies in, the outermost first. */
    private static Stream<String> above(String path) {
        String whole = path + ".";
        return Stream.iterate(whole.indexOf('.'), end -> end >= 0, end -> whole.indexOf('.', end + 1))
                .map(end -> whole.substring(0, end));
    }

    private static Optional<String> near(String path, Newcomer newcomer) {
        List<String> map = List.of(path.split("\\.", -1));
        return Format.isKeyedById(map.subList(0, map.size() - 1))
                ? Suggestion.nearest(newcomer.id(), newcomer.others())
                        .map(near -> "Or is '" + newcomer.id() + "', which is new here, meant to be '" + near + "'?")
                : Optional.empty();
    }
}
