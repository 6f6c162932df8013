package org.circlab.report.svg;

/** The outline of a shape as the {@code d} of an SVG path: whole strokes of a pen, in hundredths of a pixel. */
public final class Shape {

    private static final double HUNDREDTHS = 100;

    private final StringBuilder text = new StringBuilder();

    /** Lifts the pen to a point. */
    public Shape move(double x, double y) {
        return stroke('M', x, y);
    }

    /** Draws a straight line. */
    public Shape line(double x, double y) {
        return stroke('L', x, y);
    }

    /** Draws a cubic curve by two control points. */
    public Shape curve(double x1, double y1, double x2, double y2, double x, double y) {
        return stroke('C', x1, y1, x2, y2, x, y);
    }

    /** Goes back to where the pen came down. */
    public Shape close() {
        text.append('Z');
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
}
