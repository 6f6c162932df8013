package org.circlab.model;

/**
 * A value of the lab that may change in time: one that can step at dates and that events can change.
 *
 * @param kind what value it is
 * @param part what has it; of the kind that {@code kind} belongs to
 * @param material id of the material, subsidy or quota that it is for, where one part has it for several; empty elsewhere
 */
public record Field(Kind kind, Part part, String material) {

    /** Which value of a part; each is held in the unit named here. */
    public enum Kind {
        /** Tonnes a year that arise, at least 0. */
        STREAM_MEAN(Part.Kind.STREAM, Bound.NOT_NEGATIVE),
        /** Tonnes a year that are needed, at least 0. */
        NEED_MEAN(Part.Kind.NEED, Bound.NOT_NEGATIVE),
        /** Euros for a tonne of virgin material, at least 0. */
        VIRGIN_PRICE(Part.Kind.NEED, Bound.NOT_NEGATIVE),
        /** Euros that a need asks of the donor for a tonne of one material. */
        NEED_FEE(Part.Kind.NEED, Bound.NONE),
        /** Tonnes a day that a line takes, above 0. */
        LINE_CAPACITY(Part.Kind.LINE, Bound.POSITIVE),
        /** Euros that a line asks of the donor for a tonne of one material. */
        LINE_FEE(Part.Kind.LINE, Bound.NONE),
        /** Euros that a disposal site asks of the deliverer for a tonne. */
        SITE_FEE(Part.Kind.SITE, Bound.NONE),
        /** Euros that the donor of a contract pays for a tonne. */
        CONTRACT_FEE(Part.Kind.CONTRACT, Bound.NONE),
        /** Euros for a tonne of one output of a process, paid by its market. */
        MARKET_PRICE(Part.Kind.PROCESS, Bound.NONE),
        /** Euros for a tonne and kilometre by a mode of transport, at least 0. */
        MODE_COST(Part.Kind.MODE, Bound.NOT_NEGATIVE),
        /** Euros for a tonne that is landfilled, at least 0. */
        LANDFILL_TAX(Part.Kind.LAB, Bound.NOT_NEGATIVE),
        /** Euros for a tonne of CO2e, at least 0. */
        CARBON_PRICE(Part.Kind.LAB, Bound.NOT_NEGATIVE),
        /** Euros of one subsidy for a tonne, at least 0. */
        SUBSIDY(Part.Kind.LAB, Bound.NOT_NEGATIVE),
        /** Tonnes a year that one quota allows, at least 0. */
        QUOTA(Part.Kind.LAB, Bound.NOT_NEGATIVE);

        private final Part.Kind of;
        private final Bound bound;

        Kind(Part.Kind of, Bound bound) {
            this.of = of;
            this.bound = bound;
        }

        /** What kind of part has such a value. */
        public Part.Kind of() {
            return of;
        }
    }

    private enum Bound {
        NONE,
        NOT_NEGATIVE,
        POSITIVE
    }

    public Field {
        if (part.kind() != kind.of()) {
            throw new IllegalArgumentException(
                    "the field " + kind + " belongs to a " + kind.of() + "; it is said to be of a " + part.kind());
        }
    }

    /** A value of which its part has one only. */
    public static Field of(Kind kind, Part part) {
        return new Field(kind, part, "");
    }

    /** Refuses what the field cannot be. */
    void require(double value) {
        String name = kind + " of '" + part.id() + "' that an event sets";
        switch (kind.bound) {
            case NONE -> Bounds.finite(name, value);
            case NOT_NEGATIVE -> Bounds.atLeast(0.0, name, value);
            case POSITIVE -> Bounds.above0(name, value);
        }
    }
}
