package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake does not drag others behind it: what rests on a broken part stays silent. */
class CascadeTest {

    private static final Tree.Keyed TREE =
            (Tree.Keyed) TreeParser.parse(new SourceText("tiny.yaml", Tiny.TEXT, true), false, new Findings())
                    .orElseThrow();

    private static List<Finding> findings(Tree.Keyed tree) {
        String text = TreeWriter.write(tree);
        return ScenarioFile.of(Path.of("tiny.yaml"), new SourceText("tiny.yaml", text, true))
                .validate();
    }

    private static List<Finding> errors(Tree.Keyed tree) {
        return findings(tree).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    static Stream<String> paths() {
        List<String> paths = new ArrayList<>();
        collect(TREE, "", paths);
        return paths.stream().filter(path -> !path.startsWith("variants"));
    }

    private static void collect(Tree.Keyed map, String path, List<String> paths) {
        map.entries().forEach((key, entry) -> {
            String here = path.isEmpty() ? key : path + "." + key;
            paths.add(here);
            if (entry.value() instanceof Tree.Keyed below) {
                collect(below, here, paths);
            }
        });
    }

    /** The tree with what stands at a path replaced, or removed where nothing replaces it. */
    private static Tree.Keyed changed(Tree.Keyed tree, List<String> path, List<Tree> replacement) {
        String key = path.get(0);
        if (path.size() > 1) {
            Tree.Keyed below = tree.keyedAt(key).orElseThrow();
            return tree.with(key, changed(below, path.subList(1, path.size()), replacement));
        }
        return replacement.isEmpty() ? tree.without(key) : tree.with(key, replacement.get(0));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aValueOfTheWrongKindIsOneError(String path) {
        Tree value = TREE;
        for (String step : path.split("\\.", -1)) {
            value = ((Tree.Keyed) value).at(step).orElseThrow();
        }
        Tree wrong = value instanceof Tree.Listed
                ? new Tree.Keyed(TREE.mark(), Map.of())
                : new Tree.Listed(TREE.mark(), List.of());
        List<Finding> errors = errors(changed(TREE, List.of(path.split("\\.", -1)), List.of(wrong))).stream()
                .filter(finding -> !finding.code().startsWith("UNKNOWN_"))
                .toList();
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aMissingPartIsMissedOnlyWhereItIsNamed(String path) {
        String id = path.substring(path.lastIndexOf('.') + 1);
        long named =
                Pattern.compile("\\b" + id + "\\b").matcher(Tiny.TEXT).results().count();
        List<Finding> errors = errors(changed(TREE, List.of(path.split("\\.", -1)), List.of()));
        boolean section =
                Set.of("materials", "seasons", "processes", "actors", "fleets").contains(id);
        assertThat(errors.size()).as("%s", errors).isLessThanOrEqualTo(section ? 14 : (int) named + 1);
    }

    @Test
    void aBrokenProcessSilencesWhatRestsOnItsLine() {
        Tree.Keyed broken = changed(
                TREE, List.of("processes", "pressing", "loss", "air"), List.of(new Tree.Text(TREE.mark(), "20 %")));
        Tree.Keyed resting =
                changed(broken, List.of("contracts", "fill", "existing"), List.of(new Tree.Text(TREE.mark(), "no")));
        assertThat(findings(resting).stream().map(Finding::code)).containsExactly("BAD_SHARES");
    }

    @Test
    void oneBrokenSiteSilencesTheSearchForRoutes() {
        Tree.Keyed broken = changed(
                TREE,
                List.of("actors", "dump", "disposes", "landfill", "accepts"),
                List.of(new Tree.Listed(TREE.mark(), List.of(new Tree.Text(TREE.mark(), "ahs")))));
        assertThat(findings(broken).stream().map(Finding::code)).containsExactly("UNKNOWN_MATERIAL");
    }
}
