package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.experiment.Progress;
import org.circlab.experiment.whynot.Explanation;
import org.circlab.experiment.whynot.Question;
import org.circlab.experiment.whynot.Subject;
import org.circlab.experiment.whynot.WhyNot;
import org.circlab.network.Gate;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainScreenTest {

    @TempDir
    Path folder;

    private static Answer answer(@Nullable String actor, String... sets) {
        ScenarioFile file = ScenarioFile.read(Harbour.FILE);
        Effective scenario = file.effective(null, List.of(sets));
        Question question = new Question(actor, null, 5, 1, 1);
        Explanation explanation = WhyNot.explain(
                more -> file.effective(
                                null,
                                IntStream.range(0, sets.length + more.size())
                                        .mapToObj(i -> i < sets.length ? sets[i] : more.get(i - sets.length))
                                        .toList())
                        .lab(),
                question,
                Progress.NONE);
        return new Answer("1.2.3", scenario, List.of(sets), question, explanation);
    }

    private static String screen(Answer answer) {
        return String.join("\n", ExplainScreen.lines(answer, Path.of("results/x"), Paint.PLAIN)) + "\n";
    }

    @Test
    void theScreenIsTheApprovedOne() throws IOException {
        String text = screen(answer(null));
        assertThat(text).isEqualTo(Harbour.approved("explain.txt", text));
    }

    @Test
    void theFilesAreTheApprovedOnes() throws IOException {
        ExplainFiles.write(folder, answer(null));
        for (String name : List.of("explain.csv", "funnel.csv", "explain.json")) {
            String text = Files.readString(folder.resolve(name));
            assertThat(text).isEqualTo(Harbour.approved(name, text));
        }
        assertThat(Files.readString(folder.resolve(ResultFolder.MARK))).contains("\"command\" : \"explain\"");
    }

    @Test
    void whereAllNeedsAreMetNoTableOfThoseThatAreNotIsBegun() {
        String text = screen(answer(
                null,
                "actors.roads.needs.gravel.mean=1 kt/yr",
                "actors.roads.needs.gravel.store=1 kt",
                "actors.tip.needs={ cover: { mean: 1 kt/yr, store: 1 kt, virgin: { price: 12 EUR/t, ghg: 8 kgCO2e/t },"
                        + " accepts: { slag: { ratio: 1 } } } }"));
        assertThat(text).contains("Met with what others give", "100 %").doesNotContain("too little", "bought");
    }

    @Test
    void whoOffersAndNeedsNothingIsTold() {
        assertThat(screen(answer("tip"))).contains("Nothing of that kind was offered or needed.", "only tip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exchange.rule=cheapest | --set exchange.rule=cheapest",
                "policy.landfill-tax=16 EUR/t | --set policy.landfill-tax=\"16 EUR/t\"",
                "a.permits.operations=[R3, R5] | --set a.permits.operations=\"[R3, R5]\"",
                "a.permits.codes=[\"10 01 02\"] | --set 'a.permits.codes=[\"10 01 02\"]'"
            })
    void aChangeCanBePastedIntoAShell(String set, String text) {
        assertThat(ExplainedLines.set(set)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void everyGateHasWordsOfItsOwn(Gate gate) {
        List<String> others = IntStream.range(0, Gate.values().length)
                .filter(i -> i != gate.ordinal())
                .mapToObj(i -> GateWords.of(Subject.Side.OFFER, Gate.values()[i]))
                .toList();
        assertThat(GateWords.of(Subject.Side.OFFER, gate))
                .isNotBlank()
                .isNotIn(others)
                .hasSizeLessThanOrEqualTo(GateWords.WIDTH);
        assertThat(GateWords.of(Subject.Side.NEED, gate)).isNotBlank().hasSizeLessThanOrEqualTo(GateWords.WIDTH);
    }
}
