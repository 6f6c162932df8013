package org.circlab.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Borders;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.DisposalSite;
import org.circlab.model.DistanceTable;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Interventions;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Permits;
import org.circlab.model.Policy;
import org.circlab.model.Preference;
import org.circlab.model.Region;
import org.circlab.model.Store;
import org.circlab.model.Substances;
import org.circlab.model.Timed;
import org.circlab.model.Trust;
import org.jspecify.annotations.Nullable;

/**
 * A small lab by hand: one actor under test with mock neighbours, in a few calls. Without further ado it covers the 30 days
 * from 1 January 2025, matches on arrival by the rule {@code nearest}, all actors stand 0 km from each other, trucks carry 25 t
 * at 60 km/h free of charge, and the state asks for nothing. Materials come into being by being named.
 */
final class TinyLab {

    /** Everything of one actor. */
    private static final class Member {
        private final List<Parts.StreamPart> streams = new ArrayList<>();
        private final List<Store> stores = new ArrayList<>();
        private final List<Parts.LinePart> lines = new ArrayList<>();
        private final List<Parts.NeedPart> needs = new ArrayList<>();
        private final List<Parts.SitePart> sites = new ArrayList<>();
        private Permits permits = Permits.ANY;
        private String country = "";
        private Preference prefers = Preference.NONE;
        private @Nullable Double hurdle;
    }

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, String> codes = new TreeMap<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final List<Haulage.Mode> modes = new ArrayList<>();
    private final List<Haulage.Fleet> fleets = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Map<String, Double>> kilometres = new HashMap<>();
    private final Map<String, Material> legal = new HashMap<>();
    private Borders borders = Borders.OPEN;
    private final Map<String, Map<String, Map<String, Double>>> otherwise = new HashMap<>();
    private Haulage.Mode truck =
            new Haulage.Mode("truck", 25_000_000, Timed.constant(0), 60, 1, 0, Haulage.Handling.NONE, null);
    private Policy policy = new Policy(Timed.constant(0), Timed.constant(0), 0);
    private Exchange exchange = new Exchange(Exchange.Rule.NEAREST, 0);
    private Substances substances = Substances.NONE;
    private LocalDate start = LocalDate.of(2025, 1, 1);
    private int days = 30;
    private int warmUpDays;
    private @Nullable Random shuffle;

    private TinyLab() {}

    static TinyLab of() {
        return new TinyLab();
    }

    private Member member(String id) {
        return members.computeIfAbsent(id, any -> new Member());
    }

    TinyLab actor(String id) {
        member(id);
        return this;
    }

    TinyLab donor(String id, Parts.StreamPart... streams) {
        member(id).streams.addAll(Arrays.asList(streams));
        return this;
    }

    TinyLab store(String actor, String material, double tonnes, double keepsDays) {
        member(actor).stores.add(new Store(material, Parts.grams(tonnes), Parts.millis(24 * keepsDays), false));
        return this;
    }

    /** A store that blocks what fills it. */
    TinyLab silo(String actor, String material, double tonnes, double keepsDays) {
        member(actor).stores.add(new Store(material, Parts.grams(tonnes), Parts.millis(24 * keepsDays), true));
        return this;
    }

    TinyLab line(String actor, Parts.LinePart line) {
        member(actor).lines.add(line);
        return this;
    }

    TinyLab need(String actor, Parts.NeedPart need) {
        member(actor).needs.add(need);
        return this;
    }

    TinyLab site(String actor, Parts.SitePart site) {
        member(actor).sites.add(site);
        return this;
    }

    TinyLab permits(String actor, Permits permits) {
        member(actor).permits = permits;
        return this;
    }

    /** Hazardous waste of a code, whatever its status is otherwise. */
    TinyLab legal(String material, boolean hazardous, Material.Status status) {
        codes.putIfAbsent(material, "");
        legal.put(material, new Material("any", "any", "", hazardous, status, List.of()));
        return this;
    }

    /** The country of an actor. */
    TinyLab country(String actor, String country) {
        member(actor).country = country;
        return this;
    }

    TinyLab borders(Map<String, Borders.Rule> rules) {
        borders = new Borders(rules);
        return this;
    }

    TinyLab code(String material, String lowCode) {
        codes.put(material, lowCode);
        return this;
    }

    TinyLab contract(String id, String from, String to, String material, double tonnesPerYear, double fee) {
        return contract(id, from, to, material, tonnesPerYear, Timed.constant(fee));
    }

    TinyLab contract(String id, String from, String to, String material, double tonnesPerYear, Timed fee) {
        contracts.add(new Contract(id, from, to, material, Parts.grams(tonnesPerYear), fee, true, Parts.SOURCE));
        return this;
    }

    /** Other terms for all contracts so far. */
    TinyLab terms(Contract.Terms terms) {
        return terms(any -> terms);
    }

    TinyLab terms(Function<Contract, Contract.Terms> terms) {
        contracts.replaceAll(contract -> new Contract(
                contract.id(),
                contract.from(),
                contract.to(),
                contract.material(),
                contract.volumeGramsPerYear(),
                contract.gateFeeEurosPerTonne(),
                terms.apply(contract),
                contract.existing(),
                contract.source()));
        return this;
    }

