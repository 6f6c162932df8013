package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.circlab.experiment.whynot.Dimension;
import org.circlab.experiment.whynot.Explained;
import org.circlab.experiment.whynot.Explanation;
import org.circlab.experiment.whynot.Funnel;
import org.circlab.experiment.whynot.Passage;
import org.circlab.experiment.whynot.Proposal;
import org.circlab.experiment.whynot.Stop;
import org.circlab.experiment.whynot.Subject;
import org.circlab.experiment.whynot.Subject.Side;
import org.circlab.model.Lab;
import org.circlab.network.Gate;
import org.circlab.scenario.ScenarioFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of single streams and needs, word for word. */
class ExplainedLinesTest {

    private static final long TONNE = 1_000_000;
    private static final Subject HUSKS = new Subject(Side.OFFER, "mill", "husks", "");
    private static final Subject GRAVEL = new Subject(Side.NEED, "roads", "gravel", "");
    private static final Proposal TAX =
            new Proposal(Dimension.LANDFILL_TAX, "policy.landfill-tax=16 EUR/t", "11 EUR/t", 12_000 * TONNE);

    private static Lab lab(String... sets) {
        return ScenarioFile.read(Harbour.FILE).effective(null, List.of(sets)).lab();
    }

    private static Funnel.Row row(Subject subject, boolean sold, @Nullable Gate gate) {
        Passage passage = new Passage(0, 48_000 * TONNE, 36_000 * TONNE, 0, List.of(new Stop(gate, 12_000 * TONNE)), 0);
        return new Funnel.Row(subject, sold, passage, 12_000 * TONNE);
    }

    private static Explained explained(Gate gate, double margin, String barrier, List<Proposal> proposals) {
        return new Explained(
                row(HUSKS, false, gate),
                gate,
                12_000 * TONNE,
                new Explained.Nearest("carpenter", "press", 8.225, margin, barrier),
                List.of(),
                proposals,
                List.of(Dimension.HAULAGE, Dimension.FEE));
    }

    private static String text(Explained explained, String... sets) {
        return String.join("\n", new ExplainedLines(lab(sets)).of(explained));
    }

