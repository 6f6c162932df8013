package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the servers of every lab, seen from the trace of its events alone. */
class ServerLawsTest {

    private static final Pattern SERVER = Pattern.compile("(.*): line ([^#,]*)(?:#(\\d+))?(?:, (.*) t of .*)?");

    private static final Set<String> EVENTS =
            Set.of("service-ends", "line-breaks-down", "line-is-repaired", "blocked-line-offers");

    /** Kinds of cases that came up. */
    private enum Came {
        SEVERAL_SERVERS,
        WITH_HOURS,
        INTERRUPTED,
        BLOCKED
    }

    /** The services of one server, one after the other. */
    private static final class Watched {
        private final Line line;
        private final WorkingTime hours;
        /** From when it could serve the lot at hand. */
        private long freeSince;

        /** Working time since then for which it was broken. */
        private long brokenMillis;

        private long brokenSince = -1;

        Watched(Line line, Horizon horizon) {
            this.line = line;
            this.hours = WorkingTime.of(line.hours(), horizon);
            this.freeSince = horizon.millisAt(horizon.warmUpStart());
        }

        void breaks(long now) {
            brokenSince = now;
        }

        void isRepaired(long now) {
            brokenMillis += hours.between(Math.max(brokenSince, freeSince), now);
            brokenSince = -1;
        }

        /**
         * Capacity over any window: from the end of one service to that of the next the server has worked, unbroken and in its
         * hours, for as long as the lot takes at its rate.
         */
        void serves(long now, double tonnes) {
            assertThat(brokenSince).as("broken since").isEqualTo(-1);
            assertThat(hours.isOpen(now - 1)).as("at work").isTrue();
            if (line.service() instanceof Spread.None) {
                double taken =
                        tonnes / line.capacityTonnesPerDay().steps().get(0).value() * Horizon.DAY_MILLIS;
                assertThat(hours.between(freeSince, now) - brokenMillis).isGreaterThanOrEqualTo((long) taken);
            }
            freeSince = now;
            brokenMillis = 0;
        }
    }

    private static Set<Came> watch(long seed) {
        Lab lab = RandomLabs.calm(seed).lab();
        Map<String, Line> lines = lab.actors().stream()
                .flatMap(actor -> actor.lines().stream().map(line -> Map.entry(actor.id() + " " + line.id(), line)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, Watched> servers = new HashMap<>();
        Set<Came> came = new HashSet<>();
        Replication.run(
                CompiledLab.of(lab),
                seed,
                0,
                FlowSink.NONE,
                (kernel, ledger, view) -> kernel.trace((millis, sequence, type, subject, payload) -> {
                    Matcher named = SERVER.matcher(view.about(type, subject, payload));
                    if (!EVENTS.contains(type.name()) || !named.matches()) {
                        return;
                    }
                    Line line = Objects.requireNonNull(lines.get(named.group(1) + " " + named.group(2)));
                    int place = named.group(3) == null ? 0 : Integer.parseInt(named.group(3));
                    assertThat(place).as("server").isLessThan(line.parallel());
                    Watched server = servers.computeIfAbsent(
                            named.group(1) + " " + named.group(2) + " " + place,
                            any -> new Watched(line, lab.horizon()));
                    switch (type.name()) {
                        case "line-breaks-down" -> server.breaks(millis);
                        case "line-is-repaired" -> server.isRepaired(millis);
                        case "service-ends" -> {
                            came.addAll(kinds(server, place));
                            server.serves(millis, Double.parseDouble(named.group(4)));
                        }
                        default -> came.add(Came.BLOCKED);
                    }
                }));
        return came;
    }

    private static Set<Came> kinds(Watched server, int place) {
        Set<Came> kinds = new HashSet<>();
        if (place > 0) {
            kinds.add(Came.SEVERAL_SERVERS);
        }
        if (server.line.hours() != null) {
            kinds.add(Came.WITH_HOURS);
        }
        if (server.brokenMillis > 0) {
            kinds.add(Came.INTERRUPTED);
        }
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("org.circlab.simulation.LabLawsTest#handfuls")
    void serversServeInTheirHoursUnbrokenOneLotAtATimeAndNoFasterThanTheyCan(long first) {
        LabLawsTest.each(first, ServerLawsTest::watch);
    }

    @Test
    void theLabsHaveAllThisInThem() {
        Map<Came, Integer> labs = new HashMap<>();
        for (long seed = 0; seed < 60; seed++) {
            watch(seed).forEach(kind -> labs.merge(kind, 1, Integer::sum));
        }
        assertThat(labs).containsOnlyKeys(Came.values());
        assertThat(labs).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(5));
    }
}
