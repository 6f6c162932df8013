package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringWriter screen = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    private StudyProgress progress(boolean terminal, long already) {
        PrintWriter err = new PrintWriter(screen);
        return new StudyProgress(
                new Console(new PrintWriter(new StringWriter()), err, false, terminal, Map.of()), clock::get, already);
    }

    private String screen() {
        return screen.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void withoutATerminalALineComesAfterTenSecondsAndThenEveryMinute() {
        StudyProgress progress = progress(false, 0);
        for (int runs = 1; runs <= 140; runs++) {
            clock.addAndGet(SECOND);
            progress.done(runs, 1000);
        }
        progress.close();
        assertThat(screen()).isEqualTo("""
                        circlab: 10 of 1000 runs, 1 a second, 17 min left
                        circlab: 70 of 1000 runs, 1 a second, 16 min left
                        circlab: 130 of 1000 runs, 1 a second, 15 min left
                        """);
    }

    @Test
    void whatWasThereAlreadyIsNoPace() {
        StudyProgress progress = progress(false, 500);
        clock.addAndGet(10 * SECOND);
        progress.done(520, 1000);
        assertThat(screen()).isEqualTo("circlab: 520 of 1000 runs, 2 a second, 4 min left\n");
    }

    @Test
    void onATerminalABarIsDrawnAndErased() {
        try (StudyProgress progress = progress(true, 0)) {
            clock.addAndGet(4 * SECOND);
            progress.done(1, 2);
            assertThat(screen()).isEqualTo("\r[###############---------------] 1 of 2 runs, 0.25 a second, 4 s left");
        }
        assertThat(screen()).endsWith("\r");
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1 s", "119.4, 119 s", "120, 2 min", "7199, 120 min", "7200, 2 h", "172800, 2 d", "1e6, 11.6 d"})
    void timesAreTold(double seconds, String told) {
        assertThat(Pace.duration(seconds)).isEqualTo(told);
    }
}
