package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Actor;
import org.circlab.model.Borders;
import org.circlab.model.Composition;
import org.circlab.model.Exchange;
import org.circlab.model.Lab;
import org.circlab.model.Limit;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Part;
import org.circlab.model.Permits;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.network.Gate;
import org.circlab.simulation.SubstancesTest.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No pair between which a gate is closed ever trades: each flow of the ledger is asked anew what the law and receivers say. */
class ClosedGatesTest {

    private static final String[] CODES = {"10 01 02", "17 01 02", "20 01 08", "20 03 01"};
    private static final String[] COUNTRIES = {"SI", "HR", "BA"};

    /** A nasty lab whose actors have permits, countries and limits at random; the sink takes everything from everybody. */
    private static Lab gated(long seed) {
        Random random = new Random(seed * 65537 + 11);
        TinyLab lab = RandomLabs.of(seed);
        List<Actor> actors = lab.lab().actors();
        for (int i = 0; i < RandomLabs.WASTES.size(); i++) {
            String waste = RandomLabs.WASTES.get(i);
            lab.code(waste, CODES[i]);
            Material.Status[] statuses = Material.Status.values();
            lab.legal(
                    waste,
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0 ? statuses[random.nextInt(4)] : Material.Status.WASTE);
        }
        Layer layer = new Layer();
        for (Actor actor : actors) {
            if (!actor.id().startsWith("a")) {
                continue;
            }
            if (random.nextBoolean()) {
                lab.permits(actor.id(), permits(random));
            }
            lab.country(actor.id(), COUNTRIES[random.nextInt(3)]);
            actor.generates()
                    .forEach(arising -> layer.stream(actor.id(), arising.material(), random.nextInt(7) / 10.0, 0, 0.1));
            actor.lines().forEach(own -> limit(layer, Part.Kind.LINE, actor.id(), own.id(), random));
            actor.needs().forEach(own -> limit(layer, Part.Kind.NEED, actor.id(), own.id(), random));
        }
        lab.borders(Map.of("SI-HR", Borders.Rule.BAN));
        return lab.substances(layer.build()).lab();
    }

    private static void limit(Layer layer, Part.Kind kind, String actor, String id, Random random) {
        if (random.nextInt(3) == 0) {
            layer.limit(kind, actor, id, "salt", random.nextInt(3) == 0, 0.35);
        }
    }

    private static Permits permits(Random random) {
        Set<String> codes = new HashSet<>();
        Set<Operation> operations = new HashSet<>(List.of(Operation.D1));
        Stream.of(CODES).filter(code -> random.nextBoolean()).forEach(codes::add);
        Stream.of(Operation.R1, Operation.R5)
                .filter(each -> random.nextInt(3) > 0)
                .forEach(operations::add);
        Set<Material.Status> statuses = random.nextInt(3) > 0
                ? Set.of()
                : EnumSet.of(Material.Status.WASTE, Material.Status.values()[random.nextInt(4)]);
        return new Permits(
                random.nextInt(3) == 0 ? Set.of() : codes,
                random.nextInt(3) == 0 ? Set.of() : operations,
                random.nextBoolean(),
                statuses);
    }

    /** What the law, borders, distance and limits say of a flow, asked of the lab as it was written. */
    private record Question(Lab lab, Actor from, Actor to, Material material, boolean arises, Operation operation) {

        /** The gates that are closed, for each receiver at the actor that takes the material for the operation. */
        List<Set<Gate>> closed() {
            List<Set<Gate>> closed = new ArrayList<>();
            for (Line line : to.lines()) {
                if (line.recipe().takes().contains(material.id())
                        && line.recipe().operation() == operation) {
                    closed.add(closed(Part.Kind.LINE, line.id(), line.withinKilometres()));
                }
            }
            for (Need need : to.needs()) {
                need.accepts().stream()
                        .filter(accepted -> accepted.material().equals(material.id()) && need.operation() == operation)
                        .forEach(
                                accepted -> closed.add(closed(Part.Kind.NEED, need.id(), accepted.withinKilometres())));
            }
            return closed;
        }

        private Set<Gate> closed(Part.Kind kind, String id, double within) {
            Set<Gate> closed = new HashSet<>();
            Permits permits = to.permits();
            boolean isWaste = material.status() == Material.Status.WASTE;
            boolean minds = isWaste || material.status() == Material.Status.PRODUCT;
            if (isWaste
                    && !permits.codes().isEmpty()
                    && !material.lowCode().isEmpty()
                    && !permits.codes().contains(material.lowCode())) {
                closed.add(Gate.PERMIT);
            }
            if (minds
                    && !permits.operations().isEmpty()
                    && !permits.operations().contains(operation)) {
                closed.add(Gate.PERMIT);
            }
            if (isWaste && material.hazardous() && !permits.hazardous()) {
                closed.add(Gate.HAZARDOUS);
            }
            if (!permits.statuses().isEmpty() && !permits.statuses().contains(material.status())) {
                closed.add(Gate.STATUS);
            }
            if (isWaste && lab.countryOf(from).equals("SI") && lab.countryOf(to).equals("HR")) {
                closed.add(Gate.BORDER);
            }
            if (kilometres() > within) {
                closed.add(Gate.DISTANCE);
            }
            if (arises && isBeyond(new Part(kind, to.id(), id))) {
                closed.add(Gate.COMPOSITION);
            }
            return closed;
        }

