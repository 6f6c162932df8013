package org.circlab.experiment.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlab.experiment.Sinks;
import org.junit.jupiter.api.Test;

class SettlingWatchTest {

    @Test
    void itHandsOnWhateverASinkCanHear() {
        List<String> own = Arrays.stream(SettlingWatch.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();
        List<String> missing = new ArrayList<>();
        for (Method method : Sinks.class.getMethods()) {
            if (!own.contains(method.getName())) {
                missing.add(method.getName());
            }
        }
        assertThat(missing).isEmpty();
    }
}
