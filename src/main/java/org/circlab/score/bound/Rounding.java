package org.circlab.score.bound;

import org.circlab.model.Line;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;

/**
 * How much better than exact amounts a run may be since it counts in whole grams, milliseconds, micro-euros and milligrams. The bound
 * grants all of it, so that no run is better than its bound.
 *
 * <p>A line shares out what it makes so that all of it so far is right to the gram; what recipes add is rounded anew in each service.
 */
final class Rounding {

    private static final double TONNES_PER_GRAM = 1e-6;

    /** What moves once is paid for at most so often: haulage, fee, tax, penalty, carbon of the road and of its end. */
    private static final int PAYMENTS = 6;
    /** On the road, and at its end. */
    private static final int EMISSIONS = 2;

    private static final double HALF_MICRO_EUROS = 0.5e-6;
    private static final double HALF_MILLIGRAM_TONNES = 0.5e-9;

    private final Setting setting;
    private final Drawn run;
    private final Drawn usual;

    Rounding(Setting setting, Drawn run, Drawn usual) {
        this.setting = setting;
        this.run = run;
        this.usual = usual;
    }

    /** Tonnes by which an output of a line may be off over the window, at most, either way. */
    double output(int actor, Line line) {
        int shares = line.recipe().outputs().size() + 2;
        double total = line.recipe().adds().isEmpty() ? 0 : 0.5 * services(actor);
        return (shares + total) * TONNES_PER_GRAM;
    }

    /** Tonnes that a line may take beyond its capacity. */
    double capacity(int inlet) {
        Inlet point = setting.points().network().inlets().get(inlet);
        return services(point.actor()) * setting.capacityRounding(inlet);
    }

    /** What the least of a dimension may be lower by, in its unit over the window. */
    double cost(Dimension dimension) {
        double entries = (double) Math.max(run.entries, usual.entries);
        double emitted = entries * EMISSIONS * HALF_MILLIGRAM_TONNES;
        double booked = switch (dimension) {
            case CIRCULARITY -> 0;
            case CLIMATE -> emitted;
            case ECONOMY -> entries * PAYMENTS * HALF_MICRO_EUROS + emitted * setting.carbonEurosPerTonne();
        };
        ExchangeNetwork network = setting.points().network();
        for (Inlet point : network.inlets()) {
            Line line = point.line();
            if (line != null && !line.recipe().adds().isEmpty()) {
                booked += services(point.actor()) * TONNES_PER_GRAM * setting.rounded(line)[dimension.ordinal()];
            }
        }
        return booked;
    }

    private double services(int actor) {
        return (double) Math.max(run.services[actor], usual.services[actor]);
    }
}
