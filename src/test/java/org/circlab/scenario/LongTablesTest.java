package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of wrong cells are told by the first of each kind and a count of the others. */
class LongTablesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21, 22, 500, 10_000})
    void ofOneKindTheFirstAreToldAndTheOthersCounted(int wrong) {
        StringBuilder table = new StringBuilder("id,needs.lime.mean,at\n");
        for (int i = 0; i < wrong; i++) {
            table.append("farm").append(i).append(",").append(i + 1).append(" EUR/t,\"[46, 15]\"\n");
        }
        Tiny.write(folder, "farms.csv", table.toString());
        String text = Tiny.with("actors:\n", "tables: { farms: { actors: farms.csv } }\nactors:\n");
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", text);
        assertThat(findings.stream().mapToInt(Finding::times).sum()).isEqualTo(wrong);
        assertThat(findings).hasSize(Math.min(wrong, 21)).isSorted();
        assertThat(findings).extracting(Finding::code).containsOnly("BAD_QUANTITY");
        if (wrong > 21) {
            Finding last = findings.get(20);
            assertThat(last.mark().line()).isEqualTo(22);
            assertThat(last.message()).contains(wrong - 20 + " more findings");
        }
    }

    /** Lists of any mixture keep their sum, their order, and what does not stand in a table. */
    @Test
    void nothingIsLost() {
        FindingCode[] codes = {FindingCode.BAD_QUANTITY, FindingCode.UNLIKELY_MAGNITUDE, FindingCode.BAD_TABLE};
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Finding> all = new ArrayList<>();
            for (int i = random.nextInt(200); i > 0; i--) {
                String file = List.of("a.csv", "b.CSV", "c.txt", "lab.yaml", "lab.json")
                        .get(random.nextInt(5));
                Spot spot = new Spot(new Mark(file, 1 + random.nextInt(50), 1), "");
                all.add(Finding.of(codes[random.nextInt(3)], spot, "m" + i + ".", ""));
            }
            List<Finding> sorted = all.stream().sorted().toList();
            List<Finding> told = LongTables.cutShort(sorted);
            assertThat(told.stream().mapToInt(Finding::times).sum()).isEqualTo(all.size());
            assertThat(told).isSorted();
            assertThat(sorted.stream().filter(finding -> finding.mark().file().startsWith("lab")))
                    .allMatch(told::contains);
            for (Finding first : told) {
                long like = told.stream()
                        .filter(finding -> finding.code().equals(first.code())
                                && finding.mark().file().equals(first.mark().file())
                                && !finding.mark().file().startsWith("lab"))
                        .count();
                assertThat(like).isLessThanOrEqualTo(LongTables.MOST_TOLD + 1);
            }
        }
    }
}
