package org.circlab.report;

import java.util.List;
import java.util.Map;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Section;

/**
 * The pilot field that a material belongs to. The catalogue decides where it has a material of that id and code, since what is
 * sorted out of appliances has the codes of any sorting; of other waste its code does, by the chapter, subchapter or entry of the
 * List of Waste (Decision 2000/532/EC) that it begins with.
 */
public enum Domain {
    /** By-products and residues of industry and of energy, and mixed waste. */
    INDUSTRIAL("industrial"),
    /** Electric and electronic equipment, batteries and cables. */
    ELECTRONIC("electronic"),
    /** Farming, food, green waste and sludge. */
    ORGANIC("organic"),
    /** Construction and demolition. */
    CONSTRUCTION("construction and demolition"),
    /** Without a code of waste and not in the catalogue: products, raw materials, losses. */
    PRODUCTS("products and raw materials");

    private static final List<Map.Entry<String, Domain>> CODES = List.of(
            Map.entry("02", ORGANIC),
            Map.entry("16 02", ELECTRONIC),
            Map.entry("16 06", ELECTRONIC),
            Map.entry("17", CONSTRUCTION),
            Map.entry("19 05", ORGANIC),
            Map.entry("19 06", ORGANIC),
            Map.entry("19 08 05", ORGANIC),
            Map.entry("19 08 09", ORGANIC),
            Map.entry("20 01 08", ORGANIC),
            Map.entry("20 01 21", ELECTRONIC),
            Map.entry("20 01 23", ELECTRONIC),
            Map.entry("20 01 25", ORGANIC),
            Map.entry("20 01 33", ELECTRONIC),
            Map.entry("20 01 34", ELECTRONIC),
            Map.entry("20 01 35", ELECTRONIC),
            Map.entry("20 01 36", ELECTRONIC),
            Map.entry("20 02 01", ORGANIC),
            Map.entry("20 03 02", ORGANIC));

    private final String words;

    Domain(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /**
     * The field of a material.
     *
     * @param id as the scenario names it
     * @param code in pairs of digits, such as {@code 10 01 02}; empty where it has none
     */
    public static Domain of(String id, String code) {
        return Catalogue.bundled()
                .find(Section.MATERIALS, id)
                .filter(entry -> code.isEmpty() || entry.listed("codes").contains(code))
                .map(entry -> ofWord(entry.about("domain")))
                .orElseGet(() -> ofCode(code));
    }

    private static Domain ofCode(String code) {
        Domain otherwise = code.isEmpty() ? PRODUCTS : INDUSTRIAL;
        return CODES.stream()
                .filter(entry -> code.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** As the catalogue's table of materials names it. */
    private static Domain ofWord(String word) {
        return switch (word) {
            case "electronic" -> ELECTRONIC;
            case "organic" -> ORGANIC;
            case "construction" -> CONSTRUCTION;
            default -> INDUSTRIAL;
        };
    }
}
