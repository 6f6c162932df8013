package org.circlab.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream of results that remembers why it could not take everything, which a {@link java.io.PrintWriter} forgets. */
final class StandardOutput extends OutputStream {

    private final OutputStream to;
    private final boolean pipe;
    private @Nullable IOException failure;

    /**
     * Writes on to another stream.
     *
     * @param pipe whether another program reads it: it may stop reading when it has enough, as {@code head} does
     */
    StandardOutput(OutputStream to, boolean pipe) {
        this.to = to;
        this.pipe = pipe;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        try {
            to.write(octets, from, count);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    /** The exit code of the program when all is printed: the given one, unless a file or device lacks a part of the results. */
    int codeAfter(int code, Console console) {
        IOException why = failure;
        if (why == null || pipe || code == CircLab.INTERRUPTED) {
            return code;
        }
        console.message("circlab: cannot print everything: " + why.getMessage()
                + "; the standard output lacks a part, files in the folder of results do not");
        return CircLab.FAILED;
    }
}
