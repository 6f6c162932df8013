package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same tree. */
class TreeWriterTest {

    private static final Mark MARK = Mark.of("test");
    private static final String PIECES = "ab ŠΘé日😀019:-#'\"\\,[]{}&*!|>%@`~?=+._/()\n\t \u0085\u2028";

    private static String written(String text) {
        return TreeWriter.write(new Tree.Keyed(MARK, Map.of("k", new Tree.Entry(MARK, new Tree.Text(MARK, text)))));
    }

    private static Tree read(String yaml) {
        Findings findings = new Findings();
        Tree tree = TreeParser.parse(new SourceText("test", yaml, false), false, findings)
                .orElseThrow(() -> new AssertionError(findings.sorted() + "\n" + yaml));
        assertThat(findings.sorted()).as(yaml).isEmpty();
        return unmarked(tree);
    }

    private static Tree unmarked(Tree tree) {
        if (tree instanceof Tree.Keyed keyed) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            keyed.entries().forEach((key, entry) -> entries.put(key, new Tree.Entry(MARK, unmarked(entry.value()))));
            return new Tree.Keyed(MARK, entries);
        }
        if (tree instanceof Tree.Listed listed) {
            return new Tree.Listed(
                    MARK, listed.items().stream().map(TreeWriterTest::unmarked).toList());
        }
        return tree instanceof Tree.Text text ? new Tree.Text(MARK, text.value()) : new Tree.Nothing(MARK, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no",
                "yes",
                "null",
                "~",
                "Null",
                "010101",
                "10 01 02",
                "0x1",
                "1e3",
                ".nan",
                "-4 EUR/t",
                "-",
                "--- a",
                "...",
                "a: b",
                "a #b",
                "#a",
                "'",
                "\"",
                "it's",
                "a\\b",
                "a\nb",
                "a\nb\n",
                "a\n\nb",
                "a\n",
                "\na",
                "a\n  b\nc",
                " a\nb",
                "a \nb",
                "a\tb",
                "{a}",
                "[a]",
                "a, b",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a`",
                "|",
                ">",
                "?",
                "? a",
                "- a",
                "Šoštanj",
                "Forlì",
                "Θεσσαλονίκη",
                "日本",
                "😀",
                "e\u0301",
                "2025-01-01",
                "12:30",
                "=",
                "<<",
                "a:",
                ":a",
                "a b ",
                "(a\nb",
                "a\nb: c\n# d",
                "a\n\tb"
            })
    void everyTextSurvives(String text) {
        Tree.Keyed tree = (Tree.Keyed) read(written(text));
        assertThat(tree.at("k")).contains(new Tree.Text(MARK, text));
    }

    @Test
    void everyTreeSurvives() {
        for (int seed = 0; seed < 2000; seed++) {
            Tree.Keyed tree = keyed(new Random(seed), 3);
            String yaml = TreeWriter.write(tree);
            assertThat(read(yaml)).as("seed %d: %s", seed, yaml).isEqualTo(tree);
            assertThat(TreeWriter.write((Tree.Keyed) read(yaml))).isEqualTo(yaml);
        }
    }

    private static Tree.Keyed keyed(Random random, int depth) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.put(text(random), new Tree.Entry(MARK, tree(random, depth)));
        }
        return new Tree.Keyed(MARK, entries);
    }

    private static Tree tree(Random random, int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0, 1 -> keyed(random, depth - 1);
            case 2 -> {
                List<Tree> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(tree(random, depth - 1));
                }
                yield new Tree.Listed(MARK, items);
            }
            case 4 -> new Tree.Nothing(MARK, true);
            default -> new Tree.Text(MARK, text(random));
        };
    }

    private static String text(Random random) {
        int[] pieces = PIECES.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.appendCodePoint(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @Test
    void textIsQuotedOnlyWhereItMust() {
        assertThat(written("10 01 02")).isEqualTo("k: 10 01 02\n");
        assertThat(written("-4 EUR/t")).isEqualTo("k: -4 EUR/t\n");
        assertThat(written("TEŠ Šoštanj")).isEqualTo("k: TEŠ Šoštanj\n");
        assertThat(written("a: b")).isEqualTo("k: \"a: b\"\n");
        assertThat(written("null")).isEqualTo("k: \"null\"\n");
        assertThat(written("one\ntwo\n")).isEqualTo("k: |\n  one\n  two\n");
        assertThat(TreeWriter.write(new Tree.Keyed(MARK, Map.of()))).isEqualTo("{}\n");
    }
}
