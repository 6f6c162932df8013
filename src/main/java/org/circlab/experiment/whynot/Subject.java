package org.circlab.experiment.whynot;

/**
 * What is offered by an outlet, or needed. It means the same in a lab with changes, whose numbers of outlets may differ.
 *
 * @param side whether it is offered or needed
 * @param actor id of who offers or needs it
 * @param material id of the material, or of the need
 * @param line id of the line that it comes out of; empty for a waste stream and for a need
 */
public record Subject(Side side, String actor, String material, String line) {

    /** Whether something is offered or needed. */
    public enum Side {
        OFFER("offer"),
        NEED("need");

        private final String word;

        Side(String word) {
            this.word = word;
        }

        /** As results name it. */
        public String word() {
            return word;
        }
    }
}
