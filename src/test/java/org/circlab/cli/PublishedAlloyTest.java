package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Alloy elements in secondary steel against tutorial 2 of ODYM (Pauliuk and Heeren 2020): machines of 80 % iron, 15 % copper and 5 %
 * manganese and buildings of 95, 4.5 and 0.5 % are shredded (yields 0.92, 0.1, 0.92), taken apart (0.95, 0.02, 0.95) and melted
 * (0.96, 1, 0.5). Shares and flows are those that the tutorial prints.
 */
class PublishedAlloyTest {

    private static final Path SCENARIO = Path.of("src/test/resources/scenario/alloy.yaml");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "printed, 0.00293783, 0.00553486",
        "better-shredder, 0.00243755, 0.00553764",
        "more-buildings, 0.00258818, 0.00501965"
    })
    void contentsOfSecondarySteel(String variant, double copper, double manganese) throws IOException {
        List<String[]> rows = substances(variant);
        double steel =
                tonnes(rows, "iron", "steel") + tonnes(rows, "copper", "steel") + tonnes(rows, "manganese", "steel");
        assertThat(tonnes(rows, "copper", "steel") / steel).isCloseTo(copper, within(5e-9));
        assertThat(tonnes(rows, "manganese", "steel") / steel).isCloseTo(manganese, within(5e-9));
    }

    /** Copper in steel from 0.34 to 0.78 kt, manganese to slag from 0.64 to 1.56 kt, the copper share down to 0.233 %. */
    @ParameterizedTest
    @CsvSource({"printed, 340, 640, 0.294", "thirty-years-on, 780, 1560, 0.233"})
    void flowsOfThirtyYears(String variant, double copper, double slag, double percent) throws IOException {
        List<String[]> rows = substances(variant);
        assertThat(tonnes(rows, "copper", "steel")).isCloseTo(copper, within(5.0));
        assertThat(tonnes(rows, "manganese", "slag")).isCloseTo(slag, within(5.0));
        double steel =
                tonnes(rows, "iron", "steel") + tonnes(rows, "copper", "steel") + tonnes(rows, "manganese", "steel");
        assertThat(100 * tonnes(rows, "copper", "steel") / steel).isCloseTo(percent, within(5e-4));
    }

    private List<String[]> substances(String variant) throws IOException {
        Session session =
                Session.of("run", SCENARIO.toString(), "--variant=" + variant, "--replications=1", "--out=" + folder);
        assertThat(session.code()).as(session.err()).isZero();
        return Files.readAllLines(folder.resolve("alloy").resolve(variant).resolve("substances.csv")).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** Columns: replication, substance, way, from, to, material, operation, amount, unit. */
    private static double tonnes(List<String[]> rows, String substance, String material) {
        return rows.stream()
                .filter(row -> row[1].equals(substance) && row[2].equals("carried") && row[5].equals(material))
                .mapToDouble(row -> Double.parseDouble(row[7]))
                .sum();
    }
}
