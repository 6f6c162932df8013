package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlab.scenario.Factor.Between;
import org.circlab.scenario.Factor.Law;
import org.circlab.scenario.Factor.Levels;
import org.circlab.scenario.Factor.Uncertain;
import org.circlab.scenario.Study.Method;
import org.circlab.scenario.Study.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Studies as files and options write them. */
class StudiesTest {

    private static final ScenarioFile RICH = ScenarioFile.read(Path.of("src/test/resources/scenario/rich.yaml"));

    @TempDir
    Path folder;

    private static String with(String study) {
        return Tiny.TEXT + "\nstudies:\n  s: " + study + "\n";
    }

    private Study option(String path, String text) {
        StudyOptions options =
                new StudyOptions(Map.of(path, text), Optional.empty(), Optional.of(new Sample(Method.LHS, 4)));
        return Tiny.read(folder, "tiny.yaml", Tiny.TEXT).study("s", options, List.of(), List.of());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void everyKeyBecomesWhatItMeans() {
        Study tax = RICH.study("tax", List.of());
        assertThat(tax.about()).isEqualTo("When does it pay?");
        assertThat(tax.factors())
                .containsExactly(
                        new Factor(
                                "policy.landfill-tax",
                                new Levels(List.of(
                                        "0 EUR/t",
                                        "20 EUR/t",
                                        "40 EUR/t",
                                        "60 EUR/t",
                                        "80 EUR/t",
                                        "100 EUR/t",
                                        "120 EUR/t"))),
                        new Factor("exchange.rule", new Levels(List.of("cheapest", "nearest"))),
                        new Factor("haulage.truck.speed", new Levels(List.of("50 km/h", "60 km/h"))));
        assertThat(tax.variants()).containsExactly("symbiosis", "usual");
        assertThat(tax.replications()).contains(5);
        assertThat(tax.indicators()).containsExactly("landfill", "landfilled-share");
        Study unsure = RICH.study("unsure", List.of());
        assertThat(unsure.sample()).contains(new Sample(Method.LHS, 100));
        assertThat(unsure.variants()).containsExactly("symbiosis");
        assertThat(unsure.replications()).isEmpty();
        assertThat(unsure.factors())
                .containsExactly(
                        new Factor(
                                "policy.carbon-price",
                                new Uncertain(
                                        Law.TRIANGULAR,
                                        List.of(number("40"), number("70"), number("120")),
                                        "EUR/tCO2e")),
                        new Factor("haulage.truck.cost", new Between(number("0.1"), number("0.2"), "EUR/tkm")));
        Study even = RICH.study("even", List.of());
        assertThat(even.sample()).contains(new Sample(Method.SOBOL, 64));
        assertThat(even.factors().get(0).domain())
                .isEqualTo(new Uncertain(Law.NORMAL, List.of(number("25"), number("2.5")), "t"));
        assertThat(RICH.study("listed", List.of()).points())
                .contains(new PointTable(
                        List.of("policy.landfill-tax", "exchange.rule"),
                        List.of(List.of("11 EUR/t", "cheapest"), List.of("60 EUR/t", "nearest"))));
    }

    @Test
    void aStudyChangesNoVariant() {
        String with = with("{ vary: { policy.landfill-tax: 0..120:20 EUR/t } }");
        Effective plain = Tiny.read(folder, "tiny.yaml", Tiny.TEXT).effective(null, List.of());
        assertThat(Tiny.read(folder, "tiny.yaml", with).effective(null, List.of()))
                .isEqualTo(plain);
        assertThat(Tiny.findings(folder, "tiny.yaml", with)).isEmpty();
        String broken = with("{ vary: { policy.landfill-tax: 120..0:20 EUR/t } }");
        assertThat(Tiny.read(folder, "tiny.yaml", broken).effective(null, List.of()))
                .isEqualTo(plain);
        assertThat(Tiny.findings(folder, "tiny.yaml", broken)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0..1:0.1 EUR/t | 11 | 0.1 EUR/t | 1 EUR/t",
                "0.08..0.20:0.04 EUR/t | 4 | 0.12 EUR/t | 0.2 EUR/t",
                "-10..10:5 EUR/t | 5 | -5 EUR/t | 10 EUR/t",
                "1e1..2e1:2.5EUR/t | 5 | 12.5 EUR/t | 20 EUR/t",
                "1 000..3 000:1 000 EUR/t | 3 | 2000 EUR/t | 3000 EUR/t",
                "0 .. 0.000001 : 0.0000001 EUR/t | 11 | 0.0000001 EUR/t | 0.000001 EUR/t",
                "10, 20,40 EUR/t | 3 | 20 EUR/t | 40 EUR/t",
                "10 EUR/t, 0.02 EUR/t | 2 | 0.02 EUR/t | 0.02 EUR/t",
                "cost:landfill-tax-gr-2025, 20 EUR/t | 2 | 20 EUR/t | 20 EUR/t"
            })
    void levelsAreExactDecimalsAndMeetBothEnds(String text, int count, String second, String last) {
        Levels levels =
                (Levels) option("policy.landfill-tax", text).factors().get(0).domain();
        assertThat(levels.values()).hasSize(count).element(1).isEqualTo(second);
        assertThat(levels.values()).last().isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uniform(1, 2) EUR/t | UNIFORM | 1 | 2",
                "lognormal(20, 50 %) EUR/t | LOGNORMAL | 20 | 10",
                "gamma( 20 , 4 ) EUR/t | GAMMA | 20 | 4",
                "normal(-2, .5) EUR/t | NORMAL | -2 | 0.5"
            })
    void lawsHaveTheirParameters(String text, Law law, BigDecimal first, BigDecimal second) {
        Uncertain found =
                (Uncertain) option("policy.landfill-tax", text).factors().get(0).domain();
        assertThat(found.law()).isEqualTo(law);
        assertThat(found.parameters())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(first, second);
        assertThat(found.unit()).isEqualTo("EUR/t");
    }

