package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Gate;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.Unmatched;
import org.circlab.simulation.Unmatched.Lack;
import org.circlab.simulation.Unmatched.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmatchedTableTest {

    private static final String SCENARIO = """
            circlab: 1
            id: quay
            name: Quay
            horizon: { start: 2025-01-01, length: 1 yr }
            materials: { ash: { code: "10 01 02" }, mud: { code: "17 05 06" } }
            processes: { baking: { operation: R5, takes: [ash], loss: { air: 100 % } } }
            actors:
              plant: { generates: { ash: { mean: 3 kt/yr }, mud: { mean: 1 kt/yr } } }
              kiln: { runs: { line: { process: baking, capacity: 5 t/d, gate-fee: 90 EUR/t } } }
              works: { needs: { sand: { mean: 2 kt/yr, accepts: { ash: { within: 10 km } } } } }
              tip: { disposes: { cell: { accepts: [ash, mud], operation: D1, fee: 40 EUR/t } } }
            haulage: { truck: { payload: 25 t, cost: 0.1 EUR/tkm, speed: 60 km/h } }
            distances: { plant: { kiln: 50 km, works: 30 km, tip: 5 km } }
            exchange: { rule: cheapest, every: 1 wk }
            variants: { all: {} }
            """;

    @TempDir
    Path folder;

    private Effective scenario(String text) throws IOException {
        return ScenarioFile.read(Files.writeString(folder.resolve("quay.yaml"), text))
                .effective(null, List.of());
    }

    private static int outlet(ExchangeNetwork network, String material) {
        return IntStream.range(0, network.outlets().size())
                .filter(o -> network.outlets().get(o).material() == network.material(material))
                .findFirst()
                .orElseThrow();
    }

    private static int inlet(ExchangeNetwork network, String actor) {
        return network.firstInlet(network.actor(actor));
    }

    @Test
    void meansOverReplicationsInTheOrderOfGatesWithWhatIsMissing() throws IOException {
        Lab lab = scenario(SCENARIO).lab();
        ExchangeNetwork network = ExchangeNetwork.of(lab);
        int ash = outlet(network, "ash");
        int kiln = inlet(network, "kiln");
        int works = inlet(network, "works");
        Unmatched first = new Unmatched(
                List.of(),
                List.of(
                        new Rest(ash, Gate.OUTBID, kiln, 7_000_000, 0, Double.NaN),
                        new Rest(ash, Gate.PRICE, kiln, 2_000_000, 1_000_000, 12),
                        new Rest(ash, Gate.DISTANCE, works, 4_000_000, 0, 20)),
                List.of(new Lack(works, Gate.DISTANCE, ash, 6_000_000)),
                List.of());
        Unmatched second = new Unmatched(
                List.of(),
                List.of(
                        new Rest(ash, Gate.PRICE, kiln, 1_000_000, 0, 20),
                        new Rest(outlet(network, "mud"), Gate.MATERIAL, Unmatched.NONE, 500_000, 0, Double.NaN)),
                List.of(new Lack(works, null, ash, 1_000_000), new Lack(works, null, Unmatched.NONE, 1)),
                List.of());
        StringBuilder csv = new StringBuilder();
        UnmatchedTable.write(csv, network, List.of(first, second));
        assertThat(csv).hasToString("""
                        side,actor,material,reason,mass_t,waiting_t,nearest_match,change_needed
                        offer,plant,ash,distance,2,0,works.sand,"works draws from 10 km, and the way is 30 km"
                        offer,plant,ash,price,1.5,0.5,kiln.line,14 EUR/t less to pay
                        offer,plant,ash,outbid,3.5,0,kiln.line,room beside what others brought
                        offer,plant,mud,material,0.25,0,,somebody who takes it
                        need,works,sand,distance,3,0,plant,"works draws from 10 km, and the way is 30 km"
                        need,works,sand,no-offer,0.0000005,0,,somebody who has what it accepts
                        need,works,sand,no-offer,0.5,0,plant,more of what it accepts
                        """);
    }

    @Test
    void aRunTellsWhatItsBooksSayWasNotTaken() throws IOException {
        Effective scenario = scenario(SCENARIO);
        ScoredRun run = Harbour.write(
                Files.createDirectory(folder.resolve("result")), scenario, Harbour.plan(scenario, 2, 2), false);
        List<String> rows = Files.readAllLines(folder.resolve("result/unmatched.csv"));
        BigDecimal disposed = BigDecimal.valueOf(run.outcome().variant().stream()
                .mapToLong(UnmatchedTableTest::disposed)
                .sum());
        assertThat(rows.get(1)).startsWith("offer,plant,ash,price,").endsWith(",kiln.line,54.5 EUR/t less to pay");
        BigDecimal told = rows.stream()
                .filter(row -> row.startsWith("offer,"))
                .map(row -> new BigDecimal(row.split(",", -1)[4]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(told.movePointRight(6)
                        .add(told.movePointRight(6))
                        .subtract(disposed)
                        .abs())
                .isLessThan(BigDecimal.TEN);
        assertThat(Files.readAllLines(folder.resolve("result/baseline/unmatched.csv")))
                .hasSize(1);
    }

    /** Grams received at the tip, and on the road to it. */
    private static long disposed(Accounts accounts) {
        int tip = accounts.chart().parties().indexOf("tip");
        long received = accounts.flows().stream()
                .filter(flow -> flow.route().to() == tip)
                .mapToLong(flow -> flow.grams())
                .sum();
        long onTheRoad = accounts.stocks().stream()
                .filter(stock -> stock.place().word().equals("road"))
                .mapToLong(stock -> stock.closingGrams() - stock.openingGrams())
                .sum();
        return received + onTheRoad;
    }
}
