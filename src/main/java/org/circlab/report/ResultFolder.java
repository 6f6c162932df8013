package org.circlab.report;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one result, {@code <out>/<lab>/<variant>}, written aside and moved into place when whole.
 *
 * <p>Beside it, while a run writes, stand {@code .<variant>.writing} with the files so far and {@code .<variant>.lock}, held so
 * that two runs do not write the same result; for an instant at the end {@code .<variant>.previous} holds what is being
 * replaced. What an interrupted run leaves of these is put right when the next one opens the folder.
 */
public final class ResultFolder implements AutoCloseable {

    /** Every whole result has this file; a folder without it is somebody else's and is never replaced. */
    public static final String MARK = "run.json";

    /** Only results of variants have this one. */
    private static final String VALUES = "replications.csv";

    private static final int MOST_ATTEMPTS = 100;

    private final Path place;
    private final Path writing;
    private final Path previous;
    private final ResultLock lock;
    private final List<Path> made;
    private final List<String> notices = new ArrayList<>();
    private boolean closed;

    private ResultFolder(Path place, ResultLock lock, List<Path> made) {
        this.place = place;
        this.made = made;
        this.writing = beside(place, "writing");
        this.previous = beside(place, "previous");
        this.lock = lock;
    }

    /**
     * Opens the folder of a result for writing and clears away what an interrupted run has left.
     *
     * @param out folder of all results, made where it is missing
     * @param lab id of the lab
     * @param variant id of the variant
     * @throws ResultException if the ids would leave {@code out}, another run is writing the same result, or what stands there
     *     is not a result
     * @throws IOException if the file system fails
     */
    public static ResultFolder open(Path out, String lab, String variant) throws IOException {
        Path labFolder = out.resolve(requireFolderName(lab));
        Path place = labFolder.resolve(requireFolderName(variant));
        List<Path> made = missing(labFolder);
        ResultFolder folder = new ResultFolder(place, lock(place), made);
        try {
            folder.clearLeftovers();
            folder.requireReplaceable();
            Files.createDirectories(folder.writing);
            return folder;
        } catch (IOException | RuntimeException e) {
            folder.release();
            throw e;
        }
    }

    /** The folders that are not there yet on the way to one, the deepest first. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path each = folder.toAbsolutePath(); each != null && !Files.exists(each); each = each.getParent()) {
            missing.add(each);
        }
        return missing;
    }

    /** Makes the folder around a result and locks the result there, again where a run that gave up deletes it in between. */
    private static ResultLock lock(Path place) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Files.createDirectories(place.resolveSibling(""));
            try {
                return ResultLock.take(beside(place, "lock"), place);
            } catch (NoSuchFileException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Gives back the right to write and, where there is no result, the folders that were made for it. */
    private void release() throws IOException {
        lock.release();
        if (Files.exists(place)) {
            return;
        }
        for (Path folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /**
     * The whole results of variants at a path, by name: the one that it is itself, or those in the folder of a lab. Other results
     * stand beside them, such as assessments of synergies, and what an interrupted run has left; these are none.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> variantsAt(Path path) throws IOException {
        if (Files.exists(path.resolve(MARK))) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(each -> !each.getFileName().toString().startsWith("."))
                    .filter(each -> Files.exists(each.resolve(MARK)) && Files.exists(each.resolve(VALUES)))
                    .sorted()
                    .toList();
        }
    }

    /** Where the result will stand. */
    public Path place() {
        return place;
    }

    /** The folder to write files into until {@link #commit}. */
    public Path writing() {
        return writing;
    }

    /** What was found and put right when the folder was opened, in sentences for people. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /**
     * Moves the files into place, instead of the previous result if there is one. They are on the disk before they are moved,
     * and the moves are before the previous result is deleted, so that a loss of power leaves one of the two whole.
     *
     * @throws ResultException if the folder has been closed meanwhile
     * @throws IOException if the files cannot be stored for good or a move fails; the previous result then stands as before.
     *     Also if what was replaced cannot be deleted; then the new result stands
     */
    public synchronized void commit() throws IOException {
        if (closed) {
            throw new ResultException("the result " + place + " was given up before it was whole");
        }
        Durable.tree(writing);
        boolean replaces = Files.exists(place);
        if (replaces) {
            Files.move(place, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(writing, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            putBack(replaces, e);
            throw e;
        }
        closed = true;
        try {
            Durable.folder(lock.folder());
            discardPrevious();
        } finally {
            lock.release();
        }
    }

    private void putBack(boolean replaced, IOException failure) {
        if (!replaced) {
            return;
        }
        try {
            Files.move(previous, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Deletes what has been replaced, its mark first, so that a rest of it is never mistaken for a whole result. */
    private void discardPrevious() throws IOException {
        Files.deleteIfExists(previous.resolve(MARK));
        deleteTree(previous);
    }

    /**
     * Gives up what has been written, and folders made for it, unless it has been committed. May be called from another thread and more than once.
     *
     * @throws IOException if something cannot be deleted; the next run will try again
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            deleteTree(writing);
        } finally {
            release();
        }
    }

    private void clearLeftovers() throws IOException {
        boolean unfinished = Files.exists(writing);
        if (Files.exists(previous)) {
            clearPrevious();
        }
        if (unfinished) {
            deleteTree(writing);
            notices.add("an earlier run was interrupted; its unfinished files in " + writing + " are removed");
        }
        if (notices.isEmpty() && lock.wasLeft()) {
            notices.add("an earlier run of " + place + " was interrupted; it left no unfinished files");
        }
    }

    private void clearPrevious() throws IOException {
        if (Files.exists(place) || !Files.exists(previous.resolve(MARK))) {
            discardPrevious();
            notices.add(
                    "an earlier run was interrupted while it cleared up; what was left of the result that it replaced, "
                            + previous + ", is removed");
        } else {
            Files.move(previous, place, StandardCopyOption.ATOMIC_MOVE);
            notices.add("an earlier run was interrupted while it replaced " + place
                    + "; the result from before it is back in place");
        }
    }

    private void requireReplaceable() throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                || (!Files.exists(place.resolve(MARK)) && !isEmpty(place))) {
            throw new ResultException(place + " is not a result of this program (it has no " + MARK
                    + ") and will not be replaced; move it away or name another folder with --out");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static Path beside(Path place, String purpose) {
        return place.resolveSibling("." + place.getFileName() + "." + purpose);
    }

    /** The id itself, if it names a visible folder directly inside its parent on every system. */
    private static String requireFolderName(String id) {
        boolean plain = !id.isBlank() && !id.startsWith(".") && id.codePoints().noneMatch(ResultFolder::isUnsafe);
        if (!plain) {
            throw new ResultException(
                    "'" + id + "' cannot name a folder of results; ids are made of letters, digits, '-' and '_'");
        }
        return id;
    }

    private static boolean isUnsafe(int character) {
        return "/\\:*?\"<>|".indexOf(character) >= 0 || Character.isISOControl(character);
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