    @Test
    void aStreamWithAChange() {
        assertThat(text(explained(Gate.PRICE, 5, "", List.of(TAX)))).isEqualTo("""
                        Mlin Šoštanj, Rice husks: 12 000 t not taken (25 % of what it offers)
                          Why: would cost more than it saves, by 5 EUR/t; nearest is Carpenter (press), 8.22 km away.
                            --set policy.landfill-tax="16 EUR/t"   (landfill tax; now 11 EUR/t)
                          Tried in vain: haulage price, gate fee.""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPOSITION | 0.24 | not pure enough, beyond a limit by 24 % of it; nearest",
                "EXPIRY | 7.5 | would spoil before it arrives, by 7.5 h; nearest",
                "DISTANCE | 12 | too far away, by 12 km; nearest",
                "CAPACITY | NaN | no room where it could go; nearest",
                "OUTBID | NaN | others filled the room first; nearest",
                "PERMIT | NaN | no permit for its code or its use; nearest"
            })
    void theMarginHasItsUnit(Gate gate, double margin, String words) {
        assertThat(text(explained(gate, margin, "", List.of())))
                .contains("Why: " + words)
                .endsWith("No single change does; tried in vain: haulage price, gate fee.");
    }

    @ParameterizedTest
    @CsvSource({"net-cost, by 5 EUR/t of net cost of the lab", "ghg, by 5 a tonne in the objective"})
    void ofAnOptimumTheMarginIsThatOfTheObjective(String objective, String words) {
        String optimal = "exchange={ rule: optimal, every: 1 wk, objective: " + objective + " }";
        assertThat(text(explained(Gate.PRICE, 5, "", List.of(TAX)), optimal)).contains(words);
    }

    @Test
    void whereRoundsLookAheadRoomMayBeKept() {
        String optimal = "exchange={ rule: optimal, every: 1 wk, look-ahead: 2 }";
        assertThat(text(explained(Gate.CAPACITY, Double.NaN, "", List.of()), optimal))
                .contains("no room where it could go, or it is kept for what is expected; nearest");
        assertThat(text(explained(Gate.PRICE, 5, "", List.of()), optimal)).doesNotContain("kept");
    }

    @Test
    void aContractIsNamedByTheOtherParty() {
        String contract = "contracts.deal={ from: mill, to: carpenter, material: husks, volume: 2 kt/yr }";
        Proposal more = new Proposal(Dimension.CONTRACT, "contracts.deal.volume=3 kt/yr", "2 kt/yr", 12_000 * TONNE);
        assertThat(text(explained(Gate.PRICE, 5, "", List.of(more)), contract))
                .contains("--set contracts.deal.volume=\"3 kt/yr\"   (contract volume with Carpenter; now 2 kt/yr)");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(text(explained(Gate.PERMIT, Double.NaN, "it needs R3", List.of())))
                .contains("away: it needs R3.");
    }

    @Test
    void whatNobodyTakesAndIsSold() {
        Explained sold = new Explained(
                row(HUSKS, true, Gate.MATERIAL), Gate.MATERIAL, 12_000 * TONNE, null, List.of(), List.of(), List.of());
        assertThat(text(sold)).isEqualTo("""
                        Mlin Šoštanj, Rice husks: 12 000 t not taken (25 % of what it offers), sold outside the lab
                          Why: nobody in the lab takes it.
                          No single change does.""");
    }

    @Test
    void aHeapAndAGateThatStoppedAPartOfIt() {
        Funnel.Row row = new Funnel.Row(
                HUSKS, false, new Passage(0, 48_000 * TONNE, 0, 0, List.of(), 48_000 * TONNE), 48_000 * TONNE);
        Explained heap = new Explained(row, Gate.CAPACITY, 40_000 * TONNE, null, List.of(), List.of(), List.of());
        assertThat(text(heap))
                .contains("48 000 t piled up (100 % of what it offers)", "where it could go; so for 40 000 t of it.");
    }

    @Test
    void aNeedWithWhatIsIdle() {
        Explained need = new Explained(
                row(GRAVEL, false, null),
                null,
                12_000 * TONNE,
                null,
                List.of(new Explained.Idle(row(HUSKS, false, Gate.BORDER), Gate.BORDER)),
                List.of(TAX),
                List.of());
        assertThat(text(need)).isEqualTo("""
                        =Roads, "North" & Co, gravel: 12 000 t bought as virgin material (25 % of what it needs)
                          Why: too little of it is offered.
                          Meanwhile nobody takes: 12 000 t of Rice husks of Mlin Šoštanj (may not (yet) cross the border).
                            --set policy.landfill-tax="16 EUR/t"   (landfill tax; now 11 EUR/t)""");
    }

    @Test
    void tablesHaveARowForEachChangeAndForEachTriedInVain() throws IOException {
        Explained stream = explained(Gate.PRICE, 5, "", List.of(TAX));
        Explained need =
                new Explained(row(GRAVEL, false, null), null, 12_000 * TONNE, null, List.of(), List.of(), List.of());
        Funnel funnel = new Funnel(List.of(stream.row(), need.row()));
        StringBuilder changes = new StringBuilder();
        ExplainTables.changes(changes, new Explanation(lab(), funnel, List.of(stream, need), 3));
        assertThat(changes).hasToString("""
                        side,actor,material,line,unmatched_t,reason,nearest,distance_km,margin,dimension,change_needed,now,traded_t
                        offer,mill,husks,,12000,price,carpenter.press,8.225,5,landfill tax,policy.landfill-tax=16 EUR/t,11 EUR/t,12000
                        offer,mill,husks,,12000,price,carpenter.press,8.225,5,haulage price,no single change,,
                        offer,mill,husks,,12000,price,carpenter.press,8.225,5,gate fee,no single change,,
                        need,roads,gravel,,12000,no-offer,,,,,no single change,,
                        """);
        StringBuilder steps = new StringBuilder();
        ExplainTables.funnel(steps, funnel);
        assertThat(steps).hasToString("""
                        side,actor,material,line,step,mass_t,goes_to
                        offer,mill,husks,,waiting-at-start,0,
                        offer,mill,husks,,offered,48000,
                        offer,mill,husks,,price,12000,disposal
                        offer,mill,husks,,waiting-at-end,0,
                        offer,mill,husks,,contracted,0,
                        offer,mill,husks,,exchanged,36000,
                        need,roads,gravel,,needed,48000,
                        need,roads,gravel,,no-offer,12000,virgin
                        need,roads,gravel,,met,36000,
                        """);
    }
}
