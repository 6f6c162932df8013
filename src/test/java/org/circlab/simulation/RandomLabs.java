package org.circlab.simulation;

import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Interventions;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.circlab.model.Recipe;
import org.circlab.model.Season;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.model.Trust;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Small but nasty labs: loops, whole lots, continuous and recorded streams, tight stores and voids, stores that block, lines of several servers with hours and
 * breakdowns, steps of policy, fleets, modes, hours, preferences, events, permits, plans, subsidies, bans, quotas. The same seed gives the same lab. One actor,
 * {@code sink}, takes everything without limit.
 */
final class RandomLabs {

    static final List<String> WASTES = List.of("ash", "brick", "chaff", "dust");
    static final List<String> PRODUCTS = List.of("gravel", "heat", "ink");
    private static final String[] ALL = {"ash", "brick", "chaff", "dust", "gravel", "heat", "ink"};

    private final Random random;
    /** Of what concerns carriage and preference, so that the rest of a lab does not depend on it. */
    private final Random carriage;
    /** Of how far lines draw from, likewise. */
    private final Random reach;

    private final TinyLab lab = TinyLab.of();
    private final List<String> actors = new ArrayList<>();
    private final List<String> donors = new ArrayList<>();
    private final List<String> fleets = new ArrayList<>();
    private final LocalDate start;
    private int named;

