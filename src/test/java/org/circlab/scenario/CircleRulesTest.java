package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circles of lines and needs in which a tonne becomes more than itself. */
class CircleRulesTest {

    @TempDir
    Path folder;

    /** Three materials; whoever makes or accepts them is written in. */
    private List<Finding> findings(String processes, String actors) {
        String text = """
                circlab: 1
                id: round
                name: Round
                horizon: { start: 2025-01-01, length: 1 yr }
                materials: { ash: { code: "10 01 02" }, brick: { code: "17 01 02" }, clay: {} }
                processes: { PROCESSES }
                actors:
                  plant: { at: [45.0, 14.0], generates: { ash: { mean: 5 kt/yr, every: 1 d }, brick: { mean: 5 kt/yr, every: 1 d } } }
                  tip: { at: [45.0, 14.1], disposes: { cell: { accepts: [ash, brick, clay], operation: D1, fee: 30 EUR/t } } }
                  works:
                    at: [45.1, 14.0]
                ACTORS
                haulage: { truck: { payload: 25 t, cost: 0.1 EUR/tkm, speed: 50 km/h } }
                exchange: { rule: cheapest, every: 1 wk }
                variants: { weekly: {} }
                """.replace("PROCESSES", processes)
                .replace("ACTORS", actors.indent(4).stripTrailing());
        return Tiny.findings(folder, "round.yaml", text).stream()
                .filter(finding -> finding.code().equals("CIRCLE_GAINS") || finding.severity() == Severity.ERROR)
                .toList();
    }

    private static String needs(double ashForBrick, double brickForAsh) {
        return """
                needs:
                  brick: { mean: 1 kt/yr, virgin: { price: 9 EUR/t }, accepts: { ash: { ratio: %s } } }
                  ash: { mean: 1 kt/yr, virgin: { price: 9 EUR/t }, accepts: { brick: { ratio: %s } } }
                """.formatted(ashForBrick, brickForAsh);
    }

    @ParameterizedTest
    @CsvSource({"0.8, 1.25, false", "0.333333333, 3, false", "0.8, 1.26, true", "2, 2, true", "0.1, 9, false"})
    void ratiosThatGoRoundMultiplyToOneAtMost(double there, double back, boolean gains) {
        List<Finding> found = findings("", needs(there, back));
        assertThat(found).hasSize(gains ? 1 : 0);
        if (gains) {
            assertThat(found.get(0).toString())
                    .contains("round.yaml:14:68: ")
                    .contains("brick' becomes")
                    .contains("a tonne of ash stands for")
                    .contains("multiply to 1");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1.2, true", "0.9, false"})
    void aMaterialStandsForItselfAsItIs(double ratio, boolean gains) {
        String need = "needs: { ash: { mean: 1 kt/yr, virgin: { price: 9 EUR/t }, accepts: { ash: { ratio: %s } } } }"
                .formatted(ratio);
        assertThat(findings("", need)).hasSize(gains ? 1 : 0);
    }

    /** Half water: a tonne of ash makes 1.6 t of brick, which stands for so much of ash. */
    @ParameterizedTest
    @CsvSource({"0.6, false", "0.65, true"})
    void linesAndNeedsGoRoundTogether(double ratio, boolean gains) {
        String process = "mixing: { operation: R5, takes: [ash], adds: { water: { share: 50 % } },"
                + " yields: { brick: { share: 80 %, ships: 9 t } }, loss: { air: 20 % } }";
        String works = """
                runs: { line: { process: mixing, capacity: 9 t/d } }
                needs: { ash: { mean: 1 kt/yr, virgin: { price: 9 EUR/t }, accepts: { brick: { ratio: %s } } } }
                """.formatted(ratio);
        List<Finding> found = findings(process, works);
        assertThat(found).hasSize(gains ? 1 : 0);
        if (gains) {
            assertThat(found.get(0).toString()).contains("makes 1.60 t of brick in actors.works.runs.line");
        }
    }

    /** Two lines that feed each other and add water grow by half with each round. */
    @Test
    void linesThatGrowByWhatTheyAddAreFound() {
        String processes = "there: { operation: R5, takes: [ash], adds: { water: { share: 50 % } },"
                + " yields: { clay: { share: 75 %, ships: 9 t } }, loss: { air: 25 % } },"
                + " back: { operation: R5, takes: [clay], yields: { ash: { share: 100 %, ships: 9 t } } }";
        String works = "runs: { one: { process: there, capacity: 9 t/d }, two: { process: back, capacity: 9 t/d } }";
        List<Finding> found = findings(processes, works);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).toString()).contains("becomes 1.50 t of itself").contains("actors.works.runs.one");
        assertThat(findings(processes.replace("50 %", "25 %"), works)).isEmpty();
    }

    /** Against all circles of two and three needs, tried one by one. */
    @Test
    void allCirclesAreTried() {
        String[] names = {"ash", "brick", "clay"};
        int gaining = 0;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[][] ratios = new double[3][3];
            StringBuilder needs = new StringBuilder("needs:\n");
            for (int to = 0; to < 3; to++) {
                StringBuilder accepts = new StringBuilder();
                for (int from = 0; from < 3; from++) {
                    if (from != to && (accepts.isEmpty() || random.nextBoolean())) {
                        ratios[from][to] = (30 + random.nextInt(90)) / 100.0;
                        accepts.append(accepts.isEmpty() ? "" : ", ")
                                .append(names[from] + ": { ratio: " + ratios[from][to] + " }");
                    }
                }
                needs.append("  " + names[to] + ": { mean: 1 kt/yr, virgin: { price: 9 EUR/t }, accepts: { " + accepts
                        + " } }\n");
            }
            boolean gains = gains(ratios);
            assertThat(!findings("", needs.toString()).isEmpty())
                    .as("seed " + seed)
                    .isEqualTo(gains);
            gaining += gains ? 1 : 0;
        }
        assertThat(gaining).isBetween(20, 180);
    }

    private static boolean gains(double[][] ratios) {
        double best = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            best = Math.max(best, ratios[i][j] * ratios[j][i]);
        }
        best = Math.max(best, ratios[0][1] * ratios[1][2] * ratios[2][0]);
        best = Math.max(best, ratios[0][2] * ratios[2][1] * ratios[1][0]);
        return best > 1 + 1e-5;
    }
}
