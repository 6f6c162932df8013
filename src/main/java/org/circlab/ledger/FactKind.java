package org.circlab.ledger;

import java.util.Locale;

/** The kinds of facts that a run states. */
public enum FactKind {
    /** Material arises at an actor. */
    GENERATED("t"),
    /** Material would arise at an actor, but a full store blocks it; it does not come into being. */
    WITHHELD("t"),
    /** Material leaves an actor for another. */
    SHIPPED("t"),
    /** Material arrives. */
    RECEIVED("t"),
    /** Material is used up by a line as its input. */
    PROCESSED("t"),
    /** Material is drawn from outside the lab into a process or a need. */
    DRAWN("t"),
    /** Material comes out of a line. */
    PRODUCED("t"),
    /** Material leaves a process into air or water. */
    LOST("t"),
    /** Material meets a need. */
    CONSUMED("t"),
    /** Material reaches its final treatment. */
    DISPOSED("t"),
    /** Product leaves the lab to a buyer. */
    SOLD("t"),
    /** Money changes hands. */
    PAID("EUR"),
    /** Greenhouse gas is emitted or avoided. */
    EMITTED("kgCO2e");

    private final String unit;

    FactKind(String unit) {
        this.unit = unit;
    }

    /** The word used in results, such as {@code received}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit of which amounts are millionths: tonnes of grams, euros of micro-euros, kilograms of CO2e of milligrams. */
    public String unit() {
        return unit;
    }

    /**
     * Names what a fact of this kind is about: the material, or the kind of payment or emission.
     *
     * @param chart names behind the indices
     * @param subject as told to a {@link FactListener}
     */
    public String subject(Chart chart, int subject) {
        return switch (this) {
            case PAID -> PaymentKind.values()[subject].word();
            case EMITTED -> EmissionKind.values()[subject].word();
            default -> chart.materials().get(subject);
        };
    }
}
