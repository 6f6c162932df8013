package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten times the actors are about ten times the work, told by the memory that it passes through and not by a clock. */
class GrowthTest {

    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final double MOST = 14;

    private static final String TEXT = Tiny.with("policy: {", """
            tables:
              farms:
                actors: farms.csv
                all:
                  permits: { operations: [R5, R10] }
                  generates: { ash: { every: 1 d, disposal: dump } }
                  stores: { ash: { capacity: 90 t } }
                  needs: { filler: { mean: 9 t/yr, accepts: { ash: {}, board: {} } } }
            policy: {""");

    @TempDir
    Path folder;

    private ScenarioFile lab(int farms) {
        StringBuilder csv = new StringBuilder("id,latitude,longitude,generates.ash.mean [t/yr],runs.line.process,")
                .append("runs.line.capacity\n");
        for (int i = 0; i < farms; i++) {
            boolean receiver = i % 100 == 0;
            csv.append("farm-").append(i).append(",46.3,15.1,").append(100 + i);
            csv.append(receiver ? ",pressing,9 t/d\n" : ",,\n");
        }
        Tiny.write(folder, "farms.csv", csv.toString());
        return Tiny.read(folder, "lab.yaml", TEXT.replace("  second: { name: Second }\n", ""));
    }

    private static long bytesOf(Supplier<?> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(work.get()).isNotNull();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void readingAndCheckingGrowsWithTheActors() {
        ScenarioFile few = lab(FEW);
        double small = bytesOf(few::validate);
        ScenarioFile many = lab(MANY);
        double large = bytesOf(many::validate);
        assertThat(many.validate()).isEmpty();
        assertThat(large / small).isLessThan(MOST);
    }

    @Test
    void theEffectiveScenarioGrowsWithTheActors() {
        double small = bytesOf(() -> lab(FEW).effective(null, List.of()));
        double large = bytesOf(() -> lab(MANY).effective(null, List.of()));
        assertThat(large / small).isLessThan(MOST);
    }

    @Test
    void findingsGrowWithTheActors() {
        lab(FEW);
        String wrong = Tiny.text(folder.resolve("farms.csv")).replace("pressing", "presing");
        Tiny.write(folder, "farms.csv", wrong.replace(",46.3,", ",146.3,"));
        double small =
                bytesOf(() -> ScenarioFile.read(folder.resolve("lab.yaml")).validate());
        lab(MANY);
        wrong = Tiny.text(folder.resolve("farms.csv")).replace("pressing", "presing");
        Tiny.write(folder, "farms.csv", wrong.replace(",46.3,", ",146.3,"));
        ScenarioFile many = ScenarioFile.read(folder.resolve("lab.yaml"));
        double large = bytesOf(many::validate);
        assertThat(many.validate().stream().mapToInt(Finding::times).sum()).isGreaterThan(MANY);
        assertThat(large / small).isLessThan(MOST);
    }
}
