package org.circlab.report.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.circlab.report.Rounded;
import org.circlab.report.chart.Axis;
import org.circlab.report.svg.Markup;
import org.circlab.report.svg.Shape;
import org.circlab.report.svg.TextWidth;

/** Draws {@link StudyLines} as SVG: means as lines, their 95 % intervals as bands; both break where values are left out. */
public final class StudyFigure {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;
    private static final double FONT = 13;
    private static final double LINE = 18;
    private static final double EDGE = 10;
    private static final double GAP = 6;
    private static final double BELOW = 52;
    private static final double SAMPLE = 28;
    private static final double SPECK = 3;
    private static final int MOST_STEPS = 6;
    private static final int MOST_TICKS = 8;
    private static final int DIGITS_OF_GAP = 3;
    private static final int MOST_DECIMALS = 9;

    /** Colours that people of any vision tell apart (Okabe and Ito 2008), each with dashes of its own for print in grey. */
    private static final List<String> LOOKS = List.of(
            "stroke=\"#0072B2\"",
            "stroke=\"#D55E00\" stroke-dasharray=\"7 3\"",
            "stroke=\"#009E73\" stroke-dasharray=\"2 3\"",
            "stroke=\"#CC79A7\" stroke-dasharray=\"9 3 2 3\"",
            "stroke=\"#56B4E9\" stroke-dasharray=\"12 4\"",
            "stroke=\"#E69F00\" stroke-dasharray=\"4 2 1 2\"",
            "stroke=\"#000000\" stroke-dasharray=\"1 2\"",
            "stroke=\"#777777\" stroke-dasharray=\"14 3 3 3\"");

    private final StudyLines lines;
    private final Axis axis;
    private final NavigableSet<Double> places = new TreeSet<>();
    private final double left;
    private final double top;
    private final double bottom = HEIGHT - BELOW;
    private final StringBuilder text = new StringBuilder();

    private StudyFigure(StudyLines lines) {
        this.lines = lines;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (StudyLines.Line line : lines.lines()) {
            for (StudyLines.Point point : line.points()) {
                places.add(point.at());
                least = Math.min(least, point.low());
                most = Math.max(most, point.high());
            }
        }
        this.axis = axis(least, most);
        double widest = axis.ticks().stream()
                .mapToDouble(tick -> TextWidth.of(words(tick), FONT))
                .max()
                .orElse(0);
        this.left = EDGE + widest + GAP;
        this.top = EDGE + LINE * (2 + lines.lines().size());
    }

    /** Round ticks that cover the data; 0 only where the data are near it. */
    private static Axis axis(double least, double most) {
        BigDecimal step = Axis.covering(0, most - least, MOST_STEPS - 1).step();
        BigDecimal first = new BigDecimal(least).divide(step, 0, RoundingMode.FLOOR);
        BigDecimal last = new BigDecimal(most).divide(step, 0, RoundingMode.CEILING);
        return new Axis(
                first.multiply(step), step, Math.max(1, last.subtract(first).intValueExact()));
    }

    /** The figure as a file of its own. */
    public static String svg(StudyLines lines) {
        return new StudyFigure(lines).draw();
    }

