package org.circlab.experiment.study;

import java.util.ArrayList;
import java.util.List;

/** Which values the factors of a study have at each of its points. Values are made when they are asked for. */
public interface Design {

    /** The paths of the factors, such as {@code policy.landfill-tax}; each once. */
    List<String> paths();

    /** How many points there are. */
    int points();

    /**
     * The values of a point as a scenario would write them, one for each path.
     *
     * @param point from 1
     */
    List<String> values(int point);

    /** The values of a point as {@code path=value}. */
    default List<String> sets(int point) {
        List<String> paths = paths();
        List<String> values = values(point);
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            sets.add(paths.get(i) + "=" + values.get(i));
        }
        return sets;
    }
}
