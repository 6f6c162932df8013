package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.report.FirstScreen;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectCommandTest {

    private static final String FILE = Harbour.FILE.toString();
    private static final String SHORT = "--set=horizon.length=3 mo";

    @TempDir
    Path folder;

    private static Session select(String... args) {
        return Session.of(
                Stream.concat(Stream.of("select", FILE, SHORT), Stream.of(args)).toArray(String[]::new));
    }

    /** Weekly exchange disposes of less than without the press, and that of less than nobody trading. */
    @Test
    void theBestVariantIsNamedWithItsProbability() {
        Session session = select("--indicator=disposed");
        assertThat(session.code()).as(session.err()).isZero();
        List<String> lines = session.out().lines().toList();
        assertThat(lines.get(0)).startsWith("Disposed of, t/yr (less is better)");
        assertThat(lines.get(2)).matches("  symbiosis +\\d+ +-\\d.*best");
        assertThat(lines.get(3)).matches("  no-press +\\d+ +-\\d.*\\+\\d.*worse");
        assertThat(lines.get(4)).matches("  asleep +10 +0 +\\+\\d.*worse");
        assertThat(session.out())
                .contains("'symbiosis' is the best with a probability of at least 95 %.")
                .contains("replications of variants in all; as many for each");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(FirstScreen.WIDTH));
    }

    /** Where more is better the sign turns round, in the race and back in the table. */
    @Test
    void moreMayBeBetter() {
        List<String> lines =
                select("--indicator=exchanged", "--format=csv").out().lines().toList();
        assertThat(lines.get(0)).startsWith("indicator,unit,variant,replications,change,change_low95,change_high95");
        assertThat(lines.get(1)).matches("exchanged,t/yr,symbiosis,\\d+,\\d+.*,0,0,0,best,,0\\.95");
        assertThat(lines.get(2)).matches("exchanged,t/yr,no-press,\\d+,\\d+.*,-\\d.*,worse,symbiosis,");
        String[] cells = lines.get(2).split(",", -1);
        assertThat(Double.parseDouble(cells[5])).isLessThanOrEqualTo(Double.parseDouble(cells[4]));
        assertThat(Double.parseDouble(cells[6])).isGreaterThanOrEqualTo(Double.parseDouble(cells[4]));
        assertThat(lines.get(3)).startsWith("exchanged,t/yr,asleep,10,0,0,0,");
    }

    @Test
    void threadsChangeNothing() {
        assertThat(select("--threads=1", "--at-most=20").out())
                .isEqualTo(select("--threads=3", "--at-most=20").out());
    }

    /** Two variants that are the same cannot be told apart, unless no difference is what matters. */
    @Test
    void equalVariantsAreNotToldApart() throws IOException {
        Path file = folder.resolve("twins.yaml");
        Files.writeString(file, Files.readString(Harbour.FILE) + "  twin: {}\n");
        List<String> twins =
                List.of("select", file.toString(), SHORT, "--variant=symbiosis", "--variant=twin", "--at-most=12");
        Session session = Session.of(twins.toArray(String[]::new));
        assertThat(session.code()).isZero();
        assertThat(session.out())
                .contains("best so far")
                .contains("not told apart")
                .contains(
                        "After 12 replications it is not proved which is best; 'symbiosis' leads. That it is the best can be");
        Session indifferent = Session.of(Stream.concat(twins.stream(), Stream.of("--indifference=1000 EUR/yr"))
                .toArray(String[]::new));
        assertThat(indifferent.out())
                .contains("or no more than 1 000 EUR/yr behind it, with a probability of at least 95")
                .contains("no matter which");
    }

    @ParameterizedTest
    @CsvSource({
        "--indicator=arising, is better neither more nor less",
        "--indicator=disposd, Maybe 'disposed'?",
        "--confidence=95, write a probability from 50 %",
        "--confidence=100 %, write a probability from 50 %",
        "--confidence=sure, write a probability from 50 %",
        "--indifference=5 %, a share of it says nothing",
        "--indifference=x, is no amount above 0",
        "--at-most=9, --at-most is 9",
        "--variant=symbiosis, only one variant",
        "--variant=symbiosis --variant=symbiosis, names a variant twice"
    })
    void whatMakesNoSenseIsRefused(String options, String fault) {
        Session session = select(options.split(" (?=--)", -1));
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        assertThat(session.err()).contains(fault);
    }

    @Test
    void variantsOfAnotherHorizonAreLeftOut() throws IOException {
        Path file = folder.resolve("horizons.yaml");
        Files.writeString(
                file, Files.readString(Harbour.FILE) + "  long: { horizon: { length: 3 yr, warm-up: 1 mo } }\n");
        Session all = Session.of("select", file.toString(), "--at-most=10");
        assertThat(all.code()).isZero();
        assertThat(all.err()).contains("'long' is left out, since it runs over another horizon");
        Session named = Session.of("select", file.toString(), "--variant=symbiosis", "--variant=long");
        assertThat(named.err()).contains("'long' runs over another horizon than 'symbiosis'");
    }

    @Test
    void anIndicatorThatDoesNotApplyRanksNothing() throws IOException {
        Path file = folder.resolve("undefined.yaml");
        Files.writeString(
                file,
                Files.readString(Harbour.FILE)
                        + "indicators: { odd: { name: Odd, unit: t, formula: disposed / (arising - arising), better: lower } }\n");
        Session session = Session.of("select", file.toString(), "--indicator=odd");
        assertThat(session.code()).as(session.err()).isEqualTo(CircLab.FAILED);
        assertThat(session.err()).contains("'odd' does not apply, so variants cannot be ranked by it");
    }
}
