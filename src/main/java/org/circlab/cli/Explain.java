package org.circlab.cli;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.circlab.experiment.Plan;
import org.circlab.ledger.Flow;
import org.circlab.model.Lab;
import org.circlab.report.ExplanationText;
import org.circlab.report.FactsBehind;
import org.circlab.score.Explanation;
import org.circlab.score.Replications;
import org.circlab.score.Term;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;

/** Takes one indicator apart: definition, terms and accounts of replication 1, then the rows of its ledger behind them. */
final class Explain {

    private static final int SOME_ROWS = 10;

    private final Plan plan;
    private final boolean everyRow;
    private final PrintWriter to;

    /**
     * Gets ready.
     *
     * @param plan whose labs and seed run
     * @param everyRow whether to print all rows of the ledger and not only the first
     */
    Explain(Plan plan, boolean everyRow, PrintWriter to) {
        this.plan = plan;
        this.everyRow = everyRow;
        this.to = to;
    }

    /** Runs replication 1 of both labs and prints. */
    void print(String id) {
        CompiledLab compiled = CompiledLab.of(plan.lab());
        Explanation explanation = Explanation.of(
                        replications(plan.lab(), compiled),
                        replications(plan.baseline(), CompiledLab.of(plan.baseline())),
                        id)
                .orElseThrow();
        ExplanationText.lines(explanation).forEach(to::println);
        List<Term> terms = explanation.variant().terms();
        for (int i = 0; i < terms.size(); i++) {
            rows(compiled, i + 1, terms.get(i));
        }
    }

    private Replications replications(Lab lab, CompiledLab compiled) {
        return new Replications(lab, List.of(Replication.run(compiled, plan.seed(), 1, Explain::look)));
    }

    /** At the end of each month: whether to go on. */
    private static void look(YearMonth month, List<Flow> flows) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the explanation was interrupted in " + month);
        }
    }

    private void rows(CompiledLab compiled, int number, Term term) {
        FactsBehind behind = new FactsBehind(
                term, compiled.chart(), plan.lab().horizon(), everyRow ? Long.MAX_VALUE : SOME_ROWS, to::println);
        if (!behind.hasAny()) {
            return;
        }
        to.println();
        to.println("ROWS OF THE LEDGER behind term " + number + ", in the variant");
        to.println("time,fact,from,to,subject,amount,unit");
        Replication.run(compiled, plan.seed(), 1, Explain::look, (kernel, ledger, view) -> {
            behind.tellTimeBy(kernel::now);
            ledger.listen(behind);
        });
        long left = behind.count() - Math.min(behind.count(), SOME_ROWS);
        if (!everyRow && left > 0) {
            to.println("... and " + left + " more; --ledger prints all of them.");
        }
    }
}
