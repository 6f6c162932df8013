package org.circlab.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.circlab.experiment.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores as other versions of the format write them. */
class StoreFormatTest {

    private static final StudyPlan PLAN = Plans.of(Plans.levels(1, 2), 2, "first");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFinishedStudy() {
        file = folder.resolve("s.db");
        try (StudyStore store = StudyStore.open(file, PLAN)) {
            StudyRun.run(store, PLAN, new Threads(1, unused -> Plans.ARITHMETIC), Progress.NONE);
        }
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.executeUpdate(each);
            }
        }
    }

    private static StudyPlan withTable(String hash) {
        return Plans.withTables(Plans.levels(1, 2, 3), List.of(new StudyPlan.Table("x=3", hash)));
    }

    /** Format 1 has no hashes of tables: a store of it is read as it is, and has them from when its study goes on. */
    @Test
    void anEarlierFormatIsReadAndGoesOn() throws SQLException {
        change("DROP TABLE named_table", "PRAGMA user_version = 1");
        try (StudyStore store = StudyStore.read(file)) {
            assertThat(store.answered()).isEqualTo(4);
        }
        assertThat(StudyStore.answered(file, PLAN)).isEqualTo(4);
        StudyStore.open(file, withTable("1")).close();
        assertThat(StudyStore.answered(file, withTable("1"))).isEqualTo(2);
        assertThatThrownBy(() -> StudyStore.open(file, withTable("2"))).hasMessageContaining("has changed since");
    }

    @Test
    void aLaterFormatIsRefused() throws SQLException {
        change("PRAGMA user_version = 3");
        assertThatThrownBy(() -> StudyStore.read(file)).hasMessageContaining("another version");
    }
}
