package org.circlab.scenario;

import java.util.List;

/** What the format says of how material is carried: modes of transport, fleets and distances. */
final class HaulageFormat {

    private static final List<Key> OF_ANY_MODE = List.of(
            Key.of("payload", Shape.mass(Range.POSITIVE), "How much one vehicle carries.", "24 t")
                    .required(),
            Key.of("cost", Shape.dated(Measure.HAULAGE_COST), "What carrying costs.", "0.0783 EUR/tkm")
                    .required(),
            Key.of("speed", Shape.figure(Measure.SPEED), "Mean speed on the way.", "60 km/h")
                    .required(),
            Key.of("detour", Shape.figure(Measure.DETOUR), "Its way over great circle; 1.3 if not said.", "1.3"),
            Key.of("ghg", Shape.figure(Measure.HAULAGE_GHG), "What carrying emits.", "0.095 kgCO2e/tkm"),
            Key.of("loading", Shape.SPAN, "The time to load a vehicle.", "30 min"),
            Key.of("unloading", Shape.SPAN, "The time to unload it.", "20 min"),
            Key.of("handling", Shape.figure(Measure.COST), "What loading and unloading cost.", "4 EUR/t"),
            Key.of("hours", Shape.id(Kind.CALENDAR), "When vehicles depart; always if not said.", "day"));

    private static final Part FLEET = Part.of(
            "fleet",
            Key.of("owner", Shape.id(Kind.ACTOR), "Whose vehicles they are.", "plant")
                    .required(),
            Key.of("trucks", Shape.figure(Measure.NUMBER), "How many.", "30").required(),
            Key.of(
                    "payload",
                    Shape.either(Shape.words("none"), Shape.mass(Range.POSITIVE)),
                    "How much one carries; none for one trip a lot.",
                    "24 t"),
            Key.of(
                    "mode",
                    Shape.either(Shape.words("truck"), Shape.id(Kind.MODE)),
                    "Of what mode they are; trucks if not said.",
                    "rail"),
            Key.of("hours", Shape.id(Kind.CALENDAR), "When they depart, instead of their mode's hours.", "day"));

    static final Part HAULAGE = Part.of(
            "haulage",
            Key.of(
                            "truck",
                            mode(),
                            "The truck of the haulier without limit.",
                            "{ payload: 24 t, cost: 0.08 EUR/tkm, speed: 60 km/h }")
                    .required(),
            Key.of(
                    "modes",
                    Shape.byId(mode()),
                    "Other modes of transport, without limit like the haulier.",
                    "{ rail: { payload: 1000 t, cost: 0.03 EUR/tkm, speed: 30 km/h } }"),
            Key.of(
                    "fleets",
                    Shape.byId(FLEET),
                    "Fleets of actors, first come first served.",
                    "{ trucks: { owner: plant, trucks: 30 } }"));

    static final Shape DISTANCES = Shape.either(
            Shape.TEXT,
            Shape.byId(
                    Shape.byId(
                            Shape.either(Shape.figure(Measure.DISTANCE), Shape.byId(Shape.figure(Measure.DISTANCE))),
                            CommonFormat.ABOUT_SOURCE),
                    Key.of(
                            InlineTables.TABLE,
                            Shape.TEXT,
                            "A CSV file of distances; what the map says of a pair goes before its line.",
                            "distances.csv"),
                    CommonFormat.ABOUT_SOURCE));

    private HaulageFormat() {}

    private static Part mode() {
        return Part.of("mode", OF_ANY_MODE.toArray(Key[]::new));
    }
}
