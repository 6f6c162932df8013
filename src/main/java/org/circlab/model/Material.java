package org.circlab.model;

import java.util.List;

/**
 * A kind of material that moves in the lab.
 *
 * @param id as the scenario names it
 * @param name for people
 * @param lowCode its code in the European List of Waste (Decision 2000/532/EC) as six digits in pairs, such as
 *     {@code 10 01 02}; empty where it has none
 * @param hazardous whether it is hazardous waste, which only some may take
 * @param status what it is by law
 * @param degradable what of it makes methane in a landfill, each kind once and in their order; empty where nothing is known to
 */
public record Material(
        String id, String name, String lowCode, boolean hazardous, Status status, List<Degradable> degradable) {

    /** What a material is by law (Directive 2008/98/EC, articles 3, 5 and 6). */
    public enum Status {
        WASTE("waste"),
        BY_PRODUCT("by-product"),
        END_OF_WASTE("end-of-waste"),
        PRODUCT("product");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** As the scenario writes it. */
        public String word() {
            return word;
        }
    }

    /** A material that is not hazardous, and waste where it has a code; nothing of it is known to degrade. */
    public Material(String id, String name, String lowCode) {
        this(id, name, lowCode, false, lowCode.isEmpty() ? Status.PRODUCT : Status.WASTE, List.of());
    }

    public Material {
        degradable = List.copyOf(degradable);
        double shares = degradable.stream().mapToDouble(Degradable::share).sum();
        if (!(shares <= 1 + 1e-9)) {
            throw new IllegalArgumentException("the degradable parts of '" + id + "' add up to " + shares
                    + "; they must not exceed 1, since they are shares of its mass");
        }
    }

    /** Whether it is waste, to which permits and borders apply. */
    public boolean isWaste() {
        return status == Status.WASTE;
    }
}
