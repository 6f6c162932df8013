package org.circlab.scenario;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;

/** Whatever bytes a file has, they end in findings, or in a lab that reads back and runs. */
class ScenarioFuzz {

    @FuzzTest(maxDuration = "2m")
    void everyTextEndsWell(byte[] bytes) {
        Path file = Path.of("lab.yaml");
        SourceText.decode(file, bytes, Spot.of("lab.yaml"), new Findings()).ifPresent(Mutants::judged);
    }
}
