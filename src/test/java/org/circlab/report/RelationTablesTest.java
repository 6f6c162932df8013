package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.circlab.model.Lab;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.Relations;
import org.circlab.simulation.Relations.Broken;
import org.circlab.simulation.Relations.Reason;
import org.circlab.simulation.Relations.Trusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationTablesTest {

    private static final String SCENARIO = """
            circlab: 1
            id: quay
            name: Quay
            horizon: { start: 2025-01-01, length: 3 yr }
            materials: { ash: { code: "10 01 02" } }
            actors:
              plant: { at: [45.0, 14.0], hurdle: 0 EUR/t, generates: { ash: { mean: 5 kt/yr, every: 1 d } } }
              works:
                at: [45.1, 14.0]
                needs: { sand: { mean: 9 kt/yr, virgin: { price: 12 EUR/t }, accepts: { ash: { ratio: 1 } } } }
              tip: { at: [45.0, 14.1], disposes: { cell: { accepts: [ash], operation: D1, fee: 30 EUR/t } } }
            contracts:
              fill: { from: plant, to: works, material: ash, volume: 3 kt/yr, existing: yes BREACH }
            haulage: { truck: { payload: 25 t, cost: 0.1 EUR/tkm, speed: 50 km/h } }
            exchange: { rule: cheapest, every: 1 wk TRUST }
            variants: { weekly: {} }
            """;

    @TempDir
    Path folder;

    private Effective scenario(String breach, String trust) throws IOException {
        Path file = folder.resolve("quay.yaml");
        Files.writeString(file, SCENARIO.replace(" BREACH", breach).replace(" TRUST", trust));
        return ScenarioFile.read(file).effective("weekly", List.of());
    }

    private Effective both() throws IOException {
        return scenario(", penalty: 2 EUR/t, breach: { chance: 80 %/yr }", ", trust: { premium: 3 EUR/t }");
    }

    @Test
    void rowsNameContractsAndActors() throws IOException {
        Lab lab = both().lab();
        TreeMap<Integer, Relations> runs = new TreeMap<>();
        LocalDate day = LocalDate.of(2025, 3, 1);
        runs.put(
                2,
                new Relations(
                        List.of(new Broken(0, false, day, Reason.BETTER_OFFER, 3.5, 120.25)),
                        List.of(new Trusted(0, 2, 0.75, 2, 0), new Trusted(2, 0, 0.5, 1, 1))));
        runs.put(1, new Relations(List.of(new Broken(0, true, day, Reason.CHANCE, Double.NaN, 0)), List.of()));
        StringBuilder breaches = new StringBuilder();
        RelationTables.breaches(breaches, lab, runs);
        assertThat(breaches.toString().lines())
                .containsExactly(
                        "replication,contract,broken_by,partner,date,reason,gain_eur_per_t,damages_eur",
                        "1,fill,plant,works,2025-03-01,chance,,0",
                        "2,fill,works,plant,2025-03-01,better offer,3.5,120.25");
        StringBuilder trust = new StringBuilder();
        RelationTables.trust(trust, lab, runs);
        assertThat(trust.toString().lines())
                .containsExactly(
                        "replication,actor,partner,trust,kept_months,broken_months",
                        "2,plant,works,0.75,2,0",
                        "2,works,plant,0.5,1,1");
    }

    /** Replications are told in their order and share nothing, on one thread or on three; few runs are the first of many. */
    @Test
    void eachReplicationTellsTheSameAloneAndAmongOthers() throws IOException {
        Effective scenario = both();
        Harbour.write(Files.createDirectory(folder.resolve("one")), scenario, Harbour.plan(scenario, 4, 1), false);
        Harbour.write(Files.createDirectory(folder.resolve("more")), scenario, Harbour.plan(scenario, 6, 3), false);
        for (String name : List.of("trust.csv", "breaches.csv", "baseline/trust.csv", "baseline/breaches.csv")) {
            List<String> four = Files.readAllLines(folder.resolve("one").resolve(name));
            List<String> six = Files.readAllLines(folder.resolve("more").resolve(name));
            assertThat(four).hasSizeGreaterThan(3);
            assertThat(six.stream().filter(row -> !row.matches("[56],.*")).toList())
                    .isEqualTo(four);
        }
        assertThat(Files.readString(folder.resolve("one/baseline/breaches.csv")))
                .isEqualTo(Files.readString(folder.resolve("one/breaches.csv")));
    }

    @Test
    void theTablesAreThereOnlyWhereTheyTellSomething() throws IOException {
        Effective neither = scenario("", "");
        Harbour.write(folder.resolve("none"), neither, Harbour.plan(neither, 1, 1), false);
        assertThat(folder.resolve("none/breaches.csv")).doesNotExist();
        assertThat(folder.resolve("none/trust.csv")).doesNotExist();
        Effective trusting = scenario("", ", trust: { premium: 3 EUR/t }");
        Harbour.write(folder.resolve("trust"), trusting, Harbour.plan(trusting, 1, 1), false);
        assertThat(folder.resolve("trust/breaches.csv")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("trust/trust.csv"))).hasSize(3);
    }
}
