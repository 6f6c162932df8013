package org.circlab.scenario;

import java.io.Serializable;
import java.util.List;

/**
 * Every file that a scenario reads, as it was when the snapshot was taken, so that the scenario can be read again anywhere and
 * is the same whatever becomes of the files.
 *
 * @param main the name of the scenario file as it was given
 * @param files main file, scenarios that it extends and tables, by name
 */
public record Snapshot(String main, List<Content> files) implements Serializable {

    public Snapshot {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param name as the scenario's findings call it
     * @param text its characters in UTF-8, without a byte order mark
     */
    public record Content(String name, String text) implements Serializable {}
}
