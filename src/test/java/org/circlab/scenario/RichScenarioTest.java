package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Borders;
import org.circlab.model.Breach;
import org.circlab.model.Breakdown;
import org.circlab.model.Contract;
import org.circlab.model.Degradable;
import org.circlab.model.Disposal;
import org.circlab.model.DisposalSite;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Grade;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.InUse;
import org.circlab.model.Interval;
import org.circlab.model.Interventions;
import org.circlab.model.Lab;
import org.circlab.model.Lifetime;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Operation;
import org.circlab.model.OwnIndicator;
import org.circlab.model.Part;
import org.circlab.model.Permits;
import org.circlab.model.Place;
import org.circlab.model.Policy;
import org.circlab.model.Preference;
import org.circlab.model.Recipe;
import org.circlab.model.Region;
import org.circlab.model.ScoreWeights;
import org.circlab.model.Season;
import org.circlab.model.Source;
import org.circlab.model.Sourced;
import org.circlab.model.Spread;
import org.circlab.model.Store;
import org.circlab.model.Timed;
import org.circlab.model.Trust;
import org.circlab.model.WorkCalendar;
import org.junit.jupiter.api.Test;

/** Every key of the format, and the record it becomes. */
class RichScenarioTest {

    private static final ScenarioFile FILE = ScenarioFile.read(Path.of("src/test/resources/scenario/rich.yaml"));
    private static final Effective SYMBIOSIS = FILE.effective(null, List.of());
    private static final Lab LAB = SYMBIOSIS.lab();
    private static final Source STUDY = new Source("Study of 2021", Grade.DERIVED);
    private static final WorkCalendar DAY_SHIFT = new WorkCalendar(
            "day-shift",
            Stream.of(DayOfWeek.values())
                    .limit(5)
                    .map(day -> new WorkCalendar.Shift(day, 360, 480))
                    .toList(),
            Set.of(MonthDay.of(5, 1)),
            Set.of());

    private static final long MINUTE = 60_000;
    private static final WorkCalendar YARD = new WorkCalendar(
            "yard",
            Arrays.stream(DayOfWeek.values())
                    .map(day -> new WorkCalendar.Shift(day, 0, 24 * 60))
                    .toList(),
            Set.of(),
            Set.of());

    private static Actor actor(String id) {
        return LAB.actors().stream()
                .filter(actor -> actor.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Timed dated(String first, double before, String second, double after) {
        return new Timed(List.of(
                new Timed.Step(LocalDate.parse(first), before), new Timed.Step(LocalDate.parse(second), after)));
    }

    @Test
    void frame() {
        assertThat(LAB.id()).isEqualTo("šaleška");
        assertThat(LAB.name()).isEqualTo("Velenje: the Šaleška valley");
        assertThat(LAB.region()).isEqualTo(new Region("SI", 45_000));
        assertThat(LAB.horizon())
                .isEqualTo(new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1), LocalDate.of(2024, 1, 1)));
        assertThat(LAB.exchange())
                .isEqualTo(new Exchange(
                        Exchange.Rule.CHEAPEST,
                        7 * Horizon.DAY_MILLIS,
                        Exchange.Objective.NET_COST,
                        0,
                        new Trust(6, 0.4, Math.round(3 * Horizon.YEAR_MILLIS), 36 * 60 * MINUTE),
                        List.of(new Exchange.Apart("rivals", "tes", "anhovo", "gypsum"))));
        assertThat(LAB.policy())
                .isEqualTo(new Policy(
                        dated("2025-01-01", 11, "2028-01-01", 40),
                        Timed.constant(70),
                        0.05,
                        new Borders(Map.of(
                                "EU-non-EU",
                                Borders.Rule.BAN,
                                "SI-RS",
                                new Borders.Rule(false, 60L * 24 * 60 * MINUTE),
                                "GR-SI",
                                Borders.Rule.FREE)),
                        new Interventions(
                                List.of(
                                        new Interventions.Subsidy(
                                                "ash",
                                                scope(Set.of(Operation.R5), Set.of("fly-ash"), Set.of("anhovo")),
                                                true,
                                                dated("2025-01-01", 10, "2027-01-01", 5)),
                                        new Interventions.Subsidy(
                                                "sorting",
                                                scope(Set.of(), Set.of("mixed-waste"), Set.of()),
                                                false,
                                                Timed.constant(2))),
                                List.of(new Interventions.Ban(
                                        "residue",
                                        scope(
                                                Set.of(Operation.D1, Operation.D5, Operation.D12),
                                                Set.of("residue"),
                                                Set.of("deponija")),
                                        LocalDate.of(2028, 1, 1),
                                        LocalDate.of(2029, 1, 1))),
                                List.of(new Interventions.Quota(
                                        "landfill",
                                        scope(Set.of(Operation.D1), Set.of("fly-ash"), Set.of("deponija")),
                                        dated("2025-01-01", 100_000, "2028-01-01", 50_000),
                                        150.0)))));
    }

