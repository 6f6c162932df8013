package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.circlab.kernel.EventType;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.simulation.Server.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Processing lines: each server serves one lot at a time, first come first served, in its working time; a breakdown interrupts
 * the service until the repair. What a line yields comes out when service ends, all at once, or as soon as the stores behind the
 * line that block have room for it; until then the server keeps the lot.
 */
final class Lines {

    private final Stage stage;
    private final EventType serviceEnds;
    private final EventType breaksDown;
    private final EventType isRepaired;
    private final @Nullable Station[] stations;
    private final List<Server> servers = new ArrayList<>();
    private final EventType offersAgain;
    /** The longest blocked first. */
    private List<Server> blocked = new ArrayList<>();

    private @Nullable Outbound outbound;

    Lines(Stage stage) {
        this.stage = stage;
        this.serviceEnds = stage.define(
                "service-ends",
                Priorities.SERVICE_ENDS,
                (server, lot) -> endService(servers.get(server)),
                (server, lot) -> name(server) + ", " + stage.lotName((int) lot));
        this.isRepaired = stage.define(
                "line-is-repaired",
                Priorities.LINE_IS_REPAIRED,
                (server, payload) -> repair(servers.get(server)),
                (server, payload) -> name(server));
        this.breaksDown = stage.define(
                "line-breaks-down",
                Priorities.LINE_BREAKS_DOWN,
                (server, payload) -> breakDown(servers.get(server)),
                (server, payload) -> name(server));
        this.offersAgain = stage.define(
                "blocked-line-offers",
                Priorities.BLOCKED_LINE_OFFERS,
                (server, payload) -> offerBehind(servers.get(server)),
                (server, payload) -> name(server));
        this.stations = new Station[stage.lab().inlets()];
        for (int inlet = 0; inlet < stations.length; inlet++) {
            Line line = stage.lab().network().inlets().get(inlet).line();
            if (line != null) {
                Station station = new Station(stage, inlet, line, servers.size());
                stations[inlet] = station;
                servers.addAll(List.of(station.servers));
            }
        }
    }

    private String name(int number) {
        Server server = servers.get(number);
        int place = number - server.station.servers[0].number;
        return Server.name(stage.inletName(server.station.inlet), place);
    }

    /** Has what comes out of lines handed to {@code taker}. */
    void connect(Outbound taker) {
        outbound = taker;
    }

    private Outbound outbound() {
        return Objects.requireNonNull(outbound, "lines are connected before the run");
    }

    /** Draws the first breakdown of every server that can fail. */
    void start() {
        for (Server server : servers) {
            if (server.failure != null) {
                drawBreakdown(server, server.failure);
            }
        }
    }

    /** A lot has come into an inlet's store: a server that stands idle begins. */
    void wake(int inlet) {
        Station station = stations[inlet];
        if (station != null) {
            begin(station);
        }
    }

    /** Something has happened to the lab: servers that stand idle begin if they can now. */
    void wakeAll() {
        for (int inlet = 0; inlet < stations.length; inlet++) {
            wake(inlet);
        }
    }

    private void begin(Station station) {
        if (stage.inForce().isInletClosed(station.inlet) || !station.works()) {
            return;
        }
        for (Server server : station.servers) {
            if (server.isIdle()) {
                int lot = stage.inletStores().poll(station.inlet);
                if (lot == Lots.NONE) {
                    return;
                }
                server.lot = lot;
                server.leftMillis = station.serviceMillis(stage.lots().grams[lot]);
                stage.lots().moveTo(lot, StockPlace.PROCESS);
                goOn(server);
            }
        }
    }

    /** Begins what is left of a service, or goes on with it after a repair. */
    private void goOn(Server server) {
        long now = stage.kernel().now();
        server.resumedMillis = now;
        server.ending = serviceEnds.at(server.station.hours.after(now, server.leftMillis), server.number, server.lot);
        Failure failure = server.failure;
        if (failure != null && failure.byUse && failure.useLeftMillis < server.leftMillis) {
            breaksDown.at(server.station.hours.after(now, failure.useLeftMillis), server.number, 0);
        }
    }

    private void endService(Server server) {
        Failure failure = server.failure;
        if (failure != null && failure.byUse) {
            failure.useLeftMillis -= server.leftMillis;
        }
        if (!server.station.mayBlock || mayFinish(server)) {
            finish(server);
        } else {
            server.blocked = true;
            blocked.add(server);
            offerBehind(server);
        }
    }

    /** Whether there is room behind the line for all that a served lot becomes. */
    private boolean mayFinish(Server server) {
        Transformation made = server.station.transformation;
        made.foresee(stage.lots().grams[server.lot]);
        boolean admitted = true;
        for (int i = 0; i < made.outputs(); i++) {
            admitted &= outbound().admits(made.outputOutlet(i), made.outputGrams(i));
        }
        return admitted;
    }

    /**
     * Gives what stands in a server's way another chance to be taken, now and once a day: the allowance of a contract grows with
     * time, without an event that would tell.
     */
    private void offerBehind(Server server) {
        server.ending = offersAgain.after(Horizon.DAY_MILLIS, server.number, 0);
        Transformation made = server.station.transformation;
        made.foresee(stage.lots().grams[server.lot]);
        for (int i = 0; i < made.outputs(); i++) {
            if (!outbound().admits(made.outputOutlet(i), made.outputGrams(i))) {
                outbound().offerStored(made.outputOutlet(i));
            }
        }
    }

    /** A store has room again: the blocked servers that may go on do, the longest blocked first, past those that may not. */
    void releaseBlocked() {
        List<Server> waiting = blocked;
        blocked = new ArrayList<>();
        for (Server server : waiting) {
            if (mayFinish(server)) {
                stage.kernel().cancel(server.ending);
                server.blocked = false;
                finish(server);
            } else {
                blocked.add(server);
            }
        }
    }

    /** Books what was made of a lot and lets it come out; the server begins with the next. */
    private void finish(Server server) {
        Lots lots = stage.lots();
        int lot = server.lot;
        long grams = lots.grams[lot];
        Transformation made = server.station.transformation;
        made.book(stage.lab().outletMaterial(lots.outlet[lot]), grams);
        Transfer transfer = server.station.transfer;
        transfer.share(lot, grams, made);
        lots.end(lot);
        server.lot = Lots.NONE;
        for (int i = 0; i < made.outputs(); i++) {
            if (made.outputGrams(i) > 0) {
                outbound().emerge(made.outputOutlet(i), made.outputGrams(i), transfer.each(i));
            }
        }
        stage.room().release(server.station.inlet, grams);
        begin(server.station);
    }

    /** Adds what is in all that waits to come out of lines. */
    void addHeld(double[] held) {
        for (Station station : stations) {
            if (station != null) {
                station.transfer.addHeld(held);
            }
        }
    }

    private void drawBreakdown(Server server, Failure failure) {
        if (failure.byUse) {
            failure.useLeftMillis = failure.gapMillis();
        } else {
            breaksDown.after(failure.gapMillis(), server.number, 0);
        }
    }

    private void breakDown(Server server) {
        Failure failure = Objects.requireNonNull(server.failure);
        server.broken = true;
        if (server.isServing()) {
            server.leftMillis -= server.station.hours.between(
                    server.resumedMillis, stage.kernel().now());
            stage.kernel().cancel(server.ending);
        }
        isRepaired.after(failure.repairMillis(), server.number, 0);
    }

    private void repair(Server server) {
        server.broken = false;
        drawBreakdown(server, Objects.requireNonNull(server.failure));
        if (server.isServing()) {
            goOn(server);
        } else if (!server.blocked) {
            begin(server.station);
        }
    }
}
