package org.circlab.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Makes files and folders outlive a loss of power. What a disk over a network refuses late is refused here at the latest. */
final class Durable {

    private Durable() {}

    /**
     * Stores the contents of all files below a folder, and the folders.
     *
     * @throws IOException if a file cannot be stored for good
     */
    static void tree(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(root)) {
            all = found.toList();
        }
        for (Path path : all) {
            if (Files.isDirectory(path)) {
                folder(path);
            } else {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    /** Stores the names in a folder, on systems that let a program ask for that. */
    static void folder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
