package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.experiment.search.Scale;
import org.circlab.model.Borders;
import org.circlab.model.Horizon;
import org.circlab.model.Interventions;
import org.circlab.model.Limit;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.circlab.model.Substances;
import org.circlab.network.Gate;

/** What can be changed about gates of law, distance and quality. */
final class LawLevers {

    private static final double MILLIGRAMS_PER_KILOGRAM = 1e6;
    private static final double SMALL_SHARE = 1e-4;

    private LawLevers() {}

    /** The levers of a gate that is closed for good. */
    static List<Lever> at(Gate gate, Pair pair) {
        return switch (gate) {
            case PERMIT -> permits(pair);
            case HAZARDOUS ->
                List.of(Lever.ofWords(Dimension.PERMIT, pair.receiverPath() + ".permits.hazardous", "no", "yes"));
            case STATUS -> status(pair);
            case BORDER -> border(pair);
            case DISTANCE -> distance(pair);
            default -> List.of();
        };
    }

    /** The code, else the operation, else both. */
    private static List<Lever> permits(Pair pair) {
        Permits permits = pair.receiver().permits();
        Operation operation = pair.inlet().operation();
        String path = pair.receiverPath() + ".permits";
        String codes = list(quoted(permits.codes()));
        String operations = list(codesOf(permits.operations()));
        String moreCodes = list(quoted(with(permits.codes(), pair.material().lowCode())));
        Collection<Operation> all = new ArrayList<>(permits.operations());
        if (operation != null) {
            all.add(operation);
        }
        String moreOperations = list(codesOf(all));
        return List.of(
                Lever.ofWords(Dimension.PERMIT, path + ".codes", codes, moreCodes),
                Lever.ofWords(Dimension.PERMIT, path + ".operations", operations, moreOperations),
                Lever.ofWords(
                        Dimension.PERMIT,
                        path,
                        "{ codes: " + codes + ", operations: " + operations + " }",
                        "{ codes: " + moreCodes + ", operations: " + moreOperations + " }"));
    }

    private static Collection<String> with(Collection<String> codes, String code) {
        return Stream.concat(codes.stream(), Stream.of(code)).toList();
    }

    private static Collection<String> quoted(Collection<String> codes) {
        return new TreeSet<>(codes).stream().map(code -> '"' + code + '"').toList();
    }

    private static Collection<String> codesOf(Collection<Operation> operations) {
        return Arrays.stream(Operation.values())
                .filter(operations::contains)
                .map(Operation::code)
                .toList();
    }

    private static String list(Collection<String> words) {
        return words.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<Lever> status(Pair pair) {
        List<String> now = words(pair.receiver().permits().statuses());
        List<Material.Status> more = new ArrayList<>(pair.receiver().permits().statuses());
        more.add(pair.material().status());
        return List.of(
                Lever.ofWords(Dimension.PERMIT, pair.receiverPath() + ".permits.status", list(now), list(words(more))));
    }

    private static List<String> words(Collection<Material.Status> statuses) {
        return Arrays.stream(Material.Status.values())
                .filter(statuses::contains)
                .map(Material.Status::word)
                .toList();
    }

    /** A free border, or a shorter notice; borders are for waste. */
    static List<Lever> border(Pair pair) {
        if (!pair.material().isWaste()) {
            return List.of();
        }
        String from = pair.lab().countryOf(pair.donor());
        String to = pair.lab().countryOf(pair.receiver());
        Borders.Rule rule = pair.lab().policy().borders().between(from, to);
        String path = "policy.borders." + from + "-" + to;
        if (rule.isClosed()) {
            return List.of(Lever.ofWords(Dimension.BORDER, path, "ban", "free"));
        }
        double days = rule.noticeMillis() / (double) Horizon.DAY_MILLIS;
        boolean waits = pair.network().noticeMillis(pair.outlet(), pair.inlet()) > 0;
        return waits
                ? List.of(Lever.ofNumbers(
                        Dimension.BORDER, path, new Scale(days, 0, days / 16, true, "{ notice: %s d }")))
                : List.of();
    }

    private static List<Lever> distance(Pair pair) {
        double within = pair.inlet().line() != null
                ? pair.inlet().line().withinKilometres()
                : pair.accepted().withinKilometres();
        OptionalDouble way = pair.network().distance(pair.outlet(), pair.inlet());
        return way.isEmpty()
                ? List.of()
                : List.of(Lever.ofNumbers(
                        Dimension.DISTANCE,
                        pair.takingPath() + ".within",
                        new Scale(within, Math.ceil(way.getAsDouble()), way.getAsDouble() - within, true, "km")));
    }

    /** Bans that are lifted, each of those that concern the way. */
    static List<Lever> bans(Pair pair) {
        return pair.lab().policy().interventions().bans().stream()
                .filter(ban -> pair.isWithin(ban.scope()))
                .map(ban -> Lever.ofWords(Dimension.BAN, "policy.bans." + ban.id(), term(ban), "null"))
                .toList();
    }

    private static String term(Interventions.Ban ban) {
        String from = ban.from() == null ? "" : " from " + ban.from();
        String until = ban.until() == null ? "" : " until " + ban.until();
        return "in force" + from + until;
    }

    /** The limits of a receiver on what it takes. */
    static List<Lever> limits(Pair pair) {
        List<Limit> limits = pair.lab().substances().limits().getOrDefault(pair.part(), List.of());
        return limits.stream().map(limit -> limit(pair, limit)).toList();
    }

    private static Lever limit(Pair pair, Limit limit) {
        String path = pair.inletPath() + ".limits." + limit.of() + (limit.atLeast() ? ".least" : ".most");
        boolean isHeat = limit.of().equals(Substances.HEATING_VALUE);
        boolean isSmall = !isHeat && limit.value() < SMALL_SHARE;
        double factor = isHeat ? 1 : isSmall ? MILLIGRAMS_PER_KILOGRAM : 100;
        String unit = isHeat ? "GJ/t" : isSmall ? "mg/kg" : "%";
        double now = limit.value() * factor;
        double furthest = limit.atLeast() ? 0 : isHeat ? 100 : factor;
        double step = Double.isFinite(pair.margin()) && pair.margin() > 0 ? pair.margin() * now : now / 20;
        return Lever.ofNumbers(
                Dimension.LIMIT, path, new Scale(now, furthest, step > 0 ? step : furthest / 1000, true, unit));
    }
}
