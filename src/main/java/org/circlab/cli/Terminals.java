package org.circlab.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the standard streams are watched by a person. Java can only tell of all streams together, so where the system shows
 * its open files under {@code /proc} each stream is looked up there.
 */
final class Terminals {

    private static final int OUT = 1;
    private static final int ERR = 2;

    private Terminals() {}

    static boolean isOut() {
        return isTerminal(OUT);
    }

    static boolean isErr() {
        return isTerminal(ERR);
    }

    /** Whether another program reads the results; guessed where the system does not show its open files. */
    static boolean isOutPipe() {
        Path open = Path.of("/proc/self/fd/" + OUT);
        try {
            if (!Files.isSymbolicLink(open)) {
                return !isOut();
            }
            String target = Files.readSymbolicLink(open).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static boolean isTerminal(int descriptor) {
        Path open = Path.of("/proc/self/fd/" + descriptor);
        try {
            if (Files.isSymbolicLink(open)) {
                String device = Files.readSymbolicLink(open).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
            }
        } catch (IOException | SecurityException e) {
            return false;
        }
        return isConsole();
    }

    /** Before JDK 22 there is a console only on a terminal; since then it says itself whether it is one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException beforeJdk22) {
            return true;
        }
    }
}
