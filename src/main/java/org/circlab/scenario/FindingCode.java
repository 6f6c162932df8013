package org.circlab.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of finding, with what it means and what to do about it. */
public enum FindingCode {
    UNREADABLE_FILE(
            Severity.ERROR,
            "The file cannot be opened as text: it does not exist, is a folder, may not be read, or holds "
                    + "binary data. Check the path from the folder you are in, and save the file as plain text in "
                    + "UTF-8."),
    FILE_TOO_LARGE(
            Severity.ERROR,
            "A scenario or table has more than 10 MB, a line of YAML more than 100 000 characters, or a table more "
                    + "than a million cells. A scenario describes a lab in some hundred lines; maybe a table of "
                    + "measurements was named by mistake."),
    NOT_UTF8(
            Severity.ERROR,
            "The bytes of the file are not UTF-8 from the named place on. Older programs write letters such "
                    + "as š in a code page of their own; save the file again in UTF-8, with or without a byte order "
                    + "mark."),
    BAD_CHARACTER(
            Severity.ERROR,
            "A text has a control character, half of a surrogate pair or another code point that is no "
                    + "character. It was probably pasted in; delete it and type the text again."),
    SYNTAX(
            Severity.ERROR,
            "The text is no YAML, or no JSON in a file whose name ends in .json. Reading stops at the first "
                    + "such place, so look at this line and the one above: an indent that differs, a tab, a bracket or "
                    + "quote that is not closed, a colon within a text without quotes."),
    TOO_DEEP(
            Severity.ERROR,
            "Maps and lists are nested deeper than 100 levels. A scenario needs about ten, so a bracket was "
                    + "probably opened and never closed."),
    EMPTY_FILE(
            Severity.ERROR,
            "There is nothing in the file but white space or comments. A scenario starts with 'circlab: 1'."),
    DUPLICATE_KEY(
            Severity.ERROR,
            "A map has the same key twice, or an actor stands twice in tables. One of them would be lost without a "
                    + "word; keep the one that is meant, or merge what they hold."),
    YAML_REFERENCE(
            Severity.ERROR,
            "Anchors (&name), references (*name) and merge keys (<<) of YAML are not read: what a line means "
                    + "should not depend on another line. Write the value out, or use variants, which change a lab in "
                    + "one place."),
    YAML_TAG(
            Severity.ERROR,
            "A tag of YAML (!name) says what kind of value follows. In a scenario the place of a value says "
                    + "so; leave the tag out."),
    SEVERAL_DOCUMENTS(
            Severity.ERROR,
            "A file is one scenario; after its end another document begins, in YAML with '---'. Use variants "
                    + "for labs that differ in some values, or a file for each lab."),
    WRONG_KIND(
            Severity.ERROR,
            "A map, a list or a text stands where another of the three is expected. The finding shows how "
                    + "the value is written."),
    UNKNOWN_KEY(
            Severity.ERROR,
            "A key means nothing where it stands. It is either a slip of the pen, for which the nearest key "
                    + "is named, or it stands in the wrong map, often because of its indent. Free text for readers "
                    + "goes into 'note:'."),
    MISSING_KEY(
            Severity.ERROR,
            "A key is missing without which the map around it means nothing. There is no default, because "
                    + "any would be a guess about the region."),
    CONFLICTING_KEYS(
            Severity.ERROR,
            "Two keys say the same thing in different ways, such as the mean of a stream and the mass of its "
                    + "batches. Keep one of them."),
    NO_VALUE(
            Severity.ERROR,
            "A key has no value, or null. In a variant, null deletes what the lab says; anywhere else leave "
                    + "the key out, or write {} for a map with nothing in it."),
    BAD_ID(
            Severity.ERROR,
            "Ids are the keys of materials, actors and the like. They have letters, digits, '-' and '_', "
                    + "begin with a letter or digit, have no dots since paths are joined by dots, and must not be "
                    + "words with a meaning of their own, such as source, note, haulier or cheapest. A mode of transport and a "
                    + "fleet cannot share an id."),
    DUPLICATE_ITEM(
            Severity.ERROR, "A list names the same thing twice. Keep one; a mistyped second item is the usual reason."),
    BAD_QUANTITY(
            Severity.ERROR,
            "A text is no quantity of the dimension that its place calls for: it has no unit, an unknown "
                    + "one, one of another dimension, or is no number. Every dimensional value carries its unit, such "
                    + "as 525 kt/yr, 11 EUR/t or 90 d; thousands are grouped by spaces and decimals take a point."),
    OUT_OF_RANGE(
            Severity.ERROR,
            "A value is of the right dimension but cannot be, such as a negative price of haulage or a share "
                    + "above 100 %. The finding names the allowed range."),
    BAD_WORD(Severity.ERROR, "A text is none of the words that mean something in its place. The finding lists them."),
    BAD_DATE(
            Severity.ERROR,
            "A date is not one of the calendar, is written otherwise than 2025-01-31, or stands twice among "
                    + "the dates of a value."),
    BAD_CODE(
            Severity.ERROR,
            "A code of the European List of Waste has six digits in pairs, such as \"10 01 02\"; a star for "
                    + "hazardous waste may follow. Put it in quotes so that readers see it is no number."),
    BAD_PLACE(
            Severity.ERROR,
            "A place is latitude and longitude in degrees of WGS84, in this order: [46.380, 15.049]. "
                    + "Latitude lies within 90 degrees, longitude within 180."),
    BAD_VERSION(
            Severity.ERROR,
            "The file says that it is written for another version of the format. This program reads "
                    + "'circlab: 1'."),
    BAD_HORIZON(
            Severity.ERROR,
            "The horizon is empty or not a whole number of days. It has a start date, a length and perhaps a "
                    + "warm-up before the start, in d, wk, mo or yr; months and years follow the calendar."),
    HORIZON_TOO_LONG(
            Severity.ERROR,
            "The horizon or its warm-up is longer than 200 years. No figure of a scenario holds that long, "
                    + "so the unit is probably wrong."),
    BAD_SEASON(
            Severity.ERROR,
            "A season has twelve weights from January to December, none negative and not all 0. They are "
                    + "scaled so that the yearly mean is kept."),
    BAD_CALENDAR(
            Severity.ERROR,
            "A working calendar names days (mon to sun, mon-fri, daily) with their shifts, such as 06:00-22:00, and "
                    + "holidays. It needs one shift at least; shifts must not overlap, and a night shift (22:00-06:00) "
                    + "belongs to the day on which it begins."),
    BAD_BATCHES(
            Severity.ERROR,
            "Recorded batches are a list of texts with time and mass, such as \"2025-01-03 12.5 t\" or "
                    + "\"2025-01-03T08:30 630 kg\", or a CSV file with the columns time and mass. At least one is needed."),
    BATCHES_OUTSIDE(
            Severity.WARNING,
            "Recorded batches lie before the warm-up or after the end of the horizon and are left out. Maybe the record is "
                    + "of other years: 'repeat: yes' repeats its calendar years over the whole run."),
    BAD_SPREAD(
            Severity.ERROR,
            "A spread is none, exponential, or one of the laws lognormal, gamma, normal (each with cv), "
                    + "uniform (low, high) and triangular (low, mode, high). It multiplies the stated mean, so the "
                    + "mean of the law itself must be 1: low and high of uniform lie evenly around 1."),
    BAD_SHARES(
            Severity.ERROR,
            "Yields and losses of a process are shares of its total input and must add up to 100 %, since "
                    + "mass is conserved; additions are shares of it too and must stay below 100 %. What does not "
                    + "leave as a product or residue leaves as loss to air or water."),
    MISSING_GRADE(
            Severity.ERROR,
            "A source says where a figure comes from and must say how well it is known: measured (weighed or "
                    + "metered by the actor), reported (published), derived (computed from reported figures) or "
                    + "assumed. Results tell what share of the mass rests on each grade."),
    UNKNOWN_MATERIAL(
            Severity.ERROR,
            "A material is named that 'materials' does not declare. Every material of a scenario is declared "
                    + "there once, so that a slip of the pen cannot make a new one."),
    UNKNOWN_PROCESS(Severity.ERROR, "A line runs a process that 'processes' does not declare."),
    UNKNOWN_SEASON(Severity.ERROR, "A stream or need follows a season that 'seasons' does not declare."),
    UNKNOWN_CALENDAR(
            Severity.ERROR, "A line, stream, need or fleet works by a calendar that 'calendars' does not declare."),
    UNKNOWN_ACTOR(
            Severity.ERROR,
            "An actor is named, in a contract, a disposal, a preference, a fleet or a table of distances, that no variant "
                    + "declares under 'actors'."),
    UNKNOWN_FLEET(
            Severity.ERROR,
            "A stream is carried by a fleet or mode that 'haulage.fleets' and 'haulage.modes' do not declare. The word "
                    + "'haulier' stands for the haulier with trucks without limit."),
    UNKNOWN_MODE(
            Severity.ERROR,
            "A fleet or a table of distances names a mode of transport that 'haulage.modes' does not declare. Only 'truck' "
                    + "needs no declaration there."),
    FLEET_NOT_OWN(
            Severity.ERROR,
            "A stream, or an output of a process, is carried by a fleet that another actor owns. A fleet carries for "
                    + "its owner without being paid, so it cannot carry for others; they name a fleet of their own or "
                    + "the haulier."),
    UNKNOWN_VARIANT(
            Severity.ERROR, "A variant is named, on the command line or as 'baseline', that 'variants' does not have."),
    UNKNOWN_COUNTRY(
            Severity.ERROR,
            "A country is named by a code of two letters that ISO 3166-1 does not have. Greece is GR, the United Kingdom GB, "
                    + "Kosovo XK."),
    BORDER_CONTRADICTION(
            Severity.ERROR,
            "Of two rules for borders one names the country that waste leaves and the other the country that it enters, they "
                    + "say different things of the same pair, and neither prevails. A rule that names both countries "
                    + "settles it."),
    NOT_TAKEN(Severity.ERROR, "A line posts a gate fee for a material that its process does not take."),
    BAD_SETTING(
            Severity.ERROR,
            "A --set is written path=value, where the path is the keys from the top of the lab joined by "
                    + "dots: policy.carbon-price=\"70 EUR/tCO2e\". Maps and lists are written in braces and brackets; "
                    + "null deletes."),
    NO_SUCH_PATH(
            Severity.ERROR,
            "A --set goes into an actor, material or the like that the variant does not have. It can change "
                    + "or add a value, but not make up what is around it."),
    DELETES_NOTHING(
            Severity.WARNING,
            "A null in a variant or --set deletes a key that is not there. Either the key is mistyped, or "
                    + "the line can go."),
    BAD_PATH(
            Severity.ERROR,
            "A file beside the scenario must stay in the scenario's folder, so that both travel together and "
                    + "nothing else is read: no absolute path, no '..', no link out of it."),
    BAD_EXTENDS(
            Severity.ERROR,
            "A scenario extends itself, be it by way of others, or more than ten stand one over the other. What is "
                    + "common to several labs stands in one file that extends none; each lab extends it and patches what "
                    + "differs."),
    BAD_TABLE(
            Severity.ERROR,
            "A CSV file is no table: it has no header, a column without a name or with the name of another, a line "
                    + "with more or fewer cells than the header, or quotes that are not closed. Cells are separated by "
                    + "commas and decimals take a point; a cell with a comma in it stands in quotes. A table of actors "
                    + "begins with the column id; its other columns are paths such as generates.manure.mean, or latitude "
                    + "and longitude."),
    BAD_DISTANCES(
            Severity.ERROR,
            "A table of distances is a CSV file with the header from,to,km or from,to,km,mode and one pair of actors a "
                    + "line, separated by commas; kilometres are plain numbers of at least 0 with a decimal point. A row "
                    + "without a mode is a distance by road."),
    DUPLICATE_DISTANCE(
            Severity.ERROR,
            "A table gives the distance between two actors twice in the same direction for the same mode. A pair given in one "
                    + "direction holds in both; give the other direction only where it differs."),
    NO_DISPOSAL_ROUTE(
            Severity.ERROR,
            "A stream can become waste that nobody takes, and then has nowhere to go: no actor, or not the "
                    + "one named, has a disposal site that accepts the material and is permitted to. Add it to a site "
                    + "under 'disposes', or give the stream a route out of the lab: disposal: { fee: 80 EUR/t, "
                    + "distance: 30 km }. The output of a process that has a market needs none."),
    CONTRACT_NOT_RECEIVED(
            Severity.ERROR, "The receiver of a contract has no line, need or disposal site that takes the material."),
    CONTRACT_NOT_GIVEN(
            Severity.ERROR,
            "The donor of a contract never has the material: it neither generates it nor runs a line that "
                    + "yields it."),
    BAD_TERM(
            Severity.ERROR,
            "A contract ends before it begins, or on the same day. 'from' is the first day on which it is in force, 'until' the "
                    + "first on which it is no more."),
    CONTRACT_OUTSIDE_HORIZON(
            Severity.WARNING,
            "The term of a contract is over before the run begins, or begins when it is over, so nothing moves under it."),
    CONTRACTS_OVERLAP(
            Severity.WARNING,
            "Two contracts bind the same donor, receiver and material at the same time. Both volumes are delivered, that of the "
                    + "first id first, each at its own price; if one replaces the other, their terms must not overlap."),
    CONTRACTS_EXCEED_ARISING(
            Severity.WARNING,
            "The contracts of a donor promise more than twice as much of a material in a year as ever arises there on average. "
                    + "Most of it can never be delivered, and minimums will be paid for instead."),
    LOOP_WITHOUT_LOADS(
            Severity.WARNING,
            "Processing lines feed each other in a circle and pass on every lot as it comes. Each service turns one "
                    + "lot into several smaller ones, so a run may become slow; outputs that are gathered to loads "
                    + "('ships:') keep their number down."),
    CONTRACT_NOT_PERMITTED(
            Severity.ERROR,
            "The receiver of a contract has a line, a need or a site that takes the material, but its permits "
                    + "do not cover it, or a rule of 'policy.borders' bans waste from the donor's country; what is not "
                    + "permitted cannot be delivered."),
    CONTRACT_NOT_STANDING(
            Severity.WARNING,
            "A contract is said to exist, but its receiver takes the material only in lines that do not "
                    + "exist yet. Business as usual leaves such a contract out."),
    STORE_WITHOUT_MATERIAL(
            Severity.ERROR,
            "A store is for outgoing material, which the actor generates or one of its lines yields; this "
                    + "actor never has it. Room for incoming material belongs to the line or need that takes it "
                    + "('store:')."),
    STORE_BELOW_BATCH(
            Severity.WARNING,
            "A store holds less than one mean batch or load, so that part of each overflows at once or, where the store "
                    + "blocks, never arises. Maybe the unit of its capacity is wrong."),
    STORE_NEVER_EMPTIED(
            Severity.WARNING,
            "A store that blocks has no way out: what it holds keeps for good, no contract takes it, and no line or need of "
                    + "the lab takes it and is permitted to. Once the store is full its stream brings nothing more, or its "
                    + "line stands, until the end."),
    CALENDAR_NEVER_OPEN(
            Severity.WARNING,
            "No shift of a working calendar lies in the run, since holidays take the place of all of them or the run is "
                    + "shorter than a week. What works by it stands still all the time, and a stream or need brings or draws "
                    + "nothing, whatever its mean."),
    NO_PLACE(
            Severity.ERROR,
            "An actor has no place ('at:') and the table of distances does not say how far it is from all "
                    + "with whom it can exchange, by the mode of what is carried or by road."),
    NOT_TIME_VARYING(
            Severity.ERROR,
            "An event sets or scales something that cannot change in time. Events change means, batches, capacities, fees, "
                    + "prices, taxes and the cost of haulage, by their paths as in the scenario: "
                    + "actors.tes.generates.fly-ash.mean. To change anything else, use a variant."),
    UNKNOWN_TARGET(
            Severity.ERROR,
            "An event acts on an actor, stream, line, need, site, contract or market that the variant does not have. Where a "
                    + "variant takes away what an event of the lab acts on, it changes or deletes the event too."),
    CANNOT_CLOSE(
            Severity.ERROR,
            "An event closes actors, what they generate, run, need and dispose of, and contracts, each by its path in the "
                    + "scenario: actors.anhovo.runs.grinding. Nothing else can be closed."),
    EVENT_WITHOUT_CHANGE(
            Severity.ERROR,
            "An event says when it happens but not what it does. It sets values, scales them, or closes parts of the lab."),
    EVENT_OUTSIDE_HORIZON(
            Severity.WARNING,
            "An event begins after the end of the horizon, or ends before its warm-up, and changes nothing in this run."),
    IDLE_ACTOR(
            Severity.WARNING,
            "An actor takes part in nothing: it generates, needs, processes and disposes of nothing and has "
                    + "no contract or fleet."),
    NOTHING_TO_TAKE(
            Severity.WARNING,
            "No actor of the lab ever has any of the materials that a line or need takes, so it will stand " + "idle."),
    PERMITS_FORBID_ALL(
            Severity.WARNING,
            "The permits of an actor forbid all the materials that one of its lines, needs or sites takes "
                    + "and somebody has: their codes or the operation are missing in 'permits'."),
    CODE_MATCHES_NOTHING(
            Severity.WARNING, "A disposal site accepts a code of the List of Waste that no material of the lab has."),
    PREFERRED_IN_VAIN(
            Severity.WARNING,
            "An actor or stream prefers a receiver none of whose lines and needs takes, or is permitted to take, what it "
                    + "gives away. Preference is among receivers of the exchange; disposal sites are found by 'disposal'."),
    UNLIKELY_MAGNITUDE(
            Severity.WARNING,
            "A value is so large or small that its unit is probably wrong by a thousand: streams above 100 "
                    + "Mt or below 1 kg a year, prices above 100 000 EUR/t, actors more than 3000 km apart, regions of "
                    + "less than 100 people."),
    TOO_MANY_EVENTS(
            Severity.ERROR,
            "So many batches, draws, rounds, trips or loads occur in one replication, more than 1e9 by estimate, that "
                    + "nobody would wait for its end. An interval is often in the wrong unit, such as ms for mo, or a payload "
                    + "or load in kg for t."),
    MANY_EVENTS(
            Severity.WARNING,
            "More than 1e8 batches, draws, rounds, trips or loads occur in one replication by estimate, so that it "
                    + "takes minutes. If no unit is wrong, larger intervals bring nearly the same result."),
    BAD_COMPOSITION(
            Severity.ERROR,
            "The substances of a material add up to more than all of its dry matter. Shares are of the dry matter, "
                    + "'moisture' is of the wet mass, and no substance may contain another one of the list."),
    UNKNOWN_SUBSTANCE(
            Severity.ERROR,
            "A limit, a transfer or a half-life names a substance that no material or stream of the lab is said to contain. "
                    + "Maybe it is mistyped; otherwise say in 'composition' how much of it there is."),
    UNKNOWN_DESTINATION(
            Severity.ERROR,
            "A process transfers a substance to something that it does not yield. Substances go to the outputs in "
                    + "'yields', to 'air' and to 'water'."),
    LIMITS_EXCLUDE_ALL(
            Severity.ERROR,
            "A receiver asks of a substance at least more than it allows at most, so that nothing could ever be taken."),
    WHOLE_UNDER_OPTIMUM(
            Severity.ERROR,
            "A stream may only move undivided ('whole: yes') while the exchange is optimal. The optimum of a round divides "
                    + "offers where that costs least; with undivided ones it would be another and much harder problem."),
    NO_EFFECT(
            Severity.WARNING,
            "A key is set that the rest of the lab makes useless, such as an objective for a rule that has none. Nothing is "
                    + "wrong with the run, but it is not what the key suggests."),
    UNUSED(
            Severity.WARNING,
            "A material, process, season, calendar or mode is declared and no variant uses it. Maybe its id is mistyped "
                    + "where it should be used; otherwise it can go.");

    private final Severity severity;
    private final String explanation;

    FindingCode(Severity severity, String explanation) {
        this.severity = severity;
        this.explanation = explanation;
    }

    /** The code of this name, in capitals or not, with '-' or '_'. */
    public static Optional<FindingCode> find(String name) {
        String plain = plain(name);
        return Arrays.stream(values()).filter(code -> code.name().equals(plain)).findFirst();
    }

    /** Names the code that was probably meant where there is none of a name, or nothing if none is near. */
    public static String maybe(String name) {
        return Suggestion.maybe(
                plain(name), Arrays.stream(values()).map(FindingCode::name).toList());
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether such a finding forbids to run the scenario. */
    public Severity severity() {
        return severity;
    }

    /** What such a finding means and what to do, in a paragraph. */
    public String explanation() {
        return explanation;
    }
}
