package org.circlab.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Year;
import org.circlab.model.Borders;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.score.TargetClock.Binding;
import org.circlab.score.TargetYear.Standing;

/** Dated targets of the law against the rates of a lab, year by year over its replications. */
public final class ComplianceClock {

    /** Rates by the direction and the stream of targets. */
    private static final Map<String, LegalRate> RATES = Map.of(
            "at least municipal waste", LegalRates.MUNICIPAL_RECYCLING,
            "at most municipal waste", LegalRates.MUNICIPAL_LANDFILLED,
            "at least construction & demolition", LegalRates.DEMOLITION_RECOVERY,
            "at least packaging: all packaging", LegalRates.packagingRecycling("15 01"),
            "at least packaging: paper and cardboard", LegalRates.packagingRecycling("15 01 01"),
            "at least packaging: plastic", LegalRates.packagingRecycling("15 01 02"),
            "at least packaging: wood", LegalRates.packagingRecycling("15 01 03"),
            "at least packaging: glass", LegalRates.packagingRecycling("15 01 07"));

    /** Why other targets have no rate, by how the stream begins; the first that fits holds. */
    private static final Map<String, String> REASONS = reasons();

    private static final String ABSENT = "none of this waste arises in the lab";
    private static final String SORTED =
            "some of this waste is sorted or stored (R12, R13) in the lab first, and what comes out no longer tells its stream";

    private final Lab lab;
    private final List<Accounts> replications;
    private final List<DatedTarget> targets;

    private ComplianceClock(Replications run, List<DatedTarget> targets) {
        this.lab = run.lab();
        this.replications = run.accounts();
        this.targets = targets;
    }

    /** Every target of the Union and of the lab's country, in the order of the catalogue. */
    public static List<TargetClock> of(Replications run) {
        String country = run.lab().region().country();
        List<DatedTarget> targets = DatedTarget.all().stream()
                .filter(target -> target.country().isEmpty() || target.country().equals(country))
                .toList();
        ComplianceClock clock = new ComplianceClock(run, targets);
        return targets.stream().map(clock::clock).toList();
    }

    private TargetClock clock(DatedTarget target) {
        LegalRate rate = RATES.get(target.direction() + " " + target.stream());
        if (rate == null || target.percent().isEmpty()) {
            return untold(target, List.of(), reason(target));
        }
        List<String> codes = codes(rate);
        if (codes.isEmpty()) {
            return untold(target, codes, ABSENT);
        }
        boolean sorted = replications.stream().anyMatch(run -> rate.isSorted(Codes.of(lab, run.chart()), run.years()));
        return sorted
                ? untold(target, codes, SORTED)
                : new TargetClock(target, binding(), codes, years(target, rate), "");
    }

    private TargetClock untold(DatedTarget target, List<String> codes, String reason) {
        return new TargetClock(target, binding(), codes, List.of(), reason);
    }

    private Binding binding() {
        String country = lab.region().country();
        if (country.isEmpty()) {
            return Binding.UNKNOWN;
        }
        return Borders.bloc(country).equals("EU") ? Binding.BINDS : Binding.REFERENCE;
    }

    /** Codes of what arises of the stream in any replication. */
    private List<String> codes(LegalRate rate) {
        TreeSet<String> found = new TreeSet<>();
        for (Accounts run : replications) {
            Codes codes = Codes.of(lab, run.chart());
            run.arisings().stream()
                    .filter(arisen -> arisen.grams() > 0 && rate.stream().test(codes, arisen.material()))
                    .forEach(arisen -> found.add(codes.code(arisen.material())));
        }
        return List.copyOf(found);
    }

    private List<TargetYear> years(DatedTarget target, LegalRate rate) {
        Horizon horizon = lab.horizon();
        return IntStream.rangeClosed(
                        horizon.start().getYear(), horizon.end().minusDays(1).getYear())
                .mapToObj(year -> year(target, rate, year))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TargetYear> year(DatedTarget target, LegalRate rate, int number) {
        List<Double> rates = new ArrayList<>();
        for (Accounts run : replications) {
            Codes codes = Codes.of(lab, run.chart());
            for (Year year : run.years()) {
                long arisen = rate.arisenGrams(codes, year);
                if (year.number() == number && arisen > 0) {
                    rates.add(100.0 * rate.receivedGrams(codes, year) / arisen);
                }
            }
        }
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        int met = (int) rates.stream().filter(target::isMetBy).count();
        return Optional.of(new TargetYear(
                number,
                share(number),
                standing(target, number),
                Estimate.of(rates.stream().mapToDouble(Double::doubleValue).toArray()),
                new Proportion(met, rates.size())));
    }

    /** How much of a year lies in the window. */
    private double share(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate next = first.plusYears(1);
        LocalDate from = first.isBefore(lab.horizon().start()) ? lab.horizon().start() : first;
        LocalDate to = next.isAfter(lab.horizon().end()) ? lab.horizon().end() : next;
        return (double) ChronoUnit.DAYS.between(from, to) / ChronoUnit.DAYS.between(first, next);
    }

    private Standing standing(DatedTarget target, int year) {
        List<Integer> dates = targets.stream()
                .filter(target::isOfTheKindOf)
                .map(DatedTarget::year)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (target.year() <= year) {
            return dates.stream().anyMatch(date -> date <= year && date > target.year())
                    ? Standing.SUPERSEDED
                    : Standing.IN_FORCE;
        }
        return dates.stream().anyMatch(date -> date > year && date < target.year()) ? Standing.LATER : Standing.NEXT;
    }

    private static String reason(DatedTarget target) {
        if (target.percent().isEmpty()) {
            return "an obligation without a number";
        }
        return REASONS.entrySet().stream()
                .filter(entry -> target.stream().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("no rate of it is reckoned");
    }

    private static Map<String, String> reasons() {
        String market = "what was placed on the market in the years before is no account of the lab";
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(
                "WEEE category",
                "what counts is what leaves proper treatment, and the codes of fractions no longer tell the category");
        reasons.put("WEEE", market);
        reasons.put("batteries: portable", market);
        reasons.put("batteries: light", market);
        reasons.put("batteries", "what counts is the output of recycling batteries, which codes do not tell");
        reasons.put("single-use", market);
        reasons.put("packaging", "code 15 01 04 does not tell steel from aluminium");
        reasons.put("biodegradable", "the waste generated in 1995 is not known here");
        reasons.put("food waste", "the food waste of the years 2021 to 2023 is not known here");
        reasons.put(
                "end-of-life vehicles", "what counts is the mass of whole vehicles, which codes of parts do not tell");
        reasons.put("strategic", "a target of the Union as a whole");
        reasons.put("DE ", "the systems of packaging that it binds are not in the lab");
        return reasons;
    }
}
