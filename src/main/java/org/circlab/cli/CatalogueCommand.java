package org.circlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Family;
import org.circlab.catalogue.Section;
import org.circlab.catalogue.WasteList;
import org.circlab.scenario.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code circlab catalogue}: lists, filters and shows the bundled reference data with its sources. */
@Command(
        name = "catalogue",
        description =
                "Lists the reference data that a scenario can name, each row with its source, year, unit and grade.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab catalogue                          the sections",
            "  circlab catalogue processes compost        entries that mention a word",
            "  circlab catalogue codes 17 01              codes that begin so",
            "  circlab catalogue costs --country SI",
            "  circlab catalogue factors landfill --family ipcc --format csv",
            "  circlab catalogue show concrete-recycling  one entry whole, with its sources",
            "",
            "Rows that were only recalled from their source are left out; --all has them too."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CatalogueCommand implements Callable<Integer> {

    private static final String SHOW = "show";
    private static final int MOST_ALIKE = 5;

    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SECTION",
            description =
                    "codes, materials, processes, factors, transport, costs, targets, limits, operations or nace; "
                            + "or 'show'")
    private @Nullable String section;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILTER",
            description = "words that entries mention, or the id of the entry to show")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--country",
            paramLabel = "CC",
            description = "only rows of a country in two letters, or EU, UK, US")
    private @Nullable String country;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            description = "only emission factors of a family: desnz, warm, ipcc, ice, grid or industry")
    private @Nullable String family;

    @Option(names = "--all", description = "rows too that were only recalled from their source")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how rows are written: ${COMPLETION-CANDIDATES}")
    private CatalogueFormat format = CatalogueFormat.TEXT;

    CatalogueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (section == null) {
            sections();
            return CircLab.DONE;
        }
        Catalogue catalogue = all ? Catalogue.withRecalled() : Catalogue.bundled();
        if (section.equals(SHOW)) {
            return show(catalogue);
        }
        Optional<Section> chosen = Section.ofWord(section);
        if (chosen.isEmpty()) {
            List<String> known = Stream.of(Section.values()).map(Section::word).toList();
            return refused("the catalogue has no section '" + section + "'", Suggestion.maybe(section, known));
        }
        if (family != null
                && Stream.of(Family.values()).noneMatch(each -> each.word().equals(family))) {
            List<String> known = Stream.of(Family.values()).map(Family::word).toList();
            return refused("there is no family '" + family + "'", Suggestion.maybe(family, known));
        }
        return list(catalogue, chosen.get());
    }

    private void sections() {
        for (Section each : Section.values()) {
            int size = Catalogue.bundled().entries(each).size();
            int recalled = Catalogue.withRecalled().entries(each).size() - size;
            console.out()
                    .println(String.format(Locale.ROOT, "  %-11s %4d", each.word(), size)
                            + (recalled == 0 ? "" : ", and " + recalled + " that were only recalled"));
        }
        console.out().println();
        console.out()
                .println("'circlab catalogue SECTION' lists one, 'circlab catalogue show ID' shows an entry whole.");
    }

    private int list(Catalogue catalogue, Section chosen) {
        List<Entry> entries =
                catalogue.entries(chosen).stream().filter(this::isWanted).toList();
        if (entries.isEmpty()) {
            List<String> known =
                    catalogue.entries(chosen).stream().map(Entry::id).toList();
            String wanted = String.join(" ", words);
            return refused(
                    "no " + chosen.word() + (wanted.isEmpty() ? "" : " mention '" + wanted + "'")
                            + (country == null ? "" : " of country '" + country + "'")
                            + (family == null ? "" : " of family '" + family + "'"),
                    WasteList.notHad(wanted)
                            .filter(subchapter -> chosen == Section.CODES)
                            .map(subchapter -> "Its codes of sub-chapter " + subchapter + " from " + WasteList.CHANGE
                                    + " on could not be had.")
                            .orElseGet(() -> near(wanted, known, chosen)));
        }
        console.out().print(format.list(chosen, entries));
        return CircLab.DONE;
    }

    private boolean isWanted(Entry entry) {
        boolean byCode = entry.section() == Section.CODES
                && !words.isEmpty()
                && words.get(0).matches("\\d{2}\\*?");
        boolean named = byCode
                ? entry.id().startsWith(String.join(" ", words))
                : words.stream().allMatch(word -> entry.mentions(word.toLowerCase(Locale.ROOT)));
        return named
                && (country == null || country.equalsIgnoreCase(entry.about("country")))
                && (family == null || family.equals(entry.about("family")));
    }

    private int show(Catalogue catalogue) {
        String id = String.join(" ", words).strip();
        if (id.isEmpty()) {
            return refused(
                    "'show' needs the id of an entry", "Write it like 'circlab catalogue show concrete-recycling'.");
        }
        int colon = id.indexOf(':');
        Optional<Section> prefix = colon < 0 ? Optional.empty() : Section.ofPrefix(id.substring(0, colon));
        String bare = prefix.isPresent() ? id.substring(colon + 1).strip() : id;
        List<Section> sections = prefix.map(List::of).orElse(List.of(Section.values()));
        String digits = bare.matches("\\d{6}\\*?|\\d\\d \\d\\d \\d\\d\\*?")
                ? bare.replaceAll("[ *]", "").replaceAll("(\\d\\d)(\\d\\d)(\\d\\d)", "$1 $2 $3")
                : bare;
        List<Entry> found = sections.stream()
                .flatMap(each -> catalogue.find(each, digits).stream())
                .toList();
        if (found.isEmpty()) {
            List<String> known = sections.stream()
                    .flatMap(each -> catalogue.entries(each).stream())
                    .map(Entry::id)
                    .toList();
            boolean recalled = sections.stream()
                    .anyMatch(
                            each -> Catalogue.withRecalled().find(each, digits).isPresent());
            return refused(
                    "the catalogue has no entry '" + id + "'" + (recalled ? " but one that was only recalled" : ""),
                    recalled ? "Add --all to see it." : near(digits, known, Section.MATERIALS));
        }
        console.out().print(format.show(found));
        return CircLab.DONE;
    }

    /** The id that was probably meant, or some that have a word of it. */
    private static String near(String id, List<String> known, Section section) {
        String slip = Suggestion.maybe(id, known);
        List<String> words = List.of(id.split("[- ]", -1));
        String alike = known.stream()
                .filter(each -> words.stream().anyMatch(word -> word.length() > 3 && each.contains(word)))
                .limit(MOST_ALIKE)
                .collect(Collectors.joining(", "));
        String all = "'circlab catalogue " + section.word() + "' lists them.";
        return !slip.isEmpty() ? slip : alike.isEmpty() ? all : "Maybe one of " + alike + "?";
    }

    private int refused(String what, String advice) {
        console.message("circlab: " + what + (advice.isEmpty() ? "." : ". " + advice));
        return CircLab.FAILED;
    }
}
