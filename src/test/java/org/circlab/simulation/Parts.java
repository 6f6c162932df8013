package org.circlab.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.circlab.model.Arising;
import org.circlab.model.Breakdown;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.Grade;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.circlab.model.Season;
import org.circlab.model.Source;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a {@link TinyLab}, each with harmless defaults: free of charge, without emissions, without scatter. Masses are in
 * tonnes, intervals in days, instants in hours from the start date, prices in euros and emissions in kilograms a tonne.
 */
final class Parts {

    static final Source SOURCE = new Source("by hand", Grade.ASSUMED);
    private static final Spread NONE = new Spread.None();

    private Parts() {}

    static long grams(double tonnes) {
        return tonnes == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : Math.round(tonnes * 1e6);
    }

    static long millis(double hours) {
        return hours == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : Math.round(hours * 3_600_000);
    }

    static StreamPart stream(String material) {
        return new StreamPart(material);
    }

    static LinePart line(String id, String... takes) {
        return new LinePart(id, List.of(takes));
    }

    static NeedPart need(String id) {
        return new NeedPart(id);
    }

    static SitePart site(String id, String... accepts) {
        return new SitePart(id, List.of(accepts));
    }

    /** A waste stream: one tonne a day unless told otherwise. */
    static final class StreamPart {
        final String material;
        private Timed mean = Timed.constant(Horizon.DAYS_PER_YEAR);
        private Interval every = new Interval(Horizon.DAY_MILLIS, NONE);
        private Spread spread = NONE;
        private @Nullable Season season;
        private boolean continuous;
        private @Nullable WorkCalendar hours;
        private double ships;
        private boolean whole;
        private Disposal disposal = new Disposal.Cheapest();
        private String by = "";
        private final List<Arising.Batch> recorded = new ArrayList<>();

        private StreamPart(String material) {
            this.material = material;
        }

        /** A batch at an instant. */
        StreamPart at(double hours, double tonnes) {
            recorded.add(new Arising.Batch(millis(hours), grams(tonnes)));
            return this;
        }

        /** Batches of a mean mass with a mean interval. */
        StreamPart batches(double tonnes, double days) {
            mean = Timed.constant(tonnes / days * Horizon.DAYS_PER_YEAR);
            return every(days, NONE);
        }

        StreamPart mean(Timed tonnesPerYear) {
            mean = tonnesPerYear;
            return this;
        }

        StreamPart every(double days, Spread scatter) {
            every = new Interval(days * Horizon.DAY_MILLIS, scatter);
            return this;
        }

        StreamPart spread(Spread scatter) {
            spread = scatter;
            return this;
        }

        StreamPart season(@Nullable Season pattern) {
            season = pattern;
            return this;
        }

        /** Mass that flows without pause and leaves in loads. */
        StreamPart flows(double tonnesPerYear, double load) {
            mean = Timed.constant(tonnesPerYear);
            return flows(load);
        }

        StreamPart flows(double load) {
            continuous = true;
            return ships(load);
        }

        StreamPart ships(double load) {
            ships = load;
            return this;
        }

        StreamPart hours(@Nullable WorkCalendar calendar) {
            hours = calendar;
            return this;
        }

        void divisible() {
            whole = false;
        }

        StreamPart whole() {
            whole = true;
            return this;
        }

        StreamPart disposal(Disposal route) {
            disposal = route;
            return this;
        }

        StreamPart by(String fleet) {
            by = fleet;
            return this;
        }

        Arising arising() {
            return new Arising(
                    material,
                    mean,
                    every,
                    continuous,
                    spread,
                    season,
                    hours,
                    grams(ships),
                    whole,
                    disposal,
                    by,
                    recorded,
                    SOURCE);
        }
    }

    /** A processing line: a thousand tonnes a day, all of which the air takes unless told otherwise. */
    static final class LinePart {
        private final String id;
        final List<String> takes;
        private Timed capacity = Timed.constant(1000);
        private int parallel = 1;
        private @Nullable WorkCalendar hours;
        private @Nullable Breakdown breakdown;
        private Spread service = NONE;
        private double store;
        private double within = Double.POSITIVE_INFINITY;
        private final Map<String, Timed> fees = new LinkedHashMap<>();
        private Line.Finance finance = Line.Finance.NONE;
        private boolean existing = true;
        private final List<Recipe.Added> adds = new ArrayList<>();
        final List<Recipe.Output> outputs = new ArrayList<>();
        private double water;
        private double cost;
        private double ghg;
        private OptionalDouble biogenic = OptionalDouble.empty();
        private Operation operation = Operation.R5;

        private LinePart(String id, List<String> takes) {
            this.id = id;
            this.takes = takes;
        }

        LinePart capacity(double tonnesPerDay) {
            return capacity(Timed.constant(tonnesPerDay));
        }

        LinePart capacity(Timed tonnesPerDay) {
            capacity = tonnesPerDay;
            return this;
        }

        LinePart parallel(int servers) {
            parallel = servers;
            return this;
        }

        LinePart hours(WorkCalendar calendar) {
            hours = calendar;
            return this;
        }

        LinePart breaks(Interval every, Interval repair, boolean byUse) {
            breakdown = new Breakdown(every, repair, byUse);
            return this;
        }

        LinePart service(Spread scatter) {
            service = scatter;
            return this;
        }

        LinePart within(double kilometres) {
            within = kilometres;
            return this;
        }

        LinePart store(double tonnes) {
            store = tonnes;
            return this;
        }

        LinePart fee(String material, double euros) {
            return fee(material, Timed.constant(euros));
        }

        LinePart fee(String material, Timed euros) {
            fees.put(material, euros);
            return this;
        }

