package org.circlab.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Disposal;
import org.circlab.model.DistanceTable;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.circlab.model.Place;
import org.circlab.model.Policy;
import org.circlab.model.Preference;
import org.circlab.model.Recipe;
import org.circlab.model.Region;
import org.circlab.model.Source;
import org.circlab.model.Spread;
import org.circlab.model.Substances;
import org.circlab.model.Timed;

/** Donors d0, d1 and so on of ash, each of whom could send it to each of the mills m0, m1 and so on. */
final class CompleteLab {

    private static final Spread STEADY = new Spread.None();

    private CompleteLab() {}

    static Lab of(int donors, int mills) {
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < donors; i++) {
            Arising ash = new Arising(
                    "ash",
                    Timed.constant(1),
                    new Interval(1000, STEADY),
                    false,
                    STEADY,
                    null,
                    null,
                    0,
                    false,
                    new Disposal.Cheapest(),
                    "",
                    List.of(),
                    Source.NONE);
            actors.add(actor("d" + number(i, donors), List.of(ash), List.of()));
        }
        for (int i = 0; i < mills; i++) {
            Recipe recipe =
                    new Recipe("r", "r", Operation.R5, List.of("ash"), List.of(), List.of(), 1, 0, 0, 0, Source.NONE);
            Line line = new Line(
                    "l",
                    recipe,
                    Timed.constant(1),
                    STEADY,
                    1,
                    null,
                    null,
                    0,
                    Map.of(),
                    Line.Finance.NONE,
                    true,
                    Source.NONE);
            actors.add(actor("m" + number(i, mills), List.of(), List.of(line)));
        }
        LocalDate start = LocalDate.of(2025, 1, 1);
        return new Lab(
                "complete",
                "Complete",
                new Region("", 0),
                new Horizon(start, start.plusDays(1), start),
                List.of(new Material("ash", "Ash", "")),
                actors,
                List.of(),
                new Haulage(
                        new Haulage.Mode("truck", 1, Timed.constant(0), 1, 1, 0, Haulage.Handling.NONE, null),
                        List.of(),
                        List.of()),
                DistanceTable.NONE,
                new Policy(Timed.constant(0), Timed.constant(0), 0),
                new Exchange(Exchange.Rule.NEAREST, 0),
                Substances.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** One or, of many, two digits, so that the order of numbers is that of words. */
    private static String number(int i, int of) {
        return Integer.toString(of > 36 ? 36 + i : i, 36);
    }

    private static Actor actor(String id, List<Arising> generates, List<Line> lines) {
        return new Actor(
                id,
                id,
                "",
                new Place(46, 15),
                Permits.ANY,
                Preference.NONE,
                generates,
                List.of(),
                lines,
                List.of(),
                List.of());
    }
}
