package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.circlab.report.Harbour;
import org.circlab.report.ResultSchema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of results against its schemas, by an independent validator. */
class ResultSchemaTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema RESULT = REGISTRY.getSchema(ResultSchema.RESULT.text(), InputFormat.JSON);
    private static final Schema EXPLANATION = REGISTRY.getSchema(ResultSchema.EXPLANATION.text(), InputFormat.JSON);

    @TempDir
    static Path folder;

    private static String result;
    private static String explanation;

    @BeforeAll
    static void print() {
        result = json("run", Harbour.FILE, "--replications=2");
        explanation = json("explain", Harbour.FILE, "--top=3");
    }

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static String json(String command, Path file, String option) {
        Session session = Session.of(command, file.toString(), option, "--format=json", "--out=" + folder);
        assertThat(session.code()).as(session.err()).isZero();
        return session.out();
    }

    private static List<Error> errors(Schema schema, String text) {
        return schema.validate(text, InputFormat.JSON);
    }

    @ParameterizedTest
    @EnumSource(ResultSchema.class)
    void bothAreSchemasAndPrintedByTheProgram(ResultSchema schema) {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(schema.text(), InputFormat.JSON)).isEmpty();
        assertThat(Session.of("schema", "--of=" + schema.name().toLowerCase(Locale.ROOT))
                        .out())
                .isEqualTo(schema.text());
    }

    @Test
    void withoutAWordItIsThatOfScenarios() {
        assertThat(Session.of("schema").out())
                .isEqualTo(Session.of("schema", "--of=scenario").out());
        assertThat(Session.of("schema", "--of=page").code()).isEqualTo(CircLab.USAGE);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyBundledScenarioGivesAResultThatFits(Path file) {
        assertThat(errors(RESULT, json("run", file, "--replications=1"))).isEmpty();
    }

    @Test
    void theSmallLabsFitToo() {
        assertThat(errors(RESULT, result)).isEmpty();
        assertThat(errors(EXPLANATION, explanation)).isEmpty();
        assertThat(errors(EXPLANATION, json("explain", Path.of("scenarios/lesson-glut.yaml"), "--top=2")))
                .isEmpty();
        assertThat(errors(RESULT, explanation)).isNotEmpty();
        assertThat(errors(EXPLANATION, result)).isNotEmpty();
    }

    @Test
    void whateverIsLeftOutAddedOrOfAnotherTypeIsSeen() {
        assertThat(slips(RESULT, result)).isGreaterThan(60);
        assertThat(slips(EXPLANATION, explanation)).isGreaterThan(60);
    }

    /** Makes every slip of three kinds at every kind of place once; how many there were. */
    private static int slips(Schema schema, String text) {
        List<String> paths = new ArrayList<>();
        places(JsonMapper.shared().readTree(text), "", paths);
        int slips = 0;
        for (String path : paths) {
            String parent = path.substring(0, path.lastIndexOf('/'));
            String key = path.substring(path.lastIndexOf('/') + 1);
            if (List.of("nearest").contains(key) || parent.matches(".*/(stopped_t|materials|actors|places_by_grade)")) {
                continue;
            }
            JsonNode without = JsonMapper.shared().readTree(text);
            ((ObjectNode) without.at(parent)).remove(key);
            assertThat(errors(schema, without.toString())).as("without " + path).isNotEmpty();
            JsonNode other = JsonMapper.shared().readTree(text);
            ((ObjectNode) other.at(parent)).put(key, !other.at(path).asBoolean(false));
            if (!List.of("sold_outside", "applies").contains(key)) {
                assertThat(errors(schema, other.toString()))
                        .as("another type of " + path)
                        .isNotEmpty();
            }
            JsonNode more = JsonMapper.shared().readTree(text);
            ((ObjectNode) more.at(parent)).put("extra", 1);
            assertThat(errors(schema, more.toString()))
                    .as("more beside " + path)
                    .isNotEmpty();
            slips += 3;
        }
        return slips;
    }

    /** Paths to all keys, through the first element of each list and the first value of each map. */
    private static void places(JsonNode node, String path, List<String> paths) {
        if (node instanceof ArrayNode list) {
            if (!list.isEmpty()) {
                places(list.get(0), path + "/0", paths);
            }
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                paths.add(path + '/' + property.getKey());
                places(property.getValue(), path + '/' + property.getKey(), paths);
            });
        }
    }
}
