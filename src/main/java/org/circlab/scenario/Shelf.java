package org.circlab.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that a scenario reads. Each is read once, so that a scenario stays the same however often its variants are made and
 * whatever becomes of the files meanwhile. Used by several threads at once.
 */
final class Shelf {

    /** Stands for the text of a file that was asked for and is not there. */
    static final String MISSING = "\u0000";

    private final Map<String, SourceText> read = new ConcurrentSkipListMap<>();
    private final boolean onDisk;
    private final @Nullable Shelf behind;

    private Shelf(boolean onDisk, @Nullable Shelf behind) {
        this.onDisk = onDisk;
        this.behind = behind;
    }

    /** An empty one that reads from this, so that it knows what was asked of it alone, and what was not there. */
    Shelf before() {
        return new Shelf(onDisk, this);
    }

    /** The files of the disk. */
    static Shelf ofDisk() {
        return new Shelf(true, null);
    }

    /** The files of a snapshot, and no others. */
    static Shelf of(Snapshot snapshot) {
        Shelf shelf = new Shelf(false, null);
        snapshot.files().forEach(file -> shelf.put(new SourceText(file.name(), file.text(), true)));
        return shelf;
    }

    /** Puts a text that was read by other means where its name says. */
    void put(SourceText source) {
        read.put(source.origin(), source);
    }

    /** The text of {@code file}, or nothing and a finding at {@code reader} that says why there is none. */
    Optional<SourceText> text(Path file, Spot reader, Findings findings) {
        if (behind != null) {
            Optional<SourceText> found = behind.text(file, reader, findings);
            read.put(file.toString(), found.orElseGet(() -> new SourceText(file.toString(), MISSING, false)));
            return found;
        }
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
