package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePartsTest {

    @TempDir
    Path folder;

    private Path part = Path.of("");
    private TableParts parts = new TableParts(part, "t", "n");

    @BeforeEach
    void startATable() {
        part = folder.resolve("t-1.part");
        parts = new TableParts(folder, "t", "n");
    }

    @Test
    void partsAreJoinedInTheirOrderAndThoseWithoutRowsLeftOut() throws IOException {
        TableParts.Part second = parts.of(2);
        parts.of(3);
        TableParts.Part first = parts.of(1);
        row(second, 20);
        row(first, 10);
        first.flush();
        row(first, 11);
        parts.join(folder.resolve("t.csv"));
        assertThat(folder.resolve("t.csv")).hasContent("n\n10\n11\n20\n");
        assertThat(part).doesNotExist();
    }

    @Test
    void rowsThatSomebodyDeletedAreMissed() throws IOException {
        TableParts.Part first = parts.of(1);
        row(first, 10);
        first.flush();
        Files.delete(part);
        assertThatThrownBy(() -> parts.join(folder.resolve("t.csv"))).isInstanceOf(NoSuchFileException.class);
        row(first, 11);
        assertThatThrownBy(first::flush).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void rowsThatSomebodyAddedAreNotTaken() throws IOException {
        TableParts.Part first = parts.of(1);
        row(first, 10);
        first.flush();
        Files.writeString(part, "99\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> parts.join(folder.resolve("t.csv")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("somebody else");
    }

    @Test
    void aFileThatIsThereBeforeIsNotWrittenInto() throws IOException {
        Files.writeString(part, "99\n");
        TableParts.Part first = parts.of(1);
        row(first, 10);
        assertThatThrownBy(first::flush).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(part).hasContent("99\n");
    }

    private static void row(TableParts.Part to, int number) throws IOException {
        to.rows().whole(number).end();
    }
}
