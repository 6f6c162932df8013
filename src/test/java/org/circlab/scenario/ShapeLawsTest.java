package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.model.DistanceTable;
import org.circlab.quantity.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values generated from a shape of the format mean something to reader and schema alike, and those bent out of shape mean
 * nothing to either, at every single value of the scenario that has them all.
 */
class ShapeLawsTest {

    private static final Path RICH = Path.of("src/test/resources/scenario/rich.yaml");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchema.text(), InputFormat.JSON);
    /** With its tables written out, but for distances, which are read apart. */
    private static final Tree.Keyed TREE =
            tree(ScenarioFile.read(RICH).effective(null, List.of()).text()).without("distances");

    private static final Mark MARK = TREE.mark();

    /** Findings about the form of a value; others are about what it says. */
    private static final Set<String> OF_FORM =
            Set.of("BAD_QUANTITY", "BAD_WORD", "WRONG_KIND", "NO_VALUE", "UNKNOWN_KEY");

    private static Tree.Keyed tree(String text) {
        return (Tree.Keyed) TreeParser.parse(new SourceText("lab.yaml", text, true), false, new Findings())
                .orElseThrow();
    }

    /** The paths of the single values of the scenario, with their shapes. */
    private static Map<List<String>, Shape> singles() {
        Map<List<String>, Shape> singles = new LinkedHashMap<>();
        collect(TREE, List.of(), singles);
        return singles;
    }

    private static void collect(Tree.Keyed map, List<String> path, Map<List<String>, Shape> singles) {
        map.entries().forEach((key, entry) -> {
            List<String> below = Stream.concat(path.stream(), Stream.of(key)).toList();
            Optional<Shape> shape = Format.at(below);
            if (shape.isPresent() && shape.get() instanceof Shape.Single && !key.equals("value")) {
                singles.put(below, shape.get());
            } else if (entry.value() instanceof Tree.Keyed inner) {
                collect(inner, below, singles);
            }
        });
    }

    private static Tree.Keyed with(Tree.Keyed map, List<String> path, Tree value) {
        String step = path.get(0);
        return map.with(
                step,
                path.size() == 1 ? value : with(map.keyedAt(step).orElseThrow(), path.subList(1, path.size()), value));
    }

    private static Tree text(String value) {
        return new Tree.Text(MARK, value);
    }

    /** A map from some keys, each followed by its value. */
    private static Tree map(Object... keysAndValues) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put((String) keysAndValues[i], new Tree.Entry(MARK, (Tree) keysAndValues[i + 1]));
        }
        return new Tree.Keyed(MARK, entries);
    }

    private static List<Finding> findingsOfForm(Tree.Keyed lab, List<String> path) {
        Findings findings = new Findings();
        new LabReader(new Scope(lab, findings, Inquiry.NONE), DistanceTable.NONE).read();
        return findings.sorted().stream()
                .filter(finding -> OF_FORM.contains(finding.code()))
                .filter(finding -> finding.path().startsWith(String.join(".", path)))
                .toList();
    }

    private static boolean schemaTakes(Tree.Keyed lab) {
        return SCHEMA.validate(TreeWriter.write(lab), InputFormat.YAML).isEmpty();
    }

    static Stream<List<String>> places() {
        return singles().keySet().stream().filter(path -> !path.equals(List.of("circlab")));
    }

    /** What a generator of the shape makes has its form for both, whatever it says. */
    @ParameterizedTest
    @MethodSource("places")
    void bothTakeTheFormOfEveryValueOfTheShape(List<String> path) {
        Random random = new Random(path.hashCode());
        for (Tree value : right(Format.at(path).orElseThrow(), random)) {
            Tree.Keyed lab = with(TREE, path, value);
            assertThat(findingsOfForm(lab, path)).as("%s: %s", path, value).isEmpty();
            assertThat(schemaTakes(lab)).as("%s: %s", path, value).isTrue();
        }
    }

    /** What is bent out of shape is refused by both. */
    @ParameterizedTest
    @MethodSource("places")
    void bothRefuseWhatHasAnotherForm(List<String> path) {
        Random random = new Random(path.hashCode());
        for (Tree value : wrong(Format.at(path).orElseThrow(), random)) {
            Tree.Keyed lab = with(TREE, path, value);
            assertThat(findingsOfForm(lab, path)).as("%s: %s", path, value).isNotEmpty();
            assertThat(schemaTakes(lab)).as("%s: %s", path, value).isFalse();
        }
    }

    private static List<Tree> right(Shape shape, Random random) {
        if (shape instanceof Shape.Words words) {
            return List.of(text(words.words().get(random.nextInt(words.words().size()))));
        }
        if (!Format.isFigure(shape)) {
            return List.of();
        }
        if (shape instanceof Shape.Date) {
            Tree date = text("2025-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10));
            return List.of(date, sourced(date));
        }
        Tree value = text(quantity(shape, random));
        Tree other = text(quantity(shape, random));
        List<Tree> right = new ArrayList<>(List.of(value, sourced(other)));
        if (shape instanceof Shape.Dated) {
            right.add(map("2025-01-01", value, "2027-03-09", other));
            right.add(map("2025-01-01", sourced(value), "note", text("x")));
            right.add(map("value", map("2025-01-01", value, "2026-01-01", other), "note", text("by date")));
        }
        return right;
    }

    private static List<Tree> wrong(Shape shape, Random random) {
        Tree listed = new Tree.Listed(MARK, List.of(text("1")));
        List<Tree> wrong = new ArrayList<>(List.of(listed, map("zzyzx", text("1"))));
        if (shape instanceof Shape.Words) {
            wrong.add(text("zzyzx" + random.nextInt(100)));
        }
        if (!Format.isFigure(shape)) {
            return wrong;
        }
        if (!(shape instanceof Shape.Date)) {
            Dimension own = dimension(shape);
            List<Dimension> others = Stream.of(Dimension.values())
                    .filter(each -> each.units().stream().noneMatch(own.units()::contains))
                    .toList();
            Shape another = Shape.figure(new Measure(others.get(random.nextInt(others.size())), Range.ANY));
            Tree other = text(quantity(another, random));
            wrong.addAll(List.of(other, sourced(other), text("about " + own.example())));
            if (shape instanceof Shape.Dated) {
                wrong.add(map("2025-01-01", text(own.example()), "2026-01-01", other));
                wrong.add(map("value", text(own.example()), "2026-01-01", text(own.example())));
            } else {
                wrong.add(map("2025-01-01", text(own.example())));
            }
            wrong.add(map("value", text(own.example()), "zzyzx", text("1")));
        }
        return wrong;
    }

    private static Tree sourced(Tree value) {
        Tree source = map("ref", text("A report"), "grade", text("derived"));
        return map("value", value, "source", source, "note", text("x"));
    }

    private static Dimension dimension(Shape shape) {
        if (shape instanceof Shape.Figure figure) {
            return figure.measure().dimension();
        }
        if (shape instanceof Shape.Dated dated) {
            return dated.measure().dimension();
        }
        return shape instanceof Shape.Mass ? Dimension.MASS : Dimension.DURATION;
    }

    /** Some number of some unit; masses are whole grams. */
    private static String quantity(Shape shape, Random random) {
        List<String> units = dimension(shape).units().stream()
                .filter(unit -> !(shape instanceof Shape.Mass && unit.equals("mg")))
                .sorted()
                .toList();
        int digits = 1 + random.nextInt(99);
        return (digits + " " + units.get(random.nextInt(units.size()))).strip();
    }

    /** Every kind of single value and every dimension that the format has is met above. */
    @Test
    void everyKindOfValueIsTried() {
        Set<Class<?>> kinds = singles().values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(kinds).contains(Shape.Words.class, Shape.Id.class, Shape.Text.class, Shape.Figure.class);
        assertThat(kinds).contains(Shape.Mass.class, Shape.Span.class, Shape.Date.class, Shape.Dated.class);
        Map<Dimension, Integer> met = new EnumMap<>(Dimension.class);
        singles().values().stream()
                .filter(shape -> Format.isFigure(shape) && !(shape instanceof Shape.Date))
                .forEach(shape -> met.merge(dimension(shape), 1, Integer::sum));
        Set<Dimension> named = new LinkedHashSet<>();
        dimensions(Format.LAB, named);
        assertThat(met.keySet()).isEqualTo(named);
    }

    /** The dimensions of figures that stand at keys of their own, and not in lists. */
    private static void dimensions(Shape shape, Set<Dimension> named) {
        if (Format.isFigure(shape) && !(shape instanceof Shape.Date)) {
            named.add(dimension(shape));
        } else if (shape instanceof Part part) {
            part.keys().forEach(key -> dimensions(key.shape(), named));
        } else if (shape instanceof Shape.ById map) {
            dimensions(map.member(), named);
            map.own().forEach(key -> dimensions(key.shape(), named));
        } else if (shape instanceof Shape.Either either) {
            either.shapes().stream().filter(each -> !Format.isFigure(each)).forEach(each -> dimensions(each, named));
        }
    }

    /** A range allows its placeholder and says in words what it allows: no word of it is about another number. */
    @Test
    void everyRangeAllowsItsPlaceholderAndHasBoundsInItsWords() {
        for (Range range : Range.values()) {
            assertThat(range.allows(range.placeholder())).as("%s", range).isTrue();
            assertThat(range.allows(Double.NaN)).as("%s", range).isEqualTo(range == Range.ANY);
            boolean belowZero = IntStream.range(1, 300).anyMatch(power -> range.allows(-Math.pow(10, power - 150)));
            assertThat(belowZero).as("%s", range).isEqualTo(range == Range.ANY || range == Range.GROWTH);
            assertThat(range.allows(0))
                    .isEqualTo(range == Range.ANY || range.words().matches("(at least|from) 0( .*)?|above -.*"));
        }
    }

    /** What a part demands is a key of it, and so are those that stand for it and exclude each other. */
    @Test
    void everyDemandIsOfKeysThatThePartHas() {
        Map<String, Part> parts = new TreeMap<>();
        parts(Format.LAB, parts);
        assertThat(parts).hasSizeGreaterThan(30);
        for (Part part : parts.values()) {
            List<String> keys = part.keys().stream().map(Key::name).toList();
            assertThat(keys).as(part.name()).doesNotHaveDuplicates().doesNotContain("source", "note");
            Set<String> named = new LinkedHashSet<>();
            part.rivals().forEach(named::addAll);
            part.keys().stream().flatMap(key -> key.demand().stream()).forEach(demand -> {
                named.addAll(demand.unless());
                named.add(demand.given());
            });
            named.remove("");
            assertThat(keys).as(part.name()).containsAll(named);
            assertThat(part.rivals()).allMatch(group -> group.size() > 1);
        }
    }

    private static void parts(Shape shape, Map<String, Part> parts) {
        if (shape instanceof Part part && parts.putIfAbsent(part.name(), part) == null) {
            part.keys().forEach(key -> parts(key.shape(), parts));
        } else if (shape instanceof Shape.ById map) {
            parts(map.member(), parts);
        } else if (shape instanceof Shape.Either either) {
            either.shapes().forEach(each -> parts(each, parts));
        } else if (shape instanceof Shape.Listed list) {
            parts(list.item(), parts);
        }
    }
}
