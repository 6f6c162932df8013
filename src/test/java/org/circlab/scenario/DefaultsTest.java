package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.DistanceTable;
import org.circlab.model.Exchange;
import org.circlab.model.Grade;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.circlab.model.Policy;
import org.circlab.model.Recipe;
import org.circlab.model.Region;
import org.circlab.model.Source;
import org.circlab.model.Spread;
import org.circlab.model.Store;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario means that says no more than it must. */
class DefaultsTest {

    private static final String MINIMAL = """
            circlab: 1
            id: minimal
            name: Minimal
            horizon: { start: 2025-01-01, length: 1 yr }
            materials: { ash: {}, brick: {} }
            processes: { burning: { operation: R5, takes: [ash], yields: { brick: 100 % } } }
            actors:
              a:
                at: [46, 15]
                generates: { ash: { mean: 10 t/yr } }
                stores: { ash: { capacity: 1 t } }
              b:
                at: [46, 16]
                runs:
                  new: { process: burning, capacity: 1 t/d, investment: 1 EUR, life: 1 yr }
                  old: { process: burning, capacity: 1 t/d }
                needs: { sand: { mean: 5 t/yr, accepts: { ash: {} } } }
                disposes:
                  d1: { accepts: [ash, brick], operation: D1, fee: 1 EUR/t }
                  d5: { accepts: [ash], operation: D5, fee: 1 EUR/t }
                  d10: { accepts: [ash], operation: D10, fee: 1 EUR/t }
                  d12: { accepts: [ash], operation: D12, fee: 1 EUR/t }
            contracts: { c: { from: a, to: b, material: ash, volume: 1 t/yr } }
            haulage: { truck: { payload: 10 t, cost: 1 EUR/tkm, speed: 50 km/h }, fleets: { f: { owner: a, trucks: 1 } } }
            """;

    private static final Lab LAB = effective(MINIMAL).lab();

    private static Effective effective(String text) {
        return ScenarioFile.of(Path.of("minimal.yaml"), new SourceText("minimal.yaml", text, true))
                .effective(null, List.of());
    }

    private static Actor actor(int index) {
        return LAB.actors().get(index);
    }

    @Test
    void theFrame() {
        assertThat(LAB.region()).isEqualTo(new Region("", 0));
        assertThat(LAB.policy()).isEqualTo(new Policy(Timed.constant(0), Timed.constant(0), 0));
        assertThat(LAB.exchange()).isEqualTo(Exchange.NONE);
        assertThat(LAB.distances()).isEqualTo(DistanceTable.NONE);
        assertThat(LAB.sources()).isEmpty();
        assertThat(LAB.haulage())
                .isEqualTo(new Haulage(
                        new Haulage.Mode(
                                "truck", 10_000_000, Timed.constant(1), 50, 1.3, 0, Haulage.Handling.NONE, null),
                        List.of(),
                        List.of(new Haulage.Fleet("f", "a", 1, 10_000_000, "truck", null))));
    }

    @Test
    void aModeIsWithoutHandlingAndAFleetCarriesThePayloadOfItsMode() {
        String modes = "modes: { rail: { payload: 1 kt, cost: 0.03 EUR/tkm, speed: 30 km/h } }, fleets: ";
        String text = MINIMAL.replace("fleets: ", modes).replace("trucks: 1 }", "trucks: 1, mode: rail }");
        Haulage haulage = effective(text).lab().haulage();
        assertThat(haulage.modes())
                .containsExactly(new Haulage.Mode(
                        "rail", 1_000_000_000, Timed.constant(0.03), 30, 1.3, 0, Haulage.Handling.NONE, null));
        assertThat(haulage.fleets()).containsExactly(new Haulage.Fleet("f", "a", 1, 1_000_000_000, "rail", null));
        assertThat(haulage.carrier("", "a"))
                .isEqualTo(new Haulage.Carrier(haulage.modes().get(0), 0));
        assertThat(haulage.carrier("", "b")).isEqualTo(new Haulage.Carrier(haulage.truck(), Haulage.Carrier.UNLIMITED));
        assertThat(haulage.carrier("rail", "a").fleet()).isEqualTo(Haulage.Carrier.UNLIMITED);
    }

    @Test
    void whatActorsHave() {
        assertThat(actor(0).name()).isEqualTo("a");
        assertThat(actor(0).nace()).isEmpty();
        assertThat(actor(0).permits()).isEqualTo(Permits.ANY);
        assertThat(actor(0).stores()).containsExactly(new Store("ash", 1_000_000, Long.MAX_VALUE, false));
        assertThat(actor(0).generates())
                .containsExactly(new Arising(
                        "ash",
                        Timed.constant(10),
                        new Interval(86_400_000, new Spread.None()),
                        false,
                        new Spread.None(),
                        null,
                        null,
                        0,
                        false,
                        new Disposal.Cheapest(),
                        "",
                        List.of(),
                        Source.NONE));
        assertThat(actor(1).needs())
                .containsExactly(new Need(
                        "sand",
                        Timed.constant(5),
                        new Interval(86_400_000, new Spread.None()),
                        new Spread.None(),
                        null,
                        null,
                        Timed.constant(0),
                        0,
                        List.of(new Need.Accepted("ash", 1, Timed.constant(0))),
                        Operation.R5,
                        0,
                        Source.NONE));
    }

