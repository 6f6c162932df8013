package org.circlab.model;

import java.util.List;

/** Copies of labs and actors that differ from them in one thing. */
public final class Copies {

    private Copies() {}

    /** The same lab with other actors, in the order of their ids. */
    public static Lab withActors(Lab lab, List<Actor> actors) {
        return copy(lab, lab.id(), lab.region(), actors, lab.indicators());
    }

    /** The same lab by another id. */
    public static Lab withId(Lab lab, String id) {
        return copy(lab, id, lab.region(), lab.actors(), lab.indicators());
    }

    /** The same lab with so many inhabitants. */
    public static Lab withInhabitants(Lab lab, long inhabitants) {
        return copy(lab, lab.id(), new Region(lab.region().country(), inhabitants), lab.actors(), lab.indicators());
    }

    /** The same lab with indicators of its own. */
    public static Lab withIndicators(Lab lab, List<OwnIndicator> indicators) {
        return copy(lab, lab.id(), lab.region(), lab.actors(), indicators);
    }

    /** The same lab in another region. */
    public static Lab withRegion(Lab lab, Region region) {
        return copy(lab, lab.id(), region, lab.actors(), lab.indicators());
    }

    /** The same lab with other materials, in the order of their ids. */
    public static Lab withMaterials(Lab lab, List<Material> materials) {
        return new Lab(
                lab.id(),
                lab.name(),
                lab.region(),
                lab.horizon(),
                materials,
                lab.actors(),
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy(),
                lab.exchange(),
                lab.substances(),
                lab.events(),
                lab.sources(),
                lab.indicators());
    }

    private static Lab copy(Lab lab, String id, Region region, List<Actor> actors, List<OwnIndicator> indicators) {
        return new Lab(
                id,
                lab.name(),
                region,
                lab.horizon(),
                lab.materials(),
                actors,
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy(),
                lab.exchange(),
                lab.substances(),
                lab.events(),
                lab.sources(),
                indicators,
                lab.weights());
    }

    /** The same actor with other disposal sites. */
    public static Actor withSites(Actor actor, List<DisposalSite> sites) {
        return new Actor(
                actor.id(),
                actor.name(),
                actor.nace(),
                actor.place(),
                actor.permits(),
                actor.prefers(),
                actor.generates(),
                actor.stores(),
                actor.lines(),
                actor.needs(),
                sites,
                actor.country(),
                actor.hurdleEurosPerTonne());
    }

    /** The same actor with other stores. */
    public static Actor withStores(Actor actor, List<Store> stores) {
        return new Actor(
                actor.id(),
                actor.name(),
                actor.nace(),
                actor.place(),
                actor.permits(),
                actor.prefers(),
                actor.generates(),
                stores,
                actor.lines(),
                actor.needs(),
                actor.sites(),
                actor.country(),
                actor.hurdleEurosPerTonne());
    }

    /** The actor with other lines. */
    public static Actor withLines(Actor actor, List<Line> lines) {
        return new Actor(
                actor.id(),
                actor.name(),
                actor.nace(),
                actor.place(),
                actor.permits(),
                actor.prefers(),
                actor.generates(),
                actor.stores(),
                lines,
                actor.needs(),
                actor.sites(),
                actor.country(),
                actor.hurdleEurosPerTonne());
    }

    /** The line by another name with another recipe. */
    public static Line withRecipe(Line line, String id, Recipe recipe) {
        return new Line(
                id,
                recipe,
                line.capacityTonnesPerDay(),
                line.service(),
                line.parallel(),
                line.hours(),
                line.breakdown(),
                line.storeGrams(),
                line.gateFeesEurosPerTonne(),
                line.finance(),
                line.existing(),
                line.source(),
                line.withinKilometres());
    }
}
