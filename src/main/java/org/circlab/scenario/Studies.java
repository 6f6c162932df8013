package org.circlab.scenario;

import java.util.List;
import java.util.Map;

/** The studies of a scenario, and those that options of the command line describe. */
final class Studies {

    private final ScenarioFolder folder;
    private final Tree.Keyed root;
    private final Variants variants;
    private final Inquiry inquiry;

    Studies(ScenarioFolder folder, Tree.Keyed root, Variants variants, Inquiry inquiry) {
        this.folder = folder;
        this.root = root;
        this.variants = variants;
        this.inquiry = inquiry;
    }

    /** The studies of the file by their names; those that have errors are left out, with findings. */
    Map<String, Study> read(List<String> sets, Findings findings) {
        return new StudyReader(folder, variants.ids(), findings).read(root, labs(sets), inquiry);
    }

    /** As {@link ScenarioFile#study(String, List)}. */
    Study named(String id, List<String> sets) {
        Findings findings = new Findings();
        Study study = read(sets, findings).get(id);
        if (study != null) {
            return study;
        }
        List<Finding> own = findings.sorted().stream()
                .filter(finding -> finding.path().equals(StudyReader.KEY)
                        || (finding.path() + ".").startsWith(StudyReader.KEY + "." + id + "."))
                .toList();
        throw new ScenarioException(own.isEmpty() ? List.of(unknown(id)) : own);
    }

    /** Whether a finding is that of a rate of exchange without an amount, of whose currency an amount stands in a study. */
    boolean need(Finding finding) {
        String below = Currencies.KEY + ".";
        return finding.code().equals(FindingCode.UNUSED.name())
                && finding.path().startsWith(below)
                && root.at(StudyReader.KEY)
                        .filter(tree -> says(tree, finding.path().substring(below.length())))
                        .isPresent();
    }

    private static boolean says(Tree tree, String currency) {
        if (tree instanceof Tree.Keyed keyed) {
            return keyed.entries().values().stream().anyMatch(entry -> says(entry.value(), currency));
        }
        if (tree instanceof Tree.Listed listed) {
            return listed.items().stream().anyMatch(item -> says(item, currency));
        }
        return tree instanceof Tree.Text text && text.value().contains(currency);
    }

    private Finding unknown(String id) {
        List<String> ids = Scope.keysAt(root, StudyReader.KEY).stream().toList();
        Findings findings = new Findings();
        findings.add(
                FindingCode.UNKNOWN_STUDY,
                Spot.of("--study"),
                "There is no study '" + id + "'.",
                ids.isEmpty() ? "The scenario has no 'studies'." : Suggestion.maybe(id, ids));
        return findings.sorted().get(0);
    }

    /** As {@link ScenarioFile#study(String, StudyOptions, List, List)}. */
    Study described(String id, StudyOptions options, List<String> chosen, List<String> sets) {
        Findings findings = new Findings();
        chosen.forEach(variant -> variants.isThere(variant, Spot.of("--variant"), findings));
        requireSound(findings);
        List<String> those = chosen.isEmpty() ? List.of(variants.ids().get(0)) : chosen;
        StudyReader reader = new StudyReader(folder, variants.ids(), findings);
        Study study = options.study(id, those, labs(sets).of(those.get(0)), reader, findings);
        requireSound(findings);
        return study;
    }

    private static void requireSound(Findings findings) {
        if (findings.haveErrors()) {
            throw new ScenarioException(findings.sorted());
        }
    }

    /** Labs as they are written, with the tables of their actors; what is wrong in them is told where they are made. */
    private StudyReader.Labs labs(List<String> sets) {
        ActorTables tables = new ActorTables(folder, inquiry);
        return variant -> variants.withTables(variant, variants.merged(variant, sets, tables, new Findings()));
    }
}
