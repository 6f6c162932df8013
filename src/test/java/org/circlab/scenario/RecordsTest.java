package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.model.Arising;
import org.circlab.model.Horizon;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded batches, continuous streams, working hours and tables of dated values, as they are written. */
class RecordsTest {

    private static final String MEAN = "mean: 230 kt/yr\n        every: 1 d\n        season: heating\n"
            + "        spread: { lognormal: { cv: 15 % } }";
    private static final String SHIFTS = "calendars: { shift: { mon-fri: 06:00-14:00 } }\nactors:";

    @TempDir
    Path folder;

    private static String recording(String stream) {
        return Tiny.with(MEAN, stream)
                .replace("length: 5 yr", "length: 5 yr, warm-up: 1 yr")
                .replaceFirst("seasons:\n  heating:.*\n", "");
    }

    private Effective read(String text) {
        return Tiny.read(folder, "lab.yaml", text).effective(null, List.of());
    }

    private List<Arising.Batch> batches(String stream) {
        Effective effective = read(recording(stream));
        assertThat(read(effective.text()).lab()).isEqualTo(effective.lab());
        return effective.lab().actors().stream()
                .flatMap(actor -> actor.generates().stream())
                .findFirst()
                .orElseThrow()
                .recorded();
    }

    private static Arising.Batch batch(int day, double hours, long kilograms) {
        return new Arising.Batch(day * Horizon.DAY_MILLIS + Math.round(hours * 3_600_000), kilograms * 1000);
    }

    @Test
    void aTableAndAListAreTheSameRecordInTheOrderOfTime() {
        Tiny.write(folder, "in.csv", "mass [t], time\n2,2025-01-03 08:30\n12.5,2025-01-02\n3,2025-01-03T08:30\n");
        List<Arising.Batch> expected = List.of(batch(1, 0, 12_500), batch(2, 8.5, 2000), batch(2, 8.5, 3000));
        assertThat(batches("batches: in.csv")).isEqualTo(expected);
        assertThat(batches("batches: [\"2025-01-03T08:30 2 t\", 2025-01-02 12.5 t, \"2025-01-03T08:30:00 3000 kg\"]"))
                .isEqualTo(expected);
    }

    /** Weighbridges write kilograms of a tonne, which are thousands to nobody. */
    @Test
    void everyLineOfAWeighbridgeIsABatch() {
        StringBuilder table = new StringBuilder("time,mass [t]\n");
        LocalDate start = LocalDate.of(2025, 1, 1);
        IntStream.range(0, 250)
                .forEach(day -> table.append(start.plusDays(day)).append(day % 2 == 0 ? ",12.500\n" : ",6.000\n"));
        Tiny.write(folder, "in.csv", table.toString());
        List<Arising.Batch> expected = IntStream.range(0, 250)
                .mapToObj(day -> batch(day, 0, day % 2 == 0 ? 12_500 : 6_000))
                .toList();
        assertThat(batches("batches: in.csv")).isEqualTo(expected);
        assertThat(codes(recording("batches: in.csv"))).isEmpty();
        assertThat(batches("batches: [2025-01-02 12.500 t]\n        repeat: yes"))
                .hasSize(6)
                .allMatch(each -> each.grams() == 12_500_000);
    }

