package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.circlab.model.Disposal;
import org.circlab.model.Operation;
import org.circlab.model.Recipe;
import org.circlab.model.Recipe.Added;
import org.circlab.model.Recipe.Origin;
import org.circlab.model.Recipe.Output;
import org.circlab.model.Source;
import org.circlab.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** The processes of the lab. */
final class RecipeReader {

    private static final String EXAMPLE =
            "{ operation: R5, takes: [fly-ash], yields: { cement: 100 % }, cost: 12 EUR/t }";
    private static final double TOLERANCE = 1e-9;

    private RecipeReader() {}

    /** The sound recipes by id. */
    static Map<String, Recipe> read(Fields lab, SubstanceReader substances) {
        Map<String, Recipe> recipes = new TreeMap<>();
        lab.each("processes", "processes: { mbt: " + EXAMPLE + " }", (id, member) -> {
            Fields fields = member.fields(EXAMPLE);
            recipe(id, fields).ifPresent(recipe -> recipes.put(id, recipe));
            substances.process(id, fields);
            fields.done();
        });
        return recipes;
    }

    private static Optional<Recipe> recipe(String id, Fields fields) {
        boolean isUnknown = fields.text("like").isPresent();
        String name = fields.text("name").orElse(id);
        Operation operation = operation(fields, isUnknown ? null : "R5").orElse(Operation.R12);
        if (!isUnknown) {
            fields.require("takes", "[fly-ash]");
        }
        List<String> takes = fields.ids("takes", Kind.MATERIAL, "takes: [fly-ash]");
        List<Added> adds = adds(fields);
        List<Output> outputs = outputs(fields);
        Optional<Fields> loss = fields.map("loss", "{ air: 25 %, water: 5 % }");
        double air = loss.map(each -> each.number("air", Measure.LOSS, 0)).orElse(0.0);
        double water = loss.map(each -> each.number("water", Measure.LOSS, 0)).orElse(0.0);
        loss.ifPresent(Fields::done);
        double cost = cost(id, fields);
        double ghg = fields.number("ghg", Measure.GHG, 0);
        OptionalDouble biogenic = biogenic(fields);
        if (takes.isEmpty()) {
            missingTakes(fields);
        }
        checkShares(id, fields, outputs, air + water);
        checkAdds(id, fields, adds);
        Source source = fields.source();
        return fields.scope().findings().sound(fields.spot().path())
                ? Optional.of(
                        new Recipe(id, name, operation, takes, adds, outputs, air, water, cost, ghg, biogenic, source))
                : Optional.empty();
    }

    /** The running cost; none, and a word about it, where nobody knows it. */
    private static double cost(String id, Fields fields) {
        boolean isTold = fields.scope()
                .findings()
                .tell(FindingCode.NO_RUNNING_COST, fields.spot().path());
        if (!fields.has("cost") && fields.isRead() && !isTold) {
            fields.report(
                    FindingCode.NO_RUNNING_COST,
                    fields.spot(),
                    noCost(id),
                    "Give 'cost', such as 'cost: 6 EUR/t', or 0 EUR/t if it has none.");
        }
        return fields.number("cost", Measure.COST, 0);
    }

    /** That nobody knows what a process costs, as a sentence. */
    static String noCost(String process) {
        return "No running cost is known for '" + process + "', so it counts as none.";
    }

    /** The operation at {@code operation}, which a finding asks for in the words of {@code example} if it is required. */
    static Optional<Operation> operation(Fields fields, @Nullable String example) {
        if (example != null) {
            fields.require("operation", example);
        }
        return fields.choice("operation", List.of(Operation.values()), Operation::code);
    }

    /** Carbon dioxide from biomass in kg/t; empty where nobody states it, which is not zero. */
    static OptionalDouble biogenic(Fields fields) {
        return fields.has("biogenic")
                ? OptionalDouble.of(fields.number("biogenic", Measure.BIOGENIC, 0))
                : OptionalDouble.empty();
    }

    private static void missingTakes(Fields fields) {
        if (fields.has("takes")
                && fields.scope().findings().sound(fields.spot("takes").path())) {
            fields.report(
                    FindingCode.OUT_OF_RANGE,
                    fields.spot("takes"),
                    fields.spot("takes").name() + " is empty; a process takes at least one material.",
                    "Write it like 'takes: [fly-ash]'.");
        }
    }

