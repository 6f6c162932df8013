package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.circlab.model.Actor;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Sourced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money in other currencies than euros, at rates that the scenario states. */
class CurrenciesTest {

    private static final String RATE =
            "currencies: { RSD: { per-euro: 125, source: { ref: National Bank of Serbia, grade: reported } } }\n";
    private static final String FEE = "fee: 40 EUR/t";

    @TempDir
    Path folder;

    private static String priced(String price) {
        return Tiny.with(FEE, "fee: " + price) + RATE;
    }

    private Lab lab(String text, String... sets) {
        return Tiny.read(folder, "tiny.yaml", text)
                .effective(null, List.of(sets))
                .lab();
    }

    private static Actor actor(Lab lab, String id) {
        return lab.actors().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double fee(Lab lab) {
        return actor(lab, "dump")
                .sites()
                .get(0)
                .feeEurosPerTonne()
                .on(lab.horizon().start());
    }

    /** 6000 dinars at 125 a euro are 48 euros. */
    @ParameterizedTest
    @CsvSource({
        "6000 RSD/t, 48",
        "6 kRSD/t, 48",
        "0.006 MRSD/t, 48",
        "6 RSD/kg, 48",
        "6 000RSD/t, 48",
        "-250 RSD/t, -2",
        "6e3 RSD/t, 48",
        "48 EUR/t, 48"
    })
    void anAmountIsDividedByTheRate(String price, double euros) {
        assertThat(fee(lab(priced(price)))).isCloseTo(euros, within(1e-12));
    }

    @Test
    void whereverMoneyStands() {
        String text = (Tiny.TEXT + RATE)
                        .replace(
                                "landfill-tax: 11 EUR/t",
                                "landfill-tax: { 2025-01-01: 1000 RSD/t, 2027-01-01: 2000 RSD/t }")
                        .replace("cost: 0.12 EUR/tkm", "cost: 15 RSD/tkm")
                        .replace(
                                "price: 60 EUR/t",
                                "price: { value: 5000 RSD/t, source: { ref: Price list, grade: reported } }")
                        .replace(
                                "gate-fee: { ash: -4 EUR/t }",
                                "gate-fee: { ash: -500 RSD/t }, investment: 250 MRSD, life: 20 yr, fixed-cost: 1.25 MRSD/yr")
                + "events: { slump: { at: 2026-01-01, set: { actors.dump.disposes.landfill.fee: 2500 RSD/t } } }\n";
        Lab lab = lab(text.replace("policy: {", "policy: { carbon-price: 9375 RSD/tCO2e, "));
        assertThat(lab.policy().carbonPriceEurosPerTonne().on(lab.horizon().start()))
                .isEqualTo(75);
        assertThat(lab.policy().landfillTaxEurosPerTonne().on(lab.horizon().start()))
                .isEqualTo(8);
        assertThat(lab.policy()
                        .landfillTaxEurosPerTonne()
                        .on(lab.horizon().start().plusYears(2)))
                .isEqualTo(16);
        assertThat(actor(lab, "press").lines().get(0).finance().investmentEuros())
                .isEqualTo(2e6);
        assertThat(actor(lab, "press").lines().get(0).finance().fixedEurosPerYear())
                .isEqualTo(1e4);
        assertThat(Tiny.findings(folder, "tiny.yaml", text)).isEmpty();
    }

    /** What is read is what was written: in dinars, with the rate and its source beside it. */
    @Test
    void theEffectiveScenarioKeepsAmountAndRate() {
        Effective effective =
                Tiny.read(folder, "tiny.yaml", priced("6000 RSD/t")).effective(null, List.of());
        assertThat(effective.text()).contains("6000 RSD/t").contains("per-euro: 125");
        assertThat(lab(effective.text())).isEqualTo(effective.lab());
        assertThat(effective.lab().sources())
                .filteredOn(sourced -> sourced.path().equals("currencies.RSD"))
                .extracting(Sourced::source)
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.ref()).isEqualTo("National Bank of Serbia");
                    assertThat(source.grade()).isEqualTo(Grade.REPORTED);
                });
    }

    @Test
    void ratesCanBeOverriddenAndVaried() {
        assertThat(fee(lab(priced("6000 RSD/t"), "currencies.RSD.per-euro=120")))
                .isEqualTo(50);
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", priced("6000 RSD/t") + """
                studies: { fees: { vary: { actors.dump.disposes.landfill.fee: "1000..5000:2000 RSD/t" }, replications: 2 } }
                """);
        assertThat(file.validate()).isEmpty();
    }

    /** In the study only are amounts of the currency. */
    @Test
    void aRateMayBeThereForAStudy() {
        String study = "studies: { fees: { vary: { actors.dump.disposes.landfill.fee: [1000 %s/t, 2000 %s/t] },"
                + " replications: 2 } }\n";
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", Tiny.TEXT + RATE + study.replace("%s", "RSD"));
        assertThat(file.validate()).isEmpty();
        assertThat(file.effective(null, List.of()).warnings()).isEmpty();
        assertThat(Tiny.findings(folder, "tiny.yaml", Tiny.TEXT + RATE + study.replace("%s", "EUR")))
                .extracting(Finding::code)
                .containsExactly("UNUSED");
    }

    @Test
    void headersOfTablesMayNameACurrency() {
        Tiny.write(folder, "pits.csv", """
                id,latitude,longitude,disposes.pit.fee [RSD/t],disposes.pit.accepts,disposes.pit.operation
                kikinda,45.83,20.46,3250,[ash],D1
                """);
        Tiny.write(folder, "tax.csv", "from,value [kRSD/t]\n2025-01-01,1\n2027-01-01,2.5\n");
        Lab lab = lab(Tiny.with("landfill-tax: 11 EUR/t", "landfill-tax: { table: tax.csv }")
                + RATE
                + "tables: { pits: { actors: pits.csv } }\n");
        assertThat(actor(lab, "kikinda")
                        .sites()
                        .get(0)
                        .feeEurosPerTonne()
                        .on(lab.horizon().start()))
                .isEqualTo(26);
        assertThat(lab.policy()
                        .landfillTaxEurosPerTonne()
                        .on(lab.horizon().start().plusYears(2)))
                .isEqualTo(20);
    }

    /** The catalogue has a fee of Kikinda, 1570 dinars. */
    @Test
    void aRateLetsAnEntryOfTheCatalogueIn() {
        Lab lab = lab(priced("\"cost:gate-fee-rs-kikinda-08\""));
        assertThat(fee(lab)).isCloseTo(1570 / 125.0, within(1e-12));
        assertThat(lab.sources())
                .extracting(sourced -> sourced.source().ref())
                .anyMatch(ref -> ref.startsWith("Catalogue, cost:gate-fee-rs-kikinda-08"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40 BAM/t  | is 40 BAM/t, and the scenario states no rate of BAM | currencies: { BAM: { per-euro:",
                "4 kALL/t  | states no rate of ALL                               | currencies: { ALL: { per-euro:"
            })
    void aCurrencyWithoutARateIsTold(String price, String message, String advice) {
        assertThat(Tiny.findings(folder, "tiny.yaml", Tiny.with(FEE, "fee: " + price)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("UNKNOWN_CURRENCY");
                    assertThat(finding.path()).isEqualTo("actors.dump.disposes.landfill.fee");
                    assertThat(finding.message()).contains(message);
                    assertThat(finding.advice()).contains(advice, "a euro of the start year");
                });
    }

    /** Three capitals alone make no currency, and no rate makes money of what is none. */
    @ParameterizedTest
    @ValueSource(strings = {"fee: 40 XYZ/t", "fee: 40 RSD", "fee: 40 RSD/yr", "fee: 40 rsd/t", "fee: RSD/t"})
    void otherUnitsAreToldAsBefore(String fee) {
        assertThat(Tiny.findings(folder, "tiny.yaml", Tiny.with(FEE, fee) + RATE))
                .extracting(Finding::code)
                .contains("BAD_QUANTITY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ dinar: { per-euro: 125 } } | UNKNOWN_CURRENCY | dinar' is no currency",
                "{ EUR: { per-euro: 1 } }     | UNKNOWN_CURRENCY | The euro",
                "{ RSD: { per-euro: 0 } }     | OUT_OF_RANGE     | must be above 0",
                "{ RSD: { per-euro: -117 } }  | OUT_OF_RANGE     | must be above 0",
                "{ RSD: {} }                  | MISSING_KEY      | per-euro' is missing",
                "{ RSD: 125 }                 | WRONG_KIND       | A map is expected",
                "[RSD]                        | WRONG_KIND       | A map is expected",
                "{ RSD: { per-euro: 117 RSD } } | BAD_QUANTITY   | where none belongs"
            })
    void badRatesAreOneMistake(String currencies, String code, String message) {
        String text = Tiny.with(FEE, "fee: 6000 RSD/t") + "currencies: " + currencies + "\n";
        String own = code.equals("UNKNOWN_CURRENCY") ? text.replace("6000 RSD/t", "40 EUR/t") : text;
        assertThat(Tiny.findings(folder, "tiny.yaml", own)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.path()).startsWith("currencies");
            assertThat(finding.message()).contains(message);
        });
    }

    @Test
    void aRateThatNothingUsesIsTold() {
        assertThat(Tiny.findings(folder, "tiny.yaml", Tiny.TEXT + RATE))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("UNUSED");
                    assertThat(finding.path()).isEqualTo("currencies.RSD");
                });
    }

    /** Whatever the rate, twice the amount is twice the euros, and the rate itself is one euro. */
    @ParameterizedTest
    @ValueSource(doubles = {0.85, 1.95583, 7.5345, 98.5, 117.2})
    void theRateItselfIsOneEuro(double rate) {
        String text = Tiny.with(FEE, "fee: " + rate + " GBP/t") + "currencies: { GBP: { per-euro: " + rate + " } }\n";
        assertThat(fee(lab(text))).isEqualTo(1);
        assertThat(fee(lab(text.replace("fee: " + rate, "fee: " + 2 * rate)))).isCloseTo(2, within(1e-12));
    }
}