        LinePart finance(double investment, double life, double fixed) {
            finance = new Line.Finance(investment, life, fixed);
            return this;
        }

        LinePart planned() {
            existing = false;
            return this;
        }

        LinePart adds(String name, Recipe.Origin origin, double share, double price, double kilograms) {
            adds.add(new Recipe.Added(name, origin, share, price, kilograms));
            return this;
        }

        LinePart out(String material, double share) {
            return out(new Recipe.Output(material, share, 0, "", new Disposal.Cheapest(), null));
        }

        LinePart ships(String material, double share, double tonnes) {
            return out(new Recipe.Output(material, share, grams(tonnes), "", new Disposal.Cheapest(), null));
        }

        LinePart sells(String material, double share, double price, double avoided) {
            return sells(material, share, Timed.constant(price), avoided);
        }

        LinePart sells(String material, double share, Timed price, double avoided) {
            return out(new Recipe.Output(
                    material, share, 0, "", new Disposal.Cheapest(), new Recipe.Market(price, avoided)));
        }

        LinePart out(Recipe.Output output) {
            outputs.add(output);
            return this;
        }

        LinePart water(double share) {
            water = share;
            return this;
        }

        LinePart costs(double euros, double kilograms) {
            cost = euros;
            ghg = kilograms;
            return this;
        }

        LinePart biogenic(double kilograms) {
            biogenic = OptionalDouble.of(kilograms);
            return this;
        }

        LinePart operation(Operation done) {
            operation = done;
            return this;
        }

        Line line() {
            double air = 1
                    - water
                    - outputs.stream().mapToDouble(Recipe.Output::share).sum();
            Recipe recipe = new Recipe(
                    id,
                    id,
                    operation,
                    takes,
                    adds,
                    outputs,
                    Math.max(0, air),
                    water,
                    cost,
                    ghg,
                    biogenic,
                    Recipe.Effort.UNKNOWN,
                    SOURCE);
            return new Line(
                            id,
                            recipe,
                            capacity,
                            service,
                            parallel,
                            hours,
                            breakdown,
                            grams(store),
                            fees,
                            finance,
                            existing,
                            SOURCE)
                    .within(within);
        }
    }

    /** A need: one tonne a day unless told otherwise. */
    static final class NeedPart {
        private final String id;
        private Timed mean = Timed.constant(Horizon.DAYS_PER_YEAR);
        private Interval every = new Interval(Horizon.DAY_MILLIS, NONE);
        private Spread spread = NONE;
        private @Nullable Season season;
        private @Nullable WorkCalendar hours;
        private Timed price = Timed.constant(0);
        private double ghg;
        final List<Need.Accepted> accepts = new ArrayList<>();
        private double store;

        private NeedPart(String id) {
            this.id = id;
        }

        /** Draws of a mean mass with a mean interval. */
        NeedPart draws(double tonnes, double days) {
            mean = Timed.constant(tonnes / days * Horizon.DAYS_PER_YEAR);
            return every(days, NONE);
        }

        NeedPart mean(Timed tonnesPerYear) {
            mean = tonnesPerYear;
            return this;
        }

        NeedPart every(double days, Spread scatter) {
            every = new Interval(days * Horizon.DAY_MILLIS, scatter);
            return this;
        }

        NeedPart spread(Spread scatter) {
            spread = scatter;
            return this;
        }

        NeedPart season(@Nullable Season pattern) {
            season = pattern;
            return this;
        }

        NeedPart hours(@Nullable WorkCalendar calendar) {
            hours = calendar;
            return this;
        }

        NeedPart virgin(double euros, double kilograms) {
            return virgin(Timed.constant(euros), kilograms);
        }

        NeedPart virgin(Timed euros, double kilograms) {
            price = euros;
            ghg = kilograms;
            return this;
        }

        NeedPart accepts(String material, double ratio, double fee) {
            return accepts(material, ratio, Timed.constant(fee));
        }

        NeedPart accepts(String material, double ratio, Timed fee) {
            accepts.add(new Need.Accepted(material, ratio, fee));
            return this;
        }

        NeedPart acceptsWithin(String material, double kilometres) {
            accepts.add(new Need.Accepted(material, 1, Timed.constant(0), kilometres));
            return this;
        }

        NeedPart store(double tonnes) {
            store = tonnes;
            return this;
        }

        Need need() {
            return new Need(
                    id, mean, every, spread, season, hours, price, ghg, accepts, Operation.R5, grams(store), SOURCE);
        }
    }

    /** A disposal site: untaxed, without limit unless told otherwise. */
    static final class SitePart {
        private final String id;
        final List<String> accepts;
        private Timed fee = Timed.constant(0);
        private boolean taxed;
        private double ghg;
        private OptionalDouble biogenic = OptionalDouble.empty();
        private double room = Double.POSITIVE_INFINITY;
        private Operation operation = Operation.D1;

        private SitePart(String id, List<String> accepts) {
            this.id = id;
            this.accepts = accepts;
        }

        SitePart fee(double euros) {
            fee = Timed.constant(euros);
            return this;
        }

        SitePart fee(Timed euros) {
            fee = euros;
            return this;
        }

        SitePart taxed() {
            taxed = true;
            return this;
        }

        SitePart ghg(double kilograms) {
            ghg = kilograms;
            return this;
        }

        SitePart biogenic(double kilograms) {
            biogenic = OptionalDouble.of(kilograms);
            return this;
        }

        SitePart room(double tonnes) {
            room = tonnes;
            return this;
        }

        SitePart operation(Operation done) {
            operation = done;
            return this;
        }

        DisposalSite site() {
            return new DisposalSite(id, accepts, operation, fee, taxed, ghg, grams(room), 0, biogenic, SOURCE);
        }
    }
}
