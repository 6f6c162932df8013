package org.circlab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.model.Grade;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every row of the catalogue keeps: a source, a year, a unit, a grade; and what rows say of each other. */
class CatalogueTest {

    /** Units that no key of a scenario takes: other currencies, energy, single gases, and what only tells. */
    private static final Set<String> OUTSIDE_SCENARIOS = Set.of(
            "GBP/t",
            "USD/t",
            "USD/(t/yr)",
            "USD/kW",
            "RSD/t",
            "EUR/km",
            "gCO2e/kWh",
            "kgCO2e/kWh",
            "kgCO2e/l",
            "kgCO2e/m3",
            "kgCO2e/GJ",
            "kgCO2e/kg",
            "kgCH4/t",
            "kgN2O/t",
            "gN2O/t",
            "kWh/t",
            "l/t",
            "MJ/t",
            "m3/t",
            "m3CH4/t",
            "kgCO2/t",
            "mg/MJ",
            "cm3/kg",
            "pH",
            "obligation");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern REFERENCE = Pattern.compile("\\b(factor|cost|limit|process|material):([a-z0-9-]+)");

    private static Stream<Entry> all() {
        return Arrays.stream(Section.values()).flatMap(section -> Catalogue.withRecalled().entries(section).stream());
    }

    private static List<Figure> figures() {
        return all().flatMap(entry -> entry.figures().stream()).toList();
    }

    private static List<Entry> processes() {
        return Catalogue.withRecalled().entries(Section.PROCESSES);
    }

    private static boolean isNumberOrBlank(String text) {
        return text.isEmpty() || NUMBER.matcher(text).matches();
    }

    @Test
    void everyRowHasASourceAYearAUnitAndAGrade() {
        for (String file : List.of(
                "codes",
                "materials",
                "material-figures",
                "processes",
                "process-figures",
                "factors",
                "transport",
                "costs",
                "targets",
                "limits",
                "operations",
                "nace")) {
            assertThat(Rows.of(file + ".csv")).as(file).isNotEmpty().allSatisfy(row -> {
                assertThat(row.get("source")).isNotBlank();
                assertThat(row.get("unit")).isNotBlank();
                assertThat(row.get("year")).matches("\\d{4}|undated");
                assertThat(Verification.of(String.valueOf(row.get("grade")))).isIn((Object[]) Verification.values());
            });
        }
    }

