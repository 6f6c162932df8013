package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in the events of a valid scenario makes exactly one finding, at exactly the place marked. */
class EventFindingsTest {

    @TempDir
    Path folder;

    private static Arguments event(String code, String event, String saying) {
        return arguments(code, event, saying);
    }

    static Stream<Arguments> mistakes() {
        String mean = "actors.plant.generates.ash.mean";
        String set = "set: { " + mean + ": 1 t/yr }";
        return Stream.of(
                event("NOT_TIME_VARYING", "e: { at: 2026-01-01, set: { ¦policy.discount-rate: 1 % } }", "no value"),
                event(
                        "NOT_TIME_VARYING",
                        "e: { at: 2026-01-01, scale: { ¦actors.plant.generats.ash.mean: 2 } }",
                        "Maybe '" + mean + "'?"),
                event(
                        "NOT_TIME_VARYING",
                        "e: { at: 2026-01-01, set: { ¦contracts.fill.volume: 1 t/yr } }",
                        "Maybe 'contracts.fill.gate-fee'?"),
                event(
                        "UNKNOWN_TARGET",
                        "e: { at: 2026-01-01, set: { ¦actors.plat.generates.ash.mean: 1 t/yr } }",
                        "There is no 'plat' in actors. Maybe 'plant'?"),
                event(
                        "UNKNOWN_TARGET",
                        "e: { at: 2026-01-01, scale: { ¦actors.press.needs.filler.accepts.board.gate-fee: 2 } }",
                        "There is no 'board' in actors.press.needs.filler.accepts. There is ash."),
                event(
                        "UNKNOWN_TARGET",
                        "e: { at: 2026-01-01, close: [contracts.fill, ¦actors.press.runs.lime] }",
                        "Maybe 'line'?"),
                event(
                        "UNKNOWN_TARGET",
                        "e: { at: 2026-01-01, set: { ¦processes.pressing.yields.ash.market.price: 1 EUR/t } }",
                        "There is no 'ash'"),
                event(
                        "NOT_TAKEN",
                        "e: { at: 2026-01-01, set: { ¦actors.press.runs.line.gate-fee.board: 1 EUR/t } }",
                        "which the process 'pressing' does not take"),
                event("CANNOT_CLOSE", "e: { at: 2026-01-01, close: [¦haulage] }", "'haulage' cannot be closed."),
                event("CANNOT_CLOSE", "e: { at: 2026-01-01, close: [¦" + mean + "] }", "cannot be closed"),
                event("CANNOT_CLOSE", "e: { at: 2026-01-01, close: [¦press] }", "Maybe 'actors.press'?"),
                event(
                        "CANNOT_CLOSE",
                        "e: { at: 2026-01-01, close: [¦press.runs.line] }",
                        "Maybe 'actors.press.runs.line'?"),
                event("DUPLICATE_ITEM", "e: { at: 2026-01-01, close: [actors.press, ¦actors.press] }", "twice"),
                event("WRONG_KIND", "e: { at: 2026-01-01, close: ¦actors.press }", "A list"),
                event("WRONG_KIND", "e: { at: 2026-01-01, set: { " + mean + ": ¦{ 2026-01-01: 1 t/yr } } }", "single"),
                event("EVENT_WITHOUT_CHANGE", "¦e: { at: 2026-01-01 }", "events.e changes nothing."),
                event("EVENT_WITHOUT_CHANGE", "¦e: { at: 2026-01-01, set: {}, close: [] }", "scale: {"),
                event("EVENT_OUTSIDE_HORIZON", "e: { ¦at: 2030-01-01, " + set + " }", "from 2025-01-01 to 2030-01-01"),
                event("EVENT_OUTSIDE_HORIZON", "e: { ¦at: 2024-12-01, for: 31 d, " + set + " }", "mistyped"),
                event("MISSING_KEY", "¦e: { " + set + " }", "does not say when"),
                event("MISSING_KEY", "¦e: { every: 1 yr, " + set + " }", "'for' is missing in events.e."),
                event("CONFLICTING_KEYS", "e: { at: 2026-01-01, ¦every: 1 yr, for: 1 d, " + set + " }", "Keep 'at'"),
                event(
                        "CONFLICTING_KEYS",
                        "e: { at: 2026-01-01, set: { " + mean + ": 1 t/yr, ¦actors.plant.generates.ash.batch: 1 t } }",
                        "says once more"),
                event("BAD_QUANTITY", "e: { at: 2026-01-01, set: { " + mean + ": ¦1 EUR/t } }", "mass per time"),
                event("BAD_QUANTITY", "e: { at: 2026-01-01, scale: { " + mean + ": ¦1 t/yr } }", "fraction"),
                event("OUT_OF_RANGE", "e: { at: 2026-01-01, scale: { " + mean + ": ¦-10 % } }", "at least 0"),
                event("OUT_OF_RANGE", "e: { at: 2026-01-01, set: { " + mean + ": ¦-1 t/yr } }", "at least 0"),
                event(
                        "OUT_OF_RANGE",
                        "e: { at: 2026-01-01, set: { ¦actors.plant.generates.ash.batch: 120 Mt } }",
                        "too much a year"),
                event("OUT_OF_RANGE", "e: { every: 1 yr, ¦for: 0 d, " + set + " }", "at least 1 ms"),
                event("BAD_DATE", "e: { at: ¦2026-02-30, " + set + " }", "no date"),
                event("BAD_ID", "¦a.b: { at: 2026-01-01, " + set + " }", "no id"),
                event("UNKNOWN_KEY", "e: { at: 2026-01-01, ¦fro: 1 d, " + set + " }", "Maybe 'for'?"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneMistakeIsOneFindingAtItsPlace(String code, String event, String saying) {
        String marked = Tiny.with("variants:", "events: { " + event + " }\nvariants:");
        assertThat(Tiny.findings(folder, "tiny.yaml", marked.replace(Tiny.HERE, "")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.mark().toString()).endsWith(":" + Tiny.placeOf(marked));
                    assertThat(finding.toString()).contains(saying);
                });
    }

    @Test
    void whatRestsOnAnUnsoundPartIsNotFoundASecondTime() {
        String text = Tiny.with("process: pressing, capacity", "process: pressin, capacity")
                .replace(
                        "variants:",
                        "events: { e: { at: 2026-01-01, set: { actors.press.runs.line.gate-fee.ash: 1 EUR/t } } }\nvariants:");
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .extracting(Finding::code)
                .containsExactly("UNKNOWN_PROCESS");
    }

    @Test
    void aRecordAndAFlowHaveNothingThatCouldBeSet() {
        String set = "events:\n  e: { at: 2026-01-01, scale: { actors.plant.generates.ash.%s: 50 %% } }\nactors:\n";
        String recorded = Tiny.with("actors:\n", set.formatted("mean"))
                .replace("        mean: 230 kt/yr\n        every: 1 d\n        season: heating\n", "")
                .replace("        spread: { lognormal: { cv: 15 % } }\n", "        batches: [2026-02-01 9 t]\n");
        assertThat(Tiny.findings(folder, "tiny.yaml", recorded))
                .anyMatch(finding -> finding.code().equals("UNKNOWN_TARGET")
                        && finding.message().contains("replays a record"));
        String flowing = Tiny.with("actors:\n", set.formatted("batch"))
                .replace("        every: 1 d\n", "        every: continuous\n        ships: 9 t\n")
                .replace("        spread: { lognormal: { cv: 15 % } }\n", "");
        assertThat(Tiny.findings(folder, "tiny.yaml", flowing))
                .anyMatch(finding -> finding.code().equals("UNKNOWN_TARGET")
                        && finding.message().contains("has no batches"));
    }
}
