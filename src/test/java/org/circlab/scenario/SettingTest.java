package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overrides that make no sense are findings at {@code --set}. */
class SettingTest {

    @TempDir
    Path folder;

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
                "variants.first.name=X                   | UNKNOWN_KEY     | 'variants' is not a key",
                "policy.landfill-tax=60                  | BAD_QUANTITY    | has no unit",
                "policy.landfill-tax={ 2025-01-01: }     | NO_VALUE        | has no value",
                "policy.landfill-tax=                    | NO_VALUE        | has no value",
                "policy.landfill-tax={ a                 | SYNTAX          | not closed",
                "actors.press.at=[46.05, 13.61, 1]       | BAD_PLACE       | two numbers",
                "policy.landfill-tax={ x: &a 1 EUR/t }   | YAML_REFERENCE  | an anchor",
                "name=null                               | MISSING_KEY     | 'name' is missing",
            })
    void isFound(String set, String code, String saying) {
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", Tiny.TEXT);
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
