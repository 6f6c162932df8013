package org.circlab.experiment.spark;

import java.io.IOException;
import java.util.Arrays;

/** Runs the main class that its first argument names, and halts when whoever started it is gone: killed or not. */
final class Tethered {

    private Tethered() {}

    /** Runs the class with the other arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread tether = new Thread(Tethered::hold, "tether");
        tether.setDaemon(true);
        tether.start();
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    /** Waits for the end of what the starter writes, which is nothing. */
    private static void hold() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException broken) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
