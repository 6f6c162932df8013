package org.circlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.circlab.model.Horizon;
import org.circlab.model.InUse;
import org.circlab.model.InUse.Account;
import org.circlab.model.Lifetime;

/** Products in use, from which a stream arises: what is put on the market by year, and how long it lasts. */
final class InUseReader {

    private static final String EXAMPLE =
            "{ put-on-market: { 1990: 2 kt/yr }, growth: 3 %/yr, lifetime: { weibull: { shape: 2.2, scale: 14 yr } } }";
    private static final String SALES = "put-on-market";
    private static final Pattern YEAR = Pattern.compile("[1-9]\\d{3}");
    private static final double GRAMS_PER_TONNE = 1e6;
    private static final double MUCH_UNSEEN = 0.05;
    private static final double MUCH_ASSUMED = 0.01;

    private final Fields fields;
    private final int firstOfRun;
    private final int lastOfRun;

    private InUseReader(Fields fields, Horizon horizon) {
        this.fields = fields;
        this.firstOfRun = horizon.warmUpStart().getYear();
        this.lastOfRun = horizon.end().minusDays(1).getYear();
    }

    /** The fields of the products in use of a stream; empty where it does not arise from any. */
    static Optional<Fields> fields(Fields stream) {
        return stream.map("in-use", EXAMPLE);
    }

    /** The products; nothing where something about them or the horizon is wrong. */
    static Optional<InUse> products(Fields fields, Horizon horizon) {
        return new InUseReader(fields, horizon).products();
    }

    private Optional<InUse> products() {
        SortedMap<Integer, Double> sales = sales();
        boolean grows = fields.has("growth");
        double growth = fields.number("growth", Measure.GROWTH, 0);
        double stock = fields.grams("stock", Range.NOT_NEGATIVE, 0) / GRAMS_PER_TONNE;
        Optional<Lifetime> lifetime = LifetimeReader.lifetime(fields);
        fields.done();
        Findings findings = fields.scope().findings();
        boolean sound = findings.sound(fields.spot().path()) && findings.sound("horizon");
        if (!sound || sales.isEmpty() || lifetime.isEmpty() || !isWithinReach(sales)) {
            return Optional.empty();
        }
        InUse products = new InUse(sales.firstKey(), List.copyOf(sales.values()), growth, stock, lifetime.get());
        if (!isWithinRange(products)) {
            return Optional.empty();
        }
        tellHistory(products);
        if (!grows) {
            tellFuture(products);
        }
        return Optional.of(products);
    }

    /** What is put on the market by year, in order and without gaps; empty and a finding otherwise. */
    private SortedMap<Integer, Double> sales() {
        SortedMap<Integer, Double> sales = new TreeMap<>();
        fields.require(SALES, "{ 1990: 2 kt/yr }");
        Optional<Fields> byYear = fields.map(SALES, "{ 1990: 2 kt/yr, 1991: 2.1 kt/yr }");
        byYear.ifPresent(map -> {
            map.names()
                    .forEach(name ->
                            year(name, map).ifPresent(year -> sales.put(year, map.number(name, Measure.MASS_FLOW, 0))));
            map.done();
            if (sales.isEmpty() && map.isRead() && isSound(map)) {
                report(
                        map.spot(),
                        "It is not said what is put on the market.",
                        "Write figures by year, such as { 1990: 2 kt/yr, 1991: 2.1 kt/yr }, or one with 'growth' beside.");
            }
            tellGaps(sales, map.spot());
        });
        return sales;
    }

    private static boolean isSound(Fields map) {
        return map.scope().findings().sound(map.spot().path());
    }

    private Optional<Integer> year(String name, Fields map) {
        map.has(name);
        if (YEAR.matcher(name).matches()) {
            return Optional.of(Integer.valueOf(name));
        }
        if (name.equals("table")) {
            map.report(
                    FindingCode.BAD_TABLE,
                    map.spot(name),
                    "A table of figures by year is a file whose name ends in '.csv'.",
                    "Write it like { table: sales.csv }.");
        } else {
            report(map.spot(name), "'" + name + "' is no year.", "Write four digits, such as 1990.");
        }
        return Optional.empty();
    }

    private void report(Spot spot, String message, String advice) {
        fields.report(FindingCode.BAD_YEARS, spot, message, advice);
    }

    private void tellGaps(SortedMap<Integer, Double> sales, Spot spot) {
        List<Integer> years = new ArrayList<>(sales.keySet());
        for (int i = 1; i < years.size(); i++) {
            int from = years.get(i - 1) + 1;
            int to = years.get(i) - 1;
            if (from <= to) {
                report(
                        spot,
                        "There is no figure for " + from + (from == to ? "" : " to " + to) + ", between others.",
                        "Write one for each year, 0 t/yr where nothing was put on the market.");
                return;
            }
        }
    }

    private boolean isWithinReach(SortedMap<Integer, Double> sales) {
        if (sales.firstKey() > lastOfRun) {
            report(
                    fields.spot(SALES),
                    "The first product is put on the market in " + sales.firstKey() + ", after the run ends in "
                            + lastOfRun + ".",
                    "Begin with an earlier year; products become waste long after they are put on the market.");
            return false;
        }
        return true;
    }

    private boolean isWithinRange(InUse products) {
        boolean tooMuch = products.through(lastOfRun).stream()
                .anyMatch(year ->
                        !Range.FLOW.allows(year.putOnMarketTonnes()) || !Range.FLOW.allows(year.endOfLifeTonnes()));
        if (tooMuch) {
            fields.report(
                    FindingCode.OUT_OF_RANGE,
                    fields.spot(),
                    "Until " + lastOfRun
                            + " more is put on the market or becomes waste in a year than may be; it must be "
                            + Range.FLOW.words() + ".",
                    "Maybe the growth is too high, or a unit is wrong?");
        }
        return !tooMuch;
    }

    /** Products from before the first year would still be in use when the run begins. */
    private void tellHistory(InUse products) {
        double unseen = products.lifetime().survival(Math.max(0, firstOfRun - products.firstYear()));
        if (products.stockTonnes() == 0 && products.putOnMarket().get(0) > 0 && unseen > MUCH_UNSEEN) {
            fields.report(
                    FindingCode.SHORT_HISTORY,
                    fields.spot(SALES),
                    percent(unseen) + " of what was put on the market before " + products.firstYear()
                            + " would still be in use when the run begins, and is missing in what arises.",
                    "Begin with an earlier year (with 0 t/yr if the product was new), or say what was in use before it, such as"
                            + " 'stock: 20 kt'.");
        }
    }

    /** Of what arises in the run, some was put on the market after the last figure. */
    private void tellFuture(InUse products) {
        List<Double> noMore = new ArrayList<>(products.putOnMarket());
        noMore.add(0.0);
        InUse known = new InUse(products.firstYear(), noMore, 0, products.stockTonnes(), products.lifetime());
        double all = inRun(products);
        double assumed = all - inRun(known);
        if (assumed > MUCH_ASSUMED * all) {
            fields.report(
                    FindingCode.SALES_ASSUMED,
                    fields.spot(SALES),
                    percent(assumed / all)
                            + " of what arises in the run was put on the market after the last figure, that of "
                            + (products.firstYear() + products.putOnMarket().size() - 1) + ", which goes on.",
                    "Add the later years, or say how it goes on, such as 'growth: 0 %/yr'.");
        }
    }

    private double inRun(InUse products) {
        return products.through(lastOfRun).stream()
                .filter(year -> year.year() >= firstOfRun)
                .mapToDouble(Account::endOfLifeTonnes)
                .sum();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
