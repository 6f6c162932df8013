package org.circlab.score.bound;

import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Actor;
import org.circlab.model.Line;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * Where material is in a lab: at its outlets, and of each material that a line or need takes at that inlet. What an actor holds of a
 * material is one holding, wherever on its ground.
 */
final class Points {

    /**
     * A material at a line or a need.
     *
     * @param inlet index of the inlet
     * @param material index of the material
     * @param ratio tonnes of virgin material that a tonne displaces at the best; 0 at a line
     */
    record Use(int inlet, int material, double ratio) {}

    private final ExchangeNetwork network;
    private final int materials;
    private final List<Use> uses = new ArrayList<>();

    Points(ExchangeNetwork network) {
        this.network = network;
        this.materials = network.lab().materials().size();
        for (int inlet = 0; inlet < network.inlets().size(); inlet++) {
            addUses(
                    inlet,
                    network.inlets().get(inlet).line(),
                    network.inlets().get(inlet).need());
        }
    }

    private void addUses(int inlet, @Nullable Line line, @Nullable Need need) {
        if (line != null) {
            line.recipe().takes().stream()
                    .distinct()
                    .forEach(material -> uses.add(new Use(inlet, network.material(material), 0)));
        } else if (need != null) {
            need.accepts()
                    .forEach(accepted ->
                            uses.add(new Use(inlet, network.material(accepted.material()), accepted.ratio())));
        }
    }

    ExchangeNetwork network() {
        return network;
    }

    List<Use> uses() {
        return uses;
    }

    /** How many holdings there are. */
    int holdings() {
        return network.lab().actors().size() * materials;
    }

    /** The holding of a material at an actor. */
    int holding(int actor, int material) {
        return actor * materials + material;
    }

    /** Who has a holding. */
    Actor actor(int holding) {
        return network.lab().actors().get(holding / materials);
    }

    /** What a holding is of. */
    Material material(int holding) {
        return network.lab().materials().get(holding % materials);
    }

    int holding(Outlet outlet) {
        return holding(outlet.actor(), outlet.material());
    }

    int holding(Use use) {
        Inlet inlet = network.inlets().get(use.inlet());
        return holding(inlet.actor(), use.material());
    }
}
