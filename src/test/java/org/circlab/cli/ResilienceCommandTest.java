package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResilienceCommandTest {

    @TempDir
    Path out;

    private String[] arguments(String... options) {
        return Stream.concat(
                        Stream.of(
                                "resilience",
                                "scenarios/lesson-closure.yaml",
                                "--variant",
                                "no-tank",
                                "--replications",
                                "2",
                                "--out",
                                out.toString()),
                        Arrays.stream(options))
                .toArray(String[]::new);
    }

    private Session resilience(String... options) {
        return Session.of(arguments(options));
    }

    private Path result() {
        return out.resolve("lesson-closure/no-tank.resilience");
    }

    @Test
    void wordsAndTables() throws IOException {
        Session session = resilience();
        assertThat(session.code()).isZero();
        assertThat(session.out().replaceAll("\\s+", " "))
                .contains(
                        "fire, Biodiesel plant, 2026-03-01 to 2026-06-08: 18.0 % of what would have been handed on from"
                                + " 2026-03 to 2026-06 is kept; it is back at 95 % as soon as it ends.",
                        "1 other receives or gives more than 5 % less: Kitchens 82 %; the cascade is 1 step deep.",
                        "Biodiesel plant 100 % 100 %");
        assertThat(session.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(Files.readAllLines(result().resolve("outages.csv")))
                .containsExactly(
                        "outage,actor,from,until_exclusive,service_kept,kept_low95,kept_high95,counted_to,back_from,"
                                + "months_to_recover,actors_hit,cascade_depth",
                        "fire,biodiesel,2026-03-01,2026-06-09,0.1803278689,0.1803278689,0.1803278689,2026-06,2026-07,0,1,1");
        assertThat(Files.readAllLines(result().resolve("service.csv")))
                .hasSize(1 + 48)
                .contains("fire,2026-04,30,0", "fire,2026-05,31,0", "fire,2026-06,30,22", "fire,2026-07,31,31");
        assertThat(Files.readAllLines(result().resolve("cascades.csv"))).hasSize(2);
        assertThat(Files.readAllLines(result().resolve("removals.csv")))
                .containsExactly(
                        "actor,own_share,lost_share,lost_low95,lost_high95,hindrance",
                        "biodiesel,1,1,1,1,",
                        "kitchen,1,1,1,1,");
    }

    @Test
    void jsonIsOneDocumentTheSameForAnyNumberOfThreads() throws IOException {
        String[] asked = {"--format", "json", "--outage", "kitchen=2027-01-01..2027-02-01", "--without", "kitchen"};
        String one = resilience(append(asked, "--threads", "1")).out();
        assertThat(resilience(append(asked, "--threads", "3")).out()).isEqualTo(one);
        assertThat(Files.readString(result().resolve("resilience.json"))).isEqualTo(one);
        JsonNode document = JsonMapper.shared().readTree(one);
        assertThat(document.get("removals").size()).isEqualTo(1);
        assertThat(document.get("outages").size()).isEqualTo(2);
        assertThat(document.get("outages")
                        .get(1)
                        .get("service_kept")
                        .get("mean")
                        .asDouble())
                .isZero();
    }

    private static String[] append(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void whoTheLabCannotBeWithoutIsToldInWords() {
        Session session = resilience("--without", "kiln");
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("cannot be removed", "Without Cement kiln the lab does not run: ");
    }

    @Test
    void withoutAnOutageItSaysHowToDeclareOne() {
        Session session = resilience("--set", "events.fire=null", "--without", "kitchen");
        assertThat(session.out()).contains("None is declared.", "--outage ACTOR=FROM..UNTIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kitchen",
                "kitchen=2026-01-01",
                "kitchen=2026-02-01..2026-01-01",
                "kitchen=2026-01-01..2026-01-01",
                "kitchen=2026-02-30..2026-03-01"
            })
    void whatIsNoOutageIsWrongUsage(String outage) {
        Session session = resilience("--outage", outage);
        assertThat(session.code()).isEqualTo(2);
        assertThat(session.err()).contains("'" + outage + "' is no outage; write an actor and two dates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--without", "--outage"})
    void whoIsNotThereIsAMistakeWithAProposal(String option) {
        String value = option.equals("--outage") ? "kitchn=2026-01-01..2026-02-01" : "kitchn";
        Session session = resilience(option, value);
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("UNKNOWN_ACTOR", "Maybe 'kitchen'?");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void progressIsShownOnATerminalAndErased() {
        Session session = Session.of(Experiment::run, true, Map.of(), arguments());
        assertThat(session.err()).contains(" labs").endsWith("\r");
    }

    @Test
    void theHelpsAreWhole() {
        for (String command : List.of("synergies", "resilience")) {
            Session session = Session.of(command, "--help");
            assertThat(session.code()).isZero();
            assertThat(session.out()).contains("Files go to", "--replications", "--threads");
            assertThat(session.out().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }
}
