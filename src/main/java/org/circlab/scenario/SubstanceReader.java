package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.circlab.model.Composition;
import org.circlab.model.Limit;
import org.circlab.model.Part;
import org.circlab.model.Substances;

/** The layer of substances, gathered while materials, processes and actors are read. */
final class SubstanceReader {

    private static final Set<String> OF_WET_MASS = Set.of(Substances.MOISTURE, Substances.HEATING_VALUE);
    private static final double TOLERANCE = 1e-9;

    private final Map<String, Map<String, Double>> materials = new HashMap<>();
    private final Map<Part, Composition> streams = new HashMap<>();
    private final Map<String, Map<String, Map<String, Double>>> transfers = new HashMap<>();
    private final Map<Part, List<Limit>> limits = new HashMap<>();
    private final Set<Part> blending = new HashSet<>();
    private final Map<String, Map<String, Double>> halfLives = new HashMap<>();
    private final Map<Part, Map<String, Double>> keptByLoop = new HashMap<>();
    private final Set<Part> piles = new HashSet<>();
    /** What names a substance without saying how much of it there is, and where. */
    private final Map<Spot, String> mentioned = new LinkedHashMap<>();

    private final Set<String> known = new TreeSet<>();

    /** What a material consists of, and what of it decays. */
    void material(String id, Fields fields) {
        Map<String, Double> composition = composition(fields, "composition");
        materials.put(id, composition);
        check(fields, "composition", composition);
        fields.map("half-life", "{ volatile-solids: 40 d }").ifPresent(each -> {
            Map<String, Double> byName = new TreeMap<>();
            for (String name : each.names()) {
                each.span(name)
                        .filter(span -> span.millis() > 0)
                        .ifPresent(span -> byName.put(name, (double) span.millis()));
                mentioned.put(each.spot(name), name);
            }
            each.done();
            halfLives.put(id, byName);
        });
    }

    private Map<String, Double> composition(Fields fields, String key) {
        Map<String, Double> composition = new TreeMap<>();
        fields.map(key, "{ chloride: 0.02 %, moisture: 15 % }").ifPresent(each -> {
            composition.putAll(amounts(each));
            each.done();
        });
        composition.keySet().stream()
                .filter(name -> !OF_WET_MASS.contains(name))
                .forEach(known::add);
        return composition;
    }

    private static Map<String, Double> amounts(Fields each) {
        Map<String, Double> amounts = new TreeMap<>();
        for (String name : each.names()) {
            amounts.put(name, each.number(name, measure(name), 0));
        }
        return amounts;
    }

    private static Measure measure(String name) {
        return switch (name) {
            case Substances.MOISTURE -> Measure.MOISTURE;
            case Substances.HEATING_VALUE -> Measure.HEATING_VALUE;
            default -> Measure.FRACTION;
        };
    }

    /** What the substances of a composition add up to. */
    private static double sum(Map<String, Double> composition) {
        double sum = 0;
        for (Map.Entry<String, Double> each : composition.entrySet()) {
            sum += OF_WET_MASS.contains(each.getKey()) ? 0 : each.getValue();
        }
        return sum;
    }

    private static void check(Fields fields, String key, Map<String, Double> composition) {
        double sum = sum(composition);
        if (sum > 1 + TOLERANCE
                && fields.scope().findings().sound(fields.spot(key).path())) {
            fields.report(
                    FindingCode.BAD_COMPOSITION,
                    fields.spot(key),
                    "The substances add up to " + RecipeReader.inPercent(sum) + " of the dry matter.",
                    "Maybe one is not in %, or is part of another?");
        }
    }

    /** What a stream consists of, where it differs from its material. */
    void stream(String material, Fields fields) {
        Map<String, Double> composition = new TreeMap<>(materials.getOrDefault(material, Map.of()));
        Map<String, Double> own = composition(fields, "quality");
        composition.putAll(own);
        if (!own.isEmpty()) {
            check(fields, "quality", composition);
        }
        Map<String, Double> fractions = new TreeMap<>(composition);
        fractions.keySet().removeAll(OF_WET_MASS);
        boolean sound = fields.scope().findings().sound(fields.spot().path()) && sum(composition) <= 1 + TOLERANCE;
        if (!composition.isEmpty() && sound) {
            streams.put(
                    partAt(Part.Kind.STREAM, fields),
                    new Composition(
                            fractions,
                            composition.getOrDefault(Substances.MOISTURE, 0.0),
                            composition.getOrDefault(Substances.HEATING_VALUE, 0.0)));
        }
    }

    /** The part of an actor that stands at a path such as {@code actors.tes.generates.fly-ash}. */
    static Part partAt(Part.Kind kind, Fields fields) {
        String[] steps = fields.spot().path().split("\\.", -1);
        return new Part(kind, steps[1], steps[3]);
    }

