package org.circlab.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Text read as a number in a unit of the dimension expected of it. */
record Reading(Numeral numeral, Unit unit, Dimension dimension) {

    static Reading of(String text, Dimension expected) {
        Numeral numeral = Numeral.read(text, expected);
        Optional<Unit> unit = Unit.find(numeral.rest());
        if (unit.isEmpty() || !expected.accepts(unit.get())) {
            String advice = Correction.of(List.of(numeral.written()), numeral.rest(), expected);
            throw QuantityException.of(text, fault(numeral.rest(), unit, expected), expected, advice);
        }
        return new Reading(numeral, unit.get(), expected);
    }

    private static String fault(String rest, Optional<Unit> unit, Dimension expected) {
        if (rest.isEmpty()) {
            return "has no unit";
        }
        if (expected.isPlain()) {
            return "has the unit " + rest + " where none belongs";
        }
        if (unit.isEmpty()) {
            return "has the unknown unit '" + rest + "'";
        }
        return Dimension.ofUnit(unit.get())
                .map(found -> "reads as " + found.title())
                .orElse("has the unit " + rest + " of another dimension");
    }

    /** The value in the unit that the dimension is held in: exact where its decimals end, else to 34 digits. */
    BigDecimal value() {
        return unit.convert(numeral.value(), dimension.unit());
    }
}
