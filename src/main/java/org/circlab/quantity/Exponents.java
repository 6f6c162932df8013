package org.circlab.quantity;

/**
 * What a unit measures, as powers of the independent measures. Emissions are a measure of their own, not a mass: that is
 * what keeps a price per tonne of material apart from a price per tonne of CO2e.
 */
record Exponents(int mass, int emission, int money, int time, int length, int energy) {

    static final Exponents NONE = new Exponents(0, 0, 0, 0, 0, 0);
    static final Exponents MASS = new Exponents(1, 0, 0, 0, 0, 0);
    static final Exponents EMISSION = new Exponents(0, 1, 0, 0, 0, 0);
    static final Exponents MONEY = new Exponents(0, 0, 1, 0, 0, 0);
    static final Exponents TIME = new Exponents(0, 0, 0, 1, 0, 0);
    static final Exponents LENGTH = new Exponents(0, 0, 0, 0, 1, 0);
    static final Exponents VOLUME = new Exponents(0, 0, 0, 0, 3, 0);
    static final Exponents TRANSPORT = new Exponents(1, 0, 0, 0, 1, 0);
    static final Exponents ENERGY = new Exponents(0, 0, 0, 0, 0, 1);

    Exponents per(Exponents other) {
        return new Exponents(
                mass - other.mass,
                emission - other.emission,
                money - other.money,
                time - other.time,
                length - other.length,
                energy - other.energy);
    }
}
