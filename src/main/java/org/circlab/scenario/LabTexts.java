package org.circlab.scenario;

/** What findings about the lab as a whole mean, whose values are each as they should be. */
final class LabTexts {

    static final String NO_DISPOSAL_ROUTE =
            "A stream can become waste that nobody takes, and then has nowhere to go: no actor, or not the "
                    + "one named, has a disposal site that accepts the material as it is and is permitted to. Add it to a site "
                    + "under 'disposes', correct the site's 'limits', or give the stream a route out of the lab: disposal: { fee: 80 EUR/t, "
                    + "distance: 30 km }. The output of a process that has a market needs none.";

    static final String BANNED_WITHOUT_ROUTE =
            "Bans leave a stream without a place to go: on some day of the run no disposal site that may take the material is "
                    + "left. Give it another route, such as a site with another operation or 'disposal: { fee: 80 EUR/t }', "
                    + "or let the ban begin after the horizon.";

    static final String QUOTA_WITHOUT_ROUTE =
            "Every disposal site for a stream is under a quota without a penalty: the run ends where more has to be disposed of. "
                    + "Give the quota a 'penalty', or the stream another route.";

    static final String QUOTA_OF_NOTHING =
            "A quota allows 0 t and has no penalty, from some date or always. Write a ban, which says so: 'bans: { ash: "
                    + "{ operations: [landfill], from: 2028-01-01 } }'.";

    static final String CONTRACT_NOT_RECEIVED =
            "The receiver of a contract has no line, need or disposal site that takes the material.";

    static final String CONTRACT_NOT_GIVEN =
            "The donor of a contract never has the material: it neither generates it nor runs a line that "
                    + "yields it.";

    static final String BAD_TERM =
            "A contract ends before it begins, or on the same day. 'from' is the first day on which it is in force, 'until' the "
                    + "first on which it is no more.";

    static final String CONTRACT_OUTSIDE_HORIZON =
            "The term of a contract is over before the run begins, or begins when it is over, so nothing moves under it.";

    static final String CONTRACTS_OVERLAP =
            "Two contracts bind the same donor, receiver and material at the same time. Both volumes are delivered, that of the "
                    + "first id first, each at its own price; if one replaces the other, their terms must not overlap.";

    static final String CONTRACTS_EXCEED_ARISING =
            "The contracts of a donor promise more than twice as much of a material in a year as ever arises there on average. "
                    + "Most of it can never be delivered, and minimums will be paid for instead.";

    static final String CONTRACT_BEYOND_LIMITS =
            "What a contract promises is, as it arises, beyond a limit of every line, need and site of its receiver that takes "
                    + "the material, so nothing is ever delivered under it.";

    static final String CONTRACT_EXCEEDS_CAPACITY =
            "The minimum of a contract is more than its receiver can take of the material in a year, so the receiver will pay for "
                    + "the rest every year. Lines count with their largest capacity around the clock, needs with their largest "
                    + "mean.";

    static final String LOOP_WITHOUT_LOADS =
            "Processing lines feed each other in a circle and pass on every lot as it comes. Each service turns one "
                    + "lot into several smaller ones, so a run may become slow; outputs that are gathered to loads "
                    + "('ships:') keep their number down.";

    static final String CIRCLE_GAINS =
            "Materials that lines make of each other, or that stand for each other in needs, come back to where they began as "
                    + "more than they were. Ratios that do so contradict each other, and what is substituted would be counted "
                    + "as more than there is; lines that do so grow with each round by what they add, without end.";

    static final String CONTRACT_NOT_PERMITTED =
            "The receiver of a contract has a line, a need or a site that takes the material, but its permits "
                    + "do not cover it, or a rule of 'policy.borders' bans waste from the donor's country; what is not "
                    + "permitted cannot be delivered.";

    static final String CONTRACT_NOT_STANDING =
            "A contract is said to exist, but its receiver takes the material only in lines that do not "
                    + "exist yet. Business as usual leaves such a contract out.";

    static final String STORE_WITHOUT_MATERIAL =
            "A store is for outgoing material, which the actor generates or one of its lines yields; this "
                    + "actor never has it. Room for incoming material belongs to the line or need that takes it "
                    + "('store:').";

    static final String STORE_BELOW_BATCH =
            "A store holds less than one mean batch or load, so that part of each overflows at once or, where the store "
                    + "blocks, never arises. Maybe the unit of its capacity is wrong.";

    static final String STORE_NEVER_EMPTIED =
            "A store that blocks has no way out: what it holds keeps for good, no contract takes it, and no line or need of "
                    + "the lab takes it and is permitted to. Once the store is full its stream brings nothing more, or its "
                    + "line stands, until the end.";

    static final String CALENDAR_NEVER_OPEN =
            "No shift of a working calendar lies in the run, since holidays take the place of all of them or the run is "
                    + "shorter than a week. What works by it stands still all the time, and a stream or need brings or draws "
                    + "nothing, whatever its mean.";

    static final String NO_PLACE =
            "An actor has no place ('at:') and the table of distances does not say how far it is from all "
                    + "with whom it can exchange, by the mode of what is carried or by road.";

