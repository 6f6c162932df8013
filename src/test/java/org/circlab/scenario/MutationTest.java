package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a valid scenario, reading it ends in a lab or in findings. */
class MutationTest {

    private static final Path RICH = Path.of("src/test/resources/scenario/rich.yaml");
    private static final int EDITS_OF_RICH = 200;
    private static final int EDITS_OF_TINY = 1200;

    private static final List<String> SCRAPS = List.of(
            "null",
            "~",
            "{}",
            "[]",
            "{",
            "}",
            "[",
            "]",
            ":",
            "- ",
            "\t",
            "\n",
            "\"",
            "'",
            "&a ",
            "*a",
            "!x ",
            "<<: ",
            "---\n",
            "? ",
            "NaN",
            "-1",
            "1e999",
            "9999999999999999999 t",
            "0",
            "1e-320 t/yr",
            "%",
            "#",
            "\u0000",
            "\uD83D",
            "\u2028",
            "ž",
            "no",
            "2025-13-01",
            "-999999999-01-01",
            "+999999999-12-31",
            "1e300 yr",
            "source: x\n",
            "value: 1\n",
            "a.b",
            "100000000000000 yr",
            "|",
            ">-\n");

    private static final String TEXT = Tiny.text(RICH)
            .replace("distances: razdalje.csv", "distances: { tes: { anhovo: 160.5 km } }")
            .replace("{ table: prodaja.csv }", "{ 2018: 290 t/yr, 2019: 310 t/yr }")
            .replace("points: points.csv", "vary: { policy.discount-rate: \"2, 4 %/yr\" }")
            .replace("batches: dovozi.csv", "batches: [2024-03-01T08:30 12.5 t, 2024-12-31 1 kg]")
            .replace("{ table: cenik.csv }", "{ 2025-01-01: 90 EUR/t }");
    private static final Tree.Keyed TREE = tree(TEXT);

    private static Tree.Keyed tree(String text) {
        return (Tree.Keyed) TreeParser.parse(new SourceText("rich.yaml", text, true), false, new Findings())
                .orElseThrow();
    }

    /** Reads a text to a lab that reads back and runs, or to findings. */
    private static boolean endsWell(String text) {
        return Mutants.judged(text) != Mutants.End.REFUSED;
    }

    @Test
    void editsOfTheText() {
        assertThat(soundAfterEditsOf(TEXT, EDITS_OF_RICH)).isLessThan(EDITS_OF_RICH);
        assertThat(soundAfterEditsOf(Tiny.TEXT, EDITS_OF_TINY)).isBetween(1, EDITS_OF_TINY - 1);
    }

    private static int soundAfterEditsOf(String text, int edits) {
        int sound = 0;
        for (int seed = 0; seed < edits; seed++) {
            Random random = new Random(seed);
            StringBuilder edited = new StringBuilder(text);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(edited.length());
                int to = Math.min(edited.length(), at + random.nextInt(12));
                edited.replace(at, to, random.nextInt(3) == 0 ? "" : SCRAPS.get(random.nextInt(SCRAPS.size())));
            }
            sound += endsWell(edited.toString()) ? 1 : 0;
        }
        return sound;
    }

    @Test
    void editsOfTheTree() {
        assertThat(soundAfterEditsOf(TREE, 0.001, EDITS_OF_RICH)).isBetween(1, EDITS_OF_RICH - 1);
        assertThat(soundAfterEditsOf(tree(Tiny.TEXT), 0.015, EDITS_OF_TINY)).isBetween(1, EDITS_OF_TINY - 1);
    }

    private static int soundAfterEditsOf(Tree.Keyed tree, double probability, int edits) {
        int sound = 0;
        for (int seed = 0; seed < edits; seed++) {
            Tree edited = edited(tree, new Random(seed), probability);
            sound += endsWell(TreeWriter.write((Tree.Keyed) edited)) ? 1 : 0;
        }
        return sound;
    }

    /** The tree with some values replaced, keys renamed, and members dropped or doubled, each with some probability. */
    private static Tree edited(Tree tree, Random random, double probability) {
        if (tree instanceof Tree.Keyed keyed) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            keyed.entries().forEach((key, entry) -> {
                double chance = random.nextDouble();
                String name = chance < probability ? key + "x" : chance < 2 * probability ? scrap(random) : key;
                Tree value = random.nextDouble() < probability && !key.equals("actors") ? other(random) : entry.value();
                if (chance < 1 - probability) {
                    entries.put(name, new Tree.Entry(entry.mark(), edited(value, random, probability)));
                }
            });
            return new Tree.Keyed(tree.mark(), entries);
        }
        if (tree instanceof Tree.Listed listed) {
            List<Tree> items = new ArrayList<>();
            for (Tree item : listed.items()) {
                items.add(random.nextDouble() < probability ? other(random) : item);
            }
            return new Tree.Listed(tree.mark(), items);
        }
        return random.nextDouble() < probability ? other(random) : tree;
    }

    private static String scrap(Random random) {
        return SCRAPS.get(random.nextInt(SCRAPS.size())).replace("\u0000", "").replace("\uD83D", "");
    }

    private static Tree other(Random random) {
        Mark mark = TREE.mark();
        Tree text = new Tree.Text(mark, scrap(random));
        return switch (random.nextInt(5)) {
            case 0 -> new Tree.Listed(mark, List.of(text, text));
            case 1 -> new Tree.Keyed(mark, Map.of("value", new Tree.Entry(mark, text)));
            case 2 -> new Tree.Keyed(mark, Map.of("2025-01-01", new Tree.Entry(mark, text)));
            case 3 -> new Tree.Nothing(mark, true);
            default -> text;
        };
    }

    /** Every map of the format but those keyed by id or date tells a key that it does not know. */
    @Test
    void everyMapKnowsItsKeys() {
        List<String> paths = new ArrayList<>();
        collect(TREE.without("variants", "studies", "baseline"), "", paths);
        assertThat(paths).hasSizeGreaterThan(60);
        String bare =
                ScenarioFile.read(RICH).effective("board-plant", List.of()).text();
        ScenarioFile file = Mutants.file(bare);
        for (String path : paths) {
            String set = (path.isEmpty() ? "" : path + ".") + "zzyzx={}";
            try {
                Effective effective = file.effective(null, List.of(set));
                assertThat(effective.warnings())
                        .as(set)
                        .anyMatch(finding -> finding.message().contains("zzyzx"));
            } catch (ScenarioException e) {
                assertThat(e.findings())
                        .as(set)
                        .anyMatch(finding -> finding.toString().contains("zzyzx"));
            }
        }
    }

    private static void collect(Tree.Keyed map, String path, List<String> paths) {
        paths.add(path);
        map.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Tree.Keyed below) {
                collect(below, path.isEmpty() ? key : path + "." + key, paths);
            }
        });
    }
}
