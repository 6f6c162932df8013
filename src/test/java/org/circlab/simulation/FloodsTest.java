package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Lab;
import org.circlab.model.Part;
import org.circlab.model.Spread;
import org.junit.jupiter.api.Test;

/** Waste that events bring beside the tonne of ash that arises each noon of the 30 days from 1 January 2025. */
class FloodsTest {

    private static TinyLab lab() {
        return TinyLab.of()
                .donor("donor", stream("ash"))
                .site("tip", site("cell", "ash").fee(10))
                .exchange(Exchange.Rule.NONE, 0);
    }

    private static Event.Add flood(double tonnes) {
        return flood(tonnes, new Spread.None());
    }

    private static Event.Add flood(double tonnes, Spread spread) {
        return new Event.Add(new Part(Part.Kind.STREAM, "donor", "ash"), Parts.grams(tonnes), spread);
    }

    @Test
    void whatAnEventForGoodAddsComesAtOnce() {
        Run run = Run.of(lab().event("flood", "2025-01-11", flood(500)));
        assertThat(run.log(FactKind.GENERATED))
                .contains("240 donor>donor ash 500")
                .hasSize(31);
        assertThat(run.tonnes(Channel.DISPOSAL)).isEqualTo(530);
    }

    /** 10 t over two days and a half: three parts of a third each, the first with the gram that is left over. */
    @Test
    void whileAnEventLastsAPartComesEachDay() {
        Run run = Run.of(lab().event("flood", new Event.At(LocalDate.of(2025, 1, 11)), Changes.days(2.5), flood(10)));
        assertThat(run.log(FactKind.GENERATED))
                .contains(
                        "240 donor>donor ash 3.333334", "264 donor>donor ash 3.333333", "288 donor>donor ash 3.333333")
                .hasSize(33);
    }

    /** Ten daily parts from 27 December on: the five of January come. */
    @Test
    void whatCameBeforeTheRunIsOver() {
        Run run = Run.of(lab().event("flood", new Event.At(LocalDate.of(2024, 12, 27)), Changes.days(10), flood(100))
                .event("older", "2024-12-31", flood(7)));
        assertThat(run.tonnes(Channel.DISPOSAL)).isEqualTo(30 + 50);
    }

    /** One on the 8th, 16th and 24th: seven days after the last, which takes a day. */
    @Test
    void floodsThatComeAgainBringTheirWasteEachTimeInBusinessAsUsualToo() {
        Lab lab = lab().exchange(Exchange.Rule.NEAREST, 0)
                .event("floods", new Event.Every(Changes.days(7)), Changes.days(1), flood(500))
                .lab();
        assertThat(Run.of(lab.businessAsUsual(), 1, 0).tonnes(Channel.DISPOSAL)).isEqualTo(30 + 3 * 500);
    }

    @Test
    void whatIsDrawnScattersByReplicationAndTouchesNoOtherDraw() {
        TinyLab drawn = lab().donor("donor", stream("slag").spread(new Spread.Exponential()))
                .site("tip", site("heap", "slag"));
        List<String> before = slag(Run.of(drawn.lab(), 1, 0));
        Lab flooded = drawn.event("flood", "2025-01-11", flood(500, new Spread.Lognormal(0.5)))
                .lab();
        Run first = Run.of(flooded, 1, 0);
        Run second = Run.of(flooded, 1, 1);
        assertThat(slag(first)).isEqualTo(before);
        assertThat(first.tonnes("donor", "tip", "ash"))
                .isNotEqualTo(530)
                .isNotEqualTo(second.tonnes("donor", "tip", "ash"));
    }

    private static List<String> slag(Run run) {
        return run.log(FactKind.GENERATED).stream()
                .filter(fact -> fact.contains("slag"))
                .toList();
    }

    /** A closed stream brings nothing, whatever an event would add to it. */
    @Test
    void aClosedStreamBringsNothing() {
        Run run = Run.of(lab().event(
                        "flood",
                        "2025-01-11",
                        flood(500),
                        new Event.Close(new Part(Part.Kind.STREAM, "donor", "ash"))));
        assertThat(run.tonnes(Channel.DISPOSAL)).isEqualTo(10);
    }

    @Test
    void aContinuousStreamGathersWhatIsAdded() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").flows(2))
                .site("tip", site("cell", "ash"))
                .exchange(Exchange.Rule.NONE, 0)
                .event("flood", "2025-01-11", flood(5)));
        assertThat(run.tonnes(Channel.DISPOSAL)).isBetween(33.0, 35.0);
        assertThat(run.log(FactKind.GENERATED)).contains("240 donor>donor ash 5");
    }
}
