package org.circlab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Emission factors against what others published, and against each other. */
class FactorsTest {

    private static final double SHORT_TON_KILOGRAMS = 907.18474;
    /** To which the Waste Reduction Model prints its factors. */
    private static final double PRINTED = 0.005;

    private static double factor(String id) {
        return Double.parseDouble(Catalogue.bundled()
                .find(Section.FACTORS, id)
                .flatMap(Entry::value)
                .orElseThrow()
                .typical());
    }

    private static Map<String, Double> published() {
        Map<String, Double> published = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(Path.of("src/test/resources/catalogue/warm.csv"));
            for (String line : lines.subList(1, lines.size())) {
                published.put(
                        line.substring(0, line.indexOf(',')), Double.valueOf(line.substring(line.indexOf(',') + 1)));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return published;
    }

    private static double perShortTon(String id) {
        return factor(id) * SHORT_TON_KILOGRAMS / 1e6;
    }

    /** Factors of WARM v15 solved from its matrices; of v16 those that its publisher did not revise. */
    @Test
    void warmAgreesWithWhatIsPublished() {
        Map<String, Double> published = published();
        assertThat(published).hasSizeGreaterThan(150);
        published.forEach((id, expected) -> assertThat(perShortTon(id)).as(id).isCloseTo(expected, within(PRINTED)));
    }

    /** Factors as the documentation prints them, to two decimals. */
    @ParameterizedTest
    @CsvSource({
        "warm-recycling-aluminum-cans, -9.13",
        "warm-recycling-steel-cans, -1.83",
        "warm-recycling-glass, -0.28",
        "warm-recycling-hdpe, -0.76",
        "warm-recycling-pet, -1.04",
        "warm-recycling-corrugated-containers, -3.14",
        "warm-landfill-corrugated-containers, 0.18",
        "warm-landfill-office-paper, 1.13",
        "warm-composting-food-waste, -0.12",
        "warm-landfill-yard-trimmings, -0.20",
        "warm-recycling-carpet, -2.38",
        "warm-recycling-drywall, 0.03",
        "warm-landfill-drywall, -0.06",
        "warm-recycling-tires, -0.38"
    })
    void warmAgreesWithItsDocumentation(String id, double printed) {
        assertThat(perShortTon(id)).isCloseTo(printed, within(PRINTED + 1e-4));
    }

    /** A credit is the recycled product less the primary one, both of the same table. */
    @ParameterizedTest
    @CsvSource({
        "aggregates, recycling",
        "concrete, recycling",
        "glass, recycling",
        "plasterboard, recycling",
        "mineral-oil, recycling",
        "steel-cans, recycling",
        "asphalt, reuse",
        "tyres, reuse",
        "wood, reuse",
        "clothing, reuse"
    })
    void creditsAreDifferences(String material, String way) {
        String made = way.equals("reuse") ? "desnz-reused-" : "desnz-recycled-";
        double difference = factor(made + material) - factor("desnz-primary-" + material);
        assertThat(factor("desnz-avoided-" + way + "-" + material))
                .isCloseTo(difference, within(0.0006))
                .isNegative();
    }

    /** The trap of the British table: what it calls incineration, recycling or digestion is the way there. */
    @Test
    void britishWasteFactorsAreTransportAlone() {
        List<Entry> delivered = Catalogue.bundled().entries(Section.FACTORS).stream()
                .filter(entry -> entry.id().matches("desnz-(incineration|closed-loop|open-loop|digestion)-.*"))
                .toList();
        assertThat(delivered).hasSizeGreaterThan(80).allSatisfy(entry -> {
            assertThat(entry.about("boundary")).startsWith("transport");
            assertThat(Double.parseDouble(entry.value().orElseThrow().typical()))
                    .isBetween(0.0, 10.0);
        });
    }

    /** Methane of a landfill by the equation of the IPCC, all years together, from the parameters of the same family. */
    @ParameterizedTest
    @CsvSource({"food", "garden", "paper", "wood", "textiles", "industrial"})
    void landfillMethaneFollowsFromItsParameters(String waste) {
        double methane = factor("ipcc-landfill-doc-" + waste)
                / 100
                * (factor("ipcc-landfill-docf") / 100)
                * (factor("ipcc-landfill-mcf-managed") / 100)
                * (factor("ipcc-landfill-f") / 100)
                * 16
                / 12
                * (1 - factor("ipcc-landfill-ox-managed") / 100);
        assertThat(factor("ipcc-landfill-" + waste + "-managed")).isCloseTo(methane * 1000 * 28, within(0.01));
    }

    @Test
    void everyFactorIsOfAFamilyAndStatesItsPotentials() {
        assertThat(Catalogue.withRecalled().entries(Section.FACTORS)).allSatisfy(entry -> {
            assertThat(Family.of(entry.about("family")).word()).isEqualTo(entry.about("family"));
            assertThat(entry.about("gwp")).isNotBlank();
            assertThat(entry.about("boundary")).isNotBlank();
        });
    }

    @Test
    void familiesThatCountDifferentlyStandAlone() {
        for (Family one : Family.values()) {
            assertThat(one.goesWith(one)).isTrue();
            for (Family other : Family.values()) {
                assertThat(one.goesWith(other)).isEqualTo(other.goesWith(one));
            }
        }
        assertThat(Family.DESNZ.goesWith(Family.ICE)).isFalse();
        assertThat(Family.IPCC.goesWith(Family.DESNZ)).isFalse();
        assertThat(Family.WARM.goesWith(Family.GRID)).isFalse();
        assertThat(Family.IPCC.goesWith(Family.GRID)).isTrue();
        assertThat(Family.INDUSTRY.goesWith(Family.GRID)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"SI, 2024, 230.4", "SI, 2025, 183.47", "SI, 2040, 183.47", "SI, 1990, 277.09", "AL, 2025, 24"})
    void electricityIsOfTheLastYearThatIsKnown(String country, int year, double grams) {
        Figure figure = ProcessEmissions.electricity(country, year)
                .flatMap(Entry::value)
                .orElseThrow();
        assertThat(Double.parseDouble(figure.typical())).isCloseTo(grams, within(0.6));
    }

    /** 28 m3 of pig slurry with 60 % methane of which 3 % leak, 58 kWh at 230.4 g, 0.3 l of diesel at 2.57082 kg. */
    @Test
    void emissionsOfAProcessAddUp() {
        Entry process = Catalogue.bundled()
                .find(Section.PROCESSES, "digestion-pig-manure")
                .orElseThrow();
        double expected = 28 * 0.6 * 0.03 * 16.04 / 22.4 * 28 + 58 * 0.2304 + 0.3 * 2.57082;
        Figure ghg = ProcessEmissions.of(process, "SI", 2024).orElseThrow();
        assertThat(Double.parseDouble(ghg.typical())).isCloseTo(expected, within(0.001));
        assertThat(ghg.evidence().verification()).isEqualTo(Verification.COMPUTED);
        assertThat(ghg.evidence().year()).isEqualTo("2025");
        assertThat(ProcessEmissions.of(process, "", 2024)).isEmpty();
    }

    /** 1.54 kWh a tonne, then 3.13 kWh and 17.71 l of diesel for each tonne of the 38.6 % that is no gravel. */
    @Test
    void energyOfTwoStagesCountsByWhatReachesThem() {
        Entry process = Catalogue.bundled()
                .find(Section.PROCESSES, "concrete-recycling")
                .orElseThrow();
        double expected = (1.54 + 3.13 * 0.386) * 0.2304 + 17.71 * 0.386 * 2.57082;
        Figure ghg = ProcessEmissions.of(process, "SI", 2024).orElseThrow();
        assertThat(Double.parseDouble(ghg.typical())).isCloseTo(expected, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"composting-leaves", "incineration-textiles", "textile-sorting", "landfill"})
    void aMissingGasLeavesTheSumMissing(String id) {
        Entry process = Catalogue.bundled().find(Section.PROCESSES, id).orElseThrow();
        assertThat(ProcessEmissions.of(process, "SI", 2024)).isEmpty();
    }
}
