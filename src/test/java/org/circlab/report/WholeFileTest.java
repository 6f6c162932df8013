package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void takesThePlaceOfWhatWasThere() throws IOException {
        Path file = folder.resolve("flows.svg");
        WholeFile.write(file, text("first"));
        WholeFile.write(file, text("2nd"));
        assertThat(file).hasContent("2nd");
        assertThat(names()).containsExactly(file);
    }

    @Test
    void staysAsItWasWhereTheContentBreaksOff() throws IOException {
        Path file = folder.resolve("flows.svg");
        Files.writeString(file, "of yesterday");
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .withMessage("disk full");
        assertThat(file).hasContent("of yesterday");
        assertThat(names()).containsExactly(file);
    }

    @Test
    void aNewFileThatBreaksOffIsNotThere() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> WholeFile.write(folder.resolve("new.xlsx"), out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }));
        assertThat(names()).isEmpty();
    }

    @Test
    void aLinkStillLeadsToTheFile() throws IOException {
        Path file = folder.resolve("flows.svg");
        Files.writeString(file, "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.svg"), file);
        WholeFile.write(link, text("new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("new");
    }
}
