package org.circlab.experiment.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.warmup.Settling.Series;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Contract;
import org.circlab.model.Event;
import org.circlab.model.Lab;
import org.circlab.report.Harbour;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {

    @TempDir
    Path folder;

    /** A tonne a day waits in a heap for 210 days before it goes to a tip: the heap has 210 t from then on, the tip 7 t a week. */
    private List<Settling> heap(String warmUp, String scatter) throws IOException {
        return heap(warmUp, scatter, "0 EUR/t");
    }

    private List<Settling> heap(String warmUp, String scatter, String tax) throws IOException {
        Path file = folder.resolve("heap.yaml");
        Files.writeString(file, """
                circlab: 1
                id: heap
                name: A heap
                horizon: { start: 2025-01-01, length: 3 yr, warm-up: %s }
                materials: { ash: { name: Ash, code: "10 01 02" } }
                actors:
                  plant:
                    name: Plant
                    at: [46, 14]
                    generates: { ash: { mean: 365.25 t/yr, every: 1 d, spread: %s, source: { ref: by hand, grade: assumed } } }
                    stores: { ash: { capacity: 1 kt, keeps: 210 d, overflow: dispose } }
                  tip:
                    name: Tip
                    at: [46, 14]
                    disposes: { cell: { accepts: [ash], operation: D1, fee: 40 EUR/t, ghg: 5 kgCO2e/t, source: { ref: by hand, grade: assumed } } }
                haulage: { truck: { payload: 25 t, cost: 0.1 EUR/tkm, speed: 60 km/h, detour: 1.3, ghg: 0.1 kgCO2e/tkm } }
                policy: { landfill-tax: %s, carbon-price: 0 EUR/tCO2e, discount-rate: 5 %%/yr }
                exchange: { rule: cheapest, every: 1 wk }
                """.formatted(warmUp, scatter, tax));
        Effective scenario = ScenarioFile.read(file).effective(null, List.of());
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), 5, 1, 1);
        SettlingWatch watch = new SettlingWatch(plan.lab(), Sinks.NONE);
        Experiment.run(plan, watch, Progress.NONE);
        return watch.settlings();
    }

    /** Full after 210 d, on 30 July; cuts are at multiples of five weeks. The mean of 156 weeks lacks half of 30 weeks of 210 t. */
    @Test
    void aHeapThatFillsInTheWindowIsSeen() throws IOException {
        Settling stock = heap("0 d", "none").get(Series.STOCK.ordinal());
        assertThat(stock.settled()).isBetween(LocalDate.of(2025, 7, 23), LocalDate.of(2025, 9, 3));
        assertThat(stock.isLate()).isTrue();
        assertThat(stock.matters()).isTrue();
        assertThat(stock.level()).isCloseTo(210, within(2.0));
        assertThat(stock.bias().mean()).isCloseTo(-210 * 15 / 156.0, within(2.0));
    }

    @Test
    void disposalThatBeginsInTheWindowIsSeenBehindItsScatter() throws IOException {
        Settling disposed = heap("0 d", "{ gamma: { cv: 20 % } }").get(Series.DISPOSED.ordinal());
        assertThat(disposed.settled()).isBetween(LocalDate.of(2025, 7, 23), LocalDate.of(2025, 12, 31));
        assertThat(disposed.matters()).isTrue();
        assertThat(disposed.level()).isCloseTo(7, within(0.1));
        assertThat(disposed.bias().mean()).isCloseTo(-7 * 30 / 156.0, within(0.1));
    }

    /** Whatever steps while it settles may be what it settles from; what steps before, on the first day or after is not. */
    @Test
    void aDatedChangeIsNotTakenForABeginning() throws IOException {
        Settling changed = heap("0 d", "none", "{ 2025-01-01: 1 EUR/t, 2025-03-01: 2 EUR/t, 2025-04-01: 3 EUR/t }")
                .get(Series.STOCK.ordinal());
        assertThat(changed.isLate()).isTrue();
        assertThat(changed.change()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(changed.matters()).isFalse();
        Settling beside = heap("0 d", "none", "{ 2024-01-01: 1 EUR/t, 2025-01-01: 2 EUR/t, 2026-01-01: 3 EUR/t }")
                .get(Series.STOCK.ordinal());
        assertThat(beside.change()).isNull();
        assertThat(beside.matters()).isTrue();
    }

    /** Steps of values, contracts that begin and end, events and bans; no holidays, nothing of the horizon. */
    @Test
    void allDatedChangesAreFound() throws IOException {
        Path rich = Path.of("src/test/resources/scenario/rich.yaml");
        Lab lab = ScenarioFile.read(rich).effective(null, List.of()).lab();
        assertThat(DatedChanges.of(lab))
                .containsAll(datesOf(lab))
                .doesNotContain(lab.horizon().warmUpStart());
        Lab kalundborg = ScenarioFile.read(Path.of("scenarios/kalundborg.yaml"))
                .effective(null, List.of())
                .lab();
        assertThat(DatedChanges.of(kalundborg).floor(LocalDate.of(1976, 4, 20))).isEqualTo(LocalDate.of(1976, 1, 1));
    }

    /** The first day of the window is one of the run like others where a warm-up goes before it. */
    @Test
    void aChangeWhenTheWindowOpensIsSeenBehindAWarmUp() throws IOException {
        Settling stock = heap("7 d", "none", "{ 2024-01-01: 1 EUR/t, 2025-01-01: 2 EUR/t }")
                .get(Series.STOCK.ordinal());
        assertThat(stock.isLate()).isTrue();
        assertThat(stock.change()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(stock.matters()).isFalse();
    }

    private Lab harbour(String husks, String events) throws IOException {
        Path file = folder.resolve("harbour.yaml");
        String text = Files.readString(Harbour.FILE);
        assertThat(text).contains("        mean: 5 kt/yr\n").contains("\nvariants:");
        Files.writeString(
                file,
                text.replace("        mean: 5 kt/yr\n", "        " + husks + "\n")
                        .replace("\nvariants:", events + "\nvariants:"));
        return ScenarioFile.read(file).effective(null, List.of()).lab();
    }

    /** From 1 March on 90 days are up on 30 May; when one of a duration by chance ends nobody knows before. */
    @Test
    void eventsEndAsTheyBegin() throws IOException {
        String fire = "\nevents: { fire: { at: 2025-03-01, for: %s, close: [actors.carpenter.runs.press] } }";
        assertThat(DatedChanges.of(harbour("mean: 5 kt/yr", fire.formatted("90 d"))))
                .containsExactly(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 5, 30));
        assertThat(DatedChanges.of(harbour("mean: 5 kt/yr", fire.formatted("{ mean: 90 d, spread: exponential }"))))
                .containsExactly(LocalDate.of(2025, 3, 1));
    }

    /** What arises from them steps on 1 January of each year, and that alone is no change. */
    @Test
    void productsInUseChangeNothing() throws IOException {
        String inUse = "in-use: { put-on-market: { 1990: 5 kt/yr }, growth: 2 %/yr,"
                + " lifetime: { weibull: { shape: 2, scale: 9 yr } } }";
        assertThat(DatedChanges.of(harbour(inUse, ""))).isEmpty();
        String fire = "\nevents: { fire: { at: 2025-07-01, close: [actors.carpenter.runs.press] } }";
        assertThat(DatedChanges.of(harbour(inUse, fire))).containsExactly(LocalDate.of(2025, 7, 1));
    }

    private static List<LocalDate> datesOf(Lab lab) {
        List<LocalDate> dates = new ArrayList<>();
        lab.policy().landfillTaxEurosPerTonne().steps().stream().skip(1).forEach(step -> dates.add(step.from()));
        lab.contracts().stream().map(Contract::terms).forEach(term -> {
            Optional.ofNullable(term.from()).ifPresent(dates::add);
            Optional.ofNullable(term.until()).ifPresent(dates::add);
        });
        lab.events().stream()
                .map(Event::begin)
                .filter(Event.At.class::isInstance)
                .forEach(begin -> dates.add(((Event.At) begin).date()));
        return dates;
    }

    @Test
    void aWarmUpThatIsLongEnoughIsSeen() throws IOException {
        for (Settling settling : heap("1 yr", "{ gamma: { cv: 20 % } }")) {
            assertThat(settling.matters()).as(settling.series().words()).isFalse();
            assertThat(settling.windowStart()).isEqualTo(LocalDate.of(2025, 1, 1));
        }
    }

    @Test
    void nothingIsProcessedWhereNothingIsThatCould() throws IOException {
        Settling processed = heap("0 d", "{ gamma: { cv: 20 % } }").get(Series.PROCESSED.ordinal());
        assertThat(processed.settled()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(processed.isLate()).isFalse();
        assertThat(processed.level()).isZero();
    }

    /** Against the closed accounts: the 113 weeks of the harbour are its warm-up and window to the day. */
    @Test
    void weeklySeriesAddUpToTheAccounts() {
        Lab lab = ScenarioFile.read(Harbour.FILE).effective(null, List.of()).lab();
        List<WeeklySeries> seen = new ArrayList<>();
        Accounts accounts = Replication.run(CompiledLab.of(lab), 1, 1, FlowSink.NONE, (kernel, ledger, view) -> {
            seen.add(new WeeklySeries(lab.horizon(), kernel::now));
            ledger.listen(seen.get(0));
        });
        WeeklySeries series = seen.get(0);
        assertThat(series.weeks()).isEqualTo(113);
        long closing = accounts.stocks().stream()
                .filter(stock -> stock.place() != StockPlace.PROCESS)
                .mapToLong(Accounts.Stock::closingGrams)
                .sum();
        assertThat(series.stock()[112]).isEqualTo(closing);
        long pressed = accounts.flows().stream()
                .filter(flow ->
                        flow.route().material() == accounts.chart().materials().indexOf("husks"))
                .mapToLong(flow -> flow.grams())
                .sum();
        assertThat((double) Arrays.stream(series.processed()).sum()).isCloseTo(pressed * 1.1, within(pressed * 0.3));
        assertThat(Arrays.stream(series.disposed()).sum()).isPositive();
    }

    /** One ton each on the days 0, 6 and 7 of a warm-up of a week. */
    @Test
    void factsGoToTheirWeek() {
        Lab lab = ScenarioFile.read(Harbour.FILE)
                .effective(null, List.of("horizon.warm-up=7 d"))
                .lab();
        long[] now = new long[1];
        WeeklySeries series = new WeeklySeries(lab.horizon(), () -> now[0]);
        for (int day : new int[] {-7, -1, 0}) {
            now[0] = day * 86_400_000L;
            series.fact(FactKind.GENERATED, 0, 0, 0, 3);
            series.fact(FactKind.DISPOSED, 0, 0, 0, 1);
            series.fact(FactKind.PAID, 0, 0, 0, 50);
        }
        assertThat(Arrays.copyOf(series.disposed(), 3)).containsExactly(2, 1, 0);
        assertThat(Arrays.copyOf(series.stock(), 3)).containsExactly(4, 6, 6);
    }

    /** A season of 100 % around a level, with scatter: without it the beginning looks like the rest, in each of four years. */
    @Test
    void seasonsAreNotTakenForABeginning() {
        Lab lab = ScenarioFile.read(Harbour.FILE)
                .effective(null, List.of("horizon.length=4 yr", "horizon.warm-up=0 d"))
                .lab();
        long[] now = new long[1];
        WeeklySeries series = new WeeklySeries(lab.horizon(), () -> now[0]);
        Random random = new Random(3);
        for (int day = 0; day < 1461; day++) {
            now[0] = day * 86_400_000L;
            double season = 1 + StrictMath.cos(2 * StrictMath.PI * day / 365.25);
            series.fact(FactKind.DISPOSED, 0, 0, 0, (long) (1e6 * (season + 0.2 * random.nextGaussian())));
        }
        Settling disposed = Settling.of(lab.horizon(), List.of(series)).get(Series.DISPOSED.ordinal());
        assertThat(disposed.matters()).isFalse();
        assertThat(disposed.level()).isCloseTo(7, within(0.1));
    }

    /** The watch hands on what other sinks want to hear. */
    @Test
    void othersHearTheSame() {
        Effective scenario = ScenarioFile.read(Harbour.FILE).effective(null, List.of());
        Plan plan = new Plan(scenario.lab(), scenario.baseline(), 2, 1, 2);
        int[][] heard = new int[2][4];
        for (int watched = 0; watched < 2; watched++) {
            Sinks sinks = counting(heard[watched]);
            Experiment.run(plan, watched == 1 ? new SettlingWatch(plan.lab(), sinks) : sinks, Progress.NONE);
        }
        assertThat(heard[1]).containsExactly(heard[0]);
        assertThat(heard[0]).doesNotContain(0);
    }

    private static Sinks counting(int[] counts) {
        FactListener listener = new FactListener() {
            @Override
            public void fact(FactKind kind, int from, int to, int subject, long amount) {
                add(counts, 0);
            }

            @Override
            public void windowOpens() {
                add(counts, 1);
            }

            @Override
            public void windowCloses() {
                add(counts, 2);
            }
        };
        return new Sinks() {
            @Override
            public FlowSink variant(int replication) {
                return (month, flows) -> add(counts, 3);
            }

            @Override
            public FlowSink baseline(int replication) {
                return (month, flows) -> add(counts, 3);
            }

            @Override
            public FactListener variantFacts(int replication, LongSupplier now) {
                return listener;
            }

            @Override
            public FactListener baselineFacts(int replication, LongSupplier now) {
                return listener;
            }
        };
    }

    private static void add(int[] counts, int place) {
        synchronized (counts) {
            counts[place]++;
        }
    }
}
