package org.circlab.experiment.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.circlab.experiment.search.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which values are tried, and from where to where. */
class LeversTest {

    @TempDir
    Path folder;

    private List<Lever> levers(String... sets) {
        Course course = new Rerun(Yard.with(folder, sets).labs(), 1).unchanged();
        Funnel.Row row = course.funnel().rows().stream()
                .filter(each -> each.unmatchedGrams() > 0)
                .findFirst()
                .orElseThrow();
        return Levers.of(course, row);
    }

    private static List<String> paths(List<Lever> levers) {
        return levers.stream().map(Lever::path).toList();
    }

    private static Scale scale(List<Lever> levers, String path) {
        return levers.stream()
                .filter(lever -> lever.path().equals(path))
                .map(Lever::scale)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void behindAGateOfLawOnlyThatGateHasLevers() {
        assertThat(paths(levers("actors.kiln.permits={ operations: [R1] }")))
                .containsExactly("actors.kiln.permits.codes", "actors.kiln.permits.operations", "actors.kiln.permits");
    }

    /** By law a product may cross, whatever is banned for waste. */
    @Test
    void aBorderIsNoLeverForWhatIsNoWaste() {
        String[] abroad = {"actors.kiln.country=BA", "policy.borders={ SI-BA: ban }"};
        assertThat(paths(levers(abroad[0], abroad[1]))).containsExactly("policy.borders.SI-BA");
        assertThat(paths(levers(
                        abroad[0], abroad[1], "materials.ash.status=product", "actors.kiln.runs.line.capacity=4 t/d")))
                .contains("actors.kiln.runs.line.capacity")
                .doesNotContain("policy.borders.SI-BA");
    }

    /** Ash costs works 99 EUR/t, so that sand is not met for its price, and nobody asks for room or more ash. */
    @Test
    void whereANeedIsClosedByThePriceNobodyLooksForRoomOrSupply() {
        Course course = new Rerun(
                        Yard.with(
                                        folder,
                                        "actors.works={ needs: { sand: { mean: 9 kt/yr, store: 10 t, accepts: { ash: { ratio: 1, gate-fee: 99 EUR/t } } } } }",
                                        "actors.kiln.runs.line.gate-fee=900 EUR/t",
                                        "actors.plant.stores={ ash: { capacity: 10 t } }")
                                .labs(),
                        1)
                .unchanged();
        Funnel.Row sand = course.funnel().rows().stream()
                .filter(row -> row.subject().side() == Subject.Side.NEED)
                .findFirst()
                .orElseThrow();
        assertThat(paths(Levers.of(course, sand)))
                .containsExactly(
                        "haulage.truck.cost",
                        "haulage.truck.cost",
                        "actors.works.needs.sand.accepts.ash.gate-fee",
                        "policy.landfill-tax");
    }

    @Test
    void whereThePriceIsTooHighNobodyLooksForRoom() {
        assertThat(paths(levers("actors.tip.disposes.cell.fee=1 EUR/t")))
                .containsExactly(
                        "haulage.truck.cost",
                        "haulage.truck.cost",
                        "actors.kiln.runs.line.gate-fee",
                        "policy.landfill-tax");
    }

    @Test
    void whereThereIsNoRoomAllIsTriedThatStandsBefore() {
        List<Lever> levers = levers("actors.kiln.runs.line.capacity=4 t/d", "actors.kiln.runs.line.store=10 t");
        assertThat(paths(levers)).contains("actors.kiln.runs.line.capacity", "actors.kiln.runs.line.store");
        assertThat(paths(levers)).contains("actors.kiln.runs.line.gate-fee");
        assertThat(scale(levers, "actors.kiln.runs.line.capacity").from()).isEqualTo(4);
        assertThat(scale(levers, "actors.kiln.runs.line.store").to()).isEqualTo(4 * 365.25);
    }

    @Test
    void whatTheLabOrAHurdleAsksForIsWorthALever() {
        List<Lever> levers = levers(
                "actors.works={ hurdle: 50 EUR/t, needs: { sand: { mean: 9 kt/yr, virgin: { price: 9 EUR/t }, accepts: { ash: { ratio: 1 } } } } }",
                "actors.kiln.runs.line.gate-fee=900 EUR/t",
                "haulage={ truck: { cost: 0.1 EUR/tkm }, modes: { rail: { payload: 1 kt, cost: 0.05 EUR/tkm, speed: 30 km/h, detour: 1 } } }",
                "actors.plant.generates.ash.by=rail");
        assertThat(paths(levers))
                .contains(
                        "haulage.modes.rail.cost",
                        "actors.works.hurdle",
                        "actors.works.needs.sand.virgin.price",
                        "actors.works.needs.sand.accepts.ash.gate-fee",
                        "policy.carbon-price")
                .doesNotContain("haulage.truck.cost");
        assertThat(levers.stream()
                        .filter(lever -> lever.path().endsWith("ash.gate-fee"))
                        .map(Lever::isRising))
                .containsExactly(false, true);
    }

    @Test
    void aFeeByMaterialIsSetByMaterial() {
        List<Lever> levers = levers(
                "materials.mud={ code: \"17 05 06\" }",
                "processes.baking.takes=[ash, mud]",
                "actors.kiln.runs.line.gate-fee={ ash: { 2025-01-01: 90 EUR/t, 2025-03-01: 80 EUR/t }, mud: 5 EUR/t }");
        assertThat(paths(levers)).contains("actors.kiln.runs.line.gate-fee.ash");
        assertThat(scale(levers, "actors.kiln.runs.line.gate-fee.ash").from()).isEqualTo(90);
    }

    @Test
    void ofManyReceiversThoseThatCameFurthestAndTheNearest() {
        StringBuilder actors = new StringBuilder("actors={ ");
        StringBuilder distances = new StringBuilder("distances={ plant: { kiln: 50 km, tip: 1 km, works: 30 km");
        for (int i = 0; i < 9; i++) {
            actors.append(
                    "k%d: { runs: { l: { process: baking, capacity: 1 t/d, gate-fee: 99 EUR/t } } }, ".formatted(i));
            distances.append(", k%d: %d km".formatted(i, 90 - i));
        }
        List<String> paths =
                paths(levers(actors + "works: {} }", distances + " } }", "actors.kiln.runs.line.gate-fee=99 EUR/t"));
        assertThat(paths.stream().filter(path -> path.endsWith(".gate-fee")))
                .containsExactly(
                        "actors.kiln.runs.line.gate-fee", "actors.k8.runs.l.gate-fee", "actors.k7.runs.l.gate-fee");
    }

    @Test
    void aChangeIsRunOnceWhoeverAsks() {
        Rerun rerun = new Rerun(
                Yard.with(folder, "actors.tip.disposes.cell.fee=1 EUR/t").labs(), 1);
        Course course = rerun.unchanged();
        Subject ash = new Subject(Subject.Side.OFFER, "plant", "ash", "");
        Trials trials = new Trials(rerun, course, List.of(ash));
        assertThat(trials.gain(ash, "policy.landfill-tax=999 EUR/t")).isEqualTo(3_640_000_000L);
        assertThat(trials.gain(ash, "policy.landfill-tax=999 EUR/t")).isEqualTo(3_640_000_000L);
        assertThat(trials.gain(ash, "policy.landfill-tax=999 km")).isEqualTo(Long.MIN_VALUE);
        assertThat(trials.gain(ash, "actors.nobody.hurdle=1 EUR/t")).isEqualTo(Long.MIN_VALUE);
        assertThat(rerun.runs()).isEqualTo(2);
    }
}