    private static Interventions.Scope scope(Set<Operation> operations, Set<String> materials, Set<String> receivers) {
        return new Interventions.Scope(operations, materials, receivers);
    }

    @Test
    void whatGatesAskFor() {
        assertThat(LAB.countryOf(actor("Θεσσαλονίκη"))).isEqualTo("GR");
        assertThat(LAB.countryOf(actor("tes"))).isEqualTo("SI");
        assertThat(actor("deponija").permits())
                .isEqualTo(new Permits(
                        Set.of(),
                        Set.of(Operation.D1, Operation.D10),
                        true,
                        Set.of(Material.Status.WASTE, Material.Status.PRODUCT)));
        assertThat(actor("anhovo").lines().get(0).withinKilometres()).isEqualTo(400);
        assertThat(actor("anhovo").lines().get(1).withinKilometres()).isInfinite();
    }

    @Test
    void materialsInTheOrderOfIds() {
        assertThat(LAB.materials())
                .containsExactly(
                        new Material("cement", "cement", ""),
                        new Material("compost", "compost", ""),
                        new Material("fly-ash", "Coal fly ash", "10 01 02"),
                        new Material("gypsum", "gypsum", "10 01 05", false, Material.Status.BY_PRODUCT, List.of()),
                        new Material("light-fraction", "light-fraction", "19 12 10"),
                        new Material(
                                "mixed-waste",
                                "mixed-waste",
                                "20 03 01",
                                true,
                                Material.Status.WASTE,
                                List.of(
                                        new Degradable(Degradable.Kind.FOOD, 0.3),
                                        new Degradable(Degradable.Kind.GARDEN, 0.1),
                                        new Degradable(Degradable.Kind.PAPER, 0.15),
                                        new Degradable(Degradable.Kind.TEXTILES, 0.04),
                                        new Degradable(Degradable.Kind.WOOD, 0.05),
                                        new Degradable(Degradable.Kind.INDUSTRIAL, 0.01))),
                        new Material("residue", "residue", "19 12 12", true, Material.Status.WASTE, List.of()));
    }

    @Test
    void arisings() {
        Season heating =
                Season.ofWeights("heating", List.of(1.3, 1.2, 1.1, 1.0, 0.9, 0.7, 0.7, 0.7, 0.9, 1.0, 1.2, 1.3));
        assertThat(actor("tes").generates())
                .startsWith(
                        new Arising(
                                "fly-ash",
                                dated("2025-01-01", 230_000, "2027-04-01", 60_000),
                                new Interval(86_400_000, new Spread.None()),
                                false,
                                new Spread.Lognormal(0.15),
                                heating,
                                null,
                                0,
                                true,
                                new Disposal.Cheapest(),
                                "haulier",
                                List.of(),
                                new Source("ARSO", Grade.DERIVED)),
                        new Arising(
                                "gypsum",
                                Timed.constant(12.5 * 730.5),
                                new Interval(43_200_000, new Spread.Exponential()),
                                false,
                                new Spread.Triangular(0.5, 1, 1.5),
                                null,
                                null,
                                0,
                                false,
                                new Disposal.Outside(80, 11, 20, 30),
                                "rail",
                                List.of(),
                                STUDY));
        assertThat(actor("Θεσσαλονίκη").generates().get(0).spread()).isEqualTo(new Spread.Normal(0.1));
    }

    @Test
    void continuousAndRecordedArisings() {
        Arising waste = actor("tes").generates().get(2);
        assertThat(waste.meanTonnesPerYear()).isEqualTo(Timed.constant(2000));
        assertThat(waste.continuous()).isTrue();
        assertThat(waste.shipsGrams()).isEqualTo(20_000_000);
        assertThat(waste.hours()).isEqualTo(DAY_SHIFT);
        assertThat(waste.recorded()).isEmpty();
        Arising residue = actor("tes").generates().get(3);
        assertThat(residue.source()).isEqualTo(new Source("weighbridge", Grade.MEASURED));
        assertThat(residue.continuous()).isFalse();
        assertThat(residue.shipsGrams()).isEqualTo(5_000_000);
        assertThat(residue.recorded())
                .hasSize(6 * 3)
                .startsWith(
                        new Arising.Batch(-307 * Horizon.DAY_MILLIS, 4_000_000),
                        new Arising.Batch(-306 * Horizon.DAY_MILLIS + 30_600_000, 12_500_000),
                        new Arising.Batch(-500, 750_000),
                        new Arising.Batch(58 * Horizon.DAY_MILLIS, 4_000_000));
    }

