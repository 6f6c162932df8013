package org.circlab.simulation;

import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.circlab.model.Part;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/** Closes and opens parts of the lab: which outlets, inlets and contracts they are, and what a change of them sets going. */
final class Closing {

    private final Stage stage;
    private final CompiledLab lab;
    private final Matching matching;
    private final Contracts contracts;

    Closing(Stage stage, Matching matching, Contracts contracts) {
        this.stage = stage;
        this.lab = stage.lab();
        this.matching = matching;
        this.contracts = contracts;
    }

    /** Adds a part that an event closes; what an earlier event closes already stays that one's. */
    void add(Part part, String event, Closures closures) {
        switch (part.kind()) {
            case CONTRACT ->
                mark(
                        closures.contracts,
                        event,
                        c -> lab.lab().contracts().get(c).id().equals(part.id()));
            case STREAM, LINE, NEED, SITE, ACTOR -> {
                mark(closures.streams, event, outlet -> isStream(part, outlet));
                mark(closures.inlets, event, inlet -> isInlet(part, inlet));
            }
            case LAB, MODE, PROCESS -> throw new IllegalArgumentException("a " + part.kind() + " cannot be closed");
        }
    }

    private static void mark(@Nullable String[] closers, String event, IntPredicate closes) {
        for (int i = 0; i < closers.length; i++) {
            if (closers[i] == null && closes.test(i)) {
                closers[i] = event;
            }
        }
    }

    private boolean isStream(Part part, int outlet) {
        Outlet point = lab.network().outlets().get(outlet);
        if (point.arising() == null) {
            return false;
        }
        String actor = stage.actorId(point.actor());
        return part.equals(new Part(Part.Kind.ACTOR, "", actor))
                || part.equals(new Part(Part.Kind.STREAM, actor, point.arising().material()));
    }

    private boolean isInlet(Part part, int inlet) {
        Inlet point = lab.network().inlets().get(inlet);
        if (point.outside() != null) {
            return false;
        }
        String actor = stage.actorId(point.actor());
        return part.equals(new Part(Part.Kind.ACTOR, "", actor)) || part.equals(partOf(point, actor));
    }

    private static @Nullable Part partOf(Inlet inlet, String actor) {
        if (inlet.line() != null) {
            return new Part(Part.Kind.LINE, actor, inlet.line().id());
        }
        if (inlet.need() != null) {
            return new Part(Part.Kind.NEED, actor, inlet.need().id());
        }
        return inlet.site() == null
                ? null
                : new Part(Part.Kind.SITE, actor, inlet.site().id());
    }

    /** Closes the inlets that are closed now and were not before, and opens those that were and are not. */
    void carryOut(Closures before, Closures now) {
        contracts.follow();
        for (int inlet = 0; inlet < lab.inlets(); inlet++) {
            if (opens(before.inlets, now.inlets, inlet)) {
                stage.room().open(inlet);
            } else if (opens(now.inlets, before.inlets, inlet)) {
                stage.room().close(inlet);
            }
        }
    }

    /** Serves the stored lots of contracts that can move again. */
    void wake(Closures before, Closures now) {
        TreeSet<Integer> woken = new TreeSet<>();
        for (CompiledLab.ContractArc arc : lab.contractArcs()) {
            boolean moves = opens(before.contracts, now.contracts, arc.contract())
                    || opens(before.inlets, now.inlets, arc.inlet());
            int store = lab.outletStore(arc.outlet());
            if (moves && store != CompiledLab.NO_STORE) {
                woken.add(store);
            }
        }
        woken.forEach(matching::serveStored);
    }

    private static boolean opens(@Nullable String[] before, @Nullable String[] now, int index) {
        return before[index] != null && now[index] == null;
    }
}
