package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The total order under random programs, against {@link java.util.PriorityQueue}. */
class KernelOrderTest {

    @ParameterizedTest
    @EnumSource
    void manySmallPrograms(Delays delays) {
        for (long seed = 0; seed < 300; seed++) {
            MirroredKernel program = new MirroredKernel(seed, delays, true);
            SplittableRandom random = new SplittableRandom(~seed);
            for (int phase = 0; phase < 4; phase++) {
                int size = 1 << random.nextInt(11);
                program.towards(random.nextInt(size), 1 + random.nextInt(1 + size));
            }
            program.drain();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fromNothingTo200000AndBack(Delays delays) {
        MirroredKernel program = new MirroredKernel(7, delays, false);
        program.towards(200_000, 450_000);
        program.towards(50, 400_000);
        program.towards(20_000, 60_000);
        program.drain();
    }

    @ParameterizedTest
    @EnumSource
    void changesOfScaleInOneRun(Delays delays) {
        for (Delays other : Delays.values()) {
            MirroredKernel program = new MirroredKernel(other.name().length(), delays, false);
            program.towards(3_000, 8_000);
            program.use(other);
            program.towards(3_000, 12_000);
            program.use(delays);
            program.towards(1_000, 12_000);
            program.drain();
        }
    }

    @ParameterizedTest
    @EnumSource
    void memoryIsBoundedWhenEventsAreScheduledAndCancelledForEver(Delays delays) {
        Kernel kernel = new Kernel();
        EventType tick = kernel.define("tick", 0, (subject, payload) -> {});
        SplittableRandom random = new SplittableRandom(3);
        long[] handles = new long[1_000];
        for (int i = 0; i < 3_000_000; i++) {
            int at = i % handles.length;
            kernel.cancel(handles[at]);
            handles[at] = tick.after(Math.min(delays.next(random), 1L << 60), 0, 0);
        }
        assertThat(kernel.pending()).isEqualTo(1_000);
        assertThat(kernel.slotsUsed()).isLessThan(10_000);
    }

    /** A width that suits the crowd would make the lone chain step over millions of empty buckets. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, 300_000, 1_000_000, 100_000_000})
    void aLoneChainBeforeACrowdAtOneInstant(long delay) {
        Kernel kernel = new Kernel();
        EventType crowd = kernel.define("crowd", 0, (subject, payload) -> {});
        for (int i = 0; i < 200_000; i++) {
            crowd.at(1L << 60, i, 0);
        }
        EventType[] chain = new EventType[1];
        chain[0] = kernel.define("chain", 0, (subject, payload) -> chain[0].after(delay, subject + 1, 0));
        chain[0].at(0, 0, 0);
        kernel.run(delay * 300_000);
        assertThat(chain[0].executed()).isEqualTo(300_000);
        assertThat(kernel.pending()).isEqualTo(200_001);
    }
}
