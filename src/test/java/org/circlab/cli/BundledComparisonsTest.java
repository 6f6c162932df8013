package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that compare bundled scenarios, as the command line writes them: small, and the same bytes with other threads. */
class BundledComparisonsTest {

    private static final int MOST_BYTES = 2_000_000;
    private static final String REPLICATIONS = "--replications=3";

    @TempDir
    private Path folder;

    @Test
    void theEightRegions() throws IOException {
        List<String> regions = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            files.map(Path::toString)
                    .filter(file -> file.contains("region-"))
                    .sorted()
                    .forEach(regions::add);
        }
        assertThat(regions).hasSize(8);
        isSmallAndTheSame(regions);
    }

    @Test
    void theVariantsOfVelenje() throws IOException {
        isSmallAndTheSame(List.of("scenarios/velenje.yaml"));
    }

    private void isSmallAndTheSame(List<String> scenarios) throws IOException {
        byte[] page = page(scenarios, 1);
        assertThat(page).hasSizeLessThan(MOST_BYTES);
        assertThat(new String(page(scenarios, 2), StandardCharsets.UTF_8))
                .isEqualTo(new String(page, StandardCharsets.UTF_8));
    }

    private byte[] page(List<String> scenarios, int threads) throws IOException {
        Path file = folder.resolve("page-" + threads + ".html");
        List<String> args = new ArrayList<>(List.of("compare", REPLICATIONS, "--threads=" + threads));
        args.add("--report=" + file);
        args.addAll(scenarios);
        Session session = Session.of(args.toArray(String[]::new));
        assertThat(session.code()).as(session.err()).isZero();
        return Files.readAllBytes(file);
    }
}
