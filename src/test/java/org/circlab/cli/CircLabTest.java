package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircLabTest {

    @Test
    void aloneItSaysWhatToType() {
        Session session = Session.of();
        assertThat(session.code()).isZero();
        assertThat(session.out())
                .contains("circlab run lab.yaml ", "circlab sweep lab.yaml --vary ", "'circlab --help'")
                .doesNotContain("null");
        assertThat(session.out().lines())
                .hasSizeLessThan(30)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(session.err()).isEmpty();
    }

    /** Whoever adds a command says in which group and with which words a student meets it. */
    @Test
    void bothScreensNameEveryCommandOnceAndInTheSameOrder() {
        List<String> alone = named(Session.of().out(), "  circlab (\\S+).*  +\\S.*");
        List<String> helped = named(Session.of("--help").out(), "  ([a-z]+)  +[a-z].*");
        assertThat(alone).isEqualTo(helped).contains("run", "sweep").doesNotHaveDuplicates();
    }

    private static List<String> named(String screen, String row) {
        Pattern pattern = Pattern.compile(row);
        return screen.lines()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Session session = Session.of("--version");
        assertThat(session.code()).isZero();
        assertThat(session.out()).matches("circlab \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run ", "validate ", "schema ", "completion ", "new "})
    void helpFitsTheScreenAndHasNoColourInAPipe(String command) {
        Session session = Session.of((command + "--help").split(" ", -1));
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("Usage: circlab").doesNotContain("\u001b");
        assertThat(session.out().lines())
                .hasSizeLessThan(45)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(session.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "schema", "completion", "new"})
    void helpOfEachCommandHasExamples(String command) {
        assertThat(Session.of(command, "--help").out()).contains("Examples:", "  circlab " + command + " ");
    }

    @Test
    void helpIsColouredOnATerminalUnlessNoColorIsSet() {
        assertThat(Session.of(Experiment::run, true, Map.of(), "--help").out()).contains("\u001b[");
        assertThat(Session.of(Experiment::run, true, Map.of("NO_COLOR", "1"), "--help")
                        .out())
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "rum, run",
        "valdate x, validate",
        "run x --replicatons=3, --replications",
        "run --replicatons=3, --replications",
        "run, FILE",
        "validate, FILE",
        "run x --replications=many, --replications",
        "run x --replications=0, 1 to 100000",
        "run x --replications=100001, 1 to 100000",
        "run x --threads=0, 1 to 1024",
        "run x --threads=1025, 1 to 1024",
        "run x --seed=1.5, --seed",
        "run x --format=xml, --format",
        "run x --set, --set",
        "new x.yaml, --pilot",
        "new --pilot=organic, FILE",
        "new x.yaml --pilot=textile, INDUSTRIAL",
        "new x.json --pilot=organic, x.yaml"
    })
    void wrongUsageIsNamedWithAWayOut(String args, String named) {
        Session session = Session.of(args.split(" ", -1));
        assertThat(session.code()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .startsWith("circlab: ")
                .contains(named, "--help")
                .doesNotContain("\tat ");
    }

    @Test
    void theFaceForOtherProgramsRunsTheSame() {
        StringWriter out = new StringWriter();
        int code = CircLab.run(new PrintWriter(out), new PrintWriter(new StringWriter()), false, "--version");
        assertThat(code).isZero();
        assertThat(out.toString()).startsWith("circlab ");
    }
}
