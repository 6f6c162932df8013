package org.circlab.scenario;

import java.time.LocalDate;
import org.circlab.catalogue.ListedCode;
import org.circlab.catalogue.WasteList;
import org.circlab.model.Material;

/** The List of Waste changes; a code must be in it on the day from which results are gathered. */
final class CodeRules {

    private CodeRules() {}

    /** Tells codes of materials that are not in the list on the first day of the horizon. */
    static void codesAreInForce(Draft draft, Reporter reporter) {
        LocalDate start = draft.horizon().start();
        if (!reporter.sound("horizon")) {
            return;
        }
        for (Material material : draft.materials()) {
            WasteList.find(material.lowCode())
                    .filter(code -> code.isListed(start) && !code.mark().isEmpty())
                    .filter(code -> !start.isBefore(WasteList.CHANGE))
                    .ifPresent(code -> wordingIsUnknown(material, code, reporter));
            WasteList.find(material.lowCode())
                    .filter(code -> !code.isListed(start))
                    .ifPresent(code -> notInForce(material, code, start, reporter));
        }
    }

    private static void wordingIsUnknown(Material material, ListedCode code, Reporter reporter) {
        reporter.report(
                FindingCode.CODE_NOT_HAD,
                "materials." + material.id() + ".code",
                "What '" + code.code() + "' means from " + WasteList.CHANGE + " on could not be had (" + code.mark()
                        + "); the catalogue calls it '" + code.name() + "'.",
                "Compare it with Delegated Decision (EU) 2025/934; say 'hazardous' where that differs.");
    }

    private static void notInForce(Material material, ListedCode code, LocalDate start, Reporter reporter) {
        LocalDate until = code.until();
        boolean isGone = until != null && !start.isBefore(until);
        reporter.report(
                FindingCode.CODE_NOT_IN_FORCE,
                "materials." + material.id() + ".code",
                "'" + code.code() + "' (" + code.name() + ") "
                        + (isGone
                                ? "was taken from the List of Waste on " + until
                                : "is in the List of Waste only from " + code.from() + " on")
                        + "; the horizon begins on " + start + ".",
                "Take the code of that day; 'circlab catalogue codes "
                        + code.code().substring(0, 5) + "' lists its neighbours with their dates.");
    }
}
