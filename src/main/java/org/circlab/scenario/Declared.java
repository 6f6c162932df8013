package org.circlab.scenario;

import java.util.List;
import java.util.Map;
import org.circlab.model.Material;
import org.circlab.model.Recipe;
import org.circlab.model.Season;
import org.circlab.model.WorkCalendar;

/**
 * What a lab declares for its actors to use.
 *
 * @param materials in the order of ids
 * @param seasons the sound ones by id
 * @param calendars the sound ones by id
 * @param recipes the sound ones by id
 */
record Declared(
        List<Material> materials,
        Map<String, Season> seasons,
        Map<String, WorkCalendar> calendars,
        Map<String, Recipe> recipes) {}
