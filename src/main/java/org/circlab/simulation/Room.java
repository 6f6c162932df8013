package org.circlab.simulation;

/**
 * Free room of the inlets: reserved when a lot is matched, given back when a service ends or a need has drawn; never given
 * back at a disposal site, whose void fills for good. A closed inlet keeps its free room back until it opens.
 */
final class Room {

    private final long[] freeGrams;
    private final long[] keptBackGrams;
    private final boolean[] closed;
    private final CompiledLab lab;
    private RoomListener listener = inlet -> {};
    private Runnable sitesChange = () -> {};

    /** Hears that room has become free. */
    @FunctionalInterface
    interface RoomListener {
        void freed(int inlet);
    }

    Room(CompiledLab lab) {
        this.lab = lab;
        this.freeGrams = lab.freshRoom();
        this.keptBackGrams = new long[freeGrams.length];
        this.closed = new boolean[freeGrams.length];
    }

    void listen(RoomListener heard) {
        listener = heard;
    }

    /** Has {@code heard} told whenever the void of a disposal site has become full, or a site has closed or opened. */
    void listenToSites(Runnable heard) {
        sitesChange = heard;
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
            sitesChange.run();
        }
    }

    void release(int inlet, long grams) {
        if (closed[inlet]) {
            keptBackGrams[inlet] += grams;
            return;
        }
        freeGrams[inlet] += grams;
        listener.freed(inlet);
    }

    /** Nothing more can be reserved at an open inlet. */
    void close(int inlet) {
        closed[inlet] = true;
        keptBackGrams[inlet] = freeGrams[inlet];
        freeGrams[inlet] = 0;
        if (lab.isFinal(inlet)) {
            sitesChange.run();
        }
    }

    /** A closed inlet has its room again. */
    void open(int inlet) {
        closed[inlet] = false;
        freeGrams[inlet] = keptBackGrams[inlet];
        keptBackGrams[inlet] = 0;
        if (lab.isFinal(inlet)) {
            sitesChange.run();
        } else {
            listener.freed(inlet);
        }
    }

    long committed(int inlet) {
        return lab.inletRoom(inlet) - freeGrams[inlet] - keptBackGrams[inlet];
    }
}
