package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.circlab.model.Lab;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of actors, and of all else that has a key, in the file does not matter: the same lab is read, which runs alike. */
class FileOrderTest {

    @TempDir
    Path folder;

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static Tree shuffled(Tree tree, Random random) {
        if (tree instanceof Tree.Keyed keyed) {
            List<Map.Entry<String, Tree.Entry>> entries =
                    new ArrayList<>(keyed.entries().entrySet());
            Collections.shuffle(entries, random);
            Map<String, Tree.Entry> reordered = new LinkedHashMap<>();
            entries.forEach(entry -> reordered.put(
                    entry.getKey(),
                    new Tree.Entry(
                            entry.getValue().mark(), shuffled(entry.getValue().value(), random))));
            return new Tree.Keyed(keyed.mark(), reordered);
        }
        return tree;
    }

    private Lab read(String text) {
        return Tiny.read(folder, "shuffled.yaml", text)
                .effective(null, List.of())
                .lab();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theSameLabIsReadInWhateverOrderItIsWritten(Path scenario) {
        String text = ScenarioFile.read(scenario).effective(null, List.of()).text();
        Lab lab = read(text);
        Tree tree = TreeParser.parse(new SourceText("written", text, false), false, new Findings())
                .orElseThrow();
        for (int seed = 0; seed < 3; seed++) {
            Tree.Keyed other = (Tree.Keyed) shuffled(tree, new Random(seed));
            String otherText = TreeWriter.write(other);
            assertThat(otherText).isNotEqualTo(text);
            assertThat(read(otherText)).isEqualTo(lab);
        }
    }
}
