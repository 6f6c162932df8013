package org.circlab.quantity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scalar of a scenario measures, and the unit in which its value is held. The units are chosen so that products
 * need no factor: EUR/t times grams are micro-euros, kgCO2e/t times grams are milligrams of CO2e.
 */
public enum Dimension {
    /** Mass, held in grams, a whole number of them; see {@link Mass} for the exact value. */
    MASS("mass", "12 kt", "g", "g kg t kt Mt"),
    /** Mass per time, held in tonnes a year of 365.25 days. */
    MASS_RATE("mass per time", "525 kt/yr", "t/yr", "g/yr kg/yr t/yr kt/yr Mt/yr"),
    /** Money per mass of material, held in euros per tonne; not to be mistaken for {@link #CARBON_PRICE}. */
    PRICE("price per tonne of material", "11 EUR/t", "EUR/t", "EUR/t"),
    /** Money, held in euros. */
    MONEY("money", "3 MEUR", "EUR", "EUR kEUR MEUR"),
    /** Money per time, held in euros a year. */
    MONEY_RATE("money per time", "0.2 MEUR/yr", "EUR/yr", "EUR/yr kEUR/yr MEUR/yr"),
    /** Money for carrying a tonne over a kilometre, held in euros per tonne-kilometre. */
    HAULAGE_PRICE("price per tonne-kilometre", "0.12 EUR/tkm", "EUR/tkm", "EUR/tkm"),
    /** Money per mass of CO2-equivalent emitted, held in euros per tonne of CO2e. */
    CARBON_PRICE("carbon price per tonne of CO2e", "70 EUR/tCO2e", "EUR/tCO2e", "EUR/tCO2e"),
    /** Greenhouse gas as mass of CO2-equivalent, held in kilograms of CO2e. */
    EMISSION("greenhouse gas emission", "5 tCO2e", "kgCO2e", "gCO2e kgCO2e tCO2e ktCO2e MtCO2e"),
    /** Greenhouse gas per mass of material, held in kilograms of CO2e per tonne. */
    EMISSION_FACTOR("emission per tonne of material", "60 kgCO2e/t", "kgCO2e/t", "kgCO2e/t"),
    /** Greenhouse gas for carrying a tonne over a kilometre, held in kilograms of CO2e per tonne-kilometre. */
    HAULAGE_EMISSION("emission per tonne-kilometre", "62 gCO2e/tkm", "kgCO2e/tkm", "gCO2e/tkm kgCO2e/tkm"),
    /** Length of time, held in milliseconds; a month is 30.4375 days, a year 365.25; see {@link Span} for calendars. */
    DURATION("duration", "90 d", "ms", "ms s min h d wk mo yr"),
    /** Distance, held in kilometres. */
    DISTANCE("distance", "40 km", "km", "m km"),
    /** Speed, held in kilometres an hour. */
    SPEED("speed", "60 km/h", "km/h", "km/h"),
    /** Share of a whole, held as a plain number: {@code 3.1 %} is 0.031; a plain number is taken as it stands. */
    FRACTION("fraction", "3.1 %", "1", "%"),
    /** Growth, decay or discount, held as a plain number a year: {@code 5 %/yr} is 0.05. */
    YEARLY_RATE("yearly rate", "5 %/yr", "1/yr", "%/yr"),
    /** Volume, held in cubic metres. */
    VOLUME("volume", "800 m3", "m3", "m3"),
    /** Volume per time, held in cubic metres a year. */
    VOLUME_RATE("volume per time", "40 m3/d", "m3/yr", "m3/yr"),
    /** Bulk density, held in tonnes per cubic metre. */
    DENSITY("density", "1.3 t/m3", "t/m3", "t/m3"),
    /** Energy that burning sets free, or that a process uses, per mass of material, held in gigajoules per tonne. */
    HEATING_VALUE("energy per tonne of material", "18 GJ/t", "GJ/t", "MJ/kg GJ/t"),
    /** Time that people work per mass of material, held in hours per tonne. */
    WORK("work per tonne of material", "0.3 h/t", "h/t", "h/t"),
    /** A number without unit. */
    COUNT("plain number", "45 000", "1", ""),
    /** Latitude or longitude, held in degrees and written without unit, positive north and east. */
    COORDINATE("latitude or longitude in degrees", "46.38", "°", "");

    private final String title;
    private final String example;
    private final String baseUnit;
    private final String printed;

    Dimension(String title, String example, String baseUnit, String printed) {
        this.title = title;
        this.example = example;
        this.baseUnit = baseUnit;
        this.printed = printed;
    }

    /** The name as it stands in messages, such as {@code mass per time}. */
    public String title() {
        return title;
    }

    /** Text of this dimension, such as {@code 525 kt/yr}. */
    public String example() {
        return example;
    }

    /** The unit in which values are held, such as {@code t/yr}; {@code 1} for plain numbers. */
    public String baseUnit() {
        return baseUnit;
    }

    /** Every unit that text of this dimension may have, the empty one included where a plain number is enough. */
    public List<String> units() {
        return Units.OF_DIMENSION.getOrDefault(this, List.of());
    }

    /** The units of every dimension, found once and only when asked for. */
    private static final class Units {

        static final Map<Dimension, List<String>> OF_DIMENSION = new EnumMap<>(Dimension.class);

        static {
            List<Unit> all = Unit.all().toList();
            for (Dimension each : values()) {
                OF_DIMENSION.put(
                        each,
                        all.stream().filter(each::accepts).map(Unit::symbol).toList());
            }
        }
    }

    /**
     * A regular expression for the texts that {@link Quantity#parse} reads in this dimension, the limits of values aside. Java
     * and ECMA-262, so JSON Schema too, read it alike.
     */
    public String pattern() {
        return "^" + Numeral.SPACE + "*" + Numeral.EXPRESSION + Numeral.SPACE + "*" + UnitPattern.of(units())
                + Numeral.SPACE + "*$";
    }

    /** The unit in which values are held, of the algebra. */
    Unit unit() {
        return Unit.of(baseUnit.replaceFirst("^1|°", ""));
    }

    /** The units to print in, ascending; the first differs from the held one by a power of ten. */
    List<Unit> printed() {
        return Arrays.stream(printed.split(" ")).map(Unit::of).toList();
    }

    /** The unit of the example, empty for plain numbers. */
    String usualUnit() {
        return isPlain() ? "" : example.substring(example.lastIndexOf(' ') + 1);
    }

    /** Whether text of this dimension must not have a unit. */
    boolean isPlain() {
        return printed.isEmpty();
    }

    /** Whether a value in the unit is of this dimension. */
    boolean accepts(Unit written) {
        return isPlain() ? written.symbol().isEmpty() : written.exponents().equals(unit().exponents());
    }

    /** The first dimension whose values may have the unit. */
    static Optional<Dimension> ofUnit(Unit written) {
        return Arrays.stream(values()).filter(each -> each.accepts(written)).findFirst();
    }
}
