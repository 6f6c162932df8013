package org.circlab.experiment.gap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Borders;
import org.circlab.model.Contract;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Policy;
import org.circlab.model.Spread;
import org.circlab.model.Store;
import org.circlab.model.Timed;
import org.circlab.network.ExchangeNetwork;

/** Labs with something relaxed. */
final class Relaxed {

    /** More than anything weighs, and sums of it still fit. */
    private static final long WITHOUT_END = Long.MAX_VALUE / 1024;

    private static final int TRUCKS_WITHOUT_END = 1_000_000;
    private static final double WITHOUT_TIME = 1e12;

    private Relaxed() {}

    /** Stores without end for what somebody could take, and for what has a store already; receivers' rooms stay. */
    static Lab storage(Lab lab) {
        Map<String, Set<String>> stored = takeable(lab);
        for (Actor actor : lab.actors()) {
            Set<String> own = stored.computeIfAbsent(actor.id(), key -> new TreeSet<>());
            actor.stores().forEach(store -> own.add(store.material()));
        }
        return withActors(
                lab,
                actor -> with(
                        actor,
                        stored.getOrDefault(actor.id(), Set.of()).stream()
                                .map(material -> new Store(material, WITHOUT_END, Long.MAX_VALUE, false))
                                .toList(),
                        actor.lines(),
                        actor.needs()));
    }

    /** By actor, the materials that somebody could take of it, on the exchange or by a contract. */
    private static Map<String, Set<String>> takeable(Lab lab) {
        ExchangeNetwork network = ExchangeNetwork.of(lab);
        Map<String, Set<String>> materials = new HashMap<>();
        for (int outlet = 0; outlet < network.outlets().size(); outlet++) {
            String actor =
                    lab.actors().get(network.outlets().get(outlet).actor()).id();
            String material = lab.materials()
                    .get(network.outlets().get(outlet).material())
                    .id();
            boolean isOffered =
                    network.exchange().first(outlet) < network.exchange().first(outlet + 1);
            boolean isAgreed = lab.contracts().stream()
                    .anyMatch(contract ->
                            contract.from().equals(actor) && contract.material().equals(material));
            if (isOffered || isAgreed) {
                materials.computeIfAbsent(actor, key -> new TreeSet<>()).add(material);
            }
        }
        return materials;
    }

    /** Fleets without end and at any hour, and journeys that take no time and cost what they cost. */
    static Lab trucks(Lab lab) {
        Haulage haulage = lab.haulage();
        List<Haulage.Fleet> fleets = haulage.fleets().stream()
                .map(fleet -> new Haulage.Fleet(
                        fleet.id(), fleet.owner(), TRUCKS_WITHOUT_END, fleet.payloadGrams(), fleet.mode(), null))
                .toList();
        Haulage swift = new Haulage(
                swift(haulage.truck()),
                haulage.modes().stream().map(Relaxed::swift).toList(),
                fleets);
        return with(lab, lab.actors(), lab.contracts(), swift, lab.policy(), lab.exchange());
    }

    private static Haulage.Mode swift(Haulage.Mode mode) {
        return new Haulage.Mode(
                mode.id(),
                mode.payloadGrams(),
                mode.costEurosPerTonneKilometre(),
                WITHOUT_TIME,
                mode.detour(),
                mode.ghgKilogramsPerTonneKilometre(),
                new Haulage.Handling(0, 0, mode.handling().eurosPerTonne()),
                null);
    }

    /** Lots are matched as they arise, borders need no notice, lines neither fail nor scatter. Rooms stay what they were. */
    static Lab timing(Lab lab) {
        Exchange exchange = lab.exchange();
        double everyMillis = exchange.onArrival() ? Horizon.DAY_MILLIS : exchange.everyMillis();
        Exchange onArrival =
                new Exchange(exchange.rule(), 0, exchange.objective(), 0, exchange.trust(), exchange.apart());
        Map<String, Borders.Rule> rules = new HashMap<>();
        lab.policy().borders().rules().forEach((pair, rule) -> rules.put(pair, new Borders.Rule(rule.isClosed(), 0)));
        Policy policy = lab.policy().with(new Borders(rules));
        Lab even = withActors(
                lab,
                actor -> with(
                        actor,
                        actor.stores(),
                        actor.lines().stream()
                                .map(line -> even(line, everyMillis))
                                .toList(),
                        actor.needs().stream()
                                .map(need -> roomy(need, everyMillis))
                                .toList()));
        return with(even, even.actors(), even.contracts(), even.haulage(), policy, onArrival);
    }

    private static Line even(Line line, double everyMillis) {
        double tonnes = line.parallel() * peak(line.capacityTonnesPerDay()) * everyMillis / Horizon.DAY_MILLIS;
        return new Line(
                line.id(),
                line.recipe(),
                line.capacityTonnesPerDay(),
                new Spread.None(),
                line.parallel(),
                line.hours(),
                null,
                line.storeGrams() > 0 ? line.storeGrams() : Math.round(tonnes * 1e6),
                line.gateFeesEurosPerTonne(),
                line.finance(),
                line.existing(),
                line.source(),
                line.withinKilometres());
    }