    @Test
    void aRecordRepeatsItsCalendarYearsOverTheWholeRun() {
        List<Arising.Batch> oneYear = batches("batches: [2023-12-31 1 t, 2023-01-01 2 t]\n        repeat: yes");
        assertThat(oneYear)
                .hasSize(2 * 6)
                .startsWith(batch(-366, 0, 2000), batch(-1, 0, 1000), batch(0, 0, 2000))
                .endsWith(batch(5 * 365 + 1 - 1, 0, 1000));
        List<Arising.Batch> twoYears = batches("batches: [2023-02-01 1 t, 2024-02-29 2 t]\n        repeat: yes");
        assertThat(twoYears)
                .containsExactly(
                        batch(-366 + 59, 0, 2000),
                        batch(31, 0, 1000),
                        batch(365 + 58, 0, 2000),
                        batch(2 * 365 + 31, 0, 1000),
                        batch(3 * 365 + 59, 0, 2000),
                        batch(3 * 365 + 366 + 31, 0, 1000));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("batches: []", "BAD_BATCHES", "No batch is listed"),
                arguments("batches: [2025-02-30 1 t]", "BAD_BATCHES", "'2025-02-30 1 t' is no batch"),
                arguments("batches: [+999999999-12-31 1 t]", "BAD_BATCHES", "time cannot be read"),
                arguments(
                        "mean: 1 Mt/yr\n        every: continuous\n        ships: 1 kg",
                        "TOO_MANY_EVENTS",
                        "ships makes"),
                arguments("batches: [2025-02-03]", "BAD_BATCHES", "2025-01-03 12.5 t"),
                arguments("batches: [[a]]", "BAD_BATCHES", "This is no batch"),
                arguments("batches: [\"2025-02-03T25:00 1 t\"]", "BAD_BATCHES", "time cannot be read"),
                arguments("batches: [2025-02-03 12]", "BAD_QUANTITY", "t"),
                arguments("batches: [2025-02-03 0 t]", "OUT_OF_RANGE", "above 0"),
                arguments("batches: [2025-02-03 -1 t]", "OUT_OF_RANGE", "sign"),
                arguments("batches: [2021-02-03 1 t, 2025-02-03 1 t]", "BATCHES_OUTSIDE", "1 of 2 batches lie outside"),
                arguments("batches: [2030-01-01 1 t]", "BATCHES_OUTSIDE", "2024-01-01 to 2029-12-31"),
                arguments("batches: in.txt", "WRONG_KIND", "batches: deliveries.csv"),
                arguments("batches: none.csv", "UNREADABLE_FILE", "does not exist"),
                arguments("batches: ../up.csv", "BAD_PATH", "leads out"),
                arguments("batches: [2025-02-03 1 t]\n        hours: shift", "CONFLICTING_KEYS", "'hours'"),
                arguments("batches: [2025-02-03 1 t]\n        mean: 1 t/yr", "CONFLICTING_KEYS", "'mean'"),
                arguments("mean: 1 kt/yr\n        repeat: yes", "UNKNOWN_KEY", "'repeat' is not a key"),
                arguments("mean: 1 kt/yr\n        hours: night", "UNKNOWN_CALENDAR", "There is no calendar 'night'"),
                arguments("mean: 1 kt/yr\n        every: continuous", "MISSING_KEY", "'ships' is missing"),
                arguments("mean: 1 kt/yr\n        ships: 0 t", "OUT_OF_RANGE", "above 0"),
                arguments(
                        "mean: 1 kt/yr\n        ships: 1 t\n        every: continuous\n        spread: exponential",
                        "CONFLICTING_KEYS",
                        "leave 'spread' out"),
                arguments(
                        "batch: 1 kt\n        ships: 1 t\n        every: continuous",
                        "CONFLICTING_KEYS",
                        "write its 'mean'"),
                arguments("mean: 20 kt/yr\n        ships: 13 kt", "STORE_BELOW_BATCH", "less than the load of 13 kt."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String stream, String code, String saying) {
        String calendars =
                stream.contains("hours: shift") ? recording(stream).replace("actors:", SHIFTS) : recording(stream);
        List<Finding> findings = Tiny.findings(folder, "lab.yaml", calendars).stream()
                .filter(finding -> !finding.code().equals("UNUSED"))
                .toList();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.toString()).contains(saying);
        });
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments("time,mass\n", "BAD_TABLE", "1:1", "no lines"),
                arguments("time\n2025-01-01\n", "BAD_TABLE", "1:1", "A column is missing"),
                arguments("time,weight\n2025-01-01,1 t\n", "BAD_TABLE", "1:6", "'weight' means nothing"),
                arguments("time,mass\n2025-01-01,1 t,\n2025-01-02,1 t\n", "BAD_TABLE", "2:1", "has 3 cells"),
                arguments("time,mass [t]\n2025-01-01,1\n2025-13-01,1\n", "BAD_BATCHES", "3:1", "2025-13-01"),
                arguments("time,mass [t]\n2025-01-01,1 t\n", "BAD_QUANTITY", "2:1", "1 t t"),
                arguments("time,mass\n2025-01-01,1\n", "BAD_QUANTITY", "2:1", "unit"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aMistakeInATableIsFoundAtItsLine(String table, String code, String place, String saying) {
        Path file = Tiny.write(folder, "in.csv", table);
        assertThat(Tiny.findings(folder, "lab.yaml", recording("batches: in.csv")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.toString()).contains(file + ":" + place).contains(saying);
                });
    }

    @Test
    void tooManyRepetitionsAreRefused() {
        StringBuilder table = new StringBuilder("time,mass [kg]\n");
        IntStream.range(0, 12_000)
                .forEach(i ->
                        table.append(LocalDate.of(2025, 1, 1).plusDays(i % 300)).append(",1\n"));
        Tiny.write(folder, "in.csv", table.toString());
        assertThat(Tiny.findings(
                        folder,
                        "lab.yaml",
                        recording("batches: in.csv\n        repeat: yes").replace("length: 5 yr", "length: 199 yr")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("OUT_OF_RANGE", "Repeated", "2000000"));
    }

    @Test
    void anyDatedValueMayBeATable() {
        Tiny.write(folder, "tax.csv", "from,value [EUR/t]\n2027-01-01,25\n2025-01-01,11.5\n");
        Effective effective = read(Tiny.with("landfill-tax: 11 EUR/t", "landfill-tax: { table: tax.csv, note: law }"));
        assertThat(effective.lab().policy().landfillTaxEurosPerTonne())
                .isEqualTo(new Timed(List.of(
                        new Timed.Step(LocalDate.of(2025, 1, 1), 11.5), new Timed.Step(LocalDate.of(2027, 1, 1), 25))));
        assertThat(effective.text())
                .contains("note: law", "2027-01-01: 25 EUR/t")
                .doesNotContain("tax.csv");
        assertThat(read(effective.text()).lab()).isEqualTo(effective.lab());
        String sourced = "{ value: { table: tax.csv }, source: { ref: law, grade: reported } }";
        assertThat(read(Tiny.with("landfill-tax: 11 EUR/t", "landfill-tax: " + sourced))
                        .lab()
                        .policy())
                .isEqualTo(effective.lab().policy());
    }

    @Test
    void mistakesInTablesOfDatedValues() {
        String text = Tiny.with("landfill-tax: 11 EUR/t", "landfill-tax: { table: tax.csv }");
        assertThat(codes(text)).containsExactly("UNREADABLE_FILE");
        Tiny.write(folder, "tax.csv", "from,value\n2025-01-01,11 EUR/t\n2025-01-01,12 EUR/t\n");
        assertThat(codes(text)).containsExactly("BAD_DATE");
        Tiny.write(folder, "tax.csv", "from,value\n2025-01-01,11\n");
        assertThat(codes(text)).containsExactly("BAD_QUANTITY");
        Tiny.write(folder, "tax.csv", "from,rate\n2025-01-01,11 EUR/t\n");
        assertThat(codes(text)).containsExactly("BAD_TABLE");
        assertThat(codes(Tiny.with("landfill-tax: 11 EUR/t", "landfill-tax: { table: tax.txt }")))
                .containsExactly("BAD_TABLE");
    }

    @Test
    void aNeedIsNotContinuous() {
        String text = Tiny.with("mean: 9 kt/yr", "mean: 9 kt/yr, every: continuous");
        assertThat(Tiny.findings(folder, "lab.yaml", text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("BAD_WORD", "every: 1 h"));
    }

    @Test
    void aSiloTooSmallSaysWhatItDoes() {
        String small = Tiny.with("capacity: 12 kt", "capacity: 12 kg, overflow: block");
        assertThat(finding(small)).contains("STORE_BELOW_BATCH", "part of every batch is withheld");
        assertThat(finding(small.replace("every: 1 d", "whole: yes"))).contains("no such batch ever arises");
        assertThat(finding(small.replace("every: 1 d", "ships: 13 kg")))
                .contains("nothing leaves it or arises any more");
        assertThat(codes(Tiny.with("capacity: 12 kt", "capacity: 12 kt, overflow: burn")))
                .containsExactly("BAD_WORD");
    }

    @Test
    void aCalendarThatNothingUsesIsUnused() {
        String text = Tiny.TEXT.replace("actors:", SHIFTS);
        assertThat(finding(text)).contains("UNUSED", "calendar 'shift'");
        assertThat(codes(text.replace("every: 1 d", "hours: shift"))).isEmpty();
        assertThat(codes(text.replace("mean: 9 kt/yr", "mean: 9 kt/yr, hours: shift")))
                .isEmpty();
    }

    private List<String> codes(String text) {
        return Tiny.findings(folder, "lab.yaml", text).stream()
                .map(Finding::code)
                .toList();
    }

    private String finding(String text) {
        List<Finding> findings = Tiny.findings(folder, "lab.yaml", text);
        assertThat(findings).hasSize(1);
        return findings.get(0).toString();
    }
}
