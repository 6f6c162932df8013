package org.circlab.score.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlab.model.DisposalSite;
import org.circlab.model.Line;
import org.circlab.model.Recipe;
import org.circlab.model.Spread;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/**
 * The programme of one replication. What leaves an outlet is what arises or comes out there and what was there at the start, less
 * what is there at the end; what a line or need uses of a material is what comes in, with stock alike.
 */
final class Formulation {

    private static final double[] FREE = new double[Dimension.values().length];

    private final Setting setting;
    private final Points points;
    private final ExchangeNetwork network;
    private final Drawn run;
    private final Drawn usual;
    private final Rounding rounding;
    private final LinearProgramme programme;
    private final LinearProgramme.Row[] atOutlet;
    private final LinearProgramme.Row[] atUse;
    private final List<List<Integer>> givenAt = new ArrayList<>();
    private final List<List<Integer>> usedAt = new ArrayList<>();
    private final double[] constant = new double[Dimension.values().length];

    /**
     * The programme of a replication.
     *
     * @param run of the lab
     * @param usual business as usual in the same replication
     */
    Formulation(Setting setting, Drawn run, Drawn usual) {
        this.setting = setting;
        this.points = setting.points();
        this.network = points.network();
        this.run = run;
        this.usual = usual;
        this.rounding = new Rounding(setting, run, usual);
        this.programme = new LinearProgramme(unit());
        this.atOutlet = new LinearProgramme.Row[network.outlets().size()];
        this.atUse = new LinearProgramme.Row[points.uses().size()];
        for (int holding = 0; holding < points.holdings(); holding++) {
            givenAt.add(new ArrayList<>());
            usedAt.add(new ArrayList<>());
        }
        for (int outlet = 0; outlet < atOutlet.length; outlet++) {
            givenAt.get(points.holding(network.outlets().get(outlet))).add(outlet);
        }
        for (int use = 0; use < atUse.length; use++) {
            usedAt.get(points.holding(points.uses().get(use))).add(use);
        }
        Arrays.fill(constant, 0);
        constant[Dimension.ECONOMY.ordinal()] = setting.standingEuros();
        outlets();
        uses();
        ways();
        inlets();
        stocks();
    }

    /** Large amounts become numbers near a thousand. */
    private double unit() {
        double largest = 0;
        for (double[] amounts : List.of(run.arisen, run.needed, run.openingToGive, run.openingToUse)) {
            largest = Math.max(largest, Arrays.stream(amounts).max().orElse(0));
        }
        return largest == 0 ? 1 : largest / 1000;
    }

    LinearProgramme programme() {
        return programme;
    }

    /** What is to be paid, emitted or bought whatever is done, in the unit of a dimension over the window. */
    double constant(Dimension dimension) {
        return constant[dimension.ordinal()];
    }

    /** What rounding may have given a run in a dimension, which is no part of {@link #constant}. */
    double rounding(Dimension dimension) {
        return rounding.cost(dimension);
    }

    /** The part of {@link #constant} that is for a purpose. */
    double constant(Dimension dimension, Purpose purpose) {
        double standing = dimension == Dimension.ECONOMY ? setting.standingEuros() : 0;
        return switch (purpose) {
            case STANDING -> standing;
            case VIRGIN -> constant(dimension) - standing;
            case WAYS, TREATMENT, SALES, STOCK, ROUNDING -> 0;
        };
    }

    private void outlets() {
        for (int outlet = 0; outlet < atOutlet.length; outlet++) {
            Outlet point = network.outlets().get(outlet);
            int holding = points.holding(point);
            boolean free = setting.blocks(holding) && point.arising() != null;
            double arisen = point.arising() == null ? 0 : run.arisen[holding];
            double off = point.line() == null ? 0 : rounding.output(point.actor(), point.line());
            atOutlet[outlet] = programme.equals((free ? 0 : arisen) + off);
            if (off > 0) {
                atOutlet[outlet].put(programme.rounding(2 * off), 1);
            }
            if (free) {
                int given = programme.column(Purpose.WAYS, FREE);
                atOutlet[outlet].put(given, -1);
                programme.atMost(arisen).put(given, 1);
            }
            if (point.market() != null) {
                atOutlet[outlet].put(programme.column(Purpose.SALES, setting.sold(outlet)), 1);
            }
        }
    }

    private void uses() {
        for (int use = 0; use < atUse.length; use++) {
            atUse[use] = programme.equals(0);
        }
    }

    private void ways() {
        LinearProgramme.Row[] voids = new LinearProgramme.Row[network.inlets().size()];
        for (int way = 0; way < setting.ways().size(); way++) {
            Way along = setting.ways().get(way);
            int column = programme.column(Purpose.WAYS, setting.along(way));
            atOutlet[along.outlet()].put(column, 1);
            int material = network.outlets().get(along.outlet()).material();
            for (int use = setting.firstUse(along.inlet()); use < setting.firstUse(along.inlet() + 1); use++) {
                if (points.uses().get(use).material() == material) {
                    atUse[use].put(column, -1);
                }
            }
            DisposalSite site = network.inlets().get(along.inlet()).site();
            if (site != null && site.voidGrams() < Long.MAX_VALUE) {
                LinearProgramme.Row room = voids[along.inlet()];
                room = room == null ? programme.atMost(site.voidGrams() * 1e-6) : room;
                voids[along.inlet()] = room;
                room.put(column, 1);
            }
        }
    }

