package org.circlab.simulation;

/**
 * Free room of the inlets: reserved when a lot is matched, given back when a service ends or a need has drawn; never given
 * back at a disposal site, whose void fills for good.
 */
final class Room {

    private final long[] freeGrams;
    private final CompiledLab lab;
    private RoomListener listener = inlet -> {};
    private Runnable voidIsFull = () -> {};

    /** Hears that room has become free. */
    @FunctionalInterface
    interface RoomListener {
        void freed(int inlet);
    }

    Room(CompiledLab lab) {
        this.lab = lab;
        this.freeGrams = lab.freshRoom();
    }

    void listen(RoomListener heard) {
        listener = heard;
    }

    /** Has {@code heard} told whenever the void of a disposal site has become full. */
    void listenToVoids(Runnable heard) {
        voidIsFull = heard;
    }

    /** The live array, by inlet, for rounds that reserve as they allocate. */
    long[] freeGrams() {
        return freeGrams;
    }

    long free(int inlet) {
        return freeGrams[inlet];
    }

    void reserve(int inlet, long grams) {
        freeGrams[inlet] -= grams;
        if (freeGrams[inlet] == 0 && lab.isFinal(inlet)) {
            voidIsFull.run();
        }
    }

    void release(int inlet, long grams) {
        freeGrams[inlet] += grams;
        listener.freed(inlet);
    }

    long committed(int inlet) {
        return lab.inletRoom(inlet) - freeGrams[inlet];
    }
}
