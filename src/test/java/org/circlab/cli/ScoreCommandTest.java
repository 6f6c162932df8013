package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.circlab.report.FirstScreen;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest {

    private static final String FILE = Harbour.FILE.toString();

    private static String score(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "score";
        all[1] = FILE;
        System.arraycopy(more, 0, all, 2, more.length);
        Session session = Session.of(all);
        assertThat(session.code()).as(session.err()).isZero();
        return session.out();
    }

    @Test
    void theScreenSaysTheScoreTheBoundAndWhatIsMissing() {
        List<String> lines = score("--replications=2").lines().toList();
        assertThat(lines.get(0)).contains("symbiosis");
        assertThat(String.join(" ", lines)).contains("0 is business as usual, 100 what is possible at best");
        assertThat(lines).anyMatch(line -> line.matches("  economy .*EUR.*"));
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("  "))
                        .map(line -> line.strip().split(" ", 2)[0]))
                .containsSubsequence("storage", "trucks", "timing", "contracts", "behaviour", "left");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(FirstScreen.WIDTH));
    }

    @Test
    void partsOfTheDocumentAddUpToAHundred() {
        JsonNode document = JsonMapper.shared().readTree(score("--replications=2", "--format=json"));
        double sum = document.at("/score/total/mean").asDouble();
        for (JsonNode part : document.path("gap")) {
            JsonNode score = part.path("score");
            sum += score.path("mean").asDouble();
            assertThat(score.path("mean").asDouble())
                    .isBetween(
                            score.path("low95").asDouble(), score.path("high95").asDouble());
        }
        assertThat(document.path("gap")).hasSize(6);
        assertThat(sum).isCloseTo(100, within(1e-6));
    }

    @Test
    void theSameSeedGivesTheSameTextOnAnyNumberOfThreads() {
        assertThat(score("--replications=2", "--threads=3")).isEqualTo(score("--replications=2", "--threads=1"));
    }

    @Test
    void whatIsKeptOverADeclaredOutageStandsBesideTheScore() {
        JsonNode document = JsonMapper.shared().readTree(lesson("--format=json"));
        double kept = document.at("/service_kept/fire/mean").asDouble();
        assertThat(kept).as(document.toString()).isBetween(0.0, 1.0);
        assertThat(lesson()).containsPattern("resilience +" + Math.round(100 * kept) + " .*service kept over fire");
        assertThat(score("--replications=1")).contains("no event closes something for a time");
    }

    private static String lesson(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "score";
        all[1] = "scenarios/lesson-closure.yaml";
        all[2] = "--replications=1";
        System.arraycopy(more, 0, all, 3, more.length);
        return Session.of(all).out();
    }
}