    @Test
    void productsInUse() {
        List<Arising> streams = actor("deponija").generates();
        InUse compost = new InUse(2017, List.of(300.0, 290.0, 310.0), -0.02, 4000, new Lifetime.Weibull(2.2, 14));
        assertThat(streams.stream().map(Arising::inUse))
                .containsExactly(
                        compost,
                        new InUse(1960, List.of(0.0, 300.0), 0.01, 0, new Lifetime.Lognormal(60, 25)),
                        new InUse(1990, List.of(0.0, 90.0), 0, 0, new Lifetime.Normal(12, 4)));
        assertThat(streams.get(0).meanTonnesPerYear()).isEqualTo(compost.arising(LAB.horizon()));
        assertThat(streams.get(2).continuous()).isTrue();
    }

    @Test
    void actorsWithPermitsAndStores() {
        Actor tes = actor("tes");
        assertThat(tes.name()).isEqualTo("TEŠ Šoštanj");
        assertThat(tes.nace()).isEqualTo("35.11");
        assertThat(tes.place()).isEqualTo(new Place(46.38, 15.049));
        assertThat(tes.permits())
                .isEqualTo(new Permits(
                        Set.of("10 01 02", "19 01 02"),
                        Set.of(Operation.R5, Operation.R1, Operation.BACKFILL),
                        false,
                        Set.of()));
        assertThat(tes.stores())
                .containsExactly(
                        new Store("fly-ash", 12_000_000_000L, 90 * Horizon.DAY_MILLIS, false),
                        new Store("mixed-waste", 60_000_000, Long.MAX_VALUE, true));
        assertThat(actor("anhovo").permits()).isEqualTo(Permits.ANY);
        assertThat(LAB.actors().stream().map(Actor::id)).containsExactly("anhovo", "deponija", "tes", "Θεσσαλονίκη");
    }

    @Test
    void recipe() {
        Recipe mbt = actor("Θεσσαλονίκη").lines().get(0).recipe();
        assertThat(mbt)
                .isEqualTo(new Recipe(
                        "mbt",
                        "Mechanical-biological treatment",
                        Operation.R12,
                        List.of("mixed-waste"),
                        List.of(
                                new Recipe.Added("air", Recipe.Origin.AIR, 0.01, 0, 0),
                                new Recipe.Added("lime", Recipe.Origin.VIRGIN, 0.05, 80, 900),
                                new Recipe.Added("water", Recipe.Origin.WATER, 0.1, 0, 0)),
                        List.of(
                                new Recipe.Output("compost", 0.2, 0, "", new Disposal.Cheapest(), null),
                                new Recipe.Output(
                                        "light-fraction",
                                        0.4,
                                        20_000_000,
                                        "haulier",
                                        new Disposal.Nearest(),
                                        new Recipe.Market(Timed.constant(40), 120)),
                                new Recipe.Output("residue", 0.1, 0, "own", new Disposal.At("deponija"), null)),
                        0.25,
                        0.05,
                        30,
                        25,
                        OptionalDouble.of(60),
                        new Recipe.Effort(OptionalDouble.of(0.2088), OptionalDouble.of(0.5)),
                        new Source("BREF WT", Grade.REPORTED)));
    }