    /** What the catalogue states of spent grain and of a gate fee, found by the trail that the lab leaves, or by name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "materials.grain.composition.ash | catalogue | 3.8 .. 4.1 %",
                "actors.dump.disposes.landfill.fee | catalogue | 10 .. 20 EUR/t",
                "actors.dump.disposes.landfill.fee | triangular(catalogue) | 10 10 20 EUR/t",
                "policy.landfill-tax | catalogue:cost:gate-fee-me-mmw | 10 .. 20 EUR/t",
                "policy.landfill-tax | triangular(catalogue: cost:gate-fee-me-mmw) | 10 10 20 EUR/t",
                "materials.grain.composition.ash | triangular(catalogue) | NO_RANGE",
                "materials.grain.composition.water | catalogue | NO_RANGE",
                "policy.carbon-price | catalogue | NO_RANGE",
                "policy.landfill-tax | catalogue:cost:landfill-tax-gr-2025 | NO_RANGE",
                "policy.carbon-price | catalogue:cost:gate-fee-me-mmw | BAD_QUANTITY"
            })
    void rangesComeFromTheCatalogue(String path, String text, String expected) {
        String lab = Tiny.TEXT
                .replace("  board: {}", "  board: {}\n  grain: { like: spent-grain }")
                .replace("fee: 40 EUR/t", "fee: cost:gate-fee-me-mmw");
        ScenarioFile file = Tiny.read(folder, "like.yaml", lab);
        StudyOptions options =
                new StudyOptions(Map.of(path, text), Optional.empty(), Optional.of(new Sample(Method.LHS, 4)));
        String found;
        try {
            Factor.Domain domain = file.study("s", options, List.of(), List.of())
                    .factors()
                    .get(0)
                    .domain();
            found = domain instanceof Between range
                    ? range.low() + " .. " + range.high() + " " + range.unit()
                    : String.join(
                                    " ",
                                    ((Uncertain) domain)
                                            .parameters().stream()
                                                    .map(BigDecimal::toString)
                                                    .toList())
                            + " "
                            + ((Uncertain) domain).unit();
        } catch (ScenarioException e) {
            found = e.findings().get(0).code();
        }
        assertThat(found).isEqualTo(expected);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦120..0:20 EUR/t } }", "is empty"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦5..5:1 EUR/t } }", "single value"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦0..120:0 EUR/t } }", "leads nowhere"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦0..100:30 EUR/t } }", "end at 90"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦0..1:3 EUR/t } }", "smaller step"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦0..9e9:1 EUR/t } }", "more than 100000"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦0 EUR/t..9 EUR/t } }", "once at the end"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦[1, 2, 1 EUR/t] } }", "listed twice"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦\"1, , 2 EUR/t\" } }", "missing"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦\"cauchy(1, 2) EUR/t\" } }", "lognormal"),
                arguments(
                        "BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦\"uniform(2, 1) EUR/t\" } }", "no distribution"),
                arguments("BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦\"normal(2) EUR/t\" } }", "deviation"),
                arguments(
                        "BAD_LEVELS", "{ vary: { policy.landfill-tax: ¦\"triangular(1, x, 3) EUR/t\" } }", "no number"),
                arguments("WRONG_KIND", "{ vary: { policy.landfill-tax: ¦{ a: 1 } } }", "values of a factor"),
                arguments("NO_FACTOR", "{ vary: { policy.landfil-tax: ¦0..120:20 EUR/t } }", "Maybe 'landfill-tax'?"),
                arguments(
                        "NO_FACTOR",
                        "{ vary: { actors.plnt.generates.ash.mean: ¦1, 2 kt/yr } }"
                                .replace("¦1, 2 kt/yr", "¦\"1, 2 kt/yr\""),
                        "Maybe 'plant'?"),
                arguments("NO_FACTOR", "{ vary: { policy: ¦0..1:1 } }", "no single value"),
                arguments("NO_FACTOR", "{ vary: { baseline: ¦\"a, b\" } }", "--name"),
                arguments(
                        "NO_FACTOR",
                        "{ vary: { exchange.rule: ¦\"uniform(0, 1)\" }, sample: { lhs: 2 } }",
                        "List its values"),
                arguments("BAD_QUANTITY", "{ vary: { policy.landfill-tax: ¦0..120:20 } }", "has no unit"),
                arguments("BAD_QUANTITY", "{ vary: { policy.landfill-tax: ¦0..120:20 EUR/tkm } }", "reads as"),
                arguments("BAD_WORD", "{ vary: { exchange.rule: ¦\"cheapest, neerest\" } }", "Maybe 'nearest'?"),
                arguments(
                        "NO_RANGE",
                        "{ vary: { policy.landfill-tax: ¦catalogue }, sample: { lhs: 3 } }",
                        "does not come"),
                arguments(
                        "UNKNOWN_ENTRY",
                        "{ vary: { policy.landfill-tax: ¦catalogue:cost:nothing }, sample: { lhs: 3 } }",
                        "has no"),
                arguments("BAD_STUDY", "{}", "varies nothing"),
                arguments("BAD_STUDY", "{ vary: { policy.landfill-tax: 0..120 EUR/t } }", "without a step"),
                arguments("BAD_STUDY", "{ vary: { policy.landfill-tax: \"normal(9, 1) EUR/t\" } }", "a distribution"),
                arguments(
                        "CONFLICTING_KEYS",
                        "{ vary: { policy.landfill-tax: 1..2 EUR/t }, sample: { lhs: 3, ¦sobol: 4 } }",
                        "exclude"),
                arguments(
                        "OUT_OF_RANGE",
                        "{ vary: { policy.landfill-tax: 1..2 EUR/t }, sample: { lhs: ¦2.5 } }",
                        "whole number"),
                arguments(
                        "OUT_OF_RANGE",
                        "{ vary: { policy.landfill-tax: 1..2:1 EUR/t }, replications: ¦0 }",
                        "at least 1"),
                arguments(
                        "UNKNOWN_VARIANT",
                        "{ vary: { policy.landfill-tax: 1..2:1 EUR/t }, variants: [¦frst] }",
                        "Maybe 'first'?"),
                arguments(
                        "UNKNOWN_INDICATOR",
                        "{ vary: { policy.landfill-tax: 1..2:1 EUR/t }, indicators: [¦landfil] }",
                        "Maybe 'landfill'?"),
                arguments(
                        "UNKNOWN_KEY",
                        "{ vary: { policy.landfill-tax: 1..2:1 EUR/t }, ¦replication: 3 }",
                        "Maybe 'replications'?"),
                arguments("BAD_PATH", "{ points: ¦../points.csv }", "leads out"),
                arguments("UNREADABLE_FILE", "{ points: ¦nowhere.csv }", "does not exist"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String code, String study, String saying) {
        String marked = with(study);
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", marked.replace(Tiny.HERE, ""));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.toString()).contains(saying);
            if (marked.contains(Tiny.HERE)) {
                assertThat(finding.mark().toString()).endsWith(":" + Tiny.placeOf(marked));
            }
        });
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", marked.replace(Tiny.HERE, ""));
        assertThatThrownBy(() -> file.study("s", List.of()))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.findings()).isEqualTo(findings));
    }

    @Test
    void anUnknownStudyIsToldWithTheNearest() {
        assertThatThrownBy(() -> RICH.study("taxe", List.of()))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        e -> assertThat(e.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.code()).isEqualTo("UNKNOWN_STUDY");
                            assertThat(finding.advice()).isEqualTo("Maybe 'tax'?");
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b | BAD_POINTS | no points",
                "policy.landfill-tax;1 EUR/t | BAD_POINTS | missing",
                "policy.landfill-tax [EUR/t],exchange.rule;1,cheapest;1,cheapest | BAD_POINTS | already",
                "policy.landfill-tax,exchange.rule;1 EUR/t, | BAD_POINTS | missing",
                "policy.landfil-tax;1 EUR/t | NO_FACTOR | Maybe",
                "policy.landfill-tax;1 EUR/t;x | BAD_QUANTITY | does not start"
            })
    void tablesOfPointsAreChecked(String lines, String code, String saying) {
        String table = lines.equals("policy.landfill-tax;1 EUR/t")
                ? "policy.landfill-tax,exchange.rule\n1 EUR/t,\"\"\n"
                : lines.replace(';', '\n') + "\n";
        Tiny.write(folder, "points.csv", table);
        assertThat(Tiny.findings(folder, "tiny.yaml", with("{ points: points.csv }")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.toString()).contains(saying);
                });
    }

    /** A snapshot has all that was read, and reads as the same lab when the files have changed. */
    @Test
    void aSnapshotStaysWhatItWas() {
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,12\n");
        Tiny.write(folder, "base.yaml", Tiny.with("policy:", "distances: km.csv\npolicy:"));
        ScenarioFile file = Tiny.read(folder, "own.yaml", "extends: base.yaml\nname: Own\n");
        Effective before = file.effective(null, List.of());
        Snapshot snapshot = file.snapshot();
        assertThat(snapshot.files()).hasSize(3);
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,13\n");
        Tiny.write(folder, "base.yaml", "");
        assertThat(ScenarioFile.read(snapshot).effective(null, List.of())).isEqualTo(before);
        Tiny.write(folder, "other.csv", "from,to,km\nplant,press,14\n");
        assertThatThrownBy(() -> ScenarioFile.read(snapshot).effective(null, List.of("distances=other.csv")))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::code)
                                .containsExactly(FindingCode.UNREADABLE_FILE.name()));
    }
}
