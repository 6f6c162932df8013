package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlab.model.DistanceTable;
import org.circlab.model.Event;
import org.circlab.model.Field;
import org.circlab.model.Lab;
import org.circlab.model.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what changes in time says what the readers do, of every value that a scenario can have. */
class TimeVaryingTest {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Tree.Keyed RICH = rich();

    private static Tree.Keyed rich() {
        String text = ScenarioFile.read(Path.of("src/test/resources/scenario/rich.yaml"))
                .effective(null, List.of())
                .text();
        Tree tree = TreeParser.parse(new SourceText("rich.yaml", text, true), false, new Findings())
                .orElseThrow();
        return ((Tree.Keyed) tree).without("variants", "baseline", "distances", "events");
    }

    private static Optional<Lab> read(Tree.Keyed tree, Findings findings) {
        return new LabReader(new Scope(tree, findings, Inquiry.NONE), DistanceTable.NONE).read();
    }

    /** Every value of the scenario by its path; that of a sourced or dated one by the path of the whole. */
    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        collect(RICH, "", values);
        return values;
    }

    private static void collect(Tree.Keyed map, String path, Map<String, String> values) {
        map.entries().forEach((key, entry) -> {
            boolean whole = key.equals("value") || DATE.matcher(key).matches();
            String below = whole ? path : path.isEmpty() ? key : path + "." + key;
            if (entry.value() instanceof Tree.Keyed keyed && !key.equals("source")) {
                collect(keyed, below, values);
            } else if (entry.value() instanceof Tree.Text text) {
                values.put(below, text.value());
            }
        });
    }

    private static Tree.Keyed with(Tree.Keyed map, List<String> steps, Tree value) {
        String first = steps.get(0);
        boolean last = steps.size() == 1;
        Tree below = last ? value : with(map.keyedAt(first).orElseThrow(), steps.subList(1, steps.size()), value);
        return map.with(first, below);
    }

    static Stream<Arguments> places() {
        return values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("note"))
                .map(entry -> arguments(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aValueStepsAtDatesIfTheTableSaysSo(String path, String value) {
        Tree text = new Tree.Text(RICH.mark(), value);
        Tree dated = new Tree.Keyed(RICH.mark(), Map.of("2026-01-01", new Tree.Entry(RICH.mark(), text)));
        Findings findings = new Findings();
        boolean steps =
                read(with(RICH, TimeVarying.steps(path), dated), findings).isPresent();
        assertThat(steps)
                .as("%s", findings.sorted())
                .isEqualTo(TimeVarying.at(path).isPresent());
    }

    @ParameterizedTest
    @MethodSource("places")
    void anEventSetsItIfTheTableSaysSoAndThenItIsWhatTheScenarioSaysItself(String path, String value) {
        String text = "{ e: { at: 2026-01-01, set: { \"" + path + "\": \"" + value.replace("\"", "") + "\" } } }";
        Findings findings = new Findings();
        Tree events = TreeParser.parse(new SourceText("e", text, false), false, findings)
                .orElseThrow();
        Optional<Lab> lab = read(RICH.with("events", events), findings);
        Optional<TimeVarying> place = TimeVarying.at(path);
        if (place.isEmpty()) {
            assertThat(findings.sorted()).extracting(Finding::code).containsOnly("NOT_TIME_VARYING");
            return;
        }
        for (Event.Change change : lab.orElseThrow().events().get(0).changes()) {
            Field field = ((Event.SetTo) change).field();
            assertThat(field.kind()).isEqualTo(place.get().field());
            assertThat(field.part()).isEqualTo(place.get().part(path));
        }
    }

    @Test
    void everyPlaceOfTheTableIsTried() {
        assertThat(TimeVarying.ALL.stream()
                        .map(TimeVarying::pattern)
                        .filter(pattern ->
                                values().keySet().stream().noneMatch(path -> TimeVarying.matches(pattern, path))))
                .isEmpty();
        assertThat(TimeVarying.ALL.stream().map(TimeVarying::field)).containsOnly(Field.Kind.values());
    }

    @Test
    void aFeeOfALineIsOfOneMaterialOrOfAllItTakes() {
        TimeVarying one = TimeVarying.at("actors.a.runs.b.gate-fee.ash").orElseThrow();
        assertThat(one.part("actors.a.runs.b.gate-fee.ash")).isEqualTo(new Part(Part.Kind.LINE, "a", "b"));
        assertThat(one.material("actors.a.runs.b.gate-fee.ash")).isEqualTo("ash");
        TimeVarying all = TimeVarying.at("actors.a.runs.b.gate-fee").orElseThrow();
        assertThat(all.material("actors.a.runs.b.gate-fee")).isEmpty();
    }
}
