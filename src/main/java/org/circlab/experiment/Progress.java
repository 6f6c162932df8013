package org.circlab.experiment;

/** Hears how far an experiment has come. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (runs, of) -> {};

    /**
     * One more run has ended. Called on the thread that started the experiment.
     *
     * @param runs how many have ended, rising by 1 from 1
     * @param of how many there are in all
     */
    void done(int runs, int of);
}