    @Test
    void everySourceIsUsedAndHasAReference() {
        Set<String> used = new TreeSet<>();
        all().forEach(entry -> {
            used.add(entry.evidence().key());
            entry.figures().forEach(figure -> used.add(figure.evidence().key()));
        });
        assertThat(Rows.of("sources.csv").stream().map(row -> row.get("id"))).containsExactlyInAnyOrderElementsOf(used);
        assertThat(Rows.of("sources.csv"))
                .allMatch(row -> !row.getOrDefault("reference", "").isBlank());
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void idsAreUniqueAndCanBeNamed(Section section) {
        List<String> ids = Catalogue.withRecalled().entries(section).stream()
                .map(Entry::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        if (section != Section.CODES) {
            assertThat(ids).allMatch(id -> id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,99}"));
        }
    }

    @Test
    void numbersAreNumbersAndRangesAscend() {
        assertThat(figures()).allSatisfy(figure -> {
            assertThat(Stream.of(figure.low(), figure.typical(), figure.high()))
                    .allMatch(CatalogueTest::isNumberOrBlank);
            List<BigDecimal> given = Stream.of(figure.low(), figure.typical(), figure.high())
                    .filter(text -> !text.isEmpty())
                    .map(BigDecimal::new)
                    .toList();
            assertThat(given).isSorted();
        });
    }

    @Test
    void everyValueParsesWithItsDimensionOrIsOutsideScenarios() {
        for (Figure figure : figures()) {
            String unit = figure.unit();
            boolean known = Arrays.stream(Dimension.values())
                    .anyMatch(dimension -> dimension.units().contains(unit));
            boolean plain = unit.equals("t/t") || unit.equals("kg/t") || unit.equals("g/t");
            assertThat(known || OUTSIDE_SCENARIOS.contains(unit) || plain)
                    .as(unit)
                    .isTrue();
            if (known && figure.value().isPresent()) {
                Dimension dimension = Arrays.stream(Dimension.values())
                        .filter(each -> each.units().contains(unit))
                        .findFirst()
                        .orElseThrow();
                double expected = Double.parseDouble(figure.typical());
                double parsed =
                        Quantity.parse(figure.value().orElseThrow(), dimension).value();
                assertThat(Math.signum(parsed)).isEqualTo(Math.signum(expected));
            }
        }
    }

    /** Outputs and losses of a recipe make 100 % to the last digit; where one is missing, those that are known are less. */
    @Test
    void recipesConserveMass() {
        for (Entry process : processes()) {
            List<Figure> shares = Stream.concat(process.figures("yield").stream(), process.figures("loss").stream())
                    .toList();
            BigDecimal sum = shares.stream()
                    .filter(share -> share.value().isPresent())
                    .map(share -> new BigDecimal(share.typical()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (process.isRecipe()) {
                assertThat(sum).as(process.id()).isEqualByComparingTo("100");
            } else {
                assertThat(sum).as(process.id()).isLessThan(BigDecimal.valueOf(100));
            }
        }
    }

    @Test
    void whatProcessesTakeAndYieldAreMaterials() {
        Set<String> materials = Catalogue.bundled().entries(Section.MATERIALS).stream()
                .map(Entry::id)
                .collect(Collectors.toSet());
        Set<String> operations = Catalogue.bundled().entries(Section.OPERATIONS).stream()
                .map(Entry::id)
                .collect(Collectors.toSet());
        for (Entry process : processes()) {
            assertThat(materials).as(process.id()).containsAll(process.listed("takes"));
            assertThat(materials)
                    .as(process.id())
                    .containsAll(
                            process.figures("yield").stream().map(Figure::what).toList());
            assertThat(process.figures("loss")).extracting(Figure::what).isSubsetOf("air", "water");
            assertThat(operations).contains(process.about("operation"));
        }
    }

    @Test
    void codesOfMaterialsAreListed() {
        assertThat(Catalogue.bundled().entries(Section.MATERIALS).stream()
                        .flatMap(material -> material.listed("codes").stream()))
                .allMatch(code -> WasteList.find(code).isPresent());
    }

    /** Substances are shares of the dry matter, so that of no material they exceed it. */
    @Test
    void compositionsFit() {
        for (Entry material : Catalogue.bundled().entries(Section.MATERIALS)) {
            double sum = material.figures("substance").stream()
                    .filter(figure -> figure.value().isPresent())
                    .mapToDouble(figure -> Double.parseDouble(figure.typical()))
                    .sum();
            assertThat(sum).as(material.id()).isLessThanOrEqualTo(100.0001);
        }
    }

    @Test
    void whatNotesPointToIsThere() {
        List<String> notes = new ArrayList<>();
        all().forEach(entry -> {
            notes.add(entry.note());
            entry.figures().forEach(figure -> notes.add(figure.note()));
        });
        int found = 0;
        for (String note : notes) {
            Matcher matcher = REFERENCE.matcher(note);
            while (matcher.find()) {
                Section section = Section.ofPrefix(matcher.group(1)).orElseThrow();
                assertThat(Catalogue.bundled().find(section, matcher.group(2)))
                        .as(note)
                        .isPresent();
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    /** As many rows as their compilers counted: 131 were recalled, of which 45 are names of NACE divisions. */
    @Test
    void recalledRowsAreThereOnlyWhenAskedFor() {
        List<Entry> recalled = all().filter(Entry::isRecalled).toList();
        long figures = processes().stream()
                .flatMap(process -> process.figures().stream())
                .filter(Figure::isRecalled)
                .count();
        assertThat(recalled.size() + figures).isEqualTo(131);
        for (Entry entry : recalled) {
            boolean named = entry.section() == Section.NACE;
            assertThat(Catalogue.bundled().find(entry.section(), entry.id()).isPresent())
                    .as(entry.reference())
                    .isEqualTo(named);
        }
        assertThat(Catalogue.bundled().entries(Section.PROCESSES).stream()
                        .flatMap(process -> process.figures().stream())
                        .filter(Figure::isRecalled))
                .allMatch(figure -> figure.value().isEmpty() && !figure.hasRange());
    }

    /** Shares that sources write as parts of one: 0.049 t of residue a tonne is 4.9 %, 0.0543 of the heating value 5.43 %. */
    @ParameterizedTest
    @CsvSource({
        "mechanical-biological-treatment, residue-landfilled, 4.9 %",
        "gasification, own-electricity, 5.43 %",
        "gasification, electric-efficiency, 34 %",
        "landfill, engine-efficiency, 36.5 %",
        "landfill, decay-rate, 4 %/yr"
    })
    void partsOfOneAreInPercent(String process, String what, String value) {
        assertThat(Catalogue.bundled()
                        .find(Section.PROCESSES, process)
                        .orElseThrow()
                        .figures("fact"))
                .filteredOn(figure -> figure.what().equals(what))
                .singleElement()
                .satisfies(figure -> assertThat(figure.shown()).isEqualTo(value));
    }

    @Test
    void whatWasNotFoundHasNoValue() {
        assertThat(figures())
                .filteredOn(figure -> figure.evidence().verification() == Verification.MISSING)
                .isNotEmpty()
                .allMatch(figure -> figure.shown().equals("—"));
    }

    @ParameterizedTest
    @CsvSource({
        "READ, REPORTED",
        "EXCERPT, REPORTED",
        "TRANSPOSED, REPORTED",
        "QUOTED, REPORTED",
        "COMPUTED, DERIVED",
        "RECALLED, ASSUMED",
        "MISSING, ASSUMED"
    })
    void verificationsBecomeGrades(Verification verification, Grade grade) {
        assertThat(verification.grade()).isEqualTo(grade);
    }

    @Test
    void sectionsAreFoundByTheirWords() {
        for (Section section : Section.values()) {
            assertThat(Section.ofWord(section.word())).contains(section);
            assertThat(Section.ofPrefix(section.prefix())).contains(section);
        }
        assertThat(Section.ofWord("factor")).isEmpty();
        assertThat(Section.ofPrefix("factors")).isEmpty();
    }

    /** The operations of the directive, its five steps, and the six categories of electrical waste. */
    @Test
    void operationsAreComplete() {
        List<String> ids = Catalogue.bundled().entries(Section.OPERATIONS).stream()
                .map(Entry::id)
                .toList();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            expected.add("D" + i);
            expected.addAll(i <= 13 ? List.of("R" + i) : List.of());
            expected.addAll(i <= 5 ? List.of("H" + i) : List.of());
            expected.addAll(i <= 6 ? List.of("WEEE" + i) : List.of());
        }
        assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Targets of the law say what is divided by what, or they are duties without a number. */
    @Test
    void targetsHaveNumeratorAndDenominator() {
        List<Entry> targets = Catalogue.bundled().entries(Section.TARGETS);
        assertThat(targets).hasSizeGreaterThan(40);
        assertThat(targets.stream().filter(target -> !target.id().equals("raw-materials-recycling-2030")))
                .allMatch(target -> !target.about("numerator").isEmpty()
                        && !target.about("denominator").isEmpty());
    }
}
