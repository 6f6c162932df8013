/**
 * The command line: what {@code circlab} understands, its exit codes, and the wiring of files, experiment and report.
 * {@link org.circlab.cli.CircLab} is the place to start reading.
 *
 * <p>Results go to the standard output and to files; messages, warnings and progress to the standard error. A mistake of the
 * user is answered with what is wrong and what to do, never with a stack trace.
 *
 * <p>May use every package; picocli is used nowhere else. Every command takes its output streams, so tests run it in-process.
 */
@NullMarked
package org.circlab.cli;

import org.jspecify.annotations.NullMarked;
