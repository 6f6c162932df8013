package org.circlab.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.circlab.experiment.sensitivity.MorrisDesign.ElementaryEffects;
import org.circlab.experiment.sensitivity.Response;
import org.circlab.experiment.sensitivity.SobolIndices;
import org.circlab.score.Estimate;

/** Sensitivities as CSV: a row for each indicator and factor. */
public final class SensitivityTables {

    private final CsvRows rows;

    private SensitivityTables(Appendable to) {
        this.rows = new CsvRows(to);
    }

    /**
     * Shares of variance.
     *
     * @param indices one for each response
     * @throws IOException if {@code to} fails
     */
    public static void shares(Appendable to, List<Response> responses, List<String> paths, List<SobolIndices> indices)
            throws IOException {
        SensitivityTables table = new SensitivityTables(to);
        table.rows.header(
                "indicator",
                "unit",
                "of",
                "variant",
                "factor",
                "first",
                "first_low95",
                "first_high95",
                "total",
                "total_low95",
                "total_high95",
                "variance",
                "samples");
        for (int r = 0; r < responses.size(); r++) {
            for (int i = 0; i < paths.size(); i++) {
                SobolIndices.OfFactor factor = indices.get(r).factors().get(i);
                table.begin(responses.get(r), paths.get(i));
                table.share(factor.first());
                table.share(factor.total());
                table.rows
                        .value(indices.get(r).variance())
                        .whole(indices.get(r).samples())
                        .end();
            }
        }
    }

    /**
     * Elementary effects.
     *
     * @param effects one for each factor, for each response
     * @throws IOException if {@code to} fails
     */
    public static void effects(
            Appendable to, List<Response> responses, List<String> paths, List<List<ElementaryEffects>> effects)
            throws IOException {
        SensitivityTables table = new SensitivityTables(to);
        table.rows.header(
                "indicator",
                "unit",
                "of",
                "variant",
                "factor",
                "mu",
                "mu_low95",
                "mu_high95",
                "mu_star",
                "mu_star_low95",
                "mu_star_high95",
                "sigma",
                "effects");
        for (int r = 0; r < responses.size(); r++) {
            for (int i = 0; i < paths.size(); i++) {
                ElementaryEffects effect = effects.get(r).get(i);
                table.begin(responses.get(r), paths.get(i));
                table.estimate(effect.mean());
                table.estimate(effect.size());
                table.rows.value(effect.deviation()).whole(effect.steps()).end();
            }
        }
    }

    private void begin(Response response, String path) throws IOException {
        rows.text(response.indicator().id())
                .text(response.indicator().unit())
                .text(response.subject().name().toLowerCase(Locale.ROOT))
                .text(response.variant())
                .text(path);
    }

    private void share(SobolIndices.Share share) throws IOException {
        rows.value(share.value()).value(share.low95()).value(share.high95());
    }

    private void estimate(Estimate estimate) throws IOException {
        rows.value(estimate.mean()).value(estimate.low95()).value(estimate.high95());
    }
}
