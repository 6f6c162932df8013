package org.circlab.experiment.study;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What to tell a user when the database fails. */
final class StoreFaults {

    private StoreFaults() {}

    static StudyException of(Path file, SQLException failure) {
        SQLiteErrorCode code = failure instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String what = switch (code) {
            case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED, SQLITE_LOCKED_SHAREDCACHE ->
                locked(file);
            case SQLITE_FULL -> "the disk is full: the study cannot go on in " + file + kept();
            case SQLITE_NOTADB -> notAStore(file);
            case SQLITE_CORRUPT, SQLITE_CORRUPT_VTAB ->
                file + " is damaged; move it away, or name another with --store";
            case SQLITE_READONLY,
                    SQLITE_READONLY_DIRECTORY,
                    SQLITE_READONLY_DBMOVED,
                    SQLITE_READONLY_ROLLBACK,
                    SQLITE_PERM,
                    SQLITE_AUTH,
                    SQLITE_CANTOPEN,
                    SQLITE_CANTOPEN_ISDIR ->
                file + " cannot be opened or may not be written; check where it is, or name another with --store";
            default ->
                file + " cannot be read or written (" + failure.getMessage() + "); maybe the disk is full" + kept();
        };
        return new StudyException(what, failure);
    }

    static String locked(Path file) {
        return file + " is in use by another process; wait until that has ended, or name another with --store";
    }

    static String notAStore(Path file) {
        return file + " is no store of a study; it is left as it is. Name another with --store";
    }

    private static String kept() {
        return ". What it has is kept: make room, and the same command goes on from there";
    }
}
