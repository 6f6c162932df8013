package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.quantity.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema takes what the reader takes, and refuses slips that it can know of just as the reader does. */
class JsonSchemaTest {

    private static final Path RICH = Path.of("src/test/resources/scenario/rich.yaml");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchema.text(), InputFormat.JSON);
    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    /** Findings that no schema can miss. */
    private static final Set<String> SEEN_BY_BOTH =
            Set.of("UNKNOWN_KEY", "MISSING_KEY", "MISSING_GRADE", "BAD_WORD", "BAD_QUANTITY", "WRONG_KIND", "NO_VALUE");

    /** What of a scenario names variants or what is only in them. */
    private static final List<String> OF_VARIANTS = List.of("variants", "baseline", "studies");

    private static final int LEAST_MUTANTS = 500;
    private static final int TWO_SLIPS = 300;

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    private static Tree.Keyed tree(String text) {
        return (Tree.Keyed) TreeParser.parse(new SourceText("lab.yaml", text, true), false, new Findings())
                .orElseThrow();
    }

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            List<Path> all = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".yaml")).toList());
            all.add(RICH);
            all.add(Path.of("src/test/resources/scenario/tiny.yaml"));
            all.add(Path.of("src/test/resources/report/harbour.yaml"));
            return all.stream().sorted();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void takesEveryScenarioInYamlAndInJson(Path file) {
        assertThat(errors(Tiny.text(file))).isEmpty();
        assertThat(SCHEMA.validate(JsonTwin.write(tree(Tiny.text(file))), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void takesTheFormatThatTheReadmeShows() {
        String readme = Tiny.text(Path.of("README.md"));
        int start = readme.indexOf("```yaml\n") + "```yaml\n".length();
        assertThat(errors(readme.substring(start, readme.indexOf("```", start))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void takesEveryEffectiveScenario(Path file) {
        ScenarioFile scenario = ScenarioFile.read(file);
        for (String variant : scenario.variants()) {
            Effective effective = scenario.effective(variant, List.of());
            assertThat(errors(effective.text())).isEmpty();
            assertThat(errors(effective.baselineText())).isEmpty();
        }
    }

    @Test
    void isASchemaAndAlwaysTheSame() {
        assertThat(META.validate(JsonSchema.text(), InputFormat.JSON)).isEmpty();
        assertThat(JsonSchema.text()).isEqualTo(JsonSchema.text()).endsWith("}\n");
    }

    @Test
    void everyExampleFits() {
        Map<String, String> examples = new TreeMap<>();
        examples(Format.LAB, List.of(), examples);
        assertThat(examples).hasSizeGreaterThan(100);
        examples.forEach((path, example) -> {
            Tree value = tree("x: " + example).at("x").orElseThrow();
            List<String> steps = append(List.of("variants", "second"), path.split("/"));
            Tree text = new MergePatch(new Findings()).apply(tree(Tiny.TEXT), new Setting(steps, value).patch());
            assertThat(errors(TreeWriter.write((Tree.Keyed) text)))
                    .as("%s: %s", path, example)
                    .isEmpty();
        });
    }

    private static void examples(Shape shape, List<String> path, Map<String, String> examples) {
        if (shape instanceof Part part) {
            part.keys().stream()
                    .filter(key -> !List.of("variants", "extends").contains(key.name()))
                    .forEach(key -> {
                        List<String> below = append(path, key.name());
                        examples.put(String.join("/", below), key.example());
                        examples(key.shape(), below, examples);
                    });
        } else if (shape instanceof Shape.ById map) {
            examples(map.member(), append(path, "new"), examples);
        } else if (shape instanceof Shape.Either either) {
            either.shapes().forEach(each -> examples(each, path, examples));
        }
    }

    /** One change of one place. */
    private record Mutant(String what, Tree.Keyed tree) {}

    @Test
    void refusesWhatTheReaderRefuses() {
        List<Mutant> mutants = new ArrayList<>();
        Tree.Keyed rich = tree(Tiny.text(RICH));
        assertThat(agree(new Mutant("without variants", rich.without(OF_VARIANTS.toArray(String[]::new)))))
                .isFalse();
        Random random = new Random(7);
        collect(rich, mutants, random);
        assertThat(mutants).hasSizeGreaterThan(LEAST_MUTANTS);
        int refused = 0;
        for (Mutant mutant : mutants) {
            refused += agree(mutant) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(LEAST_MUTANTS / 2).isLessThan(mutants.size());
    }

    /** Whether the schema refuses a mutant, on which it must agree with the reader. */
    private static boolean agree(Mutant mutant) {
        String text = TreeWriter.write(mutant.tree());
        List<Finding> findings = ScenarioFile.of(RICH, new SourceText(RICH.toString(), text, true))
                .validate();
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        boolean inVariant = mutant.what().startsWith("variants.");
        boolean mustRefuse = errors.stream()
                .filter(finding -> !(inVariant && finding.code().startsWith("MISSING_")))
                .anyMatch(finding -> SEEN_BY_BOTH.contains(finding.code()));
        List<Error> refusals = errors(text);
        if (mustRefuse) {
            assertThat(refusals)
                    .as("%s is refused by the reader: %s", mutant.what(), errors)
                    .isNotEmpty();
        }
        if (!refusals.isEmpty()) {
            assertThat(errors)
                    .as("%s is refused by the schema: %s", mutant.what(), refusals)
                    .isNotEmpty();
        }
        return !refusals.isEmpty();
    }

    /** Two slips at a time, drawn by seeds, in the small scenario. */
    @Test
    void refusesWhatTheReaderRefusesAfterTwoSlips() {
        List<Mutant> slips = new ArrayList<>();
        collect(tree(Tiny.TEXT), slips, new Random(1));
        int refused = 0;
        for (int seed = 0; seed < TWO_SLIPS; seed++) {
            Random random = new Random(seed);
            List<Mutant> further = new ArrayList<>();
            collect(slips.get(random.nextInt(slips.size())).tree(), further, random);
            refused += agree(further.get(random.nextInt(further.size()))) ? 1 : 0;
        }
        assertThat(refused).isBetween(TWO_SLIPS / 2, TWO_SLIPS);
    }

    /** What does not concern variants is changed in a lab without any, since the reader reads the lab once for each. */
    private static void collect(Tree.Keyed lab, List<Mutant> mutants, Random random) {
        Tree.Keyed alone = lab.without(OF_VARIANTS.toArray(String[]::new));
        Change change = (path, key, value) -> {
            List<String> steps = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
            String what = path + "." + key + " -> " + value;
            Tree.Keyed from = OF_VARIANTS.contains(steps.isEmpty() ? key : steps.get(0)) ? lab : alone;
            mutants.add(new Mutant(what, (Tree.Keyed) changed(from, steps, key, value)));
        };
        mutate(lab, "", change, random);
    }

    private interface Change {
        void at(String path, String key, Optional<Tree> value);
    }

    /** Proposes for every key of every part: an unknown sister, its deletion, and wrong values. */
    private static void mutate(Tree.Keyed map, String path, Change change, Random random) {
        List<String> steps = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
        Optional<Shape> here = Format.at(steps);
        Mark mark = map.mark();
        boolean part = here.stream().flatMap(Format::alternatives).anyMatch(Part.class::isInstance);
        if (part) {
            change.at(path, "zzyzx", Optional.of(new Tree.Text(mark, "1")));
        }
        map.entries().forEach((key, entry) -> {
            if (part) {
                change.at(path, key, Optional.empty());
                List<Tree> wrongs = Format.at(append(steps, key))
                        .map(shape -> wrong(shape, mark, random))
                        .orElse(List.of());
                for (Tree wrong : wrongs) {
                    change.at(path, key, Optional.of(wrong));
                }
            }
            if (entry.value() instanceof Tree.Keyed below) {
                mutate(below, path.isEmpty() ? key : path + "." + key, change, random);
            }
        });
    }

    private static List<String> append(List<String> steps, String... more) {
        return Stream.concat(steps.stream(), Stream.of(more)).toList();
    }

    private static List<Tree> wrong(Shape shape, Mark mark, Random random) {
        Tree word = new Tree.Text(mark, "wrongword");
        List<Tree> wrong = new ArrayList<>();
        if (shape instanceof Shape.Words || shape == CommonFormat.SPREAD) {
            wrong.add(word);
        }
        if (shape instanceof Shape.Listed) {
            wrong.add(new Tree.Listed(mark, List.of(word)));
            wrong.add(word);
        }
        if (shape instanceof Part || shape instanceof Shape.ById) {
            wrong.add(word);
            wrong.add(new Tree.Nothing(mark, true));
        }
        if (Format.isFigure(shape)) {
            wrong.add(new Tree.Text(mark, "12"));
            wrong.add(new Tree.Text(mark, "lots"));
            Dimension other = Dimension.values()[random.nextInt(Dimension.values().length)];
            wrong.add(new Tree.Text(mark, other.example()));
            wrong.add(sourced(mark, "zzyzx", other.example()));
            wrong.add(sourced(mark, "note", other.example()));
            wrong.add(new Tree.Keyed(
                    mark, Map.of("2026-01-01", new Tree.Entry(mark, new Tree.Text(mark, other.example())))));
            wrong.add(new Tree.Listed(mark, List.of(word)));
        }
        return wrong;
    }

    private static Tree sourced(Mark mark, String key, String value) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        entries.put("value", new Tree.Entry(mark, new Tree.Text(mark, value)));
        entries.put(key, new Tree.Entry(mark, new Tree.Text(mark, "x")));
        return new Tree.Keyed(mark, entries);
    }

    private static Tree changed(Tree.Keyed map, List<String> path, String key, Optional<Tree> value) {
        if (path.isEmpty()) {
            return value.map(tree -> map.with(key, tree)).orElseGet(() -> map.without(key));
        }
        String step = path.get(0);
        return map.with(step, changed(map.keyedAt(step).orElseThrow(), path.subList(1, path.size()), key, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ actors: { plant: null } }",
                "{ actors: { plant: { generates: { ash: { mean: { 2027-01-01: 5 kt/yr, 2025-01-01: null } } } } } }",
                "{ actors: { new: { generates: { ash: { every: null } } } } }",
                "{ name: Third, about: With a note, note: x, exchange: null, policy: { carbon-price: 5 EUR/tCO2e } }",
                "{ haulage: { truck: { speed: 50 km/h, ghg: null } } }",
                "{ region: { inhabitants: 1 }, actors: { press: { runs: { line: { gate-fee: { ash: null } } } } } }"
            })
    void aVariantMayChangeAndDeleteAnything(String patch) {
        assertThat(errors(Tiny.with("second: { name: Second }", "second: " + patch)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ actors: { plant: { generate: null } } }",
                "{ variants: {} }",
                "{ extends: other.yaml }",
                "{ policy: { carbon-price: 5 EUR/t } }",
                "{ exchange: { rule: best } }",
                "null",
                "{ haulage: { truck: { speed: 50 } } }"
            })
    void aVariantMayNotMeanNothing(String patch) {
        assertThat(errors(Tiny.with("second: { name: Second }", "second: " + patch)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"investment: 3 MEUR", "investment: { value: 3 MEUR }"})
    void anInvestmentCallsForALife(String investment) {
        String passage = "capacity: 300 t/d, ";
        assertThat(errors(Tiny.with(passage, passage + investment + ", "))).isNotEmpty();
        assertThat(errors(Tiny.with(passage, passage + investment + ", life: 20 yr, ")))
                .isEmpty();
        assertThat(errors(Tiny.with(passage, passage + investment.replace('3', '0') + ", ")))
                .isEmpty();
    }
}
