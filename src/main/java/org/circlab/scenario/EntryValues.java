package org.circlab.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Family;
import org.circlab.catalogue.Figure;
import org.circlab.catalogue.Section;
import org.circlab.catalogue.Verification;

/**
 * Single values of the catalogue put in where the lab names them ({@code ghg: factor:clinker-grey-benchmark}), each with its
 * source. Factors of families that count differently must not meet in one lab.
 */
final class EntryValues {

    /** Keys of text for people, where nothing is named. */
    private static final Set<String> PROSE = Set.of("name", "note", "about", "source");

    private final Set<String> currencies;
    private final Findings findings;
    /** Where a factor of each family was first met. */
    private final Map<Family, Entry> families = new TreeMap<>();

    private EntryValues(Set<String> currencies, Findings findings) {
        this.currencies = currencies;
        this.findings = findings;
    }

    /** The lab with the values that it names. */
    static Tree.Keyed putIn(Tree.Keyed lab, Findings findings) {
        return new EntryValues(Scope.keysAt(lab, Currencies.KEY), findings).within(lab, "");
    }

    private Tree.Keyed within(Tree.Keyed map, String path) {
        Map<String, Tree.Entry> changed = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> {
            String at = path.isEmpty() ? key : path + "." + key;
            Tree value = entry.value();
            Tree after = PROSE.contains(key)
                    ? value
                    : value instanceof Tree.Keyed inner
                            ? within(inner, at)
                            : value instanceof Tree.Text text ? put(text, at) : value;
            if (after != value) {
                changed.put(key, new Tree.Entry(entry.mark(), after));
            }
        });
        if (changed.isEmpty()) {
            return map;
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(map.entries());
        entries.putAll(changed);
        return new Tree.Keyed(map.mark(), entries);
    }

    private Tree put(Tree.Text text, String path) {
        boolean mayName = text.value().indexOf(':') > 0;
        Optional<EntryName> name = mayName ? EntryName.ofValue(text.value()) : Optional.empty();
        if (name.isEmpty()) {
            return text;
        }
        Spot spot = new Spot(text.mark(), path);
        Optional<Entry> entry = name.get().entry(spot, findings);
        entry.filter(each -> each.section() == Section.FACTORS).ifPresent(each -> family(each, spot));
        return entry.flatMap(each -> value(each, spot)).orElse(new Tree.Nothing(text.mark(), true));
    }

    private Optional<Tree> value(Entry entry, Spot spot) {
        Figure figure = entry.value().orElseThrow();
        EntryTrees trees = new EntryTrees(spot.mark());
        if (figure.value().isEmpty()) {
            boolean missing = entry.evidence().verification() == Verification.MISSING;
            findings.add(
                    FindingCode.CATALOGUE_BLANK,
                    spot,
                    "'" + entry.reference() + "' of the catalogue has no value"
                            + (missing ? "; it was looked for and not found." : ": " + figure.shown() + "."),
                    "Give " + spot.name() + " yourself, with its source.");
            return Optional.empty();
        }
        if (figure.isForeignMoney() && !hasRate(figure)) {
            findings.add(
                    FindingCode.CATALOGUE_BLANK,
                    spot,
                    "'" + entry.reference() + "' is " + figure.shown() + " of "
                            + (entry.evidence().year().matches("\\d+")
                                    ? entry.evidence().year()
                                    : "an unknown year")
                            + "; the catalogue shows it, but has no rate of exchange with a source.",
                    "State the rate of that year in '" + Currencies.KEY + "', or give " + spot.name()
                            + " in EUR of the start year, with the rate and the price index in its source.");
            return Optional.empty();
        }
        return Optional.of(
                trees.sourced(figure.value().orElseThrow(), figure.evidence().source(entry.reference())));
    }

    private boolean hasRate(Figure figure) {
        return Currencies.amount(figure.value().orElseThrow())
                .filter(amount -> currencies.contains(amount.currency()))
                .isPresent();
    }

    private void family(Entry entry, Spot spot) {
        Family own = Family.of(entry.about("family"));
        families.forEach((other, first) -> {
            if (!own.goesWith(other)) {
                findings.add(
                        FindingCode.FACTOR_FAMILIES_MIXED,
                        spot,
                        "'" + entry.reference() + "' is of family " + own.word() + " (" + entry.about("gwp") + "; "
                                + entry.about("boundary") + "), '" + first.reference() + "' of family " + other.word()
                                + " (" + first.about("gwp") + "; " + first.about("boundary") + ").",
                        "Take all factors of a lab from one family, or give the value with a source of its own.");
            }
        });
        families.putIfAbsent(own, entry);
    }
}
