package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.model.Lab;
import org.circlab.model.Store;

/**
 * Where mass comes from and where it ends. Together with {@code virgin-bought} these close: arising + drawn = final treatment +
 * consumed + exported + lost + stock change.
 */
final class Balance {

    private static final String BOUNDARY =
            " Closes the mass balance of the lab: arising + virgin bought + drawn from air and"
                    + " water = final treatment + consumed + exported product + lost to air and water + stock change.";

    private static final Amount WITHHELD = Amount.mass(
            "withheld",
            (window, tally) -> window.accounts()
                    .arisings()
                    .forEach(arisen ->
                            tally.add(FactKind.WITHHELD, arisen.actor(), arisen.actor(), arisen.material(), (double)
                                    arisen.withheldGrams())));

    private static final Amount CONSUMED =
            Amount.consumptions("consumed", need -> (double) (need.secondaryGrams() + need.virginGrams()));

    private static final Amount STOCK_CHANGE = Amount.mass(
            "closing minus opening stock",
            (window, tally) -> window.accounts()
                    .stocks()
                    .forEach(stock -> tally.add(null, stock.party(), stock.party(), stock.material(), (double)
                            (stock.closingGrams() - stock.openingGrams()))));

    static final List<Indicator> ALL = List.of(
            new Indicator(
                    measure(
                            "arising",
                            "Waste arising",
                            "waste and by-products that arise at the generators of the lab; residues of processing lines"
                                    + " are not counted again"),
                    Amount.arising("waste arising", arisen -> true)),
            new Indicator(
                    new Measure(
                            "withheld",
                            "Withheld at blocked generators",
                            "t/yr",
                            Sense.LOWER_IS_BETTER,
                            "mass balance",
                            "what would have arisen but for a full store whose overflow blocks. It does not come into being,"
                                    + " so no balance has it; arising and withheld together are what was drawn. Does not apply"
                                    + " without such a store.",
                            ""),
                    new Reckoning.Total(WITHHELD),
                    Balance::hasStoreThatBlocks),
            new Indicator(
                    measure(
                            "drawn-from-air",
                            "Drawn from the air",
                            "what recipes take out of the air, such as oxygen or carbon dioxide"),
                    Amount.from("drawn from the air", Chart.AIR)),
            new Indicator(
                    measure("drawn-from-water", "Drawn from water", "water that recipes add"),
                    Amount.from("drawn from water", Chart.WATER)),
            new Indicator(
                    measure(
                            "consumed",
                            "Consumed by needs",
                            "secondary and virgin material that the needs of the lab use up"),
                    CONSUMED),
            new Indicator(
                    measure(
                            "final-treatment",
                            "Received for final treatment",
                            "received by disposal sites and by disposal routes outside the lab, whatever the operation"
                                    + " there; each tonne once, since nothing comes back from them"),
                    Amount.flows("received for final treatment", Window::isFinal)),
            new Indicator(
                    measure("exported-product", "Exported product", "products of lines sold to buyers outside the lab"),
                    Amount.to("sold out of the lab", Chart.EXPORT)),
            new Indicator(
                    measure(
                            "lost-to-air",
                            "Lost to the air",
                            "what lines lose into the air, such as evaporated water or burnt carbon"),
                    Amount.to("lost to the air", Chart.AIR)),
            new Indicator(
                    measure("lost-to-water", "Lost to water", "what lines lose into rivers and lakes"),
                    Amount.to("lost to water", Chart.WATER)),
            new Indicator(
                    measure(
                            "stock-change",
                            "Change of stock",
                            "in stores, waiting, on the road and in process at the end of the window, minus the same at its"
                                    + " start"),
                    STOCK_CHANGE));

    private Balance() {}

    private static Measure measure(String id, String title, String formula) {
        return new Measure(id, title, "t/yr", Sense.NEITHER, "mass balance", formula + "." + BOUNDARY, "");
    }

    private static boolean hasStoreThatBlocks(Lab lab) {
        return lab.actors().stream().anyMatch(actor -> actor.stores().stream().anyMatch(Store::blocks));
    }
}
