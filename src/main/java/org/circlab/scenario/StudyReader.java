package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.circlab.model.IndicatorIds;
import org.circlab.model.Source;
import org.circlab.scenario.Factor.Domain;
import org.circlab.scenario.Study.Method;
import org.circlab.scenario.Study.Sample;

/** The studies of a scenario. What they vary is looked for in their first variant. */
final class StudyReader {

    /** Where they stand. */
    static final String KEY = "studies";

    /** The most points of a sample. */
    static final int MOST_POINTS = 1_000_000;

    private static final String EXAMPLE = "{ vary: { policy.landfill-tax: 0..120:20 EUR/t } }";
    private static final String VARY = "vary";

    private final ScenarioFolder folder;
    private final List<String> variants;
    private final Findings findings;

    /** The lab of a variant as it is written, without entries of the catalogue put in. */
    @FunctionalInterface
    interface Labs {
        Tree.Keyed of(String variant);
    }

    StudyReader(ScenarioFolder folder, List<String> variants, Findings findings) {
        this.folder = folder;
        this.variants = variants;
        this.findings = findings;
    }

    /** All studies of a file in its order; those that have errors are left out, with findings. */
    Map<String, Study> read(Tree.Keyed root, Labs labs, Inquiry inquiry) {
        Map<String, Study> studies = new LinkedHashMap<>();
        Scope scope = new Scope(new Tree.Keyed(root.mark(), Map.of()), findings, inquiry);
        Fields fields = new Fields(scope, root.only(KEY), new Spot(root.mark(), ""), Source.NONE);
        fields.each(
                KEY,
                "studies: { tax: " + EXAMPLE + " }",
                (id, member) -> study(id, member.fields(EXAMPLE), labs)
                        .filter(study -> findings.sound(member.spot().path()))
                        .ifPresent(study -> studies.put(id, study)));
        return studies;
    }

    private Optional<Study> study(String id, Fields fields, Labs labs) {
        Optional<String> about = fields.text("about");
        List<String> chosen = variants(fields);
        Tree.Keyed lab = labs.of(chosen.get(0));
        List<Factor> factors =
                fields.find(VARY).map(tree -> factors(fields, tree, lab)).orElse(List.of());
        Optional<PointTable> points = points(fields, lab);
        fields.exclude(VARY, "points", "Put what is varied into the table, or leave it out.");
        fields.exclude("points", "sample", "A table has its points already.");
        Optional<Sample> sample = fields.map("sample", "{ lhs: 100 }").flatMap(this::sample);
        Optional<Integer> replications = count(fields, "replications", 100_000);
        List<String> indicators = indicators(fields, lab);
        fields.done();
        if (!fields.isRead() || !findings.sound(fields.spot().path())) {
            return Optional.empty();
        }
        requirePoints(factors, points, sample, fields.spot());
        return Optional.of(new Study(id, about.orElse(""), factors, points, sample, chosen, replications, indicators));
    }

    private List<String> variants(Fields fields) {
        List<String> known = new ArrayList<>();
        for (Tree.Text text : fields.texts("variants", "[symbiosis]")) {
            if (variants.contains(text.value())) {
                known.add(text.value());
            } else {
                findings.add(
                        FindingCode.UNKNOWN_VARIANT,
                        new Spot(text.mark(), fields.spot("variants").path()),
                        "There is no variant '" + text.value() + "'.",
                        Suggestion.maybe(text.value(), variants));
            }
        }
        return known.isEmpty() ? List.of(variants.get(0)) : known;
    }

    private static List<String> indicators(Fields fields, Tree.Keyed lab) {
        Set<String> known = new TreeSet<>(IndicatorIds.ALL);
        known.addAll(Scope.keysAt(lab, "indicators"));
        List<String> chosen = new ArrayList<>();
        for (Tree.Text text : fields.texts("indicators", "[landfill, net-cost]")) {
            chosen.add(text.value());
            if (!known.contains(text.value())) {
                fields.report(
                        FindingCode.UNKNOWN_INDICATOR,
                        new Spot(text.mark(), fields.spot("indicators").path()),
                        "There is no indicator '" + text.value() + "'.",
                        Suggestion.maybe(text.value(), known));
            }
        }
        return chosen;
    }

    private Optional<PointTable> points(Fields fields, Tree.Keyed lab) {
        Spot spot = fields.valueSpot("points");
        return fields.text("points")
                .flatMap(name -> folder.file(name, spot, "points: points.csv", findings))
                .flatMap(path -> folder.table(path, spot, findings))
                .flatMap(csv -> PointTable.of(csv, spot.path(), findings))
                .filter(table -> areThere(table, lab, spot));
    }

