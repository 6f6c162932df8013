package org.circlab.experiment.study;

import java.util.Optional;
import java.util.ServiceLoader;

/** Reaches clusters. Whoever can is on the class path and names itself to {@link ServiceLoader}; the program alone cannot. */
@FunctionalInterface
public interface Clusters {

    /** Those of whoever is on the class path. */
    static Optional<Clusters> find() {
        return ServiceLoader.load(Clusters.class).findFirst();
    }

    /**
     * The workplace that a cluster is.
     *
     * @param address as the cluster's own tools write it, such as {@code spark://host:7077}
     * @throws StudyException if there is no such address, nobody answers there, or what speaks to clusters is not whole
     */
    Workplace at(String address);
}
