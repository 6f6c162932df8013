package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A finding that only some variants have says which. */
class VariantFindingsTest {

    private static final String WRONG = "{ exchange: { evry: 1 wk } }";

    @TempDir
    Path folder;

    /** Of five variants those that delete the haulage miss it, at a place that all share. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b       | Variant 'b': 'haulage' is missing",
                "a,d     | Variants 'a' and 'd': 'haulage' is missing",
                "a,c,e   | Variants 'a', 'c' and 'e': 'haulage' is missing",
                "a,b,c,e | Variants 'a', 'b' and 2 more: 'haulage' is missing",
                "a,b,c,d,e | 'haulage' is missing"
            })
    void namesTheVariantsThatHaveIt(String having, String start) {
        StringBuilder variants = new StringBuilder("variants:\n");
        for (String id : List.of("a", "b", "c", "d", "e")) {
            boolean has = List.of(having.split(",", -1)).contains(id);
            variants.append("  ").append(id).append(has ? ": { haulage: null }\n" : ": {}\n");
        }
        String text = Tiny.with("  first: {}\n  second: { name: Second }\n", "").replace("variants:\n", variants);
        assertThat(findings(text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith(start));
    }

    /** A misspelt id declares something new, which lacks what it then needs: the first such error names the id that is near. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ actors: { plnat: { generates: { ash: { mean: 5 kt/yr } } } } } | NO_PLACE | 'plnat' | 'plant'",
                "{ actors: { press: { runs: { lien: { capacity: 9 t/d } } } } } | MISSING_KEY | 'lien' | 'line'"
            })
    void namesTheIdThatANewOneIsLike(String patch, String code, String slip, String near) {
        String told = "Or is " + slip + ", which is new here, meant to be " + near + "?";
        List<Finding> findings = findings(Tiny.with("second: { name: Second }", "second: " + patch));
        assertThat(findings)
                .filteredOn(finding -> finding.advice().contains(told))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.advice()).startsWith("Add ").endsWith(told);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ actors: { brewery: { generates: { ash: { mean: 5 kt/yr } } } } }",
                "{ actors: { press: { runs: { line: { capacity: null } } } } }"
            })
    void proposesNoIdWhereNoneIsNearOrItIsThere(String patch) {
        assertThat(findings(Tiny.with("second: { name: Second }", "second: " + patch)))
                .isNotEmpty()
                .noneMatch(finding -> finding.advice().contains("Or is "));
    }

    @Test
    void whatAVariantIsComparedToIsNotCountedAsIts() {
        String text = Tiny.with("second: { name: Second }", "second: " + WRONG)
                .replace("first: {}", "first: { baseline: second }");
        assertThat(findings(text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("Variant 'second': 'evry'"));
    }

    @Test
    void aRunNamesTheBaselineThatIsWrong() {
        String text = Tiny.with("second: { name: Second }", "second: " + WRONG)
                .replace("first: {}", "first: { baseline: second }");
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", text);
        ScenarioException refused =
                catchThrowableOfType(ScenarioException.class, () -> file.effective("first", List.of()));
        assertThat(refused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("Baseline 'second': 'evry'"));
    }

    @Test
    void theOnlyVariantIsNotNamed() {
        String text = Tiny.with("  first: {}\n  second: { name: Second }", "  only: " + WRONG);
        assertThat(findings(text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("'evry'"));
    }

    /** However many variants, what each has alone and what all have comes once, and none is lost. */
    @Test
    void nothingIsLostOrSaidTwice() {
        String text = Tiny.with("policy: {", "polcy: {")
                .replace("first: {}", "first: { actors: { plant: { nam: x } } }")
                .replace("{ name: Second }", "{ actors: { plant: { nam: y } }, policy: { carbon-prise: 1 EUR/t } }");
        Stream<String> messages =
                findings(text).stream().map(finding -> finding.message().replaceAll(" key .*", ""));
        assertThat(messages)
                .containsExactlyInAnyOrder(
                        "'polcy' is not a",
                        "Variant 'first': 'nam' is not a",
                        "Variant 'second': 'nam' is not a",
                        "Variant 'second': 'carbon-prise' is not a");
    }

    private List<Finding> findings(String text) {
        return Tiny.findings(folder, "tiny.yaml", text);
    }
}
