package org.circlab.scenario;

import org.circlab.quantity.Dimension;

/**
 * What a place of a scenario measures.
 *
 * @param dimension with the unit the value is held in
 * @param range the values allowed
 */
record Measure(Dimension dimension, Range range) {
    static final Measure MASS_FLOW = new Measure(Dimension.MASS_RATE, Range.FLOW);
    static final Measure CAPACITY = new Measure(Dimension.MASS_RATE, Range.THROUGHPUT);
    static final Measure PRICE = new Measure(Dimension.PRICE, Range.NOT_NEGATIVE);
    static final Measure FEE = new Measure(Dimension.PRICE, Range.ANY);
    static final Measure GHG = new Measure(Dimension.EMISSION_FACTOR, Range.ANY);
    static final Measure GHG_AVOIDED = new Measure(Dimension.EMISSION_FACTOR, Range.NOT_NEGATIVE);
    static final Measure BIOGENIC = new Measure(Dimension.EMISSION_FACTOR, Range.NOT_NEGATIVE);
    static final Measure SHARE = new Measure(Dimension.FRACTION, Range.SHARE);
    static final Measure PART = new Measure(Dimension.FRACTION, Range.PART);
    static final Measure LOSS = new Measure(Dimension.FRACTION, Range.LOSS);
    static final Measure MINIMUM = new Measure(Dimension.FRACTION, Range.LOSS);
    static final Measure RATIO = new Measure(Dimension.FRACTION, Range.POSITIVE);
    static final Measure FACTOR = new Measure(Dimension.FRACTION, Range.NOT_NEGATIVE);
    static final Measure FRACTION = new Measure(Dimension.FRACTION, Range.LOSS);
    static final Measure MOISTURE = new Measure(Dimension.FRACTION, Range.WATER);
    static final Measure HEATING_VALUE = new Measure(Dimension.HEATING_VALUE, Range.NOT_NEGATIVE);
    static final Measure ENERGY = new Measure(Dimension.HEATING_VALUE, Range.NOT_NEGATIVE);
    static final Measure WORK = new Measure(Dimension.WORK, Range.NOT_NEGATIVE);
    static final Measure KEPT = new Measure(Dimension.FRACTION, Range.SHARE);
    static final Measure WEIGHT = new Measure(Dimension.COUNT, Range.NOT_NEGATIVE);
    static final Measure COUNT = new Measure(Dimension.COUNT, Range.NOT_NEGATIVE);
    static final Measure RATE = new Measure(Dimension.COUNT, Range.POSITIVE);
    static final Measure NUMBER = new Measure(Dimension.COUNT, Range.AT_LEAST_ONE);
    static final Measure ROUNDS = new Measure(Dimension.COUNT, Range.ROUNDS);
    static final Measure DISTANCE = new Measure(Dimension.DISTANCE, Range.KILOMETRES);
    static final Measure SPEED = new Measure(Dimension.SPEED, Range.SPEED);
    static final Measure DETOUR = new Measure(Dimension.COUNT, Range.DETOUR);
    static final Measure COORDINATE = new Measure(Dimension.COORDINATE, Range.ANY);
    static final Measure COST = new Measure(Dimension.PRICE, Range.NOT_NEGATIVE);
    static final Measure HAULAGE_COST = new Measure(Dimension.HAULAGE_PRICE, Range.NOT_NEGATIVE);
    static final Measure HAULAGE_GHG = new Measure(Dimension.HAULAGE_EMISSION, Range.NOT_NEGATIVE);
    static final Measure MONEY = new Measure(Dimension.MONEY, Range.NOT_NEGATIVE);
    static final Measure YEARLY_COST = new Measure(Dimension.MONEY_RATE, Range.NOT_NEGATIVE);
    static final Measure CARBON_PRICE = new Measure(Dimension.CARBON_PRICE, Range.NOT_NEGATIVE);
    static final Measure GROWTH = new Measure(Dimension.YEARLY_RATE, Range.GROWTH);
    static final Measure CHANCE = new Measure(Dimension.YEARLY_RATE, Range.WATER);
    static final Measure YEARLY_RATE = new Measure(Dimension.YEARLY_RATE, Range.NOT_NEGATIVE);
}
