package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.report.FirstScreen;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In the variant {@code asleep} all waste goes to the landfill whatever it costs: the net cost is a plane over the tax, with the
 * slope of the tonnes disposed of, and over the price of haulage, with the slope of the tonne-kilometres.
 */
class SensitivityCommandTest {

    private static final List<String> ASLEEP = List.of(
            "sensitivity",
            Harbour.FILE.toString(),
            "--variant=asleep",
            "--set=horizon.length=1 mo",
            "--of=variant",
            "--vary=policy.landfill-tax=0..100 EUR/t",
            "--vary=haulage.truck.cost=0.1..0.3 EUR/tkm",
            "--vary=region.inhabitants=100..200");

    /** What follows the method and the samples in the names of studies. */
    private static final String VARIED = "-landfill-tax-cost-inhabitants";

    @TempDir
    Path folder;

    private Session run(String... more) {
        return Session.of(Stream.concat(ASLEEP.stream(), Stream.concat(Stream.of("--out=" + folder), Stream.of(more)))
                .toArray(String[]::new));
    }

    private Path table(String study, String name) {
        return folder.resolve("harbour/studies/" + study + "/" + name + ".csv");
    }

    /** A cell of the row that starts so. */
    private static double cell(Path file, String start, String column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int place = List.of(lines.get(0).split(",", -1)).indexOf(column);
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[place]))
                .findFirst()
                .orElseThrow();
    }

    private double mean(String indicator) {
        Session session = Session.of(
                "run",
                Harbour.FILE.toString(),
                "--variant=asleep",
                "--set=horizon.length=1 mo",
                "--replications=2",
                "--format=csv",
                "--out=" + folder.resolve("run"));
        return session.out()
                .lines()
                .filter(line -> line.startsWith(indicator + ","))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void effectsOfAPlaneAreItsSlopes() throws IOException {
        Session session = run("--samples=2", "--replications=2", "--indicator=net-cost", "--indicator=disposed");
        assertThat(session.code()).as(session.err()).isZero();
        Path table = table("morris-2" + VARIED, "morris");
        double tax = 100 * mean("disposed");
        double haulage = 0.2 * mean("haulage-work");
        assertThat(cell(table, "net-cost,EUR/yr,variant,asleep,policy.landfill-tax", "mu"))
                .isCloseTo(tax, within(tax * 1e-6));
        assertThat(cell(table, "net-cost,EUR/yr,variant,asleep,haulage.truck.cost", "mu_star"))
                .isCloseTo(haulage, within(haulage * 1e-6));
        assertThat(cell(table, "net-cost,EUR/yr,variant,asleep,region.inhabitants", "mu_star"))
                .isZero();
        assertThat(cell(table, "disposed,t/yr,variant,asleep,policy.landfill-tax", "mu_star"))
                .isZero();
        assertThat(session.out())
                .contains("It is moved most, over the whole range and in EUR/yr, by policy.landfill-tax (")
                .contains("Hardly at all by region.inhabitants.")
                .containsPattern("policy.landfill-tax +\\+\\d.* straight")
                .contains("It does not change with any of the factors.")
                .contains("Tables: " + folder);
        assertThat(session.out().lines())
                .allSatisfy(line -> assertThat(line.length() <= FirstScreen.WIDTH || line.startsWith("Tables"))
                        .isTrue());
    }

    /** Of a plane with slopes a and b over their ranges the shares are a^2 and b^2 over their sum. */
    @Test
    void sharesOfAPlaneAreThoseOfItsSquaredSlopes() throws IOException {
        Session session = run("--method=sobol", "--samples=16", "--replications=1", "--indicator=net-cost");
        assertThat(session.code()).as(session.err()).isZero();
        Path effects = table("sobol-16" + VARIED, "sobol");
        run("--samples=2", "--replications=1", "--indicator=net-cost");
        double a =
                cell(table("morris-2" + VARIED, "morris"), "net-cost,EUR/yr,variant,asleep,policy.landfill-tax", "mu");
        double b =
                cell(table("morris-2" + VARIED, "morris"), "net-cost,EUR/yr,variant,asleep,haulage.truck.cost", "mu");
        double share = a * a / (a * a + b * b);
        for (String order : List.of("first", "total")) {
            assertThat(cell(effects, "net-cost,EUR/yr,variant,asleep,policy.landfill-tax", order))
                    .isCloseTo(share, within(0.1));
            assertThat(cell(effects, "net-cost,EUR/yr,variant,asleep,haulage.truck.cost", order))
                    .isCloseTo(1 - share, within(0.1));
            assertThat(cell(effects, "net-cost,EUR/yr,variant,asleep,region.inhabitants", order))
                    .isZero();
        }
        assertThat(session.out())
                .contains("Of what makes it uncertain, ")
                .contains(" % comes from policy.landfill-tax alone");
    }

    /** What was run is used again: other indicators of the same study take no run. */
    @Test
    void whatWasRunIsUsedAgain() throws IOException {
        Session first = run("--samples=3", "--replications=1", "--indicator=net-cost", "--threads=1");
        String table = Files.readString(table("morris-3" + VARIED, "morris"));
        Session again = run("--samples=3", "--replications=1", "--indicator=net-cost", "--threads=3");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(Files.readString(table("morris-3" + VARIED, "morris"))).isEqualTo(table);
        assertThat(run("--samples=3", "--replications=1", "--dry-run").out())
                .contains("12 points x 1 variant x 1 replication")
                .contains("12 of them are in");
        Session other = run("--samples=3", "--replications=1", "--seed=2");
        assertThat(other.err()).contains("began from seed 1, not 2");
        assertThat(other.code()).isEqualTo(CircLab.FAILED);
    }

    /** A yield of 96 % beside a loss of 5 % exceeds what goes in. */
    @Test
    void pointsThatCannotBeRunAreLeftOut() throws IOException {
        Session session = run(
                "--samples=4",
                "--replications=1",
                "--indicator=net-cost",
                "--vary=processes.pressing.yields.board.share=95 %, 96 %");
        assertThat(session.code()).as(session.err()).isZero();
        assertThat(session.err()).containsPattern("circlab: \\d+ of 20 runs are left out; refused.csv says why");
        assertThat(session.out())
                .containsPattern("not known at \\d+\\.")
                .containsPattern("board.share +- +- +not known");
        assertThat(cell(
                        table("morris-4" + VARIED + "-share", "morris"),
                        "net-cost,EUR/yr,variant,asleep,processes",
                        "effects"))
                .isZero();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(run("--samples=1").err()).contains("--samples is 1");
        assertThat(run("--method=fast").code()).isEqualTo(CircLab.USAGE);
        assertThat(run("--name=a b").err()).contains("--name is 'a b'");
        assertThat(run("--vary=policy.landfil-tax=0..1 EUR/t").err()).contains("Maybe 'landfill-tax'?");
        assertThat(run("--vary=policy.carbon-price=5..1 EUR/tCO2e").err()).contains("smaller number first");
        assertThat(run("--indicator=net-cots").err()).contains("Maybe 'net-cost'?");
        assertThat(run("--method=sobol", "--samples=2048").err()).contains("--yes runs them");
        assertThat(Session.of("sensitivity", Harbour.FILE.toString()).err()).contains("--vary");
    }
}