    /** All contracts so far can be broken like this. */
    TinyLab breach(@Nullable Breach breach) {
        return breach(any -> breach);
    }

    TinyLab breach(Function<Contract, @Nullable Breach> breach) {
        return terms(contract -> {
            Contract.Terms terms = contract.terms();
            return new Contract.Terms(
                    terms.from(),
                    terms.until(),
                    terms.leastShare(),
                    terms.penaltyEurosPerTonne(),
                    terms.indexPerYear(),
                    breach.apply(contract));
        });
    }

    TinyLab trust(@Nullable Trust trust) {
        exchange = new Exchange(
                exchange.rule(), exchange.everyMillis(), exchange.objective(), exchange.lookAhead(), trust);
        return this;
    }

    TinyLab noHurdles() {
        members.values().forEach(member -> member.hurdle = null);
        return this;
    }

    TinyLab hurdleIfThere(String actor, double eurosPerTonne) {
        return members.containsKey(actor) ? hurdle(actor, eurosPerTonne) : this;
    }

    /** A hurdle for every actor so far. */
    TinyLab hurdles(double eurosPerTonne) {
        members.keySet().forEach(actor -> hurdle(actor, eurosPerTonne));
        return this;
    }

    TinyLab hurdle(String actor, double eurosPerTonne) {
        member(actor).hurdle = eurosPerTonne;
        return this;
    }

    TinyLab futureContract(String id, String from, String to, String material, double tonnesPerYear, double fee) {
        contracts.add(new Contract(
                id, from, to, material, Parts.grams(tonnesPerYear), Timed.constant(fee), false, Parts.SOURCE));
        return this;
    }

    TinyLab fleet(String id, String owner, int trucks, double payloadTonnes) {
        return fleet(new Haulage.Fleet(id, owner, trucks, Parts.grams(payloadTonnes), "truck", null));
    }

    TinyLab fleet(Haulage.Fleet own) {
        fleets.add(own);
        return this;
    }

    TinyLab mode(Haulage.Mode mode) {
        modes.add(mode);
        return this;
    }

    /** Another truck than the one of the first lines. */
    TinyLab truck(Haulage.Mode mode) {
        truck = mode;
        return this;
    }

    TinyLab kmBy(String mode, String from, String to, double length) {
        otherwise
                .computeIfAbsent(mode, any -> new HashMap<>())
                .computeIfAbsent(from, any -> new HashMap<>())
                .put(to, length);
        return this;
    }

    /** The receivers that an actor prefers, the first most. */
    TinyLab prefers(String actor, String... receivers) {
        member(actor).prefers =
                new Preference(List.of(receivers), member(actor).prefers.byStream());
        return this;
    }

    /** The same for one stream of the actor. */
    TinyLab prefersFor(String actor, String material, String... receivers) {
        Map<String, List<String>> byStream = new HashMap<>(member(actor).prefers.byStream());
        byStream.put(material, List.of(receivers));
        member(actor).prefers = new Preference(member(actor).prefers.receivers(), byStream);
        return this;
    }

    TinyLab km(String from, String to, double length) {
        kilometres.computeIfAbsent(from, any -> new HashMap<>()).put(to, length);
        return this;
    }

    TinyLab truck(double costPerTonneKilometre, double kilogramsPerTonneKilometre) {
        return truck(Timed.constant(costPerTonneKilometre), kilogramsPerTonneKilometre);
    }

    TinyLab truck(Timed costPerTonneKilometre, double kilogramsPerTonneKilometre) {
        truck = new Haulage.Mode(
                "truck",
                truck.payloadGrams(),
                costPerTonneKilometre,
                60,
                1,
                kilogramsPerTonneKilometre,
                truck.handling(),
                truck.hours());
        return this;
    }

    /** What one truck carries; a part of a lot that weighs as much is always worth a journey. */
    TinyLab payload(double tonnes) {
        truck = new Haulage.Mode(
                "truck",
                Parts.grams(tonnes),
                truck.costEurosPerTonneKilometre(),
                truck.kilometresPerHour(),
                truck.detour(),
                truck.ghgKilogramsPerTonneKilometre(),
                truck.handling(),
                truck.hours());
        return this;
    }

    TinyLab policy(Timed landfillTax, Timed carbonPrice, double discountRate) {
        policy = new Policy(landfillTax, carbonPrice, discountRate).with(policy.interventions());
        return this;
    }

    TinyLab subsidy(Interventions.Scope scope, boolean toDonor, Timed eurosPerTonne) {
        List<Interventions.Subsidy> all = new ArrayList<>(policy.interventions().subsidies());
        all.add(new Interventions.Subsidy("s" + all.size(), scope, toDonor, eurosPerTonne));
        return interventions(new Interventions(
                all, policy.interventions().bans(), policy.interventions().quotas()));
    }

