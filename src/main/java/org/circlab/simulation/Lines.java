package org.circlab.simulation;

import java.util.List;
import java.util.Objects;
import org.circlab.kernel.EventType;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Recipe;
import org.circlab.model.Spread;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/** Processing lines: each serves one lot at a time, first come first served; what it yields comes out when service ends. */
final class Lines {

    private final Stage stage;
    private final EventType serviceEnds;
    private final @Nullable Server[] servers;
    private Emergence emergence = (outlet, grams) -> {};

    /** Takes what comes out of lines. */
    @FunctionalInterface
    interface Emergence {
        void emerge(int outlet, long grams);
    }

    /** What a line is for the run. */
    private static final class Server {
        private final double gramsPerMilli;
        private final boolean steady;
        private final Sampler service;
        private final RandomStream chance;
        private final Transformation transformation;
        private boolean busy;

        Server(Stage stage, int party, Line line, int[] outputOutlets) {
            this.gramsPerMilli = line.capacityTonnesPerDay() * 1e6 / Horizon.DAY_MILLIS;
            this.steady = line.service() instanceof Spread.None;
            this.service = Spreads.sampler(line.service());
            this.chance = stage.streams().stream("service", stage.actorId(party), line.id());
            this.transformation = new Transformation(stage, party, line, outputOutlets);
        }

        long serviceMillis(long grams) {
            double factor = steady ? 1 : service.sample(chance);
            return Math.max(1, Math.round(grams / gramsPerMilli * factor));
        }
    }

    Lines(Stage stage) {
        this.stage = stage;
        this.serviceEnds = stage.define(
                "service-ends",
                Priorities.SERVICE_ENDS,
                (inlet, lot) -> endService(inlet, (int) lot),
                (inlet, lot) -> stage.inletName(inlet) + ", " + stage.lotName((int) lot));
        this.servers = new Server[stage.lab().inlets()];
        for (int inlet = 0; inlet < servers.length; inlet++) {
            Line line = stage.lab().network().inlets().get(inlet).line();
            if (line != null) {
                int party = stage.lab().inletParty(inlet);
                servers[inlet] = new Server(stage, party, line, outputOutlets(stage.lab(), party, line));
            }
        }
    }

    /** The outlets of a line's outputs, in the order of its recipe. */
    private static int[] outputOutlets(CompiledLab lab, int party, Line line) {
        List<Outlet> outlets = lab.network().outlets();
        int[] found = new int[line.recipe().outputs().size()];
        for (int i = 0; i < found.length; i++) {
            Recipe.Output output = line.recipe().outputs().get(i);
            for (int o = lab.network().firstOutlet(party); o < lab.network().firstOutlet(party + 1); o++) {
                if (line.equals(outlets.get(o).line())
                        && output.equals(outlets.get(o).output())) {
                    found[i] = o;
                }
            }
        }
        return found;
    }

    /** Has what comes out of lines handed to {@code taker}. */
    void connect(Emergence taker) {
        emergence = taker;
    }

    /** A lot has come into an inlet's store: a line that stands idle begins. */
    void wake(int inlet) {
        Server server = servers[inlet];
        if (server != null && !server.busy) {
            begin(inlet, server);
        }
    }

    private void begin(int inlet, Server server) {
        int lot = stage.inletStores().poll(inlet);
        if (lot == Lots.NONE) {
            return;
        }
        server.busy = true;
        stage.lots().moveTo(lot, StockPlace.PROCESS);
        serviceEnds.after(server.serviceMillis(stage.lots().grams[lot]), inlet, lot);
    }

    private void endService(int inlet, int lot) {
        Server server = Objects.requireNonNull(servers[inlet]);
        Lots lots = stage.lots();
        long grams = lots.grams[lot];
        Transformation made = server.transformation;
        made.book(stage.lab().outletMaterial(lots.outlet[lot]), grams);
        lots.end(lot);
        server.busy = false;
        for (int i = 0; i < made.outputs(); i++) {
            if (made.outputGrams(i) > 0) {
                emergence.emerge(made.outputOutlet(i), made.outputGrams(i));
            }
        }
        stage.room().release(inlet, grams);
        begin(inlet, server);
    }
}
