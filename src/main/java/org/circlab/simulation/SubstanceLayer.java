package org.circlab.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.circlab.model.Arising;
import org.circlab.model.Composition;
import org.circlab.model.DisposalSite;
import org.circlab.model.Lab;
import org.circlab.model.Limit;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.model.Recipe;
import org.circlab.model.Substances;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/**
 * The layer of substances in dense arrays. What a gram of wet mass contains is a row of numbers, one for each property: water,
 * heating value, times through a line, then the substances. All of them mix by mass. Immutable; threads share it.
 */
final class SubstanceLayer {

    static final int MOISTURE = 0;
    static final int HEATING_VALUE = 1;
    static final int LOOPS = 2;
    private static final int FIRST_SUBSTANCE = 3;

    private static final double LN_2 = 0.6931471805599453;

    private final Substances substances;
    private final int properties;
    /** By outlet: what arises there. */
    private final double[][] arising;
    /** By material and property: what decays in a millisecond; null where nothing of the material does. */
    private final double[][] decay;
    /** By inlet: what is asked; empty for nothing. */
    private final Bound[][] bounds;

    private final boolean[] blends;
    /** By inlet of a line and property: where the input goes, outputs first, then air and water; null for where the mass goes. */
    private final double[][][] transfers;

    private final boolean limited;
    private final boolean blended;

    /**
     * A limit as an inequality that is linear in the content of a gram: {@code sign x (content - value x (dry part))} is at most
     * 0, where the dry part is 1 for properties of the wet mass.
     */
    record Bound(int property, double sign, double value, boolean ofDryMatter) {

        /** How far a gram of this content is beyond the limit; at most 0 where it keeps it. */
        double excess(double[] content, int from) {
            double basis = ofDryMatter ? 1 - content[from + MOISTURE] : 1;
            return sign * (content[from + property] - value * basis);
        }
    }

    SubstanceLayer(Lab lab, ExchangeNetwork network) {
        this.substances = lab.substances();
        this.properties =
                substances.isEmpty() ? 0 : FIRST_SUBSTANCE + substances.names().size();
        List<Outlet> outlets = network.outlets();
        List<Inlet> inlets = network.inlets();
        this.arising = new double[outlets.size()][];
        for (int outlet = 0; outlet < arising.length; outlet++) {
            arising[outlet] = arising(lab, outlets.get(outlet));
        }
        this.decay = lab.materials().stream()
                .map(material -> decay(substances.halfLives().getOrDefault(material.id(), Map.of())))
                .toArray(double[][]::new);
        this.bounds = new Bound[inlets.size()][];
        this.blends = new boolean[inlets.size()];
        this.transfers = new double[inlets.size()][][];
        boolean any = false;
        boolean anyBlends = false;
        for (int inlet = 0; inlet < bounds.length; inlet++) {
            Part part = part(lab, inlets.get(inlet));
            bounds[inlet] = substances.limits().getOrDefault(part, List.of()).stream()
                    .map(this::bound)
                    .toArray(Bound[]::new);
            blends[inlet] = bounds[inlet].length > 0 && substances.blending().contains(part);
            any |= bounds[inlet].length > 0 && !inlets.get(inlet).isFinal();
            anyBlends |= blends[inlet];
            Line line = inlets.get(inlet).line();
            if (line != null) {
                transfers[inlet] = transfers(line.recipe());
            }
        }
        this.limited = any;
        this.blended = anyBlends;
    }

    private static Part part(Lab lab, Inlet inlet) {
        Line line = inlet.line();
        Need need = inlet.need();
        DisposalSite site = inlet.site();
        String actor = inlet.outside() == null ? lab.actors().get(inlet.actor()).id() : "";
        if (line != null) {
            return new Part(Part.Kind.LINE, actor, line.id());
        }
        if (need != null) {
            return new Part(Part.Kind.NEED, actor, need.id());
        }
        return site != null ? new Part(Part.Kind.SITE, actor, site.id()) : Part.LAB;
    }

