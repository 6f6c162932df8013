package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.circlab.kernel.EventType;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.quantity.Mass;
import org.junit.jupiter.api.Test;

/** What events are said to be about is what their facts then say. */
class TopicsTest {

    private static final int LABS = 60;

    /** Compares each fact with what was said of the event that brings it about. */
    private static final class Witness implements FactListener {

        private final Chart chart;
        private final Set<String> seen;
        /** Whether the window opens or closes now: no event books what has gathered of loads by then. */
        private final BooleanSupplier settling;

        private String name = "";
        private String about = "";

        Witness(Chart chart, Set<String> seen, BooleanSupplier settling) {
            this.settling = settling;
            this.chart = chart;
            this.seen = seen;
        }

        void event(EventType type, String topic) {
            assertThat(topic).as(type.name()).isNotBlank();
            name = type.name();
            about = topic;
            seen.add(name);
        }

        @Override
        public void fact(FactKind kind, int from, int to, int subject, long amount) {
            String first = chart.parties().get(from);
            switch (kind) {
                case GENERATED, WITHHELD -> {
                    // Streams that flow are also booked when the window opens and closes, and when an event shuts them.
                    if (!settling.getAsBoolean() && !name.equals("events-take-effect")) {
                        String stream = first + ": " + kind.subject(chart, subject);
                        assertThat(name.equals("event-adds") ? about.substring(0, about.indexOf(", ")) : about)
                                .isEqualTo(stream);
                    }
                }
                case RECEIVED ->
                    assertThat(about).startsWith(chart.parties().get(to)).endsWith(mass(subject, amount));
                case PROCESSED, PRODUCED -> {
                    // Room in one store lets all lines go on that can by now, each in its turn.
                    if (name.equals("store-has-room")) {
                        assertThat(about).contains(": store of ");
                    } else {
                        assertThat(about).startsWith(first + ": line ");
                    }
                }
                case CONSUMED -> assertThat(about).startsWith(first + ": need of ");
                case SHIPPED -> {
                    if (Set.of("lot-expires", "batch-arises", "event-adds").contains(name)) {
                        assertThat(about).startsWith(first + ": ");
                    } else if (name.equals("loading-begins")) {
                        assertThat(about).startsWith(chart.parties().get(to)).endsWith(mass(subject, amount));
                    }
                }
                case DRAWN, LOST, DISPOSED, SOLD, PAID, EMITTED -> {}
            }
        }

        private String mass(int material, long grams) {
            return ", " + Mass.tonnes(grams) + " t of " + chart.materials().get(material);
        }

        @Override
        public void windowOpens() {
            name = "";
            about = "";
        }
    }

    @Test
    void topicsAgreeWithTheFactsOfEveryLab() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < LABS; seed++) {
            CompiledLab lab = CompiledLab.of(RandomLabs.of(seed).lab());
            long end = lab.lab().horizon().lengthMillis();
            Replication.run(lab, seed, 1, FlowSink.NONE, (kernel, ledger, view) -> {
                Witness witness = new Witness(lab.chart(), seen, () -> kernel.now() == 0 || kernel.now() == end);
                ledger.listen(witness);
                kernel.trace((millis, sequence, type, subject, payload) ->
                        witness.event(type, view.about(type, subject, payload)));
                EventType own = kernel.define("look", Observer.PRIORITY, (subject, payload) -> {});
                assertThat(view.about(own, 0, 0)).isEmpty();
            });
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "batch-arises",
                        "blocked-line-offers",
                        "calendar-turns",
                        "consignment-arrives",
                        "contract-begins",
                        "contract-ends",
                        "contract-is-broken",
                        "contract-year-ends",
                        "event-adds",
                        "event-begins",
                        "event-ends",
                        "events-take-effect",
                        "line-breaks-down",
                        "line-is-repaired",
                        "loading-begins",
                        "lot-expires",
                        "need-draws",
                        "parties-compare",
                        "room-is-offered",
                        "round-clears",
                        "service-ends",
                        "store-has-room",
                        "truck-is-back",
                        "trust-changes");
    }
}
