package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One mistake in a valid scenario makes exactly one finding, at exactly the place marked, and says what to do. Codes that need
 * more than an edit of the text are provoked in the tests named in {@link #ELSEWHERE}.
 */
class FindingsTest {

    /** Codes provoked by files, tables, overrides and several edits. */
    private static final Set<FindingCode> ELSEWHERE = EnumSet.of(
            FindingCode.UNREADABLE_FILE,
            FindingCode.FILE_TOO_LARGE,
            FindingCode.NOT_UTF8,
            FindingCode.EMPTY_FILE,
            FindingCode.BAD_SETTING,
            FindingCode.BAD_CALENDAR,
            FindingCode.NO_SUCH_PATH,
            FindingCode.BAD_PATH,
            FindingCode.NOTHING_TO_TAKE,
            FindingCode.WHOLE_UNDER_OPTIMUM,
            FindingCode.CONTRACT_NOT_PERMITTED,
            FindingCode.BANNED_WITHOUT_ROUTE,
            FindingCode.QUOTA_WITHOUT_ROUTE,
            FindingCode.QUOTA_OF_NOTHING,
            FindingCode.LOOP_WITHOUT_LOADS,
            FindingCode.CIRCLE_GAINS,
            FindingCode.CONTRACT_BEYOND_LIMITS,
            FindingCode.LOOK_AHEAD_UNBLENDED,
            FindingCode.BAD_TABLE,
            FindingCode.BAD_LEVELS,
            FindingCode.NO_FACTOR,
            FindingCode.NO_RANGE,
            FindingCode.BAD_STUDY,
            FindingCode.UNKNOWN_STUDY,
            FindingCode.BAD_POINTS,
            FindingCode.BAD_BATCHES,
            FindingCode.BATCHES_OUTSIDE,
            FindingCode.BAD_YEARS,
            FindingCode.BAD_LIFETIME,
            FindingCode.SHORT_HISTORY,
            FindingCode.SALES_ASSUMED,
            FindingCode.BAD_EXTENDS,
            FindingCode.BAD_DISTANCES,
            FindingCode.DUPLICATE_DISTANCE,
            FindingCode.NOT_TIME_VARYING,
            FindingCode.UNKNOWN_TARGET,
            FindingCode.CANNOT_CLOSE,
            FindingCode.BORDER_CONTRADICTION,
            FindingCode.EVENT_WITHOUT_CHANGE,
            FindingCode.EVENT_OUTSIDE_HORIZON,
            FindingCode.STORE_NEVER_EMPTIED,
            FindingCode.CALENDAR_NEVER_OPEN,
            FindingCode.CODE_NOT_IN_FORCE,
            FindingCode.CODE_NOT_HAD,
            FindingCode.UNKNOWN_ENTRY,
            FindingCode.RECALLED_ENTRY,
            FindingCode.CATALOGUE_BLANK,
            FindingCode.UNKNOWN_CURRENCY,
            FindingCode.CATALOGUE_LEFT_OUT,
            FindingCode.NO_RUNNING_COST,
            FindingCode.OUTSIDE_CATALOGUE_RANGE,
            FindingCode.FACTOR_FAMILIES_MIXED);

    @TempDir
    Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(text(), structure(), values(), ids(), laws(), rules()).flatMap(each -> each);
    }

    private static Stream<Arguments> text() {
        return Stream.of(
                arguments("SYNTAX", "id: tiny", "id: tiny¦: x", "A ':' stands where none is expected."),
                arguments("SYNTAX", "    loss:", "¦\tloss:", "Indent with spaces"),
                arguments("BAD_CHARACTER", "A tiny lab", "A tiny¦\u0007 lab", "U+0007"),
                arguments("BAD_CHARACTER", "A tiny lab", "¦\"A \\u0007 lab\"", "U+0007"),
                arguments("DUPLICATE_KEY", "id: tiny", "id: tiny\n¦id: tiny", "already at"),
                arguments("DUPLICATE_KEY", "season: heating", "season: heating\n        ¦every: 2 d", "Keep one"),
                arguments("YAML_REFERENCE", "name: A tiny lab", "name: ¦&n A tiny lab", "an anchor"),
                arguments("YAML_REFERENCE", "name: Second", "name: ¦*n", "a reference"),
                arguments("YAML_TAG", "name: A tiny lab", "name: ¦!!str A tiny lab", "Leave the tag out"),
                arguments(
                        "SEVERAL_DOCUMENTS",
                        "  second: { name: Second }",
                        "  second: {}\n---\n¦circlab: 1",
                        "variants"),
                arguments("TOO_DEEP", "id: tiny", "id: " + "[".repeat(99) + "¦[]" + "]".repeat(99), "100 levels"));
    }

    private static Stream<Arguments> structure() {
        return Stream.of(
                arguments("UNKNOWN_KEY", "mean: 230", "¦meen: 230 kt/yr\n        mean: 230", "Maybe 'mean'?"),
                arguments("UNKNOWN_KEY", "policy: {", "¦polcy: {", "Maybe 'policy'?"),
                arguments("UNKNOWN_KEY", "id: tiny", "id: tiny\n¦zzz: 1", "Its keys are"),
                arguments("UNKNOWN_KEY", "variants:", "¦varients:", "Maybe 'variants'?"),
                arguments("UNKNOWN_KEY", "id: tiny", "id: tiny\n¦extend: base.yaml", "Maybe 'extends'?"),
                arguments("UNKNOWN_KEY", "id: tiny", "id: tiny\n¦table: {}", "Maybe 'tables'?"),
                arguments("UNKNOWN_KEY", "id: tiny", "id: tiny\n¦zzz: 1", "tables, extends, variants, studies."),
                arguments("UNKNOWN_KEY", "second: {", "second: { ¦extends: a.yaml,", "at the top of the file"),
                arguments("UNKNOWN_KEY", "second: { name: Second }", "second: { exchange: { ¦evry: 1 wk } }", "every"),
                arguments("MISSING_KEY", "        mean: 230 kt/yr\n", "", "Add it, such as 'mean: 230 kt/yr'."),
                arguments("MISSING_KEY", "payload: 25 t, ", "", "'payload' is missing in haulage.truck."),
                arguments("MISSING_KEY", "name: A tiny lab\n", "", "'name' is missing in the scenario."),
                arguments("WRONG_KIND", "takes: [ash]", "takes: ¦ash", "A list is expected here, not text."),
                arguments("WRONG_KIND", "region: { country: SI, inhabitants: 45 000 }", "region: ¦[SI]", "a list"),
                arguments("WRONG_KIND", "mean: 230 kt/yr", "mean: ¦[230 kt/yr]", "A single value"),
                arguments("WRONG_KIND", "name: A tiny lab", "name: ¦{ en: A tiny lab }", "Text is expected here"),
                arguments("WRONG_KIND", "name: A tiny lab", "name: x\nnote: ¦[a]", "A note is text"),
                arguments("WRONG_KIND", "first: {}", "first: ¦now", "A map is expected here"),
                arguments("CONFLICTING_KEYS", "every: 1 d", "every: 1 d\n        batch: 3 t", "exclude each other"),
                arguments("CONFLICTING_KEYS", "rule: cheapest, every", "rule: cheapest, on: arrival, ¦every", "Keep"),
                arguments("NO_VALUE", "season: heating", "season:¦", "has no value"),
                arguments("NO_VALUE", "season: heating", "season: ¦null", "has no value"),
                arguments("NO_VALUE", "mean: 230 kt/yr", "mean: { 2025-01-01: ¦~ }", "has no value"),
                arguments("NO_VALUE", "first: {}", "first:¦", "{}"),
                arguments("BAD_ID", "board: {}", "board: {}\n  ¦a.b: {}", "no id"),
                arguments("BAD_ID", "board: {}", "board: {}\n  ¦source: {}", "a meaning of its own"),
                arguments("BAD_ID", "{ own:", "{ ¦haulier:", "a meaning of its own"),
                arguments("BAD_ID", "id: tiny", "¦id: ../up", "is no id"),
                arguments("BAD_ID", "first: {}", "first: {}\n  ¦third one: {}", "is no id"),
                arguments("DUPLICATE_ITEM", "takes: [ash]", "takes: [ash, ¦ash]", "listed twice"));
    }

    private static Stream<Arguments> values() {
        return Stream.of(
                arguments("BAD_QUANTITY", "230 kt/yr", "¦230", "mass per time"),
                arguments("BAD_QUANTITY", "fee: 40 EUR/t", "fee: ¦40 EUR/tCO2e", "price per tonne of material"),
                arguments("BAD_QUANTITY", "capacity: 12 kt", "capacity: ¦NaN", "mass"),
                arguments("BAD_QUANTITY", "every: 1 d", "every: ¦daily", "duration"),
                arguments("OUT_OF_RANGE", "speed: 60 km/h", "speed: ¦1e-9 km/h", "from 0.1 to"),
                arguments("OUT_OF_RANGE", "speed: 60 km/h", "speed: 60 km/h, detour: ¦1e15", "from 1 to 100"),
                arguments("OUT_OF_RANGE", "230 kt/yr", "¦-230 kt/yr", "at least 0"),
                arguments("OUT_OF_RANGE", "capacity: 12 kt", "capacity: ¦0 kt", "above 0"),
                arguments("OUT_OF_RANGE", "every: 1 d", "¦every: 0 d", "at least 1 ms"),
                arguments("OUT_OF_RANGE", "takes: [ash]", "¦takes: []", "at least one material"),
                arguments("OUT_OF_RANGE", "trucks: 2", "¦trucks: 2.5", "whole number"),
                arguments(
                        "OUT_OF_RANGE", "300 t/d,", "300 t/d, investment: 1 MEUR, ¦life: 0 yr, existing: yes,", "life"),
                arguments("OUT_OF_RANGE", "300 t/d,", "300 t/d, ¦parallel: 1.5,", "whole number from 1 to 1000"),
                arguments("OUT_OF_RANGE", "300 t/d,", "300 t/d, parallel: ¦0,", "at least 1"),
                arguments("MISSING_KEY", "300 t/d,", "300 t/d, ¦breakdown: { every: 30 d },", "'repair' is missing"),
                arguments(
                        "BAD_WORD",
                        "300 t/d,",
                        "300 t/d, breakdown: { every: 30 d, repair: 8 h, wear: ¦tear },",
                        "time, use"),
                arguments("OUT_OF_RANGE", "every: 1 wk", "¦every: 0 wk", "arrival"),
                arguments("OUT_OF_RANGE", "230 kt/yr", "¦10 001 Mt/yr", "at most 10 000 Mt/yr"),
                arguments("OUT_OF_RANGE", "mean: 230 kt/yr", "¦batch: 120 Mt", "too much a year"),
                arguments("OUT_OF_RANGE", "every: 1 d", "every: ¦30 000 000 yr", "must not exceed 200 yr"),
                arguments("OUT_OF_RANGE", "capacity: 12 kt", "capacity: 12 kt, keeps: ¦201 yr", "200 yr"),
                arguments("OUT_OF_RANGE", "share: 90 %", "share: ¦90", "Maybe it is in %?"),
                arguments(
                        "UNKNOWN_KEY",
                        "second: { name: Second }",
                        "second: { ¦extends: other.yaml }",
                        "at the top of the file, not in a variant."),
                arguments(
                        "OUT_OF_RANGE",
                        "capacity: 300 t/d,",
                        "capacity: { 2025-01-01: 300 t/d, 2026-05-01: ¦0 t/d },",
                        "{ at: 2026-05-01, for: 90 d, close: [actors.press.runs.line] }"),
                arguments(
                        "OUT_OF_RANGE",
                        "variants:",
                        "events: { e: { at: 2026-01-01, set: { actors.press.runs.line.capacity: ¦0 t/d } } }\nvariants:",
                        "close: [actors.press.runs.line]"),
                arguments("BAD_WORD", "rule: cheapest", "rule: ¦cheepest", "Maybe 'cheapest'?"),
                arguments("BAD_WORD", "rule: cheapest", "rule: ¦best", "preference, hierarchy, optimal"),
                arguments("BAD_WORD", "rule: cheapest", "rule: optimal, objective: ¦profit", "one of net-cost, ghg"),
                arguments("OUT_OF_RANGE", "rule: cheapest", "rule: optimal, look-ahead: ¦53", "from 0 to 52"),
                arguments("OUT_OF_RANGE", "rule: cheapest", "rule: optimal, look-ahead: ¦1.5", "whole number"),
                arguments("NO_EFFECT", "rule: cheapest", "rule: cheapest, ¦objective: ghg", "the rule is cheapest"),
                arguments("NO_EFFECT", "rule: cheapest", "rule: nearest, ¦look-ahead: 2", "the rule is nearest"),
                arguments(
                        "CONFLICTING_KEYS",
                        "rule: cheapest, every: 1 wk",
                        "rule: optimal, on: arrival, ¦look-ahead: 2",
                        "exclude each other"),
                arguments("BAD_WORD", "grade: derived", "grade: ¦guessed", "measured, reported, derived, assumed"),
                arguments("BAD_WORD", "operations: [R5]", "operations: [R5, ¦R99]", "R1 to R13"),
                arguments("BAD_WORD", "country: SI", "¦country: Slovenia", "two capital letters"),
                arguments("BAD_WORD", "operations: [R5]", "operations: [R5], status: [waste, ¦wast]", "end-of-waste"),
                arguments("BAD_WORD", "ash: { code:", "ash: { status: ¦spoil, code:", "one of waste, by-product"),
                arguments("BAD_WORD", "tax: 11 EUR/t", "tax: 11 EUR/t, borders: { ¦SI: ban }", "no pair of countries"),
                arguments("BAD_WORD", "tax: 11 EUR/t", "tax: 11 EUR/t, borders: { SI-BA: ¦bann }", "ban, free, or"),
                arguments("MISSING_KEY", "tax: 11 EUR/t", "tax: 11 EUR/t, borders: { ¦SI-BA: {} }", "notice: 60 d"),
                arguments("UNKNOWN_COUNTRY", "country: SI", "country: ¦UK", "Maybe 'GB'?"),
                arguments("UNKNOWN_COUNTRY", "  plant:\n", "  plant:\n    country: ¦QQ\n", "ISO 3166-1"),
                arguments("UNKNOWN_COUNTRY", "tax: 11 EUR/t", "tax: 11 EUR/t, borders: { ¦SI-YU: ban }", "'YU'"),
                arguments("OUT_OF_RANGE", "300 t/d,", "300 t/d, within: ¦-1 km,", "at least 0"),
                arguments("BAD_WORD", "existing: yes", "existing: ¦maybe", "one of yes, no"),
                arguments("BAD_DATE", "start: 2025-01-01", "start: ¦2025-02-30", "no date of the calendar"),
                arguments("BAD_DATE", "landfill-tax: 11 EUR/t", "landfill-tax: { ¦2025-1-1: 11 EUR/t }", "2025-01-31"),
                arguments("BAD_DATE", "landfill-tax: 11 EUR/t", "¦landfill-tax: {}", "no dated value"),
                arguments("BAD_CODE", "ash: { code: \"10 01 02\" }", "ash: { ¦code: 10 01 }", "six digits"),
                arguments("BAD_CODE", "codes: [\"10 01 02\"]", "codes: [\"10 01 02\", ¦abc]", "six digits"),
                arguments(
                        "UNLISTED_CODE",
                        "codes: [\"10 01 02\"]",
                        "codes: [\"10 01 02\", ¦10 01 06]",
                        "Maybe '10 01 01'"),
                arguments("BAD_PLACE", "at: [46.38, 15.05]", "¦at: [146.38, 15.05]", "swapped"),
                arguments("BAD_PLACE", "at: [46.38, 15.05]", "¦at: [46.38]", "two numbers"),
                arguments("BAD_VERSION", "circlab: 1", "¦circlab: 2", "format 1"),
                arguments("BAD_HORIZON", "length: 5 yr", "length: 36 h", "whole number of days"),
                arguments("BAD_HORIZON", "length: 5 yr", "length: 0 d", "no day in it"),
                arguments("HORIZON_TOO_LONG", "length: 5 yr", "length: ¦5000 yr", "200 yr"),
                arguments("BAD_SEASON", "[1.3, 1.2,", "[1.3,", "there are 11"),
                arguments("MISSING_GRADE", "{ ref: ARSO, grade: derived }", "¦ARSO", "grade: reported"),
                arguments("MISSING_GRADE", ", grade: derived }", " }", "Add 'grade:'"));
    }

    private static Stream<Arguments> ids() {
        return Stream.of(
                arguments("UNKNOWN_MATERIAL", "takes: [ash]", "takes: [ash, ¦asch]", "Maybe 'ash'?"),
                arguments("UNKNOWN_MATERIAL", "yields: { board:", "yields: { ¦bord:", "Maybe 'board'?"),
                arguments("UNKNOWN_PROCESS", "process: pressing", "process: ¦presing", "Maybe 'pressing'?"),
                arguments("UNKNOWN_SEASON", "season: heating", "season: ¦cooling", "There is heating."),
                arguments("UNKNOWN_CALENDAR", "300 t/d,", "300 t/d, hours: ¦day,", "Declare it in calendars."),
                arguments("UNKNOWN_ACTOR", "from: plant", "from: ¦plants", "Maybe 'plant'?"),
                arguments(
                        "UNKNOWN_ACTOR",
                        "every: 1 wk }",
                        "every: 1 wk, apart: { x: { from: plant, to: ¦plants, material: ash } } }",
                        "Maybe 'plant'?"),
                arguments("UNKNOWN_ACTOR", "disposal: cheapest", "disposal: ¦dumpp", "Maybe 'dump'?"),
                arguments(
                        "UNKNOWN_FLEET", "disposal: cheapest", "disposal: cheapest\n        by: ¦owm", "Maybe 'own'?"),
                arguments("UNKNOWN_FLEET", "disposal: cheapest", "by: ¦barge", "There is no fleet or mode 'barge'."),
                arguments("UNKNOWN_MODE", "trucks: 2", "trucks: 2, mode: ¦rail", "There is no mode 'rail'."),
                arguments("UNKNOWN_VARIANT", "variants:", "baseline: ¦frist\nvariants:", "Maybe 'first'?"),
                arguments("NOT_TAKEN", "gate-fee: { ash:", "gate-fee: { ¦board:", "does not take"),
                arguments(
                        "DELETES_NOTHING",
                        "second: { name: Second }",
                        "second: { contracts: { ¦fil: null } }",
                        "fill"));
    }

    private static Stream<Arguments> laws() {
        String law = "{ lognormal: { cv: 15 % } }";
        return Stream.of(
                arguments("BAD_SPREAD", law, "{ ¦normal: { cv: 80 % } }", "Maybe lognormal"),
                arguments("BAD_SPREAD", law, "{ ¦lognormal: { cv: 1e6 } }", "Maybe it is in %?"),
                arguments("BAD_SPREAD", law, "{ ¦gamma: { cv: 1e-9 } }", "from 0.000001 to 1000"),
                arguments("BAD_SPREAD", law, "{ ¦uniform: { low: 1, high: 2 } }", "must be 1"),
                arguments("BAD_SPREAD", law, "{ lognormal: { cv: 15 % }, ¦gamma: { cv: 1 } }", "one law only"),
                arguments("BAD_SPREAD", "spread: " + law, "¦spread: {}", "no law"),
                arguments("UNKNOWN_KEY", law, "{ ¦weibull: { cv: 15 % } }", "lognormal"),
                arguments("BAD_SHARES", "air: 10 %", "air: 17 %", "add up to 107 %"),
                arguments(
                        "BAD_SHARES",
                        "ash: { code: \"10 01 02\" }",
                        "ash: { code: \"10 01 02\", ¦degradable: { food: 60 %, paper: 41 % } }",
                        "add up to 101 %"),
                arguments(
                        "UNKNOWN_KEY",
                        "ash: { code: \"10 01 02\" }",
                        "ash: { code: \"10 01 02\", degradable: { ¦foods: 60 % } }",
                        "Maybe 'food'?"),
                arguments(
                        "BAD_SHARES",
                        "takes: [ash]",
                        "takes: [ash]\n    ¦adds: { lime: { share: 99 % }, a: { share: 1 % } }",
                        "below"));
    }

    private static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        "NO_DISPOSAL_ROUTE",
                        "accepts: [ash], operation",
                        "accepts: [board], operation",
                        "nowhere to go"),
                arguments("NO_DISPOSAL_ROUTE", "disposal: cheapest", "disposal: press", "'press' has no disposal site"),
                arguments("NO_DISPOSAL_ROUTE", ", market: { price: 60 EUR/t }", "", "board"),
                arguments("CONTRACT_NOT_RECEIVED", "material: ash,", "material: ¦board,", "takes no 'board'"),
                arguments(
                        "CONTRACT_NOT_RECEIVED",
                        "to: press, material",
                        "to: ¦plant, material",
                        "donor and the receiver"),
                arguments("CONTRACT_NOT_GIVEN", "from: plant", "from: ¦dump", "never has 'ash'"),
                arguments(
                        "CONTRACT_NOT_STANDING",
                        "300 t/d, gate-fee: { ash: -4 EUR/t } }\n    needs:\n      filler: { mean: 9 kt/yr, "
                                + "virgin: { price: 30 EUR/t }, accepts: { ash: { ratio: 0.9 } } }",
                        "300 t/d, existing: no }",
                        "business as usual leaves it out"),
                arguments(
                        "BAD_TERM",
                        "existing: yes",
                        "existing: yes, ¦term: { from: 2027-01-01, until: 2027-01-01 }",
                        "not after it"),
                arguments("BAD_DATE", "existing: yes", "existing: yes, term: { from: ¦2025-13-01 }", "calendar"),
                arguments(
                        "CONTRACT_OUTSIDE_HORIZON",
                        "existing: yes",
                        "existing: yes, ¦term: { from: 2030-01-01 }",
                        "at no time of the run, from 2025-01-01 to 2030-01-01"),
                arguments(
                        "CONTRACT_OUTSIDE_HORIZON",
                        "existing: yes",
                        "existing: yes, ¦term: { until: 2025-01-01 }",
                        "mistyped"),
                arguments(
                        "CONTRACTS_OVERLAP",
                        "existing: yes }",
                        "existing: yes }\n  ¦more: { from: plant, to: press, material: ash, volume: 1 kt/yr }",
                        "as 'fill' at the same time"),
                arguments(
                        "CONTRACT_EXCEEDS_CAPACITY",
                        "volume: 10 kt/yr",
                        "volume: 200 kt/yr, penalty: 5 EUR/t, take-or-pay: ¦60 %",
                        "at most 119575 t/yr"),
                arguments("CONTRACTS_EXCEED_ARISING", "volume: 10 kt/yr", "volume: ¦461 kt/yr", "at most 230000 t/yr"),
                arguments("OUT_OF_RANGE", "existing: yes", "existing: yes, take-or-pay: ¦120 %", "from 0 to 100 %"),
                arguments("NO_EFFECT", "existing: yes", "existing: yes, ¦penalty: 5 EUR/t", "no minimum"),
                arguments("NO_EFFECT", "existing: yes", "existing: yes, ¦take-or-pay: 80 %", "neither a penalty"),
                arguments("NO_EFFECT", "existing: yes", "existing: yes, ¦breach: { by: donor }", "neither a chance"),
                arguments("NO_EFFECT", "existing: yes", "existing: yes, ¦breach: {}", "neither a chance"),
                arguments(
                        "NO_EFFECT",
                        "existing: yes",
                        "existing: yes, breach: { chance: 5 %/yr, ¦damages: 90 d }",
                        "neither a penalty"),
                arguments(
                        "OUT_OF_RANGE", "existing: yes", "existing: yes, breach: { chance: ¦100 %/yr }", "below 100 %"),
                arguments("BAD_QUANTITY", "existing: yes", "existing: yes, breach: { chance: ¦5 % }", "%/yr"),
                arguments(
                        "BAD_WORD", "existing: yes", "existing: yes, breach: { by: ¦plant, chance: 5 %/yr }", "donor"),
                arguments(
                        "NO_EFFECT", "every: 1 wk }", "every: 1 wk, ¦trust: { premium: 5 EUR/t } }", "hurdle: 0 EUR/t"),
                arguments(
                        "MISSING_KEY",
                        "every: 1 wk }",
                        "every: 1 wk, ¦trust: { start: 50 % } }",
                        "'premium' is missing"),
                arguments(
                        "OUT_OF_RANGE",
                        "every: 1 wk }",
                        "every: 1 wk, trust: { premium: 5 EUR/t, ¦fades: 0 d } }",
                        "0 time"),
                arguments(
                        "OUT_OF_RANGE",
                        "every: 1 wk }",
                        "every: 1 wk, trust: { premium: 5 EUR/t, start: ¦120 % } }",
                        "100 %"),
                arguments("STORE_WITHOUT_MATERIAL", "stores: { ash:", "stores: { ¦board:", "nothing to store"),
                arguments("OUT_OF_RANGE", "capacity: 12 kt", "capacity: 12 kt, ¦keeps: 0 d", "must be above 0"),
                arguments("OUT_OF_RANGE", "capacity: 300 t/d", "capacity: ¦1e-320 t/yr", "at least 1 g/yr"),
                arguments("STORE_BELOW_BATCH", "capacity: 12 kt", "capacity: ¦12 kg", "less than the mean batch"),
                arguments(
                        "FLEET_NOT_OWN",
                        "board: { share: 90 %,",
                        "board: { share: 90 %, by: ¦own,",
                        "belongs to 'plant', not to 'press', which runs the process in press.line"),
                arguments("NO_PLACE", "    at: [46.38, 15.05]\n", "", "has no place"),
                arguments("IDLE_ACTOR", "\n  dump:", "\n  ¦idle: { at: [46, 15] }\n  dump:", "takes part in nothing"),
                arguments(
                        "PERMITS_FORBID_ALL",
                        "accepts: { ash: { ratio: 0.9 } }",
                        "accepts: { ash: {} }, operation: R3",
                        "R3"),
                arguments(
                        "CODE_MATCHES_NOTHING",
                        "accepts: [ash], op",
                        "accepts: [ash], ¦codes: [191212], op",
                        "19 12 12"),
                arguments("UNLIKELY_MAGNITUDE", "230 kt/yr", "¦0.23 kg/yr", "unit is wrong"),
                arguments("UNLIKELY_MAGNITUDE", "230 kt/yr", "¦230.500 kt/yr", "decimals: 230.5 kt/yr"),
                arguments(
                        "UNLIKELY_MAGNITUDE",
                        "12 kt }",
                        "¦12.000 kt }",
                        "decimals: 12 kt. If thousands are meant, write 12 000 kt."),
                arguments("UNLIKELY_MAGNITUDE", "ash: -4 EUR/t", "ash: ¦-6.000 EUR/t", "write -6 000 EUR/t"),
                arguments("UNLIKELY_MAGNITUDE", "fee: 40 EUR/t", "fee: ¦400 000 EUR/t", "unit is wrong"),
                arguments("UNLIKELY_MAGNITUDE", "inhabitants: 45 000", "¦inhabitants: 45", "thousands"),
                arguments("UNLIKELY_MAGNITUDE", "at: [46.38, 15.05]", "at: ¦[-46.38, 15.05]", "3000 km"),
                arguments(
                        "PREFERRED_IN_VAIN",
                        "  plant:\n",
                        "  plant:\n    prefers: ¦[press, dump]\n",
                        "'dump' is preferred, but takes nothing of what is given away here: ash."),
                arguments("TOO_MANY_EVENTS", "every: 1 d", "every: ¦1 ms", "generates.ash.every makes some 200"),
                arguments("TOO_MANY_EVENTS", "every: 1 wk", "every: ¦1 ms", "exchange.every makes"),
                arguments("TOO_MANY_EVENTS", "trucks: 2", "trucks: 2, payload: 1 kg", "Maybe a unit is wrong?"),
                arguments("TOO_MANY_EVENTS", "share: 90 %,", "share: 90 %, ships: ¦1 g,", "yields.board.ships makes"),
                arguments(
                        "TOO_MANY_EVENTS",
                        "300 t/d,",
                        "300 t/d, ¦breakdown: { every: 50 ms, repair: 50 ms },",
                        "runs.line.breakdown makes"),
                arguments(
                        "TOO_MANY_EVENTS",
                        "actors:\n",
                        "events:\n  flick: { every: ¦50 ms, for: 50 ms, set: { policy.carbon-price: 9 EUR/tCO2e } }\nactors:\n",
                        "events.flick.every makes"),
                arguments(
                        "BAD_FORMULA",
                        "actors:\n",
                        "indicators: { own: { formula: ¦landfill / , unit: t } }\nactors:\n",
                        "at character 11: the end stands where"),
                arguments(
                        "BAD_FORMULA",
                        "actors:\n",
                        "indicators: { own: { formula: ¦\"system(1)\", unit: t } }\nactors:\n",
                        "'system' is no function"),
                arguments(
                        "BAD_FORMULA",
                        "actors:\n",
                        "indicators: { own: { formula: ¦landfill arising, unit: t } }\nactors:\n",
                        "'a' stands where an operator or the end"),
                arguments(
                        "BAD_FORMULA",
                        "actors:\n",
                        "indicators: { a: { formula: ¦b + 1, unit: t }, b: { formula: 2 * a, unit: t } }\nactors:\n",
                        "back to itself: a -> b -> a"),
                arguments(
                        "UNKNOWN_INDICATOR",
                        "actors:\n",
                        "indicators: { own: { formula: ¦landfil / arising, unit: t } }\nactors:\n",
                        "Maybe 'landfill'?"),
                arguments(
                        "UNKNOWN_INDICATOR",
                        "actors:\n",
                        "indicators: { own: { formula: ¦landfill-disposed, unit: t } }\nactors:\n",
                        "'landfill - disposed'"),
                arguments(
                        "BAD_ID",
                        "actors:\n",
                        "indicators: { ¦arising: { formula: landfill, unit: t } }\nactors:\n",
                        "is an indicator of the program already"),
                arguments(
                        "BAD_ID",
                        "actors:\n",
                        "indicators: { ¦bound-climate: { formula: landfill, unit: t } }\nactors:\n",
                        "is an indicator of the program already"),
                arguments(
                        "OUT_OF_RANGE",
                        "actors:\n",
                        "score: { ¦weights: { circularity: 0, climate: 0, economy: 0 } }\nactors:\n",
                        "No dimension of the score has a weight."),
                arguments("OUT_OF_RANGE", "actors:\n", "score: { weights: { climate: ¦-1 } }\nactors:\n", "at least 0"),
                arguments(
                        "BAD_ID",
                        "actors:\n",
                        "indicators: { ¦Own: { formula: landfill, unit: t } }\nactors:\n",
                        "cannot stand in a formula"),
                arguments(
                        "BAD_WORD",
                        "actors:\n",
                        "indicators: { own: { formula: landfill, unit: ¦\" \" } }\nactors:\n",
                        "The unit is empty."),
                arguments(
                        "BAD_COMPOSITION",
                        "board: {}",
                        "board: { ¦composition: { sand: 60 %, clay: 41 % } }",
                        "add up to 101 % of the dry matter"),
                arguments(
                        "BAD_COMPOSITION",
                        "ash: { code: \"10 01 02\" }",
                        "ash: { code: \"10 01 02\", ¦composition: { sand: 60 %, clay: 41 % } }",
                        "add up to 101 %"),
                arguments(
                        "BAD_COMPOSITION",
                        "disposal: cheapest",
                        "disposal: cheapest\n        ¦quality: { sand: 60 %, clay: 41 % }",
                        "add up to 101 %"),
                arguments(
                        "UNKNOWN_SUBSTANCE",
                        "300 t/d,",
                        "300 t/d, limits: { ¦carbon: { most: 5 % } },",
                        "Nothing in the lab is said to contain 'carbon'."),
                arguments(
                        "UNKNOWN_SUBSTANCE",
                        "ash: { code: \"10 01 02\" }",
                        "ash: { code: \"10 01 02\", composition: { sugar: 5 % }, half-life: { ¦suger: 5 d } }",
                        "Maybe 'sugar'?"),
                arguments(
                        "UNKNOWN_DESTINATION",
                        "takes: [ash]",
                        "takes: [ash]\n    transfers: { moisture: { ¦bord: 100 % } }",
                        "Maybe 'board'?"),
                arguments(
                        "BAD_SHARES",
                        "takes: [ash]",
                        "takes: [ash]\n    transfers: { ¦moisture: { board: 90 % } }",
                        "add up to 90 %"),
                arguments(
                        "LIMITS_EXCLUDE_ALL",
                        "300 t/d,",
                        "300 t/d, limits: { ¦moisture: { least: 20 %, most: 5 % } },",
                        "Maybe they are swapped?"),
                arguments("OUT_OF_RANGE", "board: {}", "board: { composition: { moisture: ¦100 % } }", "below 100 %"),
                arguments("MANY_EVENTS", "every: 1 d", "every: ¦1 s", "every makes some 200"),
                arguments("MANY_EVENTS", "mean: 9 kt/yr", "mean: 9 kt/yr, every: ¦1 s", "needs.filler.every"),
                arguments("UNUSED", "board: {}", "board: {}\n  ¦mud: {}", "material 'mud'"),
                arguments(
                        "UNUSED", "actors:\n", "calendars:\n  ¦day: { mon: 06:00-14:00 }\nactors:\n", "calendar 'day'"),
                arguments("UNUSED", "season: heating\n", "whole: no\n", "season 'heating'"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String code, String passage, String replacement, String saying) {
        requireOne(folder, code, passage, replacement, saying);
    }

    /** Replaces a passage of the tiny scenario and requires one finding, at the place marked in the replacement. */
    static void requireOne(Path folder, String code, String passage, String replacement, String saying) {
        String marked = Tiny.with(passage, replacement);
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", marked.replace(Tiny.HERE, ""));
        assertThat(findings.stream().map(Finding::code)).as("%s", findings).containsExactly(code);
        Finding finding = findings.get(0);
        assertThat(finding.toString()).contains(saying);
        assertThat(finding.message()).endsWith(".").doesNotContain("\n");
        if (marked.contains(Tiny.HERE)) {
            assertThat(finding.toString())
                    .startsWith(folder.resolve("tiny.yaml") + ":" + Tiny.placeOf(marked) + ": "
                            + finding.severity().word() + " " + code + ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"230.50 kt/yr", "230.125 kt/yr", "230.120 kt/yr", "0.500 Mt/yr", "230.5000 kt/yr", "230 000 t/yr"
            })
    void otherDecimalsAreNotTakenForThousands(String mean) {
        assertThat(codesOf(Tiny.with("230 kt/yr", mean))).isEmpty();
        assertThat(codesOf(Tiny.with("at: [46.38, 15.05]", "at: [46.300, 15.000]")))
                .isEmpty();
    }

    /** Shares, rates, factors and distances may have three decimals, and programs write them in every cell of a table. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share: 90 %         | share: 90.000 %",
                "cv: 15 %            | cv: 12.500 %",
                "speed: 60 km/h      | speed: 60.500 km/h",
                "weights: [1.3, 1.2, | weights: [1.300, 1.200,",
                "0.12 EUR/tkm        | 1.200 EUR/tkm, detour: 1.300",
                "fee: 40 EUR/t       | fee: 4000 RSD/t",
                "landfill-tax: 11 EUR/t | 'landfill-tax: { table: tax.csv }'"
            })
    void threeDecimalsMayBeMeant(String passage, String replacement) {
        Tiny.write(folder, "tax.csv", "from,value [EUR/t]\n2025-01-01,11.000\n2027-01-01,12.345\n");
        String rate = replacement.contains("RSD") ? "currencies: { RSD: { per-euro: 117.200 } }\n" : "";
        assertThat(codesOf(Tiny.with(passage, replacement) + rate)).isEmpty();
    }

    private List<String> codesOf(String text) {
        return Tiny.findings(folder, "tiny.yaml", text).stream()
                .map(Finding::code)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ash:\\n        mean            | asch:\\n        meen                     | UNKNOWN_MATERIAL,MISSING_KEY,UNKNOWN_KEY",
                "accepts: { ash: { ratio: | accepts: { asch: { gate: 1 EUR/t, ratio: | UNKNOWN_MATERIAL,UNKNOWN_KEY",
                "yields: { board: { share: 90 %, | yields: { bord: { share: 90 %, ship: 3, | UNKNOWN_MATERIAL,UNKNOWN_KEY",
                "stores: { ash: { capacity: 12 kt | stores: { asch: { capacity: 12      | UNKNOWN_MATERIAL,BAD_QUANTITY"
            })
    void whatIsOfAnUnknownMaterialIsReadOn(String passage, String replacement, String codes) {
        String text = Tiny.with(passage.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
        assertThat(codesOf(text)).contains(codes.split(",", -1));
    }

    @Test
    void anOptimumDividesWhateverIsOffered() {
        String text = Tiny.with("season: heating", "season: heating\n        whole: yes")
                .replace("rule: cheapest", "rule: optimal");
        assertThat(codesOf(text)).containsExactly("WHOLE_UNDER_OPTIMUM");
    }

    @Test
    void contractsThatFollowEachOtherDoNotOverlapNorAddUp() {
        String text = Tiny.with(
                "volume: 10 kt/yr, existing: yes }",
                "volume: 400 kt/yr, existing: yes, term: { until: 2027-01-01 } }\n"
                        + "  next: { from: plant, to: press, material: ash, volume: 400 kt/yr, term: { from: 2027-01-01 } }");
        assertThat(codesOf(text)).isEmpty();
        assertThat(codesOf(text.replace("until: 2027-01-01", "until: 2027-01-02")))
                .containsExactly("CONTRACTS_OVERLAP", "CONTRACTS_EXCEED_ARISING");
    }

    @Test
    void aLineThatNobodyFeedsIsFound() {
        String text = Tiny.with("board: {}", "board: {}\n  mud: {}")
                .replace("accepts: { ash: { ratio: 0.9 } }", "accepts: { mud: { ratio: 0.9 } }");
        assertThat(codesOf(text)).containsExactly("NOTHING_TO_TAKE");
    }

    @Test
    void aSiteWithoutPermissionIsNoRoute() {
        String text =
                Tiny.with("    at: [46.37, 15.11]", "    permits: { operations: [D10, R5] }\n    at: [46.37, 15.11]");
        assertThat(codesOf(text)).containsExactlyInAnyOrder("NO_DISPOSAL_ROUTE", "PERMITS_FORBID_ALL");
    }

    @Test
    void aContractNeedsThePermitOfItsReceiver() {
        String text = Tiny.with("operations: [R5] }", "operations: [R3] }");
        assertThat(codesOf(text))
                .containsExactlyInAnyOrder("CONTRACT_NOT_PERMITTED", "PERMITS_FORBID_ALL", "PERMITS_FORBID_ALL");
    }

    @Test
    void linesThatFeedEachOtherShouldGatherLoads() {
        String back = "  grinding: { operation: R5, takes: [board], yields: { ash: 100 % }, cost: 0 EUR/t }\nactors:";
        String text = Tiny.with("\nactors:", "\n" + back)
                .replace(
                        "    needs:\n      filler",
                        "      back: { process: grinding, capacity: 9 t/d }\n    needs:\n      filler");
        assertThat(codesOf(text)).containsExactly("LOOP_WITHOUT_LOADS");
        assertThat(codesOf(text.replace("ash: 100 %", "ash: { share: 100 %, ships: 20 t }")))
                .isEmpty();
    }

    @Test
    void aFleetCarriesForItsOwnerOnly() {
        String own = Tiny.with("disposal: cheapest", "disposal: cheapest\n        by: own");
        assertThat(codesOf(own)).isEmpty();
        assertThat(codesOf(own.replace("by: own", "by: haulier"))).isEmpty();
        assertThat(codesOf(own.replace("owner: plant", "owner: plnt"))).containsExactly("UNKNOWN_ACTOR");
        String marked = own.replace("by: own", "by: ¦own").replace("owner: plant", "owner: press");
        assertThat(Tiny.findings(folder, "tiny.yaml", marked.replace(Tiny.HERE, "")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("FLEET_NOT_OWN");
                    assertThat(finding.mark().toString()).endsWith(":" + Tiny.placeOf(marked));
                    assertThat(finding.advice()).contains("a fleet of 'plant'", "by: haulier");
                });
    }

    @Test
    void everyLineOfAnotherActorIsToldThatTheFleetIsNotItsOwn() {
        String text = Tiny.with("board: { share: 90 %,", "board: { share: 90 %, by: own,")
                .replace(
                        "    needs:\n      filler",
                        "      spare: { process: pressing, capacity: 9 t/d }\n    needs:\n      filler")
                .replace("    stores:", "    runs: { line: { process: pressing, capacity: 9 t/d } }\n    stores:");
        assertThat(Tiny.findings(folder, "tiny.yaml", text).stream().map(Finding::message))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("in press.line."),
                        second -> assertThat(second).endsWith("in press.spare."));
    }

    @Test
    void anActorWithoutPlaceNamesThoseItCannotReach() {
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,120\n");
        String text = Tiny.with("    at: [46.38, 15.05]\n", "").replace("policy:", "distances: km.csv\npolicy:");
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("'plant' has no place and no distance to 'dump'.");
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,120\ndump,plant,4\n");
        assertThat(codesOf(text)).isEmpty();
    }

    @Test
    void whatOneVariantLeavesToAnotherIsNotUnused() {
        String text = Tiny.with("board: {}", "board: {}\n  mud: {}")
                .replace(
                        "{ name: Second }",
                        "{ actors: { dump: { disposes: { pit: { accepts: [mud], operation: D1, fee: 1 EUR/t } } } } }");
        assertThat(codesOf(text)).isEmpty();
        assertThat(Tiny.read(folder, "tiny.yaml", text)
                        .effective("first", List.of())
                        .warnings())
                .isEmpty();
    }

    @Test
    void whatEveryVariantFindsIsSaidOnce() {
        String text = Tiny.with("from: plant", "from: mill")
                .replace("{ name: Second }", "{ actors: { late: { at: [46, 15], needs: { a: { mean: 1 t/yr } } } } }");
        assertThat(codesOf(text)).containsExactly("UNKNOWN_ACTOR");
    }

    @Test
    void allMistakesComeAtOnceAndInOrder() {
        String text = Tiny.TEXT
                .replace("A tiny lab", "{}")
                .replace("10 01 02", "abc")
                .replace("process: pressing", "process: prssing")
                .replace("from: plant", "from: plnt")
                .replace("speed: 60 km/h", "speed: fast");
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", text);
        assertThat(findings.stream().map(Finding::code))
                .containsExactly(
                        "WRONG_KIND", "BAD_CODE", "BAD_CODE", "UNKNOWN_PROCESS", "UNKNOWN_ACTOR", "BAD_QUANTITY");
        assertThat(findings).isSorted();
    }

    @Test
    void theScenarioItselfIsSound() {
        assertThat(Tiny.findings(folder, "tiny.yaml", Tiny.TEXT)).isEmpty();
    }

    @Test
    void everyCodeIsProvoked() throws IOException {
        Set<String> provoked = mistakes().map(each -> (String) each.get()[0]).collect(Collectors.toSet());
        String tests;
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/circlab/scenario"))) {
            tests = files.map(Tiny::text).collect(Collectors.joining());
        }
        for (FindingCode code : FindingCode.values()) {
            boolean expected = ELSEWHERE.contains(code)
                    && Pattern.compile("[\" ]" + code + "\\b").matcher(tests).find();
            assertThat(expected || provoked.contains(code.name()))
                    .as("%s", code)
                    .isTrue();
        }
    }

    @Test
    void everyCodeIsExplainedInAParagraphOfItsOwn() {
        assertThat(Stream.of(FindingCode.values()).map(FindingCode::explanation))
                .doesNotHaveDuplicates()
                .allMatch(explanation -> explanation.length() > 50 && explanation.endsWith("."))
                .noneMatch(explanation -> explanation.contains("\n"));
    }
}
