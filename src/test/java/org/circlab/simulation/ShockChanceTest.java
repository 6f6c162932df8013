package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Changes.close;
import static org.circlab.simulation.Changes.days;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.List;
import org.circlab.kernel.EventType;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Event;
import org.circlab.model.Horizon;
import org.circlab.model.Part;
import org.circlab.model.Spread;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When events at random come, and how long they last. */
class ShockChanceTest {

    /**
     * Renewal theory: over a long run cycles of mean {@code every + for} come {@code T / (every + for)} times, with a variance
     * of {@code T (σ² + τ²) / (every + for)³}, and are active {@code for / (every + for)} of the time, with a variance of
     * {@code (for² σ² + every² τ²) / (every + for)³ / T}, where σ and τ are the standard deviations of the two times.
     */
    @ParameterizedTest
    @CsvSource({"exponential, exponential", "exponential, lognormal", "gamma, uniform"})
    void randomEventsComeAsOftenAndLastAsLongAsRenewalTheorySays(String between, String during) {
        double every = 40;
        double lasts = 15;
        int days = 73_000;
        double gap2 = StrictMath.pow(every * cv(between), 2);
        double length2 = StrictMath.pow(lasts * cv(during), 2);
        double cycle = every + lasts;
        double cubed = StrictMath.pow(cycle, 3);
        double errorOfCount = StrictMath.sqrt(days * (gap2 + length2) / cubed);
        double errorOfShare = StrictMath.sqrt((lasts * lasts * gap2 + every * every * length2) / cubed / days);
        for (long seed = 0; seed < 6; seed++) {
            long[] counted = new long[2];
            CompiledLab lab = CompiledLab.of(TinyLab.of()
                    .actor("mill")
                    .window("2025-01-01", days)
                    .event(
                            "storm",
                            new Event.Every(days(every, law(between))),
                            days(lasts, law(during)),
                            close(Part.Kind.ACTOR, "", "mill"))
                    .lab());
            Replication.run(
                    lab,
                    seed,
                    0,
                    FlowSink.NONE,
                    (kernel, ledger, view) ->
                            kernel.trace((millis, sequence, type, subject, payload) -> count(type, millis, counted)));
            assertThat((double) counted[0]).isCloseTo(days / cycle, within(3 * errorOfCount + 1));
            long still = counted[1] < 0 ? days * Horizon.DAY_MILLIS : 0;
            double share = (counted[1] + still) / (double) Horizon.DAY_MILLIS / days;
            assertThat(share).isCloseTo(lasts / cycle, within(3 * errorOfShare));
        }
    }

    private static void count(EventType type, long millis, long[] counted) {
        if (type.name().equals("event-begins")) {
            counted[0]++;
            counted[1] -= millis;
        } else if (type.name().equals("event-ends")) {
            counted[1] += millis;
        }
    }

    private static Spread law(String name) {
        return switch (name) {
            case "exponential" -> new Spread.Exponential();
            case "lognormal" -> new Spread.Lognormal(0.5);
            case "gamma" -> new Spread.Gamma(0.4);
            default -> new Spread.Uniform(0, 2);
        };
    }

    private static double cv(String name) {
        return switch (name) {
            case "exponential" -> 1;
            case "lognormal" -> 0.5;
            case "gamma" -> 0.4;
            default -> StrictMath.sqrt(1 / 3.0);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void anEventComesAtTheSameInstantsWhateverElseHappens(long seed) {
        Event.Every every = new Event.Every(days(8, new Spread.Exponential()));
        List<Long> alone = instants(storms(every), seed);
        List<Long> joined = instants(
                storms(every)
                        .event("other", every, days(3, new Spread.Exponential()), close(Part.Kind.ACTOR, "", "mill"))
                        .donor("mill", stream("ash").spread(new Spread.Exponential()))
                        .site("mill", site("cell", "ash"))
                        .event("a", "2025-01-09", close(Part.Kind.STREAM, "mill", "ash")),
                seed);
        assertThat(alone).hasSizeGreaterThan(10).isEqualTo(joined);
        assertThat(instants(storms(every), seed + 100)).isNotEqualTo(alone);
    }

    private static TinyLab storms(Event.Every every) {
        return TinyLab.of()
                .actor("mill")
                .window("2025-01-01", 365)
                .event("storm", every, days(2, new Spread.Gamma(0.5)), close(Part.Kind.ACTOR, "", "mill"));
    }

    private static List<Long> instants(TinyLab lab, long seed) {
        List<Long> instants = new ArrayList<>();
        Replication.run(
                CompiledLab.of(lab.lab()),
                seed,
                0,
                FlowSink.NONE,
                (kernel, ledger, view) -> kernel.trace((millis, sequence, type, subject, payload) -> {
                    if (view.about(type, subject, payload).equals("storm")) {
                        instants.add(millis);
                    }
                }));
        return instants;
    }
}
