package org.circlab.simulation;

import org.jspecify.annotations.Nullable;

/** What events have closed: for each part the id of the first active event that closes it, or null. */
final class Closures {

    /** By outlet; only outlets of streams close. */
    final @Nullable String[] streams;

    final @Nullable String[] inlets;
    final @Nullable String[] contracts;

    /** Nothing is closed. */
    Closures(CompiledLab lab) {
        this.streams = new String[lab.outlets()];
        this.inlets = new String[lab.inlets()];
        this.contracts = new String[lab.lab().contracts().size()];
    }
}
