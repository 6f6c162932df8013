package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts of which the receiver may take nothing. */
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
