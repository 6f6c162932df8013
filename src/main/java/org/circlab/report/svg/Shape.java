package org.circlab.report.svg;

/**
 * The outline of a shape as the {@code d} of an SVG path: whole strokes of a pen, in hundredths of a pixel; or in brief, in
 * tenths and from where the pen is, for pages of many shapes. Roundings of a brief one do not add up: the pen goes from one
 * rounded place to the next.
 */
public final class Shape {

    private static final double HUNDREDTHS = 100;
    private static final double TENTHS = 10;

    private final StringBuilder text = new StringBuilder();
    private final boolean brief;
    /** Where the pen of a brief shape is, in tenths of a pixel. */
    private long atX;

    private long atY;
    private char last;

    /** Begins a shape in hundredths of a pixel. */
    public Shape() {
        this(false);
    }

    private Shape(boolean brief) {
        this.brief = brief;
    }

    /** Begins a shape in tenths of a pixel and few letters. */
    public static Shape brief() {
        return new Shape(true);
    }

    /** Lifts the pen to a point. */
    public Shape move(double x, double y) {
        if (!brief) {
            return stroke('M', x, y);
        }
        go(x, y);
        return relative('M', atX, atY);
    }

    /** Draws a straight line. */
    public Shape line(double x, double y) {
        if (!brief) {
            return stroke('L', x, y);
        }
        long byX = Math.round(x * TENTHS) - atX;
        long byY = Math.round(y * TENTHS) - atY;
        go(x, y);
        if (byX == 0) {
            return byY == 0 ? this : relative('v', byY);
        }
        return byY == 0 ? relative('h', byX) : relative('l', byX, byY);
    }

    /** Draws a cubic curve by two control points. */
    public Shape curve(double x1, double y1, double x2, double y2, double x, double y) {
        if (!brief) {
            return stroke('C', x1, y1, x2, y2, x, y);
        }
        long[] by = new long[6];
        double[] to = {x1, y1, x2, y2, x, y};
        for (int i = 0; i < by.length; i++) {
            by[i] = Math.round(to[i] * TENTHS) - (i % 2 == 0 ? atX : atY);
        }
        go(x, y);
        return relative('c', by);
    }

    /** Goes back to where the pen came down. */
    public Shape close() {
        text.append('Z');
        last = 'Z';
        return this;
    }

    /** The outline so far. */
    public String text() {
        return text.toString();
    }

    /** A length as figures write it: at most two decimals. */
    public static String number(double value) {
        long hundredths = Math.round(value * HUNDREDTHS);
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        if (rest == 0) {
            return sign + whole;
        }
        return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    private Shape stroke(char command, double... numbers) {
        text.append(command);
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : " ").append(number(numbers[i]));
        }
        return this;
    }

    private void go(double x, double y) {
        atX = Math.round(x * TENTHS);
        atY = Math.round(y * TENTHS);
    }

    /** A command that follows its like needs no letter, and a number with a sign no space before it. */
    private Shape relative(char command, long... tenths) {
        boolean again = command == last;
        text.append(again ? "" : command);
        for (int i = 0; i < tenths.length; i++) {
            String number = number(tenths[i] / TENTHS);
            text.append((again || i > 0) && !number.startsWith("-") ? " " : "").append(number);
        }
        last = command;
        return this;
    }
}
