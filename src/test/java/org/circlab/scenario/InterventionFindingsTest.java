package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Subsidies, bans and quotas that cannot be, contradict each other or do nothing, and what they leave without a route. */
class InterventionFindingsTest {

    @TempDir
    Path folder;

    private static final String TAX = "policy: { landfill-tax: 11 EUR/t }";

    private static String with(String policy) {
        return Tiny.with(TAX, "policy: { " + policy + " }");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("OUT_OF_RANGE", "subsidies: { s: { pays: ¦-5 EUR/t } }", "sign"),
                arguments("MISSING_KEY", "subsidies: { ¦s: { operations: [R5] } }", "'pays' is missing"),
                arguments("BAD_WORD", "subsidies: { s: { pays: 5 EUR/t, to: ¦state } }", "receiver, donor"),
                arguments(
                        "BAD_WORD",
                        "subsidies: { s: { pays: 5 EUR/t, operations: [¦recyling] } }",
                        "Maybe 'recycling'?"),
                arguments("UNKNOWN_MATERIAL", "subsidies: { s: { pays: 5 EUR/t, materials: [¦ahs] } }", "Maybe 'ash'?"),
                arguments("UNKNOWN_ACTOR", "subsidies: { s: { pays: 5 EUR/t, receivers: [¦pres] } }", "Maybe 'press'?"),
                arguments(
                        "CODE_MATCHES_NOTHING",
                        "subsidies: { s: { pays: 5 EUR/t, ¦codes: [\"17 01 01\"] } }",
                        "17 01 01"),
                arguments("BAD_CODE", "subsidies: { s: { pays: 5 EUR/t, codes: [¦\"17\"] } }", "six digits"),
                arguments("NO_EFFECT", "subsidies: { ¦s: { pays: 5 EUR/t, operations: [R1] } }", "concerns nothing"),
                arguments("MISSING_KEY", "bans: { ¦b: { materials: [ash] } }", "'operations' is missing"),
                arguments("NO_EFFECT", "bans: { ¦b: { operations: [R5], from: 2031-01-01 } }", "at no time of the run"),
                arguments(
                        "NO_EFFECT", "bans: { ¦b: { operations: [R5], until: 2024-01-01 } }", "at no time of the run"),
                arguments("NO_EFFECT", "bans: { ¦b: { operations: [R5], materials: [board] } }", "concerns nothing"),
                arguments("BAD_DATE", "bans: { b: { operations: [R5], from: ¦2026-02-30 } }", "calendar"),
                arguments(
                        "BAD_DATE",
                        "bans: { b: { operations: [R5], from: 2027-01-01, ¦until: 2026-01-01 } }",
                        "ends on 2026-01-01 and begins on 2027-01-01"),
                arguments("MISSING_KEY", "quotas: { ¦q: { operations: [landfill] } }", "'most' is missing"),
                arguments("OUT_OF_RANGE", "quotas: { q: { most: ¦-5 kt/yr } }", "sign"),
                arguments("OUT_OF_RANGE", "quotas: { q: { most: 5 kt/yr, penalty: ¦-1 EUR/t } }", "sign"),
                arguments("BAD_WORD", "quotas: { q: { most: 5 kt/yr, operations: [¦R5] } }", "A quota caps disposal"),
                arguments(
                        "NO_EFFECT",
                        "quotas: { ¦q: { most: 5 kt/yr, penalty: 1 EUR/t, operations: [D10] } }",
                        "concerns nothing"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneMistakeIsOneFindingAtItsPlace(String code, String policy, String saying) {
        String marked = with(policy);
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", marked.replace(Tiny.HERE, ""));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo(code);
        assertThat(findings.get(0).toString()).contains(saying).contains(Tiny.placeOf(marked));
    }

    private List<Finding> findings(String text) {
        return Tiny.findings(folder, "tiny.yaml", text);
    }

    @Test
    void aBanThatLeavesAStreamNoRouteIsFoundBeforeTheRun() {
        String text = with("bans: { b: { operations: [landfill], from: 2028-01-01 } }");
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("BANNED_WITHOUT_ROUTE");
            assertThat(finding.toString()).contains("From 2028-01-01 on, bans (b) leave no disposal site for 'ash'");
        });
        assertThat(findings(text.replace("disposal: cheapest", "disposal: { fee: 80 EUR/t }")))
                .isEmpty();
        assertThat(findings(text.replace("operation: D1, fee: 40 EUR/t }", "operation: D10, fee: 40 EUR/t }")))
                .extracting(Finding::code)
                .containsExactly("NO_EFFECT");
    }

