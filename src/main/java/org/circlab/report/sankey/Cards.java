package org.circlab.report.sankey;

/**
 * Which diagram of a page draws the cards with their names, and the key of colours: they are the same in all diagrams of a
 * layout, so one can draw them and the others refer to it, which takes a quarter less of a page; their ribbons are written in
 * brief too, to a tenth of a pixel.
 *
 * @param prefix of the ids of cards in the page; empty where no other diagram refers to them
 * @param own whether the diagram draws them itself
 */
public record Cards(String prefix, boolean own) {

    /** Drawn for itself alone. */
    public static final Cards ALONE = new Cards("", true);

    /** Drawn for others too. */
    public static Cards shared(String prefix) {
        return new Cards(prefix, true);
    }

    /** Those that another diagram has drawn by that prefix. */
    public static Cards of(String prefix) {
        return new Cards(prefix, false);
    }

    /** The id of the card of a node. */
    String id(int node) {
        return prefix + node;
    }

    /** The id of the key of colours. */
    String key() {
        return prefix + "key";
    }

    boolean isShared() {
        return own && !prefix.isEmpty();
    }
}
