package org.circlab.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.ledger.Chart;
import org.circlab.model.Lab;
import org.circlab.model.Material;

/** The codes of the List of Waste behind the materials of a chart. */
final class Codes {

    private final List<String> names;
    private final Map<String, Material> materials = new HashMap<>();

    private Codes(Lab lab, Chart chart) {
        names = chart.materials();
        lab.materials().forEach(material -> materials.put(material.id(), material));
    }

    static Codes of(Window window) {
        return of(window.lab(), window.chart());
    }

    static Codes of(Lab lab, Chart chart) {
        return new Codes(lab, chart);
    }

    /** The code of a material; empty where it has none. */
    String code(int material) {
        Material known = materials.get(names.get(material));
        return known == null ? "" : known.lowCode();
    }

    /** Whether the code of a material begins with one of these digits, written as in {@code 17} or {@code 16 01}. */
    boolean isIn(int material, List<String> beginnings) {
        Material known = materials.get(names.get(material));
        return known != null && beginnings.stream().anyMatch(known.lowCode()::startsWith);
    }

    boolean isHazardous(int material) {
        Material known = materials.get(names.get(material));
        return known != null && known.hazardous();
    }
}
