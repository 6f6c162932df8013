package org.circlab.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Sorts lots by (arising time, actor id, material id); stable. */
final class LotOrder {

    private final Lots lots;
    private final int[] rankOfOutlet;
    private int[] spare = new int[16];

    LotOrder(Lots lots, CompiledLab lab) {
        this.lots = lots;
        this.rankOfOutlet = new int[lab.outlets()];
        List<Integer> ranked = IntStream.range(0, rankOfOutlet.length)
                .boxed()
                .sorted(Comparator.comparingInt(lab::outletActor).thenComparingInt(lab::outletMaterial))
                .toList();
        for (int rank = 0; rank < rankOfOutlet.length; rank++) {
            rankOfOutlet[ranked.get(rank)] = rank;
        }
    }

    /** Sorts the first {@code size} entries by merging runs of doubling length. */
    void sort(int[] numbers, int size) {
        if (spare.length < size) {
            spare = Arrays.copyOf(spare, numbers.length);
        }
        int[] from = numbers;
        int[] to = spare;
        for (int run = 1; run < size; run *= 2) {
            for (int start = 0; start < size; start += 2 * run) {
                int middle = Math.min(start + run, size);
                int end = Math.min(start + 2 * run, size);
                merge(from, to, start, middle, end);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        if (from != numbers) {
            System.arraycopy(from, 0, numbers, 0, size);
        }
    }

    private void merge(int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = left < middle && (right == end || !before(from[right], from[left]));
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    /** Whether a lot goes before another. */
    boolean before(int a, int b) {
        if (lots.born[a] != lots.born[b]) {
            return lots.born[a] < lots.born[b];
        }
        return rankOfOutlet[lots.outlet[a]] < rankOfOutlet[lots.outlet[b]];
    }
}
