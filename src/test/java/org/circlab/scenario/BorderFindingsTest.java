package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.circlab.model.Borders;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Countries, borders, hazards and legal status as the scenario writes them. */
class BorderFindingsTest {

    @TempDir
    Path folder;

    private static final String TAX = "policy: { landfill-tax: 11 EUR/t }";

    /** The tiny lab with its press in Bosnia and these rules. */
    private static String abroad(String borders) {
        return Tiny.with(TAX, "policy: { landfill-tax: 11 EUR/t, borders: " + borders + " }")
                .replace("  press:\n", "  press:\n    country: BA\n");
    }

    private List<String> codes(String text) {
        return Tiny.findings(folder, "tiny.yaml", text).stream()
                .map(Finding::code)
                .toList();
    }

    private Lab lab(String text) {
        return Tiny.read(folder, "tiny.yaml", text).effective(null, List.of()).lab();
    }

    @Test
    void aContractMayNotCrossABorderThatIsClosedToWaste() {
        assertThat(codes(abroad("{ EU-non-EU: ban }"))).containsExactly("CONTRACT_NOT_PERMITTED");
        assertThat(codes(abroad("{ non-EU-EU: ban }"))).isEmpty();
        assertThat(codes(abroad("{ EU-non-EU: ban, SI-BA: free }"))).isEmpty();
        assertThat(codes(abroad("{ EU-non-EU: ban }").replace("{ code: \"10 01 02\" }", "{ status: end-of-waste }")))
                .isEmpty();
    }

    @Test
    void aStreamWhoseSitesAreAllBehindAClosedBorderHasNoRoute() {
        String text = abroad("{ SI-BA: ban, SI-RS: free }")
                .replace("  press:\n    country: BA\n", "  press:\n")
                .replace("  dump:\n", "  dump:\n    country: BA\n");
        assertThat(codes(text)).containsExactly("NO_DISPOSAL_ROUTE");
        assertThat(codes(text.replace("disposal: cheapest", "disposal: { fee: 80 EUR/t }")))
                .isEmpty();
    }

    @Test
    void rulesAmongActorsOfOneCountryChangeNothing() {
        String text = Tiny.with(TAX, "policy: { landfill-tax: 11 EUR/t, borders: { EU-non-EU: ban } }");
        assertThat(codes(text)).containsExactly("NO_EFFECT");
    }

    @Test
    void rulesThatContradictEachOtherAreSettledByOneThatNamesBothCountries() {
        String contradiction = "{ SI-non-EU: ban, EU-BA: { notice: 9 d } }";
        assertThat(codes(abroad(contradiction))).containsExactly("BORDER_CONTRADICTION");
        assertThat(codes(abroad(contradiction.replace("ban", "{ notice: 9 d }"))))
                .isEmpty();
        assertThat(codes(abroad(contradiction.replace("9 d } }", "9 d }, SI-BA: free }"))))
                .isEmpty();
        assertThat(codes(abroad("{ SI-EU: ban, EU-BA: free }"))).isEmpty();
    }

    @Test
    void rulesAreReadWithTheirTimes() {
        Lab lab = lab(abroad("{ SI-BA: { notice: 60 d }, EU-RS: free }"));
        assertThat(lab.policy().borders().between("SI", "BA")).isEqualTo(new Borders.Rule(false, 60L * 24 * 3_600_000));
        assertThat(lab.countryOf(lab.actors().get(2))).isEqualTo("BA");
        assertThat(lab.businessAsUsual()
                        .countryOf(lab.businessAsUsual().actors().get(2)))
                .isEqualTo("BA");
    }

    @Test
    void aStarIsHazardousUnlessTheScenarioSaysOtherwise() {
        String starred = Tiny.with("ash: { code: \"10 01 02\" }", "ash: { code: \"10 01 02*\" }");
        Material ash = lab(starred.replace("codes: [\"10 01 02\"]", "codes: [\"10 01 02*\"]"))
                .materials()
                .get(0);
        assertThat(ash).isEqualTo(new Material("ash", "ash", "10 01 02", true, Material.Status.WASTE, List.of()));
        assertThat(codes(starred))
                .containsExactlyInAnyOrder("CONTRACT_NOT_PERMITTED", "PERMITS_FORBID_ALL", "PERMITS_FORBID_ALL");
        assertThat(codes(starred.replace("operations: [R5] }", "operations: [R5], hazardous: yes }")))
                .isEmpty();
        assertThat(codes(starred.replace("02*\" }", "02*\", hazardous: no }"))).isEmpty();
    }

    @Test
    void aByProductNeedsNoPermit() {
        String text = Tiny.with("operations: [R5] }", "operations: [R3] }")
                .replace("{ code: \"10 01 02\" }", "{ code: \"10 01 02\", status: by-product }");
        assertThat(codes(text)).isEmpty();
        assertThat(codes(text.replace("[R3] }", "[R3], status: [waste] }")))
                .containsExactlyInAnyOrder("CONTRACT_NOT_PERMITTED", "PERMITS_FORBID_ALL", "PERMITS_FORBID_ALL");
    }
}
