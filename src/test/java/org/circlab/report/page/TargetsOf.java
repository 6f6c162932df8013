package org.circlab.report.page;

import org.circlab.experiment.Outcome;

/** The section of targets alone, for tests beside the tables. */
public final class TargetsOf {

    private TargetsOf() {}

    /** Its markup. */
    public static String page(Outcome outcome) {
        return new Targets(outcome).html();
    }
}