    private static Need roomy(Need need, double everyMillis) {
        double ratio =
                need.accepts().stream().mapToDouble(Need.Accepted::ratio).min().orElse(1);
        double millis = Math.max(everyMillis, need.every().meanMillis());
        double tonnes = peak(need.meanTonnesPerYear()) * millis / Horizon.YEAR_MILLIS / ratio;
        return new Need(
                need.id(),
                need.meanTonnesPerYear(),
                need.every(),
                need.spread(),
                need.season(),
                need.hours(),
                need.virginPriceEurosPerTonne(),
                need.virginGhgKilogramsPerTonne(),
                need.accepts(),
                need.operation(),
                need.storeGrams() > 0 ? need.storeGrams() : Math.round(tonnes * 1e6),
                need.source());
    }

    private static double peak(Timed dated) {
        return dated.steps().stream().mapToDouble(Timed.Step::value).max().orElse(0);
    }

    /** No minimum is owed, and where there is an exchange only the contracts that exist already hold. */
    static Lab contracts(Lab lab) {
        boolean isOpen = lab.exchange().rule() != Exchange.Rule.NONE;
        List<Contract> kept = lab.contracts().stream()
                .filter(contract -> contract.existing() || !isOpen)
                .map(contract -> with(contract, withoutMinimum(contract.terms())))
                .toList();
        return with(lab, lab.actors(), kept, lab.haulage(), lab.policy(), lab.exchange());
    }

    private static Contract.Terms withoutMinimum(Contract.Terms terms) {
        return new Contract.Terms(
                terms.from(), terms.until(), 0, terms.penaltyEurosPerTonne(), terms.indexPerYear(), terms.breach());
    }

    private static Contract.Terms withoutBreach(Contract.Terms terms) {
        return new Contract.Terms(
                terms.from(),
                terms.until(),
                terms.leastShare(),
                terms.penaltyEurosPerTonne(),
                terms.indexPerYear(),
                null);
    }

    private static Contract with(Contract contract, Contract.Terms terms) {
        return new Contract(
                contract.id(),
                contract.from(),
                contract.to(),
                contract.material(),
                contract.volumeGramsPerYear(),
                contract.gateFeeEurosPerTonne(),
                terms,
                contract.existing(),
                contract.source());
    }

    /** No hurdles, full trust, no breach; where lots are divisible, rounds are best for the lab as a whole. */
    static Lab behaviour(Lab lab) {
        Exchange exchange = lab.exchange();
        boolean mayPlan = exchange.rule() != Exchange.Rule.NONE && !hasWholeLots(lab);
        Exchange trusting = new Exchange(
                mayPlan ? Exchange.Rule.OPTIMAL : exchange.rule(),
                exchange.everyMillis(),
                exchange.objective(),
                exchange.lookAhead(),
                null,
                exchange.apart());
        List<Contract> kept = lab.contracts().stream()
                .map(contract -> with(contract, withoutBreach(contract.terms())))
                .toList();
        Lab willing = withActors(lab, actor -> actor.asking(null));
        return with(willing, willing.actors(), kept, willing.haulage(), willing.policy(), trusting);
    }

    private static boolean hasWholeLots(Lab lab) {
        return lab.actors().stream()
                .flatMap(actor -> actor.generates().stream())
                .anyMatch(Arising::whole);
    }

    private static Lab withActors(Lab lab, UnaryOperator<Actor> change) {
        List<Actor> actors = new ArrayList<>(lab.actors());
        actors.replaceAll(change);
        actors.sort(Comparator.comparing(Actor::id));
        return with(lab, actors, lab.contracts(), lab.haulage(), lab.policy(), lab.exchange());
    }

    private static Actor with(Actor actor, List<Store> stores, List<Line> lines, List<Need> needs) {
        return new Actor(
                actor.id(),
                actor.name(),
                actor.nace(),
                actor.place(),
                actor.permits(),
                actor.prefers(),
                actor.generates(),
                stores,
                lines,
                needs,
                actor.sites(),
                actor.country(),
                actor.hurdleEurosPerTonne());
    }

    private static Lab with(
            Lab lab, List<Actor> actors, List<Contract> contracts, Haulage haulage, Policy policy, Exchange exchange) {
        return new Lab(
                lab.id(),
                lab.name(),
                lab.region(),
                lab.horizon(),
                lab.materials(),
                actors,
                contracts,
                haulage,
                lab.distances(),
                policy,
                exchange,
                lab.substances(),
                lab.events(),
                lab.sources(),
                lab.indicators(),
                lab.weights());
    }
}
