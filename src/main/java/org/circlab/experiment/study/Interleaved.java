package org.circlab.experiment.study;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Tasks by turns of several places, a place being a point and a variant: whoever does the next one need not wait until somebody else
 * has made the labs of the same place.
 */
final class Interleaved implements Iterator<Task> {

    /** Tasks of a place that are looked through for the next place, so that no study is ever held as a whole. */
    private static final int MOST_OF_A_PLACE = 64;

    private final Iterator<Task> tasks;
    private final int places;
    private final Deque<Deque<Task>> turns = new ArrayDeque<>();
    private @Nullable Task next;

    /**
     * The tasks of another iterator, each once.
     *
     * @param tasks in which those of a place follow each other
     * @param places how many take turns, at least 1
     */
    Interleaved(Iterator<Task> tasks, int places) {
        this.tasks = tasks;
        this.places = places;
    }

    @Override
    public boolean hasNext() {
        return !turns.isEmpty() || next != null || tasks.hasNext();
    }

    @Override
    public Task next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (turns.isEmpty()) {
            lookAhead();
        }
        Deque<Task> place = turns.remove();
        Task task = place.remove();
        if (!place.isEmpty()) {
            turns.add(place);
        }
        return task;
    }

    private void lookAhead() {
        for (int seen = 0; seen < MOST_OF_A_PLACE * places; seen++) {
            Task task = next != null ? next : tasks.hasNext() ? tasks.next() : null;
            next = null;
            if (task == null) {
                return;
            }
            boolean another = turns.isEmpty() || !isSamePlace(turns.getLast().element(), task);
            if (another && turns.size() == places) {
                next = task;
                return;
            }
            if (another) {
                turns.add(new ArrayDeque<>());
            }
            turns.getLast().add(task);
        }
    }

    private static boolean isSamePlace(Task one, Task other) {
        return one.point() == other.point() && one.variant().equals(other.variant());
    }
}
