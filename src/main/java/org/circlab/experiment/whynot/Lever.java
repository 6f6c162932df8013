package org.circlab.experiment.whynot;

import java.util.List;
import org.circlab.experiment.search.Numbers;
import org.circlab.experiment.search.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A value of the scenario that can be changed, one way.
 *
 * @param dimension what kind of change it is
 * @param path where it stands
 * @param now what stands there, for people
 * @param values texts to try, the smallest change first; empty where it is a number
 * @param scale the numbers to try; null where there are texts
 */
record Lever(
        Dimension dimension,
        String path,
        String now,
        List<String> values,
        @Nullable Scale scale) {

    Lever {
        values = List.copyOf(values);
    }

    /** Whether its numbers rise. */
    boolean isRising() {
        return scale != null && scale.to() > scale.from();
    }

    /** A lever with texts to try. */
    static Lever ofWords(Dimension dimension, String path, String now, String... values) {
        return new Lever(dimension, path, now, List.of(values), null);
    }

    /** A lever with numbers to try. */
    static Lever ofNumbers(Dimension dimension, String path, Scale scale) {
        return new Lever(dimension, path, scale.text(Numbers.plain(scale.from())), List.of(), scale);
    }
}
