package org.circlab.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.circlab.experiment.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes into a store comes out of it, in its order, and is mixed with nothing else. */
class StudyStoreTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("sub/s.db");
    }

    private static List<PointRuns> contents(StudyStore store) {
        List<PointRuns> all = new ArrayList<>();
        store.read(all::add);
        return all;
    }

    private static void finish(Path file, StudyPlan plan) {
        try (StudyStore store = StudyStore.open(file, plan)) {
            StudyRun.run(store, plan, new Threads(2, shipment -> Plans.ARITHMETIC), Progress.NONE);
        }
    }

    private static List<PointRuns> read(Path file) {
        try (StudyStore store = StudyStore.read(file)) {
            return contents(store);
        }
    }

    @Test
    void answersComeOutAsTheyWentIn() {
        StudyPlan plan = Plans.of(Plans.levels(3, -1, 0), 2, "first", "last");
        finish(file(), plan);
        List<PointRuns> found = read(file());
        assertThat(found).hasSize(6);
        for (int i = 0; i < found.size(); i++) {
            PointRuns point = found.get(i);
            assertThat(point.point()).isEqualTo(i / 2 + 1);
            assertThat(point.variant()).isEqualTo(i % 2 == 0 ? "first" : "last");
            assertThat(point.values()).isEqualTo(plan.design().values(point.point()));
            for (PointRuns.Run run : point.runs()) {
                Task task =
                        new Task(point.point(), plan.design().sets(point.point()), point.variant(), run.replication());
                assertThat(run.answer()).isEqualTo(Plans.ARITHMETIC.evaluate(task));
            }
            assertThat(point.runs()).extracting(PointRuns.Run::replication).containsExactly(1, 2);
        }
    }

    @Test
    void whatItIsAboutIsKnown() {
        StudyPlan plan = Plans.of(Plans.levels(1, 2), 3, "first");
        finish(file(), plan);
        try (StudyStore store = StudyStore.read(file())) {
            Stored about = store.about();
            assertThat(about.name()).isEqualTo("s");
            assertThat(about.lab()).isEqualTo("lab");
            assertThat(about.version()).isEqualTo("1.0");
            assertThat(about.paths()).containsExactly("x");
            assertThat(about.points()).isEqualTo(2);
            assertThat(about.replications()).isEqualTo(3);
            assertThat(about.tasks()).isEqualTo(6).isEqualTo(plan.tasks());
            assertThat(store.answered()).isEqualTo(6);
            assertThat(about.indicators())
                    .containsExactly(
                            new Stored.Indicator(
                                    "mass",
                                    "Mass",
                                    "t/yr",
                                    Plans.INDICATORS.get(0).sense()),
                            new Stored.Indicator(
                                    "share",
                                    "Share",
                                    "%",
                                    Plans.INDICATORS.get(1).sense()));
        }
    }

    /** A study that grows in steps, in any order, ends with what it would have had at once. */
    @Test
    void replicationsVariantsAndPointsAreAdded() {
        Path once = folder.resolve("once.db");
        StudyPlan whole = Plans.of(Plans.levels(5, 1, 3, 1, 2), 4, "first", "second", "last");
        finish(once, whole);
        finish(file(), Plans.of(Plans.levels(1, 2), 2, "last"));
        finish(file(), Plans.of(Plans.levels(1, 2, 3), 1, "first", "last"));
        finish(file(), whole);
        assertThat(read(file())).isEqualTo(read(once));
    }

    @Test
    void onlyWhatIsMissingIsDone() {
        finish(file(), Plans.of(Plans.levels(1, 2), 2, "first"));
        StudyPlan more = Plans.of(Plans.levels(1, 7, 2), 3, "first");
        List<Task> done = new ArrayList<>();
        try (StudyStore store = StudyStore.open(file(), more)) {
            Workplace workplace = (shipment, tasks, sink) -> tasks.forEachRemaining(task -> {
                done.add(task);
                sink.done(task, Plans.ARITHMETIC.evaluate(task));
            });
            List<Integer> told = new ArrayList<>();
            StudyRun.run(store, more, workplace, (runs, of) -> {
                assertThat(of).isEqualTo(9);
                told.add(runs);
            });
            assertThat(told).containsExactly(5, 6, 7, 8, 9);
        }
        assertThat(done)
                .containsExactly(
                        new Task(1, List.of("x=1"), "first", 3),
                        new Task(2, List.of("x=7"), "first", 1),
                        new Task(2, List.of("x=7"), "first", 2),
                        new Task(2, List.of("x=7"), "first", 3),
                        new Task(3, List.of("x=2"), "first", 3));
    }

    /** Whatever the order of answers and wherever it stops, what is committed is used again, and the end is the same. */
    @Test
    void itGoesOnWhereItWasStopped() {
        StudyPlan plan = Plans.of(Plans.levels(4, 3, -2, 9), 5, "first", "second");
        Path once = folder.resolve("once.db");
        finish(once, plan);
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            Path file = folder.resolve("stopped" + seed + ".db");
            while (stopsAgain(file, plan, random)) {
                assertThat(file).exists();
            }
            assertThat(read(file)).as("seed %d", seed).isEqualTo(read(once));
        }
    }

    private static boolean stopsAgain(Path file, StudyPlan plan, Random random) {
        try (StudyStore store = StudyStore.open(file, plan)) {
            List<Task> missing = new ArrayList<>();
            store.missing(plan).forEachRemaining(missing::add);
            Collections.shuffle(missing, random);
            int some = Math.min(missing.size(), 1 + random.nextInt(12));
            missing.subList(0, some).forEach(task -> store.add(task, Plans.ARITHMETIC.evaluate(task)));
            if (random.nextInt(3) > 0) {
                store.commit();
            }
            return !missing.isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.0 | 1 | hash | 1 2 | first | is of version 1.0 of circlab, and this is 2.0",
                "1.0 | 2 | hash | 1 2 | first | began from seed 1, not 2",
                "1.0 | 1 | other | 1 2 | first | variant 'first' has changed since",
                "1.0 | 1 | hash | 1 3 | first | has points that this study does not have, such as 2"
            })
    void anotherStudyIsRefusedAndNothingIsLost(
            String version, long seed, String hash, String levels, String variant, String saying) throws IOException {
        finish(file(), Plans.of(Plans.levels(1, 2), 2, "first"));
        byte[] before = Files.readAllBytes(file());
        int[] others = List.of(levels.split(" ", -1)).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        StudyPlan plan = Plans.of(version, seed, hash, Plans.levels(others), 2, variant);
        assertThatThrownBy(() -> StudyStore.open(file(), plan))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining(saying)
                .hasMessageContaining("--store");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        finish(file(), Plans.of(Plans.levels(1, 2), 3, "first"));
    }

    @Test
    void otherFactorsAreRefused() {
        finish(file(), Plans.of(Plans.levels(1, 2), 1, "first"));
        StudyPlan plan = Plans.of(Designs.listed(List.of("y"), List.of(List.of("1"), List.of("2"))), 1, "first");
        assertThatThrownBy(() -> StudyStore.open(file(), plan)).hasMessageContaining("varies x, not y");
    }

    @Test
    void aStoreInUseIsRefusedButMayBeRead() {
        StudyPlan plan = Plans.of(Plans.levels(1, 2), 1, "first");
        try (StudyStore open = StudyStore.open(file(), plan)) {
            Iterator<Task> missing = open.missing(plan);
            Task task = missing.next();
            open.add(task, Plans.ARITHMETIC.evaluate(task));
            open.commit();
            assertThatThrownBy(() -> StudyStore.open(file(), plan))
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("in use by another process");
            assertThat(read(file()).get(0).runs()).hasSize(1);
            Task next = missing.next();
            open.add(next, Plans.ARITHMETIC.evaluate(next));
            open.commit();
        }
        assertThat(read(file()).get(1).runs()).hasSize(1);
    }

    /**
     * Somebody who has opened the file of the lock, and tries to lock it only after it was let go and taken again, does not get it:
     * there is one file to lock, for ever.
     */
    @Test
    void aLockIsHeldOnce() throws IOException {
        Path store = folder.resolve("s.db");
        StoreLock first = StoreLock.of(store);
        assertThatThrownBy(() -> StoreLock.of(store)).hasMessageContaining("in use by another process");
        try (FileChannel late = FileChannel.open(StoreLock.file(store), StandardOpenOption.WRITE)) {
            first.close();
            StoreLock next = StoreLock.of(store);
            assertThatThrownBy(late::tryLock).isInstanceOf(OverlappingFileLockException.class);
            next.close();
            try (FileLock free = Objects.requireNonNull(late.tryLock())) {
                assertThat(free.isValid()).isTrue();
            }
        }
    }

    /** What a process leaves that is killed before its first commit: an empty file. */
    @Test
    void aStoreThatWasKilledAtItsBirthHasNothingAndIsMadeAnew() throws IOException {
        StudyPlan plan = Plans.of(Plans.levels(1, 2), 2, "first");
        assertThat(StudyStore.answered(file(), plan)).isZero();
        Files.createDirectories(file().getParent());
        Files.createFile(file());
        assertThat(StudyStore.answered(file(), plan)).isZero();
        assertThatThrownBy(() -> StudyStore.read(file()))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("has nothing yet");
        assertThat(file()).isEmptyFile();
        finish(file(), plan);
        assertThat(StudyStore.answered(file(), plan)).isEqualTo(4);
    }

    /** Whatever the store has beside them, a run does the plan's variants, points and replications, and counts just these. */
    @Test
    void onlyWhatThePlanWantsIsDoneAndCounted() {
        StudyPlan last = Plans.of(Plans.levels(1, 2), 3, "last");
        try (StudyStore store = StudyStore.open(file(), last)) {
            store.missing(last).forEachRemaining(task -> {
                if (task.replication() == 3 || task.point() == 1) {
                    store.add(task, Plans.ARITHMETIC.evaluate(task));
                }
            });
            store.commit();
        }
        List<PointRuns> before = read(file());
        StudyPlan first = Plans.of("1.0", 1, "another hash", Plans.levels(1, 2), 2, "first");
        assertThat(StudyStore.answered(file(), first)).isZero();
        List<Integer> told = new ArrayList<>();
        try (StudyStore store = StudyStore.open(file(), first)) {
            StudyRun.run(store, first, new Threads(2, shipment -> Plans.ARITHMETIC), (runs, of) -> {
                assertThat(of).isEqualTo(4);
                told.add(runs);
            });
            assertThat(store.answered(first)).isEqualTo(4);
            assertThat(store.answered()).isEqualTo(8);
        }
        assertThat(told).containsExactly(1, 2, 3, 4);
        List<PointRuns> after = read(file());
        assertThat(after.stream().filter(runs -> runs.variant().equals("last")).toList())
                .isEqualTo(before);
        assertThat(after.stream()
                        .filter(runs -> runs.variant().equals("first"))
                        .flatMap(runs -> runs.runs().stream())
                        .map(PointRuns.Run::replication))
                .containsExactly(1, 2, 1, 2);
        StudyPlan some = Plans.of(Plans.levels(1, 2), 2, "last");
        assertThat(StudyStore.answered(file(), some))
                .as("of replications 1 and 2")
                .isEqualTo(2);
        try (StudyStore store = StudyStore.open(file(), some)) {
            List<Task> missing = new ArrayList<>();
            store.missing(some).forEachRemaining(missing::add);
            assertThat(missing)
                    .containsExactly(new Task(2, List.of("x=2"), "last", 1), new Task(2, List.of("x=2"), "last", 2));
            assertThat(store.about().tasks()).isEqualTo(12);
        }
    }

    /** Hashes of variants know nothing of a table that only a point names. */
    @Test
    void aTableThatALevelNamesMayNotChange() {
        Design design = Designs.listed(List.of("x"), List.of(List.of("a.csv"), List.of("b.csv")));
        StudyPlan.Table one = new StudyPlan.Table("x=a.csv", "1");
        StudyPlan.Table two = new StudyPlan.Table("x=b.csv", "2");
        finishNothing(Plans.withTables(Designs.listed(List.of("x"), List.of(List.of("a.csv"))), List.of(one)));
        finishNothing(Plans.withTables(design, List.of(one, two)));
        StudyPlan changed = Plans.withTables(design, List.of(one, new StudyPlan.Table("x=b.csv", "3")));
        assertThatThrownBy(() -> StudyStore.open(file(), changed))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("is of another scenario: the table of 'x=b.csv' has changed since");
        assertThatThrownBy(() -> StudyStore.answered(file(), changed)).hasMessageContaining("has changed since");
        finishNothing(Plans.withTables(design, List.of(one, two)));
    }

    private void finishNothing(StudyPlan plan) {
        try (StudyStore store = StudyStore.open(file(), plan)) {
            assertThat(store.answered()).isZero();
        }
    }

    @Test
    void aPlanThatIsTooLargeIsRefused() {
        assertThatThrownBy(
                        () -> Plans.of(Plans.levels(IntStream.range(0, 30_000).toArray()), 100_000, "first"))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("are 3000000000 runs; at most 2147483647 can be");
        assertThatThrownBy(() -> Designs.requirePoints(1_000_001))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("1000001 points");
    }

    @Test
    void whatIsNoStoreIsRefusedAndLeftAlone() throws Exception {
        StudyPlan plan = Plans.of(Plans.levels(1), 1, "first");
        Path text =
                Files.writeString(folder.resolve("text.db"), "of yesterday, and long enough to be anything".repeat(99));
        assertThatThrownBy(() -> StudyStore.open(text, plan))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("is no store of a study");
        assertThat(Files.readString(text)).startsWith("of yesterday");
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE mine (x)");
        }
        assertThatThrownBy(() -> StudyStore.open(other, plan)).hasMessageContaining("is no store of a study");
        assertThatThrownBy(() -> StudyStore.read(other)).hasMessageContaining("is no store of a study");
        assertThatThrownBy(() -> StudyStore.read(folder.resolve("none.db"))).hasMessageContaining("there is no store");
        assertThatThrownBy(() -> StudyStore.open(folder, plan)).isInstanceOf(StudyException.class);
    }

    /** The columns are what somebody expects who opens the file with other programs: NULL where nothing applies. */
    @Test
    void theFileIsPlainSqlite() throws Exception {
        finish(file(), Plans.of(Plans.levels(3), 1, "first"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT mass, \"mass baseline\", typeof(share), refused FROM run")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getDouble(1)).isEqualTo(3 + 5.1 / 3);
            assertThat(rows.getDouble(2)).isEqualTo(5.1);
            assertThat(rows.getString(3)).isEqualTo("null");
            assertThat(rows.getString(4)).isNull();
        }
    }

    @Test
    void summariesAreByHand() {
        finish(file(), Plans.of(Plans.levels(3, -1), 2, "first"));
        List<PointRuns> points = read(file());
        PointRuns.Summary mass = points.get(0).summary(0).orElseThrow();
        assertThat(mass.variant().mean()).isEqualTo(3 + 5.15 / 3);
        assertThat(mass.baseline().mean()).isEqualTo(5.15);
        assertThat(mass.difference().mean()).isCloseTo(3 - 2 * 5.15 / 3, within(1e-12));
        double half = 12.706204736432095 * (0.2 / 3 / Math.sqrt(2)) / Math.sqrt(2);
        assertThat(mass.difference().halfWidth()).isCloseTo(half, within(1e-9));
        assertThat(points.get(0).summary(1).orElseThrow().variant().mean()).isNaN();
        assertThat(points.get(1).summary(0)).isEmpty();
        assertThat(points.get(1).refused()).isEqualTo(2);
    }
}
