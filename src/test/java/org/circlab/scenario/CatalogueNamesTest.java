package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.circlab.model.Source;
import org.circlab.model.Sourced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario takes from the catalogue by name stands in its lab, with the source of each figure, and may be overridden. */
class CatalogueNamesTest {

    private static final String LAB = """
            circlab: 1
            id: valley
            name: Valley
            region: { country: SI }
            horizon: { start: 2024-01-01, length: 1 yr }
            materials:
              rubble: { like: "low:17 01 01" }
            processes:
              crushing: { like: concrete-crushing, cost: 4 EUR/t }
            actors:
              site: { at: [46.3, 15.0], generates: { rubble: { mean: 20 kt/yr, every: 1 d } } }
              mill: { at: [46.3, 15.1], runs: { line: { process: crushing, capacity: 100 t/d } } }
              dump: { at: [46.3, 15.2], disposes: { cell: { accepts: [rubble, recycled-aggregate], operation: D1, fee: 40 EUR/t } } }
            haulage: { truck: { payload: 24 t, cost: 0.08 EUR/tkm, speed: 60 km/h } }
            """;

    @TempDir
    Path folder;

    private Effective effective(String text) {
        return Tiny.read(folder, "valley.yaml", text).effective(null, List.of());
    }

    private static Recipe recipe(Lab lab, String process) {
        return lab.actors().stream()
                .flatMap(actor -> actor.lines().stream())
                .map(Line::recipe)
                .filter(recipe -> recipe.id().equals(process))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Material> materials(Lab lab) {
        return lab.materials().stream().collect(Collectors.toMap(Material::id, material -> material));
    }

    private static Material material(Lab lab, String id) {
        return lab.materials().stream()
                .filter(material -> material.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Source source(Map<String, Source> sources, String path) {
        return Optional.ofNullable(sources.get(path)).orElseThrow();
    }

    private static Map<String, Source> sources(Lab lab) {
        return lab.sources().stream().collect(Collectors.toMap(Sourced::path, Sourced::source));
    }

    @Test
    void aMaterialHasTheCodeItIsLike() {
        Map<String, Material> materials = materials(effective(LAB).lab());
        assertThat(materials.get("rubble")).isEqualTo(new Material("rubble", "Concrete rubble", "17 01 01"));
        assertThat(materials.get("recycled-aggregate"))
                .isEqualTo(new Material("recycled-aggregate", "Crushed concrete", ""));
    }

    @Test
    void aProcessTakesWhatTheLabCallsItsMaterials() {
        Recipe crushing = recipe(effective(LAB).lab(), "crushing");
        assertThat(crushing.operation()).isEqualTo(Operation.R5);
        assertThat(crushing.takes()).containsExactly("rubble");
        assertThat(crushing.outputs()).singleElement().satisfies(output -> {
            assertThat(output.material()).isEqualTo("recycled-aggregate");
            assertThat(output.share()).isEqualTo(1);
        });
        assertThat(crushing.costEurosPerTonne()).isEqualTo(4);
        assertThat(crushing.ghgKilogramsPerTonne()).isEqualTo(0.676);
    }

    @Test
    void theTrailTellsEntrySourceGradeAndWhatDiffers() {
        Map<String, Source> sources = sources(effective(LAB).lab());
        assertThat(sources.get("processes.crushing"))
                .isEqualTo(new Source("Catalogue, process:concrete-crushing, but for cost", Grade.ASSUMED));
        assertThat(source(sources, "processes.crushing.ghg").ref())
                .startsWith("Catalogue, process:concrete-crushing: Alzard");
        assertThat(source(sources, "processes.crushing.ghg").grade()).isEqualTo(Grade.REPORTED);
        assertThat(sources.get("materials.rubble")).isEqualTo(new Source("Catalogue, low:17 01 01", Grade.REPORTED));
        assertThat(sources).doesNotContainKey("processes.crushing.cost");
    }

    @Test
    void theEffectiveScenarioReadsBackAsTheSameLabWithoutTheCatalogue() {
        Effective effective = effective(LAB.replace("process: crushing", "process: concrete-recycling")
                .replace("[rubble, recycled-aggregate]", "[rubble, recycled-gravel, recycled-sand, cement-fines]")
                .replace("speed: 60 km/h", "speed: 60 km/h, ghg: \"transport:hgv-artic-over-33t-average-load\""));
        assertThat(effective.text()).doesNotContain("like:").contains("Catalogue, process:concrete-recycling");
        Effective again = Tiny.read(folder, "again.yaml", effective.text()).effective(null, List.of());
        assertThat(again.lab()).isEqualTo(effective.lab());
        assertThat(again.text()).isEqualTo(effective.text());
        Effective usual =
                Tiny.read(folder, "usual.yaml", effective.baselineText()).effective(null, List.of());
        assertThat(usual.lab().materials()).isEqualTo(effective.baseline().materials());
    }

    @Test
    void aLineRunsAProcessThatTheLabDoesNotDeclare() {
        Lab lab = effective(LAB.replace("process: crushing", "process: concrete-recycling")
                        .replace(
                                "[rubble, recycled-aggregate]",
                                "[rubble, recycled-gravel, recycled-sand, cement-fines]"))
                .lab();
        Recipe recipe = recipe(lab, "concrete-recycling");
        assertThat(recipe.takes()).containsExactly("rubble");
        assertThat(recipe.outputs())
                .extracting(Recipe.Output::material, Recipe.Output::share)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cement-fines", 0.193),
                        org.assertj.core.groups.Tuple.tuple("recycled-gravel", 0.614),
                        org.assertj.core.groups.Tuple.tuple("recycled-sand", 0.193));
        assertThat(material(lab, "cement-fines").lowCode()).isEqualTo("19 12 09");
    }

    @Test
    void anyValueMayBeOverriddenAndNullLeavesOneOut() {
        String text = LAB.replace(
                        "like: concrete-crushing, cost: 4 EUR/t",
                        "like: brick-reclamation, takes: [rubble], cost: 1 EUR/t, ghg: 3 kgCO2e/t, yields: { reclaimed-bricks: "
                                + "{ share: 85 %, market: { price: 6 EUR/t } }, brick-rubble: null, rubble: { value: 10 %, source: "
                                + "{ ref: own, grade: measured } } }, loss: { air: 5 % }, source: { ref: own, grade: measured }")
                .replace(", recycled-aggregate]", "]");
        Recipe recipe = recipe(effective(text).lab(), "crushing");
        assertThat(recipe.outputs()).extracting(Recipe.Output::material).containsExactly("reclaimed-bricks", "rubble");
        assertThat(recipe.outputs().get(0).market()).isNotNull();
        assertThat(recipe.outputs().get(1).share()).isEqualTo(0.1);
        assertThat(recipe.lossToAir()).isEqualTo(0.05);
        assertThat(recipe.ghgKilogramsPerTonne()).isEqualTo(3);
        assertThat(recipe.source()).isEqualTo(new Source("own", Grade.MEASURED));
    }

    /** An override of a figure takes its source away too: it is no longer what the catalogue says. */
    @Test
    void anOverrideDoesNotKeepTheSourceOfWhatItReplaces() {
        Map<String, Source> sources =
                sources(effective(LAB.replace("cost: 4 EUR/t", "cost: 4 EUR/t, ghg: { value: 2 kgCO2e/t }"))
                        .lab());
        assertThat(sources).doesNotContainKey("processes.crushing.ghg");
    }

    @Test
    void singleValuesAreNamedWhereTheyStand() {
        Effective effective = effective(
                LAB.replace("fee: 40 EUR/t", "fee: \"cost:gate-fee-si24-cdw\"")
                        + "policy: { landfill-tax: { 2024-01-01: \"cost:landfill-tax-gr-2024\", 2025-01-01: 60 EUR/t }, carbon-price: \"cost:carbon-price-eu-2024\" }\n");
        assertThat(effective
                        .lab()
                        .policy()
                        .carbonPriceEurosPerTonne()
                        .steps()
                        .get(0)
                        .value())
                .isEqualTo(67);
        assertThat(effective
                        .lab()
                        .policy()
                        .landfillTaxEurosPerTonne()
                        .steps()
                        .get(0)
                        .value())
                .isEqualTo(30);
        Map<String, Source> sources = sources(effective.lab());
        assertThat(source(sources, "actors.dump.disposes.cell.fee").ref())
                .startsWith("Catalogue, cost:gate-fee-si24-cdw: JP KPV");
        assertThat(source(sources, "policy.landfill-tax.2024-01-01").grade()).isEqualTo(Grade.REPORTED);
    }

    @Test
    void whatIsRecalledIsAssumedWhereItIsAskedFor() {
        Map<String, Source> sources =
                sources(effective(LAB + "policy: { landfill-tax: \"recalled cost:landfill-tax-si\" }\n")
                        .lab());
        assertThat(source(sources, "policy.landfill-tax").grade()).isEqualTo(Grade.ASSUMED);
    }

    /** A code that several materials share gives its name and hazard, no composition that might be another's. */
    @Test
    void aCodeOfSeveralMaterialsHasNoComposition() {
        String text = LAB.replace(
                        "materials:\n",
                        "materials:\n  scraps: { like: \"low:20 01 08\" }\n  oil: { like: \"low:130205*\" }\n")
                .replace("accepts: [rubble,", "accepts: [rubble, scraps, oil,")
                .replace(
                        "generates: {",
                        "generates: { scraps: { mean: 1 t/yr, every: 1 d }, oil: { mean: 1 t/yr, every: 1 d },");
        Lab lab = effective(text).lab();
        assertThat(material(lab, "scraps").name()).isEqualTo("Kitchen and canteen waste");
        assertThat(material(lab, "oil").hazardous()).isTrue();
        assertThat(lab.substances().names()).isEmpty();
    }

    /** Electricity of the country and gases of the process make its emissions; the hand computation is that of the catalogue's test. */
    @Test
    void emissionsFollowTheCountry() {
        String text = LAB.replace("like: \"low:17 01 01\"", "like: pig-manure")
                .replace("like: concrete-crushing", "like: digestion-pig-manure")
                .replace("recycled-aggregate", "digestate, biogas");
        double slovenia = recipe(effective(text).lab(), "crushing").ghgKilogramsPerTonne();
        double serbia = recipe(
                        effective(text.replace("country: SI", "country: RS")).lab(), "crushing")
                .ghgKilogramsPerTonne();
        assertThat(serbia - slovenia).isCloseTo(58 * (0.66738 - 0.2304), org.assertj.core.api.Assertions.within(0.001));
    }
}
