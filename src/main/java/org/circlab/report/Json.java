package org.circlab.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** JSON as results write it: indented by two spaces, {@code \n} line ends, keys in the order given, numbers without exponent. */
public final class Json {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
            .build();

    private Json() {}

    /** The document of nested maps and lists, with a line end. */
    public static String text(Map<String, ?> document) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    /** A value that reads back exactly; null where it is not a finite number, which JSON cannot say. */
    public static @Nullable Object number(double value) {
        return Double.isFinite(value) ? Decimals.exact(value) : null;
    }
}
