package org.circlab.scenario;

import java.util.Locale;

/** Whether a finding forbids to run the scenario. */
public enum Severity {
    /** The scenario cannot be run. */
    ERROR,
    /** The scenario can be run, though probably not as it was meant. */
    WARNING;

    /** The word used in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
