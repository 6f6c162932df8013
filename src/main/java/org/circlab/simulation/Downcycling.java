package org.circlab.simulation;

import java.util.Arrays;
import java.util.Map;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;

/**
 * What is left of ratios of material that has been through lines, as far as that is known ahead: what leaves at an outlet counts
 * as having been through the fewest lines that lead there from where something arises. That is exact where all ways to it lead
 * through equally many. Immutable.
 */
final class Downcycling {

    private static final int UNREACHED = Integer.MAX_VALUE;
    private static final double[] NONE = {};

    /** By arc; empty where nothing wears. */
    private final double[] left;

    private Downcycling(double[] left) {
        this.left = left;
    }

    static Downcycling of(CompiledLab lab) {
        if (lab.lab().substances().keptByLoop().isEmpty()) {
            return new Downcycling(NONE);
        }
        int[] loops = loops(lab);
        double[] left = new double[lab.arcs()];
        Arrays.setAll(left, arc -> left(lab, arc, loops[lab.arcOutlet(arc)]));
        return new Downcycling(left);
    }

    /** By outlet, the fewest lines that lead to it; what no arising leads to counts as if one did. */
    private static int[] loops(CompiledLab lab) {
        int[] loops = new int[lab.outlets()];
        for (int outlet = 0; outlet < loops.length; outlet++) {
            loops[outlet] = lab.network().outlets().get(outlet).arising() == null ? UNREACHED : 0;
        }
        int[][] outletsOfLine = new int[lab.inlets()][];
        for (int inlet = 0; inlet < outletsOfLine.length; inlet++) {
            Line line = lab.network().inlets().get(inlet).line();
            outletsOfLine[inlet] = line == null ? new int[0] : lab.network().outletsOf(lab.inletParty(inlet), line);
        }
        boolean changes = true;
        while (changes) {
            changes = false;
            for (int arc = 0; arc < lab.arcs(); arc++) {
                int from = loops[lab.arcOutlet(arc)];
                for (int outlet : outletsOfLine[lab.arcInlet(arc)]) {
                    if (from != UNREACHED && from + 1 < loops[outlet]) {
                        loops[outlet] = from + 1;
                        changes = true;
                    }
                }
            }
        }
        return Arrays.stream(loops).map(many -> many == UNREACHED ? 1 : many).toArray();
    }

    private static double left(CompiledLab lab, int arc, int loops) {
        int inlet = lab.arcInlet(arc);
        Need need = lab.network().inlets().get(inlet).need();
        if (need == null || loops == 0) {
            return 1;
        }
        Part part = new Part(Part.Kind.NEED, lab.chart().parties().get(lab.inletParty(inlet)), need.id());
        String material = lab.chart().materials().get(lab.outletMaterial(lab.arcOutlet(arc)));
        Map<String, Double> kept = lab.lab().substances().keptByLoop().getOrDefault(part, Map.of());
        return StrictMath.pow(kept.getOrDefault(material, 1.0), loops);
    }

    /** The part that is left of the ratio at which what goes along an arc displaces virgin material; 1 where nothing wears. */
    double left(int arc) {
        return arc < left.length ? left[arc] : 1;
    }
}