    private double[] arising(Lab lab, Outlet outlet) {
        double[] content = new double[properties];
        Arising stream = outlet.arising();
        if (stream != null && properties > 0) {
            String actor = lab.actors().get(outlet.actor()).id();
            Part part = new Part(Part.Kind.STREAM, actor, stream.material());
            Composition composition = substances.streams().getOrDefault(part, Composition.UNKNOWN);
            content[MOISTURE] = composition.moisture();
            content[HEATING_VALUE] = composition.gigajoulesPerTonne();
            composition
                    .fractions()
                    .forEach((name, fraction) -> content[property(name)] = fraction * (1 - composition.moisture()));
        }
        return content;
    }

    private double[] decay(Map<String, Double> halfLives) {
        double[] rates = new double[halfLives.isEmpty() ? 0 : properties];
        halfLives.forEach((name, millis) -> rates[property(name)] = LN_2 / millis);
        return rates;
    }

    private Bound bound(Limit limit) {
        int property = property(limit.of());
        return new Bound(property, limit.atLeast() ? -1 : 1, limit.value(), property >= FIRST_SUBSTANCE);
    }

    private double[][] transfers(Recipe recipe) {
        Map<String, Map<String, Double>> named = substances.transfers().getOrDefault(recipe.id(), Map.of());
        double[][] shares = new double[properties][];
        int outputs = recipe.outputs().size();
        double[] asMass = new double[outputs + 2];
        for (int i = 0; i < outputs; i++) {
            asMass[i] = recipe.outputs().get(i).share();
        }
        asMass[outputs] = recipe.lossToAir();
        asMass[outputs + 1] = recipe.lossToWater();
        normalise(asMass);
        for (int property = 0; property < properties; property++) {
            shares[property] = asMass;
        }
        named.forEach((name, byDestination) -> {
            double[] own = new double[outputs + 2];
            for (int i = 0; i < outputs; i++) {
                own[i] = byDestination.getOrDefault(recipe.outputs().get(i).material(), 0.0);
            }
            own[outputs] = byDestination.getOrDefault(Substances.AIR, 0.0);
            own[outputs + 1] = byDestination.getOrDefault(Substances.WATER, 0.0);
            normalise(own);
            shares[property(name)] = own;
        });
        return shares;
    }

    /** Makes shares add up to 1 as nearly as numbers can. */
    private static void normalise(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / sum);
    }

    /** Index of a property by its name. */
    private int property(String name) {
        return switch (name) {
            case Substances.MOISTURE -> MOISTURE;
            case Substances.HEATING_VALUE -> HEATING_VALUE;
            default -> FIRST_SUBSTANCE + substances.names().indexOf(name);
        };
    }

    /** How many properties a gram has; 0 where nothing is known of any material. */
    int properties() {
        return properties;
    }

    /** What a gram contains that arises at an outlet. */
    double[] arising(int outlet) {
        return arising[outlet];
    }

    /** What decays of each property in a millisecond; empty where nothing of the material does. */
    double[] decay(int material) {
        return decay[material];
    }

    /** Whether any receiver on the exchange asks anything. */
    boolean isLimited() {
        return limited;
    }

    /** Whether any inlet blends. */
    boolean isBlended() {
        return blended;
    }

    Bound[] bounds(int inlet) {
        return bounds[inlet];
    }

    boolean blends(int inlet) {
        return blends[inlet];
    }

    /** Where a property goes that a line takes in: the share of each output, then of air and water. */
    double[] transfer(int inlet, int property) {
        return transfers[inlet][property];
    }

    /** The part of a ratio that is left after each time through a line. */
    double keptByLoop(Part need, String material) {
        return substances.keptByLoop().getOrDefault(need, Map.of()).getOrDefault(material, 1.0);
    }

    /** Whether a store mixes what is put in it. */
    boolean isPile(String actor, String material) {
        return substances.piles().contains(new Part(Part.Kind.STREAM, actor, material));
    }
}
