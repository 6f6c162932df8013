package org.circlab.experiment;

import java.util.Optional;
import java.util.function.Function;
import org.circlab.kernel.Kernel;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.Ledger;
import org.circlab.simulation.LabView;
import org.circlab.simulation.Observer;
import org.circlab.simulation.Relations;
import org.circlab.simulation.Unmatched;
import org.jspecify.annotations.Nullable;

/** Watches one run: its facts while it lasts, and what became of its offers when it has ended. */
final class Watch implements Observer {

    private final Function<Kernel, @Nullable FactListener> facts;
    private @Nullable LabView seen;

    Watch(Function<Kernel, @Nullable FactListener> facts) {
        this.facts = facts;
    }

    @Override
    public void attach(Kernel kernel, Ledger ledger, LabView view) {
        ledger.listen(facts.apply(kernel));
        seen = view;
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
