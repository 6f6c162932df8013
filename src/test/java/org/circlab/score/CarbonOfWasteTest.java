package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Section;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.EmissionKind;
import org.circlab.model.Actor;
import org.circlab.model.Copies;
import org.circlab.model.Degradable;
import org.circlab.model.Degradable.Kind;
import org.circlab.model.DisposalSite;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarbonOfWasteTest {

    private static final long TONNE = 1_000_000;
    private static final Lab PLAIN = LabFixture.lab(4);

    private static Lab degrading(Lab lab, Degradable... parts) {
        return Copies.withMaterials(
                lab,
                lab.materials().stream()
                        .map(each -> each.id().equals("ash")
                                ? new Material("ash", "Ash", each.lowCode(), false, each.status(), List.of(parts))
                                : each)
                        .toList());
    }

    /** Tonnes of ash and rubble landfilled in each of the first years. */
    private static Accounts landfilled(long... tonnes) {
        Bookkeeper books = new Bookkeeper(PLAIN);
        for (long each : tonnes) {
            for (String waste : List.of("ash", "rubble")) {
                books.arise("a1", waste, Grade.MEASURED, 3 * each * TONNE);
                books.moveToSite("a1", "a3", waste, Operation.D1, Channel.DISPOSAL, each * TONNE);
                books.moveToSite("a1", "a3", waste, Operation.D10, Channel.DISPOSAL, each * TONNE);
            }
            books.endYear();
        }
        return books.close();
    }

    private static double read(Lab lab, Accounts accounts, String id) {
        return Indicators.of(lab, accounts).stream()
                .filter(reading -> reading.measure().id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** 1000 t a year: 300 t of food at 1260 kg and 100 t of paper at 0.4 x 0.5 x 0.5 x 16/12 x 0.9 x 28 = 3360 kg. */
    @Test
    void depositsAreBookedInFullByTheirParts() {
        Lab lab = degrading(PLAIN, new Degradable(Kind.FOOD, 0.3), new Degradable(Kind.PAPER, 0.1));
        Accounts accounts = landfilled(1000, 1000, 1000, 1000);
        assertThat(read(lab, accounts, "landfill-methane-committed")).isCloseTo(300 * 1.26 + 100 * 3.36, within(1e-9));
        double net = read(PLAIN, accounts, "ghg-net");
        assertThat(read(lab, accounts, "ghg-net")).as("told beside").isEqualTo(net);
    }

    /** Each deposit emits 1 - exp(-k n) of its methane in the n whole years that follow its own. */
    @Test
    void withinTheWindowDecayBeginsInTheYearAfterTheDeposit() {
        Lab lab = degrading(PLAIN, new Degradable(Kind.FOOD, 1));
        double expected = 0;
        long[] tonnes = {100, 0, 700, 40};
        for (int year = 0; year < 4; year++) {
            expected += tonnes[year] * 1.26 * (1 - Math.exp(-0.185 * (3 - year))) / 4;
        }
        assertThat(read(lab, landfilled(tonnes), "landfill-methane-in-window")).isCloseTo(expected, within(1e-9));
    }

    @Test
    void ofAYearThatEndsEarlyOnlyItsPartCounts() {
        Lab half = degrading(LabFixture.lab("half", 4, LocalDate.of(2026, 7, 2)), new Degradable(Kind.WOOD, 1));
        double years = half.horizon().years();
        double all = 500 * 0.43 * 0.5 * 0.5 * 16 / 12 * 0.9 * 28;
        double expected = all * (1 - Math.exp(-0.03)) * 182 / 365 / years;
        assertThat(read(half, landfilled(500), "landfill-methane-in-window")).isCloseTo(expected, within(1e-9));
    }

    @Test
    void withoutAKnownPartMethaneDoesNotApply() {
        Accounts accounts = landfilled(10);
        assertThat(read(PLAIN, accounts, "landfill-methane-committed")).isNaN();
        assertThat(read(PLAIN, accounts, "landfill-methane-in-window")).isNaN();
        Lab lab = degrading(PLAIN, new Degradable(Kind.FOOD, 1));
        assertThat(read(lab, landfilled(0), "landfill-methane-committed")).isZero();
    }

    @Test
    void carbonDioxideFromBiomassDoesNotApplyWhereNobodyStatesItAndIsInNoSum() {
        Bookkeeper books = new Bookkeeper(PLAIN);
        books.emit("a3", EmissionKind.BIOGENIC, 8_000_000_000L);
        books.emit("a3", EmissionKind.DISPOSAL, 4_000_000_000L);
        Accounts accounts = books.close();
        assertThat(read(PLAIN, accounts, "biogenic-co2")).isNaN();
        Lab stating = Copies.withActors(
                PLAIN, PLAIN.actors().stream().map(CarbonOfWasteTest::stating).toList());
        assertThat(read(stating, accounts, "biogenic-co2")).isCloseTo(2, within(1e-12));
        assertThat(read(stating, accounts, "ghg-net")).isCloseTo(1, within(1e-12));
    }

    private static Actor stating(Actor actor) {
        List<DisposalSite> sites = actor.sites().stream()
                .map(site -> new DisposalSite(
                        site.id(),
                        site.accepts(),
                        site.operation(),
                        site.feeEurosPerTonne(),
                        site.taxed(),
                        0,
                        site.voidGrams(),
                        0,
                        OptionalDouble.of(557),
                        site.source()))
                .toList();
        return Copies.withSites(actor, sites);
    }

    /** What the decay assumes is what the catalogue has with its sources. */
    @ParameterizedTest
    @CsvSource({
        "FOOD, food, food", "GARDEN, garden, garden", "PAPER, paper, paper",
        "TEXTILES, textiles, paper", "WOOD, wood, wood", "INDUSTRIAL, industrial, bulk"
    })
    void parametersAreThoseOfTheCatalogue(Kind kind, String doc, String decay) {
        LandfillMethane wet = LandfillMethane.managed(kind, true);
        assertThat(wet.doc()).isCloseTo(percent("doc-" + doc), within(1e-12));
        assertThat(wet.k()).isCloseTo(percent("k-" + decay + "-wet"), within(1e-12));
        assertThat(LandfillMethane.managed(kind, false).k()).isCloseTo(percent("k-" + decay + "-dry"), within(1e-12));
        assertThat(wet.docf()).isEqualTo(percent("docf"));
        assertThat(wet.f()).isEqualTo(percent("f"));
        assertThat(wet.ox()).isEqualTo(percent("ox-managed"));
        assertThat(wet.mcf()).isEqualTo(percent("mcf-managed"));
    }

    private static double percent(String id) {
        return Catalogue.bundled()
                        .find(Section.FACTORS, "ipcc-landfill-" + id)
                        .flatMap(entry -> entry.value())
                        .map(figure -> Double.parseDouble(figure.typical()))
                        .orElseThrow()
                / 100;
    }
}
