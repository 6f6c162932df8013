package org.circlab.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.model.Actor;
import org.circlab.model.Contract;
import org.circlab.model.Haulage;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Store;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;

/**
 * A lab turned into dense arrays for the run: outlets, inlets and arcs are numbered, and whatever an event needs is found by
 * number. Immutable; threads share it.
 *
 * <p>Arcs of the three channels share one numbering: those of the exchange, then those to final treatment, then those of
 * contracts.
 */
public final class CompiledLab {

    /** The name under which the books keep what processes lose to air and water. */
    public static final String PROCESS_LOSS = "process-loss";

    static final int HAULIER = -1;
    static final int NO_STORE = -1;

    private final Lab lab;
    private final ExchangeNetwork network;
    private final Chart chart;
    private final List<Outlet> outlets;
    private final List<Inlet> inlets;
    private final Map<String, Integer> materials = new LinkedHashMap<>();
    private final List<ActorStore> stores = new ArrayList<>();
    private final List<ContractArc> contractArcs = new ArrayList<>();

    private final int[] outletActor;
    private final int[] outletMaterial;
    private final int[] outletFleet;
    private final int[] outletStore;
    private final long[] outletShips;
    private final int[] inletParty;
    private final long[] inletRoom;
    private final long[] inletLeast;
    private final int[] arcOutlet;
    private final int[] arcInlet;
    private final double[] arcKilometres;
    private final long[] arcMillis;
    private final boolean[] outletWhole;
    private final boolean[] inletFinal;
    private final int[][] storesReaching;
    private final List<PriceEpoch> epochs;

    /** A store with the actor that has it. */
    record ActorStore(int actor, Store store) {}

    /** One contract as seen from one outlet of its donor and one inlet of its receiver. */
    record ContractArc(int contract, int outlet, int inlet, double kilometres) {}

    private CompiledLab(Lab lab) {
        this.lab = lab;
        this.network = ExchangeNetwork.of(lab);
        this.outlets = network.outlets();
        this.inlets = network.inlets();
        nameMaterials();
        this.chart = Chart.of(lab.actors().stream().map(Actor::id).toList(), List.copyOf(materials.keySet()));
        this.outletActor = outlets.stream().mapToInt(Outlet::actor).toArray();
        this.outletMaterial = outlets.stream().mapToInt(Outlet::material).toArray();
        this.outletShips = outlets.stream().mapToLong(Outlet::shipsGrams).toArray();
        this.outletFleet = outlets.stream().mapToInt(this::fleetOf).toArray();
        this.outletStore = compileStores();
        this.inletParty = inlets.stream().mapToInt(this::partyOf).toArray();
        this.inletRoom =
                inlets.stream().mapToLong(inlet -> Rooms.of(lab, inlet)).toArray();
        this.inletLeast = Arrays.stream(inletRoom)
                .map(room -> Rooms.leastConsignment(lab, room))
                .toArray();
        compileContracts();
        int arcs = network.exchange().size() + network.disposal().size() + contractArcs.size();
        this.arcOutlet = new int[arcs];
        this.arcInlet = new int[arcs];
        this.arcKilometres = new double[arcs];
        this.arcMillis = new long[arcs];
        compileArcs();
        this.outletWhole = new boolean[outlets.size()];
        for (int o = 0; o < outletWhole.length; o++) {
            outletWhole[o] = outlets.get(o).whole();
        }
        this.inletFinal = new boolean[inlets.size()];
        for (int i = 0; i < inletFinal.length; i++) {
            inletFinal[i] = inlets.get(i).isFinal();
        }
        this.storesReaching = storesByInlet();
        this.epochs = PriceEpoch.starts(lab).stream()
                .map(from -> new PriceEpoch(this, from))
                .toList();
    }

    /**
     * Compiles a lab.
     *
     * @throws IllegalArgumentException if a distance is unknown
     */
    public static CompiledLab of(Lab lab) {
        return new CompiledLab(lab);
    }

