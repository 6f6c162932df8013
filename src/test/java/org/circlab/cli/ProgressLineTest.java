package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter screen = new StringWriter();
    private final AtomicLong clock = new AtomicLong();
    private final ProgressLine line = new ProgressLine(new PrintWriter(screen), clock::get);

    @Test
    void aBarGrowsWithTheRunsAndTellsTheirRate() {
        after(2, 5);
        assertThat(screen).hasToString("\r[###############---------------] 5 of 10 runs, 2.5 a second, 2 s left");
    }

    @Test
    void itIsDrawnTenTimesASecondAtMostButAlwaysAtTheEnd() {
        for (int runs = 1; runs <= 1_000; runs++) {
            clock.addAndGet(1_000_000);
            line.done(runs, 1_000);
        }
        assertThat(screen.toString().chars().filter(c -> c == '\r').count()).isBetween(10L, 12L);
        assertThat(screen.toString()).contains("1000 of 1000 runs");
    }

    @Test
    void itIsErasedAndStaysSo() {
        after(1, 3);
        int drawn = screen.toString().length() - 1;
        line.close();
        assertThat(screen.toString()).endsWith("\r" + " ".repeat(drawn) + "\r");
        int length = screen.toString().length();
        line.done(10, 10);
        line.close();
        assertThat(screen.toString()).hasSize(length);
    }

    @Test
    void nothingShownNeedsNoErasing() {
        line.close();
        assertThat(screen.toString()).isEmpty();
    }

    private void after(int seconds, int runs) {
        clock.set(seconds * 1_000_000_000L);
        line.done(runs, 10);
    }
}
