package org.circlab.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the scenario of a market that is cleared round by round: {@code MarketLab FILE.yaml [DONORS [RECEIVERS [MATERIALS [YEARS]]]]}.
 * Each donor has one of the materials and each receiver needs one, so that each donor has RECEIVERS / MATERIALS candidates;
 * together they offer a little more than is needed. The same arguments give the same file.
 */
public final class MarketLab {

    private final PrintWriter to;
    private final Random random = new Random(20250101);

    private MarketLab(PrintWriter to) {
        this.to = to;
    }

    /** Writes the file. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), number(args, 1, 1000), number(args, 2, 1000), number(args, 3, 20), number(args, 4, 10));
    }

    private static int number(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }

    private static void write(Path file, int donors, int receivers, int materials, int years) throws IOException {
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            new MarketLab(to).write(donors, receivers, materials, years);
        }
    }

    private void write(int donors, int receivers, int materials, int years) {
        line("circlab: 1");
        line("id: market");
        line("name: Market of %d donors, %d receivers and %d materials", donors, receivers, materials);
        line("horizon: { start: 2025-01-01, length: %d yr }", years);
        line("materials:");
        for (int material = 0; material < materials; material++) {
            line("  m%02d: { code: \"19 12 %02d\" }", material, material % 5 + 1);
        }
        line("actors:");
        for (int donor = 0; donor < donors; donor++) {
            line("  d%05d:", donor);
            place();
            line(
                    "    generates: { m%02d: { mean: %d t/yr, every: 1 wk, spread: { gamma: { cv: 30 %% } } } }",
                    donor % materials, 2000 + random.nextInt(8000));
            line(
                    "    stores: { m%02d: { capacity: %d t, keeps: 60 d } }",
                    donor % materials, 100 + random.nextInt(400));
        }
        for (int receiver = 0; receiver < receivers; receiver++) {
            line("  r%05d:", receiver);
            place();
            line(
                    "    needs: { n%02d: { mean: %d t/yr, every: 1 wk, virgin: { price: %d EUR/t }, accepts: { m%02d: { ratio: 0.9 } } } }",
                    receiver % materials, 2000 + random.nextInt(6000), 20 + random.nextInt(60), receiver % materials);
        }
        line("  tip:");
        place();
        StringBuilder all = new StringBuilder();
        for (int material = 0; material < materials; material++) {
            all.append(material == 0 ? "" : ", ").append(String.format(Locale.ROOT, "m%02d", material));
        }
        line("    disposes: { cell: { accepts: [%s], operation: D1, fee: 60 EUR/t, cost: 60 EUR/t } }", all);
        line(
                "haulage: { truck: { payload: 24 t, cost: 0.09 EUR/tkm, speed: 60 km/h, detour: 1.3, ghg: 0.095 kgCO2e/tkm } }");
        line("policy: { landfill-tax: 15 EUR/t, carbon-price: 70 EUR/tCO2e }");
        line("exchange: { rule: optimal, every: 1 wk }");
        line("variants: { exchange: {} }");
    }

    private void place() {
        line("    at: [%.4f, %.4f]", 41 + 5 * random.nextDouble(), 14 + 8 * random.nextDouble());
    }

    private void line(String format, Object... values) {
        to.printf(Locale.ROOT, format + "%n", values);
    }
}