    /** Where a process sends substances. */
    void process(String id, Fields fields) {
        Set<String> outputs = fields.names("yields");
        fields.map("transfers", "{ chloride: { cement: 20 %, air: 80 % } }").ifPresent(each -> {
            Map<String, Map<String, Double>> bySubstance = new TreeMap<>();
            for (String name : each.names()) {
                each.map(name, "{ cement: 20 %, air: 80 % }")
                        .ifPresent(shares -> bySubstance.put(name, shares(shares, outputs)));
                mentioned.put(each.spot(name), name);
            }
            each.done();
            if (fields.scope().findings().sound(each.spot().path())) {
                transfers.put(id, bySubstance);
            }
        });
    }

    private static Map<String, Double> shares(Fields fields, Set<String> outputs) {
        Map<String, Double> shares = new TreeMap<>();
        double sum = 0;
        for (String to : fields.names()) {
            shares.put(to, fields.number(to, Measure.FRACTION, 0));
            sum += shares.get(to);
            if (!outputs.contains(to) && !to.equals(Substances.AIR) && !to.equals(Substances.WATER)) {
                fields.report(
                        FindingCode.UNKNOWN_DESTINATION,
                        fields.spot(to),
                        "'" + to + "' is no output of the process, nor air or water.",
                        Suggestion.maybe(to, List.copyOf(outputs)));
            }
        }
        fields.done();
        if (!(Math.abs(sum - 1) <= TOLERANCE)
                && fields.scope().findings().sound(fields.spot().path())) {
            fields.report(
                    FindingCode.BAD_SHARES,
                    fields.spot(),
                    "The shares of " + fields.spot().name() + " add up to " + RecipeReader.inPercent(sum)
                            + "; they must be 100 %, since substances are conserved.",
                    "Maybe what goes to air or water is missing?");
        }
        return shares;
    }

    /** What a line or need asks of what it takes, lot by lot or as a mix. */
    void limits(Part.Kind kind, Fields fields) {
        asked(kind, fields);
        if (fields.flag("blends", false)) {
            blending.add(partAt(kind, fields));
        }
    }

    /** What a line, need or site asks of each lot that it takes. */
    void asked(Part.Kind kind, Fields fields) {
        List<Limit> asked = new ArrayList<>();
        fields.map("limits", "{ loss-on-ignition: { most: 5 % } }").ifPresent(each -> {
            for (String name : each.names()) {
                each.map(name, "{ most: 5 % }").ifPresent(bounds -> limit(name, bounds, asked));
                if (!OF_WET_MASS.contains(name)) {
                    mentioned.put(each.spot(name), name);
                }
            }
            each.done();
        });
        asked.sort(Comparator.comparing(Limit::of).thenComparing(Limit::atLeast));
        if (!asked.isEmpty()) {
            limits.put(partAt(kind, fields), asked);
        }
    }

    private static void limit(String name, Fields bounds, List<Limit> asked) {
        Measure measure = name.equals(Substances.HEATING_VALUE) ? Measure.HEATING_VALUE : Measure.FRACTION;
        double most = bounds.number("most", measure, Double.MAX_VALUE);
        double least = bounds.number("least", measure, 0);
        if (bounds.has("most")) {
            asked.add(new Limit(name, false, most));
        }
        if (bounds.has("least")) {
            asked.add(new Limit(name, true, least));
        }
        if (least > most && bounds.scope().findings().sound(bounds.spot().path())) {
            bounds.report(
                    FindingCode.LIMITS_EXCLUDE_ALL,
                    bounds.spot(),
                    "Of " + bounds.spot().name() + " the least is above the most.",
                    "Maybe they are swapped?");
        }
        bounds.done();
    }

    /** How the ratio of an accepted material falls each time that it comes round. */
    void accepted(Part need, String material, Fields fields) {
        double kept = fields.number("per-loop", Measure.KEPT, 1);
        if (fields.has("per-loop")) {
            keptByLoop.computeIfAbsent(need, any -> new TreeMap<>()).put(material, kept);
        }
    }

    /** Whether a store is a pile. */
    void store(Fields fields) {
        if (fields.flag("mix", false)) {
            piles.add(partAt(Part.Kind.STREAM, fields));
        }
    }

    /** The layer as a whole; reports what it asks of substances that nothing contains. */
    Substances read(Scope scope) {
        mentioned.forEach((spot, name) -> {
            if (!known.contains(name)
                    && !OF_WET_MASS.contains(name)
                    && scope.findings().sound("materials")
                    && scope.findings().soundInAll("actors", "generates")) {
                scope.report(
                        FindingCode.UNKNOWN_SUBSTANCE,
                        spot,
                        "Nothing in the lab is said to contain '" + name + "'.",
                        known.isEmpty()
                                ? "Say how much of it there is: materials: { fly-ash: { composition: { " + name
                                        + ": 2 % } } }."
                                : Suggestion.maybe(name, List.copyOf(known)));
            }
        });
        boolean sound = !scope.findings().haveErrors();
        return !sound
                ? Substances.NONE
                : new Substances(
                        List.copyOf(known), streams, transfers, limits, blending, halfLives, keptByLoop, piles);
    }
}
