package org.circlab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One living lab as it is simulated: a region, its actors, and what joins them. All lists are in the order of ids, so that no
 * result depends on the order of a file.
 *
 * @param id short name, used for the folder of results
 * @param name for people
 * @param region where it is
 * @param horizon the time that is simulated
 * @param materials by id
 * @param actors by id
 * @param contracts by id
 * @param haulage modes of transport and fleets
 * @param distances given distances, before computed ones
 * @param policy taxes and prices of the state
 * @param exchange how offers meet requests
 * @param substances what its materials consist of
 * @param events what happens to it, by id
 * @param sources every source that the scenario names, by path
 * @param indicators what the scenario reckons beside the indicators of the program, each after those that it names
 * @param weights how much each dimension of its score counts
 */
public record Lab(
        String id,
        String name,
        Region region,
        Horizon horizon,
        List<Material> materials,
        List<Actor> actors,
        List<Contract> contracts,
        Haulage haulage,
        DistanceTable distances,
        Policy policy,
        Exchange exchange,
        Substances substances,
        List<Event> events,
        List<Sourced> sources,
        List<OwnIndicator> indicators,
        ScoreWeights weights) {

    /** A lab in whose score all dimensions count alike. */
    public Lab(
            String id,
            String name,
            Region region,
            Horizon horizon,
            List<Material> materials,
            List<Actor> actors,
            List<Contract> contracts,
            Haulage haulage,
            DistanceTable distances,
            Policy policy,
            Exchange exchange,
            Substances substances,
            List<Event> events,
            List<Sourced> sources,
            List<OwnIndicator> indicators) {
        this(
                id,
                name,
                region,
                horizon,
                materials,
                actors,
                contracts,
                haulage,
                distances,
                policy,
                exchange,
                substances,
                events,
                sources,
                indicators,
                ScoreWeights.EQUAL);
    }

    public Lab {
        materials = List.copyOf(materials);
        actors = List.copyOf(actors);
        contracts = List.copyOf(contracts);
        events = List.copyOf(events);
        sources = List.copyOf(sources);
        indicators = List.copyOf(indicators);
        requireOrder("materials", materials, Material::id);
        requireOrder("actors", actors, Actor::id);
        requireOrder("contracts", contracts, Contract::id);
        requireOrder("events", events, Event::id);
    }

    /** The country of an actor: its own, or that of the region; empty where neither is known. */
    public String countryOf(Actor actor) {
        return actor.country().isEmpty() ? region.country() : actor.country();
    }

    /**
     * The same lab without an exchange: only the contracts that exist already, and only the lines that stand already, since
     * nobody invests for an exchange that is not there. Events happen to what is there. Rooms that follow from the time between
     * rounds stay as they are, and so does what partners of contracts learn of each other.
     */
    public Lab businessAsUsual() {
        List<Actor> standing = actors.stream().map(Actor::withoutPlannedLines).toList();
        Map<String, Actor> byId = standing.stream().collect(Collectors.toMap(Actor::id, Function.identity()));
        List<Contract> kept = contracts.stream()
                .filter(Contract::existing)
                .filter(contract -> canReceive(byId.get(contract.to()), contract))
                .toList();
        return new Lab(
                id,
                name,
                region,
                horizon,
                materials,
                standing,
                kept,
                haulage,
                distances,
                policy,
                new Exchange(
                        Exchange.Rule.NONE,
                        exchange.everyMillis(),
                        Exchange.Objective.NET_COST,
                        0,
                        exchange.trust(),
                        exchange.apart()),
                substances,
                happening(standing, kept),
                sources,
                indicators,
                weights);
    }

    /** The events with what they change of these actors and contracts. */
    private List<Event> happening(List<Actor> standing, List<Contract> kept) {
        List<Event> happening = new ArrayList<>();
        for (Event event : events) {
            List<Event.Change> changes = event.changes().stream()
                    .filter(change -> change.part().isIn(standing, kept))
                    .toList();
            if (!changes.isEmpty()) {
                happening.add(new Event(event.id(), event.begin(), event.lasts(), changes));
            }
        }
        return happening;
    }

    private static boolean canReceive(@Nullable Actor receiver, Contract contract) {
        return receiver != null && receiver.takes(contract.material());
    }

    private static <T> void requireOrder(String what, List<T> records, Function<T, String> idOf) {
        List<String> ids = records.stream().map(idOf).toList();
        if (!ids.equals(ids.stream().distinct().sorted().collect(Collectors.toList()))) {
            throw new IllegalArgumentException("the " + what + " of a lab are not in the order of their ids: " + ids);
        }
    }
}
