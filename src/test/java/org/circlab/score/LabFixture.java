package org.circlab.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.circlab.model.Actor;
import org.circlab.model.Copies;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.DistanceTable;
import org.circlab.model.Exchange;
import org.circlab.model.Grade;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.circlab.model.Policy;
import org.circlab.model.Preference;
import org.circlab.model.Recipe;
import org.circlab.model.Region;
import org.circlab.model.Source;
import org.circlab.model.Spread;
import org.circlab.model.Store;
import org.circlab.model.Substances;
import org.circlab.model.Timed;

/**
 * A lab by hand. Every even actor has lines (R5 takes ash, D9 takes sludge, R12 takes rubble) and a need that ash serves under
 * R3; every odd one has a landfill (D1) for all three and a void to be backfilled with rubble.
 */
public final class LabFixture {

    /** Waste that arises; ash, sludge and rubble by their position. */
    static final List<String> WASTES = List.of("ash", "rubble", "sludge");

    private static final Source SOURCE = new Source("by hand", Grade.ASSUMED);
    private static final Timed ZERO = Timed.constant(0);

    private LabFixture() {}

    /** A lab of {@code actors} actors named a0, a1 and so on, over the four years of 365.25 d from 2025 to 2028. */
    public static Lab lab(int actors) {
        return lab("lab", actors, LocalDate.of(2029, 1, 1));
    }

    /** A lab over the window from 2025 to {@code end}. */
    public static Lab lab(String id, int actors, LocalDate end) {
        LocalDate start = LocalDate.of(2025, 1, 1);
        return new Lab(
                id,
                "Lab " + id,
                new Region("SI", 0),
                new Horizon(start, end, start),
                List.of(
                        new Material("ash", "Ash", "10 01 02"),
                        new Material("product", "Product", ""),
                        new Material("rubble", "Rubble", "17 01 07"),
                        new Material("sludge", "Sludge", "19 08 05")),
                IntStream.range(0, actors).mapToObj(LabFixture::actor).toList(),
                List.of(),
                new Haulage(
                        new Haulage.Mode(
                                "truck", 25_000_000, Timed.constant(0.12), 60, 1.3, 0.08, Haulage.Handling.NONE, null),
                        List.of(),
                        List.of()),
                DistanceTable.NONE,
                new Policy(ZERO, ZERO, 0.05),
                Exchange.NONE,
                Substances.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** A lab whose first actor has a store for ash that blocks. */
    static Lab withSilo(Lab lab) {
        List<Actor> actors = new ArrayList<>(lab.actors());
        actors.set(0, Copies.withStores(actors.get(0), List.of(new Store("ash", 1, 1, true))));
        return Copies.withActors(lab, actors);
    }

    private static Actor actor(int number) {
        boolean even = number % 2 == 0;
        return new Actor(
                "a" + number,
                "Actor " + number,
                "",
                null,
                Permits.ANY,
                Preference.NONE,
                List.of(),
                List.of(),
                even
                        ? List.of(
                                line("drying", Operation.D9, "sludge"),
                                line("grinding", Operation.R5, "ash"),
                                line("sorting", Operation.R12, "rubble"))
                        : List.of(),
                even ? List.of(need()) : List.of(),
                even
                        ? List.of()
                        : List.of(
                                site("landfill", Operation.D1, WASTES),
                                site("void", Operation.BACKFILL, List.of("rubble"))));
    }

    private static Line line(String id, Operation operation, String takes) {
        Recipe recipe = new Recipe(
                id,
                id,
                operation,
                List.of(takes),
                List.of(),
                List.of(new Recipe.Output("product", 0.7, 0, "", new Disposal.Cheapest(), null)),
                0.2,
                0.1,
                0,
                0,
                SOURCE);
        return new Line(
                id,
                recipe,
                Timed.constant(1),
                new Spread.None(),
                1,
                null,
                null,
                0,
                Map.of(),
                Line.Finance.NONE,
                true,
                SOURCE);
    }

    private static Need need() {
        return new Need(
                "cement",
                ZERO,
                new Interval(1e6, new Spread.None()),
                new Spread.None(),
                null,
                null,
                ZERO,
                0,
                List.of(new Need.Accepted("ash", 0.9, ZERO)),
                Operation.R3,
                0,
                SOURCE);
    }

    private static DisposalSite site(String id, Operation operation, List<String> accepts) {
        return new DisposalSite(id, accepts, operation, ZERO, true, 0, Long.MAX_VALUE, SOURCE);
    }
}
