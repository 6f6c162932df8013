package org.circlab.scenario;

import java.util.Comparator;

/**
 * A place in what a user wrote.
 *
 * @param file the file as its name was given, or an origin without lines such as {@code --set}
 * @param line from 1; 0 where there are no lines
 * @param column from 1 in characters; 0 where there are no lines
 */
public record Mark(String file, int line, int column) implements Comparable<Mark> {

    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::file).thenComparingInt(Mark::line).thenComparingInt(Mark::column);

    /** The place of something that has no lines: a whole file or an option. */
    public static Mark of(String origin) {
        return new Mark(origin, 0, 0);
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }

    /** The place as editors understand it: {@code velenje.yaml:12:5}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
