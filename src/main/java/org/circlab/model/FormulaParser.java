package org.circlab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a formula by recursive descent, from sums to products to factors. */
final class FormulaParser {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 10_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern SPACE = Pattern.compile("\\s*");

    private final String text;
    private int at;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula parse() {
        if (text.length() > LONGEST) {
            throw new FormulaException(1, "the formula has more than " + LONGEST + " characters");
        }
        Formula formula = sum();
        if (at < text.length()) {
            throw fault(here() + " stands where an operator or the end is expected");
        }
        return formula;
    }

    private Formula sum() {
        if (++depth > DEEPEST) {
            throw fault("parentheses are nested deeper than " + DEEPEST + " levels");
        }
        Formula sum = product();
        while (peek() == '+' || peek() == '-') {
            boolean minus = text.charAt(at++) == '-';
            sum = new Formula.Sum(sum, product(), minus);
        }
        depth--;
        return sum;
    }

    private Formula product() {
        Formula product = factor();
        while (peek() == '*' || peek() == '/') {
            boolean over = text.charAt(at++) == '/';
            product = new Formula.Product(product, factor(), over);
        }
        return product;
    }

    private Formula factor() {
        char next = peek();
        if (next == '-') {
            at++;
            if (++depth > DEEPEST) {
                throw fault("signs are nested deeper than " + DEEPEST + " levels");
            }
            Formula negated = new Formula.Sum(new Formula.Constant(0), factor(), true);
            depth--;
            return negated;
        }
        if (next == '(') {
            at++;
            Formula inside = sum();
            expect(')');
            return inside;
        }
        return Character.isDigit(next) ? number() : name();
    }

    private Formula number() {
        Matcher number = matcher(NUMBER);
        if (!number.lookingAt()) {
            throw fault(here() + " is no number; digits take a decimal point");
        }
        double value = Double.parseDouble(number.group());
        if (!Double.isFinite(value)) {
            throw fault("the number " + number.group() + " is too large");
        }
        at = number.end();
        return new Formula.Constant(value);
    }

    private Formula name() {
        Matcher name = matcher(NAME);
        if (!name.lookingAt()) {
            throw fault(here() + " stands where a number, an indicator or '(' is expected");
        }
        at = name.end();
        if (peek() == '(') {
            return extreme(name.group(), name.start());
        }
        return new Formula.Figure(name.group());
    }

    private Formula extreme(String function, int start) {
        if (!function.equals("min") && !function.equals("max")) {
            at = start;
            throw fault("'" + function + "' is no function; there are min and max");
        }
        at++;
        List<Formula> of = new ArrayList<>();
        of.add(sum());
        while (peek() == ',') {
            at++;
            of.add(sum());
        }
        expect(')');
        return new Formula.Extreme(function.equals("max"), of);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw fault(here() + " stands where '" + wanted + "' is expected");
        }
        at++;
    }

    /** The next character that is no space, or 0 at the end. */
    private char peek() {
        Matcher space = matcher(SPACE);
        if (space.lookingAt()) {
            at = space.end();
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private String here() {
        return at < text.length() ? "'" + Character.toString(text.codePointAt(at)) + "'" : "the end";
    }

    private FormulaException fault(String message) {
        return new FormulaException(at + 1, message);
    }
}
