package org.circlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Actor;
import org.circlab.model.Disposal;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.jgrapht.Graph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arcs against brute force over the records of the lab. */
class ExchangeNetworkTest {

    private static final int LABS = 60;

    @ParameterizedTest
    @ValueSource(longs = {0, LABS, 2 * LABS, 3 * LABS, 4 * LABS})
    void arcsAreThoseThatBruteForceFinds(long first) {
        for (long seed = first; seed < first + LABS; seed++) {
            Lab lab = NetworkLab.random(seed);
            ExchangeNetwork network = ExchangeNetwork.of(lab);
            assertThat(written(network, network.exchange())).isEqualTo(bruteForce(lab, false));
            assertThat(written(network, network.disposal())).isEqualTo(bruteForce(lab, true));
        }
    }

    @Test
    void whereNothingIsExchangedOnlyFinalTreatmentCanBeReached() {
        for (long seed = 0; seed < LABS; seed++) {
            Lab usual = NetworkLab.random(seed).businessAsUsual();
            ExchangeNetwork network = ExchangeNetwork.of(usual);
            assertThat(written(network, network.exchange())).isEmpty();
            assertThat(written(network, network.disposal())).isEqualTo(bruteForce(usual, true));
        }
    }

    /** Each arc as {@code donor point material>receiver point}, in order. */
    private static List<String> written(ExchangeNetwork network, Arcs arcs) {
        List<String> list = new ArrayList<>();
        for (int o = 0; o < network.outlets().size(); o++) {
            for (int arc = arcs.first(o); arc < arcs.first(o + 1); arc++) {
                Outlet outlet = network.outlets().get(o);
                Inlet inlet = network.inlets().get(arcs.inlet(arc));
                Actor donor = network.lab().actors().get(outlet.actor());
                String point = outlet.line() == null ? "-" : outlet.line().id();
                String material =
                        network.lab().materials().get(outlet.material()).id();
                list.add(donor.id() + " " + point + " " + material + ">" + receiver(network, inlet));
                double length = inlet.outside() != null
                        ? inlet.outside().kilometres()
                        : network.kilometres(outlet, inlet.actor());
                assertThat(arcs.kilometres(arc)).isEqualTo(length);
            }
        }
        return list;
    }

    private static String receiver(ExchangeNetwork network, Inlet inlet) {
        if (inlet.outside() != null) {
            assertThat(inlet.actor()).isEqualTo(network.lab().actors().size());
            return "outside";
        }
        String actor = network.lab().actors().get(inlet.actor()).id();
        Line line = inlet.line();
        return actor + " " + (line != null ? line.id() : inlet.need() != null ? "n" : "s");
    }

    /** Where a way begins. */
    private record Start(Actor donor, @Nullable Line line, String material, Disposal disposal) {}

    private static List<String> bruteForce(Lab lab, boolean toFinalTreatment) {
        List<String> list = new ArrayList<>();
        for (Actor donor : lab.actors()) {
            List<Start> starts = new ArrayList<>();
            donor.generates()
                    .forEach(arising -> starts.add(new Start(donor, null, arising.material(), arising.disposal())));
            donor.lines()
                    .forEach(line -> line.recipe()
                            .outputs()
                            .forEach(output ->
                                    starts.add(new Start(donor, line, output.material(), output.disposal()))));
            starts.forEach(start -> ways(lab, start, toFinalTreatment, list));
        }
        return list;
    }

    private static void ways(Lab lab, Start from, boolean toFinalTreatment, List<String> list) {
        Actor donor = from.donor();
        Line source = from.line();
        String id = from.material();
        Disposal disposal = from.disposal();
        String start = donor.id() + " " + (source == null ? "-" : source.id()) + " " + id + ">";
        Material material = lab.materials().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (toFinalTreatment && disposal instanceof Disposal.Outside) {
            list.add(start + "outside");
            return;
        }
        for (Actor actor : lab.actors()) {
            if (toFinalTreatment) {
                boolean there =
                        !(disposal instanceof Disposal.At at) || at.actor().equals(actor.id());
                if (there
                        && actor.sites().stream()
                                .anyMatch(site -> site.accepts().contains(id))
                        && permitted(actor, material, Operation.D1)) {
                    list.add(start + actor.id() + " s");
                }
                continue;
            }
            for (Line line : actor.lines()) {
                boolean itself = actor.equals(donor) && line.equals(source);
                if (!itself
                        && line.recipe().takes().contains(id)
                        && permitted(actor, material, line.recipe().operation())) {
                    list.add(start + actor.id() + " " + line.id());
                }
            }
            boolean needed = actor.needs().stream()
                    .flatMap(need -> need.accepts().stream())
                    .anyMatch(accepted -> accepted.material().equals(id));
            if (needed && permitted(actor, material, Operation.R5)) {
                list.add(start + actor.id() + " n");
            }
        }
    }

    private static boolean permitted(Actor actor, Material material, Operation operation) {
        boolean code = material.lowCode().isEmpty()
                || actor.permits().codes().isEmpty()
                || actor.permits().codes().contains(material.lowCode());
        return code
                && (actor.permits().operations().isEmpty()
                        || actor.permits().operations().contains(operation));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LABS})
    void theGraphHasTheSameArcs(long first) {
        for (long seed = first; seed < first + LABS; seed++) {
            Lab lab = NetworkLab.random(seed);
            ExchangeNetwork network = ExchangeNetwork.of(lab);
            Graph<String, ExchangeNetwork.Arc> graph = network.graph();
            List<String> drawn = graph.edgeSet().stream()
                    .map(arc -> graph.getEdgeSource(arc) + " " + arc.material() + ">" + graph.getEdgeTarget(arc) + " "
                            + arc.toFinalTreatment() + " " + arc.kilometres())
                    .sorted()
                    .toList();
            List<String> expected = new ArrayList<>();
            listed(network, network.exchange(), false, expected);
            listed(network, network.disposal(), true, expected);
            assertThat(drawn).isEqualTo(expected.stream().sorted().toList());
            assertThat(graph.vertexSet())
                    .containsExactlyElementsOf(
                            lab.actors().stream().map(Actor::id).toList());
        }
    }

    @Test
    void nobodyCanChangeIt() {
        ExchangeNetwork network = ExchangeNetwork.of(NetworkLab.random(1));
        assertThat(network.outlets()).isUnmodifiable();
        assertThat(network.inlets()).isUnmodifiable();
    }

    private static void listed(ExchangeNetwork network, Arcs arcs, boolean toFinalTreatment, List<String> list) {
        Lab lab = network.lab();
        for (int o = 0; o < network.outlets().size(); o++) {
            for (int arc = arcs.first(o); arc < arcs.first(o + 1); arc++) {
                Inlet inlet = network.inlets().get(arcs.inlet(arc));
                if (inlet.outside() == null) {
                    Outlet outlet = network.outlets().get(o);
                    list.add(lab.actors().get(outlet.actor()).id() + " "
                            + lab.materials().get(outlet.material()).id() + ">"
                            + lab.actors().get(inlet.actor()).id() + " " + toFinalTreatment + " "
                            + arcs.kilometres(arc));
                }
            }
        }
    }

    @Test
    void whatIsNotInTheLabIsNamed() {
        ExchangeNetwork network = ExchangeNetwork.of(NetworkLab.random(1));
        assertThat(network.actor("a1")).isEqualTo(1);
        assertThat(network.material("brick")).isEqualTo(1);
        assertThatThrownBy(() -> network.actor("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no actor 'x' in the lab");
        assertThatThrownBy(() -> network.material("y")).hasMessage("there is no material 'y' in the lab");
    }
}
