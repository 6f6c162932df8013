package org.circlab.score;

import java.util.Comparator;
import java.util.List;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;

/**
 * What is scored of a run in one dimension, a year: what it comes to, and what its stock will when it is disposed of.
 *
 * @param dimension which one
 * @param booked what it comes to
 * @param words the same in words, with the id of its indicator
 */
record Scored(Dimension dimension, Amount booked, String words) {

    static Scored of(Dimension dimension) {
        return switch (dimension) {
            case CIRCULARITY -> new Scored(dimension, VirginMaterial.BOUGHT, "virgin material bought (virgin-bought)");
            case CLIMATE -> new Scored(dimension, Climate.NET, "net greenhouse gases (ghg-net)");
            case ECONOMY -> new Scored(dimension, Costs.NET, "net cost to the actors (net-cost)");
        };
    }

    /** The value in the unit of the dimension. */
    double value(Bound bound, Window window) {
        return booked.perYear(window) + window.perYear(bound.stock(dimension, window.accounts()));
    }

    /** The two figures that it adds up from. */
    List<Term> terms(Bound bound, Window window) {
        List<Part> held = bound.stocks(dimension, window.accounts()).stream()
                .map(each -> new Part(null, each.actor(), each.actor(), each.material(), window.perYear(each.amount())))
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.value())))
                .toList();
        double stock = window.perYear(bound.stock(dimension, window.accounts()));
        return List.of(
                booked.term(window), new Term("change of stock, at its disposal", dimension.unit(), stock, held));
    }
}
