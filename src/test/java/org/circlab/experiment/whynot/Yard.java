package org.circlab.experiment.whynot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Progress;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FlowSink;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;

/**
 * A plant with 10 t of ash a day, a kiln at 50 km and a tip at 20 km, whom a lorry reaches for 0.1 EUR/tkm: the kiln costs 35
 * EUR/t, the tip 42.
 */
final class Yard {

    static final String TEXT = """
            circlab: 1
            id: yard
            name: Yard
            region: { country: SI }
            horizon: { start: 2025-01-01, length: 1 yr }
            materials: { ash: { code: "10 01 02", composition: { carbon: 6.2 %, mercury: 3 mg/kg, heating-value: 7 GJ/t } } }
            processes: { baking: { operation: R5, takes: [ash], loss: { air: 100 % } } }
            actors:
              plant: { generates: { ash: { mean: 3652.5 t/yr } } }
              kiln: { runs: { line: { process: baking, capacity: 20 t/d, gate-fee: 30 EUR/t } } }
              works: {}
              tip: { disposes: { cell: { accepts: [ash], operation: D1, fee: 40 EUR/t } } }
            haulage: { truck: { payload: 1 t, cost: 0.1 EUR/tkm, speed: 60 km/h } }
            distances: { plant: { kiln: 50 km, tip: 20 km, works: 30 km } }
            policy: { landfill-tax: 0 EUR/t }
            exchange: { rule: cheapest, every: 1 wk }
            """;

    private final ScenarioFile file;
    private final List<String> sets;

    private Yard(ScenarioFile file, List<String> sets) {
        this.file = file;
        this.sets = sets;
    }

    /** The yard with changes. */
    static Yard with(Path folder, String... sets) {
        try {
            Path written = Files.writeString(folder.resolve("yard.yaml"), TEXT);
            return new Yard(ScenarioFile.read(written), List.of(sets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scenario file as it is. */
    static Yard of(Path scenario, String... sets) {
        return new Yard(ScenarioFile.read(scenario), List.of(sets));
    }

    Labs labs() {
        return more -> {
            List<String> all = new ArrayList<>(sets);
            all.addAll(more);
            return file.effective(null, all).lab();
        };
    }

    Explanation explain(Question question) {
        return WhyNot.explain(labs(), question, Progress.NONE);
    }

    Explanation explain() {
        return explain(new Question(null, null, 5, 1, 1));
    }

    /** What is said of the ash of the plant. */
    Explained ash() {
        return explain().explained().get(0);
    }

    /** The accounts of replication 1 with one more change, by the books of the ledger alone. */
    Accounts accounts(String... more) {
        return Replication.run(CompiledLab.of(labs().with(List.of(more))), 1, 1, FlowSink.NONE);
    }

    /** Grams that reached others from an actor by the exchange and by contracts, or are on the way there. */
    static long traded(Accounts accounts, String actor, String material) {
        return accounts.flows().stream()
                .filter(flow -> flow.route().channel() == Channel.EXCHANGE
                        || flow.route().channel() == Channel.CONTRACT)
                .filter(flow ->
                        accounts.chart().parties().get(flow.route().from()).equals(actor))
                .filter(flow -> accounts.chart()
                        .materials()
                        .get(flow.route().material())
                        .equals(material))
                .mapToLong(flow -> flow.grams())
                .sum();
    }

    /** Grams of virgin material that a need displaced. */
    static long displaced(Accounts accounts, String actor, String need) {
        return accounts.consumptions().stream()
                .filter(each -> accounts.chart().parties().get(each.actor()).equals(actor)
                        && accounts.chart().materials().get(each.need()).equals(need))
                .mapToLong(Accounts.Consumption::displacedGrams)
                .sum();
    }
}
