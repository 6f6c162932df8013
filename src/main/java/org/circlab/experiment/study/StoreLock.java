package org.circlab.experiment.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second study out of a store, in this process or another, while readers may look in. The system lets go of it when a
 * process ends, however it ends; the file that is then left over means nothing.
 */
final class StoreLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private StoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a store.
     *
     * @throws StudyException if it is locked
     * @throws IOException if the lock cannot be written
     */
    static StoreLock of(Path store) throws IOException {
        Path file = store.resolveSibling("." + store.getFileName() + ".lock");
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StudyException(StoreFaults.locked(store));
            }
            if (Files.exists(file)) {
                return new StoreLock(file, channel);
            }
            channel.close();
        }
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
        Files.deleteIfExists(file);
        channel.close();
    }
}
