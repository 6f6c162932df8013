package org.circlab.score;

import java.util.ArrayList;
import java.util.List;
import org.circlab.ledger.EmissionKind;

/** Greenhouse gases. A single run says little: the result is the difference from business as usual. */
final class Climate {

    /** Everything that is emitted, less what is avoided. */
    static final Amount NET =
            Amount.emissions("all emissions", emission -> emission.kind().counts());

    static final List<Indicator> ALL = all();

    private Climate() {}

    private static List<Indicator> all() {
        List<Indicator> list = new ArrayList<>();
        for (EmissionKind kind : EmissionKind.values()) {
            if (!kind.counts()) {
                continue;
            }
            list.add(new Indicator(
                    measure("ghg-" + kind.word(), "GHG: " + kind.word().replace('-', ' '), formula(kind)),
                    Amount.emissions(kind.word().replace('-', ' '), emission -> emission.kind() == kind)));
        }
        list.add(new Indicator(
                measure(
                        "ghg-net",
                        "Net greenhouse-gas emissions",
                        "haulage + process + disposal + virgin material + avoided (negative). No burden is avoided inside the"
                                + " lab: less virgin material is bought instead. Landfill methane counts as the factor of the"
                                + " site counts it, carbon dioxide from biomass not at all; both are told apart beside it."),
                NET));
        return List.copyOf(list);
    }

    private static Measure measure(String id, String title, String formula) {
        return new Measure(id, title, "tCO2e/yr", Sense.LOWER_IS_BETTER, "climate", formula, "");
    }

    private static String formula(EmissionKind kind) {
        return switch (kind) {
            case HAULAGE -> "tonne-kilometres times the factor of the mode";
            case PROCESS -> "total input of processing lines times the recipe's factor";
            case DISPOSAL -> "mass disposed of times the site's factor, landfill methane booked in full on arrival";
            case VIRGIN_MATERIAL -> "virgin material bought times the factor of making it";
            case BIOGENIC -> "carbon dioxide from biomass, in no sum";
            case AVOIDED ->
                "product sold out of the lab times the factor of what it displaces there; negative. Nothing is credited"
                        + " for use inside the lab.";
        };
    }
}
