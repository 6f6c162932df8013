package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepOnClusterTest {

    @TempDir
    Path folder;

    @Test
    void saysWhichJarReachesClustersAndBeginsNothing() {
        String file = Harbour.FILE.toString();
        Path out = folder.resolve("out");
        Session session = Session.of(
                "sweep", file, "--vary=policy.landfill-tax=1, 2 EUR/t", "--on=spark://host:7077", "--out=" + out);
        assertThat(session.code()).isEqualTo(CircLab.FAILED);
        assertThat(session.err())
                .isEqualTo(
                        "circlab: --on needs circlab-spark.jar, and Spark; build it with 'mvn -Pspark package' and see"
                                + " 'On a cluster' in README.md\n");
        assertThat(out).doesNotExist();
    }
}