    @Test
    void whatABanForbidsAllTheTimeIsNeitherDeliveredNorPaidFor() {
        String text = with("subsidies: { s: { pays: 5 EUR/t, operations: [R5] } }, bans: { b: { operations: [R5] } }");
        assertThat(findings(text)).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("NO_EFFECT");
            assertThat(finding.toString()).contains("all the time");
        });
        assertThat(findings(text))
                .extracting(Finding::path)
                .containsExactly("contracts.fill.material", "policy.subsidies.s");
        assertThat(findings(text.replace("[R5] } } }", "[R5], from: 2027-01-01 } } }")))
                .isEmpty();
    }

    /** Neither of two bans closes both sites, and both together only in the days in which they overlap. */
    @Test
    void twoBansTogetherCanLeaveNoRoute() {
        String two =
                with("bans: { a: { operations: [D1], until: 2027-02-01 }, b: { operations: [D10], from: 2027-01-01 } }")
                        .replace(
                                "operation: D1, fee: 40 EUR/t }",
                                "operation: D1, fee: 40 EUR/t }\n      oven: { accepts: [ash], operation: D10, fee: 90 EUR/t }");
        assertThat(findings(two))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("From 2027-01-01 on, bans (a, b)"));
        assertThat(findings(two.replace("until: 2027-02-01", "until: 2027-01-01")))
                .isEmpty();
    }

    @Test
    void aQuotaOnEveryRouteIsFoundUnlessItHasAPenalty() {
        String text = with("quotas: { q: { most: 5 kt/yr, operations: [landfill] } }");
        assertThat(findings(text)).extracting(Finding::code).containsExactly("QUOTA_WITHOUT_ROUTE");
        assertThat(findings(text.replace("5 kt/yr,", "5 kt/yr, penalty: 150 EUR/t,")))
                .isEmpty();
    }

    @Test
    void aQuotaOfNothingShouldBeABan() {
        String text =
                with("quotas: { q: { most: { 2025-01-01: 5 kt/yr, 2027-01-01: 0 t/yr }, operations: [landfill] } }")
                        .replace("disposal: cheapest", "disposal: { fee: 80 EUR/t }");
        assertThat(findings(text)).extracting(Finding::code).containsExactly("QUOTA_OF_NOTHING");
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                arguments("UNKNOWN_TARGET", "add: { ¦actors.plant: 5 t }", "is no stream"),
                arguments("UNKNOWN_TARGET", "add: { ¦actors.plant.generates.ahs: 5 t }", "Maybe 'ash'?"),
                arguments("OUT_OF_RANGE", "add: { actors.plant.generates.ash: ¦0 t }", "above 0"),
                arguments("BAD_QUANTITY", "add: { actors.plant.generates.ash: ¦5 t/yr }", "mass"),
                arguments("NO_EFFECT", "close: [actors.press], ¦spread: exponential", "adds nothing"));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void aMistakeInWhatAnEventAddsIsOneFindingAtItsPlace(String code, String change, String saying) {
        String marked = Tiny.TEXT + "events: { e: { at: 2026-01-01, " + change + " } }\n";
        List<Finding> findings = findings(marked.replace(Tiny.HERE, ""));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo(code);
        assertThat(findings.get(0).toString()).contains(saying).contains(Tiny.placeOf(marked));
    }
}
