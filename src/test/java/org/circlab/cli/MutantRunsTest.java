package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.scenario.Mutants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants through the whole of {@code circlab run}, bound, tables and page included, as many as {@code -Dcirclab.runs} asks for,
 * from the seed {@code -Dcirclab.runs.from} on: each ends in a whole result, or in sentences and none.
 */
class MutantRunsTest {

    private static final long COUNT = Long.getLong("circlab.runs", 60);
    private static final long FROM = Long.getLong("circlab.runs.from", 0);

    @TempDir
    Path folder;

    @Test
    void everyMutantEndsInAResultOrInSentences() throws IOException {
        long done = 0;
        long asked = 0;
        for (long seed = FROM; seed < FROM + COUNT; seed++) {
            String text = Mutants.of(seed);
            if (Mutants.judged(text) == Mutants.End.RAN) {
                asked++;
                done += runs(seed, text) ? 1 : 0;
            }
        }
        assertThat(done).isBetween(COUNT / 50, COUNT).isGreaterThanOrEqualTo(asked * 9 / 10);
    }

    private boolean runs(long seed, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), text);
        Path out = folder.resolve("results-" + seed);
        List<String> words = new ArrayList<>(List.of("run", file.toString(), "--out", out.toString()));
        words.addAll(List.of("--replications", "2", "--threads", "1", "--set", "horizon.length=30 d"));
        words.addAll(List.of("--set", "horizon.warm-up=0 d"));
        words.addAll(seed % 2 == 0 ? List.of("--ledger") : List.of("--format", "json"));
        Session run = Session.of(words.toArray(String[]::new));
        String as = "seed " + seed + ": " + run.err() + "\n" + text;
        assertThat(run.code()).as(as).isBetween(0, 1);
        assertThat(run.err()).as(as).doesNotContain("Exception", "\tat ", "defect", "null");
        assertThat(run.out()).as(as).doesNotContain("NaN", "Infinity");
        assertThat(Files.exists(out)).as(as).isEqualTo(run.code() == 0);
        return run.code() == 0;
    }
}
