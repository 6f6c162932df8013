package org.circlab.scenario;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of the scenario that was asked for. Whatever its files name stays within it, so that they travel together and
 * nothing else is read.
 *
 * @param scenario the file that was asked for
 * @param shelf where its files are read
 */
record ScenarioFolder(Path scenario, Shelf shelf) {

    /**
     * The file called {@code name} where {@code spot} is written, relative to the file in which it is written, or to the
     * scenario if it comes from an option. Nothing and a finding where it is no name or leads out of the folder.
     *
     * @param example how such a name is written
     */
    Optional<Path> file(String name, Spot spot, String example, Findings findings) {
        try {
            Path relative = Path.of(name);
            Path path = writtenIn(spot.mark()).resolveSibling(relative).normalize();
            if (!relative.isAbsolute() && !name.isBlank() && name.indexOf('\\') < 0 && isInside(path)) {
                return Optional.of(path.toString().isEmpty() ? Path.of(".") : path);
            }
        } catch (InvalidPathException | IOException e) {
            findings.add(FindingCode.BAD_PATH, spot, "'" + name + "' is no name of a file.", "Write " + example + ".");
            return Optional.empty();
        }
        findings.add(
                FindingCode.BAD_PATH,
                spot,
                "'" + name + "' leads out of the scenario's folder.",
                "Put the file beside the scenario, so that both travel together, and name it without '..' or a drive.");
        return Optional.empty();
    }

    /** The text of a file, or nothing and a finding at {@code reader} that says why there is none. */
    Optional<SourceText> text(Path file, Spot reader, Findings findings) {
        return shelf.text(file, reader, findings);
    }

    /** What a file of the folder is called from there, wherever the program runs. */
    String nameWithin(String file) {
        Path from = folder().normalize();
        return from.relativize(Path.of(file).toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    /** The table in a file, or nothing and a finding; findings about it carry the path of {@code reader}. */
    Optional<CsvTable> table(Path file, Spot reader, Findings findings) {
        return text(file, reader, findings).flatMap(source -> CsvTable.of(source, reader.path(), findings));
    }

    private Path writtenIn(Mark mark) {
        return mark.line() == 0 ? scenario : Path.of(mark.file());
    }

    private boolean isInside(Path path) throws IOException {
        Path folder = folder();
        return path.toAbsolutePath().normalize().startsWith(folder.normalize())
                && (!shelf.mayLink(path) || path.toRealPath().startsWith(folder.toRealPath()));
    }

    private Path folder() {
        Path absolute = scenario.toAbsolutePath();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }
}
