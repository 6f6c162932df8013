package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Contract;
import org.circlab.model.Lab;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Outlet;
import org.circlab.simulation.CompiledLab.ContractArc;

/** The arcs that contracts open: from each outlet of the donor that the material leaves to each inlet of the receiver. */
final class ContractArcs {

    private final Lab lab;
    private final ExchangeNetwork network;

    private ContractArcs(ExchangeNetwork network) {
        this.lab = network.lab();
        this.network = network;
    }

    /**
     * The arcs of all contracts, in their order.
     *
     * @param inletParty index of the party at each inlet
     */
    static List<ContractArc> of(ExchangeNetwork network, int[] inletParty) {
        ContractArcs compiled = new ContractArcs(network);
        List<ContractArc> arcs = new ArrayList<>();
        for (int c = 0; c < network.lab().contracts().size(); c++) {
            compiled.add(c, inletParty, arcs);
        }
        return List.copyOf(arcs);
    }

    private void add(int number, int[] inletParty, List<ContractArc> arcs) {
        Contract contract = lab.contracts().get(number);
        int from = network.actor(contract.from());
        int material = network.material(contract.material());
        for (int o = network.firstOutlet(from); o < network.firstOutlet(from + 1); o++) {
            if (network.outlets().get(o).material() == material) {
                for (int inlet : receivers(contract, network.outlets().get(o))) {
                    double kilometres = network.kilometres(network.outlets().get(o), inletParty[inlet]);
                    arcs.add(new ContractArc(number, o, inlet, kilometres));
                }
            }
        }
    }

    /** All that may take the material at the receiver of a contract: lines, then needs, then sites, each by id. */
    private List<Integer> receivers(Contract contract, Outlet outlet) {
        int to = network.actor(contract.to());
        List<Integer> receivers = new ArrayList<>();
        for (int i = network.firstInlet(to); i < network.firstInlet(to + 1); i++) {
            if (network.deliverable(outlet, network.inlets().get(i))) {
                receivers.add(i);
            }
        }
        if (receivers.isEmpty()) {
            throw new IllegalArgumentException("contract '" + contract.id() + "': nothing at '" + contract.to()
                    + "' takes '" + contract.material() + "', or is permitted to");
        }
        return receivers;
    }
}
