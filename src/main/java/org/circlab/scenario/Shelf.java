package org.circlab.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files that a scenario reads. Each is read once, so that a scenario stays the same however often its variants are made and
 * whatever becomes of the files meanwhile. Used by several threads at once.
 */
final class Shelf {

    private final Map<String, SourceText> read = new ConcurrentSkipListMap<>();
    private final boolean onDisk;

    private Shelf(boolean onDisk) {
        this.onDisk = onDisk;
    }

    /** The files of the disk. */
    static Shelf ofDisk() {
        return new Shelf(true);
    }

    /** The files of a snapshot, and no others. */
    static Shelf of(Snapshot snapshot) {
        Shelf shelf = new Shelf(false);
        snapshot.files().forEach(file -> shelf.put(new SourceText(file.name(), file.text(), true)));
        return shelf;
    }

    /** Puts a text that was read by other means where its name says. */
    void put(SourceText source) {
        read.put(source.origin(), source);
    }

    /** The text of {@code file}, or nothing and a finding at {@code reader} that says why there is none. */
    Optional<SourceText> text(Path file, Spot reader, Findings findings) {
        SourceText known = read.get(file.toString());
        if (known != null) {
            return Optional.of(known);
        }
        if (!onDisk) {
            return SourceText.missing(file, reader, findings);
        }
        Optional<SourceText> found = SourceText.read(file, reader, findings);
        found.ifPresent(this::put);
        return found;
    }

    /** Whether a file may be anywhere, so that links have to be followed to tell where. */
    boolean mayLink(Path file) {
        return onDisk && Files.exists(file);
    }

    /** All that was read. */
    List<Snapshot.Content> contents() {
        return read.values().stream()
                .map(source -> new Snapshot.Content(source.origin(), source.text()))
                .toList();
    }
}
