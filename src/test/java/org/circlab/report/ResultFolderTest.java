package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFolderTest {

    @TempDir
    Path out;

    @Test
    void aWholeResultIsMovedIntoPlaceAndNothingElseStays() throws IOException {
        write("first");
        assertThat(mark()).hasContent("first");
        assertThat(list(out.resolve("lab"))).containsExactly("symbiosis");
    }

    @Test
    void thePreviousResultStandsUntilTheNewOneIsWhole() throws IOException {
        write("first");
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            Files.writeString(folder.writing().resolve(ResultFolder.MARK), "second");
            assertThat(mark()).hasContent("first");
            folder.commit();
            assertThat(mark()).hasContent("second");
        }
        assertThat(list(out.resolve("lab"))).containsExactly("symbiosis");
    }

    @Test
    void aFailureInTheMiddleLeavesThePreviousResult() throws IOException {
        write("first");
        assertThatThrownBy(() -> {
                    try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
                        Files.createDirectories(folder.writing().resolve("baseline"));
                        Files.writeString(folder.writing().resolve(ResultFolder.MARK), "half");
                        throw new IOException("disk full");
                    }
                })
                .hasMessage("disk full");
        assertThat(mark()).hasContent("first");
        assertThat(list(out.resolve("lab"))).containsExactly("symbiosis");
    }

    @Test
    void aFailureLeavesNoFolderThatWasNotThere() throws IOException {
        Path deep = out.resolve("a/b");
        try (ResultFolder folder = ResultFolder.open(deep, "lab", "symbiosis")) {
            assertThat(folder.writing()).exists();
        }
        assertThat(out).isEmptyDirectory();
        Files.createDirectories(deep.resolve("lab"));
        ResultFolder.open(deep, "lab", "symbiosis").close();
        assertThat(deep.resolve("lab")).isEmptyDirectory();
    }

    @Test
    void aFailureLeavesTheFoldersThatOthersUse() throws IOException {
        ResultFolder first = ResultFolder.open(out, "lab", "symbiosis");
        ResultFolder second = ResultFolder.open(out, "lab", "board-plant");
        first.close();
        Files.writeString(second.writing().resolve(ResultFolder.MARK), "second");
        second.commit();
        assertThat(list(out.resolve("lab"))).containsExactly("board-plant");
        ResultFolder.open(out, "other", "symbiosis").close();
        assertThat(list(out)).containsExactly("lab");
    }

    /** Runs that give up delete the folder in which others are just about to begin; these make it again. */
    @Test
    void runsThatGiveUpDoNotStopOthersThatBegin() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < 4; t++) {
            String variant = "v" + t;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    try {
                        ResultFolder.open(out, "lab", variant).close();
                    } catch (IOException | RuntimeException e) {
                        failures.add(e);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        if (Files.exists(out.resolve("lab"))) {
            assertThat(out.resolve("lab")).isEmptyDirectory();
        }
    }

    @Test
    void aFolderGivenUpCannotBeCommitted() throws IOException {
        ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis");
        folder.close();
        assertThatThrownBy(folder::commit).isInstanceOf(ResultException.class);
        assertThat(out.resolve("lab/symbiosis")).doesNotExist();
        folder.close();
    }

    @Test
    void whatAKilledRunLeftIsRemovedWithANotice() throws IOException {
        Path leftover = out.resolve("lab/.symbiosis.writing/baseline");
        Files.createDirectories(leftover);
        Files.writeString(leftover.resolve("flows.csv"), "half");
        Files.writeString(out.resolve("lab/.symbiosis.lock"), "");
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            assertThat(folder.notices())
                    .singleElement()
                    .asString()
                    .contains(".symbiosis.writing")
                    .contains("unfinished");
            assertThat(list(folder.writing())).isEmpty();
        }
    }

    @Test
    void aResultThatWasBeingReplacedComesBack() throws IOException {
        write("first");
        Files.move(out.resolve("lab/symbiosis"), out.resolve("lab/.symbiosis.previous"));
        Files.createDirectories(out.resolve("lab/.symbiosis.writing"));
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            assertThat(folder.notices()).hasSize(2);
            assertThat(folder.notices().get(0)).contains("back in place");
            assertThat(folder.notices().get(1)).contains("unfinished", "removed");
            assertThat(mark()).hasContent("first");
        }
        assertThat(list(out.resolve("lab"))).containsExactly("symbiosis");
    }

    @Test
    void ofAResultAlreadyReplacedTheRestIsRemoved() throws IOException {
        write("first");
        Files.move(out.resolve("lab/symbiosis"), out.resolve("lab/.symbiosis.previous"));
        write(out.resolve("lab/symbiosis"), "second");
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            assertThat(folder.notices()).singleElement().asString().contains(".symbiosis.previous", "removed");
            assertThat(mark()).hasContent("second");
        }
        assertThat(list(out.resolve("lab"))).containsExactly("symbiosis");
    }

    @Test
    void aHalfDeletedResultDoesNotComeBack() throws IOException {
        Path rest = out.resolve("lab/.symbiosis.previous");
        Files.createDirectories(rest);
        Files.writeString(rest.resolve("flows.csv"), "rest");
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            assertThat(folder.notices()).singleElement().asString().contains("removed");
            assertThat(folder.place()).doesNotExist();
        }
        assertThat(list(out.resolve("lab"))).isEmpty();
    }

    @Test
    void theLockOfADeadRunIsTakenOverAndSaid() throws IOException {
        write("first");
        Files.writeString(out.resolve("lab/.symbiosis.lock"), "");
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            assertThat(folder.notices()).singleElement().asString().contains("an earlier run", "no unfinished files");
            assertThat(mark()).hasContent("first");
        }
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            assertThat(folder.notices()).isEmpty();
        }
    }

    @Test
    void twoRunsDoNotWriteTheSameResult() throws IOException {
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            assertThatThrownBy(() -> ResultFolder.open(out, "lab", "symbiosis"))
                    .isInstanceOf(ResultException.class)
                    .hasMessageContaining("another run is writing");
            try (ResultFolder other = ResultFolder.open(out, "lab", "board-plant")) {
                assertThat(other.writing()).isNotEqualTo(folder.writing());
            }
            assertThat(folder.writing()).exists();
        }
    }

    @Test
    void whatIsNoResultIsNeverReplaced() throws IOException {
        Path thesis = out.resolve("lab/symbiosis/thesis.txt");
        Files.createDirectories(thesis.getParent());
        Files.writeString(thesis, "years of work");
        assertThatThrownBy(() -> ResultFolder.open(out, "lab", "symbiosis"))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("will not be replaced");
        assertThat(thesis).hasContent("years of work");
        assertThat(list(out.resolve("lab"))).containsExactly("symbiosis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", " ", "../elsewhere", "/etc", "a/b", "a\\b", ".hidden", "c:x", "a\u0000b"})
    void idsCannotLeaveTheFolderOfResults(String id) {
        assertThatThrownBy(() -> ResultFolder.open(out, "lab", id)).isInstanceOf(ResultException.class);
        assertThatThrownBy(() -> ResultFolder.open(out, id, "symbiosis")).isInstanceOf(ResultException.class);
        assertThat(out).isEmptyDirectory();
    }

    private void write(String content) throws IOException {
        try (ResultFolder folder = ResultFolder.open(out, "lab", "symbiosis")) {
            Files.writeString(folder.writing().resolve(ResultFolder.MARK), content);
            folder.commit();
        }
    }

    private static void write(Path result, String content) throws IOException {
        Files.createDirectories(result);
        Files.writeString(result.resolve(ResultFolder.MARK), content);
    }

    private Path mark() {
        return out.resolve("lab/symbiosis").resolve(ResultFolder.MARK);
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
