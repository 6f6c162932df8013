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
import org.circlab.model.Contract;
import org.circlab.model.DisposalSite;
import org.circlab.model.DistanceTable;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Permits;
import org.circlab.model.Policy;
import org.circlab.model.Region;
import org.circlab.model.Store;
import org.circlab.model.Timed;
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
    }

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, String> codes = new TreeMap<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final List<Haulage.Fleet> fleets = new ArrayList<>();
    private final Map<String, Map<String, Double>> kilometres = new HashMap<>();
    private Haulage.Truck truck = new Haulage.Truck(25_000_000, 0, 60, 1, 0);
    private Policy policy = new Policy(Timed.constant(0), Timed.constant(0), 0);
    private Exchange exchange = new Exchange(Exchange.Rule.NEAREST, 0);
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
        member(actor).stores.add(new Store(material, Parts.grams(tonnes), Parts.millis(24 * keepsDays)));
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

    TinyLab code(String material, String lowCode) {
        codes.put(material, lowCode);
        return this;
    }

    TinyLab contract(String id, String from, String to, String material, double tonnesPerYear, double fee) {
        contracts.add(new Contract(id, from, to, material, Parts.grams(tonnesPerYear), fee, true, Parts.SOURCE));
        return this;
    }

    TinyLab futureContract(String id, String from, String to, String material, double tonnesPerYear, double fee) {
        contracts.add(new Contract(id, from, to, material, Parts.grams(tonnesPerYear), fee, false, Parts.SOURCE));
        return this;
    }

    TinyLab fleet(String id, String owner, int trucks, double payloadTonnes) {
        fleets.add(new Haulage.Fleet(id, owner, trucks, Parts.grams(payloadTonnes)));
        return this;
    }

    TinyLab km(String from, String to, double length) {
        kilometres.computeIfAbsent(from, any -> new HashMap<>()).put(to, length);
        return this;
    }

    TinyLab truck(double costPerTonneKilometre, double kilogramsPerTonneKilometre) {
        truck = new Haulage.Truck(truck.payloadGrams(), costPerTonneKilometre, 60, 1, kilogramsPerTonneKilometre);
        return this;
    }

    /** What one truck carries; a part of a lot that weighs as much is always worth a journey. */
    TinyLab payload(double tonnes) {
        truck = new Haulage.Truck(
                Parts.grams(tonnes),
                truck.costEurosPerTonneKilometre(),
                truck.kilometresPerHour(),
                truck.detour(),
                truck.ghgKilogramsPerTonneKilometre());
        return this;
    }

    TinyLab policy(Timed landfillTax, Timed carbonPrice, double discountRate) {
        policy = new Policy(landfillTax, carbonPrice, discountRate);
        return this;
    }

    TinyLab exchange(Exchange.Rule rule, double everyDays) {
        exchange = new Exchange(rule, Parts.millis(24 * everyDays));
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
                new Haulage(truck, sorted(fleets, Haulage.Fleet::id)),
                new DistanceTable(kilometres),
                policy,
                exchange,
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
                .map(id -> new Material(id, id, codes.getOrDefault(id, "")))
                .toList();
    }

    private Actor build(String id) {
        Member member = member(id);
        return new Actor(
                id,
                id,
                "",
                null,
                member.permits,
                sorted(all(member.streams, Parts.StreamPart::arising), Arising::material),
                sorted(member.stores, Store::material),
                sorted(all(member.lines, Parts.LinePart::line), Line::id),
                sorted(all(member.needs, Parts.NeedPart::need), Need::id),
                sorted(all(member.sites, Parts.SitePart::site), DisposalSite::id));
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
