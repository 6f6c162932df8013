package org.circlab.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * An arithmetic expression over named figures: {@code + - * /}, parentheses, {@code min} and {@code max}, numbers and names.
 * Nothing else can be said in it, so none does anything but reckon.
 */
public sealed interface Formula
        permits Formula.Constant, Formula.Figure, Formula.Sum, Formula.Product, Formula.Extreme {

    /**
     * The value; NaN where one of its figures is, or where something is divided by 0.
     *
     * @param figures the value of each name
     */
    double value(ToDoubleFunction<String> figures);

    /** The names in it, in their order. */
    default Set<String> names() {
        Set<String> names = new TreeSet<>();
        value(name -> {
            names.add(name);
            return 1;
        });
        return names;
    }

    /**
     * Reads what is written like {@code landfill / arising * 100}. Names are words of small letters and digits joined by
     * hyphens, so a minus after a name needs a space before it.
     *
     * @throws FormulaException if it is none, with the place
     */
    static Formula parse(String text) {
        return new FormulaParser(text).parse();
    }

    /**
     * A number.
     *
     * @param number finite
     */
    record Constant(double number) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> figures) {
            return number;
        }
    }

    /**
     * A named figure.
     *
     * @param name such as the id of an indicator
     */
    record Figure(String name) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> figures) {
            return figures.applyAsDouble(name);
        }
    }

    /**
     * {@code first + second}, or {@code first - second}.
     *
     * @param minus whether the second is taken away
     */
    record Sum(Formula first, Formula second, boolean minus) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> figures) {
            double one = first.value(figures);
            double other = second.value(figures);
            return minus ? one - other : one + other;
        }
    }

    /**
     * {@code first * second}, or {@code first / second}.
     *
     * @param over whether the second divides
     */
    record Product(Formula first, Formula second, boolean over) implements Formula {
        @Override
        public double value(ToDoubleFunction<String> figures) {
            double one = first.value(figures);
            double other = second.value(figures);
            if (over) {
                return other == 0 ? Double.NaN : one / other;
            }
            return one * other;
        }
    }

    /**
     * The least or the largest of some.
     *
     * @param largest whether the largest
     * @param of at least one
     */
    record Extreme(boolean largest, List<Formula> of) implements Formula {
        public Extreme {
            of = List.copyOf(of);
        }

        @Override
        public double value(ToDoubleFunction<String> figures) {
            double extreme = of.get(0).value(figures);
            for (Formula each : of.subList(1, of.size())) {
                double value = each.value(figures);
                extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
            }
            return extreme;
        }
    }
}
