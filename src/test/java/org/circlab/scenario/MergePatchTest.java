package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON Merge Patch, by the examples of RFC 7386, appendix A, and by its laws. */
class MergePatchTest {

    private static final Mark MARK = Mark.of("test");

    private static Tree json(String text) {
        Findings findings = new Findings();
        Tree tree = TreeParser.parse(new SourceText("test.json", text, true), true, findings)
                .orElseThrow();
        assertThat(findings.sorted()).isEmpty();
        return tree;
    }

    private static String merged(Tree target, Tree patch) {
        return JsonTwin.write(new MergePatch(new Findings()).apply(target, patch));
    }

    @ParameterizedTest(name = "{0} patched by {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}            | {'a':'c'}                    | {'a':'c'}",
                "{'a':'b'}            | {'b':'c'}                    | {'a':'b','b':'c'}",
                "{'a':'b'}            | {'a':null}                   | {}",
                "{'a':'b','b':'c'}    | {'a':null}                   | {'b':'c'}",
                "{'a':['b']}          | {'a':'c'}                    | {'a':'c'}",
                "{'a':'c'}            | {'a':['b']}                  | {'a':['b']}",
                "{'a':{'b':'c'}}      | {'a':{'b':'d','c':null}}     | {'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}    | {'a':['1']}                  | {'a':['1']}",
                "['a','b']            | ['c','d']                    | ['c','d']",
                "{'a':'b'}            | ['c']                        | ['c']",
                "{'a':'foo'}          | null                         | null",
                "{'a':'foo'}          | 'bar'                        | 'bar'",
                "{'e':null}           | {'a':'1'}                    | {'e':null,'a':'1'}",
                "['1','2']            | {'a':'b','c':null}           | {'a':'b'}",
                "{}                   | {'a':{'bb':{'ccc':null}}}    | {'a':{'bb':{}}}"
            })
    void examplesOfTheStandard(String target, String patch, String result) {
        String merged = merged(json(target.replace('\'', '"')), json(patch.replace('\'', '"')));
        assertThat(merged).isEqualTo(result.replace('\'', '"'));
    }

    @Test
    void laws() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Tree.Keyed target = keyed(random, 3, false);
            Tree.Keyed patch = keyed(random, 3, true);
            MergePatch merge = new MergePatch(new Findings());
            Tree once = merge.apply((Tree) target, patch);
            assertThat(merge.apply(once, patch)).isEqualTo(once);
            assertThat(merge.apply((Tree) target, new Tree.Keyed(MARK, Map.of())))
                    .isEqualTo(target);
            assertThat(merge.apply((Tree) target, target)).isEqualTo(target);
            assertThat(merge.apply((Tree) new Tree.Keyed(MARK, Map.of()), target))
                    .isEqualTo(target);
        }
    }

    private static Tree.Keyed keyed(Random random, int depth, boolean deletes) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (String key : List.of("a", "b", "c", "d")) {
            if (random.nextBoolean()) {
                entries.put(key, new Tree.Entry(MARK, value(random, depth, deletes)));
            }
        }
        return new Tree.Keyed(MARK, entries);
    }

    private static Tree value(Random random, int depth, boolean deletes) {
        return switch (random.nextInt(deletes ? 4 : 3)) {
            case 0 -> new Tree.Text(MARK, "text " + random.nextInt(3));
            case 1 -> new Tree.Listed(MARK, List.of(new Tree.Text(MARK, "item " + random.nextInt(3))));
            case 2 -> depth == 0 ? new Tree.Text(MARK, "leaf") : keyed(random, depth - 1, deletes);
            default -> new Tree.Nothing(MARK, true);
        };
    }

    @Test
    void keysKeepTheirPlaceAndValuesTheirs() {
        Tree.Keyed target = (Tree.Keyed) json("{\"a\": \"1\", \"m\": {\"x\": \"1\"}, \"z\": \"1\"}");
        Tree.Keyed patch = (Tree.Keyed) json("{\n \"z\": \"2\",\n \"m\": {\"y\": \"2\"}, \"b\": \"2\"}");
        Tree.Keyed merged = new MergePatch(new Findings()).apply(target, patch);
        assertThat(merged.entries().keySet()).containsExactly("a", "m", "z", "b");
        assertThat(Tree.markOf(merged, "m")).isEqualTo(new Mark("test.json", 1, 12));
        assertThat(Tree.markOf(merged, "m.x")).isEqualTo(new Mark("test.json", 1, 23));
        assertThat(Tree.markOf(merged, "m.y")).isEqualTo(new Mark("test.json", 3, 13));
        assertThat(Tree.markOf(merged, "z")).isEqualTo(new Mark("test.json", 2, 7));
        assertThat(Tree.markOf(merged, "m.q.r")).isEqualTo(new Mark("test.json", 1, 12));
    }

    @Test
    void nothingWrittenIsNoDeletion() {
        Tree.Keyed target = new Tree.Keyed(MARK, Map.of("a", new Tree.Entry(MARK, new Tree.Text(MARK, "1"))));
        Tree.Keyed patch = new Tree.Keyed(MARK, Map.of("a", new Tree.Entry(MARK, new Tree.Nothing(MARK, false))));
        assertThat(new MergePatch(new Findings()).apply(target, patch)).isEqualTo(patch);
    }
}
