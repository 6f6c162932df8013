package org.circlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.ledger.Accounts;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.Indicators;
import org.circlab.score.Measure;
import org.circlab.score.Scorecard;
import org.circlab.score.Sense;

/** Runs whose numbers a test chooses, for what no small simulation shows. */
final class HandMade {

    private static final Measure NET =
            new Measure("net", "Net", "EUR/yr", Sense.HIGHER_IS_BETTER, "profit and loss", "received minus paid", "");

    private HandMade() {}

    /** A run with this scorecard and these accounts of each side. */
    static ScoredRun run(Scorecard scorecard, List<Accounts> variant, List<Accounts> baseline) {
        Effective scenario = ScenarioFile.read(Harbour.FILE).effective(null, List.of());
        return run(scenario, scorecard, variant, baseline);
    }

    /** The same for any scenario. */
    static ScoredRun run(Effective scenario, Scorecard scorecard, List<Accounts> variant, List<Accounts> baseline) {
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), scorecard.replications(), 1, 1);
        return new ScoredRun("1.2.3", scenario, List.of(), new Outcome(plan, variant, baseline, scorecard));
    }

    /** A scorecard in which every indicator has these means, in two replications a little apart, and no actor pays. */
    static Scorecard scorecard(ToDoubleFunction<Measure> variant, ToDoubleFunction<Measure> baseline) {
        List<Compared> indicators = Indicators.all().stream()
                .map(measure -> compared(measure, variant.applyAsDouble(measure), baseline.applyAsDouble(measure)))
                .toList();
        return new Scorecard(indicators, List.of(), 2, List.of());
    }

    /** The same scorecard with actors {@code a0, a1, …} whose nets change by these amounts. */
    static Scorecard withActors(Scorecard scorecard, double... changes) {
        List<ActorResult> actors = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            actors.add(new ActorResult("a" + i, "Actor " + i, List.of(compared(NET, 1000 + changes[i], 1000))));
        }
        return new Scorecard(scorecard.indicators(), actors, scorecard.replications(), List.of());
    }

    /** Two replications around the given means, the variant's a thousandth of the difference apart. */
    static Compared compared(Measure measure, double variant, double baseline) {
        double apart = (variant - baseline) / 1000;
        return Compared.of(measure, new double[] {variant - apart, variant + apart}, new double[] {baseline, baseline});
    }
}
