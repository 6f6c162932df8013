package org.circlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {

    private final Kernel kernel = new Kernel();
    private final List<String> log = new ArrayList<>();

    private EventType logging(String name, int priority) {
        return kernel.define(name, priority, (subject, payload) -> log.add(kernel.now() + " " + name + " " + subject));
    }

    @Test
    void eventsRunByTimeThenPriorityThenScheduling() {
        EventType late = logging("late", 255);
        EventType early = logging("early", 0);
        late.at(5, 1, 0);
        early.at(7, 2, 0);
        late.at(5, 3, 0);
        early.at(5, 4, 0);
        early.at(5, 5, 0);
        kernel.run(100);
        assertThat(log).containsExactly("5 early 4", "5 early 5", "5 late 1", "5 late 3", "7 early 2");
        assertThat(kernel.executed()).isEqualTo(5);
        assertThat(early.executed()).isEqualTo(3);
        assertThat(late.executed()).isEqualTo(2);
    }

    @Test
    void theHorizonIsNotPartOfTheRun() {
        EventType tick = logging("tick", 0);
        tick.at(10, 1, 0);
        tick.at(20, 2, 0);
        kernel.run(10);
        assertThat(log).isEmpty();
        assertThat(kernel.now()).isEqualTo(10);
        kernel.run(20);
        assertThat(log).containsExactly("10 tick 1");
        assertThat(kernel.pending()).isEqualTo(1);
        tick.at(20, 3, 0);
        kernel.run(20);
        kernel.run(21);
        assertThat(log).containsExactly("10 tick 1", "20 tick 2", "20 tick 3");
        assertThat(kernel.now()).isEqualTo(21);
    }

    @Test
    void aWarmUpStartsBeforeZero() {
        Kernel warm = new Kernel(-1000);
        List<Long> times = new ArrayList<>();
        EventType[] tick = new EventType[1];
        tick[0] = warm.define("tick", 1, (subject, payload) -> {
            times.add(warm.now());
            tick[0].after(400, 0, 0);
        });
        tick[0].at(-1000, 0, 0);
        warm.run(500);
        assertThat(times).containsExactly(-1000L, -600L, -200L, 200L);
    }

    @Test
    void anActionMaySchedulesAtItsOwnTime() {
        EventType low = logging("low", 0);
        EventType start = kernel.define("start", 9, (subject, payload) -> {
            log.add("start");
            low.after(0, subject, payload);
        });
        start.at(3, 1, 0);
        start.at(3, 2, 0);
        kernel.run(4);
        assertThat(log).containsExactly("start", "3 low 1", "start", "3 low 2");
    }

    @Test
    void stopLeavesTheClockAndTheRest() {
        EventType halt = kernel.define("halt", 0, (subject, payload) -> kernel.stop());
        EventType tick = logging("tick", 1);
        halt.at(5, 0, 0);
        tick.at(5, 1, 0);
        kernel.run(10);
        assertThat(kernel.now()).isEqualTo(5);
        assertThat(log).isEmpty();
        kernel.run(10);
        assertThat(log).containsExactly("5 tick 1");
        assertThat(kernel.now()).isEqualTo(10);
    }

    @Test
    void aStaleHandleReachesNothing() {
        EventType tick = logging("tick", 0);
        long ran = tick.at(1, 1, 0);
        kernel.run(2);
        long reusesTheSlot = tick.at(5, 2, 0);
        assertThat(kernel.isPending(ran)).isFalse();
        assertThat(kernel.cancel(ran)).isFalse();
        assertThat(kernel.isPending(reusesTheSlot)).isTrue();
        assertThat(kernel.cancel(reusesTheSlot)).isTrue();
        assertThat(kernel.cancel(reusesTheSlot)).isFalse();
        assertThat(kernel.isPending(reusesTheSlot)).isFalse();
        for (long handle : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1, 1L << 40}) {
            assertThat(kernel.cancel(handle)).isFalse();
        }
        kernel.run(10);
        assertThat(log).containsExactly("1 tick 1");
        assertThat(kernel.pending()).isZero();
    }

    @Test
    void theHandleOfTheRunningEventIsStale() {
        long[] own = new long[1];
        EventType self =
                kernel.define("self", 0, (subject, payload) -> log.add(kernel.cancel(own[0]) + " " + kernel.pending()));
        own[0] = self.at(1, 0, 0);
        kernel.run(2);
        assertThat(log).containsExactly("false 0");
    }

    @Test
    void theListenerSeesEachEventBeforeItsAction() {
        EventType tick = logging("tick", 3);
        kernel.trace((time, sequence, type, subject, payload) ->
                log.add("trace " + time + " " + sequence + " " + type.name() + " " + subject + " " + payload));
        tick.at(8, -7, Long.MIN_VALUE);
        tick.at(4, Integer.MIN_VALUE, 99);
        kernel.run(5);
        kernel.trace(null);
        kernel.run(9);
        assertThat(log).containsExactly("trace 4 2 tick -2147483648 99", "4 tick -2147483648", "8 tick -7");
    }

    @Test
    void anExceptionPassesThroughAndLeavesTheRest() {
        EventType fail = kernel.define("fail", 0, (subject, payload) -> {
            throw new IllegalStateException("broken");
        });
        EventType tick = logging("tick", 1);
        fail.at(1, 0, 0);
        tick.at(2, 0, 0);
        assertThatThrownBy(() -> kernel.run(5)).hasMessage("broken");
        assertThat(kernel.now()).isEqualTo(1);
        kernel.run(5);
        assertThat(log).containsExactly("2 tick 0");
    }

    @Test
    void runInsideAnActionIsRefused() {
        EventType nested = kernel.define("nested", 0, (subject, payload) -> kernel.run(9));
        nested.at(1, 0, 0);
        assertThatThrownBy(() -> kernel.run(5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside an action");
    }

    @Test
    void wrongTimesAreRefusedWithAdvice() {
        EventType tick = logging("tick", 0);
        kernel.run(10);
        assertThatIllegalArgumentException().isThrownBy(() -> tick.at(9, 0, 0)).withMessageContaining("'tick' is 9 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tick.after(-1, 0, 0))
                .withMessageContaining("-1 ms");
        assertThatIllegalArgumentException().isThrownBy(() -> tick.after(Long.MAX_VALUE, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.run(9)).withMessageContaining("horizon is 9 ms");
        assertThat(kernel.pending()).isZero();
    }

    @Test
    void typesAreChecked() {
        EventAction nothing = (subject, payload) -> {};
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.define(" ", 0, nothing));
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.define("x", -1, nothing));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.define("x", 256, nothing))
                .withMessageContaining("priority of 'x' is 256");
        EventType type = kernel.define("x", 255, nothing);
        assertThat(type.priority()).isEqualTo(255);
        assertThat(type).hasToString("x");
    }

    @Test
    void typesAreListedInTheOrderOfTheirDefinition() {
        List<EventType> defined = new ArrayList<>();
        assertThat(kernel.types()).isEmpty();
        for (int i = 0; i < 40; i++) {
            defined.add(logging("type " + i, 40 - i));
            assertThat(kernel.types()).isEqualTo(defined);
        }
    }

    @Test
    void thereMayBe65535Types() {
        int[] ran = new int[65_535];
        EventType[] types = new EventType[65_535];
        for (int i = 0; i < types.length; i++) {
            int kind = i;
            types[i] = kernel.define("type" + i, i & 255, (subject, payload) -> ran[kind] += subject);
        }
        assertThatThrownBy(() -> kernel.define("more", 0, (subject, payload) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("65535");
        for (int i = 0; i < types.length; i++) {
            types[i].at(i % 1000, i, 0);
        }
        kernel.run(1000);
        for (int i = 0; i < ran.length; i++) {
            assertThat(ran[i]).isEqualTo(i);
        }
    }

    @Test
    void theLargestLongIsATimeThatNeverComes() {
        EventType tick = logging("tick", 0);
        long last = tick.at(Long.MAX_VALUE, 1, 0);
        tick.at(Long.MAX_VALUE - 1, 2, 0);
        kernel.run(Long.MAX_VALUE);
        assertThat(log).containsExactly(Long.MAX_VALUE - 1 + " tick 2");
        assertThat(kernel.now()).isEqualTo(Long.MAX_VALUE);
        assertThat(kernel.isPending(last)).isTrue();
    }

    @Test
    void aStartAtTheSmallestLongSpansAllTime() {
        Kernel wide = new Kernel(Long.MIN_VALUE);
        List<Long> times = new ArrayList<>();
        EventType tick = wide.define("tick", 0, (subject, payload) -> times.add(wide.now()));
        for (int i = 0; i < 500; i++) {
            tick.at(Long.MAX_VALUE - 1 - i, 0, 0);
            tick.at(Long.MIN_VALUE + i, 0, 0);
            tick.at(i - 250, 0, 0);
        }
        wide.run(Long.MAX_VALUE);
        assertThat(times).hasSize(1500).isSorted();
    }
}