    static final String NOT_TIME_VARYING =
            "An event sets or scales something that cannot change in time. Events change means, batches, capacities, fees, "
                    + "prices, taxes and the cost of haulage, by their paths as in the scenario: "
                    + "actors.tes.generates.fly-ash.mean. To change anything else, use a variant.";

    static final String UNKNOWN_TARGET =
            "An event acts on an actor, stream, line, need, site, contract or market that the variant does not have. Where a "
                    + "variant takes away what an event of the lab acts on, it changes or deletes the event too.";

    static final String CANNOT_CLOSE =
            "An event closes actors, what they generate, run, need and dispose of, and contracts, each by its path in the "
                    + "scenario: actors.anhovo.runs.grinding. Nothing else can be closed.";

    static final String EVENT_WITHOUT_CHANGE =
            "An event says when it happens but not what it does. It sets values, scales them, or closes parts of the lab.";

    static final String EVENT_OUTSIDE_HORIZON =
            "An event begins after the end of the horizon, or ends before its warm-up, and changes nothing in this run.";

    static final String IDLE_ACTOR =
            "An actor takes part in nothing: it generates, needs, processes and disposes of nothing and has "
                    + "no contract or fleet.";

    static final String NOTHING_TO_TAKE =
            "No actor of the lab ever has any of the materials that a line or need takes, so it will stand " + "idle.";

    static final String PERMITS_FORBID_ALL =
            "The permits of an actor forbid all the materials that one of its lines, needs or sites takes "
                    + "and somebody has: their codes or the operation are missing in 'permits'.";

    static final String CODE_MATCHES_NOTHING =
            "A disposal site accepts a code of the List of Waste that no material of the lab has.";

    static final String PREFERRED_IN_VAIN =
            "An actor or stream prefers a receiver none of whose lines and needs takes, or is permitted to take, what it "
                    + "gives away. Preference is among receivers of the exchange; disposal sites are found by 'disposal'.";

    static final String UNLIKELY_MAGNITUDE =
            "A value is so large or small that its unit is probably wrong by a thousand: streams above 100 "
                    + "Mt or below 1 kg a year, prices above 100 000 EUR/t, actors more than 3000 km apart, regions of "
                    + "less than 100 people. Or it is written like 6.000 t, which is 6 t: thousands are parted by a space.";

    static final String TOO_MANY_EVENTS =
            "So many batches, draws, rounds, trips or loads occur in one replication, more than 1e9 by estimate, that "
                    + "nobody would wait for its end. An interval is often in the wrong unit, such as ms for mo, or a payload "
                    + "or load in kg for t.";

    static final String MANY_EVENTS =
            "More than 1e8 batches, draws, rounds, trips or loads occur in one replication by estimate, so that it "
                    + "takes minutes. If no unit is wrong, larger intervals bring nearly the same result.";

    static final String BAD_COMPOSITION =
            "The substances of a material add up to more than all of its dry matter. Shares are of the dry matter, "
                    + "'moisture' is of the wet mass, and no substance may contain another one of the list.";

    static final String UNKNOWN_SUBSTANCE =
            "A limit, a transfer or a half-life names a substance that no material or stream of the lab is said to contain. "
                    + "Maybe it is mistyped; otherwise say in 'composition' how much of it there is.";

    static final String UNKNOWN_DESTINATION =
            "A process transfers a substance to something that it does not yield. Substances go to the outputs in "
                    + "'yields', to 'air' and to 'water'.";

    static final String LIMITS_EXCLUDE_ALL =
            "A receiver asks of a substance at least more than it allows at most, so that nothing could ever be taken.";

    static final String LOOK_AHEAD_UNBLENDED =
            "Optimal rounds that look ahead are solved as a flow, in which what a receiver takes of one lot cannot depend on "
                    + "the others. Receivers that blend still keep their limits, but take of each lot only as much as the mix "
                    + "bears that is there before the round. Without 'look-ahead' a round plans the mix as a whole.";

    static final String WHOLE_UNDER_OPTIMUM =
            "A stream may only move undivided ('whole: yes') while the exchange is optimal. The optimum of a round divides "
                    + "offers where that costs least; with undivided ones it would be another and much harder problem.";

    static final String BAD_FORMULA =
            "The formula of an indicator cannot be read, or leads back to itself. It has ids of indicators, numbers, + - * /, "
                    + "parentheses, min(...) and max(...), and nothing else. Ids have hyphens in them, so a minus stands between "
                    + "spaces.";

    static final String UNKNOWN_INDICATOR =
            "A formula names an indicator that neither the program nor 'indicators' of the scenario has. The first column of "
                    + "indicators.csv lists those of the program.";

    static final String NO_EFFECT =
            "A key is set that the rest of the lab makes useless, such as an objective for a rule that has none. Nothing is "
                    + "wrong with the run, but it is not what the key suggests.";

    static final String UNUSED =
            "A material, process, season, calendar, mode or currency is declared and no variant uses it. Maybe its id is mistyped "
                    + "where it should be used; otherwise it can go.";

    private LabTexts() {}
}
