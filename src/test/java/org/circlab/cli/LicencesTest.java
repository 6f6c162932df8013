package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar hands on other people's programs, and with each of them its licence in a folder of its own. */
class LicencesTest {

    private static final Path FOLDER = Path.of("src/main/resources/META-INF/licenses");
    private static final Pattern OWN = Pattern.compile("META-INF/(maven/[^/]+/[^/]+/)?(LICENSE)(\\.txt|\\.zentus)?");

    /**
     * A library that is in the jar.
     *
     * @param name as its folder is called
     * @param packages where its classes lie
     */
    record Library(String name, String packages) {
        String licence() {
            return "META-INF/licenses/" + name + "/LICENSE";
        }
    }

    /** All that the jar is made of beside the program. */
    static final List<Library> LIBRARIES = List.of(
            new Library("GeographicLib-Java", "net/sf/geographiclib/"),
            new Library("apfloat", "org/apfloat/"),
            new Library("commons-math3", "org/apache/commons/math3/"),
            new Library("jackson-annotations", "com/fasterxml/jackson/annotation/"),
            new Library("jackson-core", "tools/jackson/core/"),
            new Library("jackson-databind", "tools/jackson/databind/"),
            new Library("jackson-dataformat-csv", "tools/jackson/dataformat/csv/"),
            new Library("jackson-dataformat-yaml", "tools/jackson/dataformat/yaml/"),
            new Library("jgrapht-core", "org/jgrapht/"),
            new Library("jheaps", "org/jheaps/"),
            new Library("jspecify", "org/jspecify/annotations/"),
            new Library("jsvg", "com/github/weisj/jsvg/"),
            new Library("ojalgo", "org/ojalgo/"),
            new Library("picocli", "picocli/"),
            new Library("snakeyaml-engine", "org/snakeyaml/engine/"),
            new Library("sqlite-jdbc", "org/sqlite/"));

    static Stream<Library> libraries() {
        return LIBRARIES.stream();
    }

    @Test
    void thereIsAFolderForEachLibraryAndForNothingElse() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            assertThat(folders.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            LIBRARIES.stream().map(Library::name).toList());
        }
    }

    /** So that a new version with other terms is seen. */
    @ParameterizedTest
    @MethodSource("libraries")
    void whereALibraryBringsItsLicenceItIsThatOne(Library library) throws IOException {
        Path jar = jarOf(library);
        String words = Files.readString(FOLDER.resolve(library.name()).resolve("LICENSE"));
        assertThat(words).containsPattern("Apache (License|\\(Software\\) License)|MIT License|Eclipse Public License");
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> own = new ArrayList<>();
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (OWN.matcher(entry.getName()).matches()) {
                    own.add(entry);
                }
            }
            for (JarEntry entry : own) {
                String name = Path.of(entry.getName()).getFileName().toString().replace(".txt", "");
                try (InputStream bytes = file.getInputStream(entry)) {
                    assertThat(FOLDER.resolve(library.name()).resolve(name)).hasBinaryContent(bytes.readAllBytes());
                }
            }
        }
    }

    private static Path jarOf(Library library) {
        String[] path =
                System.getProperty("java.class.path").split(Pattern.quote(System.getProperty("path.separator")), -1);
        Optional<Path> jar = Stream.of(path)
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(each -> each.getFileName().toString().startsWith(library.name() + "-"))
                .filter(each -> holds(each, library.packages()))
                .findFirst();
        return jar.orElseThrow(() -> new AssertionError(library.name() + " is not on the class path"));
    }

    private static boolean holds(Path jar, String packages) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> entry.getName().startsWith(packages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
