package org.circlab.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The findings of one reading, and which parts of the lab they leave unsound, so that one mistake is reported once. */
public final class Findings {

    private final TreeSet<Finding> all = new TreeSet<>();
    private final TreeSet<String> unsound = new TreeSet<>();
    private final Newcomers newcomers = new Newcomers();

    /** None yet. */
    public Findings() {}

    /** Adds one. */
    public void add(FindingCode code, Spot spot, String message, String advice) {
        add(Finding.of(code, spot, message, advice));
    }

    void add(Finding finding) {
        all.add(finding);
        if (finding.severity() == Severity.ERROR) {
            unsound.add(finding.path());
        }
    }

    void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Takes note of what a patch declares beside others, lest an error in it be one of spelling. */
    void newcomer(Spot spot, String id, Set<String> others) {
        newcomers.add(spot, id, others);
    }

    /** Makes the part at {@code path} unsound because something it refers to is. */
    void doubt(String path) {
        unsound.add(path);
    }

    /** Whether nothing is wrong at {@code path}, below it, or with a part of the lab that it belongs to. */
    boolean sound(String path) {
        String below = unsound.ceiling(path + ".");
        if (below != null && below.startsWith(path + ".")) {
            return false;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            if (unsound.contains(path.substring(0, end))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing is wrong in the part {@code part} of any member of {@code group}, such as actors and disposes. */
    boolean soundInAll(String group, String part) {
        return !unsound.contains(group)
                && unsound.subSet(group + ".", group + "/").stream()
                        .map(path -> path.split("\\.", -1))
                        .allMatch(steps -> steps.length > 2 && !steps[2].equals(part));
    }

    /** Whether that is found of the very part at {@code path}. */
    boolean tell(FindingCode code, String path) {
        return all.stream()
                .anyMatch(
                        finding -> finding.path().equals(path) && finding.code().equals(code.name()));
    }

    /** Whether any of them forbids to go on. */
    public boolean haveErrors() {
        return all.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** All findings in the order of their places. */
    public List<Finding> sorted() {
        return newcomers.advised(all);
    }
}
