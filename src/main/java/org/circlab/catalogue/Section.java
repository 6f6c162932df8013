package org.circlab.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of the catalogue, with the word before the id of its entries. */
public enum Section {
    /** Codes of the European List of Waste. */
    CODES("low"),
    /** Materials with what they consist of. */
    MATERIALS("material"),
    /** Recipes of what is done with materials. */
    PROCESSES("process"),
    /** Emission factors. */
    FACTORS("factor"),
    /** Emissions of carrying a tonne over a kilometre. */
    TRANSPORT("transport"),
    /** Fees, taxes and prices. */
    COSTS("cost"),
    /** Targets of the law. */
    TARGETS("target"),
    /** Limits of quality. */
    LIMITS("limit"),
    /** Operations of recovery and disposal, steps of the hierarchy, categories of electrical waste. */
    OPERATIONS("operation"),
    /** Divisions of economic activity. */
    NACE("nace");

    private final String prefix;

    Section(String prefix) {
        this.prefix = prefix;
    }

    /** The word for the whole section, such as {@code factors}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word before an id, as in {@code factor:ipcc-composting}. */
    public String prefix() {
        return prefix;
    }

    /** The section of that word. */
    public static Optional<Section> ofWord(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The section of that word before an id. */
    public static Optional<Section> ofPrefix(String prefix) {
        return Stream.of(values()).filter(each -> each.prefix.equals(prefix)).findFirst();
    }
}
