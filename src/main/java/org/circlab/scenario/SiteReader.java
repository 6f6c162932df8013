package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.circlab.model.DisposalSite;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Operation.Treatment;
import org.circlab.model.Part;

/** The disposal sites of actors. */
final class SiteReader {

    private static final String EXAMPLE = "{ accepts: [fly-ash], operation: D1, fee: 40 EUR/t }";

    private final List<Material> materials;
    private final SubstanceReader substances;

    SiteReader(List<Material> materials, SubstanceReader substances) {
        this.materials = materials;
        this.substances = substances;
    }

    List<DisposalSite> sites(Fields actor) {
        List<DisposalSite> sites = new ArrayList<>();
        actor.each("disposes", "disposes: { landfill: " + EXAMPLE + " }", (id, member) -> {
            Fields fields = member.fields(EXAMPLE);
            sites.add(site(id, fields));
            fields.done();
        });
        sites.sort(Comparator.comparing(DisposalSite::id));
        return sites;
    }

    private DisposalSite site(String id, Fields fields) {
        Operation operation = RecipeReader.operation(fields, "D1").orElse(Operation.D1);
        fields.require("fee", "40 EUR/t");
        substances.asked(Part.Kind.SITE, fields);
        return new DisposalSite(
                id,
                accepts(fields),
                operation,
                fields.timed("fee", Measure.FEE),
                fields.flag("taxed", operation.treatment() == Treatment.LANDFILL),
                fields.number("ghg", Measure.GHG, 0),
                fields.grams("void", Range.NOT_NEGATIVE, Long.MAX_VALUE),
                fields.number("cost", Measure.COST, 0),
                RecipeReader.biogenic(fields),
                fields.source("fee"));
    }

    private List<String> accepts(Fields fields) {
        TreeSet<String> accepts = new TreeSet<>(fields.ids("accepts", Kind.MATERIAL, "accepts: [fly-ash]"));
        for (String code : WasteCode.codes(fields, "codes")) {
            List<String> ofCode = materials.stream()
                    .filter(material -> material.lowCode().equals(code))
                    .map(Material::id)
                    .toList();
            accepts.addAll(ofCode);
            if (ofCode.isEmpty()) {
                fields.report(
                        FindingCode.CODE_MATCHES_NOTHING,
                        fields.spot("codes"),
                        "No material of the lab has the code " + code + ".",
                        "Give the code to a material, or leave it out here.");
            }
        }
        if (!fields.has("accepts") && !fields.has("codes")) {
            fields.require("accepts", "[fly-ash]");
        }
        return List.copyOf(accepts);
    }
}
