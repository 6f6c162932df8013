package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.circlab.ledger.Chart;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTableTest {

    private static final Scorecard HALVED = HandMade.scorecard(measure -> 50, measure -> 100);

    @Test
    void eachIndicatorIsJudgedByItsOwnSense() {
        List<String> lines = lines(HALVED);
        assertThat(row(lines, "Disposed of")).endsWith("better");
        assertThat(row(lines, "Diverted from disposal")).endsWith("worse");
        assertThat(row(lines, "Net greenhouse gases")).endsWith("better");
        assertThat(row(lines, "Waste arising")).endsWith("less");
    }

    @Test
    void aRowReadsFromUsualOverVariantToTheDifference() {
        assertThat(row(lines(HALVED), "Disposed of")).matches("Disposed of +t/yr +100 +50 +-50\\.00 ± 0\\.64 +better");
    }

    @Test
    void massComesBeforeClimateAndClimateBeforeMoney() {
        assertThat(lines(HALVED).stream().map(line -> line.strip().split("  ", -1)[0]))
                .containsSubsequence(
                        "Disposed of", "Diverted from disposal", "Net greenhouse gases", "Net cost to all actors");
    }

    @Test
    void whatIsZeroOrDoesNotApplyIsLeftOut() {
        Scorecard climateOnly = HandMade.scorecard(
                measure -> measure.id().equals("ghg-net") ? 1 : 0,
                measure -> measure.id().equals("need-met-by-secondary") ? Double.NaN : 0);
        assertThat(lines(climateOnly).stream().skip(1).filter(line -> !line.startsWith("FOR WHOM") && !line.isEmpty()))
                .satisfiesExactly(line -> assertThat(line).startsWith("  Net greenhouse gases"));
    }

    @Test
    void whatIsWithheldIsShownWhereItIsMeasured() {
        assertThat(row(lines(HALVED), "Withheld, store full")).endsWith("better");
        List<Compared> others = HALVED.indicators().stream()
                .filter(compared -> !compared.measure().id().equals("withheld"))
                .toList();
        assertThat(lines(new Scorecard(others, List.of(), 2, List.of()))).noneMatch(line -> line.contains("Withheld"));
    }

    @Test
    void numbersOfOneUnitInAGroupShareTheirScale() {
        Scorecard large = HandMade.scorecard(
                measure -> measure.id().equals("net-cost") ? 3e7 : 2e4,
                measure -> measure.id().equals("net-cost") ? 2e7 : 1e4);
        List<String> lines = lines(large);
        assertThat(row(lines, "Net cost to all actors")).contains("kEUR/yr", "20 000", "30 000");
        assertThat(row(lines, "of which to the state")).contains("kEUR/yr", " 10 ", " 20 ");
        assertThat(row(lines, "Waste arising")).contains(" t/yr", "10 000", "20 000");
    }

    @Test
    void anotherBaselineIsNotCalledUsual() {
        Effective usual = ScenarioFile.read(Harbour.FILE).effective(null, List.of());
        Effective other = new Effective(
                usual.variant(),
                usual.variantName(),
                usual.about(),
                usual.lab(),
                usual.baseline(),
                "Weekly exchange",
                usual.text(),
                usual.baselineText(),
                usual.hash(),
                List.of());
        ScoredRun run = HandMade.run(other, HALVED, List.of(), List.of());
        assertThat(new ChangeTable(run, Paint.PLAIN).lines().get(0))
                .contains("baseline")
                .doesNotContain("usual");
        assertThat(lines(HALVED).get(0)).contains("as usual");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 10, 40})
    void theLargestGainsAndLossesAreShownAndTheRestIsCounted(int actors) {
        double[] changes = IntStream.range(0, actors)
                .mapToDouble(i -> (i % 2 == 0 ? 1 : -1) * (i + 1) * 10.0)
                .toArray();
        List<String> lines = forWhom(lines(HandMade.withActors(HALVED, changes)));
        List<String> shown =
                lines.stream().filter(line -> line.startsWith("  Actor")).toList();
        int hidden = lines.stream()
                .filter(line -> line.contains(" more in actors.csv"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .sum();
        assertThat(shown.size() + hidden).isEqualTo(actors);
        assertThat(shown).hasSizeLessThanOrEqualTo(9);
        assertThat(hidden).isNotEqualTo(1);
        int best = actors % 2 == 0 ? actors - 2 : actors - 1;
        assertThat(shown.get(0)).startsWith("  Actor " + best + " ").endsWith("better");
        if (actors > 1) {
            int worst = actors % 2 == 0 ? actors - 1 : actors - 2;
            assertThat(shown.get(shown.size() - 1))
                    .startsWith("  Actor " + worst + " ")
                    .endsWith("worse");
        }
    }

    @Test
    void whoIsNotConcernedIsNamedOnce() {
        List<String> lines = forWhom(lines(HandMade.withActors(HALVED, 0, 20, 0)));
        assertThat(lines).anyMatch(line -> line.equals("  No change for Actor 0, Actor 2"));
        assertThat(lines).filteredOn(line -> line.contains("Actor 1")).hasSize(1);
    }

    @Test
    void ofTheWorldOutsideOnlyTheStateIsShown() {
        Compared net = HandMade.withActors(HALVED, 5).actors().get(0).net();
        List<ActorResult> parties = Chart.reservedNames().stream()
                .map(name -> new ActorResult(name, "The " + name, List.of(net)))
                .toList();
        List<String> lines = forWhom(lines(new Scorecard(HALVED.indicators(), parties, 2, List.of())));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("  The"))
                .singleElement()
                .asString()
                .startsWith("  The state");
    }

    private static List<String> lines(Scorecard scorecard) {
        return new ChangeTable(HandMade.run(scorecard, List.of(), List.of()), Paint.PLAIN).lines();
    }

    private static List<String> forWhom(List<String> lines) {
        int from = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("FOR WHOM"))
                .findFirst()
                .orElseThrow();
        return lines.subList(from, lines.size());
    }

    private static String row(List<String> lines, String label) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(label))
                .findFirst()
                .orElseThrow();
    }
}
