package org.circlab.experiment.synergy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;

/** Scenarios written for tests, small enough to be reckoned by hand. */
final class Written {

    /**
     * The pair of the closed formula: a tonne of ash saves 65 EUR of disposal and 0.9 x 12 EUR of virgin stone, and costs 10 EUR
     * of treatment and transaction and 0.12 EUR for each kilometre, so that 65.8 EUR are left at 0 km and nothing at 548 km.
     */
    static final String PAIR = """
            circlab: 1
            id: pair
            name: Pair
            horizon: { start: 2025-01-01, length: 3 yr, warm-up: 1 yr }
            materials: { ash: { code: "10 01 02" }, meal: {} }
            processes:
              milling: { operation: R5, takes: [ash], yields: { meal: { share: 100 %, disposal: { fee: 0 EUR/t } } }, cost: 10 EUR/t }
            actors:
              plant: { generates: { ash: { mean: 3652.5 t/yr, every: 1 d, disposal: { fee: 65 EUR/t } } } }
              mill:
                runs: { line: { process: milling, capacity: 20 t/d, store: 200 t } }
                needs: { stone: { mean: 5000 t/yr, every: 1 d, virgin: { price: 12 EUR/t }, accepts: { meal: { ratio: 0.9 } }, store: 500 t } }
            haulage: { truck: { payload: 1 t, cost: 0.12 EUR/tkm, speed: 60 km/h } }
            distances: { plant: { mill: 100 km } }
            exchange: { rule: optimal, every: 1 wk }
            """;

    /**
     * The game of gloves: stone is saved by meal of the mill, whoever of two plants gives it ash; either has more than the works
     * needs. The way from the mill to the works is the left glove, those from the plants are two right ones.
     */
    static final String GLOVES = """
            circlab: 1
            id: gloves
            name: Gloves
            horizon: { start: 2025-01-01, length: 2 yr, warm-up: 1 yr }
            materials: { ash: { code: "10 01 02" }, meal: {} }
            processes:
              milling: { operation: R5, takes: [ash], yields: { meal: { share: 100 %, disposal: { fee: 20 EUR/t } } } }
            actors:
              east: { generates: { ash: { mean: 3652.5 t/yr, every: 1 d, disposal: { fee: 60 EUR/t } } } }
              west: { generates: { ash: { mean: 3652.5 t/yr, every: 1 d, disposal: { fee: 60 EUR/t } } } }
              mill: { runs: { line: { process: milling, capacity: 10 t/d, store: 70 t } } }
              works: { needs: { stone: { mean: 1826.25 t/yr, every: 1 d, virgin: { price: 12 EUR/t }, accepts: { meal: {} }, store: 100 t } } }
            haulage: { truck: { payload: 1 t, cost: 0.1 EUR/tkm, speed: 60 km/h } }
            distances: { east: { mill: 10 km }, west: { mill: 10 km }, mill: { works: 5 km } }
            exchange: { rule: cheapest, every: 1 wk }
            """;

    private final ScenarioFile file;

    private Written(ScenarioFile file) {
        this.file = file;
    }

    /** A text as a scenario. */
    static Written of(Path folder, String text) {
        try {
            Path written = Files.writeString(folder.resolve("written.yaml"), text);
            return new Written(ScenarioFile.read(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scenario of the program. */
    static Written at(Path scenario) {
        return new Written(ScenarioFile.read(scenario));
    }

    Labs labs() {
        return more -> effective(more).lab();
    }

    private Effective effective(List<String> more) {
        return file.effective(null, more);
    }

    Outcome outcome(int replications, String... more) {
        Effective scenario = effective(List.of(more));
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), replications, 1, 1);
        return Experiment.run(plan, Sinks.NONE, Progress.NONE);
    }

    Assessment assess(int replications, Question question) {
        return Assessor.assess(labs(), outcome(replications), question, Progress.NONE);
    }
}
