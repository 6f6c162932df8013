package org.circlab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a JSON document of the program is made of, as a JSON Schema (draft 2020-12). */
public enum ResultSchema {
    /** What {@code run --format json} prints. */
    RESULT("result.schema.json"),
    /** What {@code explain --format json} prints. */
    EXPLANATION("explanation.schema.json");

    private final String file;

    ResultSchema(String file) {
        this.file = file;
    }

    /** The schema. */
    public String text() {
        try (InputStream bytes = ResultSchema.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("the schema " + file + " is not in the program");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