    private String draw() {
        String title = Markup.escape(lines.title());
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + title + "\" width=\"" + n(WIDTH)
                + "\" height=\"" + n(HEIGHT) + "\" viewBox=\"0 0 " + n(WIDTH) + ' ' + n(HEIGHT)
                + "\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"" + n(FONT)
                + "\" fill=\"none\" stroke-width=\"2\">");
        add("<title>" + title + "</title>");
        add("<rect width=\"" + n(WIDTH) + "\" height=\"" + n(HEIGHT) + "\" fill=\"#fff\"/>");
        words(EDGE, EDGE + FONT, "start", TextWidth.cut(lines.title(), FONT, WIDTH - 2 * EDGE));
        drawAxes();
        for (int i = 0; i < lines.lines().size(); i++) {
            drawBand(lines.lines().get(i), LOOKS.get(i));
        }
        for (int i = 0; i < lines.lines().size(); i++) {
            drawLine(lines.lines().get(i), LOOKS.get(i));
            drawName(lines.lines().get(i).name(), LOOKS.get(i), EDGE + LINE * (i + 2));
        }
        return text.append("</svg>\n").toString();
    }

    private void drawAxes() {
        for (BigDecimal tick : axis.ticks()) {
            double y = y(tick.doubleValue());
            String colour = tick.signum() == 0 ? "#555" : "#ddd";
            add("<path stroke=\"" + colour + "\" stroke-width=\"1\" d=\"M" + n(left) + ' ' + n(y) + "H"
                    + n(WIDTH - EDGE) + "\"/>");
            words(left - GAP, y + FONT * 0.35, "end", words(tick));
        }
        List<Double> ticks = ticks();
        int decimals = decimals(ticks);
        for (double place : ticks) {
            String words = Rounded.decimals(place, decimals);
            double half = TextWidth.of(words, FONT) / 2;
            double middle = Math.min(Math.max(x(place), EDGE + half), WIDTH - EDGE - half);
            add("<path stroke=\"#555\" stroke-width=\"1\" d=\"M" + n(x(place)) + ' ' + n(bottom) + "v5\"/>");
            words(middle, bottom + LINE, "middle", words);
        }
        words((left + WIDTH - EDGE) / 2, HEIGHT - EDGE, "middle", TextWidth.cut(lines.over(), FONT, WIDTH - 2 * EDGE));
    }

    /** The values themselves where they are few, evenly from the first to the last where they are many. */
    private List<Double> ticks() {
        List<Double> ticks = new ArrayList<>(places);
        if (ticks.size() > MOST_TICKS) {
            ticks.clear();
            for (int i = 0; i < MOST_TICKS; i++) {
                ticks.add(places.first() + i * (places.last() - places.first()) / (MOST_TICKS - 1));
            }
        }
        return ticks;
    }

    private void drawBand(StudyLines.Line line, String look) {
        Shape shape = new Shape();
        for (List<StudyLines.Point> piece : line.pieces()) {
            List<Place> places = places(piece);
            shape.move(places.get(0).x(), y(places.get(0).point().high()));
            places.forEach(place -> shape.line(place.x(), y(place.point().high())));
            for (int i = places.size() - 1; i >= 0; i--) {
                shape.line(places.get(i).x(), y(places.get(i).point().low()));
            }
            shape.close();
        }
        String colour = look.substring(0, look.indexOf('"', look.indexOf('"') + 1) + 1);
        add("<path " + colour.replace("stroke", "fill") + " fill-opacity=\".2\" d=\"" + shape.text() + "\"/>");
    }

    private void drawLine(StudyLines.Line line, String look) {
        Shape shape = new Shape();
        for (List<StudyLines.Point> piece : line.pieces()) {
            List<Place> places = places(piece);
            shape.move(places.get(0).x(), y(places.get(0).point().mean()));
            places.forEach(place -> shape.line(place.x(), y(place.point().mean())));
        }
        add("<path " + look + " d=\"" + shape.text() + "\"/>");
    }

    /** A point of a piece, and where across the figure it is drawn. */
    private record Place(double x, StudyLines.Point point) {}

    /** Where a piece is drawn; one of a single point, which has no length, some way to both sides of it. */
    private List<Place> places(List<StudyLines.Point> piece) {
        if (piece.size() > 1) {
            return piece.stream().map(point -> new Place(x(point.at()), point)).toList();
        }
        StudyLines.Point only = piece.get(0);
        double x = x(only.at());
        return List.of(new Place(x - SPECK, only), new Place(x + SPECK, only));
    }

    private void drawName(String name, String look, double y) {
        add("<path " + look + " d=\"M" + n(left) + ' ' + n(y - FONT * 0.35) + "h" + n(SAMPLE) + "\"/>");
        double x = left + SAMPLE + GAP;
        words(x, y, "start", TextWidth.cut(name, FONT, WIDTH - EDGE - x));
    }

    private void words(double x, double y, String anchor, String words) {
        add("<text fill=\"#222\" x=\"" + n(x) + "\" y=\"" + n(y) + "\" text-anchor=\"" + anchor + "\">"
                + Markup.escape(words) + "</text>");
    }

    /** A tick with the decimals of the step, so that neighbours differ however far from 0 they are. */
    private String words(BigDecimal tick) {
        return Rounded.decimals(tick, axis.step().stripTrailingZeros().scale());
    }

    /** So many that the least gap between two ticks has three digits; as many as there may be where there is one tick only. */
    private static int decimals(List<Double> ticks) {
        double gap = IntStream.range(1, ticks.size())
                .mapToDouble(i -> ticks.get(i) - ticks.get(i - 1))
                .min()
                .orElse(Double.MIN_VALUE);
        int first = (int) Math.floor(StrictMath.log10(gap));
        return Math.min(MOST_DECIMALS, Math.max(0, DIGITS_OF_GAP - 1 - first));
    }

    private double x(double place) {
        double span = places.last() - places.first();
        double share = span == 0 ? 0.5 : (place - places.first()) / span;
        return left + share * (WIDTH - EDGE - left);
    }

    private double y(double value) {
        return bottom - (bottom - top) * axis.share(value);
    }

    private static String n(double value) {
        return Shape.number(value);
    }

    private void add(String line) {
        text.append(line).append('\n');
    }
}
