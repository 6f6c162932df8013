package org.circlab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private static Funnel random(int seed) {
        Random random = new Random(seed);
        List<Funnel.Step> steps = new ArrayList<>();
        int losses = random.nextInt(12);
        for (int i = 0; i < losses; i++) {
            steps.add(new Funnel.Step("lost, for the reason number " + i, Math.exp(3 * random.nextGaussian()), true));
        }
        steps.add(new Funnel.Step("exchanged", Math.exp(2 * random.nextGaussian()), false));
        return new Funnel("How far <offers> came", "t/yr", "All that was offered", steps);
    }

    @Test
    void theBarsLieEndToEndAndFillTheFirst() {
        for (int seed = 0; seed < 200; seed++) {
            Funnel funnel = random(seed);
            Drawing drawing = new Drawing(funnel.element());
            List<Rectangle2D> bars = drawing.boxes("step");
            Rectangle2D all = bars.get(0);
            assertThat(bars).hasSize(funnel.steps().size() + 1);
            double end = all.getMaxX();
            for (int i = 1; i < bars.size(); i++) {
                Rectangle2D bar = bars.get(i);
                double share = funnel.steps().get(i - 1).amount() / funnel.total();
                assertThat(bar.getWidth()).isCloseTo(Math.max(1, share * all.getWidth()), within(0.02));
                assertThat(bar.getMaxX()).isCloseTo(end, within(1.1));
                end -= share * all.getWidth();
            }
            assertThat(end).isCloseTo(all.getX(), within(0.02));
        }
    }

    @Test
    void wordsStandApartAndInsideTheFrame() {
        for (int seed = 0; seed < 200; seed++) {
            Drawing drawing = new Drawing(random(seed).element());
            List<Rectangle2D> words = drawing.words();
            assertThat(words).allMatch(drawing.frame::contains);
            assertThat(drawing.boxes("step")).allMatch(drawing.frame::contains);
            for (int i = 0; i < words.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(words.get(i).intersects(words.get(j))).isFalse();
                }
            }
        }
    }

    @Test
    void whoDoesNotSeeItHearsEachStep() {
        Funnel funnel = new Funnel(
                "t",
                "t/yr",
                "Offered",
                List.of(new Funnel.Step("too far away", 25, true), new Funnel.Step("exchanged", 75, false)));
        assertThat(new Drawing(funnel.element())
                        .document
                        .getElementsByTagName("desc")
                        .item(0)
                        .getTextContent())
                .isEqualTo("Offered: 100 t/yr. too far away: 25 t/yr, 25 %. exchanged: 75 t/yr, 75 %.");
    }

    @Test
    void noStepTakesLessThanNothing() {
        assertThatThrownBy(() -> new Funnel.Step("a", -1, true)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new Funnel.Step("a", Double.NaN, true)).hasMessageContaining("0 or more");
    }
}
