package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.circlab.model.Lab;
import org.circlab.model.Need;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundled scenarios against flows that others published and that the scenario files do not state. */
class PublishedHistoryTest {

    @TempDir
    private Path folder;

    /**
     * Kalundborg: plants, needs and years of opening are given, flows are not. Gypsum 250 t a day in the 1990s (91 kt a year) to
     * 200 kt a year; ash 135 kt a year to cement, or 50 t an hour (438 kt a year) to cement and roads.
     */
    @ParameterizedTest
    @CsvSource({"gypsum, gyproc, 1993, 91, 200", "fly-ash, aalborg, 1979, 135, 438"})
    void kalundborgFlowsWithinThePublishedRange(
            String material, String receiver, int opening, double least, double most) throws IOException {
        Map<Integer, double[]> flows = Receipts.byYear(folder, "kalundborg", "symbiosis", "asnaes", receiver, material);
        for (int year = 1975; year < 2005; year++) {
            for (double flow : flows.getOrDefault(year, new double[Receipts.REPLICATIONS])) {
                if (year < opening) {
                    assertThat(flow).as("%s in %d", material, year).isZero();
                } else {
                    assertThat(flow).as("%s in %d", material, year).isBetween(least, most);
                }
            }
        }
    }

    /**
     * Coal residues of Slovenia used for their properties in cement, concrete and gypsum products: 1, 11, 37, 197, 237, 196 and
     * 229 kt in 2002 to 2008 (Environmental Agency of Slovenia 2009). The needs were fitted to the first five years.
     */
    @Test
    void velenjeForetellsTheUseOf2007And2008() throws IOException {
        Map<Integer, double[]> flows = Receipts.byYear(folder, "velenje", "hindcast", "tes", "salonit", "");
        assertThat((mean(flows, 2005) + mean(flows, 2006)) / 2)
                .as("the fit")
                .isCloseTo((197 + 237) / 2.0, within(217 * 0.05));
        assertThat(mean(flows, 2007)).isCloseTo(196, within(196 * 0.25));
        assertThat(mean(flows, 2008)).isCloseTo(229, within(229 * 0.25));
    }

    /** With half of the boards, half of the gypsum: flows come of plants and needs and stand in no contract. */
    @ParameterizedTest
    @CsvSource({
        "gypsum, gyproc, 2000, 60, --set=actors.gyproc.needs.gypsum.mean=60 kt/yr",
        "fly-ash, aalborg, 2000, 50, --set=actors.aalborg.needs.ash.mean=40 kt/yr",
        "fly-ash, aalborg, 2000, 75, --set=actors.asnaes.generates.fly-ash.mean=75 kt/yr"
    })
    void kalundborgFlowsAreNotTold(String material, String receiver, int year, double expected, String set)
            throws IOException {
        Map<Integer, double[]> flows =
                Receipts.byYear(folder, "kalundborg", "symbiosis", "asnaes", receiver, material, set);
        assertThat(mean(flows, year)).isCloseTo(expected, within(expected * 0.1));
    }

    /** The takers step no later than 2006, and nothing but their needs says what is used. */
    @Test
    void theHindcastKnowsNothingOf2007And2008() {
        Lab lab = ScenarioFile.read(Path.of("scenarios/velenje.yaml"))
                .effective("hindcast", List.of())
                .lab();
        List<Need> needs = lab.actors().stream()
                .filter(actor -> actor.id().equals("salonit"))
                .flatMap(actor -> actor.needs().stream())
                .toList();
        assertThat(needs).extracting(Need::id).contains("clinker", "retarder");
        assertThat(needs)
                .flatExtracting(need -> need.meanTonnesPerYear().steps())
                .allMatch(step -> step.from().getYear() <= 2006);
        assertThat(lab.contracts())
                .noneMatch(contract ->
                        contract.from().equals("tes") && contract.to().equals("salonit"));
        assertThat(lab.events()).isEmpty();
    }

    private static double mean(Map<Integer, double[]> flows, int year) {
        return Arrays.stream(flows.get(year)).average().orElseThrow();
    }
}
