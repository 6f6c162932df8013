package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue from the command line: lists, filters, whole entries, and what is said of names that are none. */
class CatalogueCommandTest {

    private static Session catalogue(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "catalogue";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Session.of(all);
    }

    private static String out(String... arguments) {
        Session session = catalogue(arguments);
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
        return session.out();
    }

    private static List<String> ids(String text) {
        return text.lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.split(" {2}", 2)[0])
                .toList();
    }

    @Test
    void withoutASectionItNamesAllWithTheirSizes() {
        assertThat(out().lines().limit(10))
                .hasSize(10)
                .anyMatch(line -> line.matches(" +limits +\\d+, and 58 that were only recalled"));
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void everySectionIsListedWhole(Section section) {
        String text = out(section.word());
        List<String> ids = Catalogue.bundled().entries(section).stream()
                .map(entry -> entry.about("hazardous").equals("yes") ? entry.id() + "*" : entry.id())
                .toList();
        assertThat(ids(text)).containsExactlyElementsOf(ids);
        assertThat(text).contains("\nSources\n  ");
    }

    /** A figure that was not found has a row of its own where its entry is shown, but it is no source. */
    @Test
    void whatWasNotFoundIsNoSource() {
        String notFound = "looked for and not found";
        assertThat(out("show", "composting-leaves")).contains("missing: " + notFound);
        assertThat(out("processes", "composting-leaves"))
                .contains("\nSources\n  ")
                .doesNotContain(notFound);
    }

    @Test
    void codesAreFilteredByTheirBeginning() {
        assertThat(ids(out("codes", "17", "01")))
                .containsExactly("17 01 01", "17 01 02", "17 01 03", "17 01 06*", "17 01 07");
        assertThat(ids(out("codes", "redmud".substring(0, 3), "mud"))).containsExactly("01 03 09", "01 03 10*");
    }

    @Test
    void countriesAndFamiliesFilter() {
        assertThat(ids(out("costs", "tax", "--country", "gr")))
                .hasSize(6)
                .allMatch(id -> id.startsWith("landfill-tax-gr-"));
        assertThat(ids(out("factors", "--family", "ipcc", "composting")))
                .containsExactly("ipcc-composting-ch4", "ipcc-composting-n2o", "ipcc-composting");
    }

    @Test
    void recalledRowsAreListedOnRequest() {
        assertThat(ids(out("costs", "--country", "SI"))).doesNotContain("landfill-tax-si");
        assertThat(ids(out("costs", "--country", "SI", "--all"))).contains("landfill-tax-si");
    }

    @Test
    void anEntryIsShownWithItsTrail() {
        assertThat(out("show", "plastic-sorting-pet"))
                .contains("process:plastic-sorting-pet  Sorting of PET")
                .contains("yield sorted-pet: 81 (70 to 91) %")
                .contains(
                        "as a distribution: mean 80.67 %, spread: { triangular: { low: 0.8678, mode: 1.004, high: 1.128 } }")
                .contains("2021, excerpt: Antonopoulos");
        assertThat(out("show", "gate-fee-uk13-lf")).contains("21 (8 to 49) GBP/t", "no rate of exchange has a source");
        assertThat(out("show", "gate-fee-si22-resid")).contains("155.2 EUR/t").doesNotContain("exchange");
        assertThat(out("show", "low:170101")).contains("materials of this code: concrete");
        assertThat(out("show", "17", "01", "01")).contains("low:17 01 01  Concrete rubble");
        assertThat(out("show", "material:fly-ash")).contains("processes that take it: fly-ash-to-cement, fly-ash-use");
        assertThat(out("show", "incineration")).contains("recalled, so not loaded unless asked for");
        assertThat(out("show", "incineration", "--all")).contains("yield incinerator-bottom-ash: 20 to 30 %");
    }

    @Test
    void csvHasARowForEachFigure() {
        List<String> lines = out("processes", "concrete-recycling", "--format", "csv")
                .lines()
                .toList();
        int figures = Catalogue.bundled()
                .find(Section.PROCESSES, "concrete-recycling")
                .orElseThrow()
                .figures()
                .size();
        assertThat(lines).hasSize(1 + figures);
        assertThat(lines.get(0))
                .startsWith("section,id,name,part,what,low,typical,high,unit,year,grade,verification,source,address");
        assertThat(lines.get(1)).contains(",yield,recycled-gravel,,61.4,,%,2025,reported,read,");
    }

    private static @Nullable Object first(@Nullable Object list) {
        return list instanceof List<?> items ? items.get(0) : null;
    }

    @Test
    void jsonHasAnObjectForEachEntry() {
        Map<?, ?> document =
                JsonMapper.shared().readValue(out("show", "clinker-grey-benchmark", "--format", "json"), Map.class);
        Map<?, ?> entry = (Map<?, ?>) Objects.requireNonNull(first(document.get("entries")));
        assertThat(entry.get("family")).isEqualTo("industry");
        Map<?, ?> figure = (Map<?, ?>) Objects.requireNonNull(first(entry.get("figures")));
        assertThat(figure.get("typical")).isEqualTo(766);
        assertThat(figure.containsKey("low")).isFalse();
        assertThat(figure.get("source"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("verification", "quoted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "processs                 | circlab: the catalogue has no section 'processs'. Maybe 'processes'?",
                "factors --family=wram    | circlab: there is no family 'wram'. Maybe 'warm'?",
                "show concret             | circlab: the catalogue has no entry 'concret'. Maybe 'concrete'?",
                "show fgd-ph              | circlab: the catalogue has no entry 'fgd-ph' but one that was only recalled. Add --all to see it.",
                "show                     | circlab: 'show' needs the id of an entry. Write it like 'circlab catalogue show concrete-recycling'.",
                "codes 19 14              | circlab: no codes mention '19 14'. Its codes of sub-chapter 19 14 from 2026-11-09 on could not be had.",
                "codes 16 06 07           | circlab: no codes mention '16 06 07'. Its codes of sub-chapter 16 06 from 2026-11-09 on could not be had.",
                "processes qwertz         | circlab: no processes mention 'qwertz'. 'circlab catalogue processes' lists them.",
                "costs --country=ZZ       | circlab: no costs of country 'ZZ'. 'circlab catalogue costs' lists them."
            })
    void unknownNamesGetAProposal(String arguments, String message) {
        Session session = catalogue(arguments.split(" ", -1));
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).isEqualTo(message + "\n");
        assertThat(session.code()).isEqualTo(1);
    }
}
