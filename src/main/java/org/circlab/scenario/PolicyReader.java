package org.circlab.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.circlab.model.Interventions;
import org.circlab.model.Interventions.Ban;
import org.circlab.model.Interventions.Quota;
import org.circlab.model.Interventions.Subsidy;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Operation.Treatment;
import org.circlab.model.Policy;
import org.jspecify.annotations.Nullable;

/** What the state asks, pays for, forbids and caps. */
final class PolicyReader {

    /** Who is paid a subsidy that does not say. */
    static final List<String> PAID = List.of("receiver", "donor");

    private static final String EXAMPLE =
            "{ landfill-tax: 11 EUR/t, carbon-price: 70 EUR/tCO2e, discount-rate: 5 %/yr }";
    private static final String SUBSIDY = "{ pays: 10 EUR/t, operations: [recycling], materials: [fly-ash] }";
    private static final String BAN = "{ operations: [landfill], materials: [fly-ash], from: 2028-01-01 }";
    private static final String QUOTA = "{ most: 50 kt/yr, operations: [landfill], penalty: 150 EUR/t }";

    private final List<Material> materials;

    private PolicyReader(List<Material> materials) {
        this.materials = materials;
    }

    static Policy policy(Fields lab, List<Material> materials) {
        Fields fields = lab.map("policy", EXAMPLE)
                .orElse(new Fields(lab.scope(), new Tree.Keyed(lab.spot().mark(), Map.of()), lab.spot(), lab.source()));
        PolicyReader reader = new PolicyReader(materials);
        Policy policy = new Policy(
                fields.timed("landfill-tax", Measure.PRICE),
                fields.timed("carbon-price", Measure.CARBON_PRICE),
                fields.number("discount-rate", Measure.YEARLY_RATE, 0),
                BorderReader.borders(fields),
                new Interventions(reader.subsidies(fields), reader.bans(fields), reader.quotas(fields)));
        fields.done();
        return policy;
    }

    private List<Subsidy> subsidies(Fields policy) {
        List<Subsidy> subsidies = new ArrayList<>();
        policy.each("subsidies", "subsidies: { ash: " + SUBSIDY + " }", (id, member) -> {
            Fields fields = member.fields(SUBSIDY);
            boolean toDonor = fields.choice("to", PAID, word -> word)
                    .filter("donor"::equals)
                    .isPresent();
            subsidies.add(new Subsidy(id, scope(fields, false), toDonor, fields.requiredTimed("pays", Measure.PRICE)));
            fields.done();
        });
        subsidies.sort(Comparator.comparing(Subsidy::id));
        return subsidies;
    }

    private List<Ban> bans(Fields policy) {
        List<Ban> bans = new ArrayList<>();
        policy.each("bans", "bans: { landfill: " + BAN + " }", (id, member) -> {
            Fields fields = member.fields(BAN);
            fields.require("operations", "[landfill]");
            Interventions.Scope scope = scope(fields, false);
            LocalDate from = date(fields, "from");
            LocalDate until = date(fields, "until");
            fields.done();
            if (from != null && until != null && !from.isBefore(until)) {
                fields.report(
                        FindingCode.BAD_DATE,
                        fields.spot("until"),
                        "The ban '" + id + "' ends on " + until + " and begins on " + from + ".",
                        "'until' is the first day on which it is allowed again, after 'from'.");
            } else {
                bans.add(new Ban(id, scope, from, until));
            }
        });
        bans.sort(Comparator.comparing(Ban::id));
        return bans;
    }

    private static @Nullable LocalDate date(Fields fields, String key) {
        return fields.find(key)
                .flatMap(tree -> fields.scope().figures().date(tree, fields.spot(key)))
                .orElse(null);
    }

    private List<Quota> quotas(Fields policy) {
        List<Quota> quotas = new ArrayList<>();
        policy.each("quotas", "quotas: { landfill: " + QUOTA + " }", (id, member) -> {
            Fields fields = member.fields(QUOTA);
            Double penalty = fields.has("penalty") ? fields.number("penalty", Measure.PRICE, 0) : null;
            quotas.add(new Quota(id, scope(fields, true), fields.requiredTimed("most", Measure.MASS_FLOW), penalty));
            fields.done();
        });
        quotas.sort(Comparator.comparing(Quota::id));
        return quotas;
    }

    private Interventions.Scope scope(Fields fields, boolean disposal) {
        Set<String> receivers = new TreeSet<>(fields.ids("receivers", Kind.ACTOR, "receivers: [mill]"));
        return new Interventions.Scope(operations(fields, disposal), materials(fields), receivers);
    }

    private Set<String> materials(Fields fields) {
        TreeSet<String> ids = new TreeSet<>(fields.ids("materials", Kind.MATERIAL, "materials: [fly-ash]"));
        for (String code : WasteCode.codes(fields, "codes")) {
            List<String> ofCode = materials.stream()
                    .filter(material -> material.lowCode().equals(code))
                    .map(Material::id)
                    .toList();
            ids.addAll(ofCode);
            if (ofCode.isEmpty()) {
                fields.report(
                        FindingCode.CODE_MATCHES_NOTHING,
                        fields.spot("codes"),
                        "No material of the lab has the code " + code + ".",
                        "Give the code to a material, or leave it out here.");
            }
        }
        return ids;
    }

    /** Operations by their codes, or all of a kind by its word. */
    private static Set<Operation> operations(Fields fields, boolean disposal) {
        Set<Operation> operations = new TreeSet<>();
        for (Tree.Text text : fields.texts("operations", "operations: [landfill, R1]")) {
            List<Operation> meant = Arrays.stream(Operation.values())
                    .filter(operation -> operation.code().equals(text.value())
                            || operation.treatment().word().equals(text.value()))
                    .toList();
            operations.addAll(meant);
            Spot at = new Spot(text.mark(), fields.spot("operations").path());
            if (meant.isEmpty()) {
                fields.report(
                        FindingCode.BAD_WORD,
                        at,
                        "'" + text.value() + "' is no operation and no kind of treatment.",
                        advice(text.value()));
            } else if (disposal && !meant.get(0).treatment().isDisposal()) {
                fields.report(
                        FindingCode.BAD_WORD,
                        at,
                        "A quota caps disposal, and '" + text.value() + "' is recovery.",
                        "Write the capacity of the lines that do it, or another operation, such as landfill.");
            }
        }
        return operations;
    }

    private static String advice(String word) {
        List<String> words =
                Arrays.stream(Treatment.values()).map(Treatment::word).toList();
        return Suggestion.nearest(word, words)
                .map(near -> "Maybe '" + near + "'?")
                .orElse("They are R1 to R13, D1 to D15, backfill, and " + String.join(", ", words) + ".");
    }
}
