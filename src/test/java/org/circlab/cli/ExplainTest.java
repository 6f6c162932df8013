package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.circlab.report.FirstScreen;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking one indicator apart from the command line. */
class ExplainTest {

    private static final double YEARS = 730 / 365.25;
    private static final String ROWS = "time,fact,from,to,subject,amount,unit";

    @TempDir
    Path out;

    private static List<String> explain(String indicator, String... options) {
        String[] args = {"run", Harbour.FILE.toString(), "--explain", indicator};
        String[] all = Arrays.copyOf(args, args.length + options.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        Session session = Session.of(all);
        assertThat(session.code()).as(session.err()).isZero();
        return session.out().lines().toList();
    }

    /** The number at the end of the first line that starts so, in the column of the variant. */
    private static double variant(List<String> lines, String start) {
        String line = lines.stream()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow();
        String[] cells = line.strip().split(" {2,}", -1);
        return Double.parseDouble(cells[cells.length - 2].replace(" ", ""));
    }

    @Test
    void saysWhatItIsAndWhereItComesFrom() {
        List<String> lines = explain("diversion-rate");
        assertThat(lines)
                .contains("Diversion from disposal (diversion-rate), in %; more is better")
                .anyMatch(line -> line.startsWith("Formula: 1 - disposed / arising"))
                .anyMatch(line -> line.startsWith("Source: ") && line.contains("2008/98/EC"))
                .anyMatch(line -> line.contains("received foundry → tip: slag"))
                .anyMatch(line -> line.matches("\\.\\.\\. and \\d+ more; --ledger prints all of them\\."));
        double kept = variant(lines, "1. waste arising minus disposed of");
        double arising = variant(lines, "2. waste arising");
        assertThat(variant(lines, "diversion-rate, %")).isCloseTo(100 * kept / arising, within(1e-4));
    }

    /** All material of the harbour goes by one operation from one party to another, so that the rows are those counted. */
    @ParameterizedTest
    @CsvSource({
        "exchanged, 1. exchanged, received",
        "arising, 1. waste arising, generated",
        "virgin-bought, 1. virgin material bought, drawn",
        "net-cost, 1. net cost, paid",
        "disposed, 1. disposed of, received"
    })
    void rowsOfTheLedgerAddUpToTheTerm(String indicator, String term, String fact) {
        List<String> lines = explain(indicator, "--ledger");
        List<String[]> rows = lines.stream()
                .dropWhile(line -> !line.equals(ROWS))
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row[1]).isEqualTo(fact));
        double sum = rows.stream().mapToDouble(row -> signed(indicator, row)).sum() / YEARS;
        assertThat(sum).isCloseTo(variant(lines, term), within(1e-6 * Math.abs(sum) + 6e-3));
    }

    /** What an actor gets from outside lowers the cost of the lab. */
    private static double signed(String indicator, String[] row) {
        double amount = Double.parseDouble(row[5]);
        return indicator.equals("net-cost") && row[2].equals("outside") ? -amount : amount;
    }

    @Test
    void anIndicatorOfTheScenarioIsTakenApartIntoOthers() {
        List<String> lines = explain(
                "mine",
                "--set",
                "indicators={ mine: { formula: exchanged / arising * 100, unit: \"%\", name: Mine } }");
        assertThat(lines).contains("Mine (mine), in %");
        assertThat(variant(lines, "mine, %"))
                .isCloseTo(
                        100 * variant(lines, "2. exchanged, t/yr") / variant(lines, "1. arising, t/yr"), within(1e-4));
        assertThat(lines).doesNotContain(ROWS);
    }

    @Test
    void whatDoesNotApplySaysSo() {
        assertThat(explain("municipal-recycling"))
                .anyMatch(
                        line -> line.matches("municipal-recycling, % +does not apply +does not apply +does not apply"));
    }

    /** All numbers of the first line that has something in it. */
    private static double[] numbers(List<String> lines, String in) {
        String line =
                lines.stream().filter(each -> each.contains(in)).findFirst().orElseThrow();
        return Pattern.compile("-?\\d+(?: \\d{3})*(?:\\.\\d+)?")
                .matcher(line)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group().replace(" ", "")))
                .toArray();
    }

    @Test
    void theScoreIsTheMeanByWeightOfItsDimensionsAndSaysWhereItsIntervalComesFrom() {
        List<String> lines = explain("score", "--replications=3", "--set", "score.weights.climate=2");
        assertThat(lines).contains("Score (score), of 100; more is better");
        double[] sum = numbers(lines, "= (");
        assertThat(sum).hasSize(7);
        assertThat((sum[0] * sum[1] + sum[2] * sum[3] + sum[4] * sum[5]) / sum[6])
                .isCloseTo(numbers(lines, "score, of 100")[1], within(0.11));
        assertThat(sum[2]).isEqualTo(2);
        assertThat(lines.stream().dropWhile(line -> !line.startsWith("WITHOUT")).skip(1))
                .filteredOn(line -> line.startsWith("  "))
                .hasSize(3);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(FirstScreen.WIDTH));
    }

    @Test
    void theScoreOfADimensionIsItsRatioOfMeans() {
        List<String> lines = explain("score-climate", "--replications=2");
        double[] ratio = numbers(lines, "= 100 x");
        double change = ratio[1] - ratio[2];
        double possible = ratio[3] - ratio[4];
        String[] cells = lines.stream()
                .filter(line -> line.startsWith("climate, tCO2e/yr"))
                .findFirst()
                .orElseThrow()
                .split(" {2,}", -1);
        assertThat(100 * change / possible).isCloseTo(Double.parseDouble(cells[4].split(" ", -1)[0]), within(0.5));
        assertThat(lines).anyMatch(line -> line.matches("  2 +.*\\d"));
    }

    @Test
    void theBestPossibleAddsUpFromItsPartsAndSaysWhatItRelaxes() {
        List<String> lines = explain("bound-economy", "--replications=1");
        List<Double> parts = lines.stream()
                .dropWhile(line -> !line.startsWith("PARTS"))
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" {2,}", -1))
                .map(cells -> Double.parseDouble(cells[2].replace(" ", "")))
                .toList();
        double together = Double.parseDouble(lines.stream()
                .filter(line -> line.startsWith("together"))
                .findFirst()
                .orElseThrow()
                .split(" {2,}", -1)[2]
                .replace(" ", ""));
        double size = parts.stream().mapToDouble(Math::abs).max().orElseThrow();
        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(parts.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(together, within(1e-3 * size));
        assertThat(String.join(" ", lines)).contains("Relaxed: time within the window");
    }

    @Test
    void whatIsScoredIsTheIndicatorAndTheChangeOfStock() {
        List<String> lines = explain("scored-economy");
        assertThat(variant(lines, "1. net cost") + variant(lines, "2. change of stock"))
                .isCloseTo(variant(lines, "scored-economy"), within(0.2));
        assertThat(lines).contains(ROWS);
    }

    @Test
    void aDimensionThatDoesNotApplySaysWhy() {
        Session session = Session.of(
                "run", "scenarios/lesson-tax.yaml", "--variant=low", "--explain=score-climate", "--replications=1");
        assertThat(session.out().replaceAll("\\s+", " "))
                .contains(
                        "climate does not apply: the best possible is not better than business as usual by 0.1 % of it");
    }

    @Test
    void theScoreIsExplainedOverAllReplicationsAndHasNoRowsOfALedger() {
        Session session = Session.of("run", Harbour.FILE.toString(), "--explain=score", "--ledger");
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        assertThat(session.err()).contains("leave out --ledger");
        assertThat(explain("score", "--replications=2", "--threads=3"))
                .isEqualTo(explain("score", "--replications=2", "--threads=1"));
    }

    @Test
    void writesNothingAndRefusesWhatMeansNothing() {
        Session unknown = Session.of("run", Harbour.FILE.toString(), "--explain", "netcost", "--seed=3");
        assertThat(unknown.code()).isEqualTo(CircLab.USAGE);
        assertThat(unknown.err()).contains("no indicator 'netcost'", "Maybe 'net-cost'?");
        Session together = Session.of("run", Harbour.FILE.toString(), "--explain=net-cost", "--out=" + out);
        assertThat(together.code()).isEqualTo(CircLab.USAGE);
        assertThat(together.err()).contains("leave out --out");
        assertThat(Session.of("run", Harbour.FILE.toString(), "--explain=net-cost", "--trace")
                        .code())
                .isEqualTo(CircLab.USAGE);
        assertThat(out).isEmptyDirectory();
    }
}