    private static List<Added> adds(Fields fields) {
        List<Added> adds = new ArrayList<>();
        fields.each("adds", "adds: { lime: { share: 5 %, price: 80 EUR/t }, water: { share: 10 % } }", (id, member) -> {
            Origin origin = id.equals("air") ? Origin.AIR : id.equals("water") ? Origin.WATER : Origin.VIRGIN;
            Fields added = member.fields("{ share: 5 %, price: 80 EUR/t, ghg: 900 kgCO2e/t }");
            double share = added.requiredNumber("share", Measure.PART);
            boolean virgin = origin == Origin.VIRGIN;
            double price = virgin ? added.number("price", Measure.PRICE, 0) : 0;
            double ghg = virgin ? added.number("ghg", Measure.GHG, 0) : 0;
            added.done();
            adds.add(new Added(id, origin, share, price, ghg));
        });
        adds.sort(Comparator.comparing(Added::name));
        return adds;
    }

    private static List<Output> outputs(Fields fields) {
        List<Output> outputs = new ArrayList<>();
        fields.each("yields", "yields: { compost: 30 % }", (id, member) -> {
            boolean known = fields.scope().isDeclared(Kind.MATERIAL, id, member.spot());
            Output output = output(id, member);
            if (known) {
                outputs.add(output);
            }
        });
        outputs.sort(Comparator.comparing(Output::material));
        return outputs;
    }

    private static Output output(String id, Fields.Member member) {
        boolean isShare = member.tree() instanceof Tree.Text
                || (member.tree() instanceof Tree.Keyed keyed && keyed.entries().containsKey("value"));
        if (isShare) {
            double share = member.parent().scope().figures().number(member.tree(), member.spot(), Measure.SHARE);
            return new Output(id, share, 0, "", new Disposal.Cheapest(), null);
        }
        Fields fields = member.fields("{ share: 40 %, ships: 20 t }");
        Output output = new Output(
                id,
                fields.requiredNumber("share", Measure.SHARE),
                fields.grams("ships", Range.POSITIVE, 0),
                DisposalReader.by(fields),
                DisposalReader.disposal(fields),
                fields.map("market", "{ price: 40 EUR/t, avoids: 120 kgCO2e/t }")
                        .map(RecipeReader::market)
                        .orElse(null));
        fields.done();
        return output;
    }

    private static Recipe.Market market(Fields fields) {
        Recipe.Market market = new Recipe.Market(
                fields.requiredTimed("price", Measure.FEE), fields.number("avoids", Measure.GHG_AVOIDED, 0));
        fields.done();
        return market;
    }

    private static void checkShares(String id, Fields fields, List<Output> outputs, double loss) {
        Findings findings = fields.scope().findings();
        boolean sound = findings.sound(fields.spot("yields").path())
                && findings.sound(fields.spot("loss").path());
        double total = loss;
        for (Output output : outputs) {
            total += output.share();
        }
        if (sound && fields.isRead() && !(Math.abs(total - 1) <= TOLERANCE)) {
            findings.add(
                    FindingCode.BAD_SHARES,
                    fields.spot(fields.has("yields") ? "yields" : "loss"),
                    "Yields and loss of '" + id + "' add up to " + inPercent(total)
                            + "; they must be 100 %, since mass is conserved.",
                    total > 1 ? "Maybe one is not in %?" : "Maybe a loss to air or water is missing?");
        }
    }

    private static void checkAdds(String id, Fields fields, List<Added> adds) {
        Findings findings = fields.scope().findings();
        double total = 0;
        for (Added added : adds) {
            total += added.share();
        }
        if (findings.sound(fields.spot("adds").path()) && !(total < 1)) {
            findings.add(
                    FindingCode.BAD_SHARES,
                    fields.spot("adds"),
                    "Additions to '" + id + "' add up to " + inPercent(total)
                            + "; they must stay below 100 %, since they are shares of the total input.",
                    "Maybe they are meant for each tonne of taken material?");
        }
    }

    static String inPercent(double share) {
        return Quantity.readable(share * 100, 12) + " %";
    }
}
