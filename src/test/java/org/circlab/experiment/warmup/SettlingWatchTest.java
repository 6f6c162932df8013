package org.circlab.experiment.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.circlab.experiment.Sinks;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.MonthSink;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioFile;
import org.circlab.simulation.Relations;
import org.circlab.simulation.Unmatched;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettlingWatchTest {

    private static final Lab YEAR = ScenarioFile.read(Path.of("src/test/resources/scenario/tiny.yaml"))
            .effective(null, List.of("horizon.length=1 yr"))
            .lab();

    /** What the watched sinks were told, as text. */
    private final List<String> heard = new ArrayList<>();

    private final FlowSink flows = (month, moved) -> heard.add("flows of " + month);
    private final MonthSink months = end -> heard.add("end of a month");

    private final FactListener facts = new FactListener() {
        @Override
        public void fact(FactKind kind, int from, int to, int subject, long amount) {
            heard.add(kind + " " + from + " " + to + " " + subject + " " + amount);
        }

        @Override
        public void windowOpens() {
            heard.add("opens");
        }

        @Override
        public void windowCloses() {
            heard.add("closes");
        }
    };

    /** Sinks that note by which method and with what they are called, and hand out the three above. */
    private final Sinks noting = (Sinks) Proxy.newProxyInstance(
            Sinks.class.getClassLoader(), new Class<?>[] {Sinks.class}, (proxy, method, values) -> {
                heard.add(method.getName() + Arrays.toString(values));
                return answer(method);
            });

    private @Nullable Object answer(Method method) {
        Class<?> type = method.getReturnType();
        return Stream.<Object>of(flows, months, facts)
                .filter(type::isInstance)
                .findFirst()
                .orElse(null);
    }

    static List<Method> whateverSinksCanBeTold() {
        return Arrays.stream(Sinks.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Sinks.class)
                .toList();
    }

    private static Object value(Class<?> type) {
        LongSupplier noon = () -> Horizon.DAY_MILLIS / 2;
        return Stream.<Object>of(7, noon, new Unmatched(List.of(), List.of(), List.of(), List.of()), Relations.NONE)
                .filter(value -> type.isInstance(value) || (type == int.class && value instanceof Integer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the test has no value of " + type));
    }

    /** The same call with the same values, and the answer handed back; only what hears facts is joined with the watch's own. */
    @ParameterizedTest
    @MethodSource("whateverSinksCanBeTold")
    void itHandsOnWhateverSinksCanBeTold(Method method) throws IllegalAccessException, InvocationTargetException {
        Object[] values = Arrays.stream(method.getParameterTypes())
                .map(SettlingWatchTest::value)
                .toArray();
        Object answer = method.invoke(new SettlingWatch(YEAR, noting), values);
        assertThat(heard).containsExactly(method.getName() + Arrays.toString(values));
        if (method.getName().equals("variantFacts")) {
            assertThat(answer).isInstanceOf(FactListener.class).isNotSameAs(facts);
        } else {
            assertThat(answer).isSameAs(answer(method));
        }
    }

    @Test
    void othersHearAllFactsThatItHearsItself() {
        SettlingWatch watch = new SettlingWatch(YEAR, noting);
        FactListener both = watch.variantFacts(3, () -> Horizon.DAY_MILLIS);
        heard.clear();
        both.windowOpens();
        both.fact(FactKind.DISPOSED, 1, 2, 3, 4_000_000);
        both.windowCloses();
        assertThat(heard).containsExactly("opens", "DISPOSED 1 2 3 4000000", "closes");
        assertThat(watch.settlings()).isNotEmpty();
    }

    @Test
    void whereNobodyElseListensItHearsFactsAlone() {
        FactListener alone = new SettlingWatch(YEAR, Sinks.NONE).variantFacts(1, () -> 0);
        assertThat(alone).isInstanceOf(WeeklySeries.class);
        alone.fact(FactKind.DISPOSED, 0, 0, 0, 5);
        assertThat(((WeeklySeries) alone).disposed()).startsWith(5).endsWith(0);
    }

    @Test
    void sinksOfAMonthAreThoseOfTheOthers() {
        SettlingWatch watch = new SettlingWatch(YEAR, noting);
        watch.variant(1).month(YearMonth.of(2025, 3), List.of());
        assertThat(heard).containsExactly("variant[1]", "flows of 2025-03");
    }
}