    /** Whether the lab has the paths of a table, and can have their values; findings if not. */
    boolean areThere(PointTable table, Tree.Keyed lab, Spot spot) {
        FactorCheck check = new FactorCheck(lab, findings);
        for (int i = 0; i < table.paths().size(); i++) {
            int column = i;
            String path = table.paths().get(i);
            List<String> values =
                    table.rows().stream().map(row -> row.get(column)).distinct().toList();
            if (check.isThere(path, spot)) {
                check.check(path, new Factor.Levels(values), spot);
            }
        }
        return findings.sound(spot.path());
    }

    private List<Factor> factors(Fields fields, Tree tree, Tree.Keyed lab) {
        List<Factor> factors = new ArrayList<>();
        Fields vary = Fields.of(fields.scope(), tree, fields.spot(VARY), "{ policy.landfill-tax: 0..120:20 EUR/t }");
        if (tree instanceof Tree.Keyed map) {
            Figures.entriesOf(map)
                    .forEach((path, entry) -> factor(
                                    path,
                                    entry.value(),
                                    lab,
                                    new Spot(
                                            entry.value().mark(),
                                            vary.spot(path).path()))
                            .ifPresent(factors::add));
        }
        return factors;
    }

    private Optional<Factor> factor(String path, Tree value, Tree.Keyed lab, Spot spot) {
        if (value instanceof Tree.Text text) {
            return factor(path, text.value(), lab, spot);
        }
        if (value instanceof Tree.Listed list && list.items().stream().allMatch(Tree.Text.class::isInstance)) {
            List<String> items = list.items().stream()
                    .map(item -> ((Tree.Text) item).value())
                    .toList();
            return checked(path, lab, spot, new FactorText(spot, findings).levels(items));
        }
        findings.add(
                FindingCode.WRONG_KIND,
                spot,
                "The values of a factor are expected here, not " + value.kind() + ".",
                "Write them like 0..120:20 EUR/t.");
        return Optional.empty();
    }

    /** A factor whose values are written as a text. */
    Optional<Factor> factor(String path, String text, Tree.Keyed lab, Spot spot) {
        if (CatalogueRange.isMeant(text)) {
            Optional<Domain> range = new CatalogueRange(lab, spot, findings).read(path, text);
            boolean known = range.isPresent() && !CatalogueRange.isNamed(text);
            return known ? Optional.of(new Factor(path, range.get())) : checked(path, lab, spot, range);
        }
        return checked(path, lab, spot, new FactorText(spot, findings).read(text));
    }

    private Optional<Factor> checked(String path, Tree.Keyed lab, Spot spot, Optional<Domain> domain) {
        FactorCheck check = new FactorCheck(lab, findings);
        if (domain.isEmpty() || !check.isThere(path, spot)) {
            return Optional.empty();
        }
        check.check(path, domain.get(), spot);
        return Optional.of(new Factor(path, domain.get()));
    }

    private Optional<Sample> sample(Fields fields) {
        fields.exclude("lhs", "sobol", "Keep one.");
        Optional<Integer> lhs = count(fields, "lhs", MOST_POINTS);
        Optional<Integer> sobol = count(fields, "sobol", MOST_POINTS);
        fields.done();
        return lhs.map(points -> new Sample(Method.LHS, points))
                .or(() -> sobol.map(points -> new Sample(Method.SOBOL, points)));
    }

    private Optional<Integer> count(Fields fields, String key, int most) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        double number = fields.number(key, Measure.NUMBER, 1);
        if (findings.sound(fields.spot(key).path()) && (number != Math.rint(number) || number > most)) {
            fields.report(
                    FindingCode.OUT_OF_RANGE,
                    fields.valueSpot(key),
                    fields.spot(key).name() + " must be a whole number from 1 to " + most + ".",
                    "");
        }
        return Optional.of((int) Math.min(number, most));
    }

    /** Tells a study that has no points, or cannot know which. */
    void requirePoints(List<Factor> factors, Optional<PointTable> points, Optional<Sample> sample, Spot spot) {
        if (points.isPresent()) {
            return;
        }
        if (factors.isEmpty()) {
            findings.add(
                    FindingCode.BAD_STUDY,
                    spot,
                    "The study varies nothing.",
                    "Vary something, such as policy.landfill-tax over 0..120:20 EUR/t, or list points in a CSV file.");
        }
        for (Factor factor : factors) {
            if (sample.isEmpty() && !(factor.domain() instanceof Factor.Levels)) {
                findings.add(
                        FindingCode.BAD_STUDY,
                        spot,
                        "'" + factor.path() + "' is varied over "
                                + (factor.domain() instanceof Factor.Between
                                        ? "a range without a step"
                                        : "a distribution")
                                + ", and nothing says at which points.",
                        "Give the range a step, as in 0..120:20 EUR/t, or sample: '--sample lhs 100' or 'sample: { lhs: 100 }'.");
            }
        }
    }
}
