package org.circlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.circlab.model.Actor;
import org.circlab.model.Borders;
import org.circlab.model.Exchange;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Permits;
import org.junit.jupiter.api.Test;

/** The gates that never change, against the records of hundreds of labs, each of which closes some of them. */
class GatesTest {

    private static final int LABS = 400;
    private static final List<String> COUNTRIES = List.of("SI", "HR", "BA", "RS", "");
    private static final Borders BORDERS = new Borders(Map.of(
            "EU-non-EU",
            Borders.Rule.BAN,
            "SI-BA",
            new Borders.Rule(false, 60_000),
            "BA-EU",
            Borders.Rule.BAN,
            "non-EU-HR",
            Borders.Rule.FREE));

    /** A random lab with hazards, statuses, countries and reaches of its own. */
    private static Lab lab(long seed) {
        Lab lab = NetworkLab.random(seed);
        Random random = new Random(seed * 31 + 7);
        List<Material> materials = lab.materials().stream()
                .map(material -> new Material(
                        material.id(),
                        material.name(),
                        material.lowCode(),
                        random.nextBoolean(),
                        Material.Status.values()[random.nextInt(4)],
                        List.of()))
                .toList();
        List<Actor> actors =
                lab.actors().stream().map(actor -> changed(actor, random)).toList();
        return new Lab(
                lab.id(),
                lab.name(),
                lab.region(),
                lab.horizon(),
                materials,
                actors,
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy().with(BORDERS),
                lab.exchange(),
                lab.substances(),
                lab.events(),
                lab.sources(),
                lab.indicators());
    }

