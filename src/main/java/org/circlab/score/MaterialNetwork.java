package org.circlab.score;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Indices of the network of actors that the flows of one material make, in its dry mass.
 *
 * @param material its id
 * @param indices those of the flows between actors and with the outside, in their order
 */
public record MaterialNetwork(String material, List<Compared> indices) {
    public MaterialNetwork {
        indices = List.copyOf(indices);
    }

    /** The networks of all materials that move on either side, by id. Only one replication is held at a time. */
    public static List<MaterialNetwork> of(Replications variant, Replications baseline) {
        TreeSet<String> materials = new TreeSet<>();
        Stream.concat(variant.accounts().stream(), baseline.accounts().stream())
                .forEach(accounts -> materials.addAll(accounts.chart().materials()));
        List<String> names = List.copyOf(materials);
        double[][][] with = indices(variant, names);
        double[][][] without = indices(baseline, names);
        List<MaterialNetwork> networks = new ArrayList<>();
        for (int m = 0; m < names.size(); m++) {
            List<Compared> list = new ArrayList<>();
            for (int i = 0; i < FlowIndices.measures().size(); i++) {
                list.add(Compared.of(FlowIndices.measures().get(i), with[m][i], without[m][i]));
            }
            Compared throughflow = list.get(0);
            if (throughflow.variant().mean() != 0 || throughflow.baseline().mean() != 0) {
                networks.add(new MaterialNetwork(names.get(m), list));
            }
        }
        return networks;
    }

    /** By material, index and replication. */
    private static double[][][] indices(Replications replications, List<String> materials) {
        int measures = FlowIndices.measures().size();
        double[][][] values = new double[materials.size()][measures][replications.size()];
        for (int k = 0; k < replications.size(); k++) {
            Window window = replications.window(k, replications, replications);
            List<String> known = window.chart().materials();
            for (int m = 0; m < materials.size(); m++) {
                double[] read = FlowIndices.ofMaterial(window, known.indexOf(materials.get(m)));
                for (int i = 0; i < measures; i++) {
                    values[m][i][k] = read[i];
                }
            }
        }
        return values;
    }
}
