package org.circlab.cli;

import java.nio.file.Path;

/** Where studies lie. */
final class StudyPlace {

    /** The folder of studies in that of a lab. */
    static final String FOLDER = "studies";

    /** How the names of stores end. */
    static final String ENDING = ".db";

    private StudyPlace() {}

    /** The store of a study of a lab. */
    static Path store(Path results, String lab, String study) {
        return results.resolve(lab).resolve(FOLDER).resolve(study + ENDING);
    }

    /** The folder of the tables of a store, beside it. */
    static Path tables(Path store) {
        String name = String.valueOf(store.getFileName());
        return store.resolveSibling(
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name + "-tables");
    }
}
