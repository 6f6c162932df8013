package org.circlab.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterleavedTest {

    private static Task task(int point, int replication) {
        return new Task(point, List.of("x=" + point), "first", replication);
    }

    private static List<Task> row(int point, int replications) {
        return Stream.iterate(1, i -> i + 1)
                .limit(replications)
                .map(k -> task(point, k))
                .toList();
    }

    private static List<Task> all(Iterator<Task> tasks) {
        List<Task> all = new ArrayList<>();
        tasks.forEachRemaining(all::add);
        return all;
    }

    @Test
    void placesTakeTurns() {
        List<Task> tasks = new ArrayList<>();
        tasks.addAll(row(1, 2));
        tasks.addAll(row(2, 3));
        tasks.addAll(row(3, 1));
        tasks.add(new Task(3, List.of("x=3"), "last", 1));
        tasks.add(new Task(3, List.of("x=3"), "last", 2));
        assertThat(all(new Interleaved(tasks.iterator(), 2)))
                .containsExactly(
                        task(1, 1),
                        task(2, 1),
                        task(1, 2),
                        task(2, 2),
                        task(2, 3),
                        task(3, 1),
                        new Task(3, List.of("x=3"), "last", 1),
                        new Task(3, List.of("x=3"), "last", 2));
        assertThat(all(new Interleaved(tasks.iterator(), 1))).isEqualTo(tasks);
    }

    /** Each once; those of a place in their order; the first ones of as many places as there may be are of different places. */
    @Test
    void everyTaskComesOnce() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<Task> tasks = new ArrayList<>();
            int points = random.nextInt(6);
            for (int point = 1; point <= points; point++) {
                tasks.addAll(row(point, 1 + random.nextInt(4) * random.nextInt(60)));
            }
            int places = 1 + random.nextInt(4);
            List<Task> found = all(new Interleaved(tasks.iterator(), places));
            assertThat(found).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(tasks);
            for (int point = 1; point <= points; point++) {
                int own = point;
                assertThat(found.stream().filter(task -> task.point() == own).toList())
                        .isEqualTo(tasks.stream()
                                .filter(task -> task.point() == own)
                                .toList());
            }
        }
        List<Task> tasks = Stream.of(1, 2, 3, 4, 5, 6)
                .flatMap(point -> row(point, 20).stream())
                .toList();
        Set<Integer> first = all(new Interleaved(tasks.iterator(), 3)).stream()
                .limit(3)
                .map(Task::point)
                .collect(Collectors.toSet());
        assertThat(first).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aRowWithoutEndIsNotHeld() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Task> endless =
                Stream.generate(() -> task(1, taken.incrementAndGet())).iterator();
        Interleaved tasks = new Interleaved(endless, 2);
        for (int k = 1; k <= 1000; k++) {
            assertThat(tasks.next().replication()).isEqualTo(k);
            assertThat(taken.get() - k).isBetween(0, 128);
        }
        assertThatThrownBy(() -> new Interleaved(List.<Task>of().iterator(), 2).next())
                .isInstanceOf(NoSuchElementException.class);
    }
}
