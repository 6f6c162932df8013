package org.circlab.experiment;

import java.util.Optional;
import java.util.function.Function;
import org.circlab.kernel.Kernel;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.MonthEnd;
import org.circlab.ledger.MonthSink;
import org.circlab.simulation.LabView;
import org.circlab.simulation.Observer;
import org.circlab.simulation.Relations;
import org.circlab.simulation.Unmatched;
import org.jspecify.annotations.Nullable;

/** Watches one run: its facts while it lasts, and what became of its offers when it has ended. */
final class Watch implements Observer {

    private final Function<Kernel, @Nullable FactListener> facts;
    private @Nullable LabView seen;
    private @Nullable Ledger books;

    Watch(Function<Kernel, @Nullable FactListener> facts) {
        this.facts = facts;
    }

    @Override
    public void attach(Kernel kernel, Ledger ledger, LabView view) {
        ledger.listen(facts.apply(kernel));
        seen = view;
        books = ledger;
    }

    /** Hands the flows of each month to {@code flows}, and the state at its end to {@code months} if there is somebody. */
    FlowSink both(FlowSink flows, @Nullable MonthSink months) {
        if (months == null) {
            return flows;
        }
        return (month, moved) -> {
            flows.month(month, moved);
            LabView view = seen;
            Ledger ledger = books;
            if (view != null && ledger != null) {
                months.month(
                        new MonthEnd(month, moved, ledger.arisenGrams(), ledger.emittedMilligrams(), view.holdings()));
            }
        };
    }

    /** What became of the offers of the run; nothing where nobody has let it be watched. */
    Optional<Unmatched> unmatched() {
        return Optional.ofNullable(seen).map(LabView::unmatched);
    }

    /** What became of the dealings between its actors; nothing where nobody has let it be watched. */
    Optional<Relations> relations() {
        return Optional.ofNullable(seen).map(LabView::relations);
    }
}