    private RandomLabs(long seed) {
        this.random = new Random(seed * 7919 + 17);
        this.carriage = new Random(seed * 104729 + 5);
        this.reach = new Random(seed * 15487469 + 3);
        this.start = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1000));
    }

    /** The lab of a seed, to be changed further; in every other one something happens. */
    static TinyLab of(long seed) {
        return seed % 2 == 0 ? calm(seed) : RandomEvents.in(calm(seed), seed);
    }

    /** The lab of a seed to which nothing happens. */
    static TinyLab calm(long seed) {
        TinyLab lab = new RandomLabs(seed).draw();
        plan(new Random(seed * 15485863 + 11), lab);
        agree(new Random(seed * 32452843 + 3), lab);
        regulate(new Random(seed * 49979687 + 7), lab);
        mistrust(new Random(seed * 86028121 + 5), lab);
        return lab;
    }

    /** Subsidies, bans and quotas in half of the labs; the sink is never banned, and no quota closes it. */
    private static void regulate(Random random, TinyLab lab) {
        LocalDate first = LocalDate.of(2022, 12, 1);
        for (int i = random.nextInt(2) * random.nextInt(3); i > 0; i--) {
            Set<Operation> operations = random.nextBoolean() ? Set.of() : Set.of(Operation.R5);
            lab.subsidy(
                    new Interventions.Scope(operations, someOf(random), Set.of()),
                    random.nextBoolean(),
                    new Timed(List.of(
                            new Timed.Step(first.plusDays(random.nextInt(900)), random.nextInt(40)),
                            new Timed.Step(first.plusDays(900 + random.nextInt(300)), random.nextInt(40)))));
        }
        for (int i = random.nextInt(2) * random.nextInt(3); i > 0; i--) {
            LocalDate from = first.plusDays(random.nextInt(1100));
            String until = random.nextBoolean()
                    ? null
                    : from.plusDays(1 + random.nextInt(90)).toString();
            boolean tipping = random.nextBoolean();
            Set<Operation> operations = tipping ? Set.of(Operation.D1) : Set.of(Operation.R5, Operation.R1);
            Set<String> receivers = tipping ? Set.of("a0", "a1", "a2", "a3") : Set.of();
            lab.ban(
                    new Interventions.Scope(operations, someOf(random), receivers),
                    random.nextInt(4) == 0 ? null : from.toString(),
                    until);
        }
        for (int i = random.nextInt(2) * random.nextInt(3); i > 0; i--) {
            boolean strict = random.nextBoolean();
            Set<String> receivers = strict ? Set.of("a0", "a1", "a2", "a3", "a4") : Set.of();
            lab.quota(
                    new Interventions.Scope(Set.of(Operation.D1), someOf(random), receivers),
                    new Timed(List.of(
                            new Timed.Step(first, random.nextInt(3000)),
                            new Timed.Step(first.plusDays(random.nextInt(1200) + 1), random.nextInt(600)))),
                    strict ? null : (double) random.nextInt(90));
        }
    }

    private static Set<String> someOf(Random random) {
        return random.nextInt(3) == 0 ? Set.of() : Set.of(ALL[random.nextInt(4)], ALL[4 + random.nextInt(3)]);
    }

    /** One in four goes by the waste hierarchy or by an optimum of some kind. */
    private static void plan(Random random, TinyLab lab) {
        if (random.nextInt(4) > 0) {
            return;
        }
        double everyDays = new double[] {0, 0.25, 1, 7}[random.nextInt(4)];
        switch (random.nextInt(4)) {
            case 0 -> lab.exchange(Exchange.Rule.HIERARCHY, everyDays);
            case 1 -> lab.divisible().optimal(everyDays, Exchange.Objective.GHG, 0);
            case 2 -> lab.divisible().optimal(everyDays, new Exchange.Objective(1, random.nextInt(200)), 0);
            default ->
                lab.divisible()
                        .optimal(everyDays, Exchange.Objective.NET_COST, everyDays == 0 ? 0 : 1 + random.nextInt(3));
        }
    }

    /** Contracts with terms, minimums and indices in one lab of two, hurdles of some actors in one of three. */
    private static void agree(Random random, TinyLab lab) {
        LocalDate first = LocalDate.of(2022, 6, 1);
        if (random.nextInt(2) == 0) {
            lab.terms(contract -> {
                LocalDate from = random.nextInt(3) == 0 ? null : first.plusDays(random.nextInt(1500));
                LocalDate until =
                        random.nextInt(2) == 0 ? null : (from == null ? first : from).plusDays(1 + random.nextInt(700));
                Double penalty = random.nextInt(3) == 0 ? null : (double) random.nextInt(30);
                return new Contract.Terms(
                        from,
                        until,
                        random.nextInt(3) / 2.0,
                        penalty,
                        random.nextInt(2) * random.nextDouble() * 0.1,
                        null);
            });
        }
        for (int actor = 0; actor < 9 && random.nextInt(3) == 0; actor++) {
            lab.hurdleIfThere("a" + random.nextInt(9), random.nextInt(60) - 40);
        }
    }

    /** Contracts that are broken in one lab of two, trust and hurdles that mind it in one of three. */
    private static void mistrust(Random random, TinyLab lab) {
        if (random.nextInt(2) == 0) {
            lab.breach(contract -> new Breach(
                    Breach.Party.values()[random.nextInt(3)],
                    random.nextInt(2) * random.nextInt(100) / 100.0,
                    random.nextInt(3) == 0 ? null : (double) random.nextInt(20),
                    (long) random.nextInt(2) * random.nextInt(400) * Horizon.DAY_MILLIS));
        }
        if (random.nextInt(3) == 0) {
            lab.trust(new Trust(
                    random.nextInt(40),
                    random.nextInt(5) / 4.0,
                    random.nextInt(2) == 0 ? Long.MAX_VALUE : (1 + random.nextInt(90)) * Horizon.DAY_MILLIS,
                    random.nextInt(2) == 0 ? Long.MAX_VALUE : random.nextInt(3) * Horizon.DAY_MILLIS));
            for (int actor = 0; actor < 9; actor++) {
                if (random.nextInt(3) == 0) {
                    lab.hurdleIfThere("a" + actor, random.nextInt(60) - 50);
                }
            }
        }
    }

    private TinyLab draw() {
        lab.window(start.toString(), 60 + random.nextInt(141)).warmUp(chance(0.5) ? 0 : random.nextInt(80));
        int count = 2 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            actors.add("a" + i);
            lab.actor("a" + i);
        }
        lab.site("sink", site("all", ALL).fee(timed(60)).taxed().ghg(random.nextInt(100)));
        actors.add("sink");
        distances();
        for (String actor : actors.subList(0, count)) {
            if (chance(0.35)) {
                fleet(actor);
            }
            people(actor);
        }
        contracts();
        lab.code("ash", "10 01 02").code("brick", "17 01 02");
        lab.truck(random.nextDouble() * 0.3, random.nextDouble() * 0.1);
        lab.policy(timed(40), timed(90), chance(0.5) ? 0 : random.nextDouble() * 0.1);
        Exchange.Rule[] rules = Exchange.Rule.values();
        double[] intervals = {0, 0, 0.25, 1, 7, 3.7};
        lab.exchange(rules[random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2)], pick(intervals));
        carriage();
        return lab;
    }

    /** Rail for some, vehicles that load and keep hours, and now and then an exchange by preference. */
    private void carriage() {
        if (carriage.nextInt(2) == 0) {
            lab.truck(worked(new Haulage.Mode(
                    "truck", 25_000_000, Timed.constant(0.1), 60, 1, 0.08, Haulage.Handling.NONE, null)));
        }
        lab.mode(worked(new Haulage.Mode(
                "rail", 300_000_000, Timed.constant(0.03), 30, 1.5, 0.02, Haulage.Handling.NONE, null)));
        for (String from : actors) {
            for (String to : actors) {
                if (carriage.nextInt(4) == 0) {
                    lab.kmBy("rail", from, to, from.equals(to) ? 0 : carriage.nextInt(300));
                }
            }
        }
        if (carriage.nextInt(3) == 0) {
            lab.exchange(Exchange.Rule.PREFERENCE, new double[] {0, 0, 0.25, 1, 7}[carriage.nextInt(5)]);
        }
        for (String donor : donors) {
            List<String> listed = new ArrayList<>(actors.subList(0, actors.size() - 1));
            Collections.shuffle(listed, carriage);
            lab.prefers(
                    donor, listed.subList(0, carriage.nextInt(listed.size())).toArray(String[]::new));
            if (carriage.nextInt(3) == 0) {
                lab.prefersFor(donor, "ash", listed.get(0));
            }
        }
    }

    /** A mode with handling and hours, each with some probability. */
    private Haulage.Mode worked(Haulage.Mode mode) {
        Haulage.Handling handling = carriage.nextInt(3) == 0
                ? Haulage.Handling.NONE
                : new Haulage.Handling(
                        carriage.nextInt(4) * 3_600_000L, carriage.nextInt(20_000_000), carriage.nextInt(6));
        return new Haulage.Mode(
                mode.id(),
                mode.payloadGrams(),
                mode.costEurosPerTonneKilometre(),
                mode.kilometresPerHour(),
                mode.detour(),
                mode.ghgKilogramsPerTonneKilometre(),
                handling,
                vehicleHours());
    }

    private @Nullable WorkCalendar vehicleHours() {
        if (carriage.nextInt(3) == 0) {
            return null;
        }
        int from = carriage.nextInt(24);
        List<WorkCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (shifts.isEmpty() || carriage.nextInt(3) > 0) {
                shifts.add(new WorkCalendar.Shift(day, 60 * from, 60 * (1 + carriage.nextInt(20))));
            }
        }
        return new WorkCalendar("hours", shifts, Set.of(), Set.of(start.plusDays(20)));
    }

    private void distances() {
        for (String from : actors) {
            for (String to : actors) {
                if (from.compareTo(to) < 0) {
                    lab.km(from, to, chance(0.1) ? 0 : random.nextInt(4) == 0 ? 10 : random.nextInt(200_000) / 1000.0);
                }
            }
        }
    }

    private void fleet(String owner) {
        String id = "f-" + owner;
        fleets.add(id);
        int trucks = 1 + random.nextInt(3);
        long payload = chance(0.5) ? Long.MAX_VALUE : Parts.grams(1 + random.nextInt(20));
        lab.fleet(new Haulage.Fleet(
                id, owner, trucks, payload, carriage.nextInt(3) == 0 ? "rail" : "truck", vehicleHours()));
    }

    private void people(String actor) {
        if (chance(0.7)) {
            donors.add(actor);
            WASTES.stream().filter(waste -> chance(0.4)).forEach(waste -> lab.donor(actor, arising(waste)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            lab.line(actor, anyLine());
        }
        if (chance(0.4)) {
            lab.need(actor, anyNeed());
        }
        if (chance(0.3)) {
            lab.site(actor, site("pit" + named++, some(ALL)).fee(timed(50)).room(1 + random.nextInt(60)));
        }
        for (String material : ALL) {
            if (PRODUCTS.contains(material) && chance(0.3)) {
                double days = chance(0.3) ? Double.POSITIVE_INFINITY : (1 + random.nextInt(9000)) / 1000.0;
                lab.silo(actor, material, (1 + random.nextInt(20_000)) / 1000.0, days);
            } else if (WASTES.contains(material) && chance(0.15)) {
                lab.silo(
                        actor,
                        material,
                        (1 + random.nextInt(40_000)) / 1000.0,
                        chance(0.5) ? Double.POSITIVE_INFINITY : (1 + random.nextInt(30_000)) / 1000.0);
            } else if (chance(0.25)) {
                lab.store(
                        actor,
                        material,
                        chance(0.1) ? 0.000001 : (1 + random.nextInt(40_000)) / 1000.0,
                        chance(0.4) ? Double.POSITIVE_INFINITY : (1 + random.nextInt(30_000)) / 1000.0);
            }
        }
        if (chance(0.25)) {
            Set<Operation> operations = chance(0.5) ? Set.of() : Set.of(Operation.R5, Operation.D1);
            lab.permits(actor, new Permits(chance(0.5) ? Set.of() : Set.of("10 01 02"), operations, true, Set.of()));
        }
    }

    private Parts.StreamPart arising(String waste) {
        double days = pick(new double[] {0.3, 1, 1, 2.5, 7});
        Parts.StreamPart part = stream(waste)
                .mean(timed(4000))
                .every(days, chance(0.5) ? new Spread.None() : new Spread.Exponential())
                .spread(scatter())
                .season(chance(0.3) ? season() : null)
                .disposal(route(waste))
                .by(carrier());
        if (chance(0.15)) {
            part.flows(0.5 + random.nextInt(20)).spread(new Spread.None());
        } else if (chance(0.15)) {
            record(part);
        } else if (chance(0.2)) {
            part.ships(0.5 + random.nextInt(20));
        }
        part.hours(chance(0.2) ? hours() : null);
        return chance(0.3) ? part.whole() : part;
    }

    /** Batches from before the run to after it, some at one instant. */
    private void record(Parts.StreamPart part) {
        double hours = -3000;
        while (hours < 5000) {
            part.at(hours, (1 + random.nextInt(30_000)) / 1000.0);
            hours += chance(0.1) ? 0 : random.nextDouble() * 60;
        }
    }

    private String carrier() {
        if (chance(0.2)) {
            return Haulage.HAULIER;
        }
        if (carriage.nextInt(5) == 0) {
            return "rail";
        }
        return chance(0.2) && !fleets.isEmpty() ? fleets.get(random.nextInt(fleets.size())) : "";
    }

    private Disposal route(String waste) {
        return switch (random.nextInt(6)) {
            case 0 -> new Disposal.Nearest();
            case 1 -> new Disposal.At("sink");
            case 2 -> new Disposal.Outside(waste.length(), random.nextInt(20), random.nextInt(50), random.nextInt(120));
            default -> new Disposal.Cheapest();
        };
    }

    private Parts.LinePart anyLine() {
        String[] takes = some(ALL);
        Parts.LinePart part = line("line" + named++, takes)
                .capacity(0.5 + random.nextInt(40))
                .service(scatter())
                .costs(random.nextInt(20), random.nextInt(300))
                .operation(chance(0.2) ? Operation.R1 : Operation.R5);
        if (reach.nextInt(4) == 0) {
            part.within(reach.nextInt(150));
        }
        if (chance(0.4)) {
            part.store(1 + random.nextInt(50));
        }
        if (chance(0.3)) {
            part.parallel(2 + random.nextInt(3));
        }
        if (chance(0.3)) {
            part.hours(hours());
        }
        if (chance(0.3)) {
            part.breaks(interval(9), interval(1), chance(0.5));
        }
        if (chance(0.3)) {
            part.planned();
        }
        if (chance(0.3)) {
            part.finance(random.nextInt(1_000_000), 5 + random.nextInt(20), random.nextInt(5000));
        }
        for (String material : takes) {
            if (chance(0.7)) {
                part.fee(material, timedAround0());
            }
        }
        double left = 1;
        for (String material : some(ALL)) {
            double share = left * random.nextInt(70) / 100.0;
            if (share > 0 && part.outputs.size() < 2) {
                part.out(output(material, share, material.compareTo(takes[takes.length - 1]) <= 0));
                left -= share;
            }
        }
        if (chance(0.4)) {
            part.adds("lime", Recipe.Origin.VIRGIN, 0.07, 80, 900).adds("water", Recipe.Origin.WATER, 0.13, 0, 0);
        }
        return chance(0.3) ? part.water(left * 0.5) : part;
    }

    /** An output; what could go round is gathered to loads, since each round would otherwise double the number of lots. */
    private Recipe.Output output(String material, double share, boolean goesRound) {
        long ships = goesRound || chance(0.3) ? Parts.grams(1 + random.nextInt(20)) : 0;
        boolean sold = PRODUCTS.contains(material) && chance(0.7);
        Recipe.Market market =
                sold ? new Recipe.Market(Timed.constant(random.nextInt(60) - 10), random.nextInt(200)) : null;
        return new Recipe.Output(material, share, ships, carrier(), route(material), market);
    }

    private Parts.NeedPart anyNeed() {
        Parts.NeedPart part = need(chance(0.15) ? "gravel" : "need" + named++)
                .mean(timed(3000))
                .every(pick(new double[] {0.5, 1, 3}), chance(0.7) ? new Spread.None() : new Spread.Exponential())
                .spread(scatter())
                .season(chance(0.2) ? season() : null)
                .hours(chance(0.2) ? hours() : null)
                .virgin(random.nextInt(50), random.nextInt(500));
        for (String material : some(ALL)) {
            part.accepts(material, pick(new double[] {0.9, 1, 0.37, 1.3, 1 / 3.0}), random.nextInt(20) - 10);
        }
        return chance(0.5) ? part.store(1 + random.nextInt(40)) : part;
    }

    /** Contracts to the sink, which takes everything; others are added where the receiver is known to. */
    private void contracts() {
        for (String donor : donors) {
            if (chance(0.4)) {
                String id = "c" + named++;
                double volume = 20 + random.nextInt(2000);
                double fee = random.nextInt(20) - 10;
                String material = WASTES.get(random.nextInt(WASTES.size()));
                String receiver = "sink";
                if (chance(0.6)) {
                    receiver = "r-" + donor;
                    lab.line(
                            receiver,
                            line("hall", material)
                                    .capacity(5 + random.nextInt(20))
                                    .out("heat", 0.3));
                    lab.km(donor, receiver, random.nextInt(90));
                }
                if (chance(0.5)) {
                    lab.contract(id, donor, receiver, material, volume, fee);
                } else {
                    lab.futureContract(id, donor, receiver, material, volume, fee);
                }
            }
        }
    }

    private Timed timed(double most) {
        List<Timed.Step> steps = new ArrayList<>();
        LocalDate date = start.minusDays(random.nextInt(60));
        for (int i = chance(0.6) ? 1 : 2 + random.nextInt(2); i > 0; i--) {
            steps.add(new Timed.Step(date, chance(0.1) ? 0 : random.nextDouble() * most));
            date = date.plusDays(1 + random.nextInt(90));
        }
        return new Timed(steps);
    }

    private Timed timedAround0() {
        return new Timed(timed(40).steps().stream()
                .map(step -> new Timed.Step(step.from(), step.value() - 20))
                .toList());
    }

    private Spread scatter() {
        return switch (random.nextInt(6)) {
            case 0 -> new Spread.Exponential();
            case 1 -> new Spread.Lognormal(0.8);
            case 2 -> new Spread.Gamma(0.5);
            case 3 -> new Spread.Uniform(0, 2);
            default -> new Spread.None();
        };
    }

    private Interval interval(double mostDays) {
        return new Interval((0.01 + random.nextDouble() * mostDays) * Horizon.DAY_MILLIS, scatter());
    }

    /** Some days of the week with a shift each, some of them over midnight. */
    private WorkCalendar hours() {
        List<WorkCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day == DayOfWeek.TUESDAY || chance(0.6)) {
                shifts.add(new WorkCalendar.Shift(day, 6 * 60 + random.nextInt(600), 60 + random.nextInt(700)));
            }
        }
        Set<LocalDate> holidays = Set.of(start.plusDays(random.nextInt(40)));
        return new WorkCalendar("hours" + named++, shifts, Set.of(MonthDay.of(1, 6)), holidays);
    }

    private Season season() {
        return Season.ofWeights(
                "drawn", random.ints(12, 0, 5).mapToObj(weight -> weight + 0.1).toList());
    }

    private String[] some(String[] from) {
        List<String> list = new ArrayList<>(Arrays.asList(from));
        Collections.shuffle(list, random);
        List<String> kept = list.subList(0, 1 + random.nextInt(3));
        Collections.sort(kept);
        return kept.toArray(String[]::new);
    }

    private double pick(double[] values) {
        return values[random.nextInt(values.length)];
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
