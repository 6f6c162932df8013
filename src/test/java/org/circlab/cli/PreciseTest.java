package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code circlab run --until}. */
class PreciseTest {

    private static final String FILE = Harbour.FILE.toString();

    @TempDir
    Path folder;

    private Session run(String out, String... args) {
        List<String> all = Stream.concat(Stream.of("run", FILE, "--out=" + folder.resolve(out)), Stream.of(args))
                .toList();
        return Session.of(all.toArray(String[]::new));
    }

    /** Every file below a folder with its bytes as text. */
    private Map<String, String> files(String out) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder.resolve(out))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                texts.put(folder.resolve(out).relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void theResultIsThatOfAsManyReplications() throws IOException {
        Session until = run("until", "--until=net-cost=4 %", "--at-most=200", "--threads=2");
        assertThat(until.code()).as(until.err()).isZero();
        Matcher taken =
                Pattern.compile("precise enough after (\\d+) replications").matcher(until.err());
        assertThat(taken.find()).as(until.err()).isTrue();
        assertThat(Integer.parseInt(taken.group(1))).isBetween(6, 199);
        run("fixed", "--replications=" + taken.group(1), "--threads=1");
        Map<String, String> fixed = files("fixed");
        assertThat(fixed).containsKeys("harbour/symbiosis/report.html", "harbour/symbiosis/baseline/flows.csv");
        assertThat(files("until")).isEqualTo(fixed);
    }

    @Test
    void whatIsNotReachedIsSaidWithWhatWouldDo() {
        Session session = run("unmet", "--until=net-cost=0.1 %", "--until=disposed=1e9", "--at-most=5");
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        session = run("unmet", "--until=net-cost=0.1 %", "--until=disposed=900000 t/yr", "--at-most=5");
        assertThat(session.code()).isZero();
        assertThat(session.err().lines().filter(line -> line.startsWith("circlab: ")))
                .singleElement()
                .asString()
                .matches("circlab: 'net-cost' is not as precise as asked for: ± [\\d .]+ EUR/yr after 5 replications,"
                        + " not [\\d.]+\\. About [\\d ]+ replications would do, see --at-most");
    }

    @ParameterizedTest
    @CsvSource({
        "net-cots=1 %, Maybe 'net-cost'?",
        "net-cost, is no ID=WIDTH",
        "net-cost=, is no amount above 0",
        "net-cost=-5, is no amount above 0",
        "net-cost=0, must be above 0",
        "net-cost=5 t, is not in the unit of net-cost"
    })
    void amountsThatMakeNoSenseAreRefused(String until, String fault) {
        Session session = run("none", "--until=" + until);
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        assertThat(session.err()).contains(fault);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void optionsThatContradictAreRefused() {
        assertThat(run("none", "--until=net-cost=1 %", "--replications=10").err())
                .contains("leave out --replications");
        assertThat(run("none", "--at-most=10").err()).contains("--at-most limits --until");
        assertThat(run("none", "--until=net-cost=1 %", "--at-most=4").err()).contains("--at-most is 4");
        assertThat(run("none", "--until=net-cost=1 %", "--trace").err()).contains("leave out --until");
    }
}
