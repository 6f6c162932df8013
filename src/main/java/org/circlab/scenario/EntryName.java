package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Section;

/**
 * How a scenario names an entry of the catalogue: {@code cost:landfill-tax-gr-2025}, with {@code recalled} before it where a row
 * may be one that was only recalled.
 *
 * @param recalled whether such a row is asked for
 * @param section where the entry belongs
 * @param id of the entry
 */
record EntryName(boolean recalled, Section section, String id) {

    /** The sections whose entries are single values. */
    private static final List<Section> VALUES =
            List.of(Section.FACTORS, Section.TRANSPORT, Section.COSTS, Section.LIMITS, Section.TARGETS);

    /** A reference to a single value, as JSON Schema matches it too. */
    static final String VALUE_PATTERN = "(?:recalled )?(?:factor|transport|cost|limit|target):[a-z0-9-]+";

    private static final Pattern VALUE = Pattern.compile(VALUE_PATTERN);
    private static final Pattern NAME = Pattern.compile("(recalled )?(?:([a-z]+): ?)?([\\p{L}\\p{N}][^:*]*?)\\*?");

    /** What a text names that stands where an entry of a section is expected; nothing where it is no name. */
    static Optional<EntryName> of(String text, Section expected) {
        Matcher matcher = NAME.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Section> section =
                matcher.group(2) == null ? Optional.of(expected) : Section.ofPrefix(matcher.group(2));
        return section.map(each -> new EntryName(matcher.group(1) != null, each, matcher.group(3)));
    }

    /** The single value that a text names; nothing where it is any other text. */
    static Optional<EntryName> ofValue(String text) {
        return VALUE.matcher(text).matches()
                ? of(text, Section.FACTORS).filter(name -> VALUES.contains(name.section))
                : Optional.empty();
    }

    /** How to declare what the lab lacks and the catalogue has under that very id; nothing where it has not. */
    static Optional<String> like(String id, Kind kind) {
        Optional<Section> section = switch (kind) {
            case MATERIAL -> Optional.of(Section.MATERIALS);
            case PROCESS -> Optional.of(Section.PROCESSES);
            default -> Optional.empty();
        };
        return section.flatMap(each -> Catalogue.bundled().find(each, id))
                .map(entry -> "The catalogue has it: " + kind.declaredIn() + ": { " + id + ": { like: " + id + " } }.");
    }

    /** The entry, or nothing and a finding that says why not. */
    Optional<Entry> entry(Spot spot, Findings findings) {
        Catalogue catalogue = recalled ? Catalogue.withRecalled() : Catalogue.bundled();
        Optional<Entry> found = catalogue.find(section, id);
        if (found.isPresent()) {
            return found;
        }
        if (Catalogue.withRecalled().find(section, id).isPresent()) {
            findings.add(
                    FindingCode.RECALLED_ENTRY,
                    spot,
                    "'" + section.prefix() + ":" + id + "' of the catalogue was only recalled from its source.",
                    "Write 'recalled " + section.prefix() + ":" + id + "' to use it as assumed, or give the value.");
            return Optional.empty();
        }
        findings.add(
                FindingCode.UNKNOWN_ENTRY,
                spot,
                "The catalogue has no " + section.prefix() + " '" + id + "'.",
                advice(catalogue.entries(section).stream().map(Entry::id).toList()));
        return Optional.empty();
    }

    private String advice(List<String> ids) {
        Optional<String> near = Suggestion.nearest(id, ids)
                .or(() -> Stream.of(id.split("-", -1))
                        .flatMap(word -> ids.stream().filter(each -> word.length() > 3 && each.contains(word)))
                        .findFirst());
        return near.map(each -> "Maybe '" + section.prefix() + ":" + each + "'? ")
                        .orElse("") + "'circlab catalogue " + section.word() + "' lists them.";
    }
}
