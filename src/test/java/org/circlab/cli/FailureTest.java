package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.circlab.ledger.BooksException;
import org.circlab.report.ResultException;
import org.circlab.simulation.SimulationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false, Map.of());

    static Stream<Arguments> whatAUserCanPutRight() {
        return Stream.of(
                Arguments.of(new ResultException("the folder is taken"), "the folder is taken"),
                Arguments.of(new SimulationException("every site is full"), "every site is full"),
                Arguments.of(new AccessDeniedException("results"), "no permission for results"),
                Arguments.of(new FileAlreadyExistsException("results"), "results is a file, not a folder"),
                Arguments.of(new NoSuchFileException("flows-1.part"), "flows-1.part has gone"),
                Arguments.of(new FileSystemException("a.csv", null, "No space left"), "No space left: a.csv"),
                Arguments.of(new UncheckedIOException(new IOException("gone")), "gone"),
                Arguments.of(new InvalidPathException("š", "unmappable"), "LC_ALL=C.UTF-8"),
                Arguments.of(new OutOfMemoryError("heap"), "not enough memory"));
    }

    @ParameterizedTest
    @MethodSource("whatAUserCanPutRight")
    void whatAUserCanPutRightIsSaidInOneLine(Throwable failure, String said) {
        assertThat(Failure.report(console, failure)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("circlab: ")
                .contains(said)
                .doesNotContain("defect")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource
    void anythingElseIsADefectWithItsPlace(RuntimeException failure) {
        assertThat(Failure.report(console, failure)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("defect of circlab", failure.getClass().getName(), "FailureTest.java", "report this line");
    }

    static Stream<RuntimeException> anythingElseIsADefectWithItsPlace() {
        return Stream.of(
                new BooksException("a gram is missing"),
                new NullPointerException(),
                new IllegalArgumentException("of two\nlines"),
                new ArrayIndexOutOfBoundsException(7));
    }

    @Test
    void aCancelledRunIsAnInterruption() {
        assertThat(Failure.report(console, new CancellationException("stopped")))
                .isEqualTo(130);
    }

    @Test
    void whateverFailsOnAnInterruptedThreadIsAnInterruption() {
        Thread.currentThread().interrupt();
        assertThat(Failure.report(console, new IOException("closed by interrupt")))
                .isEqualTo(130);
        assertThat(Thread.interrupted()).isFalse();
    }
}
