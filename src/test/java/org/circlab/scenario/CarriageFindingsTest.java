package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.model.Haulage;
import org.circlab.model.Lab;
import org.circlab.model.Preference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modes of transport, hours and preferences as they are written, and mistakes in them. */
class CarriageFindingsTest {

    private static final String RAIL = "{ payload: 1 kt, cost: 0.03 EUR/tkm, speed: 30 km/h }";

    @TempDir
    Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("BAD_ID", "{ own:", "{ ¦truck:", "a meaning of its own"),
                arguments(
                        "BAD_ID",
                        "  fleets:",
                        "  modes: { ¦haulier: " + RAIL + " }\n  fleets:",
                        "a meaning of its own"),
                arguments(
                        "BAD_ID",
                        "  fleets: { own: { owner: plant, trucks: 2 } }",
                        "  modes: { own: " + RAIL + " }\n  fleets: { ¦own: { owner: plant, trucks: 2, mode: own } }",
                        "a mode of transport already"),
                arguments(
                        "MISSING_KEY",
                        "  fleets:",
                        "  modes: { ¦rail: { payload: 1 t, cost: 1 EUR/tkm } }\n  fleets:",
                        "speed"),
                arguments("UNKNOWN_KEY", "speed: 60 km/h", "speed: 60 km/h, ¦mode: rail", "not a key of haulage.truck"),
                arguments("OUT_OF_RANGE", "speed: 60 km/h", "speed: 60 km/h, handling: ¦-1 EUR/t", "at least 0"),
                arguments("BAD_QUANTITY", "speed: 60 km/h", "speed: 60 km/h, loading: ¦30", "duration"),
                arguments("BAD_QUANTITY", "speed: 60 km/h", "speed: 60 km/h, unloading: ¦-1 h", "duration"),
                arguments("UNKNOWN_CALENDAR", "speed: 60 km/h", "speed: 60 km/h, hours: ¦day", "calendar 'day'"),
                arguments("UNKNOWN_CALENDAR", "trucks: 2", "trucks: 2, hours: ¦day", "calendar 'day'"),
                arguments("UNUSED", "  fleets:", "  modes: { ¦rail: " + RAIL + " }\n  fleets:", "mode 'rail'"),
                arguments(
                        "UNUSED",
                        "\nactors:",
                        "\ncalendars:\n  ¦day: { daily: 06:00-18:00 }\nactors:",
                        "calendar 'day'"),
                arguments("DUPLICATE_ITEM", "  plant:\n", "  plant:\n    prefers: [press, ¦press]\n", "listed twice"),
                arguments("UNKNOWN_ACTOR", "mean: 230", "prefers: [press, ¦pres]\n        mean: 230", "Maybe 'press'?"),
                arguments(
                        "PREFERRED_IN_VAIN",
                        "mean: 230",
                        "prefers: ¦[plant]\n        mean: 230",
                        "'plant' is preferred"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String code, String passage, String replacement, String saying) {
        FindingsTest.requireOne(folder, code, passage, replacement, saying);
    }

    /** The scenario with a calendar and a mode, in which {@code passage} is followed by more. */
    private List<Finding> findings(String passage, String more) {
        String declared = Tiny.with("\nactors:", "\ncalendars: { day: { daily: 06:00-18:00 } }\nactors:")
                .replace("  fleets:", "  modes: { rail: " + RAIL + " }\n  fleets:");
        return Tiny.findings(folder, "tiny.yaml", declared.replace(passage, passage + more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"speed: 60 km/h", "speed: 30 km/h", "trucks: 2"})
    void aCalendarIsUsedByWhateverKeepsItsHours(String passage) {
        assertThat(findings(passage, ", hours: day").stream().map(Finding::message))
                .containsExactly("Nothing uses the mode 'rail'.");
    }

    @ParameterizedTest
    @CsvSource({"trucks: 2, ', mode: rail'", "share: 90 %, ', by: rail'", "mean: 230 kt/yr, '\n        by: rail'"})
    void aModeIsUsedByWhateverNamesIt(String passage, String more) {
        assertThat(findings(passage, more).stream().map(Finding::message))
                .containsExactly("Nothing uses the calendar 'day'.");
    }

    @Test
    void whomOneVariantPrefersInVainAnotherMayNot() {
        String text = Tiny.with("  plant:\n", "  plant:\n    prefers: [press, dump]\n")
                .replace(
                        "{ name: Second }",
                        "{ actors: { dump: { needs: { cover: { mean: 1 kt/yr, accepts: { ash: {} } } } } } }");
        assertThat(Tiny.findings(folder, "tiny.yaml", text)).isEmpty();
    }

    @Test
    void theOrderOfPreferenceIsKept() {
        String text = Tiny.with("  plant:\n", "  plant:\n    prefers: [press, dump]\n")
                .replace("mean: 230", "prefers: [dump, press]\n        mean: 230")
                .replace("rule: cheapest", "rule: preference");
        Lab lab =
                Tiny.read(folder, "tiny.yaml", text).effective(null, List.of()).lab();
        assertThat(lab.actors().get(1).prefers())
                .isEqualTo(new Preference(List.of("press", "dump"), Map.of("ash", List.of("dump", "press"))));
        assertThat(lab.businessAsUsual().actors().get(1).prefers())
                .isEqualTo(lab.actors().get(1).prefers());
    }

    @Test
    void byTruckIsByTheHaulier() {
        String text = Tiny.with("mean: 230", "by: truck\n        mean: 230");
        Lab lab =
                Tiny.read(folder, "tiny.yaml", text).effective(null, List.of()).lab();
        assertThat(lab.actors().get(1).generates().get(0).by()).isEqualTo(Haulage.HAULIER);
    }
}
