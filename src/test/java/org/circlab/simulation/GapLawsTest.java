package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.circlab.experiment.Experiment;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Sinks;
import org.circlab.experiment.gap.Gap;
import org.circlab.model.Lab;
import org.circlab.score.Estimate;
import org.circlab.score.Score;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The waterfall of any lab leads from its score to 100 and never beyond, whatever endless stores have piled up. */
class GapLawsTest {

    private static final int STRIDE = 10;

    static LongStream handfuls() {
        return LongStream.range(0, 4).map(i -> i * STRIDE);
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void thePartsLeadToTheBestAndNoFurther(long first) {
        for (long seed = first; seed < first + STRIDE; seed++) {
            Lab lab = RandomLabs.of(seed).lab();
            Outcome outcome =
                    Experiment.run(new Plan(lab, lab.businessAsUsual(), 1, seed, 1), Sinks.NONE, Progress.NONE);
            Score score = Objects.requireNonNull(outcome.scorecard().score());
            Gap gap = Gap.of(outcome, score, Progress.NONE);
            for (int place = 0; place < gap.left().size(); place++) {
                boolean isTotal = place == score.dimensions().size();
                Estimate reached =
                        isTotal ? score.total() : score.dimensions().get(place).score();
                if (Double.isFinite(reached.mean())) {
                    assertThat(gap.left().get(place).mean())
                            .as("left in the lab of seed " + seed)
                            .isGreaterThanOrEqualTo(0);
                    assertThat(reached.mean() + sum(gap, place)).isCloseTo(100, within(1e-6));
                }
            }
        }
    }

    private static double sum(Gap gap, int place) {
        Stream<List<Estimate>> steps = Stream.concat(gap.parts().stream().map(Gap.Part::points), Stream.of(gap.left()));
        return steps.mapToDouble(points -> points.get(place).mean()).sum();
    }
}
