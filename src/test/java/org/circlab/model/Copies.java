package org.circlab.model;

import java.util.List;

/** Copies of labs and actors that differ from them in one thing. */
public final class Copies {

    private Copies() {}

    /** The same lab with other actors, in the order of their ids. */
    public static Lab withActors(Lab lab, List<Actor> actors) {
        return new Lab(
                lab.id(),
                lab.name(),
                lab.region(),
                lab.horizon(),
                lab.materials(),
                actors,
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy(),
                lab.exchange(),
                lab.events(),
                lab.sources());
    }

    /** The same lab by another id. */
    public static Lab withId(Lab lab, String id) {
        return new Lab(
                id,
                lab.name(),
                lab.region(),
                lab.horizon(),
                lab.materials(),
                lab.actors(),
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy(),
                lab.exchange(),
                lab.events(),
                lab.sources());
    }

    /** The same lab with so many inhabitants. */
    public static Lab withInhabitants(Lab lab, long inhabitants) {
        return new Lab(
                lab.id(),
                lab.name(),
                new Region(lab.region().country(), inhabitants),
                lab.horizon(),
                lab.materials(),
                lab.actors(),
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy(),
                lab.exchange(),
                lab.events(),
                lab.sources());
    }

    /** The same lab with indicators of its own. */
    public static Lab withIndicators(Lab lab, List<OwnIndicator> indicators) {
        return new Lab(
                lab.id(),
                lab.name(),
                lab.region(),
                lab.horizon(),
                lab.materials(),
                lab.actors(),
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy(),
                lab.exchange(),
                lab.substances(),
                lab.events(),
                lab.sources(),
                indicators);
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
}
