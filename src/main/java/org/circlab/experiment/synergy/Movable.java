package org.circlab.experiment.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.circlab.experiment.search.Numbers;
import org.circlab.experiment.search.Scale;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Policy;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Outlet;

/**
 * A value of the scenario on which it may depend whether a synergy pays.
 *
 * @param kind what it is
 * @param path where it stands
 * @param now what stands there, for people
 * @param down from the value there, or the least of dated ones, to the lowest that is tried
 * @param up from the value there, or the most of dated ones, to the highest that is tried
 * @param isDated whether the value changes at dates, so that neither end of the scales is what is there now
 */
record Movable(BreakEven.Kind kind, String path, String now, Scale down, Scale up, boolean isDated) {

    private static final double DEAREST = 1000;
    private static final double FIRST_STEP = 4;
    private static final double LONGEST_KILOMETRES = 2000;
    private static final double FURTHER = 10;

    /** What there is to be moved for a synergy of a network. */
    static List<Movable> of(ExchangeNetwork network, Synergy synergy) {
        List<Movable> movables = new ArrayList<>();
        Policy policy = network.lab().policy();
        movables.add(
                price(BreakEven.Kind.LANDFILL_TAX, "policy.landfill-tax", policy.landfillTaxEurosPerTonne(), "EUR/t"));
        movables.add(price(
                BreakEven.Kind.CARBON_PRICE, "policy.carbon-price", policy.carbonPriceEurosPerTonne(), "EUR/tCO2e"));
        needs(network.lab(), synergy)
                .forEach((path, price) -> movables.add(price(BreakEven.Kind.VIRGIN_PRICE, path, price, "EUR/t")));
        distance(network, synergy).ifPresent(movables::add);
        return movables;
    }

    /** The value from which a scale begins. */
    String first(Scale scale) {
        return scale.text(Numbers.plain(scale.from()));
    }

    /** The lowest value that is tried. */
    String lowest() {
        return down.text(Numbers.plain(down.to()));
    }

    /** The highest value that is tried. */
    String highest() {
        return up.text(Numbers.plain(up.to()));
    }

    private static Movable price(BreakEven.Kind kind, String path, Timed price, String unit) {
        double least =
                price.steps().stream().mapToDouble(Timed.Step::value).min().orElse(0);
        double most =
                price.steps().stream().mapToDouble(Timed.Step::value).max().orElse(0);
        boolean isDated = price.steps().size() > 1;
        String now = isDated ? Numbers.plain(least) + " to " + Numbers.plain(most) : Numbers.plain(least);
        return new Movable(
                kind,
                path,
                now + " " + unit,
                new Scale(least, 0, Math.min(FIRST_STEP, least / 4), true, unit),
                new Scale(most, most + DEAREST, FIRST_STEP, true, unit),
                isDated);
    }

    /** How far it is now, and how far it might be. */
    private static Optional<Movable> distance(ExchangeNetwork network, Synergy synergy) {
        int donor = network.actor(synergy.donor());
        int receiver = network.actor(synergy.receiver());
        int material = network.material(synergy.material());
        for (int o = network.firstOutlet(donor); o < network.firstOutlet(donor + 1); o++) {
            Outlet outlet = network.outlets().get(o);
            if (outlet.material() == material) {
                double kilometres = network.kilometres(outlet, receiver);
                String mode = network.carrier(outlet).mode().id();
                return Optional.of(new Movable(
                        BreakEven.Kind.DISTANCE,
                        "distances." + synergy.donor() + "." + synergy.receiver() + "." + mode,
                        Numbers.plain(kilometres) + " km",
                        new Scale(kilometres, 0, kilometres / 4, true, "km"),
                        new Scale(
                                kilometres,
                                Math.max(LONGEST_KILOMETRES, FURTHER * kilometres),
                                Math.max(1, kilometres / 4),
                                true,
                                "km"),
                        false));
            }
        }
        return Optional.empty();
    }

    /** The prices of what it takes the place of, by path: of needs that it meets, at once or by what is made of it. */
    private static SortedMap<String, Timed> needs(Lab lab, Synergy synergy) {
        SortedMap<String, Timed> paths = new TreeMap<>();
        Set<String> made = new TreeSet<>();
        for (Actor actor : lab.actors()) {
            if (actor.id().equals(synergy.receiver())) {
                addNeeds(actor, Set.of(synergy.material()), paths);
                actor.lines().stream()
                        .map(Line::recipe)
                        .filter(recipe -> recipe.takes().contains(synergy.material()))
                        .forEach(recipe -> recipe.outputs().stream()
                                .map(Recipe.Output::material)
                                .forEach(made::add));
            }
        }
        lab.actors().forEach(actor -> addNeeds(actor, made, paths));
        return paths;
    }

    private static void addNeeds(Actor actor, Set<String> materials, Map<String, Timed> paths) {
        for (Need need : actor.needs()) {
            if (need.accepts().stream().anyMatch(each -> materials.contains(each.material()))) {
                paths.put(
                        "actors." + actor.id() + ".needs." + need.id() + ".virgin.price",
                        need.virginPriceEurosPerTonne());
            }
        }
    }
}
