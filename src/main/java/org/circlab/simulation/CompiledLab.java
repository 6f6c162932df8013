package org.circlab.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.model.Actor;
import org.circlab.model.Haulage;
import org.circlab.model.Lab;
import org.circlab.model.Store;
import org.circlab.model.WorkCalendar;
import org.circlab.network.Arcs;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

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

    static final int NO_STORE = -1;

    private final Lab lab;
    private final ExchangeNetwork network;
    private final Chart chart;
    private final List<Outlet> outlets;
    private final List<Inlet> inlets;
    private final Map<String, Integer> materials = new HashMap<>();
    private final List<ActorStore> stores = new ArrayList<>();
    private final List<ContractArc> contractArcs;

    private final int[] outletActor;
    private final int[] outletMaterial;
    private final List<Haulage.Carrier> carriers;
    private final List<Haulage.Mode> modes;
    private final int[] outletMode;
    private final int[] outletStore;
    private final long[] outletShips;
    private final int[] inletParty;
    private final long[] inletRoom;
    private final long[] inletLeast;
    private final int[] arcOutlet;
    private final int[] arcInlet;
    private final double[] arcKilometres;
    private final boolean[] outletWhole;
    private final boolean[] inletFinal;
    private final int[][] storesReaching;
    private final Tariffs tariffs;
    private final SubstanceLayer substances;
    private final Reach reach;
    private final Rankings rankings = new Rankings(this);
    private final List<LocalDate> priceSteps;
    private final Map<WorkCalendar, WorkingTime> workingTimes = new ConcurrentHashMap<>();

    /** A store with the actor that has it. */
    record ActorStore(int actor, Store store) {}

    /** One contract as seen from one outlet of its donor and one inlet of its receiver. */
    record ContractArc(int contract, int outlet, int inlet, double kilometres) {}

    private CompiledLab(Lab lab) {
        this.lab = lab;
        this.network = ExchangeNetwork.of(lab);
        this.outlets = network.outlets();
        this.inlets = network.inlets();
        this.chart = chartOf(lab);
        for (int i = 0; i < chart.materials().size(); i++) {
            materials.put(chart.materials().get(i), i);
        }
        this.outletActor = outlets.stream().mapToInt(Outlet::actor).toArray();
        this.outletMaterial = outlets.stream().mapToInt(Outlet::material).toArray();
        this.outletShips = outlets.stream().mapToLong(Outlet::shipsGrams).toArray();
        this.carriers = outlets.stream().map(network::carrier).toList();
        this.modes = lab.haulage().allModes();
        this.outletMode = carriers.stream()
                .mapToInt(carrier -> modes.indexOf(carrier.mode()))
                .toArray();
        this.outletStore = compileStores();
        this.inletParty = inlets.stream().mapToInt(this::partyOf).toArray();
        this.inletRoom =
                inlets.stream().mapToLong(inlet -> Rooms.of(lab, inlet)).toArray();
        this.inletLeast = Arrays.stream(inletRoom)
                .map(room -> Rooms.leastConsignment(lab, room))
                .toArray();
        this.contractArcs = ContractArcs.of(network, inletParty);
        int arcs = network.exchange().size() + network.disposal().size() + contractArcs.size();
        this.arcOutlet = new int[arcs];
        this.arcInlet = new int[arcs];
        this.arcKilometres = new double[arcs];
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
        this.tariffs = new Tariffs(lab, inlets, this::material);
        this.substances = new SubstanceLayer(lab, network);
        this.reach = new Reach(this);
        this.priceSteps = List.copyOf(Prices.steps(lab));
    }

    /**
     * Compiles a lab.
     *
     * @throws IllegalArgumentException if a distance is unknown
     */
    public static CompiledLab of(Lab lab) {
        return new CompiledLab(lab);
    }

    /** Who and what the books of a lab are kept for: its actors and materials, virgin and added ones included. */
    public static Chart chartOf(Lab lab) {
        Set<String> names = new LinkedHashSet<>();
        lab.materials().forEach(material -> names.add(material.id()));
        for (Actor actor : lab.actors()) {
            actor.needs().forEach(need -> names.add(need.id()));
            actor.lines().forEach(line -> line.recipe().adds().forEach(added -> names.add(added.name())));
        }
        names.add(PROCESS_LOSS);
        return Chart.of(lab.actors().stream().map(Actor::id).toList(), List.copyOf(names));
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

    /** Who carries what leaves here. */
    Haulage.Carrier carrier(int outlet) {
        return carriers.get(outlet);
    }

    /** When journeys of a carrier begin. */
    WorkingTime hours(Haulage.Carrier carrier) {
        return workingTime(lab.haulage().hours(carrier));
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

    /** The working time of a calendar of the lab; always where there is none. */
    WorkingTime workingTime(@Nullable WorkCalendar calendar) {
        return calendar == null
                ? WorkingTime.ALWAYS
                : workingTimes.computeIfAbsent(calendar, any -> WorkingTime.of(any, lab.horizon()));
    }

    /** The days on which prices step, in order; the first is that on which the run begins. */
    List<LocalDate> priceSteps() {
        return priceSteps;
    }

    /** What its materials consist of. */
    SubstanceLayer substances() {
        return substances;
    }

    /** The gate fees of the lab. */
    Tariffs tariffs() {
        return tariffs;
    }

    /** Where the state pays, forbids and caps. */
    Reach reach() {
        return reach;
    }

    /** The orders of preference that prices lead to. */
    Rankings rankings() {
        return rankings;
    }

    /** The modes of transport, the truck first. */
    List<Haulage.Mode> modes() {
        return modes;
    }

    /** Index of the mode by which is carried what leaves here. */
    int outletMode(int outlet) {
        return outletMode[outlet];
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

    /** Number of the gate fee at the end of an arc: what its contract says, or what its inlet posts. */
    int tariff(int arc) {
        return arc < firstContractArc()
                ? tariffs.posted(arcInlet[arc], outletMaterial[arcOutlet[arc]])
                : tariffs.first(inlets())
                        + contractArcs.get(arc - firstContractArc()).contract();
    }

    /** Whether an arc stays within one actor. */
    boolean isInside(int arc) {
        return outletActor[arcOutlet[arc]] == inletParty[arcInlet[arc]];
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

    private void compileArcs() {
        copyArcs(network.exchange(), 0);
        copyArcs(network.disposal(), firstDisposalArc());
        for (int i = 0; i < contractArcs.size(); i++) {
            ContractArc arc = contractArcs.get(i);
            setArc(firstContractArc() + i, arc.outlet(), arc.inlet(), arc.kilometres());
        }
    }

    private int[][] storesByInlet() {
        BitSet[] byInlet = new BitSet[inlets.size()];
        Arrays.setAll(byInlet, inlet -> new BitSet());
        for (int arc = 0; arc < firstDisposalArc(); arc++) {
            if (outletStore[arcOutlet[arc]] != NO_STORE) {
                byInlet[arcInlet[arc]].set(outletStore[arcOutlet[arc]]);
            }
        }
        return Arrays.stream(byInlet).map(stores -> stores.stream().toArray()).toArray(int[][]::new);
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
    }
}
