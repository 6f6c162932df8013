package org.circlab.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table that several replications write at once, each its rows into a part of its own; at the end the parts are joined in the
 * order of replications. What is kept in memory is bounded however long the run; no file stays open between two writes.
 */
final class TableParts {

    private static final int BUFFER_CHARS = 1 << 16;

    private final Path folder;
    private final String name;
    private final String[] columns;
    private final SortedMap<Integer, Part> parts = new TreeMap<>();

    /**
     * No parts yet.
     *
     * @param folder where they go while the run lasts; it must exist
     * @param name of their files
     * @param columns of the table
     */
    TableParts(Path folder, String name, String... columns) {
        this.folder = folder;
        this.name = name;
        this.columns = columns.clone();
    }

    /** The part of one replication, numbered from 1, which a single thread then fills. */
    synchronized Part of(int replication) {
        Part part = new Part(folder.resolve(name + "-" + replication + ".part"));
        parts.put(replication, part);
        return part;
    }

    /**
     * Joins all parts into one table and deletes them.
     *
     * @param table the file to make
     * @throws IOException if reading or writing fails, or a part has lost rows because somebody else touched its file
     */
    synchronized void join(Path table) throws IOException {
        try (OutputStream to = Files.newOutputStream(table)) {
            StringBuilder header = new StringBuilder();
            new CsvRows(header).header(columns);
            to.write(header.toString().getBytes(StandardCharsets.UTF_8));
            for (Part part : parts.values()) {
                part.flush();
                if (part.bytes > 0) {
                    part.requireWhole(Files.copy(part.file, to));
                    Files.delete(part.file);
                }
            }
        }
    }

    /** The rows of one replication, gathered until there are enough of them to be worth opening a file. */
    static final class Part {

        private final Path file;
        private final StringBuilder gathered = new StringBuilder();
        private final CsvRows rows = new CsvRows(gathered);

        /** How many have been written to the file. */
        private long bytes;

        private Part(Path file) {
            this.file = file;
        }

        /** Where rows are added. */
        CsvRows rows() {
            return rows;
        }

        /** Writes what has been gathered if it is much. */
        void spill() throws IOException {
            if (gathered.length() >= BUFFER_CHARS) {
                flush();
            }
        }

        /** Writes what has been gathered, so that nothing of this part is kept in memory. */
        void flush() throws IOException {
            if (gathered.isEmpty()) {
                return;
            }
            byte[] encoded = gathered.toString().getBytes(StandardCharsets.UTF_8);
            StandardOpenOption first = bytes == 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.WRITE;
            Files.write(file, encoded, first, StandardOpenOption.APPEND);
            bytes += encoded.length;
            gathered.setLength(0);
            gathered.trimToSize();
        }

        private void requireWhole(long found) throws IOException {
            if (found != bytes) {
                throw new FileSystemException(
                        file.toString(), null, "somebody else has changed this file while the run was writing it");
            }
        }
    }
}
