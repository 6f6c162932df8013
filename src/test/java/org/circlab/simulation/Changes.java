package org.circlab.simulation;

import org.circlab.model.Event;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Part;
import org.circlab.model.Spread;

/** What events of a {@link TinyLab} do, in short. */
final class Changes {

    private Changes() {}

    static Event.Change set(Field.Kind kind, String owner, String id, double value) {
        return set(kind, owner, id, "", value);
    }

    static Event.Change set(Field.Kind kind, String owner, String id, String material, double value) {
        return new Event.SetTo(field(kind, owner, id, material), value);
    }

    static Event.Change scale(Field.Kind kind, String owner, String id, double factor) {
        return new Event.Scale(field(kind, owner, id, ""), factor);
    }

    static Event.Change close(Part.Kind kind, String owner, String id) {
        return new Event.Close(new Part(kind, owner, id));
    }

    static Field field(Field.Kind kind, String owner, String id, String material) {
        return new Field(kind, new Part(kind.of(), owner, id), material);
    }

    /** Exactly so many days. */
    static Interval days(double count) {
        return new Interval(count * Horizon.DAY_MILLIS, new Spread.None());
    }

    static Interval days(double mean, Spread spread) {
        return new Interval(mean * Horizon.DAY_MILLIS, spread);
    }
}
