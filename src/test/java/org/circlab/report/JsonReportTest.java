package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.circlab.score.Compared;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    @Test
    void everyIndicatorReadsBackExactly() {
        ScoredRun run = Harbour.run("symbiosis", 3);
        JsonNode document = JsonMapper.shared().readTree(JsonReport.of(run, "results/harbour/symbiosis"));
        List<Compared> indicators = run.outcome().scorecard().indicators();
        assertThat(document.get("indicators").size()).isEqualTo(indicators.size());
        for (int i = 0; i < indicators.size(); i++) {
            JsonNode node = document.get("indicators").get(i);
            assertThat(node.get("id").asString())
                    .isEqualTo(indicators.get(i).measure().id());
            assertSame(
                    node.get("variant").get("mean"), indicators.get(i).variant().mean());
            assertSame(
                    node.get("difference").get("low95"),
                    indicators.get(i).difference().low95());
        }
        assertThat(document.get("lab_name").asString()).startsWith("Λιμάνι της Θεσσαλονίκης");
        assertThat(document.get("larger_flows").get(0).get("to").asString()).isEqualTo("roads");
    }

    @Test
    void theSameRunGivesTheSameTextWithKeysInOrder() {
        String first = JsonReport.of(Harbour.run("symbiosis", 2), "results");
        assertThat(first).isEqualTo(JsonReport.of(Harbour.run("symbiosis", 2), "results"));
        JsonNode document = JsonMapper.shared().readTree(first);
        assertThat(document.propertyNames())
                .containsExactly(
                        "program",
                        "version",
                        "lab",
                        "lab_name",
                        "variant",
                        "variant_name",
                        "baseline_name",
                        "side",
                        "set",
                        "scenario_sha256",
                        "seed",
                        "replications",
                        "window",
                        "region",
                        "about",
                        "score",
                        "indicators",
                        "actors",
                        "larger_flows",
                        "targets",
                        "sources",
                        "folder");
        assertThat(first).doesNotContain("\r").endsWith("}\n");
    }

    @Test
    void whatIsNotKnownIsNull() {
        JsonNode document = JsonMapper.shared().readTree(JsonReport.of(Harbour.run("symbiosis", 1), "results"));
        assertThat(document.get("indicators")
                        .get(0)
                        .get("difference")
                        .get("low95")
                        .isNull())
                .isTrue();
    }

    @Test
    void sharesOfArisingAddUpToOne() {
        JsonNode document = JsonMapper.shared().readTree(JsonReport.of(Harbour.run("symbiosis", 2), "results"));
        double sum = 0;
        for (JsonNode source : document.get("sources").get("list")) {
            sum += source.get("share_of_arising").asDouble();
        }
        assertThat(Math.abs(sum - 1)).isLessThan(1e-12);
    }

    private static void assertSame(JsonNode node, double value) {
        if (Double.isFinite(value)) {
            assertThat(node.asDouble()).isEqualTo(value == 0 ? 0.0 : value);
        } else {
            assertThat(node.isNull()).isTrue();
        }
    }
}