    @Test
    void lines() {
        Line grinding = actor("anhovo").lines().get(0);
        assertThat(grinding.capacityTonnesPerDay().isConstant()).isTrue();
        assertThat(grinding.capacityTonnesPerDay().on(LocalDate.EPOCH)).isCloseTo(300, within(1e-9));
        assertThat(grinding.service()).isEqualTo(new Spread.Gamma(0.2));
        assertThat(grinding.parallel()).isEqualTo(2);
        assertThat(grinding.hours()).isNotNull().satisfies(hours -> {
            assertThat(hours.id()).isEqualTo("two-shift");
            assertThat(hours.shifts()).hasSize(11);
        });
        assertThat(grinding.breakdown())
                .isEqualTo(new Breakdown(
                        new Interval(30.0 * Horizon.DAY_MILLIS, new Spread.Exponential()),
                        new Interval(8 * 3_600_000.0, new Spread.Lognormal(0.5)),
                        true));
        assertThat(grinding.storeGrams()).isEqualTo(2_000_000_000L);
        assertThat(grinding.gateFeesEurosPerTonne())
                .isEqualTo(Map.of("fly-ash", dated("2025-01-01", -4, "2026-01-01", -5)));
        assertThat(grinding.finance()).isEqualTo(new Line.Finance(3_000_000, 20, 200_000));
        assertThat(grinding.existing()).isFalse();
        assertThat(grinding.source()).isEqualTo(new Source("offer", Grade.ASSUMED));
        assertThat(grinding.recipe().takes()).containsExactly("fly-ash", "gypsum");
        Line oldMill = actor("anhovo").lines().get(1);
        assertThat(oldMill.capacityTonnesPerDay()).isEqualTo(Timed.constant(100));
        assertThat(oldMill.parallel()).isEqualTo(1);
        assertThat(oldMill.hours()).isNull();
        assertThat(oldMill.breakdown()).isNull();
        assertThat(oldMill.existing()).isTrue();
        assertThat(oldMill.service()).isEqualTo(new Spread.None());
        assertThat(oldMill.gateFeesEurosPerTonne())
                .isEqualTo(Map.of("fly-ash", Timed.constant(2), "gypsum", Timed.constant(2)));
        Line plant = actor("Θεσσαλονίκη").lines().get(0);
        assertThat(plant.existing()).isTrue();
        assertThat(plant.finance()).isEqualTo(Line.Finance.NONE);
        assertThat(plant.gateFeesEurosPerTonne()).isEqualTo(Map.of("mixed-waste", Timed.constant(45)));
    }

    @Test
    void need() {
        Need need = actor("anhovo").needs().get(0);
        assertThat(need.id()).isEqualTo("pozzolan");
        assertThat(need.meanTonnesPerYear()).isEqualTo(Timed.constant(90_000));
        assertThat(need.every()).isEqualTo(new Interval(7.0 * Horizon.DAY_MILLIS, new Spread.None()));
        assertThat(need.spread()).isEqualTo(new Spread.Uniform(0.5, 1.5));
        assertThat(need.season()).isNotNull();
        assertThat(need.hours()).isEqualTo(DAY_SHIFT);
        assertThat(need.virginPriceEurosPerTonne()).isEqualTo(Timed.constant(30));
        assertThat(need.virginGhgKilogramsPerTonne()).isEqualTo(60);
        assertThat(need.accepts())
                .containsExactly(
                        new Need.Accepted("compost", 1, Timed.constant(0), 250),
                        new Need.Accepted("fly-ash", 0.9, Timed.constant(-4)));
        assertThat(need.operation()).isEqualTo(Operation.R10);
        assertThat(need.storeGrams()).isEqualTo(5_000_000_000L);
        assertThat(need.source()).isEqualTo(new Source("Πηγή: ετήσια έκθεση", Grade.REPORTED));
    }

    @Test
    void sites() {
        assertThat(actor("deponija").sites())
                .containsExactly(
                        new DisposalSite(
                                "burner",
                                List.of("residue"),
                                Operation.D10,
                                dated("2025-01-01", 90, "2026-07-01", 95.5),
                                false,
                                0,
                                Long.MAX_VALUE,
                                STUDY),
                        new DisposalSite(
                                "landfill",
                                List.of("compost", "fly-ash", "mixed-waste", "residue"),
                                Operation.D1,
                                Timed.constant(40),
                                true,
                                5,
                                500_000_000_000L,
                                35,
                                OptionalDouble.of(3),
                                new Source("price list", Grade.REPORTED)));
    }

