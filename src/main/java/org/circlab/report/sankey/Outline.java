package org.circlab.report.sankey;

import java.util.ArrayList;
import java.util.List;
import org.circlab.report.svg.Shape;

/**
 * The outline of one link on its way from card to card: it starts to the right, and turns round as often as it must. Both edges
 * are as far apart as the link is wide, up and down on the way, and straight across in a turn.
 */
final class Outline {

    private static final double STRAIGHT_ENOUGH = 0.05;

    /** A stroke of an edge: a cubic curve, or a straight line between its ends. */
    private record Stroke(
            double fromX,
            double fromY,
            double x1,
            double y1,
            double x2,
            double y2,
            double x,
            double y,
            boolean curved) {

        static Stroke line(double fromX, double fromY, double x, double y) {
            return new Stroke(fromX, fromY, fromX, fromY, x, y, x, y, false);
        }

        Stroke reversed() {
            return new Stroke(x, y, x2, y2, x1, y1, fromX, fromY, curved);
        }

        void draw(Shape shape) {
            if (curved) {
                shape.curve(x1, y1, x2, y2, x, y);
            } else {
                shape.line(x, y);
            }
        }
    }

    private final double half;
    private final List<Stroke> leftHand = new ArrayList<>();
    private final List<Stroke> rightHand = new ArrayList<>();
    private double x;
    private double y;
    private int direction = 1;

    /** Starts a link of some width at the middle of its beginning. */
    Outline(double width, double x, double y) {
        this.half = width / 2;
        this.x = x;
        this.y = y;
    }

    /** Runs level to a place. */
    void level(double toX) {
        add(leftHand, Stroke.line(x, y - direction * half, toX, y - direction * half));
        add(rightHand, Stroke.line(x, y + direction * half, toX, y + direction * half));
        x = toX;
    }

    /** Swings to another height on the way to a place. */
    void swing(double toX, double toY) {
        leftHand.add(swung(toX, toY, -direction * half));
        rightHand.add(swung(toX, toY, direction * half));
        x = toX;
        y = toY;
    }

    private Stroke swung(double toX, double toY, double offset) {
        if (Math.abs(toY - y) < STRAIGHT_ENOUGH) {
            return Stroke.line(x, y + offset, toX, toY + offset);
        }
        double middle = (x + toX) / 2;
        return new Stroke(x, y + offset, middle, y + offset, middle, toY + offset, toX, toY + offset, true);
    }

    /** Turns round to another height, beyond where it is by {@code reach}, and comes back to the same place. */
    void turn(double toY, double reach) {
        double radius = Math.min(Math.min(reach, Math.abs(toY - y) / 2), Math.max(8, half));
        turnEdge(leftHand, toY, reach, radius, 1);
        turnEdge(rightHand, toY, reach, radius, -1);
        y = toY;
        direction = -direction;
    }

    private void turnEdge(List<Stroke> edge, double toY, double reach, double radius, int hand) {
        int down = toY > y ? 1 : -1;
        double upright = x + direction * reach + down * half * hand;
        double own = Math.max(0, radius + direction * down * hand * half);
        double start = y - direction * half * hand;
        double end = toY + direction * half * hand;
        add(edge, Stroke.line(x, start, upright - direction * own, start));
        edge.add(quarter(upright - direction * own, start, upright, start, upright, start + down * own));
        add(edge, Stroke.line(upright, start + down * own, upright, end - down * own));
        edge.add(quarter(upright, end - down * own, upright, end, upright - direction * own, end));
        add(edge, Stroke.line(upright - direction * own, end, x, end));
    }

    private static Stroke quarter(double fromX, double fromY, double cornerX, double cornerY, double x, double y) {
        double kappa = 0.5522847498;
        return new Stroke(
                fromX,
                fromY,
                fromX + kappa * (cornerX - fromX),
                fromY + kappa * (cornerY - fromY),
                x + kappa * (cornerX - x),
                y + kappa * (cornerY - y),
                x,
                y,
                true);
    }

    private static void add(List<Stroke> edge, Stroke line) {
        if (line.fromX() != line.x() || line.fromY() != line.y()) {
            edge.add(line);
        }
    }

    /** The left edge alone, for what is thinner than a line, drawn into a shape that has nothing yet. */
    String edge(Shape shape) {
        shape.move(leftHand.get(0).fromX(), leftHand.get(0).fromY());
        leftHand.forEach(stroke -> stroke.draw(shape));
        return shape.text();
    }

    /** The closed outline, drawn into a shape that has nothing yet. */
    String text(Shape shape) {
        shape.move(leftHand.get(0).fromX(), leftHand.get(0).fromY());
        leftHand.forEach(stroke -> stroke.draw(shape));
        Stroke last = rightHand.get(rightHand.size() - 1);
        shape.line(last.x(), last.y());
        for (int i = rightHand.size() - 1; i >= 0; i--) {
            rightHand.get(i).reversed().draw(shape);
        }
        return shape.close().text();
    }
}
