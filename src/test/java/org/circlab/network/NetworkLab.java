package org.circlab.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.DistanceTable;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
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

/** Labs of which only the structure matters. */
final class NetworkLab {

    static final List<Material> MATERIALS = List.of(
            new Material("ash", "Ash", "10 01 02"),
            new Material("brick", "Brick", "17 01 02"),
            new Material("product", "Product", ""));

    private static final Spread STEADY = new Spread.None();
    private static final Timed ONE = Timed.constant(1);

    private NetworkLab() {}

    static Lab of(Collection<Actor> actors, double detour, DistanceTable table) {
        LocalDate start = LocalDate.of(2025, 1, 1);
        return new Lab(
                "network",
                "Network",
                new Region("", 0),
                new Horizon(start, start.plusDays(1), start),
                MATERIALS,
                List.copyOf(actors),
                List.of(),
                new Haulage(
                        new Haulage.Mode("truck", 1, Timed.constant(0), 1, detour, 0, Haulage.Handling.NONE, null),
                        List.of(),
                        List.of()),
                table,
                new Policy(ONE, ONE, 0),
                new Exchange(Exchange.Rule.NEAREST, 0),
                Substances.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** An actor that does nothing. */
    static Actor at(String id, Place place) {
        return new Actor(
                id, id, "", place, Permits.ANY, Preference.NONE, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Two to seven actors that generate, process, need and dispose at random. */
    static Lab random(long seed) {
        Random random = new Random(seed);
        Map<String, Actor> actors = new TreeMap<>();
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String id = "a" + i;
            Place place = new Place(46 + random.nextDouble(), 14 + random.nextDouble());
            Set<Operation> operations = random.nextInt(3) == 0 ? Set.of(Operation.R5, Operation.D1) : Set.of();
            Permits permits =
                    new Permits(random.nextInt(3) == 0 ? Set.of("10 01 02") : Set.of(), operations, true, Set.of());
            actors.put(
                    id,
                    new Actor(
                            id,
                            id,
                            "",
                            place,
                            permits,
                            Preference.NONE,
                            arisings(random, count),
                            List.of(),
                            lines(random, count),
                            needs(random),
                            sites(random)));
        }
        return of(actors.values(), 1.3, DistanceTable.NONE);
    }

    private static List<Arising> arisings(Random random, int count) {
        List<Arising> list = new ArrayList<>();
        for (String material : some(random)) {
            list.add(new Arising(
                    material,
                    ONE,
                    new Interval(1000, STEADY),
                    false,
                    STEADY,
                    null,
                    null,
                    0,
                    false,
                    disposal(random, count),
                    "",
                    List.of(),
                    Source.NONE));
        }
        return list;
    }

    private static Disposal disposal(Random random, int count) {
        return switch (random.nextInt(5)) {
            case 0 -> new Disposal.Nearest();
            case 1 -> new Disposal.At("a" + random.nextInt(count));
            case 2 -> new Disposal.Outside(1, 2, 3, 44);
            default -> new Disposal.Cheapest();
        };
    }

    private static List<Line> lines(Random random, int count) {
        List<Line> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<String> outputs = some(random);
            List<Recipe.Output> yields = outputs.stream()
                    .map(material ->
                            new Recipe.Output(material, 1.0 / outputs.size(), 0, "", disposal(random, count), null))
                    .toList();
            Operation operation = random.nextBoolean() ? Operation.R5 : Operation.R1;
            double loss = outputs.isEmpty() ? 1 : 0;
            Recipe recipe =
                    new Recipe("r", "r", operation, some(random), List.of(), yields, loss, 0, 0, 0, Source.NONE);
            list.add(
                    0,
                    new Line(
                            "l" + i,
                            recipe,
                            ONE,
                            STEADY,
                            1,
                            null,
                            null,
                            0,
                            Map.of(),
                            Line.Finance.NONE,
                            true,
                            Source.NONE));
        }
        return list;
    }

    private static List<Need> needs(Random random) {
        List<Need.Accepted> accepts = some(random).stream()
                .map(material -> new Need.Accepted(material, 1, ONE))
                .toList();
        Interval every = new Interval(1000, STEADY);
        return random.nextBoolean()
                ? List.of()
                : List.of(new Need(
                        "n",
                        ONE,
                        every,
                        STEADY,
                        null,
                        null,
                        Timed.constant(0),
                        0,
                        accepts,
                        Operation.R5,
                        0,
                        Source.NONE));
    }

    private static List<DisposalSite> sites(Random random) {
        return random.nextBoolean()
                ? List.of()
                : List.of(
                        new DisposalSite("s", some(random), Operation.D1, ONE, false, 0, Long.MAX_VALUE, Source.NONE));
    }

    private static List<String> some(Random random) {
        return MATERIALS.stream()
                .map(Material::id)
                .filter(material -> random.nextBoolean())
                .toList();
    }
}