    @Test
    void contractsHaulageAndDistances() {
        assertThat(LAB.contracts())
                .containsExactly(
                        new Contract(
                                "mine-fill",
                                "tes",
                                "anhovo",
                                "fly-ash",
                                150_000_000_000L,
                                Timed.constant(3),
                                true,
                                new Source("contract", Grade.MEASURED)),
                        new Contract(
                                "small",
                                "Θεσσαλονίκη",
                                "deponija",
                                "residue",
                                10_000_000,
                                Timed.constant(0),
                                new Contract.Terms(
                                        LocalDate.of(2025, 2, 1),
                                        LocalDate.of(2028, 1, 1),
                                        0.8,
                                        5.0,
                                        0.02,
                                        new Breach(Breach.Party.RECEIVER, 0.05, 3.0, 200 * Horizon.DAY_MILLIS)),
                                false,
                                STUDY));
        assertThat(LAB.haulage())
                .isEqualTo(new Haulage(
                        new Haulage.Mode(
                                "truck",
                                25_000_000,
                                Timed.constant(0.12),
                                60,
                                1.25,
                                0.078,
                                new Haulage.Handling(30 * MINUTE, 20 * MINUTE, 0),
                                day()),
                        List.of(
                                new Haulage.Mode(
                                        "barge",
                                        500_000_000,
                                        Timed.constant(0.02),
                                        10,
                                        1.3,
                                        0,
                                        Haulage.Handling.NONE,
                                        null),
                                new Haulage.Mode(
                                        "rail",
                                        1_000_000_000,
                                        Timed.constant(0.03),
                                        30,
                                        1.6,
                                        0.022,
                                        new Haulage.Handling(360 * MINUTE, 300 * MINUTE, 4),
                                        YARD)),
                        List.of(
                                new Haulage.Fleet("lorries", "tes", 1, 25_000_000, "truck", YARD),
                                new Haulage.Fleet("own", "Θεσσαλονίκη", 2, Long.MAX_VALUE, "truck", null),
                                new Haulage.Fleet("ships", "deponija", 1, 500_000_000, "barge", null),
                                new Haulage.Fleet("vans", "tes", 3, 900_000, "truck", null))));
        assertThat(LAB.distances().between("tes", "anhovo")).hasValue(160.5);
        assertThat(LAB.distances().between("anhovo", "tes")).hasValue(161);
        assertThat(LAB.distances().between("deponija", "Θεσσαλονίκη")).hasValue(1100);
        assertThat(LAB.distances().between("rail", "anhovo", "tes")).hasValue(190);
        assertThat(LAB.distances().between("barge", "anhovo", "tes")).isEmpty();
        assertThat(LAB.distances().between("truck", "anhovo", "tes")).hasValue(161);
    }

