package org.circlab.scenario;

/** How rules report: by the path of what is wrong, whose place the tree knows. */
final class Reporter {

    private final Scope scope;

    Reporter(Scope scope) {
        this.scope = scope;
    }

    void report(FindingCode code, String path, String message, String advice) {
        scope.report(code, new Spot(scope.markOf(path), path), message, advice);
    }

    /** Whether nothing is wrong at a path or below. */
    boolean sound(String path) {
        return scope.findings().sound(path);
    }

    /** Whether nothing is wrong in that part of any actor. */
    boolean soundInAllActors(String part) {
        return scope.findings().soundInAll("actors", part);
    }
}
