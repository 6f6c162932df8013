package org.circlab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The four fields of the pilots of CIRCLE, each with a scenario to start from. */
enum Pilot {
    INDUSTRIAL("industrial symbiosis, after Velenje"),
    ELECTRONIC("electronic waste, after Međimurje"),
    ORGANIC("organic waste, after Forlì-Cesena"),
    CONSTRUCTION("construction and demolition waste, after Thessaloniki");

    private final String title;

    Pilot(String title) {
        this.title = title;
    }

    /** What it is about and which region it is taken from. */
    String title() {
        return title;
    }

    /** The scenario of this field under that id. */
    String scenario(String id) {
        return scenario().replaceFirst("(?m)^id: " + this + "(?= )", "id: " + id);
    }

    /** The scenario of this field under its own id, which is the word of the field. */
    String scenario() {
        String file = "pilots/" + this + ".yaml";
        try (InputStream stream = Pilot.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the program; build it with 'mvn package'");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
