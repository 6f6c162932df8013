package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {

    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false, Map.of());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFullFileIsAFailureThatSaysWhy(int code) {
        StandardOutput full = failing(false);
        assertThat(full.codeAfter(code, console)).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("cannot print", "No space left");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aReaderMayStopWhenItHasEnough(int code) {
        assertThat(failing(true).codeAfter(code, console)).isEqualTo(code);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatIsWrittenArrives() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (StandardOutput out = new StandardOutput(to, false)) {
            out.write('a');
            out.write(new byte[] {'b', 'c', 'd'}, 1, 1);
            out.flush();
            assertThat(out.codeAfter(0, console)).isZero();
        }
        assertThat(to).hasToString("ac");
        assertThat(err.toString()).isEmpty();
    }

    private static StandardOutput failing(boolean pipe) {
        StandardOutput out = new StandardOutput(
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                pipe);
        PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        writer.println("much");
        writer.flush();
        return out;
    }
}