    @Test
    void aLineStandsUnlessItIsInvestedIn() {
        assertThat(actor(1).lines().stream().map(Line::existing)).containsExactly(false, true);
        assertThat(actor(1).lines().get(1).gateFeesEurosPerTonne()).isEmpty();
        Recipe burning = actor(1).lines().get(0).recipe();
        assertThat(burning.outputs())
                .containsExactly(new Recipe.Output("brick", 1, 0, "", new Disposal.Cheapest(), null));
        assertThat(burning.costEurosPerTonne()).isZero();
    }

    @Test
    void landfillsAreTaxed() {
        assertThat(actor(1).sites().stream().map(DisposalSite::taxed)).containsExactly(true, false, true, true);
        assertThat(actor(1).sites().stream().map(DisposalSite::id)).containsExactly("d1", "d10", "d12", "d5");
    }

    @Test
    void aContractIsNewAndFree() {
        assertThat(LAB.contracts().get(0).existing()).isFalse();
        assertThat(LAB.contracts().get(0).gateFeeEurosPerTonne()).isEqualTo(Timed.constant(0));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 5 yr,   '',    2030-01-01, 2025-01-01",
        "2024-02-29, 1 yr,   1 yr,  2025-02-28, 2023-02-28",
        "2024-01-31, 1 mo,   2 wk,  2024-02-29, 2024-01-17",
        "2025-01-01, 365 d,  48 h,  2026-01-01, 2024-12-30",
        "2023-06-01, 18 mo,  6 mo,  2024-12-01, 2022-12-01",
        "2025-01-01, 1.5 yr, 0 d,   2026-07-01, 2025-01-01",
        "2025-01-01, 200 yr, '',    2225-01-01, 2025-01-01"
    })
    void horizonsFollowTheCalendar(LocalDate start, String length, String warmUp, LocalDate end, LocalDate warm) {
        String horizon =
                "{ start: " + start + ", length: " + length + (warmUp.isEmpty() ? "" : ", warm-up: " + warmUp) + " }";
        Lab lab = effective(MINIMAL.replace("{ start: 2025-01-01, length: 1 yr }", horizon))
                .lab();
        assertThat(lab.horizon()).isEqualTo(new Horizon(start, end, warm));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean: 10 t/yr                                                              | no source given | ASSUMED",
                "mean: 10 t/yr, source: { ref: own, grade: measured }                        | own    | MEASURED",
                "mean: { value: 10 t/yr, source: { ref: figure, grade: reported } }          | figure | REPORTED",
                "mean: { 2025-01-01: 10 t/yr, source: { ref: dates, grade: derived } }       | dates  | DERIVED",
                "batch: { value: 1 t, source: { ref: batch, grade: derived } }               | batch  | DERIVED",
                "mean: { value: 10 t/yr, source: { ref: figure, grade: reported } }, source: { ref: own, grade: measured } | own | MEASURED"
            })
    void theNearestSourceCounts(String arising, String ref, Grade grade) {
        String text = MINIMAL.replace("mean: 10 t/yr", arising).replace("capacity: 1 t }", "capacity: 9 t }");
        Arising first = effective(text).lab().actors().get(0).generates().get(0);
        assertThat(first.source()).isEqualTo(new Source(ref, grade));
    }

    @Test
    void aSourceCoversWhatIsInItsMap() {
        Source actor = new Source("permit", Grade.REPORTED);
        String text = MINIMAL.replace("  a:\n", "  a:\n    source: { ref: permit, grade: reported }\n");
        Lab lab = effective(text).lab();
        assertThat(lab.actors().get(0).generates().get(0).source()).isEqualTo(actor);
        assertThat(lab.actors().get(1).needs().get(0).source()).isEqualTo(Source.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "10 01 02, 10 01 02",
        "100102, 10 01 02",
        "010101, 01 01 01",
        "10 01 04*, 10 01 04",
        "'10 01 04 *', 10 01 04"
    })
    void wasteCodesAreKeptInPairsWithoutStar(String written, String kept) {
        String text = MINIMAL.replace("materials: { ash: {}", "materials: { ash: { code: " + written + " }");
        assertThat(effective(text).lab().materials().get(0).lowCode()).isEqualTo(kept);
    }
}
