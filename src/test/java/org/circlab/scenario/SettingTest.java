package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.circlab.model.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Overrides that make no sense are findings at {@code --set}. */
class SettingTest {

    private static final String MEAN = "actors.plant.generates.ash.mean";
    private static final String EVENTS =
            "events:\n  fire: { at: 2026-01-01, for: 9 d, set: { " + MEAN + ": 9 kt/yr }, scale: {} }\n";

    @TempDir
    Path folder;

    /** Every time-varying value can be set within an event, as it could be written there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                MEAN + " | 5 kt/yr",
                "policy.landfill-tax | 30 EUR/t",
                "actors.press.runs.line.gate-fee.ash | 5 EUR/t",
                "actors.press.needs.filler.accepts.ash.gate-fee | -5 EUR/t",
                "haulage.truck.cost | 1 EUR/tkm"
            })
    void reachesWhatAnEventSets(String each) {
        String[] parts = each.split(" \\| ", -1);
        String others = parts[0].equals(MEAN) ? "" : MEAN + ": 9 kt/yr, ";
        Lab written = lab("{ at: 2026-01-01, for: 9 d, set: { " + others + parts[0] + ": " + parts[1] + " } }");
        assertThat(set("events.fire.set." + parts[0] + "=" + parts[1]).events()).isEqualTo(written.events());
        assertThat(set("events.fire={ set: { " + parts[0] + ": " + parts[1] + " } }")
                        .events())
                .isEqualTo(written.events());
    }

    @Test
    void reachesWhatAnEventScalesAndTheSourceOfWhatItSets() {
        assertThat(set("events.fire.scale.policy.landfill-tax=50 %").events())
                .isEqualTo(lab("{ at: 2026-01-01, for: 9 d, set: { " + MEAN
                                + ": 9 kt/yr }, scale: { policy.landfill-tax: 50 % } }")
                        .events());
        String sourced = "events.fire.set." + MEAN + "={ value: 8 kt/yr }";
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", Tiny.with("variants:", EVENTS + "variants:"));
        assertThat(file.effective("first", List.of(sourced, "events.fire.set." + MEAN + ".value=7 kt/yr"))
                        .lab()
                        .events())
                .isEqualTo(set("events.fire.set." + MEAN + "=7 kt/yr").events());
    }

    @Test
    void deletesWhatAnEventSets() {
        String both = "{ at: 2026-01-01, for: 9 d, set: { " + MEAN + ": 9 kt/yr }, close: [actors.press] }";
        ScenarioFile file =
                Tiny.read(folder, "tiny.yaml", Tiny.with("variants:", "events: { fire: " + both + " }\nvariants:"));
        assertThat(file.effective("first", List.of("events.fire.set." + MEAN + "=null"))
                        .lab()
                        .events())
                .isEqualTo(lab("{ at: 2026-01-01, for: 9 d, close: [actors.press] }")
                        .events());
    }

    private Lab set(String set) {
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", Tiny.with("variants:", EVENTS + "variants:"));
        return file.effective("first", List.of(set)).lab();
    }

    private Lab lab(String event) {
        String text = Tiny.with("variants:", "events:\n  fire: " + event + "\nvariants:");
        return Tiny.read(folder, "other.yaml", text)
                .effective("first", List.of())
                .lab();
    }

    /** Found before anything is done with the path, whose steps would each be followed from the start. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "policy", "actors.plant", "events.fire.set"})
    void aPathThatIsDeeperThanAnyScenario(String start) {
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", Tiny.with("variants:", EVENTS + "variants:"));
        String deep = start + ".a".repeat(200_000) + "=1";
        ScenarioException refused =
                catchThrowableOfType(ScenarioException.class, () -> file.effective("first", List.of(deep)));
        assertThat(refused.findings()).singleElement().asString().contains("--set: error TOO_DEEP", "100 levels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "policy.landfill-tax                     | BAD_SETTING     | path=value",
                "=60 EUR/t                               | BAD_SETTING     | path=value",
                "policy..landfill-tax=60 EUR/t           | BAD_SETTING     | path=value",
                "actors.plnt.name=X                      | NO_SUCH_PATH    | Maybe 'plant'?",
                "actors.plant.generates.ahs.whole=yes    | NO_SUCH_PATH    | Maybe 'ash'?",
                "haulage.fleets.won.trucks=3             | NO_SUCH_PATH    | Maybe 'own'?",
                "contracts.fll.volume=3 t/yr             | NO_SUCH_PATH    | Maybe 'fill'?",
                "policy.landfil-tax=60 EUR/t             | UNKNOWN_KEY     | Maybe 'landfill-tax'?",
                "polcy.landfill-tax=60 EUR/t             | UNKNOWN_KEY     | Maybe 'policy'?",
                "variants.first.name=X                   | BAD_SETTING     | with --variant",
                "extends=other.yaml                      | BAD_SETTING     | Write it in the file",
                "events.fie.set.policy.carbon-price=1    | NO_SUCH_PATH    | Maybe 'fire'?",
                "events.fire.set.policy.carbon-price=1   | BAD_QUANTITY    | has no unit",
                "events.fire.set.policy.carbn-price=1    | NOT_TIME_VARYING| Maybe 'policy.carbon-price'?",
                "events.fire.set=1                       | WRONG_KIND      | A map is expected here",
                "policy.landfill-tax=60                  | BAD_QUANTITY    | has no unit",
                "policy.landfill-tax={ 2025-01-01: }     | NO_VALUE        | has no value",
                "policy.landfill-tax=                    | NO_VALUE        | has no value",
                "policy.landfill-tax={ a                 | SYNTAX          | not closed",
                "actors.press.at=[46.05, 13.61, 1]       | BAD_PLACE       | two numbers",
                "policy.landfill-tax={ x: &a 1 EUR/t }   | YAML_REFERENCE  | an anchor",
                "name=null                               | MISSING_KEY     | 'name' is missing",
            })
    void isFound(String set, String code, String saying) {
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", Tiny.with("variants:", EVENTS + "variants:"));
        ScenarioException refused =
                catchThrowableOfType(ScenarioException.class, () -> file.effective("first", List.of(set)));
        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.toString()).contains(saying);
            if (!code.equals("MISSING_KEY")) {
                assertThat(finding.mark()).hasToString("--set");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"contracts.fil=null | Maybe 'fill'?"})
    void deletingNothingIsAWarning(String set, String advice) {
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", Tiny.TEXT);
        assertThat(file.effective("first", List.of(set)).warnings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("DELETES_NOTHING"))
                .satisfies(finding -> assertThat(finding.advice()).isEqualTo(advice));
    }
}
