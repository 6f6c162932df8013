package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that is run again and again over one store, while its scenario changes and others are put beside it. */
class StudySessionTest {

    private static final String TAX = "--vary=policy.landfill-tax=0, 10 EUR/t";

    @TempDir
    Path folder;

    private Path file;
    private Path store;

    @BeforeEach
    void aScenarioOfOnesOwn() throws IOException {
        file = folder.resolve("lab.yaml");
        store = folder.resolve("s.db");
        Files.copy(Harbour.FILE, file);
    }

    private Session call(String command, String... more) {
        Stream<String> given = Stream.of(
                command, file.toString(), "--set=horizon.length=40 d", "--set=horizon.warm-up=0 d", "--store=" + store);
        return Session.of(Stream.concat(given, Stream.of(more)).toArray(String[]::new));
    }

    private List<String> runs(String variant) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("s/runs.csv"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains("," + variant + ",")).toList();
        }
    }

    private void replace(String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    /** Else runs of the one and of the other would stand in one row. */
    @Test
    void aVariantThatIsNotAskedForStaysAsItIsEvenIfItHasChanged() throws IOException {
        assertThat(call("sweep", TAX, "--replications=2", "--variant=no-press").code())
                .isZero();
        List<String> before = runs("no-press");
        assertThat(before).hasSize(4);
        replace("carpenter: { runs: null }", "carpenter: { runs: null }, roads: { needs: null }");
        Session other = call("sweep", TAX, "--replications=3", "--variant=symbiosis");
        assertThat(other.err()).isEmpty();
        assertThat(other.out())
                .contains("over up to 3 replications")
                .contains("Variant 'no-press' is not complete: it has 4 of 6 runs")
                .doesNotContain("Variant 'symbiosis'");
        assertThat(runs("symbiosis")).hasSize(6);
        assertThat(runs("no-press")).isEqualTo(before);
        assertThat(folder.resolve("s/study.json"))
                .content()
                .contains("\"runs\" : 4")
                .contains("\"runs\" : 6");
        Session grown = call("sweep", TAX.replace("10", "10, 20"), "--replications=3", "--variant=symbiosis");
        assertThat(grown.err()).startsWith("circlab: 6 of 9 runs are in ");
        assertThat(grown.out()).contains("not run").contains("'no-press' is not complete: it has 4 of 9 runs");
        Session changed = call("sweep", TAX.replace("10", "10, 20"), "--replications=3", "--variant=no-press");
        assertThat(changed.code()).isEqualTo(CircLab.FAILED);
        assertThat(changed.err()).contains("variant 'no-press' has changed since");
        assertThat(runs("no-press")).isEqualTo(before);
    }

    /** Runs of other variants, and later replications, are none of what is left to do. */
    @Test
    void consentAndDryRunCountWhatIsMissing() {
        call("sweep", TAX, "--replications=3", "--variant=no-press");
        call("sweep", TAX, "--replications=1", "--variant=symbiosis");
        String[] some = {TAX, "--replications=2", "--variant=symbiosis", "--variant=no-press"};
        assertThat(call(
                                "sweep",
                                Stream.concat(Stream.of(some), Stream.of("--dry-run"))
                                        .toArray(String[]::new))
                        .out()
                        .lines()
                        .limit(2))
                .containsExactly(
                        "2 points x 2 variants x 2 replications = 8 runs, each with its business as usual",
                        "6 of them are in " + store + " already");
        assertThat(call("sweep", "--vary=policy.landfill-tax=0..5000:1 EUR/t", "--replications=3")
                        .err())
                .contains("there are 15001 runs to do");
        assertThat(call("sweep", some).err()).contains("6 of 8 runs are in");
        assertThat(call("sweep", some).err()).contains("8 of 8 runs are in");
        assertThat(call("sweep", TAX.replace("10", "20"), "--dry-run").err())
                .as("what would be refused is refused at once")
                .contains("has points that this study does not have");
    }

    @Test
    void aStoreThatWasKilledAtItsBirthIsNoObstacle() throws IOException {
        Files.createFile(store);
        assertThat(Session.of("study", "list", folder.toString()).err()).contains("has nothing yet");
        assertThat(call("sweep", TAX, "--dry-run").out()).contains("= 20 runs").doesNotContain("already");
        assertThat(store).isEmptyFile();
        assertThat(call("sweep", TAX, "--replications=1").code()).isZero();
        assertThat(runs("symbiosis")).hasSize(2);
    }

    /** Neither the hash of a variant nor the values of a point know what stands in the table. */
    @Test
    void aTableThatPointsNameMayNotChangeBelowThem() throws IOException {
        Files.writeString(folder.resolve("written.csv"), "from,to,km\nfoundry,tip,20\n");
        Path near = Files.writeString(folder.resolve("near.csv"), "from,to,km\nfoundry,tip,5\n");
        Files.writeString(folder.resolve("far.csv"), "from,to,km\nfoundry,tip,80\n");
        replace("exchange: { rule: cheapest", "distances: written.csv\nexchange: { rule: cheapest");
        String[] study = {"--vary=distances=near.csv, far.csv", "--replications=1", "--indicator=haulage-work"};
        Session first = call("sweep", study);
        assertThat(first.code()).as(first.err()).isZero();
        List<String> rows = runs("symbiosis");
        assertThat(rows.get(0).split(",", -1)[6]).isNotEqualTo(rows.get(1).split(",", -1)[6]);
        assertThat(rows).hasSize(2).noneMatch(row -> row.contains(",yes,"));
        assertThat(call("sweep", study).code()).isZero();
        Files.writeString(near, "from,to,km\nfoundry,tip,6\n");
        Session changed = call("sweep", study);
        assertThat(changed.code()).isEqualTo(CircLab.FAILED);
        assertThat(changed.err()).contains("is of another scenario: the table of 'distances=near.csv' has changed");
        Files.delete(near);
        assertThat(call("sweep", study).err()).contains("has changed since");
        assertThat(runs("symbiosis")).isEqualTo(rows);
    }

    /** One table names another in a cell, which nothing else reads. */
    @Test
    void neitherMayATableThatSuchATableNames() throws IOException {
        String farm = """
                id,latitude,longitude,generates.slag.batches,generates.slag.source.ref,generates.slag.source.grade
                farm,40.6,22.9,%s.csv,by hand,assumed
                """;
        Files.writeString(folder.resolve("a.csv"), farm.formatted("x"));
        Files.writeString(folder.resolve("b.csv"), farm.formatted("y"));
        Files.writeString(folder.resolve("y.csv"), "time,mass\n2025-01-05T08:00,300 t\n");
        Path batches = Files.writeString(folder.resolve("x.csv"), "time,mass\n2025-01-05T08:00,100 t\n");
        replace("actors:\n  foundry:", "tables: { farms: { actors: b.csv } }\nactors:\n  foundry:");
        String[] study = {
            "--vary=tables.farms.actors=a.csv, b.csv", "--replications=1", "--indicator=arising", "--variant=symbiosis"
        };
        Session first = call("sweep", study);
        assertThat(first.code()).as(first.err()).isZero();
        List<String> rows = runs("symbiosis");
        assertThat(rows).hasSize(2).noneMatch(row -> row.contains(",yes,"));
        assertThat(call("sweep", study).code()).isZero();
        study[3] = "--variant=asleep";
        assertThat(call("sweep", study).err())
                .as("other variants read the same")
                .isEmpty();
        Files.writeString(batches, "time,mass\n2025-01-05T08:00,200 t\n");
        assertThat(call("sweep", study).err())
                .contains("the table of 'tables.farms.actors=a.csv, which reads x.csv' has changed");
        Files.delete(batches);
        assertThat(call("sweep", study).err()).contains("has changed since");
        assertThat(runs("symbiosis")).isEqualTo(rows);
    }

    @Test
    void whatAVariantIsComparedWithCannotBeVaried() {
        Session session = call("sweep", "--vary=baseline=no-press, asleep");
        assertThat(session.code()).isNotZero();
        assertThat(session.err()).contains("'baseline' cannot be varied").contains("--name");
        assertThat(store).doesNotExist();
    }

    @Test
    void whatIsTooLargeIsToldBeforeItBegins() {
        Session runs = call("sweep", "--vary=policy.landfill-tax=0..29999:1 EUR/t", "--replications=100000", "--yes");
        assertThat(runs.code()).isEqualTo(CircLab.FAILED);
        assertThat(runs.err())
                .isEqualTo("circlab: 30000 points x 1 variants x 100000 replications are 3000000000 runs; at most"
                        + " 2147483647 can be. Give fewer of them\n");
        String[] ten = {
            "--vary=policy.landfill-tax=0..1 EUR/t",
            "--vary=policy.carbon-price=0..1 EUR/tCO2e",
            "--vary=policy.discount-rate=1..2 %/yr",
            "--vary=haulage.truck.cost=0.1..0.2 EUR/tkm",
            "--vary=haulage.truck.payload=10..20 t",
            "--vary=haulage.truck.speed=50..60 km/h",
            "--vary=haulage.truck.detour=1..2",
            "--vary=haulage.truck.ghg=0.1..0.2 kgCO2e/tkm",
            "--vary=region.inhabitants=1000..2000",
            "--vary=processes.pressing.cost=50..60 EUR/t",
            "--samples=100000"
        };
        for (String method : List.of("morris", "sobol")) {
            Session points = call(
                    "sensitivity",
                    Stream.concat(Stream.of(ten), Stream.of("--yes", "--method=" + method))
                            .toArray(String[]::new));
            assertThat(points.code()).isEqualTo(CircLab.FAILED);
            assertThat(points.err())
                    .startsWith(
                            "circlab: a design of 1" + (method.equals("morris") ? "1" : "2") + "00000 points is too")
                    .contains("at most 1000000 can be");
        }
        assertThat(store).doesNotExist();
    }

    /** What one variant says does not depend on another in the same store, nor on replications that only some points have. */
    @Test
    void sensitivityLooksAtTheVariantAndReplicationsThatItIsAskedFor() throws IOException {
        String[] asleep = sensitivity("asleep", 2);
        String[] symbiosis = sensitivity("symbiosis", 2);
        String alone = call("sensitivity", asleep).out();
        String table = Files.readString(folder.resolve("s/morris.csv"));
        assertThat(alone).startsWith("Variant 'asleep', 8 points x 1 variant x 2 replications\n");
        assertThat(table.lines().skip(1)).allMatch(line -> line.startsWith("net-cost,EUR/yr,variant,asleep,"));
        String other = call("sensitivity", symbiosis).out();
        assertThat(other).startsWith("Variant 'symbiosis'").isNotEqualTo(alone.replace("asleep", "symbiosis"));
        assertThat(call("sensitivity", sensitivity("symbiosis", 3)).code()).isZero();
        assertThat(call("sensitivity", asleep).out()).isEqualTo(alone);
        assertThat(Files.readString(folder.resolve("s/morris.csv"))).isEqualTo(table);
        assertThat(call("sensitivity", symbiosis).out()).isEqualTo(other);
        store = folder.resolve("s2.db");
        assertThat(call("sensitivity", symbiosis).out().replace("s2", "s")).isEqualTo(other);
        assertThat(call("sensitivity", symbiosis).err()).contains("16 of 16 runs are in");
    }

    private static String[] sensitivity(String variant, int replications) {
        return new String[] {
            "--vary=policy.landfill-tax=0..50 EUR/t",
            "--vary=haulage.truck.cost=0.1..0.3 EUR/tkm",
            "--vary=policy.carbon-price=0..50 EUR/tCO2e",
            "--of=variant",
            "--samples=2",
            "--indicator=net-cost",
            "--variant=" + variant,
            "--replications=" + replications
        };
    }

    @Test
    void sensitivityGoesToAClusterToo() {
        String[] there = Stream.concat(Stream.of(sensitivity("symbiosis", 1)), Stream.of("--on=spark://host:7077"))
                .toArray(String[]::new);
        Session session = call("sensitivity", there);
        assertThat(session.code()).isEqualTo(CircLab.FAILED);
        assertThat(session.err()).contains("--on needs circlab-spark.jar");
        assertThat(store).doesNotExist();
    }
}