    /** The lab it was compiled from. */
    public Lab lab() {
        return lab;
    }

    /** The network of the lab; its outlets and inlets have the same numbers here. */
    public ExchangeNetwork network() {
        return network;
    }

    /** Who and what its books are kept for. */
    public Chart chart() {
        return chart;
    }

    /** Most that an inlet can have on the way, waiting and in service, or a disposal site can take, in grams. */
    public long inletRoom(int inlet) {
        return inletRoom[inlet];
    }

    int material(String name) {
        Integer index = materials.get(name);
        if (index == null) {
            throw new IllegalArgumentException("the books keep no material '" + name + "'");
        }
        return index;
    }

    List<ActorStore> stores() {
        return stores;
    }

    List<ContractArc> contractArcs() {
        return contractArcs;
    }

    int outlets() {
        return outletActor.length;
    }

    int outletActor(int outlet) {
        return outletActor[outlet];
    }

    int outletMaterial(int outlet) {
        return outletMaterial[outlet];
    }

    /** The fleet that carries what leaves here, or {@link #HAULIER}. */
    int outletFleet(int outlet) {
        return outletFleet[outlet];
    }

    /** The store where what leaves here can wait, or {@link #NO_STORE}. */
    int outletStore(int outlet) {
        return outletStore[outlet];
    }

    long outletShips(int outlet) {
        return outletShips[outlet];
    }

    boolean isWhole(int outlet) {
        return outletWhole[outlet];
    }

    /** Whether an inlet is a final treatment. */
    boolean isFinal(int inlet) {
        return inletFinal[inlet];
    }

    /** The stores from which something could go to an inlet on the exchange, in their order. */
    int[] storesReaching(int inlet) {
        return storesReaching[inlet];
    }

    /** The stretches between days on which values step, in order; the first begins with the run. */
    List<PriceEpoch> epochs() {
        return epochs;
    }

    int inlets() {
        return inletParty.length;
    }

    int inletParty(int inlet) {
        return inletParty[inlet];
    }

    /** The least part of a divisible lot that is worth a journey to an inlet, in grams. */
    long inletLeast(int inlet) {
        return inletLeast[inlet];
    }

    long[] inletLeast() {
        return inletLeast;
    }

    long[] freshRoom() {
        return inletRoom.clone();
    }

    int arcs() {
        return arcInlet.length;
    }

    int firstDisposalArc() {
        return network.exchange().size();
    }

    int firstContractArc() {
        return network.exchange().size() + network.disposal().size();
    }

    int arcOutlet(int arc) {
        return arcOutlet[arc];
    }

    int arcInlet(int arc) {
        return arcInlet[arc];
    }

    double arcKilometres(int arc) {
        return arcKilometres[arc];
    }

    long arcMillis(int arc) {
        return arcMillis[arc];
    }

    /** How flows along an arc are reported. */
    Flow.Route route(int arc) {
        Outlet outlet = outlets.get(arcOutlet[arc]);
        Inlet inlet = inlets.get(arcInlet[arc]);
        Channel channel = arc < firstDisposalArc()
                ? Channel.EXCHANGE
                : arc < firstContractArc() ? Channel.DISPOSAL : Channel.CONTRACT;
        return new Flow.Route(
                outlet.actor(),
                inletParty[arcInlet[arc]],
                outlet.material(),
                inlet.operation(),
                channel,
                outlet.grade().weaker(inlet.source().grade()),
                outlet.origin(),
                inlet.isFinal());
    }

    private int partyOf(Inlet inlet) {
        return inlet.outside() == null ? inlet.actor() : chart.world(Chart.DISPOSAL);
    }

    private void nameMaterials() {
        lab.materials().forEach(material -> name(material.id()));
        for (Actor actor : lab.actors()) {
            actor.needs().forEach(need -> name(need.id()));
            actor.lines().forEach(line -> line.recipe().adds().forEach(added -> name(added.name())));
        }
        name(PROCESS_LOSS);
    }

