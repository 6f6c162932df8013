package org.circlab.experiment.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second study out of a store, in this process or another, while readers may look in. The system lets go of it when a
 * process ends, however it ends. The file stays: who deletes it takes it away from another who has opened it and not locked it yet,
 * so that two would lock two files. Lying there it means nothing.
 */
final class StoreLock implements AutoCloseable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a store.
     *
     * @throws StudyException if it is locked
     * @throws IOException if the lock cannot be written
     */
    static StoreLock of(Path store) throws IOException {
        FileChannel channel = FileChannel.open(file(store), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new StudyException(StoreFaults.locked(store));
        }
        return new StoreLock(channel);
    }

    /** The file that is locked for a store. */
    static Path file(Path store) {
        return store.resolveSibling("." + store.getFileName() + ".lock");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
