package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts of which the receiver may take nothing, and streams that no disposal site takes. */
class LimitRulesTest {

    @TempDir
    Path folder;

    private List<Finding> findings(String composition, String line, String need) {
        String text = Tiny.with("ash: { code: \"10 01 02\" }", "ash: { code: \"10 01 02\", " + composition + " }")
                .replace("gate-fee: { ash: -4 EUR/t }", "gate-fee: { ash: -4 EUR/t }, " + line)
                .replace("accepts: { ash: { ratio: 0.9 } }", "accepts: { ash: { ratio: 0.9 } }, " + need);
        return Tiny.findings(folder, "tiny.yaml", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "composition: { carbon: 10 % }       | limits: { carbon: { most: 5 % } }    | 10.00 %, where at most 5.000 %",
                "composition: { carbon: 10 % }       | limits: { carbon: { least: 15 % } }  | at least 15.00 %",
                "composition: { moisture: 10 % }     | limits: { moisture: { most: 9 % } }  | moisture is 10.00 %",
                "composition: { heating-value: 9 GJ/t } | limits: { heating-value: { least: 11 GJ/t } } | 9.000 GJ/t"
            })
    void aContractOfWhichNothingCanBeTakenIsFound(String composition, String limits, String words) {
        List<Finding> found = findings(composition, limits, limits);
        assertThat(found).extracting(Finding::code).containsExactly("CONTRACT_BEYOND_LIMITS");
        assertThat(found.get(0).toString()).contains(words);
    }

    private List<Finding> atTheDump(String composition, String dump, String donor) {
        String text = Tiny.with("ash: { code: \"10 01 02\" }", "ash: { code: \"10 01 02\", " + composition + " }")
                .replace("fee: 40 EUR/t", "fee: 40 EUR/t, " + dump)
                .replace("disposal: cheapest", donor);
        return Tiny.findings(folder, "tiny.yaml", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disposal: cheapest", "disposal: nearest", "disposal: dump"})
    void aStreamThatNoSiteTakesAsItIsIsFound(String donor) {
        List<Finding> found = atTheDump("composition: { toc: 8 % }", "limits: { toc: { most: 5 % } }", donor);
        assertThat(found).extracting(Finding::code).containsExactly("NO_DISPOSAL_ROUTE");
        assertThat(found.get(0).toString())
                .contains("'ash' of 'plant'", "toc is 8.000 %, where at most 5.000 % is allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "composition: { toc: 5 % } | limits: { toc: { most: 5 % } } | disposal: cheapest",
                "composition: { toc: 8 % }, half-life: { toc: 9 d } | limits: { toc: { most: 5 % } } | disposal: cheapest",
                "composition: { toc: 8 % } | limits: { toc: { most: 5 % } } | disposal: { fee: 90 EUR/t }",
                "composition: { toc: 8 % } | 'limits: { toc: { most: 5 % } } }\n      bog: { accepts: [ash], operation: D1, fee: 90 EUR/t' | disposal: cheapest"
            })
    void whereItHasAPlaceThereIsNothingToSay(String composition, String dump, String donor) {
        assertThat(atTheDump(composition, dump, donor)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: optimal, every: 1 wk, look-ahead: 2 | blends: yes | LOOK_AHEAD_UNBLENDED",
                "rule: optimal, every: 1 wk, look-ahead: 2 | blends: no  | ",
                "rule: optimal, every: 1 wk, look-ahead: 0 | blends: yes | ",
                "rule: cheapest, every: 1 wk               | blends: yes | "
            })
    void whoLooksAheadPlansNoMix(String exchange, String blends, @Nullable String code) {
        String text = Tiny.with("ash: { code: \"10 01 02\" }", "ash: { code: \"10 01 02\", composition: { toc: 3 % } }")
                .replace(
                        "gate-fee: { ash: -4 EUR/t }",
                        "gate-fee: { ash: -4 EUR/t }, limits: { toc: { most: 5 % } }, " + blends)
                .replace("rule: cheapest, every: 1 wk", exchange);
        List<Finding> found = Tiny.findings(folder, "tiny.yaml", text);
        assertThat(found).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(found).allSatisfy(each -> assertThat(each.toString()).contains("'line' of 'press'", "warning"));
    }

    /** What its own line makes may be purer than what arises, and both are one pile. */
    @Test
    void whatADonorAlsoMakesMayKeepTheLimit() {
        String wood = "      wood: { mean: 9 kt/yr, disposal: { fee: 9 EUR/t } }\n";
        String text = Tiny.with("ash: { code: \"10 01 02\" }", "ash: { code: \"10 01 02\" }\n  wood: {}")
                .replace(
                        "processes:\n",
                        "processes:\n  burning: { operation: R1, cost: 0 EUR/t, takes: [wood], yields: { ash: { share: 100 % } } }\n")
                .replace("disposal: cheapest", "disposal: cheapest\n        quality: { toc: 8 % }")
                .replace("    generates:\n", "    generates:\n" + wood)
                .replace("capacity: 12 kt }", "capacity: 12 kt, mix: yes }, wood: { capacity: 1 kt }")
                .replace("fee: 40 EUR/t", "fee: 40 EUR/t, limits: { toc: { most: 5 % } }");
        String makes = "    stores: { ash:";
        String runs = "    runs: { furnace: { process: burning, capacity: 100 t/d } }\n" + makes;
        assertThat(Tiny.findings(folder, "tiny.yaml", text.replace(makes, runs)))
                .isEmpty();
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .extracting(Finding::code)
                .contains("NO_DISPOSAL_ROUTE");
    }

    @Test
    void aSiteKnowsNoBlend() {
        assertThat(atTheDump("composition: { toc: 4 % }", "limits: { toc: { most: 5 % } }, blends: yes", "every: 1 d"))
                .extracting(Finding::code)
                .contains("UNKNOWN_KEY");
    }

    /** The dump takes ash by its accepted materials, and the contract brings it more than it bears. */
    @Test
    void aContractMayBeBeyondTheLimitsOfASiteToo() {
        String text = Tiny.with("ash: { code: \"10 01 02\" }", "ash: { code: \"10 01 02\", composition: { toc: 8 % } }")
                .replace("fee: 40 EUR/t", "fee: 40 EUR/t, limits: { toc: { most: 5 % } }")
                .replace("disposal: cheapest", "disposal: { fee: 90 EUR/t }")
                .replace("to: press, material", "to: dump, material");
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .extracting(Finding::code)
                .containsExactly("CONTRACT_BEYOND_LIMITS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "composition: { carbon: 10 % }  | limits: { carbon: { most: 5 % } }  | limits: { carbon: { most: 10 % } }",
                "composition: { carbon: 10 % }  | limits: { carbon: { most: 5 % } }, blends: yes | limits: { carbon: { most: 5 % } }",
                "composition: { carbon: 10 % }  | limits: { carbon: { most: 5 % } }  | store: 1 kt",
                "composition: { carbon: 10 % }, half-life: { carbon: 9 d } | limits: { carbon: { most: 5 % } } | limits: { carbon: { most: 5 % } }"
            })
    void whereSomethingCanBeTakenThereIsNothingToSay(String composition, String line, String need) {
        assertThat(findings(composition, line, need)).isEmpty();
    }
}
