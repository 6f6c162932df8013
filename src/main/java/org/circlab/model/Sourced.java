package org.circlab.model;

/**
 * A place of the scenario together with the source it names.
 *
 * @param path the dotted path of the figure, such as {@code actors.tes.generates.fly-ash}
 * @param source what the scenario says of it
 */
public record Sourced(String path, Source source) {}