        /** By whatever mode is shortest, since the flow does not say by which it went. */
        private double kilometres() {
            return from.equals(to)
                    ? 0
                    : Stream.of("truck", "rail")
                            .map(mode -> lab.distances().between(mode, from.id(), to.id()))
                            .mapToDouble(way -> way.orElse(Double.POSITIVE_INFINITY))
                            .min()
                            .orElseThrow();
        }

        private boolean isBeyond(Part receiver) {
            Part stream = new Part(Part.Kind.STREAM, from.id(), material.id());
            double salt = lab.substances()
                    .streams()
                    .getOrDefault(stream, Composition.UNKNOWN)
                    .fractions()
                    .getOrDefault("salt", 0.0);
            for (Limit limit : lab.substances().limits().getOrDefault(receiver, List.of())) {
                if (limit.atLeast() ? salt < limit.value() : salt > limit.value()) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Question question(Run run, Flow flow) {
        Lab lab = run.lab().lab();
        Flow.Route route = flow.route();
        return new Question(
                lab,
                lab.actors().get(route.from()),
                lab.actors().get(route.to()),
                lab.materials().get(route.material()),
                route.origin() == null,
                Objects.requireNonNull(route.operation()));
    }

    @ParameterizedTest
    @MethodSource("org.circlab.simulation.LabLawsTest#handfuls")
    void whatIsExchangedGoesToAReceiverToWhomAllGatesAreOpen(long first) {
        LabLawsTest.each(first, seed -> {
            Run run = Run.of(gated(seed), seed, 1);
            for (Run.Month month : run.months()) {
                for (Flow flow : month.flows()) {
                    if (flow.route().channel() == Channel.EXCHANGE && flow.grams() > 0) {
                        assertThat(question(run, flow).closed())
                                .as("%s", flow.route())
                                .anyMatch(Set::isEmpty);
                    }
                }
            }
        });
    }

    /** The law would hold of labs in which nothing is traded, or nothing closed. */
    @Test
    void theLabsTradeAndEachGateIsClosedToSomeWhoWouldHaveTraded() {
        int trading = 0;
        Map<Gate, Integer> closed = new EnumMap<>(Gate.class);
        for (long seed = 0; seed < 120; seed++) {
            Run run = Run.of(gated(seed), seed, 1);
            trading += run.tonnes(Channel.EXCHANGE) > 0 ? 1 : 0;
            Run free = Run.of(RandomLabs.of(seed).lab(), seed, 1);
            for (Flow flow : free.accounts().flows()) {
                if (flow.route().channel() == Channel.EXCHANGE) {
                    Lab lab = run.lab().lab();
                    Flow.Route route = flow.route();
                    Question asked = new Question(
                            lab,
                            lab.actors().get(route.from()),
                            lab.actors().get(route.to()),
                            lab.materials().get(route.material()),
                            route.origin() == null,
                            Objects.requireNonNull(route.operation()));
                    asked.closed().forEach(gates -> gates.forEach(gate -> closed.merge(gate, 1, Integer::sum)));
                }
            }
        }
        assertThat(trading).isGreaterThan(60);
        for (Gate gate : List.of(Gate.PERMIT, Gate.HAZARDOUS, Gate.STATUS, Gate.BORDER, Gate.COMPOSITION)) {
            assertThat(closed.getOrDefault(gate, 0)).as(gate.word()).isGreaterThan(20);
        }
    }

    /** Haulage and fee of what is exchanged are no more, a tonne, than those and the tax of any tip, to a millionth of a euro. */
    @Test
    void byTheCheapestNothingIsExchangedThatWouldBeCheaperToDisposeOf() {
        int traded = 0;
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            TinyLab lab = TinyLab.of()
                    .window("2025-01-01", 60)
                    .truck(0.1, 0)
                    .policy(Timed.constant(random.nextInt(30)), Timed.constant(0), 0)
                    .exchange(Exchange.Rule.CHEAPEST, random.nextInt(2) * 3);
            double tax =
                    lab.lab().policy().landfillTaxEurosPerTonne().steps().get(0).value();
            double[] disposal = {1e9, 1e9, 1e9};
            for (int tip = 0; tip < 2; tip++) {
                int fee = random.nextInt(60);
                lab.site("tip" + tip, site("cell", "ash").fee(fee).taxed());
                for (int donor = 0; donor < 3; donor++) {
                    int km = random.nextInt(300);
                    lab.km("donor" + donor, "tip" + tip, km);
                    disposal[donor] = Math.min(disposal[donor], fee + tax + 0.1 * km);
                }
            }
            for (int donor = 0; donor < 3; donor++) {
                lab.donor(
                        "donor" + donor,
                        stream("ash").mean(Timed.constant(3000)).spread(new Spread.Gamma(0.5)));
                for (int mill = 0; mill < 3; mill++) {
                    lab.km("donor" + donor, "mill" + mill, random.nextInt(300));
                }
            }
            for (int mill = 0; mill < 3; mill++) {
                lab.line(
                        "mill" + mill,
                        line("grinding", "ash").capacity(5).store(90).fee("ash", random.nextInt(90)));
            }
            Run run = Run.of(lab);
            for (Flow flow : run.accounts().flows()) {
                if (flow.route().channel() == Channel.EXCHANGE) {
                    int donor = run.chart().parties().get(flow.route().from()).charAt(5) - '0';
                    double paid =
                            (flow.cost(PaymentKind.HAULAGE) + flow.cost(PaymentKind.GATE_FEE)) / (double) flow.grams();
                    assertThat(paid).as("seed %d", seed).isLessThanOrEqualTo(disposal[donor] + 1e-6);
                    traded++;
                }
            }
        }
        assertThat(traded).isGreaterThan(100);
    }
}
