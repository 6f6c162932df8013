package org.circlab.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small valid scenario to break in one place at a time. */
final class Tiny {

    /** Marks in a replacement where the finding is expected. */
    static final String HERE = "¦";

    static final String TEXT = text(Path.of("src/test/resources/scenario/tiny.yaml"));

    private Tiny() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario with one passage replaced, which must stand in it exactly once. */
    static String with(String passage, String replacement) {
        int at = TEXT.indexOf(passage);
        if (at < 0 || TEXT.indexOf(passage, at + 1) >= 0) {
            throw new IllegalArgumentException("not exactly once in the scenario: " + passage);
        }
        return TEXT.replace(passage, replacement);
    }

    static ScenarioFile read(Path folder, String name, String text) {
        return ScenarioFile.read(write(folder, name, text));
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings of a text, whether it can be read or not. */
    static List<Finding> findings(Path folder, String name, String text) {
        try {
            return read(folder, name, text).validate();
        } catch (ScenarioException e) {
            return e.findings();
        }
    }

    /** Line and column of the mark in a text, as findings tell them. */
    static String placeOf(String marked) {
        int at = marked.indexOf(HERE);
        int start = marked.lastIndexOf('\n', at) + 1;
        long line = marked.substring(0, at).lines().count() + (at == start ? 1 : 0);
        return line + ":" + (marked.codePointCount(start, at) + 1);
    }
}
