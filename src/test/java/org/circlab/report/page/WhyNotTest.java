package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.circlab.experiment.whynot.Subject;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Gate;
import org.circlab.report.Followed;
import org.circlab.report.GateWords;
import org.circlab.report.Remedy;
import org.circlab.report.Watched;
import org.circlab.simulation.Unmatched;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Why not, for ends of offers that a test chooses: each gate, nobody, and nothing at all. */
class WhyNotTest {

    private static final Followed FOLLOWED = Followed.harbour("symbiosis", 1);
    private static final ExchangeNetwork NETWORK =
            ExchangeNetwork.of(FOLLOWED.run().outcome().plan().lab());
    private static final long TONNE = 1_000_000;

    private static OpenedPage section(Unmatched unmatched, List<Remedy> remedies) {
        Watched watched =
                new Watched(FOLLOWED.watched().variant(), FOLLOWED.watched().baseline(), List.of(unmatched));
        return OpenedPage.of(
                "<section id=\"why\">" + new WhyNot(FOLLOWED.run(), watched, remedies).html() + "</section>");
    }

    /** One tonne stopped at each gate, two thousand times as much exchanged. */
    private static Unmatched everyGate() {
        List<Unmatched.Rest> rests = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            boolean nobody = gate == Gate.MATERIAL || gate == Gate.CONTRACT;
            rests.add(new Unmatched.Rest(0, gate, nobody ? Unmatched.NONE : 0, TONNE, 0, Double.NaN));
        }
        long exchanged = 2000 * TONNE;
        long offered = exchanged + rests.size() * TONNE;
        return new Unmatched(
                List.of(new Unmatched.Stream(0, offered, exchanged, 0, 0, 0, 0)), rests, List.of(), List.of());
    }

    private static List<String> words(OpenedPage document, int figure) {
        return OpenedPage.within(
                        OpenedPage.within(document.byId("why"), "figure").get(figure), "text")
                .stream()
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void everyGateHasABarAndARowInPlainWordsOfItsOwn() {
        OpenedPage document = section(everyGate(), List.of());
        Set<String> told = new HashSet<>();
        for (Gate gate : Gate.values()) {
            String words = GateWords.of(Subject.Side.OFFER, gate);
            assertThat(words(document, 0)).contains(words);
            assertThat(OpenedPage.within(document.byId("why"), "td").stream().map(Element::getTextContent))
                    .contains(words);
            assertThat(told.add(words)).as(words).isTrue();
        }
        assertThat(document.saved("unmatched.csv")).hasSize(Gate.values().length);
    }

    @Test
    void gatesFollowEachOtherFromTheFirstToTheLastAndWhatGotThroughComesLast() {
        List<String> words = words(section(everyGate(), List.of()), 0);
        List<String> steps = new ArrayList<>();
        for (int i = 2; i < words.size(); i += 2) {
            steps.add(words.get(i));
        }
        List<String> gates = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            gates.add(GateWords.of(Subject.Side.OFFER, gate));
        }
        gates.add("exchanged");
        assertThat(steps).isEqualTo(gates);
    }

    @Test
    void theLeadNamesTheLargestLoss() {
        Unmatched unmatched = new Unmatched(
                List.of(new Unmatched.Stream(0, 40 * TONNE, 10 * TONNE, 0, 0, 0, 0)),
                List.of(
                        new Unmatched.Rest(0, Gate.PRICE, 0, 5 * TONNE, 0, 1),
                        new Unmatched.Rest(0, Gate.DISTANCE, 0, 25 * TONNE, 0, 1)),
                List.of(),
                List.of());
        assertThat(section(unmatched, List.of()).text("why"))
                .contains("Most of what found no taker: " + GateWords.of(Subject.Side.OFFER, Gate.DISTANCE) + ", 12.5");
    }

    @Test
    void whereAllIsTakenItSaysSo() {
        Unmatched unmatched = new Unmatched(
                List.of(new Unmatched.Stream(0, 40 * TONNE, 40 * TONNE, 0, 0, 0, 0)), List.of(), List.of(), List.of());
        OpenedPage document = section(unmatched, List.of());
        assertThat(document.text("why")).contains("All that was offered found a taker.", "Nobody needed anything.");
        assertThat(OpenedPage.within(document.byId("why"), "svg")).hasSize(1);
    }

    @Test
    void whereNothingIsOfferedOrNeededThereIsASentenceAndNoPicture() {
        OpenedPage document = section(Unmatched.EMPTY, List.of());
        assertThat(document.text("why")).contains("Nothing was offered and nothing was needed.");
        assertThat(OpenedPage.within(document.byId("why"), "svg")).isEmpty();
    }

    @Test
    void needsAreMetOrNotByGateToo() {
        int inlet = -1;
        for (int i = 0; i < NETWORK.inlets().size(); i++) {
            inlet = NETWORK.inlets().get(i).need() != null ? i : inlet;
        }
        Unmatched unmatched = new Unmatched(
                List.of(),
                List.of(),
                List.of(
                        new Unmatched.Lack(inlet, null, Unmatched.NONE, 10 * TONNE),
                        new Unmatched.Lack(inlet, Gate.PRICE, 0, 30 * TONNE)),
                List.of(new Unmatched.Met(inlet, 60 * TONNE)));
        List<String> words = words(section(unmatched, List.of()), 1);
        assertThat(section(unmatched, List.of()).text("why"))
                .contains("Nothing was offered.")
                .doesNotContain("found a taker");
        assertThat(words)
                .contains(
                        GateWords.of(Subject.Side.NEED, Gate.PRICE),
                        GateWords.of(Subject.Side.NEED, null),
                        "met with what others give")
                .anyMatch(each -> each.endsWith("30 %"))
                .anyMatch(each -> each.endsWith("10 %"))
                .anyMatch(each -> each.endsWith("60 %"));
    }

    @Test
    void ofChangesThoseThatDoAreShownAndWhereNoneDoesOneLineSaysSo() {
        List<Remedy> remedies = List.of(
                new Remedy(false, "mill", "husks", 10, "gate fee", "", ""),
                new Remedy(
                        false, "mill", "husks", 10, "capacity", "actors.carpenter.runs.press.capacity=9 t/d", "8 t/d"),
                new Remedy(true, "roads", "gravel", 20, "gate fee", "", ""),
                new Remedy(true, "roads", "gravel", 20, "haulage price", "", ""));
        OpenedPage document = section(everyGate(), remedies);
        List<Element> tables = OpenedPage.within(document.byId("why"), "table");
        List<Element> rows = OpenedPage.within(tables.get(tables.size() - 1), "tr");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).getTextContent())
                .contains(
                        "Mlin Šoštanj", "Rice husks", "--set actors.carpenter.runs.press.capacity=\"9 t/d\"", "8 t/d");
        assertThat(rows.get(2).getTextContent()).contains("needs gravel", "no single change does");
    }
}
