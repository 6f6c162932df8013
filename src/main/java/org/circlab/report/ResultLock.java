package org.circlab.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one result. The system takes it from a run that ends in whatever way; the file of a run that could not
 * clear up stays behind, which is how the next one knows.
 */
final class ResultLock {

    private final Path file;
    private final FileChannel channel;
    private final boolean left;

    private ResultLock(Path file, FileChannel channel, boolean left) {
        this.file = file;
        this.channel = channel;
        this.left = left;
    }

    /**
     * Takes the lock, making sure that its file has not been deleted by the run that held it just before.
     *
     * @param file to lock, made where it is missing
     * @param place of the result, for the message
     * @throws ResultException if another run holds it
     */
    static ResultLock take(Path file, Path place) throws IOException {
        while (true) {
            boolean left = !make(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Object opened = keyOf(file);
            if (!tryLock(channel)) {
                channel.close();
                throw new ResultException("another run is writing " + place
                        + " just now; wait until it is done or name another folder with --out");
            }
            if (Files.exists(file) && Objects.equals(opened, keyOf(file))) {
                return new ResultLock(file, channel, left);
            }
            channel.close();
        }
    }

    /** Whether the run that held it before ended without giving it back. */
    boolean wasLeft() {
        return left;
    }

    /** Where its file is. */
    Path folder() {
        return file.resolveSibling("");
    }

    void release() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }

    private static boolean make(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            var taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static @Nullable Object keyOf(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : null;
    }
}