    private static WorkCalendar day() {
        List<WorkCalendar.Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
            shifts.add(new WorkCalendar.Shift(day, 6 * 60, 8 * 60));
            shifts.add(new WorkCalendar.Shift(day, 15 * 60, 3 * 60));
        }
        return new WorkCalendar("day", shifts, Set.of(MonthDay.of(1, 1)), Set.of(LocalDate.of(2025, 4, 21)));
    }

    @Test
    void preferences() {
        assertThat(actor("tes").prefers())
                .isEqualTo(new Preference(List.of("anhovo"), Map.of("fly-ash", List.of("anhovo"))));
        assertThat(actor("deponija").prefers()).isEqualTo(Preference.NONE);
    }

    @Test
    void events() {
        Part tes = new Part(Part.Kind.STREAM, "tes", "gypsum");
        Part pozzolan = new Part(Part.Kind.NEED, "anhovo", "pozzolan");
        Part oldMill = new Part(Part.Kind.LINE, "anhovo", "old-mill");
        assertThat(LAB.events())
                .containsExactly(
                        new Event(
                                "drought",
                                new Event.Every(new Interval(3 * Horizon.YEAR_MILLIS, new Spread.Exponential())),
                                new Interval(60.0 * Horizon.DAY_MILLIS, new Spread.Lognormal(0.5)),
                                List.of(
                                        new Event.SetTo(Field.of(Field.Kind.STREAM_MEAN, tes), 10 * 730.5),
                                        new Event.Scale(
                                                Field.of(Field.Kind.MODE_COST, new Part(Part.Kind.MODE, "", "truck")),
                                                1.4),
                                        new Event.Scale(Field.of(Field.Kind.NEED_MEAN, pozzolan), 0.7))),
                        new Event(
                                "fire",
                                new Event.At(LocalDate.of(2026, 3, 1)),
                                new Interval(90.0 * Horizon.DAY_MILLIS, new Spread.None()),
                                List.of(
                                        new Event.Close(new Part(Part.Kind.LINE, "anhovo", "grinding")),
                                        new Event.Close(new Part(Part.Kind.CONTRACT, "", "small")),
                                        new Event.Close(new Part(Part.Kind.ACTOR, "", "Θεσσαλονίκη")))),
                        new Event(
                                "flood",
                                new Event.At(LocalDate.of(2026, 11, 5)),
                                new Interval(10.0 * Horizon.DAY_MILLIS, new Spread.None()),
                                List.of(
                                        new Event.Add(
                                                new Part(Part.Kind.STREAM, "tes", "fly-ash"),
                                                500_000_000,
                                                new Spread.Lognormal(0.5)),
                                        new Event.Add(tes, 2_000_000_000, new Spread.Lognormal(0.5)))),
                        new Event(
                                "recession",
                                new Event.At(LocalDate.of(2027, 6, 1)),
                                null,
                                List.of(
                                        new Event.SetTo(
                                                Field.of(
                                                        Field.Kind.STREAM_MEAN,
                                                        new Part(Part.Kind.STREAM, "tes", "fly-ash")),
                                                200_000),
                                        new Event.SetTo(new Field(Field.Kind.LINE_FEE, oldMill, "fly-ash"), 3),
                                        new Event.SetTo(new Field(Field.Kind.LINE_FEE, oldMill, "gypsum"), 3))));
    }

    @Test
    void sourcesByPath() {
        assertThat(LAB.sources())
                .contains(
                        new Sourced("", STUDY),
                        new Sourced("seasons.heating", new Source("heat plant", Grade.MEASURED)),
                        new Sourced("calendars.two-shift", new Source("labour agreement", Grade.REPORTED)),
                        new Sourced("actors.tes.generates.fly-ash.mean.2027-04-01", new Source("plan", Grade.ASSUMED)),
                        new Sourced("policy.carbon-price", new Source("ETS", Grade.REPORTED)),
                        new Sourced("haulage.truck", new Source("HBEFA", Grade.REPORTED)),
                        new Sourced("processes.mbt.yields.residue.share", new Source("operator", Grade.REPORTED)))
                .hasSize(23);
    }

    @Test
    void variantsAndBaseline() {
        assertThat(FILE.variants()).containsExactly("symbiosis", "usual", "board-plant", "planned");
        assertThat(SYMBIOSIS.variantName()).isEqualTo("symbiosis");
        assertThat(SYMBIOSIS.baselineName()).isEqualTo("No exchange");
        assertThat(SYMBIOSIS.baseline().exchange()).isEqualTo(Exchange.NONE);
        assertThat(SYMBIOSIS.baseline().contracts()).hasSize(2);
        assertThat(FILE.effective("usual", List.of()).about()).isEqualTo("As it is, with contracts");
        Effective board = FILE.effective("board-plant", List.of());
        assertThat(board.variantName()).isEqualTo("Board plant");
        assertThat(board.about()).isEqualTo("A plant for gypsum boards opens.");
        assertThat(board.baselineName()).isEqualTo("business as usual");
        assertThat(board.lab().exchange())
                .isEqualTo(new Exchange(
                        Exchange.Rule.PREFERENCE,
                        0,
                        Exchange.Objective.NET_COST,
                        0,
                        LAB.exchange().trust(),
                        LAB.exchange().apart()));
        assertThat(board.baseline()).isEqualTo(board.lab().businessAsUsual());
    }

    @Test
    void anActorHasAHurdleWhereItSaysSo() {
        assertThat(actor("tes").hurdleEurosPerTonne()).isEqualTo(2);
        assertThat(actor("anhovo").hurdleEurosPerTonne()).isNull();
    }

    @Test
    void nothingIsFoundInIt() {
        assertThat(FILE.validate()).isEmpty();
    }

    @Test
    void theScoreWeighsItsDimensions() {
        assertThat(LAB.weights()).isEqualTo(new ScoreWeights(1, 2, 0.5));
        assertThat(SYMBIOSIS.baseline().weights()).isEqualTo(LAB.weights());
    }

    @Test
    void ownIndicatorsComeAfterThoseThatTheyName() {
        assertThat(LAB.indicators()).extracting(OwnIndicator::id).containsExactly("landfilled-share", "worst");
        OwnIndicator share = LAB.indicators().get(0);
        assertThat(share.name()).isEqualTo("Landfilled share");
        assertThat(share.better()).isEqualTo(OwnIndicator.Better.LOWER);
        assertThat(share.formula().value(Map.of("landfill", 3.0, "arising", 12.0)::get))
                .isEqualTo(25);
        OwnIndicator worst = LAB.indicators().get(1);
        assertThat(worst.name()).isEqualTo("worst");
        assertThat(worst.unit()).isEqualTo("%");
        assertThat(worst.formula().value(Map.of("landfilled-share", 25.0, "diversion-rate", 60.0)::get))
                .isEqualTo(40);
        assertThat(SYMBIOSIS.baseline().indicators()).isEqualTo(LAB.indicators());
    }
}
