package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with names of the catalogue is told where they stand, with what to write instead. */
class CatalogueFindingsTest {

    @TempDir
    Path folder;

    private List<Finding> findings(String passage, String replacement) {
        return Tiny.findings(folder, "tiny.yaml", Tiny.with(passage, replacement));
    }

    private static void only(List<Finding> findings, String code, String message, String advice) {
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.mark().line()).isPositive();
            assertThat(finding.message()).contains(message);
            assertThat(finding.advice()).contains(advice);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ash: { code: \"10 01 02\" }   | ash: { like: fly-esh }         | no material 'fly-esh' | 'material:fly-ash'",
                "ash: { code: \"10 01 02\" }   | ash: { like: \"low:10 01 20\" }| names                 | Write",
                "landfill-tax: 11 EUR/t        | landfill-tax: \"cost:landfill-tax-gr-2052\" | no cost | 'cost:landfill-tax-gr-2022'",
                "landfill-tax: 11 EUR/t        | landfill-tax: \"target:wfd\"   | no target             | lists them"
            })
    void namesThatTheCatalogueDoesNotHave(String passage, String replacement, String message, String advice) {
        if (replacement.contains("10 01 20")) {
            only(
                    findings(passage, "ash: { like: \"low:10 01 10\" }"),
                    "UNKNOWN_ENTRY",
                    "no code '10 01 10'",
                    "Maybe '10 01");
        } else {
            only(findings(passage, replacement), "UNKNOWN_ENTRY", message, advice);
        }
    }

    @Test
    void aProcessThatIsNotThereIsOneMistake() {
        only(
                findings(
                                "    operation: R5\n    takes: [ash]\n    yields: { board: { share: 90 %, market: { price: 60 EUR/t } } }\n    loss: { air: 10 % }\n",
                                "    like: composting-leaf\n")
                        .stream()
                        .filter(finding -> !finding.code().equals("UNUSED"))
                        .toList(),
                "UNKNOWN_ENTRY",
                "no process 'composting-leaf'",
                "process:composting-leaves");
    }

    @Test
    void whatTheLabLacksAndTheCatalogueHasIsProposed() {
        only(
                findings("accepts: [ash], operation", "accepts: [ash, leaves], operation"),
                "UNKNOWN_MATERIAL",
                "no material 'leaves'",
                "materials: { leaves: { like: leaves } }");
    }

    @Test
    void aNameOfAnotherSectionIsNone() {
        only(
                findings("ash: { code: \"10 01 02\" }", "ash: { like: \"process:incineration\" }"),
                "UNKNOWN_ENTRY",
                "names no material",
                "like: concrete");
        only(
                findings(
                        "    operation: R5\n    takes",
                        "    like: \"material:concrete\"\n    operation: R5\n    takes"),
                "UNKNOWN_ENTRY",
                "names no process",
                "like: anaerobic-digestion");
    }

    @Test
    void whatIsRecalledMustBeAskedFor() {
        only(
                findings("landfill-tax: 11 EUR/t", "landfill-tax: \"cost:landfill-tax-si\""),
                "RECALLED_ENTRY",
                "only recalled",
                "recalled cost:landfill-tax-si");
    }

    @Test
    void aBlankIsMissingAndNotZero() {
        only(
                findings("landfill-tax: 11 EUR/t", "landfill-tax: \"cost:landfill-tax-rs\""),
                "CATALOGUE_BLANK",
                "looked for and not found",
                "Give policy.landfill-tax");
        only(
                findings("landfill-tax: 11 EUR/t", "landfill-tax: \"cost:landfill-tax-it-range\""),
                "CATALOGUE_BLANK",
                "5.165 to 25.823 EUR/t",
                "Give policy.landfill-tax");
    }

    @Test
    void otherCurrenciesAreShownAndNotConverted() {
        only(
                findings("landfill-tax: 11 EUR/t", "landfill-tax: \"cost:landfill-tax-uk\""),
                "CATALOGUE_BLANK",
                "'cost:landfill-tax-uk' is 126.15 GBP/t of 2025; the catalogue shows it, but has no rate of exchange",
                "State the rate of that year in 'currencies', or give policy.landfill-tax in EUR of the start year");
        only(
                findings("landfill-tax: 11 EUR/t", "landfill-tax: \"cost:gate-fee-rs-kikinda-08\""),
                "CATALOGUE_BLANK",
                "is 1570 RSD/t of an unknown year",
                "with the rate and the price index in its source");
    }

    @Test
    void sharesThatTheCatalogueDoesNotKnowAreAskedFor() {
        List<Finding> findings = findings(
                "    operation: R5\n    takes: [ash]\n    yields: { board: { share: 90 %, market: { price: 60 EUR/t } } }\n    loss: { air: 10 % }\n",
                "    like: sand-reclamation\n    takes: [ash]\n    ghg: 1 kgCO2e/t\n");
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("CATALOGUE_BLANK"))
                .hasSize(2)
                .anySatisfy(finding -> {
                    assertThat(finding.path()).isEqualTo("processes.pressing.yields");
                    assertThat(finding.message()).contains("'reclaimed-sand'").contains("at most 95 %");
                    assertThat(finding.advice()).contains("yields: { reclaimed-sand: 10 % }");
                });
        only(
                findings(
                                "    operation: R5\n    takes: [ash]\n    yields: { board: { share: 90 %, market: { price: 60 EUR/t } } }\n    loss: { air: 10 % }\n",
                                "    like: red-mud-use\n    takes: [ash]\n    ghg: 1 kgCO2e/t\n")
                        .stream()
                        .filter(finding -> finding.code().equals("CATALOGUE_BLANK"))
                        .toList(),
                "CATALOGUE_BLANK",
                "is no recipe",
                "yields");
    }

    @Test
    void costsAndEmissionsThatAreUnknownAreLeftOutWithAWord() {
        String text = Tiny.with(
                        "    operation: R5\n    takes", "    like: composting-leaves\n    operation: R5\n    takes")
                .replace("    cost: 0 EUR/t\n", "");
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", text).stream()
                .filter(finding -> finding.code().equals("NO_RUNNING_COST"))
                .toList();
        only(
                findings,
                "NO_RUNNING_COST",
                "No running cost is known for 'composting-leaves', so it counts as none. It notes of cost: US model: 15.74 USD/t",
                "or 0 EUR/t if it has none");
        List<Finding> both =
                Tiny.findings(folder, "tiny.yaml", text.replace("composting-leaves", "gypsum-calcination")).stream()
                        .filter(finding -> finding.path().equals("processes.pressing"))
                        .toList();
        assertThat(both).extracting(Finding::code).containsExactlyInAnyOrder("CATALOGUE_LEFT_OUT", "NO_RUNNING_COST");
        assertThat(both).allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    /** A process of the lab itself costs nothing only where it says so; the effective scenario does not hide that either. */
    @Test
    void aProcessWithoutACostIsTold() {
        String text = Tiny.TEXT.replace("    cost: 0 EUR/t\n", "");
        only(
                Tiny.findings(folder, "tiny.yaml", text),
                "NO_RUNNING_COST",
                "No running cost is known for 'pressing', so it counts as none.",
                "such as 'cost: 6 EUR/t'");
        Effective effective = Tiny.read(folder, "tiny.yaml", text).effective(null, List.of());
        assertThat(effective.warnings()).extracting(Finding::code).contains("NO_RUNNING_COST");
        only(Tiny.findings(folder, "effective.yaml", effective.text()), "NO_RUNNING_COST", "for 'pressing'", "0 EUR/t");
        assertThat(Tiny.findings(folder, "tiny.yaml", Tiny.TEXT)).isEmpty();
    }

    @Test
    void aShareOutsideItsStatedRangeIsTold() {
        String process =
                "    operation: R5\n    takes: [ash]\n    yields: { board: { share: 90 %, market: { price: 60 EUR/t } } }\n    loss: { air: 10 % }\n";
        List<Finding> findings = findings(
                        process,
                        "    like: plastic-recycling-pet\n    operation: R5\n    takes: [ash]\n    ghg: 1 kgCO2e/t\n    yields: "
                                + "{ sorting-residue: null, recycled-pet: { share: 97 %, market: { price: 60 EUR/t } } }\n    loss: { air: 3 % }\n")
                .stream()
                .filter(finding -> !finding.code().equals("UNUSED"))
                .toList();
        only(
                findings,
                "OUTSIDE_CATALOGUE_RANGE",
                "is 97 %; the source of 'plastic-recycling-pet' states 80 (73 to 91) %",
                "range");
        assertThat(
                        findings(
                                process,
                                "    like: plastic-recycling-pet\n    operation: R5\n    takes: [ash]\n    ghg: 1 kgCO2e/t\n    yields: "
                                        + "{ sorting-residue: null, recycled-pet: { share: 90 %, market: { price: 60 EUR/t } } }\n    loss: { air: 10 % }\n"))
                .extracting(Finding::code)
                .containsOnly("UNUSED");
    }

    /** EN 450-1 lets fly ash of at most 9 % loss on ignition into concrete; two places may say more. */
    @Test
    void aMaterialBeyondTheLimitOfAProcessIsTold() {
        String text = Tiny.with(
                        "    operation: R5\n    takes: [ash]\n    yields: { board",
                        "    like: fly-ash-to-cement\n    operation: R5\n    takes: [ash]\n    ghg: 1 kgCO2e/t\n    yields: { cement-addition: null, board")
                .replace(
                        "ash: { code: \"10 01 02\" }",
                        "ash: { code: \"10 01 02\", composition: { loss-on-ignition: 9 % } }");
        assertThat(Tiny.findings(folder, "tiny.yaml", text)).isEmpty();
        only(
                Tiny.findings(folder, "tiny.yaml", text.replace("ignition: 9 %", "ignition: 9.5 %")),
                "OUTSIDE_CATALOGUE_RANGE",
                "materials.ash.composition.loss-on-ignition is 9.5 %",
                "limits");
        only(
                Tiny.findings(
                        folder,
                        "tiny.yaml",
                        text.replace(
                                "season: heating\n", "season: heating\n        quality: { loss-on-ignition: 12 % }\n")),
                "OUTSIDE_CATALOGUE_RANGE",
                "actors.plant.generates.ash.quality.loss-on-ignition is 12 %",
                "limits");
    }

    @Test
    void aLineThatDrawsFromTooFarIsTold() {
        String text = Tiny.with(
                        "    operation: R5\n    takes: [ash]\n    yields: { board",
                        "    like: concrete-crushing\n    operation: R5\n    takes: [ash]\n    yields: { recycled-aggregate: null, board")
                .replace("capacity: 300 t/d, ", "capacity: 300 t/d, within: 170 km, ");
        only(
                Tiny.findings(folder, "tiny.yaml", text),
                "OUTSIDE_CATALOGUE_RANGE",
                "actors.press.runs.line.within is 170 km",
                "Take another process");
    }

    @Test
    void factorsOfTwoFamiliesDoNotMeet() {
        String text = Tiny.with(
                "virgin: { price: 30 EUR/t }", "virgin: { price: 30 EUR/t, ghg: \"factor:desnz-primary-aggregates\" }");
        assertThat(Tiny.findings(folder, "tiny.yaml", text)).isEmpty();
        only(
                Tiny.findings(
                        folder,
                        "tiny.yaml",
                        text.replace("fee: 40 EUR/t", "fee: 40 EUR/t, ghg: \"factor:warm-landfill-fly-ash\"")),
                "FACTOR_FAMILIES_MIXED",
                "family warm (AR4 100 yr",
                "one family");
        assertThat(Tiny.findings(
                        folder,
                        "tiny.yaml",
                        text.replace("fee: 40 EUR/t", "fee: 40 EUR/t, ghg: \"factor:clinker-grey-benchmark\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-08, 20 01 34, ''", "2026-11-09, 20 01 34, was taken from the List of Waste on 2026-11-09",
        "2026-11-08, 20 01 44, only from 2026-11-09 on", "2026-11-09, 20 01 44, ''"
    })
    void aCodeMustBeInTheListOfTheFirstDay(String start, String code, String message) {
        String text = Tiny.TEXT.replace("10 01 02", code).replace("start: 2025-01-01", "start: " + start);
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", text);
        if (message.isEmpty()) {
            assertThat(findings).extracting(Finding::code).doesNotContain("CODE_NOT_IN_FORCE");
        } else {
            only(findings, "CODE_NOT_IN_FORCE", message, "circlab catalogue codes 20 01");
        }
    }

    /** The wording of 2026 could not be had of five new codes, of three rewritten ones and of 16 06; of 19 14 not even codes. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 19 14 01, 'is of sub-chapter 19 14, whose codes from 2026-11-09 on'",
        "2027-01-01, 19 14 01, 'is of sub-chapter 19 14, whose codes from 2026-11-09 on'",
        "2027-01-01, 16 06 09, 'is of sub-chapter 16 06, whose codes from 2026-11-09 on'",
        "2026-11-09, 10 08 20, 'What ''10 08 20'' means from 2026-11-09 on could not be had'",
        "2026-11-09, 20 01 44, 'the catalogue calls it'",
        "2026-11-08, 10 08 20, ''",
        "2027-01-01, 20 01 08, ''"
    })
    void aCodeWhoseWordingCouldNotBeHadIsTold(String start, String code, String message) {
        String text = Tiny.TEXT.replace("10 01 02", code).replace("start: 2025-01-01", "start: " + start);
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", text).stream()
                .filter(finding -> finding.path().startsWith("materials"))
                .toList();
        if (message.isEmpty()) {
            assertThat(findings).isEmpty();
        } else {
            only(findings, "CODE_NOT_HAD", message, "(EU) 2025/934");
        }
    }

    /** The list knows what is hazardous, whether or not a star is written. */
    @Test
    void hazardIsThatOfTheList() {
        String text = Tiny.TEXT.replace("10 01 02", "10 01 04");
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .extracting(Finding::code)
                .isNotEmpty();
        assertThat(Tiny.read(
                                folder,
                                "tiny.yaml",
                                text.replace("operations: [R5] }", "operations: [R5], hazardous: yes }"))
                        .effective(null, List.of())
                        .lab()
                        .materials()
                        .get(0)
                        .hazardous())
                .isTrue();
    }
}
