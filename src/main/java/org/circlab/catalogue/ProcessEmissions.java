package org.circlab.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a tonne of input to a process emits: the gases of the process itself, and those of the electricity and fuel that it uses.
 * Electricity counts as in the country of the lab, diesel as it burns.
 */
public final class ProcessEmissions {

    private static final String DIESEL = "desnz-fuel-diesel-average-biofuel-blend-litre";
    private static final int DECIMALS = 3;

    private ProcessEmissions() {}

    /**
     * The emission factor of a process; nothing where a gas or all of them are unknown, or the electricity of the country is.
     *
     * @param process an entry of the processes
     * @param country two letters; empty where it is not known
     * @param year whose electricity counts; of other years the last before it, or the first
     */
    public static Optional<Figure> of(Entry process, String country, int year) {
        List<Figure> gases = process.figures("emission");
        List<Figure> energies = process.figures("energy");
        boolean known = gases.stream().allMatch(gas -> gas.value().isPresent());
        if (!known || (gases.isEmpty() && energies.isEmpty())) {
            return Optional.empty();
        }
        if (gases.size() == 1 && energies.isEmpty()) {
            return Optional.of(gases.get(0));
        }
        BigDecimal sum = BigDecimal.ZERO;
        String latest = "";
        List<String> terms = new ArrayList<>();
        for (Figure gas : gases) {
            sum = sum.add(new BigDecimal(gas.typical()));
            terms.add(gas.typical() + " " + gas.what());
            latest = later(latest, gas.evidence().year());
        }
        for (Figure energy : energies) {
            Optional<Entry> factor = factor(energy, country, year);
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            Figure each = factor.get().value().orElseThrow();
            latest = later(latest, each.evidence().year());
            BigDecimal kilograms =
                    new BigDecimal(each.typical()).movePointLeft(each.unit().startsWith("g") ? 3 : 0);
            sum = sum.add(kilograms.multiply(new BigDecimal(energy.typical())));
            terms.add(energy.value().orElseThrow() + " " + energy.what() + " x "
                    + each.value().orElseThrow() + " (" + factor.get().id() + ")");
        }
        return Optional.of(figure(sum, String.join(" + ", terms), latest));
    }

    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Figure figure(BigDecimal sum, String terms, String year) {
        String value = sum.setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        Evidence evidence = new Evidence("computed", "computed, " + terms, "", year, Verification.COMPUTED);
        return new Figure("emission", "ghg", "", value, "", "kgCO2e/t", evidence, "= " + terms);
    }

    private static Optional<Entry> factor(Figure energy, String country, int year) {
        return energy.what().equals("electricity")
                ? electricity(country, year)
                : Catalogue.bundled().find(Section.FACTORS, DIESEL);
    }

    /** The electricity of a country: of the last year that is not after {@code year}, or the first that is known. */
    static Optional<Entry> electricity(String country, int year) {
        String start = "grid-" + country.toLowerCase(Locale.ROOT) + "-";
        List<Entry> years = Catalogue.bundled().entries(Section.FACTORS).stream()
                .filter(entry -> entry.id().startsWith(start))
                .toList();
        return years.stream()
                .filter(entry -> Integer.parseInt(entry.evidence().year()) <= year)
                .reduce((earlier, later) -> later)
                .or(() -> years.stream().findFirst());
    }
}
