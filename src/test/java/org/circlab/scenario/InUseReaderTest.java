package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.circlab.model.Arising;
import org.circlab.model.Grade;
import org.circlab.model.InUse;
import org.circlab.model.Lab;
import org.circlab.model.Lifetime;
import org.circlab.model.Source;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Products in use as they are written, and what is said where they make no sense. */
class InUseReaderTest {

    private static final String MEAN = "mean: 230 kt/yr";
    private static final String SALES = "{ 1989: 0 t/yr, 1990: 2 kt/yr }";
    private static final String WEIBULL = "{ weibull: { shape: 2, scale: 14 yr } }";

    @TempDir
    Path folder;

    private static String inUse(String products) {
        return Tiny.with(MEAN, "in-use: { " + products + " }").replace("10 kt/yr", "1 kt/yr");
    }

    private static String inUse(String sales, String lifetime) {
        return inUse("put-on-market: " + sales + ", growth: 0 %/yr, lifetime: " + lifetime);
    }

    private Effective read(String text, String... sets) {
        return Tiny.read(folder, "lab.yaml", text).effective(null, List.of(sets));
    }

    private static Arising stream(Lab lab) {
        return lab.actors().stream()
                .flatMap(actor -> actor.generates().stream())
                .findFirst()
                .orElseThrow();
    }

    private InUse products(String text, String... sets) {
        Effective effective = read(text, sets);
        assertThat(read(effective.text()).lab()).isEqualTo(effective.lab());
        return Objects.requireNonNull(stream(effective.lab()).inUse());
    }

    @Test
    void aStreamArisesFromProductsInUse() {
        String written = inUse("growth: 3 %/yr, stock: 20 kt, put-on-market: { 1991: 2.1 kt/yr, 1990: 2 kt/yr }, "
                + "lifetime: " + WEIBULL + ", source: { ref: register, grade: reported }");
        InUse expected = new InUse(1990, List.of(2000.0, 2100.0), 0.03, 20_000, new Lifetime.Weibull(2, 14));
        assertThat(products(written)).isEqualTo(expected);
        Lab lab = read(written).lab();
        Arising arising = stream(lab);
        assertThat(arising.meanTonnesPerYear()).isEqualTo(expected.arising(lab.horizon()));
        assertThat(arising.source()).isEqualTo(new Source("ARSO", Grade.DERIVED));
        String ownSource = written.replace("        source: { ref: ARSO, grade: derived }\n", "");
        assertThat(stream(read(ownSource).lab()).source()).isEqualTo(new Source("register", Grade.REPORTED));
    }

