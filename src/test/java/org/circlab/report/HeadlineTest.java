package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlab.score.Measure;
import org.circlab.score.Scorecard;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static double value(Measure measure, double disposed, double cost) {
        return switch (measure.id()) {
            case "disposed" -> disposed;
            case "diversion-rate" -> 100 - disposed / 10;
            case "net-cost" -> cost;
            default -> 7;
        };
    }

    private static String text(double disposed, double cost, String baseline, double... gains) {
        Scorecard card = HandMade.scorecard(
                measure -> value(measure, disposed, cost), measure -> value(measure, 400, 1_000_000));
        return new Headline(HandMade.withActors(card, gains), baseline).text();
    }

    @Test
    void saysWhatIsKeptOutOfDisposalAndWhatItCosts() {
        assertThat(text(300, 900_000, "business as usual", 5, 6, -1))
                .isEqualTo(
                        "Against business as usual the lab, every year, keeps 100 t (± 1.3) out of disposal, 10 % (± 0.13)"
                                + " of what arises, and costs its actors together 100 000 EUR (± 1 300) less. 2 actors gain by it"
                                + " (most Actor 1), 1 actor loses (Actor 2).");
    }

    @Test
    void saysWhatGetsWorse() {
        assertThat(text(500, 1_200_000, "Weekly exchange", -5))
                .startsWith("Against 'Weekly exchange' the lab, every year, sends 100 t")
                .contains(
                        "more to disposal",
                        "costs its actors together 200 000 EUR (± 2 500) more",
                        "No actor gains by it")
                .endsWith("1 actor loses (Actor 0).");
    }

    @Test
    void namesWhoGainsAndLosesMost() {
        assertThat(text(300, 900_000, "business as usual", -5, 6, -7, -1))
                .endsWith(" 1 actor gains by it (Actor 1), 3 actors lose (most Actor 2).");
        assertThat(text(300, 900_000, "business as usual", 3, 4))
                .endsWith(" 2 actors gain by it (most Actor 1), no actor loses.");
    }

    @Test
    void claimsNothingWhereNothingIsClear() {
        assertThat(text(400, 1_000_000, "business as usual"))
                .isEqualTo("Against business as usual nothing changes beyond chance.");
    }
}
