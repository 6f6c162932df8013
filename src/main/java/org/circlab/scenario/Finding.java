package org.circlab.scenario;

import java.util.Comparator;

/**
 * Something that is wrong or odd in a scenario.
 *
 * @param code the name of a {@link FindingCode}
 * @param severity whether the scenario can be run nevertheless
 * @param mark where it stands
 * @param path the dotted path of the figure in the lab, empty for the file as a whole
 * @param message what is wrong, in whole sentences
 * @param advice what to do, in whole sentences; empty where the message says all
 * @param times how many findings it stands for: 1, or more where a long list is cut short
 */
public record Finding(String code, Severity severity, Mark mark, String path, String message, String advice, int times)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::mark)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message)
            .thenComparing(Finding::path)
            .thenComparing(Finding::advice);

    static Finding of(FindingCode code, Spot spot, String message, String advice) {
        return new Finding(code.name(), code.severity(), spot.mark(), spot.path(), message, advice, 1);
    }

    /** The same with another message. */
    Finding saying(String other) {
        return new Finding(code, severity, mark, path, other, advice, times);
    }

    /** The same with more advice. */
    Finding advising(String more) {
        return new Finding(code, severity, mark, path, message, (advice + " " + more).strip(), times);
    }

    /** The same at another place. */
    Finding at(Mark other) {
        return new Finding(code, severity, other, path, message, advice, times);
    }

    /** In the order of places, then of severity. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** One line for people and editors, such as {@code lab.yaml:12:5: error UNKNOWN_KEY: 'meen' is not a key of …}. */
    @Override
    public String toString() {
        return mark + ": " + severity.word() + " " + code + ": " + message + (advice.isEmpty() ? "" : " " + advice);
    }
}