    TinyLab ban(Interventions.Scope scope, @Nullable String from, @Nullable String until) {
        List<Interventions.Ban> all = new ArrayList<>(policy.interventions().bans());
        all.add(new Interventions.Ban(
                "b" + all.size(),
                scope,
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until)));
        return interventions(new Interventions(
                policy.interventions().subsidies(), all, policy.interventions().quotas()));
    }

    TinyLab quota(Interventions.Scope scope, Timed tonnesPerYear, @Nullable Double penalty) {
        List<Interventions.Quota> all = new ArrayList<>(policy.interventions().quotas());
        all.add(new Interventions.Quota("q" + all.size(), scope, tonnesPerYear, penalty));
        return interventions(new Interventions(
                policy.interventions().subsidies(), policy.interventions().bans(), all));
    }

    TinyLab interventions(Interventions interventions) {
        policy = policy.with(interventions);
        return this;
    }

    /** What happens to it: changes, at a date of the calendar and for good. */
    TinyLab event(String id, String date, Event.Change... changes) {
        return event(id, new Event.At(LocalDate.parse(date)), null, changes);
    }

    TinyLab event(String id, Event.Begin begin, @Nullable Interval lasts, Event.Change... changes) {
        events.add(new Event(id, begin, lasts, List.of(changes)));
        return this;
    }

    TinyLab exchange(Exchange.Rule rule, double everyDays) {
        exchange = new Exchange(rule, Parts.millis(24 * everyDays), Exchange.Objective.NET_COST, 0, exchange.trust());
        return this;
    }

    TinyLab optimal(double everyDays, Exchange.Objective objective, int lookAhead) {
        exchange = new Exchange(
                Exchange.Rule.OPTIMAL, Parts.millis(24 * everyDays), objective, lookAhead, exchange.trust());
        return this;
    }

    TinyLab substances(Substances layer) {
        substances = layer;
        return this;
    }

    /** Has every stream move in parts too. */
    TinyLab divisible() {
        members.values().forEach(member -> member.streams.forEach(Parts.StreamPart::divisible));
        return this;
    }

    TinyLab window(String firstDay, int length) {
        start = LocalDate.parse(firstDay);
        days = length;
        return this;
    }

    TinyLab warmUp(int length) {
        warmUpDays = length;
        return this;
    }

    /** Puts every list into another order before it is sorted by id. */
    TinyLab shuffled(long seed) {
        shuffle = new Random(seed);
        return this;
    }

    Lab lab() {
        List<String> ids = List.copyOf(members.keySet());
        for (String from : ids) {
            for (String to : ids) {
                boolean known = kilometres.getOrDefault(from, Map.of()).containsKey(to)
                        || kilometres.getOrDefault(to, Map.of()).containsKey(from);
                if (!known) {
                    km(from, to, 0);
                }
            }
        }
        return new Lab(
                "tiny",
                "Tiny lab",
                new Region("", 0),
                new Horizon(start, start.plusDays(days), start.minusDays(warmUpDays)),
                sorted(materials(), Material::id),
                sorted(ids.stream().map(this::build).toList(), Actor::id),
                sorted(contracts, Contract::id),
                new Haulage(truck, sorted(modes, Haulage.Mode::id), sorted(fleets, Haulage.Fleet::id)),
                new DistanceTable(kilometres, otherwise),
                policy.with(borders),
                exchange,
                substances,
                sorted(events, Event::id),
                List.of(),
                List.of());
    }

    private List<Material> materials() {
        TreeSet<String> named = new TreeSet<>(codes.keySet());
        for (Member member : members.values()) {
            member.streams.forEach(stream -> named.add(stream.material));
            member.stores.forEach(store -> named.add(store.material()));
            member.lines.forEach(line -> named.addAll(line.takes));
            member.lines.forEach(line -> line.outputs.forEach(output -> named.add(output.material())));
            member.needs.forEach(need -> need.accepts.forEach(accepted -> named.add(accepted.material())));
            member.sites.forEach(site -> named.addAll(site.accepts));
        }
        return named.stream()
                .map(id -> material(id, codes.getOrDefault(id, "")))
                .toList();
    }

    private Material material(String id, String code) {
        Material said = legal.get(id);
        return said == null
                ? new Material(id, id, code)
                : new Material(id, id, code, said.hazardous(), said.status(), List.of());
    }

    private Actor build(String id) {
        Member member = member(id);
        return new Actor(
                        id,
                        id,
                        "",
                        null,
                        member.permits,
                        member.prefers,
                        sorted(all(member.streams, Parts.StreamPart::arising), Arising::material),
                        sorted(member.stores, Store::material),
                        sorted(all(member.lines, Parts.LinePart::line), Line::id),
                        sorted(all(member.needs, Parts.NeedPart::need), Need::id),
                        sorted(all(member.sites, Parts.SitePart::site), DisposalSite::id))
                .in(member.country)
                .asking(member.hurdle);
    }

    private static <P, T> List<T> all(List<P> parts, Function<P, T> build) {
        return parts.stream().map(build).toList();
    }

    private <T> List<T> sorted(List<T> records, Function<T, String> idOf) {
        List<T> list = new ArrayList<>(records);
        if (shuffle != null) {
            Collections.shuffle(list, shuffle);
        }
        list.sort(Comparator.comparing(idOf));
        return list;
    }
}
