package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.circlab.model.Actor;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging, overriding and writing back. */
class EffectiveTest {

    private static final Path RICH = Path.of("src/test/resources/scenario/rich.yaml");

    @TempDir
    Path folder;

    private Effective reread(String text) {
        return Tiny.read(folder, "reread.yaml", text).effective(null, List.of());
    }

    private Effective tiny(String text, @Nullable String variant, String... sets) {
        return Tiny.read(folder, "tiny.yaml", text).effective(variant, List.of(sets));
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbiosis", "usual", "board-plant"})
    void theTextReadsBackAsTheSameLab(String variant) {
        Effective effective = ScenarioFile.read(RICH).effective(variant, List.of());
        Effective again = reread(effective.text());
        assertThat(again.lab()).isEqualTo(effective.lab());
        assertThat(again.text()).isEqualTo(effective.text());
        assertThat(again.hash()).isEqualTo(effective.hash());
        assertThat(again.variant()).isEqualTo("main");
    }

    @Test
    void theTextKeepsTheOrderOfTheFileAndWhatReadersWrote() {
        String text = ScenarioFile.read(RICH).effective(null, List.of()).text();
        assertThat(text)
                .startsWith("""
                        circlab: 1
                        id: šaleška
                        name: "Velenje: the Šaleška valley"
                        note: |
                          Several lines for readers,
                            indented: as they like.

                          # not a comment
                        source:
                        """)
                .contains("    code: 100105\n", "    whole: yes\n", "      operations: [R5, R1, backfill]\n")
                .contains("    name: \"Salonit \\\"Anhovo\\\"\"\n", "ref: \"Πηγή: ετήσια έκθεση\"\n", "  compost: {}\n")
                .contains(
                        "distances:\n  anhovo:\n    tes: 161 km\n  tes:\n    anhovo:\n      rail: 190 km\n      truck: 160.5 km\n")
                .contains(
                        "        batches: [\"2024-03-01T08:30 12.5 t\", 2024-02-29 4 t,",
                        "fee:\n          2025-01-01: 90 EUR/t\n")
                .doesNotContain("variants", "baseline", ".csv");
    }

    @Test
    void theJsonTwinIsTheSameLab() {
        Findings findings = new Findings();
        SourceText source = SourceText.read(RICH, Spot.of("rich"), findings).orElseThrow();
        String json = JsonTwin.write(TreeParser.parse(source, false, findings).orElseThrow());
        for (String table : List.of("razdalje.csv", "dovozi.csv", "cenik.csv", "prodaja.csv")) {
            Tiny.write(folder, table, Tiny.text(RICH.resolveSibling(table)));
        }
        ScenarioFile twin = Tiny.read(folder, "RICH.JSON", json);
        ScenarioFile yaml = ScenarioFile.read(RICH);
        assertThat(twin.variants()).isEqualTo(yaml.variants());
        for (String variant : yaml.variants()) {
            assertThat(twin.effective(variant, List.of())).isEqualTo(yaml.effective(variant, List.of()));
        }
    }

    @Test
    void aPatchThatChangesNothingGivesTheSameBytes() {
        String bare = Tiny.TEXT.substring(0, Tiny.TEXT.indexOf("variants:"));
        String same =
                Tiny.with("{ name: Second }", "{ actors: { plant: { generates: { ash: { mean: 230 kt/yr } } } } }");
        assertThat(tiny(Tiny.TEXT, "first").text()).isEqualTo(tiny(bare, "main").text());
        assertThat(tiny(same, "second").text()).isEqualTo(tiny(same, "first").text());
        assertThat(tiny(Tiny.TEXT, "second", "policy.landfill-tax=11 EUR/t").hash())
                .isEqualTo(tiny(Tiny.TEXT, "first").hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy.landfill-tax=60 EUR/t",
                "policy.carbon-price={ 2025-01-01: 70 EUR/tCO2e }",
                "actors.plant.generates.ash.mean=\"200 kt/yr\"",
                "actors.press.permits=null",
                "materials.mud={ name: Mud }",
                "processes.pressing.takes=[ash, board]",
                "region.inhabitants=46 000",
                "name=A lab: with signs, commas and #"
            })
    void anOverrideEqualsTheSamePatch(String set) {
        int equals = set.indexOf('=');
        String value = set.substring(equals + 1);
        String[] steps = set.substring(0, equals).split("\\.");
        String quoted = value.startsWith("A lab") ? '"' + value + '"' : value;
        String patch = String.join(": { ", steps) + ": " + quoted + " }".repeat(steps.length - 1);
        Effective set1 = tiny(Tiny.TEXT, "first", set);
        // A variant keeps 'name' to itself, so a patch of the lab's name can only be compared in the lab.
        String patched = set.startsWith("name=")
                ? Tiny.with("name: A tiny lab", patch)
                : Tiny.with("first: {}", "first: { " + patch + " }");
        assertThat(set1.text()).isEqualTo(tiny(patched, "first").text());
        assertThat(set1.lab()).isEqualTo(tiny(patched, "first").lab());
        assertThat(tiny(Tiny.TEXT, "first", set, set).text()).isEqualTo(set1.text());
    }

    @Test
    void overridesApplyInOrderAndToTheBaselineToo() {
        String text = Tiny.with("variants:", "baseline: second\nvariants:");
        Effective effective = tiny(text, "first", "policy.landfill-tax=1 EUR/t", "policy.landfill-tax=2 EUR/t");
        assertThat(effective.lab().policy().landfillTaxEurosPerTonne()).isEqualTo(Timed.constant(2));
        assertThat(effective.baseline().policy()).isEqualTo(effective.lab().policy());
        assertThat(effective.baselineName()).isEqualTo("Second");
        assertThat(reread(effective.baselineText()).lab()).isEqualTo(effective.baseline());
    }

    @Test
    void businessAsUsualReadsBackAsTheSameLab() {
        String text = Tiny.TEXT
                .replace("  fill: {", "  idea: { from: plant, to: dump, material: ash, volume: 1 kt/yr }\n  fill: {")
                .replace(
                        "runs:\n",
                        "runs:\n      next: { process: pressing, capacity: 9 t/d, investment: 1 MEUR, life: 9 yr }\n");
        Effective effective = tiny(text, "first");
        Lab again = reread(effective.baselineText()).lab();
        assertThat(effective.baseline())
                .isEqualTo(effective.lab().businessAsUsual())
                .isEqualTo(again);
        assertThat(again.exchange().rule()).isEqualTo(Exchange.Rule.NONE);
        assertThat(again.contracts()).hasSize(1);
        assertThat(again.actors().stream()
                        .flatMap(actor -> actor.lines().stream())
                        .map(Line::id))
                .containsExactly("line");
        assertThat(effective.baselineName()).isEqualTo("business as usual");
    }

    @Test
    void eventsOfBusinessAsUsualDoWhatIsLeftToThem() {
        String text = Tiny.TEXT
                .replace("  fill: {", "  idea: { from: plant, to: dump, material: ash, volume: 1 kt/yr }\n  fill: {")
                .replace(
                        "runs:\n",
                        "runs:\n      next: { process: pressing, capacity: 9 t/d, investment: 1 MEUR, life: 9 yr }\n")
                .replace("variants:", """
                        events:
                          boom: { at: 2026-01-01, set: { actors.press.runs.next.capacity: 20 t/d, policy.landfill-tax: 9 EUR/t } }
                          fire: { at: 2026-01-01, for: 9 d, close: [actors.press.runs.next, actors.press.runs.line] }
                          idle: { at: 2026-01-01, scale: { contracts.idea.gate-fee: 2 }, close: [actors.press.runs.next] }
                          slump: { at: 2026-01-01, scale: { actors.press.runs.next.capacity: 50 % }, close: [contracts.fill] }
                        variants:""");
        Effective effective = tiny(text, "first");
        assertThat(effective.lab().events()).hasSize(4);
        assertThat(effective.baseline().events().stream().map(Event::id)).containsExactly("boom", "fire", "slump");
        assertThat(effective.baseline().events())
                .allSatisfy(event -> assertThat(event.changes()).hasSize(1));
        assertThat(reread(effective.baselineText()).lab()).isEqualTo(effective.baseline());
    }

    @Test
    void aVariantAddsChangesAndDeletesEvents() {
        String text = Tiny.with("variants:", """
                        events:
                          fire: { at: 2026-01-01, for: 9 d, close: [actors.press.runs.line] }
                          tax: { at: 2026-01-01, set: { policy.landfill-tax: 9 EUR/t } }
                        variants:""")
                .replace(
                        "{ name: Second }",
                        "{ events: { fire: { for: 8 d }, tax: null, strike: { at: 2027-01-01, close: [actors.plant] } } }");
        Effective second = tiny(text, "second", "events.strike.for=1 wk");
        assertThat(second.lab().events().stream().map(Event::id)).containsExactly("fire", "strike");
        assertThat(second.lab().events().stream().map(Event::lasts))
                .containsExactly(
                        new Interval(8.0 * Horizon.DAY_MILLIS, new Spread.None()),
                        new Interval(7.0 * Horizon.DAY_MILLIS, new Spread.None()));
        assertThat(reread(second.text()).lab()).isEqualTo(second.lab());
        assertThatThrownBy(() -> tiny(text, "first", "events.strike.for=1 wk")).hasMessageContaining("NO_SUCH_PATH");
    }

    @Test
    void businessAsUsualKeepsTheServersHoursAndBreakdownsOfALine() {
        String text = Tiny.with(
                        "capacity: 300 t/d,",
                        "capacity: 300 t/d, parallel: 3, hours: day, breakdown: { every: { mean: 9 d, spread: exponential },"
                                + " repair: 8 h, wear: use },")
                .replace("processes:", "calendars: { day: { mon-fri: 06:00-14:00 } }\nprocesses:");
        Effective effective = tiny(text, "first");
        Lab again = reread(effective.baselineText()).lab();
        assertThat(again).isEqualTo(effective.lab().businessAsUsual());
        Line line = again.actors().get(2).lines().get(0);
        assertThat(line.parallel()).isEqualTo(3);
        assertThat(line.hours()).isNotNull();
        assertThat(line.breakdown()).isNotNull();
        assertThat(line).isEqualTo(effective.lab().actors().get(2).lines().get(0));
    }

    @Test
    void businessAsUsualDropsWhatHungOnPlannedLines() {
        String text = Tiny.with("capacity: 300 t/d,", "capacity: 300 t/d, existing: no,")
                .replace(
                        "  fill: {",
                        "  sold: { from: press, to: dump, material: board, volume: 1 kt/yr, existing: yes }\n  fill: {")
                .replace("accepts: [ash], operation", "accepts: [ash, board], operation")
                .replace("permits: { codes", "stores: { board: { capacity: 1 kt } }\n    permits: { codes");
        Effective effective = tiny(text, "first");
        Lab again = reread(effective.baselineText()).lab();
        assertThat(effective.baseline().contracts()).hasSize(2);
        assertThat(again.contracts()).hasSize(1);
        Actor press = again.actors().get(2);
        assertThat(press.id()).isEqualTo("press");
        assertThat(press.stores()).isEmpty();
        assertThat(press.lines()).isEmpty();
    }

    @Test
    void theHashIsOfTheText() throws Exception {
        Effective effective = tiny(Tiny.TEXT, null);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(effective.text().getBytes(StandardCharsets.UTF_8));
        assertThat(effective.hash()).isEqualTo(HexFormat.of().formatHex(digest)).hasSize(64);
    }

    @Test
    void aFileWithoutVariantsIsItsOnlyVariant() {
        String bare = Tiny.TEXT.substring(0, Tiny.TEXT.indexOf("variants:"));
        assertThat(Tiny.read(folder, "bare.yaml", bare).variants()).containsExactly("main");
        assertThat(Tiny.read(folder, "bare.yaml", bare + "variants: {}\n").variants())
                .containsExactly("main");
        assertThat(tiny(bare, null).variantName()).isEqualTo("main");
    }

    @Test
    void anUnknownVariantNamesTheNearest() {
        assertThatThrownBy(() -> tiny(Tiny.TEXT, "frst"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("--variant: error UNKNOWN_VARIANT: There is no variant 'frst'. Maybe 'first'?");
    }

    @Test
    void warningsComeWithTheLab() {
        Effective effective = tiny(Tiny.with("capacity: 12 kt", "capacity: 12 kg"), "first");
        assertThat(effective.warnings())
                .singleElement()
                .extracting(Finding::code, Finding::severity)
                .containsExactly("STORE_BELOW_BATCH", Severity.WARNING);
    }
}
