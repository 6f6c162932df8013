package org.circlab.scenario;

import java.util.Optional;
import org.circlab.model.Disposal;
import org.circlab.model.Haulage;

/** Where a stream goes that nobody takes, and who carries it. */
final class DisposalReader {

    private DisposalReader() {}

    /** The route at {@code disposal}; the cheapest where it is not said. */
    static Disposal disposal(Fields fields) {
        Optional<Tree> found = fields.find("disposal");
        if (found.isEmpty()) {
            return new Disposal.Cheapest();
        }
        if (!(found.get() instanceof Tree.Text text)) {
            return fields.map("disposal", "{ fee: 80 EUR/t, tax: 11 EUR/t, ghg: 20 kgCO2e/t, distance: 30 km }")
                    .map(DisposalReader::outside)
                    .orElse(new Disposal.Cheapest());
        }
        return switch (text.value()) {
            case "cheapest" -> new Disposal.Cheapest();
            case "nearest" -> new Disposal.Nearest();
            default ->
                fields.id("disposal", Kind.ACTOR)
                        .<Disposal>map(Disposal.At::new)
                        .orElse(new Disposal.Cheapest());
        };
    }

    private static Disposal outside(Fields fields) {
        Disposal outside = new Disposal.Outside(
                fields.requiredNumber("fee", Measure.FEE),
                fields.number("tax", Measure.PRICE, 0),
                fields.number("ghg", Measure.GHG, 0),
                fields.number("distance", Measure.DISTANCE, 0));
        fields.done();
        return outside;
    }

    /** The fleet or mode at {@code by}, the word for the haulier with trucks, or empty where it is not said. */
    static String by(Fields fields) {
        Optional<String> by = fields.text("by");
        if (by.isEmpty()) {
            return "";
        }
        boolean haulier = by.get().equals(Haulage.HAULIER) || by.get().equals(Haulage.TRUCK);
        return haulier ? Haulage.HAULIER : fields.id("by", Kind.CARRIER).orElse("");
    }
}
