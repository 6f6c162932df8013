package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.model.Breakdown;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Part;
import org.circlab.model.Spread;

/** What a line is for the run: its servers behind one inlet store, and what they do. */
final class Station {

    final int inlet;
    final WorkingTime hours;
    final Transformation transformation;
    final Transfer transfer;
    final Server[] servers;
    /** Whether the stores behind the line can stop it. */
    final boolean mayBlock;
    /** What each server takes a day while it works; the services that begin later take their time from it. */
    private final Value tonnesPerDay;

    private final boolean steady;
    private final Sampler service;
    private final RandomStream chance;

    Station(Stage stage, int inlet, Line line, int firstServer) {
        int party = stage.lab().inletParty(inlet);
        String actor = stage.actorId(party);
        this.inlet = inlet;
        this.hours = stage.lab().workingTime(line.hours());
        int[] outlets = stage.lab().network().outletsOf(party, line);
        this.transformation = new Transformation(stage, party, line, outlets);
        this.transfer = new Transfer(stage, inlet, outlets.length);
        this.mayBlock = Arrays.stream(outlets).anyMatch(outlet -> isBlocking(stage.lab(), outlet));
        this.tonnesPerDay = stage.inForce()
                .value(
                        Field.of(Field.Kind.LINE_CAPACITY, new Part(Part.Kind.LINE, actor, line.id())),
                        line.capacityTonnesPerDay());
        this.steady = line.service() instanceof Spread.None;
        this.service = Spreads.sampler(line.service());
        this.chance = stage.streams().stream("service", actor, line.id());
        this.servers = new Server[line.parallel()];
        Breakdown breakdown = line.breakdown();
        for (int i = 0; i < servers.length; i++) {
            servers[i] = new Server(
                    firstServer + i,
                    this,
                    breakdown == null ? null : new Server.Failure(stage, actor, line, breakdown, i));
        }
    }

    private static boolean isBlocking(CompiledLab lab, int outlet) {
        int store = lab.outletStore(outlet);
        return store != CompiledLab.NO_STORE && lab.stores().get(store).store().blocks();
    }

    /** Whether it has any capacity now. */
    boolean works() {
        return tonnesPerDay.now() > 0;
    }

    /** Working time that one server takes for a lot. */
    long serviceMillis(long grams) {
        double factor = steady ? 1 : service.sample(chance);
        double gramsPerMilli = tonnesPerDay.now() * 1e6 / Horizon.DAY_MILLIS;
        return Spreads.millis(grams / gramsPerMilli, factor);
    }
}
