package org.circlab.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A participant of the lab: a factory, recycler, municipality or site.
 *
 * @param id as the scenario names it
 * @param name for people
 * @param nace economic activity (NACE), empty where unknown
 * @param place where it stands; null where a distance table says all
 * @param permits what it may take
 * @param prefers to whom it gives first where the exchange goes by preference
 * @param generates its waste streams, by material id
 * @param stores its room for outgoing material, by material id
 * @param lines its processing lines, by id
 * @param needs its demands, by id
 * @param sites its disposal sites, by id
 * @param country ISO 3166-1 code of two letters; empty for that of the region
 * @param hurdleEurosPerTonne what a tonne must bring it, more than, before it joins an exchange; null if it asks for nothing
 */
public record Actor(
        String id,
        String name,
        String nace,
        @Nullable Place place,
        Permits permits,
        Preference prefers,
        List<Arising> generates,
        List<Store> stores,
        List<Line> lines,
        List<Need> needs,
        List<DisposalSite> sites,
        String country,
        @Nullable Double hurdleEurosPerTonne) {

    /** An actor in the country of the region that joins any exchange. */
    public Actor(
            String id,
            String name,
            String nace,
            @Nullable Place place,
            Permits permits,
            Preference prefers,
            List<Arising> generates,
            List<Store> stores,
            List<Line> lines,
            List<Need> needs,
            List<DisposalSite> sites) {
        this(id, name, nace, place, permits, prefers, generates, stores, lines, needs, sites, "", null);
    }

    public Actor {
        generates = List.copyOf(generates);
        stores = List.copyOf(stores);
        lines = List.copyOf(lines);
        needs = List.copyOf(needs);
        sites = List.copyOf(sites);
        Region.requireCountry("country of '" + id + "'", country);
        if (hurdleEurosPerTonne != null) {
            Bounds.finite("hurdle of actor '" + id + "'", hurdleEurosPerTonne);
        }
    }

    /** The same actor in a country. */
    public Actor in(String where) {
        return new Actor(
                id,
                name,
                nace,
                place,
                permits,
                prefers,
                generates,
                stores,
                lines,
                needs,
                sites,
                where,
                hurdleEurosPerTonne);
    }

    /** The same actor with the lines only that stand already. */
    public Actor withoutPlannedLines() {
        return new Actor(
                id,
                name,
                nace,
                place,
                permits,
                prefers,
                generates,
                stores,
                lines.stream().filter(Line::existing).toList(),
                needs,
                sites,
                country,
                hurdleEurosPerTonne);
    }

    /** The same actor with a hurdle; null for none. */
    public Actor asking(@Nullable Double eurosPerTonne) {
        return new Actor(
                id,
                name,
                nace,
                place,
                permits,
                prefers,
                generates,
                stores,
                lines,
                needs,
                sites,
                country,
                eurosPerTonne);
    }

    /** Whether a line, a need or a disposal site takes a material, by its id. */
    public boolean takes(String material) {
        return operationsOn(material).findAny().isPresent();
    }

    /** Whether a line, a need or a disposal site takes a material and the permits allow it. */
    public boolean mayTake(Material material) {
        return operationsOn(material.id()).anyMatch(operation -> permits.allow(material, operation));
    }

    private Stream<Operation> operationsOn(String material) {
        Stream<Operation> byLines = lines.stream()
                .filter(line -> line.recipe().takes().contains(material))
                .map(line -> line.recipe().operation());
        Stream<Operation> byNeeds = needs.stream()
                .filter(need -> need.accepts().stream()
                        .anyMatch(accepted -> accepted.material().equals(material)))
                .map(Need::operation);
        Stream<Operation> bySites =
                sites.stream().filter(site -> site.accepts().contains(material)).map(DisposalSite::operation);
        return Stream.concat(Stream.concat(byLines, byNeeds), bySites);
    }
}
