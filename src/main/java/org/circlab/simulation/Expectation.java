package org.circlab.simulation;

import java.time.LocalDate;
import org.circlab.exchange.Outlook;
import org.circlab.model.Arising;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.model.Season;
import org.circlab.model.Timed;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * What can be expected of the rounds to come by whoever knows the scenario and not its chance: mean arisings and needs of the
 * season, and lines that work at the capacity in force through all that is committed to them. What an event has changed is
 * expected to stay so. What contracts will take of it goes ahead of the exchange.
 */
final class Expectation implements Outlook {

    private static final double GRAMS_PER_TONNE = 1e6;

    private final Stage stage;
    private final CompiledLab lab;
    private final double everyMillis;
    /** By outlet of a line: the inlet of the line. */
    private final int[] lineOfOutlet;
    /** By outlet of a line: grams that come out there for each gram taken. */
    private final double[] yieldOfOutlet;

    private final Promises promises;

    Expectation(Stage stage, Contracts contracts) {
        this.stage = stage;
        this.lab = stage.lab();
        this.everyMillis = lab.lab().exchange().everyMillis();
        this.lineOfOutlet = new int[lab.outlets()];
        this.yieldOfOutlet = new double[lab.outlets()];
        for (int inlet = 0; inlet < lab.inlets(); inlet++) {
            Line line = lab.network().inlets().get(inlet).line();
            if (line != null) {
                int[] outlets = lab.network().outletsOf(lab.inletParty(inlet), line);
                for (int output = 0; output < outlets.length; output++) {
                    lineOfOutlet[outlets[output]] = inlet;
                    double share = line.recipe().outputs().get(output).share();
                    yieldOfOutlet[outlets[output]] = share / (1 - line.recipe().addedShare());
                }
            }
        }
        this.promises = new Promises(stage, contracts, this);
    }

    @Override
    public int rounds() {
        return lab.lab().exchange().lookAhead();
    }

    @Override
    public long offeredGrams(int outlet, int ahead) {
        return comingGrams(outlet, ahead) - promises.givenGrams(outlet, ahead);
    }

    /** What an outlet will newly have, be it for contracts or for the exchange. */
    long comingGrams(int outlet, int ahead) {
        Outlet at = lab.network().outlets().get(outlet);
        Arising arising = at.arising();
        Line line = at.line();
        if (arising != null) {
            if (stage.inForce().isStreamClosed(outlet)) {
                return 0;
            }
            Part part = new Part(Part.Kind.STREAM, stage.actorId(at.actor()), arising.material());
            Field field = Field.of(Field.Kind.STREAM_MEAN, part);
            return ofARound(field, arising.meanTonnesPerYear(), arising.season(), ahead);
        }
        return line == null ? 0 : processed(outlet, line, ahead);
    }

    private long ofARound(Field field, Timed tonnesPerYear, @Nullable Season season, int ahead) {
        LocalDate day = lab.lab().horizon().dateAt(stage.kernel().now() + Math.round((ahead - 0.5) * everyMillis));
        double mean = stage.inForce().value(field, tonnesPerYear).effect().of(tonnesPerYear.on(day));
        double swing = season == null ? 1 : season.factors().get(day.getMonthValue() - 1);
        return Math.round(mean * swing * everyMillis / Horizon.YEAR_MILLIS * GRAMS_PER_TONNE);
    }

    private long processed(int outlet, Line line, int ahead) {
        int inlet = lineOfOutlet[outlet];
        double throughput = throughput(inlet, line);
        double before = (ahead - 1) * throughput;
        double taken = Math.max(0, Math.min(throughput, stage.room().committed(inlet) - before));
        return Math.round(taken * yieldOfOutlet[outlet]);
    }

    /** Grams that a line takes from one round to the next. */
    private double throughput(int inlet, Line line) {
        if (stage.inForce().isInletClosed(inlet)) {
            return 0;
        }
        Part part = new Part(Part.Kind.LINE, stage.actorId(lab.inletParty(inlet)), line.id());
        double tonnesPerDay = stage.inForce()
                .value(Field.of(Field.Kind.LINE_CAPACITY, part), line.capacityTonnesPerDay())
                .now();
        WorkingTime hours = lab.workingTime(line.hours());
        long now = stage.kernel().now();
        return line.parallel()
                * tonnesPerDay
                * hours.between(now, now + Math.round(everyMillis))
                / Horizon.DAY_MILLIS
                * GRAMS_PER_TONNE;
    }

    @Override
    public boolean mayGo(int outlet, int inlet) {
        return stage.contents().bears(outlet, inlet);
    }

    @Override
    public long keptGrams(int outlet) {
        int store = lab.outletStore(outlet);
        return store == CompiledLab.NO_STORE
                ? 0
                : lab.stores().get(store).store().capacityGrams();
    }

    @Override
    public long freedGrams(int inlet, int ahead) {
        return Math.max(0, openingGrams(inlet, ahead) - promises.takenGrams(inlet, ahead));
    }

    /** Room that will become free at an inlet, be it for contracts or for the exchange; 0 at a site. */
    long openingGrams(int inlet, int ahead) {
        Inlet at = lab.network().inlets().get(inlet);
        Line line = at.line();
        Need need = at.need();
        double freed = 0;
        if (line != null) {
            freed = throughput(inlet, line);
        } else if (need != null && !stage.inForce().isInletClosed(inlet)) {
            Part part = new Part(Part.Kind.NEED, stage.actorId(lab.inletParty(inlet)), need.id());
            Field field = Field.of(Field.Kind.NEED_MEAN, part);
            freed = ofARound(field, need.meanTonnesPerYear(), need.season(), ahead) / greatestRatio(need);
        }
        return Math.min(Math.round(freed), lab.inletRoom(inlet));
    }

    private static double greatestRatio(Need need) {
        return need.accepts().stream().mapToDouble(Need.Accepted::ratio).max().orElse(1);
    }

    @Override
    public long savedGrams(int inlet) {
        return lab.inletRoom(inlet) - freedGrams(inlet, 1);
    }
}