    private static Actor changed(Actor actor, Random random) {
        Set<Material.Status> statuses = random.nextInt(4) > 0
                ? Set.of()
                : EnumSet.of(Material.Status.values()[random.nextInt(4)], Material.Status.WASTE);
        Permits permits =
                new Permits(actor.permits().codes(), actor.permits().operations(), random.nextInt(3) > 0, statuses);
        double within = random.nextBoolean() ? Double.POSITIVE_INFINITY : 120 * random.nextDouble();
        List<Need> needs = actor.needs().stream()
                .map(need -> new Need(
                        need.id(),
                        need.meanTonnesPerYear(),
                        need.every(),
                        need.spread(),
                        null,
                        null,
                        need.virginPriceEurosPerTonne(),
                        0,
                        need.accepts().stream().map(each -> each.within(within)).toList(),
                        need.operation(),
                        0,
                        need.source()))
                .toList();
        return new Actor(
                        actor.id(),
                        actor.name(),
                        actor.nace(),
                        actor.place(),
                        permits,
                        actor.prefers(),
                        actor.generates(),
                        actor.stores(),
                        actor.lines().stream().map(line -> line.within(within)).toList(),
                        needs,
                        actor.sites())
                .in(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
    }

    /** What closes the way, worked out from the records alone. */
    private static Optional<Gate> expected(Lab lab, Outlet outlet, Inlet inlet, double kilometres) {
        Material material = lab.materials().get(outlet.material());
        Actor donor = lab.actors().get(outlet.actor());
        Actor receiver = lab.actors().get(inlet.actor());
        Permits permits = receiver.permits();
        boolean waste = material.status() == Material.Status.WASTE;
        boolean exempt = !waste && material.status() != Material.Status.PRODUCT;
        boolean code = !waste
                || permits.codes().isEmpty()
                || material.lowCode().isEmpty()
                || permits.codes().contains(material.lowCode());
        boolean operation =
                permits.operations().isEmpty() || permits.operations().contains(inlet.operation());
        double within = inlet.accepts(material.id()) ? reach(inlet) : Double.POSITIVE_INFINITY;
        Map<Gate, Boolean> open = Map.of(
                Gate.MATERIAL, inlet.accepts(material.id()),
                Gate.PERMIT, exempt || (code && operation),
                Gate.HAZARDOUS, !waste || !material.hazardous() || permits.hazardous(),
                Gate.STATUS, permits.statuses().isEmpty() || permits.statuses().contains(material.status()),
                Gate.BORDER, !waste || !banned(donor.country(), receiver.country()),
                Gate.DISTANCE, kilometres <= within);
        return new TreeSet<>(open.keySet())
                .stream().filter(gate -> Boolean.FALSE.equals(open.get(gate))).findFirst();
    }

    /** How far an inlet draws from, whose materials have the same reach. */
    private static double reach(Inlet inlet) {
        Need need = inlet.need();
        if (need != null) {
            return need.accepts().get(0).withinKilometres();
        }
        return inlet.line() == null ? Double.POSITIVE_INFINITY : inlet.line().withinKilometres();
    }

    private static boolean banned(String from, String to) {
        return switch (from + ">" + to) {
            case "SI>RS", "HR>BA", "HR>RS", "BA>SI", "BA>HR" -> true;
            default -> false;
        };
    }

    @Test
    void theFirstClosedGateIsNamedAndWaysAreWhereNoneIs() {
        Set<Gate> met = new TreeSet<>();
        for (long seed = 0; seed < LABS; seed++) {
            Lab lab = lab(seed);
            ExchangeNetwork network = ExchangeNetwork.of(lab);
            for (int o = 0; o < network.outlets().size(); o++) {
                List<Integer> ways = new ArrayList<>();
                for (int i = 0; i < network.firstInlet(lab.actors().size()); i++) {
                    Outlet outlet = network.outlets().get(o);
                    Inlet inlet = network.inlets().get(i);
                    double kilometres = network.kilometres(outlet, inlet.actor());
                    Optional<Gate> closed = network.barrier(outlet, inlet).map(Barrier::gate);
                    assertThat(closed).as("seed %d", seed).isEqualTo(expected(lab, outlet, inlet, kilometres));
                    closed.ifPresent(met::add);
                    boolean itself = outlet.line() != null
                            && outlet.line().equals(inlet.line())
                            && outlet.actor() == inlet.actor();
                    if (closed.isEmpty() && !inlet.isFinal() && !itself) {
                        ways.add(i);
                    }
                }
                assertThat(inlets(network.exchange(), o)).as("seed %d", seed).isEqualTo(ways);
            }
        }
        assertThat(met)
                .containsExactly(Gate.MATERIAL, Gate.PERMIT, Gate.HAZARDOUS, Gate.STATUS, Gate.BORDER, Gate.DISTANCE);
        assertThat(met).allMatch(Gate::isStatic);
        assertThat(EnumSet.range(Gate.PRICE, Gate.OUTBID)).noneMatch(Gate::isStatic);
    }

    /** Of the ways of a lab exactly those of the pair in the material close, be it to lines or needs; none to disposal. */
    @Test
    void whoIsKeptApartHasNoWayOfTheExchange() {
        int closed = 0;
        for (long seed = 0; seed < LABS; seed++) {
            Lab lab = lab(seed);
            ExchangeNetwork before = ExchangeNetwork.of(lab);
            Random random = new Random(seed);
            Exchange.Apart pair = new Exchange.Apart(
                    "x",
                    any(lab.actors(), random).id(),
                    any(lab.actors(), random).id(),
                    any(lab.materials(), random).id());
            ExchangeNetwork after = ExchangeNetwork.of(apart(lab, pair));
            for (int o = 0; o < before.outlets().size(); o++) {
                Outlet outlet = before.outlets().get(o);
                boolean concerned = lab.actors().get(outlet.actor()).id().equals(pair.from())
                        && lab.materials().get(outlet.material()).id().equals(pair.material());
                List<Integer> kept = inlets(before.exchange(), o).stream()
                        .filter(i -> !concerned
                                || !lab.actors()
                                        .get(before.inlets().get(i).actor())
                                        .id()
                                        .equals(pair.to()))
                        .toList();
                closed += inlets(before.exchange(), o).size() - kept.size();
                assertThat(inlets(after.exchange(), o)).isEqualTo(kept);
                assertThat(inlets(after.disposal(), o)).isEqualTo(inlets(before.disposal(), o));
                inlets(before.exchange(), o).stream()
                        .filter(i -> !kept.contains(i))
                        .forEach(i -> assertThat(
                                        after.barrier(outlet, after.inlets().get(i)))
                                .get()
                                .extracting(Barrier::gate)
                                .isEqualTo(Gate.MATERIAL));
            }
        }
        assertThat(closed).isGreaterThan(10);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Lab apart(Lab lab, Exchange.Apart pair) {
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
                new Exchange(Exchange.Rule.NEAREST, 0, Exchange.Objective.NET_COST, 0, null, List.of(pair)),
                lab.substances(),
                lab.events(),
                lab.sources(),
                lab.indicators());
    }

    private static List<Integer> inlets(Arcs arcs, int outlet) {
        List<Integer> inlets = new ArrayList<>();
        for (int arc = arcs.first(outlet); arc < arcs.first(outlet + 1); arc++) {
            inlets.add(arcs.inlet(arc));
        }
        return inlets;
    }

    @Test
    void aDistanceIsClosedByWhatIsMissing() {
        int asked = 0;
        for (long seed = 0; seed < LABS; seed++) {
            ExchangeNetwork network = ExchangeNetwork.of(lab(seed));
            for (Outlet outlet : network.outlets()) {
                for (Inlet inlet : network.inlets()) {
                    Optional<Barrier> closed =
                            inlet.outside() != null ? Optional.empty() : network.barrier(outlet, inlet);
                    if (closed.isPresent() && closed.get().gate() == Gate.DISTANCE) {
                        assertThat(closed.get().margin() + reach(inlet))
                                .isCloseTo(network.kilometres(outlet, inlet.actor()), within(1e-9));
                        assertThat(closed.get().unit()).isEqualTo("km");
                        asked++;
                    } else if (closed.isPresent()) {
                        assertThat(closed.get().margin()).isNaN();
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void ofTwoRulesThatOfMoreCountriesPrevailsAndThenThatOfTheCountryThatIsLeft() {
        assertThat(BORDERS.between("SI", "BA")).isEqualTo(new Borders.Rule(false, 60_000));
        assertThat(BORDERS.between("HR", "BA")).isEqualTo(Borders.Rule.BAN);
        assertThat(BORDERS.between("BA", "HR")).isEqualTo(Borders.Rule.BAN);
        assertThat(BORDERS.between("RS", "HR")).isEqualTo(Borders.Rule.FREE);
        assertThat(BORDERS.between("RS", "BA")).isEqualTo(Borders.Rule.FREE);
        assertThat(BORDERS.between("", "BA")).isEqualTo(Borders.Rule.FREE);
    }
}