    @Test
    void aTableOfYearsIsAsIfItStoodThere() {
        Tiny.write(folder, "sales.csv", "value [kt/yr],year\n2,1990\n1.9,1989\n0.5,1991\n");
        assertThat(products(inUse("{ table: sales.csv }", "12 yr")))
                .isEqualTo(products(inUse("{ 1989: 1.9 kt/yr, 1990: 2 kt/yr, 1991: 500 t/yr }", "12 yr")))
                .isEqualTo(new InUse(1989, List.of(1900.0, 2000.0, 500.0), 0, 0, new Lifetime.Fixed(12)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 yr                                              | Fixed[years=12.0]",
                "'{ value: 6 mo, note: half a year }'               | Fixed[years=0.5]",
                "'{ normal: { mean: 5 yr, sd: 18 mo } }'            | Normal[mean=5.0, sd=1.5]",
                "'{ lognormal: { mean: 60 yr, sd: 25 yr } }'        | Lognormal[mean=60.0, sd=25.0]",
                "'{ weibull: { shape: 2.2, scale: { value: 14 yr } } }' | Weibull[shape=2.2, scale=14.0]"
            })
    void lifetimes(String written, String expected) {
        assertThat(products(inUse("{ 1989: 0 t/yr }", written)).lifetime()).hasToString(expected);
    }

    @Test
    void aSettingChangesAYearAndAVariantTheLaw() {
        String text = inUse(SALES, WEIBULL)
                .replace(
                        "second: { name: Second }",
                        "second: { actors: { plant: { generates: { ash: { in-use: { growth: 2 %/yr, "
                                + "lifetime: { weibull: null, normal: { mean: 9 yr, sd: 2 yr } } } } } } } }");
        assertThat(products(text, "actors.plant.generates.ash.in-use.put-on-market.1990=3 kt/yr"))
                .isEqualTo(new InUse(1989, List.of(0.0, 3000.0), 0, 0, new Lifetime.Weibull(2, 14)));
        assertThat(stream(Tiny.read(folder, "lab.yaml", text)
                                .effective("second", List.of())
                                .lab())
                        .inUse())
                .isEqualTo(new InUse(1989, List.of(0.0, 2000.0), 0.02, 0, new Lifetime.Normal(9, 2)));
    }

    @Test
    void anEventScalesWhatArises() {
        String text = inUse(SALES, WEIBULL)
                .replace(
                        "variants:",
                        "events: { drive: { at: 2026-01-01, for: 30 d, scale: { actors.plant.generates.ash.mean: 200 % } } }"
                                + "\nvariants:");
        assertThat(read(text).lab().events()).hasSize(1);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("BAD_YEARS", "{ 1990: 1 t/yr, ¦90: 2 t/yr }", "12 yr", "four digits"),
                arguments("BAD_YEARS", "{ ¦1990-01-01: 2 t/yr }", "12 yr", "'1990-01-01' is no year"),
                arguments("BAD_YEARS", "{ 2001: 1 t/yr, 1998: 1 t/yr }", "12 yr", "no figure for 1999 to 2000"),
                arguments("BAD_YEARS", "{ 1998: 1 t/yr, 2000: 1 t/yr }", "12 yr", "no figure for 1999, between"),
                arguments("BAD_YEARS", "{ 2030: 1 t/yr }", "12 yr", "after the run ends in 2029"),
                arguments("BAD_YEARS", "{}", "12 yr", "not said what is put on the market"),
                arguments("BAD_TABLE", "{ ¦table: sales.txt }", "12 yr", "ends in '.csv'"),
                arguments("BAD_QUANTITY", "{ 1990: ¦2 }", "12 yr", "mass per time"),
                arguments("BAD_QUANTITY", "{ 1990: ¦2 kt }", "12 yr", "mass per time"),
                arguments("OUT_OF_RANGE", "{ 1990: ¦-2 kt/yr }", "12 yr", "at least 0"),
                arguments("WRONG_KIND", "¦2 kt/yr", "12 yr", "A map is expected here"),
                arguments("BAD_LIFETIME", SALES, "0 yr", "above 0 and at most 1000 years"),
                arguments("BAD_LIFETIME", SALES, "{ normal: { mean: 3 yr, sd: 4 yr } }", "Maybe lognormal"),
                arguments("BAD_LIFETIME", SALES, "{ weibull: { shape: 400, scale: 2 yr } }", "swapped"),
                arguments("BAD_LIFETIME", SALES, "{ weibull: { shape: 2, scale: 0 d } }", "above 0"),
                arguments("BAD_LIFETIME", SALES, "{}", "no law"),
                arguments(
                        "BAD_LIFETIME",
                        SALES,
                        "{ normal: { mean: 9 yr, sd: 1 yr }, lognormal: { mean: 9 yr, sd: 1 yr } }",
                        "one law only"),
                arguments("MISSING_KEY", SALES, "{ ¦normal: { mean: 9 yr } }", "'sd' is missing"),
                arguments("UNKNOWN_KEY", SALES, "{ ¦weibul: { shape: 2, scale: 2 yr } }", "Maybe 'weibull'?"),
                arguments("BAD_QUANTITY", SALES, "¦12", "duration"),
                arguments("OUT_OF_RANGE", SALES, "¦300 yr", "200 yr"),
                arguments(
                        "SHORT_HISTORY",
                        "{ 2015: 2 kt/yr }",
                        WEIBULL,
                        "60 % of what was put on the market before 2015"),
                arguments("SHORT_HISTORY", "{ 2026: 2 kt/yr }", WEIBULL, "100 % of what was put on the market before"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String code, String sales, String lifetime, String saying) {
        requireOne(code, inUse(sales, lifetime), saying);
    }

    private void requireOne(String code, String marked, String saying) {
        List<Finding> findings = Tiny.findings(folder, "lab.yaml", marked.replace(Tiny.HERE, "")).stream()
                .filter(finding -> !finding.code().equals("CONTRACTS_EXCEED_ARISING"))
                .toList();
        assertThat(findings.stream().map(Finding::code)).as("%s", findings).containsExactly(code);
        assertThat(findings.get(0).toString()).contains(saying);
        if (marked.contains(Tiny.HERE)) {
            assertThat(findings.get(0).mark()).hasToString(folder.resolve("lab.yaml") + ":" + Tiny.placeOf(marked));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "growth: ¦-100 %/yr                   | OUT_OF_RANGE  | above -100 %/yr",
                "growth: ¦3                           | BAD_QUANTITY  | 5 %/yr",
                "growth: 900 %/yr                     | OUT_OF_RANGE  | Maybe the growth is too high",
                "growth: 0 %/yr, stock: ¦-1 t         | OUT_OF_RANGE  | at least 0",
                "note: it just goes on                | SALES_ASSUMED | of what arises in the run was put on the market after",
                "growth: 0 %/yr, ¦mean: 2 kt/yr       | UNKNOWN_KEY   | in-use"
            })
    void growthAndStock(String words, String code, String saying) {
        requireOne(code, inUse("put-on-market: " + SALES + ", lifetime: " + WEIBULL + ", " + words), saying);
    }

    @Test
    void lifetimeAndSalesAreRequired() {
        requireOne("MISSING_KEY", inUse("put-on-market: " + SALES), "'lifetime' is missing");
        requireOne("MISSING_KEY", inUse("lifetime: 12 yr"), "'put-on-market' is missing");
    }

    @Test
    void productsInUseStandAlone() {
        for (String other : List.of("mean: 2 kt/yr", "batch: 2 t")) {
            requireOne(
                    "CONFLICTING_KEYS",
                    inUse(SALES, WEIBULL).replace("every: 1 d", "every: 1 d\n        " + other),
                    "Keep");
        }
    }

    @Test
    void whatIsLongPastNeedsNoGrowthAndAKnownStockNoHistory() {
        String old = inUse("put-on-market: { 2000: 0 t/yr, 2001: 9 kt/yr }, lifetime: 29 yr");
        assertThat(read(old).lab().actors()).isNotEmpty();
        assertThat(Tiny.findings(folder, "lab.yaml", old)).isEmpty();
        String known = inUse("put-on-market: { 2020: 9 kt/yr }, growth: 0 %/yr, stock: 80 kt, lifetime: 12 yr");
        assertThat(Tiny.findings(folder, "lab.yaml", known)).isEmpty();
    }

    @Test
    void aTableHasYearsOnceAndAColumnForEach() {
        Tiny.write(folder, "twice.csv", "year,value [t/yr]\n1990,1\n1990,2\n");
        requireOne("BAD_DATE", inUse("{ table: twice.csv }", "12 yr"), "two values for 1990");
        Tiny.write(folder, "wrong.csv", "from,value [t/yr]\n1990,1\n");
        requireOne("BAD_TABLE", inUse("{ table: wrong.csv }", "12 yr"), "'year' and 'value'");
    }

    @Test
    void theYearsOfTheRunAreThoseOfItsMean() {
        Lab lab = read(inUse(SALES, WEIBULL)).lab();
        Timed mean = stream(lab).meanTonnesPerYear();
        assertThat(mean.steps().stream().map(step -> step.from().toString()))
                .containsExactly("2025-01-01", "2026-01-01", "2027-01-01", "2028-01-01", "2029-01-01");
    }
}