    private void name(String material) {
        materials.putIfAbsent(material, materials.size());
    }

    private int fleetOf(Outlet outlet) {
        String owner = lab.actors().get(outlet.actor()).id();
        List<Haulage.Fleet> fleets = lab.haulage().fleets();
        for (int i = 0; i < fleets.size(); i++) {
            boolean named = outlet.by().equals(fleets.get(i).id());
            boolean own = outlet.by().isEmpty() && fleets.get(i).owner().equals(owner);
            if (named || own) {
                return i;
            }
        }
        return HAULIER;
    }

    private int[] compileStores() {
        Map<Long, Integer> byPlace = new HashMap<>();
        for (int actor = 0; actor < lab.actors().size(); actor++) {
            for (Store store : lab.actors().get(actor).stores()) {
                byPlace.put(key(actor, network.material(store.material())), stores.size());
                stores.add(new ActorStore(actor, store));
            }
        }
        return outlets.stream()
                .mapToInt(outlet -> byPlace.getOrDefault(key(outlet.actor(), outlet.material()), NO_STORE))
                .toArray();
    }

    private static long key(int actor, int material) {
        return ((long) actor << 32) | material;
    }

    private void compileContracts() {
        for (int c = 0; c < lab.contracts().size(); c++) {
            Contract contract = lab.contracts().get(c);
            int from = network.actor(contract.from());
            int material = network.material(contract.material());
            List<Integer> receivers = receivers(contract);
            for (int o = network.firstOutlet(from); o < network.firstOutlet(from + 1); o++) {
                if (outlets.get(o).material() == material) {
                    for (int inlet : receivers) {
                        contractArcs.add(new ContractArc(c, o, inlet, network.kilometres(from, inletParty[inlet])));
                    }
                }
            }
        }
    }

    /** All that takes the material at the receiver of a contract: lines, then needs, then sites, each by id. */
    private List<Integer> receivers(Contract contract) {
        int to = network.actor(contract.to());
        Material material = lab.materials().get(network.material(contract.material()));
        List<Integer> receivers = new ArrayList<>();
        for (int i = network.firstInlet(to); i < network.firstInlet(to + 1); i++) {
            if (network.allowed(inlets.get(i), material)) {
                receivers.add(i);
            }
        }
        if (receivers.isEmpty()) {
            throw new IllegalArgumentException("contract '" + contract.id() + "': nothing at '" + contract.to()
                    + "' takes '" + contract.material() + "', or is permitted to");
        }
        return receivers;
    }

    private void compileArcs() {
        copyArcs(network.exchange(), 0);
        copyArcs(network.disposal(), firstDisposalArc());
        for (int i = 0; i < contractArcs.size(); i++) {
            ContractArc arc = contractArcs.get(i);
            setArc(firstContractArc() + i, arc.outlet(), arc.inlet(), arc.kilometres());
        }
    }

    private int[][] storesByInlet() {
        List<TreeSet<Integer>> byInlet = new ArrayList<>();
        inlets.forEach(inlet -> byInlet.add(new TreeSet<>()));
        for (int arc = 0; arc < firstDisposalArc(); arc++) {
            if (outletStore[arcOutlet[arc]] != NO_STORE) {
                byInlet.get(arcInlet[arc]).add(outletStore[arcOutlet[arc]]);
            }
        }
        return byInlet.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void copyArcs(Arcs arcs, int offset) {
        for (int o = 0; o < outlets.size(); o++) {
            for (int arc = arcs.first(o); arc < arcs.first(o + 1); arc++) {
                setArc(offset + arc, o, arcs.inlet(arc), arcs.kilometres(arc));
            }
        }
    }

    private void setArc(int arc, int outlet, int inlet, double kilometres) {
        arcOutlet[arc] = outlet;
        arcInlet[arc] = inlet;
        arcKilometres[arc] = kilometres;
        double hours = kilometres / lab.haulage().truck().kilometresPerHour();
        arcMillis[arc] = Math.round(hours * 3_600_000);
    }
}