    private void inlets() {
        for (int inlet = 0; inlet < network.inlets().size(); inlet++) {
            Inlet point = network.inlets().get(inlet);
            if (point.line() != null) {
                line(inlet, point, point.line());
            } else if (point.need() != null) {
                need(inlet);
            }
        }
    }

    private void line(int inlet, Inlet point, Line line) {
        double capacity = capacity(inlet, line);
        double[] rate = setting.processed(inlet, capacity);
        LinearProgramme.Row room = programme.atMost(capacity);
        int[] outlets = network.outletsOf(point.actor(), line);
        double shares = line.recipe().lossToAir() + line.recipe().lossToWater();
        for (Recipe.Output output : line.recipe().outputs()) {
            shares += output.share();
        }
        for (int use = setting.firstUse(inlet); use < setting.firstUse(inlet + 1); use++) {
            int used = programme.column(Purpose.TREATMENT, rate);
            atUse[use].put(used, 1);
            room.put(used, 1);
            for (int output = 0; output < outlets.length; output++) {
                double share = line.recipe().outputs().get(output).share() / shares;
                atOutlet[outlets[output]].put(used, -share / (1 - line.recipe().addedShare()));
            }
        }
    }

    /** What a line can take; where its times scatter, luck may have let it take more, as may what was in service at the start. */
    private double capacity(int inlet, Line line) {
        double nominal = setting.capacity(inlet);
        double inRun = 0;
        double asUsual = 0;
        double inService = 0;
        for (int use = setting.firstUse(inlet); use < setting.firstUse(inlet + 1); use++) {
            int holding = points.holding(points.uses().get(use));
            inRun += run.used[holding];
            asUsual += usual.used[holding];
            inService += Math.max(run.openingInService[holding], usual.openingInService[holding]);
        }
        double taken = Math.max(inRun, asUsual);
        double most = nominal + inService;
        boolean isSteady = line.service() instanceof Spread.None;
        return Math.max(most, isSteady ? Math.min(taken, most + rounding.capacity(inlet)) : taken);
    }

    private void need(int inlet) {
        double[] virgin = setting.virgin(inlet);
        double needed = run.needed[inlet];
        double[] saved = new double[virgin.length];
        for (int d = 0; d < virgin.length; d++) {
            constant[d] += virgin[d] * needed;
            saved[d] = -virgin[d];
        }
        int displaced = programme.column(Purpose.VIRGIN, saved);
        programme.atMost(needed).put(displaced, 1);
        LinearProgramme.Row worth = programme.atMost(0);
        LinearProgramme.Row most = programme.atMost(mostWorth(inlet, needed));
        worth.put(displaced, 1);
        for (int use = setting.firstUse(inlet); use < setting.firstUse(inlet + 1); use++) {
            int used = programme.column(Purpose.VIRGIN, FREE);
            atUse[use].put(used, 1);
            worth.put(used, -points.uses().get(use).ratio());
            most.put(used, points.uses().get(use).ratio());
        }
    }

    /** What a need can use up, in virgin material at the best ratios; worn material, and the last gram, may have been more. */
    private double mostWorth(int inlet, double needed) {
        double inRun = 0;
        double asUsual = 0;
        for (int use = setting.firstUse(inlet); use < setting.firstUse(inlet + 1); use++) {
            int holding = points.holding(points.uses().get(use));
            inRun += run.used[holding] * points.uses().get(use).ratio();
            asUsual += usual.used[holding] * points.uses().get(use).ratio();
        }
        return Math.max(needed, Math.max(inRun, asUsual));
    }

    private void stocks() {
        for (int holding = 0; holding < points.holdings(); holding++) {
            opening(holding, givenAt.get(holding), atOutlet, run.openingToGive, usual.openingToGive);
            opening(holding, usedAt.get(holding), atUse, run.openingToUse, usual.openingToUse);
            closing(holding);
        }
    }

    /** What was there at the start in the run, or as usual, or anything between the two. */
    private void opening(int holding, List<Integer> places, LinearProgramme.Row[] rows, double[] here, double[] there) {
        double least = Math.min(here[holding], there[holding]);
        double most = Math.max(here[holding], there[holding]);
        if (most == 0 || places.isEmpty()) {
            return;
        }
        LinearProgramme.Row all = programme.equals(least);
        for (int place : places) {
            int column = programme.column(Purpose.STOCK, setting.stock(holding, -1));
            rows[place].put(column, -1);
            all.put(column, 1);
        }
        if (most > least) {
            int more = programme.column(Purpose.STOCK, FREE);
            all.put(more, -1);
            programme.atMost(most - least).put(more, 1);
        }
    }

    private void closing(int holding) {
        double most = Math.max(setting.room(holding), Math.max(run.closing[holding], usual.closing[holding]));
        if (most == 0) {
            return;
        }
        LinearProgramme.Row room = programme.atMost(most);
        for (int outlet : givenAt.get(holding)) {
            int left = programme.column(Purpose.STOCK, setting.stock(holding, 1));
            atOutlet[outlet].put(left, 1);
            room.put(left, 1);
        }
        for (int use : usedAt.get(holding)) {
            int left = programme.column(Purpose.STOCK, setting.stock(holding, 1));
            atUse[use].put(left, 1);
            room.put(left, 1);
        }
    }
}
