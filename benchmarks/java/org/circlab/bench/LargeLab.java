package org.circlab.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the scenario of a region as large as the program is made for: {@code LargeLab FILE.yaml [ACTORS [YEARS]]}. Donors of
 * ten wastes, lines and needs that take them and landfills lie around the towns of the Adriatic and Ionian region; every line
 * or need is a candidate for every donor of what it takes. The same arguments give the same file.
 */
public final class LargeLab {

    private static final int WASTES = 10;
    private static final double[][] TOWNS = {
        {44.22, 12.04}, {46.36, 15.11}, {46.05, 14.51}, {45.81, 15.98}, {43.51, 16.44}, {43.86, 18.41},
        {44.79, 20.45}, {42.44, 19.26}, {41.33, 19.82}, {40.64, 22.94}, {39.62, 19.92}, {43.62, 13.52},
    };

    private final PrintWriter to;
    private final int actors;
    private final Random random = new Random(20250101);

    private LargeLab(PrintWriter to, int actors) {
        this.to = to;
        this.actors = actors;
    }

    /** Writes the file. */
    public static void main(String[] args) throws IOException {
        int actors = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int years = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        write(Path.of(args[0]), actors, years);
    }

    /**
     * Writes the scenario: 88 % of the actors are donors, 10 % have a line, 2 % a need for either of two wastes, and one of 500
     * is a landfill; so 10 000 actors make a million pairs.
     *
     * @param actors at least 500
     */
    static void write(Path file, int actors, int years) throws IOException {
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            new LargeLab(to, actors).write(years);
        }
    }

    private void write(int years) {
        line("circlab: 1");
        line("id: large");
        line("name: Region of %d actors", actors);
        line("horizon: { start: 2025-01-01, length: %d yr }", years);
        line("materials:");
        for (int waste = 0; waste < WASTES; waste++) {
            line("  waste-%d: { name: Waste %d, code: \"19 12 %02d\" }", waste, waste, waste % 5 + 1);
            line("  product-%d: { name: Product %d }", waste, waste);
        }
        line("  rest: { name: Rest of processing, code: \"19 12 12\" }");
        line("seasons:");
        line("  building: { weights: [0.6, 0.7, 0.9, 1.1, 1.2, 1.2, 1.2, 1.1, 1.1, 1.1, 1, 0.8] }");
        line("processes:");
        for (int waste = 0; waste < WASTES; waste++) {
            line("  recycling-%d:", waste);
            line("    operation: R5");
            line("    takes: [waste-%d]", waste);
            line("    yields:");
            line("      product-%d: { share: 90 %%, market: { price: 8 EUR/t, avoids: 20 kgCO2e/t } }", waste);
            line("      rest: { share: 10 %%, ships: 20 t }");
            line("    cost: %d EUR/t", 5 + waste);
            line("    ghg: 6 kgCO2e/t");
        }
        line("actors:");
        int landfills = actors / 500;
        int needs = actors * 15 / 1000;
        int lines = actors * 88 / 1000;
        for (int i = 0; i < actors; i++) {
            line("  a%05d:", i);
            place();
            if (i < landfills) {
                landfill();
            } else if (i < landfills + needs) {
                need(i);
            } else if (i < landfills + needs + lines) {
                processing(i);
            } else {
                donor(i);
            }
        }
        line(
                "haulage: { truck: { payload: 24 t, cost: 0.09 EUR/tkm, speed: 60 km/h, detour: 1.3, ghg: 0.095 kgCO2e/tkm } }");
        line("policy:");
        line("  landfill-tax: { 2025-01-01: 15 EUR/t, 2028-01-01: 25 EUR/t }");
        line("  carbon-price: 70 EUR/tCO2e");
        line("exchange: { rule: cheapest, every: 1 wk }");
        line("variants:");
        line("  exchange: { name: Exchange }");
    }

    private void place() {
        double[] town = TOWNS[random.nextInt(TOWNS.length)];
        line("    at: [%.4f, %.4f]", town[0] + 0.3 * random.nextGaussian(), town[1] + 0.4 * random.nextGaussian());
    }

    private void landfill() {
        line("    disposes:");
        line("      cell:");
        line("        accepts: [rest%s]", wastes());
        line("        operation: D1");
        line("        fee: %d EUR/t", 30 + random.nextInt(40));
        line("        taxed: yes");
        line("        ghg: 5 kgCO2e/t");
    }

    private static String wastes() {
        StringBuilder list = new StringBuilder();
        for (int waste = 0; waste < WASTES; waste++) {
            list.append(", waste-").append(waste);
        }
        return list.toString();
    }

    private void need(int number) {
        line("    needs:");
        line("      aggregate:");
        line("        mean: %d kt/yr", 5 + random.nextInt(20));
        line("        every: 1 d");
        line("        virgin: { price: 14 EUR/t, ghg: 5 kgCO2e/t }");
        line("        accepts:");
        for (int i = 0; i < 2; i++) {
            int fee = random.nextInt(8) - 2;
            line("          waste-%d: { ratio: 0.9, gate-fee: %d EUR/t }", (number + i) % WASTES, fee);
        }
        line("        store: %d t", 500 + random.nextInt(1000));
        line("        operation: R5");
    }

    /** A line; the fees of one in twenty step at the beginning of each quarter of the first year. */
    private void processing(int number) {
        line("    runs:");
        line("      line:");
        line("        process: recycling-%d", number % WASTES);
        line("        capacity: %d t/d", 10 + random.nextInt(30));
        line("        service: { lognormal: { cv: 20 %% } }");
        line("        store: %d t", 300 + random.nextInt(500));
        int fee = 5 + random.nextInt(25);
        if (number % 20 == 0) {
            line(
                    "        gate-fee: { 2025-01-01: %d EUR/t, 2025-04-01: %d EUR/t, 2025-07-01: %d EUR/t }",
                    fee, fee + 2, fee + 3);
        } else {
            line("        gate-fee: %d EUR/t", fee);
        }
    }

    private void donor(int number) {
        line("    generates:");
        line("      waste-%d:", number % WASTES);
        line("        mean: %d t/yr", 200 + random.nextInt(3000));
        line("        every: { mean: %d d, spread: exponential }", 5 + random.nextInt(10));
        line("        spread: { gamma: { cv: 50 %% } }");
        if (number % 2 == 0) {
            line("        season: building");
        }
        if (number % 5 == 0) {
            line("    stores:");
            line("      waste-%d: { capacity: %d t, keeps: 60 d }", number % WASTES, 150 + random.nextInt(150));
        }
    }

    private void line(String format, Object... values) {
        to.print(String.format(Locale.ROOT, format, values));
        to.print('\n');
    }
}
