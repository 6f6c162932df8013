package org.circlab.model;

/**
 * A kind of material that moves in the lab.
 *
 * @param id as the scenario names it
 * @param name for people
 * @param lowCode its code in the European List of Waste (Decision 2000/532/EC) as six digits in pairs, such as
 *     {@code 10 01 02}; empty for a product
 */
public record Material(String id, String name, String lowCode) {}
