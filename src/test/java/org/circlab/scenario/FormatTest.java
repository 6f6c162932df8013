package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format as data says what the readers do: the same keys, the same values, required where they say so. */
class FormatTest {

    private static final Path RICH = Path.of("src/test/resources/scenario/rich.yaml");
    private static final Path PIECES = Path.of("src/test/resources/scenario/pieces.yaml");

    private static final Map<String, Part> PARTS = parts();

    /** Scenarios that together meet every branch of the readers. */
    private static final List<Path> SCENARIOS =
            List.of(RICH, PIECES, Path.of("src/test/resources/scenario/tiny.yaml"), Path.of("scenarios/velenje.yaml"));

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        collect(Format.LAB, parts);
        collect(Format.VARIANT, parts);
        collect(CommonFormat.SOURCE, parts);
        return parts;
    }

    private static void collect(Shape shape, Map<String, Part> parts) {
        if (shape instanceof Part part) {
            Part other = parts.put(part.name(), part);
            assertThat(other).as("two parts are called '%s'", part.name()).isIn(null, part);
            part.keys().forEach(key -> collect(key.shape(), parts));
        } else if (shape instanceof Shape.ById map) {
            collect(map.member(), parts);
            map.own().forEach(key -> collect(key.shape(), parts));
        } else if (shape instanceof Shape.Either either) {
            either.shapes().forEach(each -> collect(each, parts));
        } else if (shape instanceof Shape.Listed list) {
            collect(list.item(), parts);
        }
    }

    private static List<String> steps(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    }

    private static Optional<Part> partAt(String path) {
        return Format.at(steps(path))
                .flatMap(shape -> Format.alternatives(shape)
                        .map(each -> each instanceof Shape.Patch ? Format.VARIANT : each)
                        .filter(Part.class::isInstance)
                        .map(Part.class::cast)
                        .findFirst());
    }

    /** What readers asked for, as sentences about the keys that the format has, and those it lacks. */
    private static final class Listener implements Inquiry {
        private final TreeSet<String> asked = new TreeSet<>();
        private final Map<String, String> faults = new TreeMap<>();

        @Override
        public void asked(String path, String key, Optional<Shape> shape) {
            Optional<Part> part = partAt(path);
            Optional<Key> known = part.flatMap(found -> found.key(key));
            if (known.isPresent()) {
                asked.add(key + " in " + part.get().name());
                shape.filter(wanted -> !takes(known.get().shape(), wanted))
                        .ifPresent(wanted -> faults.putIfAbsent(
                                key + " in " + part.get().name(),
                                "'" + key + "' in part '"
                                        + part.get().name() + "' is read as " + wanted + "; the format says "
                                        + known.get().shape()));
            } else if (!isMember(path, key)) {
                faults.putIfAbsent(
                        key + " in " + part.map(Part::name).orElse(path),
                        "a reader asks for '" + key + "' in " + (path.isEmpty() ? "the scenario" : path)
                                + ", which the format does not have: add Key.of(\"" + key + "\", …) to the part '"
                                + part.map(Part::name).orElse("?")
                                + "' (Format, ActorFormat, ProcessFormat or CommonFormat)");
            }
        }

        /** Whether the key is an id of a map, or the value of a figure with a source. */
        private static boolean isMember(String path, String key) {
            return Format.at(steps(path)).stream()
                    .flatMap(Format::alternatives)
                    .anyMatch(shape -> shape instanceof Shape.ById
                            || shape instanceof Shape.ByPath
                            || shape instanceof Shape.ByStream
                            || (Format.isFigure(shape) && key.equals("value")));
        }

        private static boolean takes(Shape shape, Shape wanted) {
            return Format.alternatives(shape)
                    .map(each -> each instanceof Shape.Listed list ? list.item() : each)
                    .anyMatch(each -> each.equals(wanted)
                            || (wanted.equals(Shape.TEXT)
                                    && (each instanceof Shape.Text
                                            || each instanceof Shape.Words
                                            || each instanceof Shape.Id)));
        }
    }

    @Test
    void readersAskForExactlyTheKeysOfTheFormat() {
        Listener listener = new Listener();
        List<Finding> findings = new ArrayList<>();
        for (Path file : SCENARIOS) {
            ScenarioFile scenario =
                    ScenarioFile.of(file, new SourceText(file.toString(), Tiny.text(file), true), listener);
            findings.addAll(scenario.validate());
        }
        assertThat(listener.faults.values()).isEmpty();
        assertThat(findings).isEmpty();
        List<String> silent = PARTS.values().stream()
                .flatMap(part -> part.keys().stream().map(key -> key.name() + " in " + part.name()))
                .filter(key -> !listener.asked.contains(key))
                .toList();
        assertThat(silent)
                .as(
                        "keys of the format that no reader asks for in %s: read them, use them there, or drop them",
                        SCENARIOS)
                .isEmpty();
    }

    /** What the format calls time-varying is what events may set and scale. */
    @Test
    void whatStepsAtDatesIsWhatEventsMayChange() {
        TreeSet<String> dated = new TreeSet<>();
        collectDated(Format.LAB, "", dated);
        assertThat(dated)
                .containsExactlyInAnyOrderElementsOf(
                        TimeVarying.ALL.stream().map(TimeVarying::pattern).toList());
    }

    private static void collectDated(Shape shape, String path, Set<String> dated) {
        if (shape instanceof Shape.Dated) {
            dated.add(path);
        } else if (shape instanceof Part part) {
            part.keys()
                    .forEach(key ->
                            collectDated(key.shape(), path.isEmpty() ? key.name() : path + "." + key.name(), dated));
        } else if (shape instanceof Shape.ById map) {
            collectDated(map.member(), path + ".*", dated);
        } else if (shape instanceof Shape.Either either) {
            either.shapes().forEach(each -> collectDated(each, path, dated));
        }
    }

    @Test
    void everyKeyStandsInTheRichScenario() {
        TreeSet<String> missing = PARTS.values().stream()
                .flatMap(part -> part.keys().stream().map(key -> key.name() + " in " + part.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        places(
                tree(),
                "",
                (path, part, map) -> map.entries().keySet().forEach(key -> missing.remove(key + " in " + part.name())));
        // What puts a lab together from several files stands in pieces.yaml.
        missing.removeAll(List.of("extends in lab", "tables in lab", "actors in table", "all in table"));
        // Of the 29 ways to name days a few stand for all.
        CalendarReader.keys().forEach(days -> missing.remove(days + " in calendar"));
        assertThat(missing).as("keys of the format to add to rich.yaml").isEmpty();
    }

    @Test
    void everyKeyIsExplainedAndShown() {
        for (Part part : PARTS.values()) {
            for (Key key : part.keys()) {
                assertThat(key.about()).as("%s in %s", key.name(), part.name()).matches("[A-Z].{3,}\\.");
                assertThat(key.example())
                        .as("%s in %s", key.name(), part.name())
                        .isNotBlank();
            }
        }
    }

    private static Tree.Keyed tree() {
        return (Tree.Keyed) TreeParser.parse(new SourceText("rich.yaml", Tiny.text(RICH), true), false, new Findings())
                .orElseThrow();
    }

    private interface Visitor {
        void visit(String path, Part part, Tree.Keyed map);
    }

    /** Visits every map of a tree that is a part of the format. */
    private static void places(Tree.Keyed map, String path, Visitor visitor) {
        partAt(path).ifPresent(part -> visitor.visit(path, part, map));
        map.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Tree.Keyed below) {
                places(below, path.isEmpty() ? key : path + "." + key, visitor);
            }
        });
    }

    static Stream<String> keysOfTheRichScenario() {
        List<String> keys = new ArrayList<>();
        places(tree(), "", (path, part, map) -> {
            if (!path.startsWith("variants")) {
                map.entries().keySet().stream()
                        .filter(key -> part.key(key).isPresent() && !key.equals("variants") && !key.equals("baseline"))
                        .forEach(key -> keys.add(path.isEmpty() ? key : path + "." + key));
            }
        });
        return keys.stream();
    }

    /** Whatever key is deleted: something is missing exactly where the format says that it is required. */
    @ParameterizedTest
    @MethodSource("keysOfTheRichScenario")
    void requiredKeysAreMissedAndNoOthers(String path) {
        List<String> steps = steps(path);
        String place = String.join(".", steps.subList(0, steps.size() - 1));
        Tree.Keyed edited = (Tree.Keyed) without(tree(), steps);
        Tree.Keyed map = edited;
        for (String step : steps.subList(0, steps.size() - 1)) {
            map = map.keyedAt(step).orElseThrow();
        }
        List<String> unmet = unmet(partAt(place).orElseThrow(), map);
        List<String> missed =
                ScenarioFile.of(RICH, new SourceText(RICH.toString(), TreeWriter.write(edited), true))
                        .validate()
                        .stream()
                        .filter(finding -> finding.code().startsWith("MISSING_"))
                        .map(Finding::toString)
                        .toList();
        assertThat(missed).hasSize(unmet.size());
        for (String key : unmet) {
            assertThat(missed).anyMatch(finding -> finding.contains("'" + key + "' is missing") || key.equals("grade"));
        }
    }

    /** The keys that a map of that part should have and has not. */
    private static List<String> unmet(Part part, Tree.Keyed map) {
        return part.keys().stream()
                .filter(key -> !map.entries().containsKey(key.name()))
                .filter(key -> key.demand()
                        .filter(demand ->
                                demand.given().isEmpty() || map.entries().containsKey(demand.given()))
                        .filter(demand -> demand.value().isEmpty() || says(map, demand))
                        .filter(demand -> demand.unless().stream().noneMatch(map.entries()::containsKey))
                        .isPresent())
                .map(key -> key.name())
                .toList();
    }

    private static boolean says(Tree.Keyed map, Key.Demand demand) {
        return map.at(demand.given())
                .filter(tree -> tree instanceof Tree.Text text && text.value().equals(demand.value()))
                .isPresent();
    }

    private static Tree without(Tree.Keyed map, List<String> steps) {
        String step = steps.get(0);
        return steps.size() == 1
                ? map.without(step)
                : map.with(step, without(map.keyedAt(step).orElseThrow(), steps.subList(1, steps.size())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.landfill-tax",
                "policy.carbon-price",
                "actors.plant.generates.fly-ash.mean",
                "actors.plant.generates.fly-ash.batch",
                "actors.x.runs.line.gate-fee",
                "actors.x.runs.line.gate-fee.fly-ash",
                "actors.x.needs.clinker.mean",
                "actors.x.needs.clinker.accepts.ash.gate-fee",
                "actors.x.disposes.cell.fee"
            })
    void timeVaryingValues(String path) {
        assertThat(isTimeVarying(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "policy",
                "policy.discount-rate",
                "policy.landfill-tax.2025-01-01",
                "policy.landfill-tax.zzz",
                "actors.plant",
                "actors.plant.generates.fly-ash",
                "actors.plant.generates.fly-ash.every",
                "actors.x.runs.line.store",
                "contracts.c.volume",
                "haulage.truck.speed",
                "no.such.place"
            })
    void otherPlaces(String path) {
        assertThat(isTimeVarying(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "actors, true", "actors.a.needs.n.accepts, true", "haulage.fleets, true", "processes.p.adds, true",
        "actors.a, false", "haulage, false", "policy.landfill-tax, false", "zzz, false"
    })
    void mapsKeyedById(String path, boolean byId) {
        assertThat(Format.isKeyedById(Arrays.asList(path.split("\\.", -1)))).isEqualTo(byId);
    }

    private static boolean isTimeVarying(String path) {
        return Format.at(steps(path)).stream().flatMap(Format::alternatives).anyMatch(Shape.Dated.class::isInstance);
    }
}
