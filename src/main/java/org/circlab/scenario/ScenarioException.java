package org.circlab.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario cannot be used; the findings say why, errors and warnings alike, in the order of their places. */
public final class ScenarioException extends RuntimeException {

    private final transient List<Finding> findings;

    ScenarioException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** Everything that was found, at least one error among it. */
    public List<Finding> findings() {
        return findings;
    }
}
