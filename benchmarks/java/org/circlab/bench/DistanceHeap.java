package org.circlab.bench;

/** A binary heap of nodes by distances that its owner keeps, with the nearest on top; equal ones leave in any fixed order. */
final class DistanceHeap {

    private final long[] distance;
    private final int[] heap;
    private final int[] placeOf;
    private int size;

    DistanceHeap(long[] distance) {
        this.distance = distance;
        heap = new int[distance.length];
        placeOf = new int[distance.length];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** Adds a node that is not in the heap. */
    void add(int node) {
        rise(node, size++);
    }

    /** Restores the order after the distance of a node in the heap has become less. */
    void comeNearer(int node) {
        rise(node, placeOf[node]);
    }

    int removeNearest() {
        int top = heap[0];
        int moved = heap[--size];
        if (size > 0) {
            sink(moved);
        }
        return top;
    }

    private void rise(int node, int from) {
        int place = from;
        while (place > 0 && distance[heap[(place - 1) / 2]] > distance[node]) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(node, place);
    }

    private void sink(int node) {
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && distance[heap[child + 1]] < distance[heap[child]]) {
                child++;
            }
            if (distance[heap[child]] >= distance[node]) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(node, place);
    }

    private void put(int node, int place) {
        heap[place] = node;
        placeOf[node] = place;
    }
}
